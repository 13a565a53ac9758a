//! Numbers in an article, read as `load` reads them, with the words that bound them.

use super::tokens::{Text, Token};
use super::types::{Number, Rule};
use crate::load::read_number;
use crate::model::{Bound, Decimal};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// Maximum number of tokens of a number.
const MAX_TOKENS: usize = 6;

/// Returns the numbers in a text that are not dates. `dates` has the tokens of dates.
pub fn figures(text: &Text, language: &str, dates: &[Range<usize>]) -> Vec<Number> {
    let dates: HashSet<usize> = dates.iter().cloned().flatten().collect();
    let mut readers = Readers { text, language, known: BTreeMap::new() };
    let mut found = Vec::new();
    for unit in &text.units {
        let mut at = unit.start;
        while at < unit.end {
            let is_date = dates.contains(&at);
            match readers.longest(at, unit.end).filter(|_| !is_date) {
                Some((end, value)) => {
                    let range = at..end;
                    let (bound, range) = bounded(text, range, unit);
                    found.push(Number {
                        span: text.span(range),
                        value,
                        bound,
                        rule: Rule::NumberWords,
                    });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Reads the numbers of a text, and remembers which words are numbers.
struct Readers<'a> {
    text: &'a Text,
    language: &'a str,
    known: BTreeMap<&'a str, bool>,
}

impl Readers<'_> {
    /// Returns the end and the value of the longest number that begins at a token.
    fn longest(&mut self, start: usize, unit_end: usize) -> Option<(usize, Decimal)> {
        if !self.may_begin(start) {
            return None;
        }
        let mut found = None;
        for end in start + 1..=unit_end.min(start + MAX_TOKENS) {
            let token = &self.text.tokens[end - 1];
            if !token.is_word() && !matches!(&*token.word, "%" | "-" | "‑") {
                break;
            }
            let words = words(&self.text.tokens[start..end]);
            if let Some(value) = read_number(&words, self.language) {
                found = Some((end, value));
            } else if end > start + 3 {
                break;
            }
        }
        // "One" and "a" are more often pronouns and articles than numbers.
        let is_word = |token: &Token| !token.word.contains(char::is_numeric);
        found.filter(|(end, value)| {
            *end > start + 1
                || !is_word(&self.text.tokens[start])
                || *value != Decimal::new(1, 0).unwrap_or(*value)
        })
    }

    fn may_begin(&mut self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        if token.word.chars().any(char::is_numeric) {
            // "B52" and "1990s" are names.
            let is_plain = |c: char| {
                c.is_numeric() || matches!(c, ',' | '.' | '٫' | '٬' | '$' | '€' | '£' | '-' | '–')
            };
            return token.word.chars().all(is_plain);
        }
        let language = self.language;
        *self.known.entry(&token.key).or_insert_with(|| {
            token.word.chars().all(char::is_alphabetic)
                && read_number(&token.word, language).is_some()
        })
    }
}

/// Returns the words of tokens, as in the text but for white space.
fn words(tokens: &[Token]) -> String {
    let mut words = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 && token.is_spaced {
            words.push(' ');
        }
        words += &token.word;
    }
    words
}

/// Returns the bound of a number, and the tokens of the number with those of its bound.
fn bounded(text: &Text, range: Range<usize>, unit: &Range<usize>) -> (Bound, Range<usize>) {
    const BEFORE: [(&[&str], Bound); 27] = [
        (&["more", "than"], Bound::AtLeast),
        (&["at", "least"], Bound::AtLeast),
        (&["over"], Bound::AtLeast),
        (&["no", "fewer", "than"], Bound::AtLeast),
        (&["up", "to"], Bound::AtMost),
        (&["fewer", "than"], Bound::AtMost),
        (&["less", "than"], Bound::AtMost),
        (&["at", "most"], Bound::AtMost),
        (&["under"], Bound::AtMost),
        (&["about"], Bound::Approx),
        (&["around"], Bound::Approx),
        (&["nearly"], Bound::Approx),
        (&["almost"], Bound::Approx),
        (&["roughly"], Bound::Approx),
        (&["some"], Bound::Approx),
        (&["approximately"], Bound::Approx),
        (&["plus", "de"], Bound::AtLeast),
        (&["au", "moins"], Bound::AtLeast),
        (&["moins", "de"], Bound::AtMost),
        (&["jusqu'", "à"], Bound::AtMost),
        (&["environ"], Bound::Approx),
        (&["près", "de"], Bound::Approx),
        (&["quelque"], Bound::Approx),
        (&["أكثر", "من"], Bound::AtLeast),
        (&["أقل", "من"], Bound::AtMost),
        (&["نحو"], Bound::Approx),
        (&["حوالي"], Bound::Approx),
    ];
    for (phrase, bound) in BEFORE {
        let start = range.start.checked_sub(phrase.len()).filter(|start| *start >= unit.start);
        let Some(start) = start else { continue };
        let tokens = &text.tokens[start..range.start];
        if tokens.iter().zip(phrase).all(|(token, word)| *token.key == **word) {
            return (bound, start..range.end);
        }
    }
    (Bound::Exact, range)
}
