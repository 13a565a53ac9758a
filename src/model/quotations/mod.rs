//! The stretches of a text that stand in quotation marks. What counts as one says `quotation`.

use super::{Span, UnitIx};

/// The stretches in quotation marks of each unit, in order, none overlapping.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotations {
    units: Vec<Vec<Span>>,
}

impl Quotations {
    /// The stretches of each unit, where they are known already.
    pub(super) const fn new(units: Vec<Vec<Span>>) -> Self {
        Self { units }
    }

    /// The stretches of a unit.
    pub fn of(&self, unit: UnitIx) -> &[Span] {
        self.units.get(unit.index()).map_or(&[], Vec::as_slice)
    }

    /// True when the code point of a unit stands in quotation marks.
    pub fn holds(&self, unit: UnitIx, code_point: u32) -> bool {
        self.of(unit).iter().any(|s| s.start <= code_point && code_point < s.end)
    }

    /// The parts of a span that stand in quotation marks.
    pub fn within(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        (self.of(span.unit).iter()).filter(move |quoted| quoted.overlaps(span)).map(move |quoted| {
            Span {
                unit: span.unit,
                start: quoted.start.max(span.start),
                end: quoted.end.min(span.end),
            }
        })
    }
}
