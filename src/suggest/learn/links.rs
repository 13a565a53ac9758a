//! Training of the links between cues and their parts.

use super::chain::rounded_to;
use super::labels::labels;
use super::sample::Sample;
use super::shuffle::shuffled;
use crate::suggest::chain::{
    CONTENT, CUE, LINK_BITS, Links, MAX_DISTANCE, SOURCE, Segment, Weights, logistic, segments,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// The unit of weights after rounding.
const STEP: f32 = 0.1;
/// How often each pair is used.
const EPOCHS: u64 = 4;
/// The strength of L1.
const L1: f32 = 0.5;
/// The size of steps.
const ALPHA: f32 = 0.1;

/// A pair of a cue and a part, by its features, and whether they belong together.
struct Pair {
    features: Vec<u32>,
    belongs: bool,
}

/// Trains the links on the marked parts, and sets their weights.
pub fn train_links(samples: &[&Sample], weights: &mut Weights) {
    for (table, kind) in [SOURCE, CONTENT].into_iter().enumerate() {
        let pairs: Vec<Pair> = samples.iter().flat_map(|sample| pairs(sample, kind)).collect();
        let mut values = vec![0.0_f32; 1 << LINK_BITS];
        let mut sums = values.clone();
        let mut squares = values.clone();
        for epoch in 0..EPOCHS {
            for next in shuffled(pairs.len(), epoch + 1) {
                let pair = &pairs[next];
                let score = pair.features.iter().map(|hash| values[*hash as usize]).sum::<f32>();
                let gradient = logistic(score) - f32::from(u8::from(pair.belongs));
                for hash in &pair.features {
                    let at = *hash as usize;
                    let more = squares[at] + gradient * gradient;
                    sums[at] += gradient - (more.sqrt() - squares[at].sqrt()) / ALPHA * values[at];
                    squares[at] = more;
                    let over = sums[at].abs() - L1;
                    values[at] = if over > 0.0 {
                        -over.copysign(sums[at]) / ((1.0 + more.sqrt()) / ALPHA + 1.0)
                    } else {
                        0.0
                    };
                }
            }
        }
        weights.links[table] = values.into_iter().map(|value| rounded_to(value, STEP)).collect();
    }
    weights.link_step = STEP;
}

/// Returns the pairs of a cue and a part of one kind that are near each other.
fn pairs(sample: &Sample, kind: u8) -> Vec<Pair> {
    let labels = labels(sample);
    let mut owners: BTreeMap<(u8, usize), Vec<usize>> = BTreeMap::new();
    for (owner, marked) in sample.marked.iter().enumerate() {
        let mut own = |kind: u8, ranges: &[Range<usize>]| {
            for range in ranges {
                owners.entry((kind, range.start)).or_default().push(owner);
            }
        };
        own(SOURCE, &marked.source);
        own(CUE, &marked.cue);
        own(CONTENT, &marked.content);
    }
    let described = &sample.described;
    let links = Links { columns: &described.columns, sentences: &described.sentences };
    let owners_of = |it: &Segment| owners.get(&(it.kind, it.range.start)).map_or(&[][..], |it| it);
    let mut found = Vec::new();
    for unit in &sample.text.units {
        let all = segments(&labels[unit.clone()], unit.start);
        for part in all.iter().filter(|it| it.kind == kind) {
            for cue in all.iter().filter(|it| it.kind == CUE) {
                if part.range.start.abs_diff(cue.range.start) > MAX_DISTANCE {
                    continue;
                }
                let of_cue = owners_of(cue);
                let belongs = owners_of(part).iter().any(|owner| of_cue.contains(owner));
                found.push(Pair { features: links.features(part, cue, &all), belongs });
            }
        }
    }
    found
}
