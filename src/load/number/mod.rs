//! Numbers as articles write them, to check that a figure's number is in its quote.
//!
//! Words are split into tokens, and tokens are parsed as whole numbers: part of a number is never
//! parsed as a number. `table` contains the known words, `numeral` the meaning of separators
//! between digits. A number counts only if all of its words were understood: a neighbour that may
//! belong to it and is not known makes it doubtful.

mod cjk;
mod compound;
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
use table::{Meaning, is_complete, listed_as};
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

/// Compares a number with words of an article. `language` is a BCP 47 tag.
pub fn compare(words: &str, language: &str, value: Decimal) -> Comparison {
    let listed = listed_as(language);
    let tokens = tokens(words, &listed);
    let reader = Reader { tokens: &tokens, language: &listed, tag: language };
    let phrases = phrases(&reader);
    let mut uncertain = None;
    for (start, phrase) in phrases.iter().filter(|(_, phrase)| phrase.is(value)) {
        match reader.doubt(*start, phrase) {
            Some(word) => uncertain = Some(word.to_owned()),
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
    let reader = Reader { tokens: &tokens, language: &listed, tag: language };
    let phrase =
        reader.phrase(0).filter(|it| it.end == tokens.len() && !it.is_vague && !it.is_part)?;
    match phrase.values.as_slice() {
        [only] => only.number.decimal(),
        _ => None,
    }
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
        };
        self.values.iter().any(is)
    }
}

impl Reader<'_> {
    /// Returns the word that makes a number doubtful. In a language whose number words are known,
    /// that is an unknown word before a multiplier ("zweieinhalb Millionen"). In others, any word
    /// next to a number may be part of it.
    fn doubt(&self, start: usize, phrase: &Phrase) -> Option<&str> {
        let touches = |at: usize| self.tokens.get(at) == Some(&Token::Dash(true));
        let before = start
            .checked_sub(1)
            .and_then(|at| at.checked_sub(usize::from(touches(at))))
            .filter(|at| self.is_unknown(*at));
        let is_known = is_complete(self.language);
        let has_multiplier = phrase.values.iter().any(|value| !value.trail.is_empty());
        let word = |at: usize| match self.tokens.get(at) {
            Some(Token::Word(word)) => Some(word.as_str()),
            _ => None,
        };
        let begins_open = self.multiplier(start, true).is_some();
        let is_decimal = before.is_some_and(|at| self.meaning(at) == Some(Meaning::Point));
        if (begins_open || is_decimal || (!is_known && !has_multiplier))
            && let Some(at) = before
        {
            return word(at);
        }
        let after = phrase.end + usize::from(touches(phrase.end));
        let is_open = !is_known && !has_multiplier;
        (is_open && self.is_unknown(after)).then(|| word(after)).flatten()
    }

    /// Turns "one in five" and "jeder fünfte" into a fraction.
    fn make_fraction(&self, phrase: &mut Phrase) {
        let one = |phrase: &Phrase| match phrase.values.as_slice() {
            [value] if value.trail.is_empty() => match value.number.terms() {
                (number, 1) => u64::try_from(number).ok(),
                _ => None,
            },
            _ => None,
        };
        let is_in = |at: usize| match self.tokens.get(at) {
            // English "out of", Spanish "de cada".
            Some(Token::Word(word)) => match (self.language, word.as_str()) {
                ("en", "out") => self.meaning(at + 1) == Some(Meaning::Of),
                ("es", "de") => self.meaning(at + 1) == Some(Meaning::Article),
                _ => self.meaning(at) == Some(Meaning::In),
            },
            _ => false,
        };
        let mut of = phrase.end;
        if !is_in(of) {
            return;
        }
        of += if self.language == "en" && self.meaning(of).is_none() { 2 } else { 1 };
        of += usize::from(self.meaning(of) == Some(Meaning::Article));
        let Some(whole) = self.phrase(of) else { return };
        let (Some(first), Some(second)) = (one(phrase), one(&whole)) else { return };
        let reversed = self.language == "ja";
        let (count, parts) = if reversed { (second, first) } else { (first, second) };
        // A year or a larger number is not a group: "three in 2024".
        if count == 0 || count >= parts || parts > 1000 {
            return;
        }
        let number = ratio::Ratio::part(count.into(), parts.into());
        phrase.values = vec![Value { number, trail: Vec::new() }];
        (phrase.is_part, phrase.end) = (true, whole.end);
    }

    /// Returns true for a word that is not in the table.
    fn is_unknown(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token::Word(_)))
            && matches!(self.meaning(at), None | Some(Meaning::Point))
    }

    /// Returns true for digits after a word and a hyphen, which are part of a name ("COVID-19").
    fn is_in_name(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token::Number(_)))
            && at >= 2
            && self.tokens[at - 1] == Token::Dash(true)
            && self.is_unknown(at - 2)
    }
}
