//! Exact fractions, because "a third of a million" has no finite decimals.

use crate::model::Decimal;

/// A fraction. Operations return `None` on overflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    pub(super) const ZERO: Self = Self::whole(0);

    pub(super) const fn whole(number: i128) -> Self {
        Self { numerator: number, denominator: 1 }
    }

    /// Returns a fraction; `denominator` must not be 0.
    pub(super) const fn part(numerator: i128, denominator: i128) -> Self {
        Self { numerator, denominator }
    }

    /// Returns the numerator and the denominator.
    pub(super) const fn terms(self) -> (i128, i128) {
        (self.numerator, self.denominator)
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Some(Self { numerator: left.checked_add(right)?, denominator }.reduced())
    }

    pub(super) fn times(self, number: u64) -> Option<Self> {
        let numerator = self.numerator.checked_mul(i128::from(number))?;
        Some(Self { numerator, denominator: self.denominator }.reduced())
    }

    pub(super) fn divided_by(self, number: u64) -> Option<Self> {
        let denominator =
            self.denominator.checked_mul(i128::from(number)).filter(|product| *product != 0)?;
        Some(Self { numerator: self.numerator, denominator }.reduced())
    }

    pub(super) const fn negated(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    pub(super) fn is_less_than(self, other: Self) -> bool {
        let products = self
            .numerator
            .checked_mul(other.denominator)
            .zip(other.numerator.checked_mul(self.denominator));
        products.is_some_and(|(left, right)| left < right)
    }

    /// Returns the number as a decimal. `None` if it has more than six decimal places.
    pub(super) fn decimal(self) -> Option<Decimal> {
        (0..=6_u8).find_map(|scale| {
            let shifted = self.numerator.checked_mul(10_i128.checked_pow(scale.into())?)?;
            let digits = (shifted % self.denominator == 0).then(|| shifted / self.denominator)?;
            Decimal::new(i64::try_from(digits).ok()?, scale)
        })
    }

    /// Returns true if the decimal equals this number.
    pub(super) fn is(self, value: Decimal) -> bool {
        self.off_by(value) == Some(0)
    }

    /// Returns true if the decimal is this number, truncated or rounded to the decimal's number of
    /// places.
    pub(super) fn is_about(self, value: Decimal) -> bool {
        self.off_by(value).is_some_and(|off| off.unsigned_abs() < self.denominator.unsigned_abs())
    }

    fn off_by(self, value: Decimal) -> Option<i128> {
        let (digits, scale) = value.parts();
        let scaled = self.numerator.checked_mul(10_i128.checked_pow(scale.into())?)?;
        i128::from(digits).checked_mul(self.denominator)?.checked_sub(scaled)
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        // The divisor is at most `denominator`, which fits.
        let by = i128::try_from(a.max(1)).unwrap_or(1);
        Self { numerator: self.numerator / by, denominator: self.denominator / by }
    }
}
