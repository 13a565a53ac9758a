//! The labels of marked articles.

use super::sample::Sample;
use crate::suggest::chain::{CONTENT, CUE, Label, OUTSIDE, SOURCE};
use std::ops::Range;

/// Returns the label of each token. Where parts overlap, a source counts more than a content, a cue
/// more than both, and what begins later more than what is around it.
pub fn labels(sample: &Sample) -> Vec<Label> {
    let mut labels = vec![OUTSIDE; sample.text.tokens.len()];
    let mut set = |mut ranges: Vec<&Range<usize>>, kind: Label| {
        ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        for range in ranges {
            labels[range.clone()].fill(kind + 1);
            labels[range.start] = kind;
        }
    };
    let marked = &sample.marked;
    set(marked.iter().flat_map(|it| &it.content).collect(), CONTENT);
    set(marked.iter().flat_map(|it| &it.source).collect(), SOURCE);
    set(marked.iter().flat_map(|it| &it.cue).collect(), CUE);
    for unit in &sample.text.units {
        let mut before = OUTSIDE;
        for label in &mut labels[unit.clone()] {
            let continues = matches!(*label, 2 | 4 | 6) && before != *label && before + 1 != *label;
            if continues {
                *label -= 1;
            }
            before = *label;
        }
    }
    labels
}
