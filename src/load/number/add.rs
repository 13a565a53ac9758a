//! Adding one token to the number so far.

use super::numeral::readings;
use super::phrase::Reader;
use super::ratio::Ratio;
use super::sum::Sum;
use super::table::Meaning;
use super::tokens::Token;

impl Reader<'_> {
    /// Adds the token to the sum. Returns the position of the next token.
    pub(super) fn add_token(
        &self,
        at: usize,
        is_added: bool,
        sum: &mut Sum,
        choice: usize,
        has_short: bool,
    ) -> Option<usize> {
        if let Some(by) = self.multiplier(at, has_short) {
            // "ألفا شخص" are two thousand, "عشرون ألفا" are twenty thousand.
            if sum.is_empty()
                && matches!(&self.tokens[at], Token::Word(word) if matches!(word.as_str(), "ألفا" | "مليونا"))
            {
                sum.add(Ratio::whole(2))?;
            }
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
                // Persian writes a slash before decimals.
                if choice > 0
                    && self.language == "fa"
                    && let Some((decimals, end)) = self.decimals(at + 2)
                {
                    sum.current = Some(sum.current?.plus(decimals)?);
                    return Some(end);
                }
                sum.current = Some(sum.current?.divided_by(denominator)?);
                sum.is_part = true;
                Some(at + 3)
            }
            (Token::Value(number), _) => {
                (sum.is_empty() || self.joins_digits(at, sum)).then_some(())?;
                let is_spelt = !super::cjk::is_cjk(self.language);
                match number.terms() {
                    (number, 1) if is_spelt && number % 1000 == 0 && number > 0 => {
                        sum.add(Ratio::whole(number / 1000))?;
                        sum.times(1000)?;
                    }
                    (number @ 100..1000, 1) if is_spelt && number % 100 == 0 => {
                        sum.add(Ratio::whole(number / 100))?;
                        sum.times(100)?;
                    }
                    _ => {
                        sum.add(*number)?;
                        sum.in_digits = true;
                        sum.is_part = number.is_less_than(Ratio::whole(1));
                    }
                }
                Some(at + 1)
            }
            (Token::Dual(by), _) => {
                (sum.current.is_none() && sum.last.is_none_or(|(_, last)| *by < last))
                    .then_some(())?;
                sum.add(Ratio::whole(2))?;
                sum.times(*by)?;
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
            // Vietnamese leaves out the last unit: "hai trăm hai" is 220.
            (_, Some(Meaning::Small(n @ 1..10)))
                if self.language == "vi"
                    && !is_added
                    && sum.ends_with_unit().is_some()
                    && self.is_last(at + 1) =>
            {
                let unit = sum.ends_with_unit()?;
                sum.add(Ratio::whole(i128::from(n) * i128::from(unit / 10)))?;
                sum.in_digits = true;
                Some(at + 1)
            }
            (_, Some(Meaning::Small(n @ 1..10)))
                if matches!(self.language, "vi" | "tr") && sum.small == Some(10) =>
            {
                sum.add(Ratio::whole(n.into()))?;
                sum.small = Some(10 + n);
                Some(at + 1)
            }
            // "خمس السكان" is a fifth of the population, "خمس نساء" are five women.
            (Token::Word(word), Some(Meaning::Small(n @ (5 | 7 | 9 | 10))))
                if self.language == "ar"
                    && sum.is_empty()
                    && !word.ends_with('ة')
                    && matches!(self.tokens.get(at + 1), Some(Token::Word(next))
                        if next.starts_with("ال")) =>
            {
                sum.part(1, n.into(), false)?;
                Some(at + 1)
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
                // "مليونان ونصف المليون" names the unit again.
                let named = self.multiplier(at + 1, true).zip(sum.last);
                let is_named_again = self.language == "ar"
                    && is_added
                    && sum.current.is_none()
                    && named.is_some_and(|(by, (_, last))| by == last);
                sum.part(1, denominator.into(), is_added)?;
                Some(at + 1 + usize::from(is_named_again))
            }
            _ => None,
        }
    }
}
