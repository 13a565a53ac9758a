//! The sum of the words of one number, added word by word.

use super::ratio::Ratio;

/// The number so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    /// The part that has its multiplier.
    pub(super) total: Option<Ratio>,
    /// The part that may still get a multiplier.
    pub(super) current: Option<Ratio>,
    /// The value of the last word, if it is below a hundred.
    pub(super) small: Option<u16>,
    pub(super) has_hundred: bool,
    /// The part made by the last multiplier of twelve, or of a thousand or more, and that
    /// multiplier.
    pub(super) last: Option<(Ratio, u64)>,
    /// The multipliers at the end, in reading order.
    pub(super) trail: Vec<u64>,
    /// True after digits, to which no words are added.
    pub(super) in_digits: bool,
    /// True for a fraction of something.
    pub(super) is_part: bool,
}

impl Sum {
    pub(super) fn is_empty(&self) -> bool {
        self.total.is_none() && self.current.is_none()
    }

    pub(super) fn number(&self) -> Option<Ratio> {
        self.total.unwrap_or(Ratio::ZERO).plus(self.current.unwrap_or(Ratio::ZERO))
    }

    pub(super) fn add(&mut self, number: Ratio) -> Option<()> {
        self.current = Some(self.current.unwrap_or(Ratio::ZERO).plus(number)?);
        self.trail.clear();
        Some(())
    }

    /// Adds a number below a thousand. Returns `None` if it does not continue the number.
    pub(super) fn small(&mut self, n: u16, is_arabic: bool) -> Option<()> {
        let fits = match self.small {
            _ if self.in_digits || self.is_part => false,
            Some(tens) if tens >= 20 && tens.is_multiple_of(10) && (1..10).contains(&n) => true,
            // Soixante-dix, quatre-vingt-dix, dix-sept.
            Some(60 | 80) => (10..20).contains(&n),
            Some(10) if (7..10).contains(&n) => true,
            Some(ones) if is_arabic => ones < 10 && n.is_multiple_of(10) && (10..100).contains(&n),
            Some(_) => false,
            None if n >= 100 => self.current.is_none(),
            None => self.current.is_none() || self.has_hundred,
        };
        if !fits {
            return None;
        }
        self.add(Ratio::whole(n.into()))?;
        (self.small, self.has_hundred) =
            if n < 100 { (Some(n), self.has_hundred) } else { (None, true) };
        Some(())
    }

    /// Returns the unit at the end of the number: a hundred, a thousand and so on.
    pub(super) fn ends_with_unit(&self) -> Option<u64> {
        let is_open = self.small.is_none() && !self.in_digits;
        match (self.current, self.last) {
            (Some(_), _) if is_open && self.trail.last() == Some(&100) => Some(100),
            (None, Some((_, by))) if !self.trail.is_empty() => Some(by),
            _ => None,
        }
    }

    /// Multiplies the last word by ten: Vietnamese "hai mươi". Returns `None` if it is not below ten.
    pub(super) fn tens(&mut self) -> Option<()> {
        let ones = self.small.filter(|ones| (1..10).contains(ones))?;
        self.add(Ratio::whole((9 * ones).into()))?;
        self.small = Some(10 * ones);
        Some(())
    }

    /// Multiplies the last part of the number. Returns `None` if it already has a larger
    /// multiplier.
    pub(super) fn times(&mut self, by: u64) -> Option<()> {
        if by == 100 {
            if self.has_hundred {
                return None;
            }
            self.current = Some(self.current.unwrap_or(Ratio::whole(1)).times(100)?);
            (self.small, self.has_hundred) = (None, true);
        } else {
            let (part, by) = match (self.current, self.last) {
                // A thousand million.
                (None, Some((part, last))) if !self.trail.is_empty() => {
                    self.total = Some(self.total?.plus(part.negated())?);
                    (part.times(by)?, last.checked_mul(by)?)
                }
                // "Mil quinientos millones".
                (Some(current), Some((_, last)))
                    if by > last && !current.is_less_than(Ratio::whole(100)) =>
                {
                    let part = self.total.take()?.plus(current)?.times(by)?;
                    (part, by)
                }
                (_, Some((_, last))) if by >= last => return None,
                (current, _) => (current.unwrap_or(Ratio::whole(1)).times(by)?, by),
            };
            self.total = Some(self.total.unwrap_or(Ratio::ZERO).plus(part)?);
            self.last = Some((part, by));
            (self.current, self.small, self.has_hundred) = (None, None, false);
        }
        self.is_part = false;
        self.trail.push(by);
        Some(())
    }

    /// Adds a fraction: "a quarter", "two thirds", "two and a half", "a million and a half".
    pub(super) fn part(&mut self, numerator: u64, denominator: u64, is_added: bool) -> Option<()> {
        let part = Ratio::whole(numerator.into()).divided_by(denominator)?;
        match (self.current, self.last, is_added) {
            _ if self.is_part => return None,
            (None, None, _) => (self.current, self.is_part) = (Some(part), true),
            (None, Some((_, by)), true) if !self.trail.is_empty() => {
                self.total = Some(self.total?.plus(part.times(by)?)?);
                self.trail.clear();
            }
            (Some(whole), _, true) => self.current = Some(whole.plus(part)?),
            (Some(count), None, false) if self.small.is_some() && !self.has_hundred => {
                (self.current, self.is_part) = (Some(count.divided_by(denominator)?), true);
            }
            _ => return None,
        }
        (self.small, self.in_digits) = (None, true);
        Some(())
    }
}
