//! Spans that can be asked which of them overlap or contain another, without a look at all of them.

use super::Span;
#[cfg(not(target_arch = "wasm32"))]
use super::{Background, Voice, pair_key, sorted_positions};
use serde::{Deserialize, Serialize};

/// Spans that can be asked whether they cover others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cover {
    /// In reading order, each with its position in the list that the cover was made of.
    spans: Vec<(Span, u32)>,
    /// For each span, the largest end of those up to it in the same unit.
    reach: Vec<u32>,
}

impl Cover {
    /// Makes a cover of spans in any order.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(spans: Vec<Span>) -> Self {
        let by_offset = sorted_positions(spans.iter().map(|s| pair_key(s.unit.0, s.start)));
        let mut spans: Vec<(Span, u32)> =
            by_offset.into_iter().map(|at| (spans[at as usize], at)).collect();
        // Of neighbours that are equal, the first is enough.
        spans.dedup_by_key(|(span, _)| *span);
        let mut reach = Vec::with_capacity(spans.len());
        let mut before: Option<(Span, u32)> = None;
        for (span, _) in &spans {
            let end = match before {
                Some((other, end)) if other.unit == span.unit => end.max(span.end),
                _ => span.end,
            };
            reach.push(end);
            before = Some((*span, end));
        }
        Self { spans, reach }
    }

    /// Makes a cover of the words whose voice is unclear.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_unclear(background: &[Background]) -> Self {
        let unclear = background.iter().filter(|part| part.voice == Voice::Unclear);
        Self::of(unclear.flat_map(|part| &part.words).copied().collect())
    }

    /// Returns true if one of the spans contains another.
    pub fn contains(&self, span: Span) -> bool {
        let key = (span.unit, span.start);
        let after = self.spans.partition_point(|(s, _)| (s.unit, s.start) <= key);
        let last = after.checked_sub(1).map(|at| (self.spans[at].0, self.reach[at]));
        last.is_some_and(|(last, reach)| last.unit == span.unit && span.end <= reach)
    }

    /// Calls a function with each span that overlaps another, and with its position in the list.
    pub fn overlapping(&self, span: Span, visit: &mut dyn FnMut(Span, u32)) {
        let key = (span.unit, span.end);
        let mut at = self.spans.partition_point(|(s, _)| (s.unit, s.start) < key);
        while let Some(before) = at.checked_sub(1) {
            let (other, position) = self.spans[before];
            if other.unit != span.unit || self.reach[before] <= span.start {
                break;
            }
            if other.overlaps(span) {
                visit(other, position);
            }
            at = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::UnitIx;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn answers_as_a_search_of_all_spans_does(
            spans in prop::collection::vec((0..2_u32, 0..20_u32, 1..8_u32), 0..12),
            asked in (0..2_u32, 0..20_u32, 1..8_u32),
        ) {
            let span = |(unit, start, length): (u32, u32, u32)| {
                Span { unit: UnitIx(unit), start, end: start + length }
            };
            let spans: Vec<Span> = spans.into_iter().map(span).collect();
            let asked = span(asked);
            let cover = Cover::of(spans.clone());
            prop_assert_eq!(cover.contains(asked), spans.iter().any(|other| other.contains(asked)));
            let mut found = Vec::new();
            cover.overlapping(asked, &mut |other, at| {
                assert_eq!(other, spans[at as usize]);
                found.push(other);
            });
            found.sort();
            let mut expected: Vec<Span> =
                spans.into_iter().filter(|other| other.overlaps(asked)).collect();
            expected.sort();
            expected.dedup();
            found.dedup();
            prop_assert_eq!(found, expected);
        }
    }
}
