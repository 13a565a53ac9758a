//! How good suggestions are: the counts of the scorer that measures on other corpora, by tokens.

use super::sample::Marked;
use std::collections::BTreeSet;
use std::ops::Range;

/// Minimum share of two contents that counts as the same attribution.
const MIN_SAME: f64 = 0.3;
/// Minimum share that counts as nearly the same content.
const MIN_NEAR: f64 = 0.7;

/// Counts over articles.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// Attributions that people marked.
    pub marked: usize,
    /// Attributions that are suggested.
    pub suggested: usize,
    /// Those that are the same.
    pub found: usize,
    /// Those found whose content is nearly the same.
    pub near: usize,
    /// Those found that have a source.
    pub with_source: usize,
    /// Those found whose sources share a token.
    pub source_touches: usize,
}

impl Score {
    /// Adds the counts of an article. `words` tells which tokens are words, and their length.
    /// Returns the suggestion that was found for each marked attribution.
    pub fn add(
        &mut self,
        words: &[usize],
        marked: &[Marked],
        suggested: &[Marked],
    ) -> Vec<Option<usize>> {
        let tokens = |ranges: &[Range<usize>]| -> BTreeSet<usize> {
            ranges.iter().flat_map(Clone::clone).filter(|at| words[*at] > 0).collect()
        };
        let size =
            |set: &mut dyn Iterator<Item = &usize>| set.map(|at| words[*at]).sum::<usize>() as f64;
        let share = |a: &BTreeSet<usize>, b: &BTreeSet<usize>| {
            size(&mut a.intersection(b)) / size(&mut a.union(b)).max(1.0)
        };
        let wanted: Vec<_> = marked.iter().map(|it| tokens(&it.content)).collect();
        let given: Vec<_> = suggested.iter().map(|it| tokens(&it.content)).collect();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (at, one) in wanted.iter().enumerate() {
            for (position, other) in given.iter().enumerate() {
                let own = share(one, other);
                if own >= MIN_SAME {
                    pairs.push((own, at, position));
                }
            }
        }
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.cmp(&one.1)));
        let mut of_marked = vec![None; marked.len()];
        let mut is_used = vec![false; suggested.len()];
        for (own, at, position) in pairs {
            if of_marked[at].is_some() || is_used[position] {
                continue;
            }
            of_marked[at] = Some(position);
            is_used[position] = true;
            self.found += 1;
            self.near += usize::from(own >= MIN_NEAR);
            let source = tokens(&marked[at].source);
            if !source.is_empty() {
                self.with_source += 1;
                let own = tokens(&suggested[position].source);
                self.source_touches += usize::from(!source.is_disjoint(&own));
            }
        }
        self.marked += marked.len();
        self.suggested += suggested.len();
        of_marked
    }

    /// Returns the part of suggestions that is right.
    pub fn precision(&self) -> f64 {
        self.found as f64 / self.suggested.max(1) as f64
    }

    /// Returns the part of the marked attributions that is found.
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.marked.max(1) as f64
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.found as f64 / (self.suggested + self.marked).max(1) as f64
    }
}
