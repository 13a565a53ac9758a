//! The parts that labels mark.

use super::lattice::{CONTENT, CUE, Label, SOURCE};
use std::ops::Range;

/// Tokens of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The label of the first token: [`SOURCE`], [`CUE`] or [`CONTENT`].
    pub kind: Label,
    /// The tokens, counted within the text.
    pub range: Range<usize>,
}

/// Returns the segments of labels, whose first is that of the token `start`.
pub fn segments(labels: &[Label], start: usize) -> Vec<Segment> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < labels.len() {
        let kind = labels[at];
        if !matches!(kind, SOURCE | CUE | CONTENT) {
            at += 1;
            continue;
        }
        let rest = &labels[at + 1..];
        let length = 1 + rest.iter().take_while(|label| **label == kind + 1).count();
        found.push(Segment { kind, range: start + at..start + at + length });
        at += length;
    }
    found
}
