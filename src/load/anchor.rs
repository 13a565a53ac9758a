//! Anchoring: from quoted words to a span of the article.
//!
//! A quote matches at word boundaries only: it never begins or ends inside a word or a number. It
//! is searched for in the statement's passage first, then in the whole text. Words that do not
//! occur are an error: a similar passage is never used instead. So are words that occur twice,
//! unless the other words of the statement leave no doubt (`nearby`). Straight and curly quotation
//! marks and apostrophes match each other; the span covers those of the article.

use super::article_text::{Text, Wanted, place};
use super::closest;
use super::code::QuoteCode;
use super::escape::shown;
use super::fix::Remedy;
use super::look_alike;
use super::nearby::Near;
use super::problem::Problem;
use super::selector;
use super::wire::{Quote, ResolvedQuote, Stretch};
use crate::model::{Span, UnitIx};

/// Maximum number of places reported for a quote that occurs elsewhere.
const MAX_PLACES: usize = 3;

/// A reference to a span of the article.
pub trait Anchor {
    /// Finds the span, first in the passage if one is given.
    ///
    /// # Errors
    /// Returns a problem if the words do not occur there, or if it is not clear which of their
    /// occurrences is meant.
    fn find(&self, text: &Text, near: Option<Near<'_>>) -> Result<Span, Problem>;

    /// Returns all spans that the quote can mean, wherever they are.
    fn occurrences(&self, text: &Text) -> Vec<Span>;

    /// Returns true if the quote has no words.
    fn is_blank(&self) -> bool;

    /// Returns true if the quote names its paragraph, or has its place already.
    fn is_placed(&self) -> bool;
}

impl Anchor for Quote {
    fn find(&self, text: &Text, near: Option<Near<'_>>) -> Result<Span, Problem> {
        if let Some(number) = self.named() {
            let unit = text
                .unit(number)
                .ok_or_else(|| text.no_unit(number).remedy(self.other_paragraph(text)))?;
            return self.only(text, self.in_unit(text, unit), Some(unit), near);
        }
        if let Some(near) = near {
            let found = self.in_unit(text, near.unit);
            if !found.is_empty() {
                return self.only(text, found, None, Some(near));
            }
        }
        let found = self.occurrences(text);
        let problem = match found.is_empty() {
            true => self.missing(text, None),
            false => return self.only(text, found, None, None),
        };
        Err(problem.remedy(look_alike::remedy(self, text, None)))
    }

    fn occurrences(&self, text: &Text) -> Vec<Span> {
        let within = match self.named().map(|number| text.unit(number)) {
            None => None,
            Some(Some(unit)) => Some(unit),
            Some(None) => return Vec::new(),
        };
        let found = self.wanted().find(text, within, selector::MAX_SEARCHED);
        match self {
            Self::Words(_) | Self::Selector(_) => found,
            Self::Stretch(stretch) => (found.chunk_by(|one, other| one.unit == other.unit))
                .flat_map(|begins| stretch.each_from(text, begins[0].unit, begins))
                .take(selector::MAX_SEARCHED)
                .collect(),
        }
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Words(exact) => exact.trim().is_empty(),
            Self::Selector(selector) => selector.exact.trim().is_empty(),
            Self::Stretch(stretch) => {
                stretch.from.trim().is_empty() || stretch.to.trim().is_empty()
            }
        }
    }

    fn is_placed(&self) -> bool {
        self.named().is_some()
    }
}

impl Quote {
    /// Returns the number of the paragraph that the quote names.
    const fn named(&self) -> Option<u64> {
        match self {
            Self::Words(_) => None,
            Self::Selector(selector) => selector.unit,
            Self::Stretch(stretch) => stretch.unit,
        }
    }

    fn wanted(&self) -> Wanted {
        match self {
            Self::Words(exact) => Wanted::new(exact, None, None),
            Self::Selector(s) => Wanted::new(&s.exact, s.prefix.as_deref(), s.suffix.as_deref()),
            Self::Stretch(stretch) => Wanted::new(&stretch.from, None, None),
        }
    }

    /// Returns all spans of a text unit that the quote can mean.
    fn in_unit(&self, text: &Text, unit: UnitIx) -> Vec<Span> {
        let found = self.wanted().in_unit(text, unit);
        match self {
            Self::Words(_) | Self::Selector(_) => found,
            Self::Stretch(stretch) => stretch.each_from(text, unit, &found),
        }
    }

    /// Returns the span that is meant: the only one, or the one beside the other words of the
    /// statement.
    fn only(
        &self,
        text: &Text,
        found: Vec<Span>,
        within: Option<UnitIx>,
        near: Option<Near<'_>>,
    ) -> Result<Span, Problem> {
        match found.as_slice() {
            [span] => Ok(*span),
            [] => Err(self
                .missing(text, within)
                .remedy(look_alike::remedy(self, text, within))
                .remedy(self.other_paragraph(text))),
            [..] => near
                .and_then(|near| near.choose(text, &found))
                .ok_or_else(|| self.ambiguous(text, &found)),
        }
    }

    /// Returns the remedy for a wrong paragraph, if the words occur in only one place.
    fn other_paragraph(&self, text: &Text) -> Option<Remedy> {
        let mut anywhere = self.clone();
        match &mut anywhere {
            Self::Words(_) => return None,
            Self::Selector(selector) => selector.unit = None,
            Self::Stretch(stretch) => stretch.unit = None,
        }
        let [span] = *anywhere.occurrences(text) else { return None };
        let does = format!("sets \"in\" to {}", span.unit.0);
        Some(Remedy::Value { field: Some("in"), value: span.unit.0.into(), does })
    }

    fn ambiguous(&self, text: &Text, found: &[Span]) -> Problem {
        let places = match found {
            [first, second, ..] if first.unit != second.unit => {
                format!("in {} and in {}", place(first.unit), place(second.unit))
            }
            [first, ..] => format!("twice in {}", place(first.unit)),
            [] => String::new(),
        };
        match self {
            Self::Words(exact) | Self::Selector(super::wire::Selector { exact, .. }) => {
                let message = format!("{} occurs more than once: {places}", shown(exact));
                let problem = Problem::error(QuoteCode::Ambiguous, message);
                selector::paste(text, found).into_iter().fold(problem, Problem::hint)
            }
            Self::Stretch(Stretch { from, to, .. }) => {
                let (from, to) = (shown(from), shown(to));
                let message = format!("{from} … {to} can mean more than one stretch: {places}");
                Problem::error(QuoteCode::Ambiguous, message)
                    .hint("quote more words in \"from\" or \"to\", or add its paragraph, \"in\"")
            }
        }
    }

    fn missing(&self, text: &Text, within: Option<UnitIx>) -> Problem {
        let wanted = self.wanted();
        if let Self::Stretch(stretch) = self {
            let begins = |unit: &UnitIx| !wanted.in_unit(text, *unit).is_empty();
            let units = || text.unit_indexes().filter(|unit| within.is_none_or(|it| it == *unit));
            if let Some(unit) = units().find(begins) {
                let (from, to) = (shown(&stretch.from), shown(&stretch.to));
                let message = format!("{to} does not follow {from} in {}", place(unit));
                return Problem::error(QuoteCode::NotFound, message)
                    .hint("a quote lies within one paragraph: quote a piece of each");
            }
        }
        wanted.missing(text, within)
    }
}

impl Stretch {
    /// Returns the stretches that begin with each of these spans.
    fn each_from(&self, text: &Text, unit: UnitIx, begins: &[Span]) -> Vec<Span> {
        let ends = Wanted::new(&self.to, None, None).in_unit(text, unit);
        let each = begins.iter().flat_map(|begin| {
            let after = ends.iter().filter(|end| end.start >= begin.end);
            after.map(|end| Span { end: end.end, ..*begin })
        });
        each.take(selector::MAX_SEARCHED).collect()
    }
}

impl Anchor for ResolvedQuote {
    fn find(&self, text: &Text, _: Option<Near<'_>>) -> Result<Span, Problem> {
        let unit = text.unit(self.unit).ok_or_else(|| text.no_unit(self.unit))?;
        let offset = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
        let span = Span { unit, start: offset(self.start), end: offset(self.end) };
        let words = &text.units[unit.index()];
        let fits = span.start < span.end && span.end <= words.len();
        if fits && words.slice(span.start, span.end) == self.exact {
            return Ok(span);
        }
        let message =
            format!("{} is not at offsets {}..{}", shown(&self.exact), self.start, self.end);
        Err(Problem::error(QuoteCode::Moved, message)
            .hint("publish the dossier again from its source"))
    }

    fn occurrences(&self, text: &Text) -> Vec<Span> {
        self.find(text, None).into_iter().collect()
    }

    fn is_blank(&self) -> bool {
        self.exact.trim().is_empty()
    }

    fn is_placed(&self) -> bool {
        true
    }
}

impl Wanted {
    /// Returns the problem for words that do not occur in the unit or, without one, in the text.
    fn missing(&self, text: &Text, within: Option<UnitIx>) -> Problem {
        let not_found = |place: &str| {
            let message = format!("{} does not occur {place}", shown(&self.exact));
            Problem::error(QuoteCode::NotFound, message)
        };
        let elsewhere = |wanted: &Self| wanted.find(text, None, MAX_PLACES);
        let found: Vec<Span> = elsewhere(self);
        if let (Some(within), false) = (within, found.is_empty()) {
            let mut places: Vec<String> = found.iter().map(|span| place(span.unit)).collect();
            places.dedup();
            let places = places.join(" and in ");
            return not_found(&format!("in {}", place(within)))
                .hint(format!("it occurs in {places}"))
                .at_field("in");
        }
        if self.prefix.is_empty() && self.suffix.is_empty() {
            return not_found("in the article").hint_if(closest::hint(&self.exact, text));
        }
        let found: Vec<Span> = elsewhere(&Self::new(&self.exact, None, None));
        if found.is_empty() {
            return not_found("in the article").hint_if(closest::hint(&self.exact, text));
        }
        let surroundings = match (self.prefix.is_empty(), self.suffix.is_empty()) {
            (false, false) => "between the given prefix and suffix",
            (false, true) => "after the given prefix",
            (true, _) => "before the given suffix",
        };
        found.into_iter().fold(not_found(surroundings), |problem, span| {
            let (before, after) = text.surroundings(span);
            let place = place(span.unit);
            problem.hint(match (before.as_str(), after.as_str()) {
                ("", "") => format!("in {place}, no words surround it"),
                (_, "") => format!("in {place}, it follows {}", shown(&before)),
                ("", _) => format!("in {place}, it precedes {}", shown(&after)),
                _ => format!(
                    "in {place}, it follows {} and precedes {}",
                    shown(&before),
                    shown(&after)
                ),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::wire::Selector;
    use super::*;
    use crate::model::Unit;

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
    fn finds_spans() {
        let check =
            |quote: Quote, passage: Option<u32>, expected: Result<(u32, u32, u32), &str>| {
                let found = quote.find(&text(), passage.map(|unit| Near::of_passage(UnitIx(unit))));
                let found = found.map(|s| (s.unit.0, s.start, s.end)).map_err(|p| p.code.as_str());
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
    fn suggests_the_closest_match() {
        let problem = Quote::Words("Talks then talks went on".to_owned()).find(&text(), None);
        let hints = problem.map_err(|p| p.hints);
        let closest = "the closest match is \"Talks and talks went on\" in paragraph 1".to_owned();
        assert_eq!(hints, Err(vec![closest]));
    }
}
