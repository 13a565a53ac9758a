//! The text of an article, as quotes are looked for in it.

use super::boundary::parts_words;
use super::code::QuoteCode;
use super::problem::Problem;
use crate::model::{Span, Unit, UnitIx};
use std::cell::Cell;

/// What looking for the closest words may cost for one file, in bytes of text: each hint looks through all
/// of it. That is a few seconds, and some hundred hints for an article of an ordinary length.
const MAX_SEARCHED: usize = 1_000_000;

/// The text units, and a copy of each in which marks are straightened, code point for code point.
pub struct Text {
    /// The units as they are.
    pub units: Vec<Unit>,
    straight: Vec<Unit>,
    /// How many bytes may still be looked through for hints.
    allowance: Cell<usize>,
}

impl Text {
    /// The text of an article.
    pub fn new(units: Vec<Unit>) -> Self {
        let straight = units.iter().map(|unit| Unit::new(&straighten(unit.as_str()))).collect();
        Self { units, straight, allowance: Cell::new(MAX_SEARCHED) }
    }

    /// The unit of a number as authors write it; `None` beyond the last paragraph.
    pub fn unit(&self, number: u64) -> Option<UnitIx> {
        let ix = u32::try_from(number).ok()?;
        ((ix as usize) < self.units.len()).then_some(UnitIx(ix))
    }

    /// What is wrong with a unit's number.
    pub fn no_unit(&self, number: u64) -> Problem {
        let last = self.units.len().saturating_sub(1);
        Problem::error(QuoteCode::NoSuchParagraph, format!("there is no paragraph {number}"))
            .hint(format!("the article has paragraphs 1 to {last}, and the dateline, 0"))
    }

    /// True where the words stand somewhere in the text, at word boundaries.
    pub fn holds(&self, words: &str) -> bool {
        let wanted = Wanted::new(words, None, None);
        self.all().any(|unit| !wanted.in_unit(self, unit).is_empty())
    }

    /// A unit with its marks straightened; empty beyond the last.
    pub fn plain(&self, unit: UnitIx) -> &str {
        self.straight.get(unit.index()).map_or("", Unit::as_str)
    }

    /// The bytes `start..end` of the straightened unit, as the text has them.
    pub fn marks(&self, unit: UnitIx, start: usize, end: usize) -> &str {
        let plain = &self.straight[unit.index()];
        self.units[unit.index()].slice(plain.code_point(start), plain.code_point(end))
    }

    /// False once looking for what an author may have meant has taken long enough.
    pub fn allows_hint(&self, exact: &str) -> bool {
        let size: usize = self.units.iter().map(|unit| unit.as_str().len()).sum();
        let left = self.allowance.get().checked_sub(size + exact.len());
        self.allowance.set(left.unwrap_or(0));
        left.is_some()
    }

    /// The units in reading order.
    pub fn all(&self) -> impl Iterator<Item = UnitIx> {
        (0..self.units.len()).map(|position| UnitIx(u32::try_from(position).unwrap_or(u32::MAX)))
    }
}

/// Curly quotation marks and apostrophes made straight, one character for one.
fn straighten(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '“' | '”' | '„' | '‟' => '"',
            '‘' | '’' | '‚' | '‛' => '\'',
            c => c,
        })
        .collect()
}

/// Where a unit is, for an author.
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

    /// All places in a unit where the words stand, at word boundaries, between their surroundings.
    pub fn in_unit(&self, text: &Text, unit: UnitIx) -> Vec<Span> {
        let words = &text.straight[unit.index()];
        let whole = words.as_str();
        let mut found = Vec::new();
        for start in places(whole, &self.exact) {
            let end = start + self.exact.len();
            let (before, after) = (&whole[..start], &whole[end..]);
            if parts_words(whole, start)
                && parts_words(whole, end)
                && before.trim_end().ends_with(&self.prefix)
                && after.trim_start().starts_with(&self.suffix)
            {
                let (start, end) = (words.code_point(start), words.code_point(end));
                found.push(Span { unit, start, end });
            }
        }
        found
    }
}

/// The bytes at which words stand in a text; two places may overlap ("ha ha" in "ha ha ha").
fn places(text: &str, words: &str) -> Vec<usize> {
    let Some(first) = words.chars().next() else { return Vec::new() };
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find(words) {
        places.push(from + found);
        from += found + first.len_utf8();
    }
    places
}
