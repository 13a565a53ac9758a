//! Training of the chain: follow-the-regularised-leader with L1 for the weights of features, AdaGrad
//! for transitions.

use super::labels::labels;
use super::sample::Sample;
use super::shuffle::shuffled;
use crate::suggest::chain::{
    CLASSES, LABELS, Label, Lattice, ROWS, START, Transitions, Weights, can_follow, mix,
};

/// How the chain is trained.
#[derive(Debug, Clone, Copy)]
pub struct ChainSettings {
    /// How often each unit is used.
    pub epochs: u64,
    /// The size of steps.
    pub alpha: f32,
    /// The strength of L1, which makes weights zero.
    pub l1: f32,
    /// The strength of L2, which keeps weights small.
    pub l2: f32,
    /// The part of features that is left out at random, in per cent, so that no weight relies on
    /// the others.
    pub dropout: u64,
    /// The unit of weights after rounding.
    pub step: f32,
}

/// The state of training.
struct State {
    weights: Vec<[f32; LABELS]>,
    /// Sums of gradients, with the correction of the method.
    sums: Vec<[f32; LABELS]>,
    /// Sums of squares of gradients.
    squares: Vec<[f32; LABELS]>,
    transitions: Box<Transitions>,
    transition_squares: Box<Transitions>,
    /// Changes with every unit, for what is left out.
    turn: u64,
}

/// Trains the chain, and sets its weights.
pub fn train_chain(samples: &[&Sample], settings: ChainSettings, weights: &mut Weights) {
    let zero: Transitions = [[[0.0; LABELS]; LABELS + 1]; CLASSES];
    let mut state = State {
        weights: vec![[0.0; LABELS]; ROWS],
        sums: vec![[0.0; LABELS]; ROWS],
        squares: vec![[0.0; LABELS]; ROWS],
        transitions: Box::new(zero),
        transition_squares: Box::new(zero),
        turn: 0,
    };
    let all: Vec<Vec<Label>> = samples.iter().map(|sample| labels(sample)).collect();
    let units: Vec<(usize, usize)> = (samples.iter().enumerate())
        .flat_map(|(at, sample)| (0..sample.text.units.len()).map(move |unit| (at, unit)))
        .filter(|(at, unit)| !samples[*at].text.units[*unit].is_empty())
        .collect();
    for epoch in 0..settings.epochs {
        for next in shuffled(units.len(), epoch + 1) {
            let (at, unit) = units[next];
            state.learn(samples[at], &all[at], unit, settings);
        }
    }
    weights.emission_step = settings.step;
    // All features are used now, and only a part of them was.
    let kept = (100 - settings.dropout) as f32 / 100.0;
    for (rounded, exact) in weights.emissions.iter_mut().zip(&state.weights) {
        *rounded = exact.map(|value| rounded_to(value * kept, settings.step));
    }
    weights.transitions = state.transitions;
    // Four digits after the binary point are enough, and compress well.
    for value in weights.transitions.iter_mut().flatten().flatten() {
        *value = (*value * 16.0).round() / 16.0;
    }
}

/// Returns a weight in units of a step, as far as a byte goes.
pub fn rounded_to(value: f32, step: f32) -> i8 {
    #[allow(clippy::cast_possible_truncation, reason = "the value is within the range of i8")]
    let rounded = (value / step).round().clamp(-127.0, 127.0) as i8;
    rounded
}

/// Returns the rows of a token's features without those that are left out this time.
fn kept(hashes: &[u32], token: usize, turn: u64, dropout: u64) -> Vec<usize> {
    let is_kept = |position: usize| {
        dropout == 0 || mix(&[turn, token as u64, position as u64]) % 100 >= dropout
    };
    let rows = hashes.iter().enumerate().filter(|(position, _)| is_kept(*position));
    rows.map(|(_, hash)| *hash as usize).collect()
}

impl State {
    fn learn(&mut self, sample: &Sample, labels: &[Label], unit: usize, settings: ChainSettings) {
        let range = sample.text.units[unit].clone();
        let labels = &labels[range.clone()];
        let classes = &sample.described.features.transitions[range.clone()];
        self.turn += 1;
        let kept: Vec<Vec<usize>> = range
            .clone()
            .map(|at| kept(sample.described.features.of(at), at, self.turn, settings.dropout))
            .collect();
        let emissions = kept.iter().map(|rows| {
            let mut sums = [0.0_f32; LABELS];
            for row in rows {
                let row = &self.weights[*row];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            sums
        });
        let mut factors = self.transitions.clone();
        for rows in factors.iter_mut() {
            for (from, row) in rows.iter_mut().enumerate() {
                for (to, value) in row.iter_mut().enumerate() {
                    *value = if can_follow(from, to) { libm::expf(*value) } else { 0.0 };
                }
            }
        }
        let lattice = Lattice {
            emissions: emissions.collect(),
            classes,
            transitions: &self.transitions,
            factors: &factors,
        };
        let (marginals, pairs) = lattice.marginals_and_pairs();
        // Transitions: the expected less the observed number of each.
        let mut gradients: Transitions = [[[0.0; LABELS]; LABELS + 1]; CLASSES];
        for at in 0..labels.len() {
            let own = &mut gradients[usize::from(classes[at])];
            let to = usize::from(labels[at]);
            if at == 0 {
                for label in 0..LABELS {
                    own[START][label] += marginals[0][label];
                }
                own[START][to] -= 1.0;
            } else {
                for from in 0..LABELS {
                    for label in 0..LABELS {
                        own[from][label] += pairs[at][from][label];
                    }
                }
                own[usize::from(labels[at - 1])][to] -= 1.0;
            }
        }
        let steps = self.transitions.iter_mut().flatten().flatten();
        let squares = self.transition_squares.iter_mut().flatten().flatten();
        for ((value, square), gradient) in
            steps.zip(squares).zip(gradients.iter().flatten().flatten())
        {
            if *gradient != 0.0 {
                *square += gradient * gradient;
                *value -= 0.1 * gradient / (0.01 + square.sqrt());
            }
        }
        for (offset, rows) in kept.iter().enumerate() {
            for label in 0..LABELS {
                let is_own = usize::from(labels[offset]) == label;
                let gradient = marginals[offset][label] - f32::from(u8::from(is_own));
                if gradient.abs() < 1e-4 {
                    continue;
                }
                for row in rows {
                    self.step(*row, label, gradient, settings);
                }
            }
        }
    }

    /// Changes one weight by the gradient of a feature.
    fn step(&mut self, row: usize, label: usize, gradient: f32, settings: ChainSettings) {
        let weight = &mut self.weights[row][label];
        let (sum, square) = (&mut self.sums[row][label], &mut self.squares[row][label]);
        let more = *square + gradient * gradient;
        let root = more.sqrt();
        *sum += gradient - (root - square.sqrt()) / settings.alpha * *weight;
        *square = more;
        let over = sum.abs() - settings.l1;
        *weight = if over > 0.0 {
            -over.copysign(*sum) / ((1.0 + root) / settings.alpha + settings.l2)
        } else {
            0.0
        };
    }
}
