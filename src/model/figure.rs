//! Figures: numbers stated in the article.

use super::{ActorIx, Basis, Bound, PlaceIx, Reading, Slug, Span, StatementIx, When};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A number stated in the article, and what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The id in URLs.
    pub id: Slug,
    /// The statement that contains it. `None` for a number in the reporter's own voice.
    pub statement: Option<StatementIx>,
    /// The words for the number.
    pub words: Span,
    /// The number, or the lower bound of a range.
    pub value: Decimal,
    /// The upper bound of a range. Present exactly for `Bound::Range`.
    pub upper: Option<Decimal>,
    /// The stated exactness.
    pub bound: Reading<Bound>,
    /// The unit ("violation", "US dollar", "%").
    pub unit: Reading<Box<str>>,
    /// The article's words for what is counted.
    pub counted: Span,
    /// The actor that counted.
    pub counted_by: Option<Reading<ActorIx>>,
    /// The period that it covers.
    pub period: Option<When>,
    /// The places it covers.
    pub places: Vec<FigurePlace>,
    /// The annotator's note.
    pub note: Option<Box<str>>,
}

/// A place that a figure covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigurePlace {
    /// The place.
    pub place: PlaceIx,
    /// A word that qualifies the place ("mainly").
    pub qualifier: Option<Span>,
    /// The evidence and note.
    #[serde(skip)]
    pub basis: Basis,
}

/// An exact decimal number: `digits` × 10^-`scale`. Has no trailing zeros after the
/// decimal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

impl Decimal {
    /// Returns `digits` × 10^-`scale`, or `None` if there are more than eighteen decimal places.
    pub fn new(mut digits: i64, mut scale: u8) -> Option<Self> {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        (scale <= 18).then_some(Self { digits, scale })
    }

    /// Parses `-?digits[.digits]`. Exponents and group separators are not accepted.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        if unsigned.contains('.') && fraction.is_empty() {
            return None;
        }
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        Self::new(sign * digits, u8::try_from(fraction.len()).ok()?)
    }

    /// Returns the digits and the scale: the number is `digits` × 10^-`scale`.
    pub const fn parts(self) -> (i64, u8) {
        (self.digits, self.scale)
    }

    /// Returns true if this number is less than the other.
    pub fn is_less_than(self, other: Self) -> bool {
        let scaled = |d: Self, to: u8| i128::from(d.digits) * 10_i128.pow(u32::from(to - d.scale));
        let to = self.scale.max(other.scale);
        scaled(self, to) < scaled(other, to)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.digits);
        }
        let scale = usize::from(self.scale);
        let digits = format!("{:0width$}", self.digits.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let sign = if self.digits < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_survives_printing_and_parsing() {
        for text in ["460", "0", "-3", "1.5", "0.25", "-0.5", "123456789.000001"] {
            assert_eq!(Decimal::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Decimal::parse("1.50"), Decimal::parse("1.5"));
        for bad in ["", ".5", "5.", "1e3", "1,000", "99999999999999999999", "٤٦٠"] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn decimals_compare_across_scales() {
        let d = |text| Decimal::parse(text).expect("a decimal");
        assert!(d("1.5").is_less_than(d("2")));
        assert!(!d("2").is_less_than(d("2.0")));
        assert!(d("-2").is_less_than(d("0.001")));
        assert_eq!(d("-1.50").parts(), (-15, 1));
    }
}
