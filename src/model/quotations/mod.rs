//! Quotations: the parts of a text in quotation marks. `find` finds them with the pairs of marks
//! from `scan`; `marks` decides which marks open and close, and
//! `convention` has the marks of languages. Never here: directness, the share of a
//! statement that is quoted (`directness`).

#[cfg(not(reader))]
mod convention;
#[cfg(not(reader))]
mod find;
#[cfg(not(reader))]
mod marks;
#[cfg(not(reader))]
mod scan;
#[cfg(not(reader))]
mod single;
#[cfg(test)]
mod tests;

#[cfg(not(reader))]
pub use convention::Convention;
#[cfg(not(reader))]
pub use find::{single_quotations, titles_without_marks};
#[cfg(not(reader))]
pub use marks::{closers as closing_marks, closes_in_place_of};

use super::{Span, UnitIx};

/// The quotations of each unit, in reading order and without overlaps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotations {
    units: Vec<Vec<Span>>,
}

impl Quotations {
    /// Wraps the quotations of each unit.
    pub(super) const fn new(units: Vec<Vec<Span>>) -> Self {
        Self { units }
    }

    /// Returns the quotations of a unit.
    pub fn of(&self, unit: UnitIx) -> &[Span] {
        self.units.get(unit.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns true if a code point of a unit is in quotation marks.
    pub fn contains(&self, unit: UnitIx, code_point: u32) -> bool {
        let quoted = self.of(unit);
        let next = quoted.partition_point(|s| s.end <= code_point);
        quoted.get(next).is_some_and(|s| s.start <= code_point)
    }

    /// Returns the parts of a span that are in quotation marks.
    pub fn within(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let quoted = self.of(span.unit);
        let first = quoted.partition_point(|quoted| quoted.end <= span.start);
        quoted[first..].iter().take_while(move |quoted| quoted.overlaps(span)).map(move |quoted| {
            Span {
                unit: span.unit,
                start: quoted.start.max(span.start),
                end: quoted.end.min(span.end),
            }
        })
    }
}
