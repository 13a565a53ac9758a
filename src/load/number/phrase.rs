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
    /// True if the words do not say how many ("several hundred").
    pub is_indefinite: bool,
    /// The fraction, if this may be a part of a group whose members are named ("un Français sur
    /// trois"). The values are then those of both numbers.
    pub group: Option<Value>,
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

impl Phrase {
    fn of(values: Vec<Value>, end: usize) -> Self {
        Self { values, is_vague: false, is_part: false, is_indefinite: false, group: None, end }
    }
}

/// Parses tokens in the language of the article.
pub(super) struct Reader<'t> {
    pub tokens: &'t [Token],
    /// The primary language, for words.
    pub language: &'t str,
    /// The whole language tag, because separators of digits depend on the country.
    pub tag: &'t str,
    /// Words that are not part of a number: what is counted, and the unit.
    pub nouns: &'t [String],
}

impl Reader<'_> {
    /// Parses the number that begins at a token.
    pub(super) fn phrase(&self, from: usize) -> Option<Phrase> {
        if let Some(every) = self.every(from) {
            return Some(every);
        }
        let readings_of = |at: usize| match self.tokens.get(at) {
            Some(Token::Number(_))
                if self.language == "fa" && self.tokens.get(at + 1) == Some(&Token::Slash) =>
            {
                2
            }
            Some(Token::Number(number)) => readings(number, self.tag).len(),
            _ => 1,
        };
        let first = from + usize::from(matches!(self.tokens.get(from), Some(Token::Minus)));
        let mut phrase = Phrase::of(Vec::new(), from);
        phrase.is_indefinite = self.meaning(first) == Some(Meaning::Vague)
            || (self.meaning(first) == Some(Meaning::Article)
                && self.meaning(first + 1) == Some(Meaning::Vague));
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

    /// Parses "jeder fünfte" and Turkish "beşte bir", fractions.
    fn every(&self, from: usize) -> Option<Phrase> {
        if let (Some(parts), Some(Meaning::Small(count @ 1..))) =
            (self.turkish_parts(from), self.meaning(from + 1))
            && count < parts
        {
            let value =
                Value { number: Ratio::part(count.into(), parts.into()), trail: Vec::new() };
            return Some(Phrase { is_part: true, ..Phrase::of(vec![value], from + 2) });
        }
        let Some(Meaning::Every) = self.meaning(from) else { return None };
        let Some(Meaning::Ordinal(parts) | Meaning::Part(parts)) = self.meaning(from + 1) else {
            return None;
        };
        let value = Value { number: Ratio::part(1, parts.into()), trail: Vec::new() };
        Some(Phrase { is_part: true, ..Phrase::of(vec![value], from + 2) })
    }

    /// Returns the denominator in Turkish: "beşte" is "of five".
    fn turkish_parts(&self, at: usize) -> Option<u16> {
        let Some(Token::Word(word)) = self.tokens.get(at).filter(|_| self.language == "tr") else {
            return None;
        };
        let number = ["te", "ta", "de", "da"].iter().find_map(|end| word.strip_suffix(end))?;
        match meaning(number, "tr")? {
            Meaning::Small(parts @ 2..) => Some(parts),
            _ => None,
        }
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
                // "Half-a-million", "quarter-of-a-million".
                Some(Meaning::Article | Meaning::Of) if sum.is_part => {
                    let of = at + 1;
                    let article = of + 2 * usize::from(self.meaning(of) == Some(Meaning::Of));
                    let next =
                        article + 2 * usize::from(self.meaning(article) == Some(Meaning::Article));
                    if self.multiplier(next, true).is_some() { next } else { at }
                }
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
                // "Три целых и пять десятых".
                let at = at + usize::from(self.meaning(at + 1) == Some(Meaning::And));
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
                    None if matches!(self.tokens.get(next), Some(Token::Dual(_))) => next,
                    _ => at,
                }
            }
            _ => at,
        }
    }

    /// Returns the decimals that words state after "point", and the position after them.
    pub(super) fn decimals(&self, from: usize) -> Option<(Ratio, usize)> {
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
    pub(super) fn part_after(&self, at: usize) -> Option<(u16, usize)> {
        let next = at + 1 + usize::from(self.tokens.get(at + 1) == Some(&Token::Dash(true)));
        match self.meaning(next)? {
            Meaning::Part(parts) => Some((parts, next + 1)),
            _ => None,
        }
    }

    /// Returns true if digits continue a number that ends with a multiplier, as in Arabic
    /// "3 آلاف و200" and Turkish "3 bin 500".
    pub(super) fn joins_digits(&self, at: usize, sum: &Sum) -> bool {
        let Some((_, last)) = sum.last.filter(|_| !sum.trail.is_empty() && sum.current.is_none())
        else {
            return false;
        };
        let is_less = |number: Ratio| number.is_less_than(Ratio::whole(last.into()));
        let below = match self.tokens.get(at) {
            Some(Token::Number(number)) => {
                readings(number, self.tag).first().is_some_and(|number| is_less(*number))
            }
            Some(Token::Value(number)) => return is_less(*number),
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

    /// Returns true if no word of a number follows.
    pub(super) fn is_last(&self, at: usize) -> bool {
        !matches!(
            self.meaning(at),
            Some(
                Meaning::Small(_)
                    | Meaning::Times(_)
                    | Meaning::Tens
                    | Meaning::And
                    | Meaning::Point
            )
        ) && !matches!(self.tokens.get(at), Some(Token::Number(_)))
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
