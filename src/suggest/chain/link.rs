//! Which source and which content belong to which cue: a linear model over what is between them.

use super::columns::{Columns, mix};
use super::features::bucket;
use super::lattice::{CONTENT, CUE, SOURCE};
use super::segments::Segment;
use super::weights::Weights;

/// Number of bits of the hash of a link's feature.
pub const LINK_BITS: u32 = 12;
/// Maximum distance of a part from its cue, in tokens.
pub const MAX_DISTANCE: usize = 150;

/// What links look at.
pub struct Links<'a> {
    /// The tokens.
    pub columns: &'a Columns,
    /// The sentence of each token.
    pub sentences: &'a [u32],
}

impl Links<'_> {
    /// Returns the hashes of the features of a pair. `segments` has all segments of the unit.
    pub fn features(&self, part: &Segment, cue: &Segment, segments: &[Segment]) -> Vec<u32> {
        let columns = self.columns;
        let is_left = part.range.end <= cue.range.start;
        let (low, high) = if is_left {
            (part.range.end, cue.range.start)
        } else {
            (cue.range.end, part.range.start)
        };
        let high = high.max(low);
        let between = |kind: u8| {
            let is =
                |it: &&Segment| it.kind == kind && it.range.start >= low && it.range.end <= high;
            segments.iter().filter(is).count() as u64
        };
        let (sources, cues, contents) = (between(SOURCE), between(CUE), between(CONTENT));
        let side = u64::from(is_left);
        let distance = bucket(high - low);
        let (near_part, near_cue) = if is_left {
            (part.range.end - 1, cue.range.start)
        } else {
            (part.range.start, cue.range.end - 1)
        };
        let sentences = self.sentences[near_part].abs_diff(self.sentences[near_cue]);
        let is_same = u64::from(sentences == 0);
        let word = |at: usize| columns.word[at];
        let quote = |at: usize| columns.quote[at];
        let first = part.range.start;
        let last = part.range.end - 1;
        let cue_word = word(cue.range.end - 1);
        let mut found = Features(Vec::new());
        found.add(&[0]);
        found.add(&[1, side, distance]);
        found.add(&[2, side, cues.min(2), contents.min(2), sources.min(2)]);
        found.add(&[3, side, is_same]);
        found.add(&[4, side, cues.min(3)]);
        found.add(&[5, side, u64::from(sentences.min(4))]);
        found.add(&[6, side, is_same, cues.min(2)]);
        found.add(&[7, side, cue_word]);
        found.add(&[8, side, word(cue.range.start)]);
        found.add(&[9, side, quote(first), quote(last)]);
        let is_short = part.range.len() == 1;
        found.add(&[10, side, if is_short { word(first) } else { 0 }]);
        found.add(&[11, side, columns.classes[cue.range.end - 1], is_same]);
        // Where the cue and the part are, seen from quotations.
        found.add(&[12, side, quote(cue.range.start), quote(first)]);
        found.add(&[13, side, distance, cues.min(2), is_same]);
        if low < high {
            let shape = columns.shape[low];
            found.add(&[14, side, if (6..=8).contains(&shape) { word(low) } else { 1 }]);
            for at in (low..high).take(30) {
                let is_mark = (6..=8).contains(&columns.shape[at]);
                if is_mark || columns.is_joiner[at] {
                    found.add(&[15, side, word(at)]);
                }
            }
        } else {
            found.add(&[16, side]);
        }
        found.0
    }

    /// Returns the probability that a part belongs to a cue.
    pub fn probability(
        &self,
        weights: &Weights,
        part: &Segment,
        cue: &Segment,
        segments: &[Segment],
    ) -> f32 {
        let table = &weights.links[usize::from(part.kind == CONTENT)];
        let sum: i32 = (self.features(part, cue, segments).iter())
            .map(|hash| i32::from(table[*hash as usize]))
            .sum();
        // The sum is far below 2^24, so it is exact.
        logistic(sum as f32 * weights.link_step)
    }
}

/// Returns the logistic function.
pub fn logistic(value: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-value))
}

struct Features(Vec<u32>);

impl Features {
    fn add(&mut self, values: &[u64]) {
        self.0.push((mix(values) >> (64 - LINK_BITS)) as u32);
    }
}
