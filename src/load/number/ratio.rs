//! Exact fractions, because "a third of a million" has no finite decimals.

use crate::model::Decimal;

/// `over` / `under`. Operations return `None` on overflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    pub(super) const ZERO: Self = Self::whole(0);

    pub(super) const fn whole(number: i128) -> Self {
        Self { over: number, under: 1 }
    }

    /// A fraction; `under` must not be 0.
    pub(super) const fn part(over: i128, under: i128) -> Self {
        Self { over, under }
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        let under = self.under.checked_mul(other.under)?;
        Some(Self { over: left.checked_add(right)?, under }.reduced())
    }

    pub(super) fn times(self, number: u64) -> Option<Self> {
        let over = self.over.checked_mul(i128::from(number))?;
        Some(Self { over, under: self.under }.reduced())
    }

    pub(super) fn over(self, number: u64) -> Option<Self> {
        let under = self.under.checked_mul(i128::from(number)).filter(|under| *under != 0)?;
        Some(Self { over: self.over, under }.reduced())
    }

    pub(super) const fn negated(self) -> Self {
        Self { over: -self.over, under: self.under }
    }

    pub(super) fn is_less_than(self, other: Self) -> bool {
        let products = self.over.checked_mul(other.under).zip(other.over.checked_mul(self.under));
        products.is_some_and(|(left, right)| left < right)
    }

    /// True if the decimal equals this number.
    pub(super) fn is(self, value: Decimal) -> bool {
        self.off_by(value) == Some(0)
    }

    /// True if the decimal is this number, truncated or rounded to the decimal's number of places.
    pub(super) fn is_about(self, value: Decimal) -> bool {
        self.off_by(value).is_some_and(|off| off.unsigned_abs() < self.under.unsigned_abs())
    }

    fn off_by(self, value: Decimal) -> Option<i128> {
        let (digits, scale) = value.parts();
        let scaled = self.over.checked_mul(10_i128.checked_pow(scale.into())?)?;
        i128::from(digits).checked_mul(self.under)?.checked_sub(scaled)
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.over.unsigned_abs(), self.under.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        // The divisor is at most `under`, which fits.
        let by = i128::try_from(a.max(1)).unwrap_or(1);
        Self { over: self.over / by, under: self.under / by }
    }
}
