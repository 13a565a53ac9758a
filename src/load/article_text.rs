//! The text of an article, and the search for quoted words in it.

use super::boundary::is_word_boundary;
use super::code::QuoteCode;
use super::difference::visual_form;
use super::problem::Problem;
use crate::model::{Span, Unit, UnitIx};
use std::cell::Cell;

/// Maximum number of bytes searched for hints in one file. Each hint searches the whole text. This
/// takes a few seconds, and is enough for several hundred hints in an article of usual length.
const MAX_SEARCHED: usize = 1_000_000;

/// The text units of an article, and copies with straight quotation marks, code point for code
/// point.
pub struct Text {
    /// The units as the article has them.
    pub units: Vec<Unit>,
    straight: Vec<Unit>,
    /// Number of bytes that may still be searched for hints.
    allowance: Cell<usize>,
}

impl Text {
    /// Creates the text from its units.
    pub fn new(units: Vec<Unit>) -> Self {
        let straight = units.iter().map(|unit| Unit::new(&straighten(unit.as_str()))).collect();
        Self { units, straight, allowance: Cell::new(MAX_SEARCHED) }
    }

    /// Returns the unit with a number: 0 for the dateline, 1 for the first paragraph.
    pub fn unit(&self, number: u64) -> Option<UnitIx> {
        let ix = u32::try_from(number).ok()?;
        ((ix as usize) < self.units.len()).then_some(UnitIx(ix))
    }

    /// Returns the problem for a number for which `unit` returns `None`.
    pub fn no_unit(&self, number: u64) -> Problem {
        let last = self.units.len().saturating_sub(1);
        Problem::error(QuoteCode::NoSuchParagraph, format!("there is no paragraph {number}"))
            .hint(format!("the article has paragraphs 1 to {last}; the dateline is 0"))
    }

    /// Returns true if the words occur in the text, at word boundaries.
    pub fn contains(&self, words: &str) -> bool {
        let wanted = Wanted::new(words, None, None);
        self.unit_indexes().any(|unit| !wanted.in_unit(self, unit).is_empty())
    }

    /// Returns true if the text contains the words, perhaps with other spaces, invisible characters or
    /// another encoding of the same letters. Enough for a name, which has no place in the text.
    pub fn contains_name(&self, name: &str) -> bool {
        let units =
            || self.units.iter().map(|unit| Unit::new(&visual_form(unit.as_str()))).collect();
        self.contains(name) || Self::new(units()).contains(&visual_form(name))
    }

    /// Returns a unit with straight quotation marks. It is empty after the last unit.
    pub fn straight(&self, unit: UnitIx) -> &str {
        self.straight.get(unit.index()).map_or("", Unit::as_str)
    }

    /// Returns the original text of the bytes `start..end` of a unit with straight quotation marks.
    pub fn original(&self, unit: UnitIx, start: usize, end: usize) -> &str {
        let straight = &self.straight[unit.index()];
        self.units[unit.index()].slice(straight.code_point(start), straight.code_point(end))
    }

    /// Returns up to three words before a span and up to three after it, from the same unit.
    pub fn surroundings(&self, span: Span) -> (String, String) {
        const MAX_WORDS: usize = 3;
        let unit = &self.units[span.unit.index()];
        let before: Vec<&str> = unit.slice(0, span.start).split_whitespace().collect();
        let before = &before[before.len().saturating_sub(MAX_WORDS)..];
        let after = unit.slice(span.end, unit.len()).split_whitespace();
        (before.join(" "), after.take(MAX_WORDS).collect::<Vec<_>>().join(" "))
    }

    /// Returns the text before a span and after it, in its unit, with straight quotation marks.
    pub fn straight_around(&self, span: Span) -> (&str, &str) {
        let unit = &self.straight[span.unit.index()];
        (unit.slice(0, span.start), unit.slice(span.end, unit.len()))
    }

    /// Returns true if there is time left to search for the words that a quote may have meant.
    /// Reduces the time left.
    pub fn allows_hint(&self, exact: &str) -> bool {
        let size: usize = self.units.iter().map(|unit| unit.as_str().len()).sum();
        let left = self.allowance.get().checked_sub(size + exact.len());
        self.allowance.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Returns the units in reading order.
    pub fn unit_indexes(&self) -> impl Iterator<Item = UnitIx> {
        (0..self.units.len()).map(|position| UnitIx(u32::try_from(position).unwrap_or(u32::MAX)))
    }
}

/// Replaces curly quotation marks and apostrophes by straight ones, one character each.
fn straighten(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '“' | '”' | '„' | '‟' => '"',
            '‘' | '’' | '‚' | '‛' => '\'',
            c => c,
        })
        .collect()
}

/// Returns the name of a unit for messages: `the dateline` or `paragraph 2`.
pub fn place(unit: UnitIx) -> String {
    unit.paragraph().map_or("the dateline".to_owned(), |number| format!("paragraph {number}"))
}

/// The words of a quote and the words around it, with straight quotation marks.
pub struct Wanted {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl Wanted {
    pub fn new(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Self {
        Self {
            exact: straighten(exact),
            prefix: straighten(prefix.unwrap_or_default().trim()),
            suffix: straighten(suffix.unwrap_or_default().trim()),
        }
    }

    /// Returns true if the text before and after an occurrence has the prefix and the suffix.
    pub fn fits(&self, before: &str, after: &str) -> bool {
        before.trim_end().ends_with(&self.prefix) && after.trim_start().starts_with(&self.suffix)
    }

    /// Returns all occurrences in a unit, at word boundaries and between the prefix and the suffix.
    pub fn in_unit(&self, text: &Text, unit: UnitIx) -> Vec<Span> {
        let words = &text.straight[unit.index()];
        let whole = words.as_str();
        let mut found = Vec::new();
        for start in occurrences(whole, &self.exact) {
            let end = start + self.exact.len();
            let (before, after) = (&whole[..start], &whole[end..]);
            if is_word_boundary(whole, start)
                && is_word_boundary(whole, end)
                && self.fits(before, after)
            {
                let (start, end) = (words.code_point(start), words.code_point(end));
                found.push(Span { unit, start, end });
            }
        }
        found
    }
}

/// Returns the byte offsets of all occurrences, which may overlap ("ha ha" in "ha ha ha").
fn occurrences(text: &str, words: &str) -> Vec<usize> {
    let Some(first) = words.chars().next() else { return Vec::new() };
    let mut offsets = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find(words) {
        offsets.push(from + found);
        from += found + first.len_utf8();
    }
    offsets
}
