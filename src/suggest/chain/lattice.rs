//! The chain over the labels of a unit's tokens: the most probable labels, and the probability of
//! each label of each token (a conditional random field).

use super::features::CLASSES;

/// Number of labels.
pub const LABELS: usize = 7;
/// The row of transitions into the first token of a unit.
pub const START: usize = LABELS;
/// Score of a transition that does not exist.
pub const NEVER: f32 = -1e4;

/// A label: outside, or the first or a further token of a source, a cue or a content.
pub type Label = u8;

/// Outside of all attributions.
pub const OUTSIDE: Label = 0;
/// The first token of a source.
pub const SOURCE: Label = 1;
/// The first token of a cue.
pub const CUE: Label = 3;
/// The first token of a content.
pub const CONTENT: Label = 5;

/// Scores of transitions: for each class, from each label or the start, to each label.
pub type Transitions = [[[f32; LABELS]; LABELS + 1]; CLASSES];

/// Returns true if a label can follow another: a further token only after a token of its part.
pub const fn can_follow(from: usize, to: usize) -> bool {
    !matches!(to, 2 | 4 | 6) || from == to || from + 1 == to
}

/// The scores of the labels of a unit.
pub struct Lattice<'a> {
    /// The score of each label of each token.
    pub emissions: Vec<[f32; LABELS]>,
    /// The class of the transition into each token.
    pub classes: &'a [u8],
    /// The scores of transitions, [`NEVER`] for those that do not exist.
    pub transitions: &'a Transitions,
    /// The exponentials of the scores, 0 for transitions that do not exist.
    pub factors: &'a Transitions,
}

impl Lattice<'_> {
    /// Returns the probability of each label of each token, by the forward-backward algorithm.
    pub fn marginals(&self) -> Vec<[f32; LABELS]> {
        let (mut forward, own, scales) = self.forward();
        let mut backward = [1.0_f32; LABELS];
        for at in (0..forward.len()).rev() {
            if at + 1 < forward.len() {
                backward = self.backward(at, &own, &scales, &backward);
            }
            for label in 0..LABELS {
                forward[at][label] *= backward[label];
            }
        }
        forward
    }

    /// Returns the probability of each label of each token, and of each pair of labels of a token
    /// and the one before it.
    pub fn marginals_and_pairs(&self) -> (Vec<[f32; LABELS]>, Vec<[[f32; LABELS]; LABELS]>) {
        let (mut forward, own, scales) = self.forward();
        let n = forward.len();
        let mut pairs = vec![[[0.0; LABELS]; LABELS]; n];
        let mut backward = [1.0_f32; LABELS];
        for at in (0..n).rev() {
            if at > 0 {
                let factors = &self.factors[usize::from(self.classes[at])];
                for from in 0..LABELS {
                    for to in 0..LABELS {
                        let into = forward[at - 1][from] * factors[from][to];
                        pairs[at][from][to] = into * own[at][to] * backward[to] / scales[at];
                    }
                }
            }
            for label in 0..LABELS {
                forward[at][label] *= backward[label];
            }
            if at > 0 {
                backward = self.backward(at - 1, &own, &scales, &backward);
            }
        }
        (forward, pairs)
    }

    /// Returns the scaled forward probabilities, the exponentials of the emissions, and the scales.
    fn forward(&self) -> (Vec<[f32; LABELS]>, Vec<[f32; LABELS]>, Vec<f32>) {
        let n = self.emissions.len();
        let mut forward = vec![[0.0_f32; LABELS]; n];
        let mut scales = vec![0.0_f32; n];
        let mut own = vec![[0.0_f32; LABELS]; n];
        for at in 0..n {
            let most = self.emissions[at].iter().copied().fold(f32::MIN, f32::max);
            let factors = &self.factors[usize::from(self.classes[at])];
            let mut sum = 0.0;
            for to in 0..LABELS {
                own[at][to] = libm::expf(self.emissions[at][to] - most);
                let into = if at == 0 {
                    factors[START][to]
                } else {
                    (0..LABELS).map(|from| forward[at - 1][from] * factors[from][to]).sum()
                };
                forward[at][to] = into * own[at][to];
                sum += forward[at][to];
            }
            scales[at] = if sum > 0.0 { sum } else { f32::MIN_POSITIVE };
            forward[at].iter_mut().for_each(|value| *value /= scales[at]);
        }
        (forward, own, scales)
    }

    /// Returns the scaled backward probabilities of a token from those of the next one.
    fn backward(
        &self,
        at: usize,
        own: &[[f32; LABELS]],
        scales: &[f32],
        after: &[f32; LABELS],
    ) -> [f32; LABELS] {
        let factors = &self.factors[usize::from(self.classes[at + 1])];
        let mut found = [0.0; LABELS];
        for (from, value) in found.iter_mut().enumerate() {
            let onward = |to: usize| factors[from][to] * own[at + 1][to] * after[to];
            *value = (0..LABELS).map(onward).sum::<f32>() / scales[at + 1];
        }
        found
    }

    /// Returns the labels with the greatest score, and the score, by the Viterbi algorithm. With
    /// `cue`, a cue begins at that token.
    pub fn best(&self, cue: Option<usize>) -> (Vec<Label>, f32) {
        const FORCE: f32 = 50.0;
        let n = self.emissions.len();
        let mut from_of = vec![[0_u8; LABELS]; n];
        let mut scores = [0.0_f32; LABELS];
        for at in 0..n {
            let transitions = &self.transitions[usize::from(self.classes[at])];
            let mut next = [0.0_f32; LABELS];
            for to in 0..LABELS {
                let (mut best, mut best_from) = (f32::MIN, 0_u8);
                if at == 0 {
                    best = transitions[START][to];
                } else {
                    for (from, score) in (0_u8..).zip(scores) {
                        let score = score + transitions[usize::from(from)][to];
                        if score > best {
                            (best, best_from) = (score, from);
                        }
                    }
                }
                next[to] = best + self.emissions[at][to];
                if cue == Some(at) && to == usize::from(CUE) {
                    next[to] += FORCE;
                }
                from_of[at][to] = best_from;
            }
            scores = next;
        }
        let mut label = 0_u8;
        for (other, score) in (0_u8..).zip(scores) {
            if score > scores[usize::from(label)] {
                label = other;
            }
        }
        let score = scores[usize::from(label)] - if cue.is_some() { FORCE } else { 0.0 };
        let mut labels = vec![OUTSIDE; n];
        for at in (0..n).rev() {
            labels[at] = label;
            label = from_of[at][usize::from(label)];
        }
        (labels, score)
    }
}
