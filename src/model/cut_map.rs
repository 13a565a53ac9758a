//! Where the shown stretches of a unit stand in its cut text.

use super::{Article, GAP, Span, Unit, UnitIx};

/// A gap's length, in code points.
const GAP_LENGTH: u32 = 3;

/// The cut text of one unit: its shown stretches with a gap for all that is left out before, between
/// and after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    unit: UnitIx,
    /// Each shown stretch as `start..end` of the whole text, and where it starts in the cut text.
    pieces: Vec<(u32, u32, u32)>,
    /// More of the whole text follows the last stretch.
    goes_on: bool,
}

impl Layout {
    /// The layout of a unit that shows these stretches of it; `goes_on` where more follows the last.
    pub fn new(unit: UnitIx, shown: impl Iterator<Item = Span>, goes_on: bool) -> Self {
        let mut pieces: Vec<(u32, u32, u32)> = Vec::new();
        let mut at = 0;
        for span in shown {
            at += match pieces.last() {
                Some(_) => 1 + GAP_LENGTH + 1,
                None if span.start > 0 => GAP_LENGTH + 1,
                None => 0,
            };
            pieces.push((span.start, span.end, at));
            at += span.len();
        }
        Self { unit, pieces, goes_on }
    }

    /// The layout of a unit that was cut already, of which these stretches among others are shown.
    pub fn of_cut(unit: UnitIx, shown: &[Span], cut: &Unit) -> Self {
        let shown = shown.iter().copied().filter(|span| span.unit == unit);
        let mut layout = Self::new(unit, shown, false);
        let last = layout.pieces.last().map(|(start, end, at)| at + (end - start));
        layout.goes_on = last.is_some_and(|end| end < cut.len());
        layout
    }

    /// Cuts the text of the unit.
    pub fn cut(&self, whole: &Unit) -> Unit {
        let mut parts: Vec<&str> = Vec::new();
        if self.pieces.first().is_none_or(|(start, ..)| *start > 0) {
            parts.push(GAP);
        }
        for (position, (start, end, _)) in self.pieces.iter().enumerate() {
            if position > 0 {
                parts.push(GAP);
            }
            parts.push(whole.slice(*start, *end));
        }
        if self.goes_on && !self.pieces.is_empty() {
            parts.push(GAP);
        }
        Unit::new(&parts.join(" "))
    }

    /// True where a text has this layout: a gap wherever something is left out, and the right length.
    pub fn fits(&self, cut: &Unit) -> bool {
        let Some((last_start, last_end, last_at)) = self.pieces.last() else {
            return cut.as_str() == GAP;
        };
        let is_gap = |from, to| cut.slice(from, to).trim() == GAP;
        let mut before = 0;
        for (start, end, at) in &self.pieces {
            if *at > 0 && !is_gap(before, *at) {
                return false;
            }
            before = at + (end - start);
        }
        let end = last_at + (last_end - last_start);
        if self.goes_on { is_gap(end, cut.len()) } else { end == cut.len() }
    }

    /// The place of a span of the whole text in the cut one. What of it is left out is its gap's.
    pub fn to_cut(&self, span: Span) -> Span {
        let start = self.place(span.start).unwrap_or_else(|gap| gap);
        let end = self.place(span.end - 1).map_or_else(|gap| gap + GAP_LENGTH, |at| at + 1);
        Span { start, end, ..span }
    }

    /// Where a code point of the whole text stands in the cut one.
    ///
    /// # Errors
    /// The start of the gap that stands for it, where it is left out.
    fn place(&self, of: u32) -> Result<u32, u32> {
        let mut gap = 0;
        for (start, end, at) in &self.pieces {
            if of < *start {
                break;
            }
            if of < *end {
                return Ok(at + (of - start));
            }
            gap = at + (end - start) + 1;
        }
        Err(gap)
    }

    /// The place of a span of the cut text in the whole one; `None` where a gap stands in it.
    pub fn to_whole(&self, span: Span) -> Option<Span> {
        let (start, _, at) = self
            .pieces
            .iter()
            .find(|(start, end, at)| *at <= span.start && span.end <= at + (end - start))?;
        let shift = |offset: u32| start + (offset - at);
        Some(Span { start: shift(span.start), end: shift(span.end), ..span })
    }
}

impl Article {
    /// The place of a span in the article as it was published; `None` where words of it may not be
    /// shown. For a text that is shown in full, the span itself.
    pub fn original(&self, span: Span) -> Option<Span> {
        if !self.is_cut() {
            return Some(span);
        }
        Layout::of_cut(span.unit, &self.shown, self.unit(span.unit)).to_whole(span)
    }

    /// True where words of a span may not be shown.
    pub fn withholds(&self, span: Span) -> bool {
        self.original(span).is_none()
    }
}
