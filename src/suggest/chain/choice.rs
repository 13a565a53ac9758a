//! Which candidates become suggestions: the most confident first, and no two for the same words.

use super::candidates::Candidate;
use super::confidence::confidence;
use super::weights::Level;
use std::collections::BTreeMap;
use std::ops::Range;

/// Maximum part of the shorter content that two attributions may share.
const MAX_SHARED: f32 = 0.4;
/// Number of tokens of a block. No stretch is longer.
const BLOCK: usize = 1024;

/// Returns candidates with their confidence, the most confident first.
pub fn ranked(candidates: Vec<Candidate>, level: &Level) -> Vec<(Candidate, f32)> {
    let mut ranked: Vec<(Candidate, f32)> = (candidates.into_iter())
        .map(|it| {
            let own = confidence(&level.confidence, &it.evidence);
            (it, own)
        })
        .collect();
    ranked.sort_by(|(a, one), (b, other)| {
        other.total_cmp(one).then_with(|| a.content[0].start.cmp(&b.content[0].start))
    });
    ranked
}

/// Returns those of ranked candidates that have the minimum confidence and do not exclude each other, in text order.
pub fn chosen(ranked: Vec<(Candidate, f32)>, level: &Level) -> Vec<(Candidate, f32)> {
    let confident = ranked.into_iter().take_while(|(_, own)| *own >= level.threshold);
    let mut kept: Vec<(Candidate, f32)> = Vec::new();
    let mut near: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (candidate, own) in confident {
        // Only attributions of one stretch can exclude each other.
        let block = candidate.content[0].start / BLOCK;
        let others = near.range(block.saturating_sub(1)..=block + 1).flat_map(|(_, list)| list);
        if others.into_iter().all(|other| can_both_be(&candidate, &kept[*other].0)) {
            near.entry(block).or_default().push(kept.len());
            kept.push((candidate, own));
        }
    }
    kept.sort_by_key(|(it, _)| (it.content[0].start, it.cue.as_ref().map(|cue| cue.start)));
    kept
}

/// Returns true if two attributions can both be right.
fn can_both_be(one: &Candidate, other: &Candidate) -> bool {
    let length = |it: &Candidate| it.content.iter().map(|piece| piece.len()).sum::<usize>();
    let shared: usize =
        (one.content.iter()).flat_map(|a| other.content.iter().map(move |b| overlap(a, b))).sum();
    if shared == 0 {
        return one.cue.is_none() || one.cue != other.cue;
    }
    shared as f32 <= MAX_SHARED * length(one).min(length(other)) as f32
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}
