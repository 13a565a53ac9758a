//! The parser of one number, from its first token to its last: "four hundred sixty thousand" does
//! not contain 60.

use super::numeral::readings;
use super::ratio::Ratio;
use super::sum::Sum;
use super::table::{Meaning, meaning};
use super::tokens::Token;

/// A number that was parsed.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// The possible values.
    pub values: Vec<Value>,
    /// True if the number is indefinite ("dozens"). The values are the minimum.
    pub is_vague: bool,
    /// True for a fraction of something ("a third"), which a figure may state in per cent.
    pub is_part: bool,
    /// The position of the token after the number.
    pub end: usize,
}

/// One possible value of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// The number.
    pub number: Ratio,
    /// The multipliers at its end, in reading order.
    pub trail: Vec<u64>,
}

/// Parses tokens in the language of the article.
pub(super) struct Reader<'t> {
    pub tokens: &'t [Token],
    /// The primary language, for words.
    pub language: &'t str,
    /// The whole language tag, because separators of digits depend on the country.
    pub tag: &'t str,
}

impl Reader<'_> {
    /// Parses the number that begins at a token.
    pub(super) fn phrase(&self, from: usize) -> Option<Phrase> {
        let readings_of = |at: usize| match self.tokens.get(at) {
            Some(Token::Number(number)) => readings(number, self.tag).len(),
            _ => 1,
        };
        let first = from + usize::from(matches!(self.tokens.get(from), Some(Token::Minus)));
        let mut phrase = Phrase { values: Vec::new(), is_vague: false, is_part: false, end: from };
        for choice in 0..readings_of(first).max(1) {
            // The "m" of "100 m" may be metres or million.
            for has_short in [true, false] {
                let Some((sum, is_vague, is_negative, end)) = self.sum(from, choice, has_short)
                else {
                    continue;
                };
                let Some(number) = sum.number() else { continue };
                let number = if is_negative { number.negated() } else { number };
                let value = Value { number, trail: sum.trail };
                phrase.is_vague |= is_vague;
                phrase.is_part |= sum.is_part;
                phrase.end = phrase.end.max(end);
                if !phrase.values.contains(&value) {
                    phrase.values.push(value);
                }
            }
        }
        (phrase.end > from && !phrase.values.is_empty()).then_some(phrase)
    }

    fn sum(&self, from: usize, choice: usize, has_short: bool) -> Option<(Sum, bool, bool, usize)> {
        let mut sum = Sum::default();
        let (mut is_vague, mut is_negative) = (false, false);
        let mut at = from;
        if self.tokens.get(at) == Some(&Token::Minus) || self.meaning(at) == Some(Meaning::Minus) {
            (is_negative, at) = (true, at + 1);
        }
        if self.meaning(at) == Some(Meaning::Article) {
            self.counts(at + 1).then_some(())?;
            at += 1;
        }
        if self.meaning(at) == Some(Meaning::Vague) {
            matches!(self.meaning(at + 1), Some(Meaning::Times(_) | Meaning::Many(_)))
                .then_some(())?;
            (is_vague, at) = (true, at + 1);
        }
        // If the rest turns out to be another number, this one ends before it.
        let mut complete: Option<(Sum, usize)> = None;
        while at < self.tokens.len() {
            let step = self.skip_joiners(at, &sum);
            let begins_group = !sum.trail.is_empty() || step > at;
            if begins_group && complete.is_none() {
                complete = Some((sum.clone(), at));
            }
            let many = matches!(self.meaning(step), Some(Meaning::Many(_)));
            let was_empty = sum.is_empty();
            let is_added = (at..step).any(|at| self.meaning(at) == Some(Meaning::And));
            let Some(end) = self.add_token(step, is_added, &mut sum, choice, has_short) else {
                if self.multiplier(step, has_short).is_some()
                    && let Some((before, end)) = complete
                {
                    return Some((before, is_vague, is_negative, end));
                }
                break;
            };
            is_vague |= many && was_empty;
            if !sum.trail.is_empty() {
                complete = None;
            }
            at = end;
        }
        (!sum.is_empty()).then_some((sum, is_vague, is_negative, at))
    }

    /// Adds the token to the sum. Returns the position of the next token.
    fn add_token(
        &self,
        at: usize,
        is_added: bool,
        sum: &mut Sum,
        choice: usize,
        has_short: bool,
    ) -> Option<usize> {
        if let Some(by) = self.multiplier(at, has_short) {
            sum.times(by)?;
            return Some(at + 1);
        }
        match (self.tokens.get(at)?, self.meaning(at)) {
            (Token::Number(number), _) => {
                let next = self.multiplier(at + 1, has_short);
                let continues = sum.current.is_none()
                    && next.zip(sum.last).is_some_and(|(by, (_, last))| by < last);
                (sum.is_empty() || continues).then_some(())?;
                let readings = readings(number, self.tag);
                sum.add(*readings.get(choice).or(readings.first())?)?;
                sum.in_digits = true;
                let fraction = match (self.tokens.get(at + 1), self.tokens.get(at + 2)) {
                    (Some(Token::Slash), Some(Token::Number(denominator))) => {
                        denominator.parse::<u64>().ok()
                    }
                    _ => None,
                };
                let Some(denominator) = fraction.filter(|denominator| *denominator != 0) else {
                    return Some(at + 1);
                };
                sum.current = Some(sum.current?.divided_by(denominator)?);
                sum.is_part = true;
                Some(at + 3)
            }
            (Token::Part(numerator, denominator), _) => {
                sum.part((*numerator).into(), (*denominator).into(), !sum.is_empty())?;
                Some(at + 1)
            }
            (Token::Word(word), Some(Meaning::Small(n))) => {
                let is_arabic = word.starts_with(|c| ('\u{600}'..='\u{6ff}').contains(&c));
                sum.small(n, is_arabic)?;
                Some(at + 1)
            }
            (_, Some(Meaning::Vingt)) => {
                if sum.small == Some(4) {
                    sum.add(Ratio::whole(76))?;
                    sum.small = Some(80);
                } else {
                    sum.small(20, false)?;
                }
                Some(at + 1)
            }
            (_, Some(Meaning::Part(denominator))) => {
                sum.part(1, denominator.into(), is_added)?;
                Some(at + 1)
            }
            _ => None,
        }
    }

    /// Returns the position at which a number continues: after a hyphen, "and", "of" or "a".
    fn skip_joiners(&self, at: usize, sum: &Sum) -> usize {
        if sum.is_empty() {
            return at;
        }
        let skip = |from: usize| from + usize::from(self.meaning(from) == Some(Meaning::Article));
        let dash =
            |from: usize| from + usize::from(self.tokens.get(from) == Some(&Token::Dash(true)));
        match (self.tokens.get(at), self.meaning(at)) {
            (Some(Token::Dash(true)), _) => match self.meaning(at + 1) {
                Some(Meaning::And) => self.skip_joiners(at + 1, sum),
                Some(Meaning::Article | Meaning::Of) | None => at,
                _ => at + 1,
            },
            (_, Some(Meaning::Of | Meaning::Article)) => {
                let of = at + usize::from(self.meaning(at) == Some(Meaning::Of));
                let next = skip(of);
                let is_counted = sum.is_part || of > at;
                if is_counted && self.multiplier(next, true).is_some() { next } else { at }
            }
            (_, Some(Meaning::And)) => {
                let next = dash(skip(dash(at + 1)));
                let is_english = self.tokens.get(at) == Some(&Token::Word("and".to_owned()));
                let follows = !sum.trail.is_empty() || !is_english;
                match self.meaning(next) {
                    Some(Meaning::Part(_)) => next,
                    Some(Meaning::Small(_) | Meaning::Vingt) if follows && !sum.in_digits => next,
                    // Arabic: "a thousand and a hundred".
                    Some(Meaning::Times(100)) if !is_english && !sum.trail.is_empty() => next,
                    _ => at,
                }
            }
            _ => at,
        }
    }

    fn counts(&self, at: usize) -> bool {
        matches!(
            self.meaning(at),
            Some(Meaning::Times(_) | Meaning::Part(_) | Meaning::Small(_) | Meaning::Vague)
        )
    }

    fn multiplier(&self, at: usize, has_short: bool) -> Option<u64> {
        match (self.tokens.get(at)?, self.meaning(at)?) {
            (Token::Word(word), _) if !has_short && word == "m" => None,
            (_, Meaning::Times(by) | Meaning::Many(by)) => Some(by),
            _ => None,
        }
    }

    pub(super) fn meaning(&self, at: usize) -> Option<Meaning> {
        match self.tokens.get(at)? {
            Token::Word(word) => meaning(word, self.language),
            _ => None,
        }
    }
}
