//! Quotes for spans: the inverse of anchoring. Every quote that is made here finds its span again.

use super::anchor::Anchor;
use super::article_text::Text;
use super::boundary::is_word_boundary;
use super::wire::{Quote, Selector};
use crate::model::{Span, Unit, UnitIx};
use serde_json::Value;

/// Maximum number of words around a quote. Words that still occur twice are the same paragraph
/// twice, which its number tells apart.
const MAX_CONTEXT: usize = 64;

/// The text of an article, to quote from.
pub struct Quoting {
    text: Text,
}

impl Quoting {
    /// Takes the text units: the dateline, then the paragraphs.
    pub fn new(units: &[&str]) -> Self {
        Self { text: Text::new(units.iter().map(|text| Unit::new(text)).collect()) }
    }

    /// Returns the words of a span.
    pub fn words(&self, span: Span) -> &str {
        self.unit(span.unit).slice(span.start, span.end)
    }

    /// Returns the span without white space around it, and with the whole of each word that it cuts.
    /// `None` if it is only white space.
    pub fn whole_words(&self, span: Span) -> Option<Span> {
        let unit = self.unit(span.unit);
        let text = unit.as_str();
        let words = unit.slice(span.start, span.end);
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let mut start = span.start + count(&words[..words.len() - words.trim_start().len()]);
        let mut end = start + count(words.trim());
        if start == end {
            return None;
        }
        while start > 0 && !is_word_boundary(text, unit.byte(start)) {
            start -= 1;
        }
        while end < unit.len() && !is_word_boundary(text, unit.byte(end)) {
            end += 1;
        }
        Some(Span { start, end, ..span })
    }

    /// Returns the shortest quote of a span that finds it from any passage: its words alone, or with
    /// their paragraph and as many words before and after as it takes. `None` if the span does not
    /// begin and end with whole words.
    pub fn quote(&self, span: Span) -> Option<Quote> {
        let exact = self.words(span).to_owned();
        let finds = |quote: &Quote| quote.find(&self.text, None).is_ok_and(|it| it == span);
        let words = Quote::Words(exact.clone());
        if finds(&words) {
            return Some(words);
        }
        let unit = self.unit(span.unit);
        let (before, after) = (unit.slice(0, span.start), unit.slice(span.end, unit.len()));
        let numbered = |prefix: &str, suffix: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let (prefix, suffix) = (some(prefix), some(suffix));
            let exact = exact.clone();
            Quote::Selector(Selector { exact, prefix, suffix, unit: Some(span.unit.0.into()) })
        };
        let contexts = (0..=MAX_CONTEXT).flat_map(|count| {
            [(count, 0), (0, count), (count, count)].into_iter().take(if count == 0 {
                1
            } else {
                3
            })
        });
        contexts
            .map(|(left, right)| numbered(last_words(before, left), first_words(after, right)))
            .find(finds)
    }

    /// Returns the same quote as an author writes it, in JSON.
    pub fn json(&self, span: Span) -> Option<String> {
        Some(match self.quote(span)? {
            Quote::Selector(selector) => selector.json(),
            Quote::Words(_) | Quote::Stretch(_) => self.words_json(span),
        })
    }

    /// Returns the JSON of a quote of the words alone, which may mean others as well.
    pub fn words_json(&self, span: Span) -> String {
        Value::from(self.words(span)).to_string()
    }

    /// Returns true if the words occur in the text, at word boundaries.
    pub fn contains(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    fn unit(&self, unit: UnitIx) -> &Unit {
        &self.text.units[unit.index()]
    }
}

/// Returns the last words of a text, without white space around them.
fn last_words(text: &str, count: usize) -> &str {
    let text = text.trim_end();
    if count == 0 {
        return "";
    }
    let start = text.rmatch_indices(char::is_whitespace).nth(count - 1);
    start.map_or(text, |(at, space)| &text[at + space.len()..]).trim()
}

/// Returns the first words of a text, without white space around them.
fn first_words(text: &str, count: usize) -> &str {
    let text = text.trim_start();
    if count == 0 {
        return "";
    }
    text.match_indices(char::is_whitespace)
        .nth(count - 1)
        .map_or(text, |(at, _)| &text[..at])
        .trim()
}

#[cfg(test)]
mod tests {
    use super::super::nearby::Near;
    use super::*;

    const UNITS: [&str; 4] = [
        "",
        "He said yes and he said no and he said 1,200 times “no”.",
        "ha ha ha ha ha ha ha ha",
        "ha ha ha ha ha ha ha ha",
    ];

    fn span(unit: u32, start: u32, end: u32) -> Span {
        Span { unit: UnitIx(unit), start, end }
    }

    #[test]
    fn every_quote_finds_its_span() {
        let quoting = Quoting::new(&UNITS);
        for (unit, text) in (0..).zip(UNITS) {
            let length = u32::try_from(text.chars().count()).expect("a short text");
            for (start, end) in (0..length).flat_map(|a| (a + 1..=length).map(move |b| (a, b))) {
                let Some(whole) = quoting.whole_words(span(unit, start, end)) else { continue };
                let quote = quoting.quote(whole).expect("whole words can be quoted");
                for passage in [None, Some(UnitIx(1)), Some(UnitIx(3))] {
                    let passage = passage.map(Near::of_passage);
                    assert_eq!(quote.find(&quoting.text, passage).ok(), Some(whole), "{quote:?}");
                }
            }
        }
    }

    #[test]
    fn quotes_are_as_short_as_possible() {
        let quoting = Quoting::new(&UNITS);
        let json = |span| serde_json::to_string(&quoting.quote(span)).expect("it is JSON");
        assert_eq!(json(span(1, 8, 11)), "\"yes\"");
        let second = r#"{"exact":"said","prefix":"and he","suffix":"no","in":1}"#;
        assert_eq!(json(span(1, 19, 23)), second.replace(r#""prefix":"and he","#, ""));
        let ships = Quoting::new(&["The ship left. The ship sank, the old ship sank too."]);
        let check = |start, end, expected: &str| {
            assert_eq!(ships.json(span(0, start, end)).as_deref(), Some(expected));
        };
        check(9, 13, r#""left""#);
        check(4, 8, r#"{ "exact": "ship", "suffix": "left.", "in": 0 }"#);
        check(38, 42, r#"{ "exact": "ship", "prefix": "old", "in": 0 }"#);
        assert_eq!(quoting.whole_words(span(1, 41, 42)), Some(span(1, 39, 44)));
        assert_eq!(quoting.whole_words(span(1, 7, 8)), None);
    }
}
