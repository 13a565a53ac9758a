//! Spans that can be asked which of them overlap or contain another, without a look at all of them.

#[cfg(not(reader))]
use super::{Background, Voice, pair_key, sorted_positions};
use super::{Span, UnitIx};
use serde::{Deserialize, Serialize};

/// Spans that can be asked whether they cover others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cover {
    /// In reading order.
    spans: Vec<Covered>,
}

/// A span of a cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Covered {
    span: Span,
    /// Its position in the list that the cover was made of.
    at: u32,
    /// The largest end of the spans up to it in the same unit.
    reach: u32,
}

impl Cover {
    /// Makes a cover of spans in any order.
    #[cfg(not(reader))]
    pub fn of(spans: Vec<Span>) -> Self {
        let by_offset = sorted_positions(spans.iter().map(|s| pair_key(s.unit.0, s.start)));
        let mut spans: Vec<(Span, u32)> =
            by_offset.into_iter().map(|at| (spans[at as usize], at)).collect();
        // Of neighbours that are equal, the first is enough.
        spans.dedup_by_key(|(span, _)| *span);
        let mut covered: Vec<Covered> = Vec::with_capacity(spans.len());
        for (span, at) in spans {
            let before = covered.last().filter(|before| before.span.unit == span.unit);
            let reach = before.map_or(span.end, |before| before.reach.max(span.end));
            covered.push(Covered { span, at, reach });
        }
        Self { spans: covered }
    }

    /// Makes a cover of the words whose voice is unclear.
    #[cfg(not(reader))]
    pub fn of_unclear(background: &[Background]) -> Self {
        let unclear = background.iter().filter(|part| part.voice == Voice::Unclear);
        Self::of(unclear.flat_map(|part| &part.words).copied().collect())
    }

    /// Returns true if one of the spans contains another.
    pub fn contains(&self, span: Span) -> bool {
        let last = self.before((span.unit, span.start + 1)).last();
        last.is_some_and(|last| last.span.unit == span.unit && span.end <= last.reach)
    }

    /// Calls a function with each span that overlaps another, and with its position in the list.
    pub fn overlapping(&self, span: Span, visit: &mut dyn FnMut(Span, u32)) {
        self.all_overlapping(span, &mut |other, at| {
            visit(other, at);
            true
        });
    }

    /// Returns true if a function does, for all spans that overlap another. It is called with each and with its
    /// position in the list, from the last to the first, until it returns false.
    pub fn all_overlapping(&self, span: Span, is: &mut dyn FnMut(Span, u32) -> bool) -> bool {
        let near = self.before((span.unit, span.end)).iter().rev();
        let near = near.take_while(|it| it.span.unit == span.unit && it.reach > span.start);
        near.filter(|it| it.span.overlaps(span)).all(|it| is(it.span, it.at))
    }

    /// Returns the spans that start before a place.
    fn before(&self, place: (UnitIx, u32)) -> &[Covered] {
        &self.spans[..self.spans.partition_point(|it| (it.span.unit, it.span.start) < place)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
