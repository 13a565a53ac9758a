//! Training of the confidence: logistic regression by Newton's method.

use crate::suggest::chain::WIDTH;

/// The strength of L2.
const L2: f64 = 1.0;
/// Number of steps. Newton's method needs few.
const STEPS: usize = 25;

/// Returns the weights that explain which evidence is right.
pub fn train_confidence(examples: &[([f32; WIDTH], bool)]) -> [f32; WIDTH] {
    let mut weights = [0.0_f64; WIDTH];
    let scales = scales(examples);
    for _ in 0..STEPS {
        let mut gradient = [0.0_f64; WIDTH];
        let mut curvature = [[0.0_f64; WIDTH]; WIDTH];
        for (evidence, is_right) in examples {
            let mut values = evidence.map(f64::from);
            values.iter_mut().zip(scales).for_each(|(value, scale)| *value *= scale);
            let sum: f64 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
            let own = 1.0 / (1.0 + libm::exp(-sum));
            let error = own - f64::from(u8::from(*is_right));
            for row in 0..WIDTH {
                gradient[row] += error * values[row];
                let weighted = own * (1.0 - own) * values[row];
                for column in 0..=row {
                    curvature[row][column] += weighted * values[column];
                }
            }
        }
        for row in 0..WIDTH {
            gradient[row] += L2 * weights[row];
            curvature[row][row] += L2;
        }
        let change = solved(&mut curvature, gradient);
        weights.iter_mut().zip(change).for_each(|(weight, change)| *weight -= change);
    }
    let mut rounded = [0.0_f32; WIDTH];
    for (at, value) in rounded.iter_mut().enumerate() {
        #[allow(clippy::cast_possible_truncation, reason = "weights are small")]
        let exact = (weights[at] * scales[at]) as f32;
        *value = (exact * 256.0).round() / 256.0;
    }
    rounded
}

/// Returns the factor for each value by which all have the same size.
fn scales(examples: &[([f32; WIDTH], bool)]) -> [f64; WIDTH] {
    let mut scales = [0.0_f64; WIDTH];
    for (evidence, _) in examples {
        for (scale, value) in scales.iter_mut().zip(evidence) {
            *scale += f64::from(*value) * f64::from(*value);
        }
    }
    let count = examples.len().max(1) as f64;
    scales.map(|sum| 1.0 / ((sum / count).sqrt() + 1e-3))
}

/// Solves a symmetric system of equations by Cholesky decomposition. Only the lower half is read.
fn solved(matrix: &mut [[f64; WIDTH]; WIDTH], right: [f64; WIDTH]) -> [f64; WIDTH] {
    for row in 0..WIDTH {
        for column in 0..=row {
            let before: f64 = (0..column).map(|at| matrix[row][at] * matrix[column][at]).sum();
            let rest = matrix[row][column] - before;
            matrix[row][column] =
                if row == column { rest.max(1e-9).sqrt() } else { rest / matrix[column][column] };
        }
    }
    let mut solution = right;
    for row in 0..WIDTH {
        let before: f64 = (0..row).map(|at| matrix[row][at] * solution[at]).sum();
        solution[row] = (solution[row] - before) / matrix[row][row];
    }
    for row in (0..WIDTH).rev() {
        let after: f64 = (row + 1..WIDTH).map(|at| matrix[at][row] * solution[at]).sum();
        solution[row] = (solution[row] - after) / matrix[row][row];
    }
    solution
}
