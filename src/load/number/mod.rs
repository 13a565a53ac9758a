//! Numbers as articles write them, to check that a figure's number is in its quote.
//!
//! Words are split into tokens, and tokens are parsed as whole numbers: part of a number is never
//! parsed as a number. `table` contains the known words, `numeral` the meaning of separators
//! between digits. A number counts only if all of its words were understood: a neighbour that may
//! belong to it and is not known makes it doubtful.

mod add;
mod cjk;
mod compound;
mod doubt;
mod group;
#[cfg(test)]
mod inputs;
mod more_tables;
mod numeral;
mod phrase;
mod ratio;
mod sum;
mod table;
#[cfg(test)]
mod tests;
mod tokens;

use crate::model::Decimal;
use phrase::{Phrase, Reader, Value};
use table::{Meaning, listed_as};
use tokens::{Token, tokens};

/// The result of comparing a number with the words quoted for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// The words can be parsed as the number.
    Match,
    /// The words can be parsed as the number, next to a word that is not known and may belong to
    /// it.
    Uncertain(String),
    /// The words contain no number that can be parsed, or no definite one ("dozens").
    Unreadable,
    /// The words contain other numbers, one of them next to an unknown word that may belong to it.
    Doubtful,
    /// The words contain other numbers only.
    Mismatch,
}

/// Compares a number with words of an article. `language` is a BCP 47 tag. `explained` are texts
/// whose words are not part of a number: what is counted, and the unit. Texts with a number of their
/// own explain nothing.
pub fn compare(words: &str, language: &str, explained: &[&str], value: Decimal) -> Comparison {
    let listed = listed_as(language);
    let tokens = tokens(words, &listed);
    let mut nouns = explained_words(explained, language, &listed);
    nouns.extend(names(words, &listed));
    let reader = Reader { tokens: &tokens, language: &listed, tag: language, nouns: &nouns };
    let phrases = phrases(&reader);
    let mut uncertain = None;
    for (at, (start, phrase)) in phrases.iter().enumerate() {
        if phrase.group.as_ref().is_some_and(|group| group.number.is_share(value)) {
            return Comparison::Match;
        }
        if phrase.is_indefinite || !phrase.is(value) {
            continue;
        }
        let touches = |other: Option<&(usize, Phrase)>| {
            other.is_some_and(|(from, other)| {
                (*from == phrase.end || other.end == *start)
                    && !(reader.is_digits(*start, phrase) && reader.is_digits(*from, other))
            })
        };
        let is_beside_number = touches(phrases.get(at + 1))
            || touches(at.checked_sub(1).and_then(|before| phrases.get(before)));
        match reader.doubt(*start, phrase) {
            Some(word) => uncertain = Some(word.to_owned()),
            None if is_beside_number => uncertain = Some(words.to_owned()),
            None => return Comparison::Match,
        }
    }
    let is_beside_unknown = |(start, phrase): &(usize, Phrase)| {
        start.checked_sub(1).is_some_and(|before| reader.is_unknown(before))
            || reader.is_unknown(phrase.end)
    };
    if let Some(word) = uncertain {
        Comparison::Uncertain(word)
    } else if phrases.is_empty() || phrases.iter().any(|(_, phrase)| phrase.is_vague) {
        Comparison::Unreadable
    } else if phrases.iter().any(is_beside_unknown) {
        Comparison::Doubtful
    } else {
        Comparison::Mismatch
    }
}

/// Reads words that are one number and nothing else. `None` if they are not, or if they have several
/// readings or none that is definite. `language` is a BCP 47 tag.
pub fn read_number(words: &str, language: &str) -> Option<Decimal> {
    let listed = listed_as(language);
    let tokens = tokens(words, &listed);
    let reader = Reader { tokens: &tokens, language: &listed, tag: language, nouns: &[] };
    let phrase =
        reader.phrase(0).filter(|it| it.end == tokens.len() && !it.is_vague && !it.is_part)?;
    match phrase.values.as_slice() {
        [only] => only.number.decimal(),
        _ => None,
    }
}

/// Returns the words after the first that are written as names, in lower case: no number word is ("17
/// Republican candidates"). Nothing in German, whose nouns are all written so, and where the last word is
/// written so, as in a headline.
fn names<'w>(words: &'w str, language: &'w str) -> impl Iterator<Item = String> + 'w {
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let last = words.split_whitespace().next_back();
    let has_names = !matches!(language, "de" | "lb") && last.is_some_and(|last| !is_name(last));
    let found = words.split_whitespace().skip(1).filter(move |word| has_names && is_name(word));
    found.map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// Returns the words of texts that say what is counted, as tokens have them.
fn explained_words(texts: &[&str], tag: &str, language: &str) -> Vec<String> {
    let words = |text: &&str| {
        let tokens = tokens(text, language);
        let reader = Reader { tokens: &tokens, language, tag, nouns: &[] };
        let has_number = !phrases(&reader).is_empty();
        let words = tokens.into_iter().filter_map(|token| match token {
            Token::Word(word) if !has_number => Some(word),
            _ => None,
        });
        words.collect::<Vec<_>>()
    };
    texts.iter().flat_map(words).collect()
}

/// Returns true if digits and separators form one number, so that a quote must not contain only
/// part of it.
pub fn is_number(digits: &str) -> bool {
    match tokens(digits, "").as_slice() {
        [Token::Number(number)] => !numeral::readings(number, "").is_empty(),
        _ => false,
    }
}

/// Returns the numbers in the words, each with the position of its first token.
fn phrases(reader: &Reader<'_>) -> Vec<(usize, Phrase)> {
    let mut phrases: Vec<(usize, Phrase)> = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let Some(mut phrase) = reader.phrase(at).filter(|_| !reader.is_in_name(at)) else {
            at += 1;
            continue;
        };
        if phrase.is_vague {
            let twice =
                |value: &Value| Some(Value { number: value.number.times(2)?, trail: Vec::new() });
            let more: Vec<Value> = phrase.values.iter().filter_map(twice).collect();
            phrase.values.extend(more);
        }
        reader.make_fraction(&mut phrase);
        reader.find_group(&mut phrase);
        if let Some((start, before)) = phrases.last_mut() {
            share_multiplier(reader, *start, before, at, &phrase);
        }
        let start = std::mem::replace(&mut at, phrase.end);
        phrases.push((start, phrase));
    }
    phrases
}

/// Adds the readings of a number that shares the multiplier of the next one: "two to three
/// million", "5 or 6 million".
fn share_multiplier(
    reader: &Reader<'_>,
    start: usize,
    before: &mut Phrase,
    at: usize,
    after: &Phrase,
) {
    let between = before.end..at;
    if between.len() != 1 {
        return;
    }
    let is_optional = match (reader.tokens.get(before.end), reader.meaning(before.end)) {
        (Some(Token::Dash(_)), _) | (_, Some(Meaning::To | Meaning::Or)) => false,
        // "Between two and three million" has one reading, "two and three million" has two.
        (_, Some(Meaning::And)) => {
            start.checked_sub(1).and_then(|at| reader.meaning(at)) != Some(Meaning::Between)
        }
        _ => return,
    };
    let mut values = Vec::new();
    for value in &before.values {
        for other in &after.values {
            let shared = with_multiplier_of(value, other);
            if is_optional || shared.is_none() {
                values.push(value.clone());
            }
            values.extend(shared);
        }
    }
    before.values = values;
}

/// Returns the first number with the longest run of trailing multipliers of the second that keeps
/// it the smaller one.
fn with_multiplier_of(first: &Value, second: &Value) -> Option<Value> {
    (0..second.trail.len()).find_map(|from| {
        let trail = &second.trail[from..];
        let times =
            |by: &[u64], number| by.iter().try_fold(number, |n: ratio::Ratio, by| n.times(*by));
        let count = trail.iter().try_fold(second.number, |number, by| number.divided_by(*by))?;
        let number = times(trail, first.number).filter(|_| first.number.is_less_than(count))?;
        Some(Value { number, trail: trail.to_vec() })
    })
}

impl Phrase {
    fn is(&self, value: Decimal) -> bool {
        let is = |found: &Value| {
            let hundredfold = found.number.times(100).filter(|_| self.is_part);
            found.number.is(value)
                || hundredfold.is_some_and(|number| number.is_about(value))
                || (self.is_part && value.parts().1 >= 2 && found.number.is_about(value))
                // A third of a million.
                || found.is_rounded_by(value)
        };
        self.values.iter().any(is)
    }
}

impl Value {
    /// Returns true for a whole number with a fraction, of which the value is the whole part.
    fn is_rounded_by(&self, value: Decimal) -> bool {
        let is_large = !self.number.is_less_than(ratio::Ratio::whole(1000));
        is_large && self.number.terms().1 > 1 && value.parts().1 == 0 && self.number.is_about(value)
    }
}
