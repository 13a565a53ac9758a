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
        if let Some(every) = self.every(from) {
            return Some(every);
        }
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

    /// Parses "jeder fünfte", a fraction.
    fn every(&self, from: usize) -> Option<Phrase> {
        let Some(Meaning::Every) = self.meaning(from) else { return None };
        let Some(Meaning::Ordinal(parts) | Meaning::Part(parts)) = self.meaning(from + 1) else {
            return None;
        };
        let value = Value { number: Ratio::part(1, parts.into()), trail: Vec::new() };
        Some(Phrase { values: vec![value], is_vague: false, is_part: true, end: from + 2 })
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
            self.multiplier(at + 1, true)?;
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
                let joins = self.joins_digits(at, sum);
                (sum.is_empty() || continues || joins).then_some(())?;
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
            (Token::Value(number), _) => {
                (sum.is_empty() || (is_added && self.joins_digits(at, sum))).then_some(())?;
                sum.add(*number)?;
                sum.in_digits = true;
                Some(at + 1)
            }
            (Token::Part(numerator, denominator), _) => {
                sum.part(*numerator, *denominator, !sum.is_empty())?;
                Some(at + 1)
            }
            (_, Some(Meaning::Halves(n))) => {
                sum.is_empty().then_some(())?;
                sum.add(Ratio::part(n.into(), 2))?;
                sum.in_digits = true;
                Some(at + 1)
            }
            (_, Some(Meaning::Tens)) => {
                sum.tens()?;
                Some(at + 1)
            }
            (_, Some(Meaning::Point)) => {
                let whole = sum.current.filter(|_| !sum.is_part)?;
                let (decimals, end) = self.decimals(at + 1)?;
                sum.current = Some(whole.plus(decimals)?);
                sum.in_digits = true;
                Some(end)
            }
            (_, Some(Meaning::Teens)) => {
                let ones = sum.small.filter(|ones| (1..10).contains(ones))?;
                sum.add(Ratio::whole(10))?;
                sum.small = Some(ones + 10);
                Some(at + 1)
            }
            // "Two and three-quarter million".
            (_, Some(Meaning::Small(n))) if is_added && self.part_after(at).is_some() => {
                let (denominator, end) = self.part_after(at)?;
                sum.part(n.into(), denominator.into(), true)?;
                Some(end)
            }
            (_, Some(Meaning::Small(n))) => {
                let ones_first = matches!(self.language, "ar" | "he");
                sum.small(n, ones_first)?;
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
                // Turkish, Vietnamese and Indonesian add a half without "and".
                let adds = ["buçuk", "rưỡi", "setengah"];
                let is_added = is_added
                    || matches!(&self.tokens[at], Token::Word(word) if adds.contains(&word.as_str()));
                let is_added = is_added && !sum.is_empty();
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
                    Some(Meaning::Small(_)) if self.part_after(next).is_some() => next,
                    Some(Meaning::Small(_) | Meaning::Vingt) if follows && !sum.in_digits => next,
                    // Arabic: "a thousand and a hundred".
                    Some(Meaning::Times(100)) if !is_english && !sum.trail.is_empty() => next,
                    // Kurdish: "a hundred and a thousand" has another number after "and".
                    None if self.joins_digits(next, sum) => next,
                    _ => at,
                }
            }
            _ => at,
        }
    }

    /// Returns the decimals that words state after "point", and the position after them.
    fn decimals(&self, from: usize) -> Option<(Ratio, usize)> {
        let (mut decimals, mut divisor, mut at) = (Ratio::ZERO, 1_u64, from);
        loop {
            let (digits, places) = match (self.tokens.get(at), self.meaning(at)) {
                (Some(Token::Number(number)), _) => {
                    (number.parse().ok()?, u32::try_from(number.len()).ok()?)
                }
                (_, Some(Meaning::Small(n @ 0..10))) => (u64::from(n), 1),
                (_, Some(Meaning::Small(n @ 10..100))) if at == from => (u64::from(n), 2),
                _ => break,
            };
            divisor = divisor.checked_mul(10_u64.checked_pow(places)?)?;
            decimals = decimals.plus(Ratio::whole(digits.into()).divided_by(divisor)?)?;
            at += 1;
        }
        (at > from).then_some((decimals, at))
    }

    /// Returns the denominator of a fraction after the number at a position, and the position after
    /// the fraction: "three-quarter".
    fn part_after(&self, at: usize) -> Option<(u16, usize)> {
        let next = at + 1 + usize::from(self.tokens.get(at + 1) == Some(&Token::Dash(true)));
        match self.meaning(next)? {
            Meaning::Part(parts) => Some((parts, next + 1)),
            _ => None,
        }
    }

    /// Returns true if digits continue a number that ends with a multiplier, as in Arabic
    /// "3 آلاف و200" and Turkish "3 bin 500".
    fn joins_digits(&self, at: usize, sum: &Sum) -> bool {
        let Some((_, last)) = sum.last.filter(|_| !sum.trail.is_empty() && sum.current.is_none())
        else {
            return false;
        };
        let is_less = |number: Ratio| number.is_less_than(Ratio::whole(last.into()));
        let below = match self.tokens.get(at) {
            Some(Token::Number(number)) => {
                readings(number, self.tag).first().is_some_and(|number| is_less(*number))
            }
            Some(Token::Value(number)) => is_less(*number),
            _ => false,
        };
        let by = self.multiplier(at + 1, true);
        below
            && match self.language {
                "ar" | "fa" | "ku" | "he" | "ur" | "tr" | "ru" | "uk" | "vi" | "id" => {
                    by.is_none_or(|by| by < last)
                }
                "en" => false,
                _ => by.is_some_and(|by| by < last),
            }
    }

    fn counts(&self, at: usize) -> bool {
        matches!(
            self.meaning(at),
            Some(Meaning::Times(_) | Meaning::Part(_) | Meaning::Small(_) | Meaning::Vague)
        )
    }

    pub(super) fn multiplier(&self, at: usize, has_short: bool) -> Option<u64> {
        match (self.tokens.get(at)?, self.meaning(at)) {
            (Token::Multiplier(by), _) => Some(*by),
            (Token::Word(word), _) if !has_short && word == "m" => None,
            (_, Some(Meaning::Times(by) | Meaning::Many(by))) => Some(by),
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
