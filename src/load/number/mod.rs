//! Numbers as articles write them: does a figure's number stand in its quote?
//!
//! Words are cut into tokens, and these read as numbers, each from its first word to its last: what
//! is only a part of a number is none. `table` has the words that are known, `digits` what marks
//! between digits mean.

mod compound;
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
use table::Meaning;
use tokens::{Token, tokens};

/// How a number relates to the words that are quoted for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Some reading of the words is the number.
    Stands,
    /// No number could be read in the words, or none that is named ("dozens").
    Unread,
    /// Other numbers were read in the words. Beside one of them stands a word that is not known and
    /// could belong to it.
    Doubtful,
    /// Other numbers were read in the words, and nothing leaves room for this one.
    Contradicted,
}

/// Compares a number with words of an article in a language (a BCP 47 tag).
pub fn standing(words: &str, language: &str, value: Decimal) -> Standing {
    let tokens = tokens(words);
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let reader = Reader { tokens: &tokens, language: &primary, tag: language };
    let phrases = phrases(&reader);
    if phrases.iter().any(|(_, phrase)| phrase.is(value)) {
        Standing::Stands
    } else if phrases.is_empty() || phrases.iter().any(|(_, phrase)| phrase.is_vague) {
        Standing::Unread
    } else if phrases.iter().any(|(start, phrase)| {
        start.checked_sub(1).is_some_and(|before| reader.is_unknown(before))
            || reader.is_unknown(phrase.end)
    }) {
        Standing::Doubtful
    } else {
        Standing::Contradicted
    }
}

/// True for digits and marks that are one number, so that nobody quotes a piece of it.
pub fn is_number(digits: &str) -> bool {
    match tokens(digits).as_slice() {
        [Token::Number(number)] => !numeral::readings(number, "").is_empty(),
        _ => false,
    }
}

/// The numbers in the words, each with the token it begins at.
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
        if let Some((start, before)) = phrases.last_mut() {
            share(reader, *start, before, at, &phrase);
        }
        let start = std::mem::replace(&mut at, phrase.end);
        phrases.push((start, phrase));
    }
    phrases
}

/// Gives a number the multiplier of the next one: "two to three million", "5 or 6 million".
fn share(reader: &Reader<'_>, start: usize, before: &mut Phrase, at: usize, after: &Phrase) {
    let between = before.end..at;
    if between.len() != 1 {
        return;
    }
    let is_open = match (reader.tokens.get(before.end), reader.meaning(before.end)) {
        (Some(Token::Dash(_)), _) | (_, Some(Meaning::To | Meaning::Or)) => false,
        // "Between two and three million" has one reading, "two and three million" has both.
        (_, Some(Meaning::And)) => {
            start.checked_sub(1).and_then(|at| reader.meaning(at)) != Some(Meaning::Between)
        }
        _ => return,
    };
    let mut values = Vec::new();
    for value in &before.values {
        for other in &after.values {
            let shared = share_of(value, other);
            if is_open || shared.is_none() {
                values.push(value.clone());
            }
            values.extend(shared);
        }
    }
    before.values = values;
}

/// The first number with as many multipliers of the second as make it the smaller one.
fn share_of(first: &Value, second: &Value) -> Option<Value> {
    (0..second.trail.len()).find_map(|from| {
        let trail = &second.trail[from..];
        let times =
            |by: &[u64], number| by.iter().try_fold(number, |n: ratio::Ratio, by| n.times(*by));
        let count = trail.iter().try_fold(second.number, |number, by| number.over(*by))?;
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
        };
        self.values.iter().any(is)
    }
}

impl Reader<'_> {
    /// True for a word that the table does not have.
    fn is_unknown(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token::Word(_))) && self.meaning(at).is_none()
    }

    /// True for digits that a hyphen joins to a word before them: they are part of a name
    /// ("COVID-19").
    fn is_in_name(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token::Number(_)))
            && at >= 2
            && self.tokens[at - 1] == Token::Dash(true)
            && self.is_unknown(at - 2)
    }
}
