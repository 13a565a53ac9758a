//! The mapping between positions in the whole text of a unit and in its cut text.

use super::{Article, GAP, Span, Unit, UnitIx};

/// Length of a gap in code points.
const GAP_LENGTH: u32 = 3;

/// The cut of one unit: the parts that are shown, with a gap for each part left out before, between
/// or after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutMap {
    unit: UnitIx,
    /// Each part shown, as code points `start..end` of the whole text and its start in the cut
    /// text.
    pieces: Vec<(u32, u32, u32)>,
    /// True if the whole text continues after the last part.
    ends_in_gap: bool,
}

impl CutMap {
    /// Returns the map of a unit that shows only the given parts. `ends_in_gap` says whether the
    /// unit continues after the last.
    pub fn new(unit: UnitIx, shown: impl Iterator<Item = Span>, ends_in_gap: bool) -> Self {
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
        Self { unit, pieces, ends_in_gap }
    }

    /// Returns the map of a unit that was cut already. `shown` can include parts of other units.
    pub fn of_cut(unit: UnitIx, shown: &[Span], cut: &Unit) -> Self {
        // They are in reading order.
        let first = shown.partition_point(|span| span.unit < unit);
        let shown = shown[first..].iter().copied().take_while(|span| span.unit == unit);
        let mut map = Self::new(unit, shown, false);
        let last = map.pieces.last().map(|(start, end, at)| at + (end - start));
        map.ends_in_gap = last.is_some_and(|end| end < cut.len());
        map
    }

    /// Returns the cut text of the unit.
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
        if self.ends_in_gap && !self.pieces.is_empty() {
            parts.push(GAP);
        }
        Unit::new(&parts.join(" "))
    }

    /// Returns true if a cut text matches this map: a gap for each part left out, and the right
    /// length.
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
        if self.ends_in_gap { is_gap(end, cut.len()) } else { end == cut.len() }
    }

    /// Converts a span of the whole text to the cut text. An end that was left out moves to its
    /// gap.
    pub fn to_cut(&self, span: Span) -> Span {
        let start = self.offset(span.start).unwrap_or_else(|gap| gap);
        let end = self.offset(span.end - 1).map_or_else(|gap| gap + GAP_LENGTH, |at| at + 1);
        Span { start, end, ..span }
    }

    /// Converts a code point offset of the whole text to the cut text.
    ///
    /// # Errors
    /// Returns the start of the gap if the code point was left out.
    fn offset(&self, of: u32) -> Result<u32, u32> {
        let after = self.pieces.partition_point(|(start, ..)| *start <= of);
        let Some((start, end, at)) = after.checked_sub(1).map(|last| self.pieces[last]) else {
            return Err(0);
        };
        if of < end { Ok(at + (of - start)) } else { Err(at + (end - start) + 1) }
    }

    /// Converts a span of the cut text to the whole text. Returns `None` if it overlaps a gap.
    pub fn to_whole(&self, span: Span) -> Option<Span> {
        let after = self.pieces.partition_point(|(.., at)| *at <= span.start);
        let (start, end, at) = self.pieces[after.checked_sub(1)?];
        if span.end > at + (end - start) {
            return None;
        }
        let shift = |offset: u32| start + (offset - at);
        Some(Span { start: shift(span.start), end: shift(span.end), ..span })
    }
}

impl Article {
    /// Converts a span to the article as published. Returns `None` if the span is not shown in
    /// full.
    pub fn original(&self, span: Span) -> Option<Span> {
        if !self.is_cut() {
            return Some(span);
        }
        CutMap::of_cut(span.unit, &self.shown, self.unit(span.unit)).to_whole(span)
    }

    /// Returns true if words of a span must not be shown.
    pub fn withholds(&self, span: Span) -> bool {
        self.original(span).is_none()
    }
}
