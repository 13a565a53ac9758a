//! From quoted words to a place in the text.
//!
//! A quote matches at word boundaries: a letter or digit never continues on either side, nor does a
//! number. It is
//! looked for in the statement's passage first, then in the whole text. Words that match nowhere,
//! or in two places, are an error and never a near miss. Straight and typographic quotation marks
//! and apostrophes match each other; the span takes what stands in the text.

use super::boundary::parts_words;
use super::closest;
use super::diagnostic::Problem;
use super::nearest::shown;
use super::wire::{Quote, ResolvedQuote};
use crate::model::{Span, Unit, UnitIx};
use std::cell::Cell;

/// So many places are told where a quote does stand.
const MOST_PLACES: usize = 3;

/// What looking for the closest words may cost for one file, in bytes of text: each hint looks through all
/// of it. That is a few seconds, and some hundred hints for an article of an ordinary length.
const MOST_SEARCHED: usize = 1_000_000;

/// The text units, and a copy of each in which marks are straightened, code point for code point.
pub struct Text {
    /// The units as they are.
    pub units: Vec<Unit>,
    straight: Vec<Unit>,
    /// How many bytes may still be looked through for hints.
    allowance: Cell<usize>,
}

/// The problem of words that occur in more than one place.
pub const AMBIGUOUS: &str = "ambiguous-quote";

/// How a place in the text is given.
pub trait Anchor {
    /// Finds the place.
    ///
    /// # Errors
    /// What is wrong with the quote, for its author.
    fn find(&self, text: &Text, passage: Option<UnitIx>) -> Result<Span, Problem>;

    /// True where no words are given at all.
    fn is_blank(&self) -> bool;
}

impl Text {
    /// The text of an article.
    pub fn new(units: Vec<Unit>) -> Self {
        let straight = units.iter().map(|unit| Unit::new(&straighten(unit.as_str()))).collect();
        Self { units, straight, allowance: Cell::new(MOST_SEARCHED) }
    }

    /// The unit of a number as authors write it; `None` beyond the last paragraph.
    pub fn unit(&self, number: u64) -> Option<UnitIx> {
        let ix = u32::try_from(number).ok()?;
        ((ix as usize) < self.units.len()).then_some(UnitIx(ix))
    }

    /// What is wrong with a unit's number.
    pub fn no_unit(&self, number: u64) -> Problem {
        let last = self.units.len().saturating_sub(1);
        Problem::error("no-such-paragraph", format!("there is no paragraph {number}"))
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

impl Anchor for Quote {
    fn find(&self, text: &Text, passage: Option<UnitIx>) -> Result<Span, Problem> {
        let wanted = match self {
            Self::Words(exact) => Wanted::new(exact, None, None),
            Self::Selector(s) => Wanted::new(&s.exact, s.prefix.as_deref(), s.suffix.as_deref()),
        };
        let named = match self {
            Self::Selector(s) => s.unit,
            Self::Words(_) => None,
        };
        if let Some(number) = named {
            let unit = text.unit(number).ok_or_else(|| text.no_unit(number))?;
            return wanted.only(text, wanted.in_unit(text, unit), Some(unit));
        }
        if let Some(unit) = passage {
            let found = wanted.in_unit(text, unit);
            if !found.is_empty() {
                return wanted.only(text, found, None);
            }
        }
        let found = text.all().flat_map(|unit| wanted.in_unit(text, unit)).take(2).collect();
        wanted.only(text, found, None)
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Words(exact) => exact.trim().is_empty(),
            Self::Selector(selector) => selector.exact.trim().is_empty(),
        }
    }
}

impl Anchor for ResolvedQuote {
    fn find(&self, text: &Text, _: Option<UnitIx>) -> Result<Span, Problem> {
        let unit = text.unit(self.unit).ok_or_else(|| text.no_unit(self.unit))?;
        let offset = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
        let span = Span { unit, start: offset(self.start), end: offset(self.end) };
        let words = &text.units[unit.index()];
        let fits = span.start < span.end && span.end <= words.len();
        if fits && words.slice(span.start, span.end) == self.exact {
            return Ok(span);
        }
        let message =
            format!("{} does not stand at {}..{}", shown(&self.exact), self.start, self.end);
        Err(Problem::error("quote-moved", message).hint("publish the dossier anew from its source"))
    }

    fn is_blank(&self) -> bool {
        self.exact.trim().is_empty()
    }
}

struct Wanted {
    exact: String,
    prefix: String,
    suffix: String,
}

impl Wanted {
    fn new(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Self {
        Self {
            exact: straighten(exact),
            prefix: straighten(prefix.unwrap_or_default().trim()),
            suffix: straighten(suffix.unwrap_or_default().trim()),
        }
    }

    /// All places in a unit where the words stand, at word boundaries, between their surroundings.
    fn in_unit(&self, text: &Text, unit: UnitIx) -> Vec<Span> {
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

    fn only(&self, text: &Text, found: Vec<Span>, within: Option<UnitIx>) -> Result<Span, Problem> {
        match found.as_slice() {
            [span] => Ok(*span),
            [] => Err(self.missing(text, within)),
            [first, second, ..] => Err(self.ambiguous(*first, *second)),
        }
    }

    fn ambiguous(&self, first: Span, second: Span) -> Problem {
        let places = if first.unit == second.unit {
            format!("twice in {}", place(first.unit))
        } else {
            format!("in {} and in {}", place(first.unit), place(second.unit))
        };
        let message = format!("{} occurs more than once: {places}", shown(&self.exact));
        Problem::error(AMBIGUOUS, message).hint(
            "say which: { \"exact\": …, \"prefix\": the words before, \"suffix\": the words after, \
             \"in\": the paragraph }",
        )
    }

    /// Why it does not stand where it was looked for: in one unit, or anywhere.
    fn missing(&self, text: &Text, within: Option<UnitIx>) -> Problem {
        let not_found = |where_not: &str| {
            let message = format!("{} does not stand in {where_not}", shown(&self.exact));
            Problem::error("quote-not-found", message)
        };
        let elsewhere = |wanted: &Self| {
            text.all().flat_map(|unit| wanted.in_unit(text, unit)).take(MOST_PLACES).collect()
        };
        let found: Vec<Span> = elsewhere(self);
        if let (Some(within), false) = (within, found.is_empty()) {
            let mut places: Vec<String> = found.iter().map(|span| place(span.unit)).collect();
            places.dedup();
            let places = places.join(" and in ");
            return not_found(&place(within)).hint(format!("it stands in {places}")).at_field("in");
        }
        if self.prefix.is_empty() && self.suffix.is_empty() {
            return not_found("the text").hint_if(closest::hint(&self.exact, text));
        }
        let found: Vec<Span> = elsewhere(&Self::new(&self.exact, None, None));
        if found.is_empty() {
            return not_found("the text").hint_if(closest::hint(&self.exact, text));
        }
        found.into_iter().fold(not_found("the text with these surroundings"), |problem, span| {
            let (before, after) = closest::around(text, span);
            let place = place(span.unit);
            problem.hint(match (before.as_str(), after.as_str()) {
                ("", "") => format!("in {place} it stands alone"),
                (_, "") => format!("in {place} it stands after {}", shown(&before)),
                ("", _) => format!("in {place} it stands before {}", shown(&after)),
                _ => format!(
                    "in {place} it stands after {} and before {}",
                    shown(&before),
                    shown(&after)
                ),
            })
        })
    }
}

/// Where a unit is, for an author.
pub fn place(unit: UnitIx) -> String {
    unit.paragraph().map_or("the dateline".to_owned(), |number| format!("paragraph {number}"))
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

#[cfg(test)]
mod tests {
    use super::super::wire::Selector;
    use super::*;

    fn text() -> Text {
        let units = [
            " 1 May Paris",
            "Talks and talks went on, “talks” he said.",
            "He said he’d walk. Walks.",
            "ha ha ha, a aa a, cafe\u{301}, 👨\u{200d}👩",
            "彼は行くと言った",
            "460,000 of 1.5 million left on 12.05.2026, in 2025, 7.",
        ];
        Text::new(units.iter().map(|text| Unit::new(text)).collect())
    }

    fn selector(exact: &str, prefix: &str, suffix: &str, unit: Option<u64>) -> Quote {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        let (prefix, suffix) = (some(prefix), some(suffix));
        Quote::Selector(Selector { exact: exact.to_owned(), prefix, suffix, unit })
    }

    #[test]
    fn finds_places() {
        let check =
            |quote: Quote, passage: Option<u32>, expected: Result<(u32, u32, u32), &str>| {
                let found = quote.find(&text(), passage.map(UnitIx));
                let found = found.map(|s| (s.unit.0, s.start, s.end)).map_err(|p| p.code);
                assert_eq!(found, expected, "{quote:?}");
            };
        let words = |s: &str| Quote::Words(s.to_owned());
        check(words("Talks"), None, Ok((1, 0, 5)));
        check(words("talks"), None, Err("ambiguous-quote"));
        check(words("\"talks\""), None, Ok((1, 25, 32)));
        check(words("he said"), Some(1), Ok((1, 33, 40)));
        check(words("He said"), Some(1), Ok((2, 0, 7)));
        check(words("walk"), None, Ok((2, 13, 17)));
        check(words("wal"), None, Err("quote-not-found"));
        check(words("he'd walk"), None, Ok((2, 8, 17)));
        check(words("ha ha"), None, Err("ambiguous-quote"));
        check(words("a a"), None, Err("quote-not-found"));
        check(words("cafe"), None, Err("quote-not-found"));
        check(words("cafe\u{301}"), None, Ok((3, 18, 23)));
        check(words("👨"), None, Err("quote-not-found"));
        check(words("👩"), None, Err("quote-not-found"));
        check(words("行く"), None, Ok((4, 2, 4)));
        for piece in ["460", "000", "460,", ",000", "5 million", "000 of 1.5 million"] {
            check(words(piece), None, Err("quote-not-found"));
        }
        check(words("460,000"), None, Ok((5, 0, 7)));
        check(words("1.5 million"), None, Ok((5, 11, 22)));
        check(words("2026"), None, Ok((5, 37, 41)));
        check(words("2025"), None, Ok((5, 46, 50)));
        check(selector("talks", "and", "", None), None, Ok((1, 10, 15)));
        check(selector("talks", "", "went on", None), None, Ok((1, 10, 15)));
        check(selector("talks", "then", "", None), None, Err("quote-not-found"));
        check(selector("Paris", "", "", Some(0)), None, Ok((0, 7, 12)));
        check(selector("Paris", "", "", Some(1)), None, Err("quote-not-found"));
        check(selector("Paris", "", "", Some(9)), None, Err("no-such-paragraph"));
    }

    #[test]
    fn a_quote_that_is_not_there_is_told_the_closest_words() {
        let problem = Quote::Words("Talks then talks went on".to_owned()).find(&text(), None);
        let hints = problem.map_err(|p| p.hints);
        let closest = "the closest words are \"Talks and talks went on\" in paragraph 1".to_owned();
        assert_eq!(hints, Err(vec![closest]));
    }
}
