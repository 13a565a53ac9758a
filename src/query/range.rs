//! Ranges of days, by which a list can be filtered.

use crate::model::{Day, When};

/// A range of days, each end of which can be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Range {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// An end of a range. The variants are in the order of the keys in a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The first day.
    From,
    /// The last day.
    To,
}

impl Range {
    /// Returns true for the range of all days.
    pub fn is_open(self) -> bool {
        self == Self::default()
    }

    /// Returns true if the first day is after the last.
    pub fn is_reversed(self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from > to)
    }

    /// Returns a day of the range.
    pub fn at(self, end: End) -> Option<Day> {
        match end {
            End::From => self.from,
            End::To => self.to,
        }
    }

    /// Returns this range with another day.
    #[must_use]
    pub fn ending(self, end: End, day: Option<Day>) -> Self {
        match end {
            End::From => Self { from: day, ..self },
            End::To => Self { to: day, ..self },
        }
    }

    /// Returns true if the date may be in this range. A date without a known end is open there, and
    /// an unknown date is in no range.
    pub(super) fn overlaps(self, when: &When) -> bool {
        let starts_in_time = |to| when.first.is_none_or(|first| first <= to);
        let ends_in_time = |from| when.last.is_none_or(|last| from <= last);
        when.first.or(when.last).is_some()
            && self.to.is_none_or(starts_in_time)
            && self.from.is_none_or(ends_in_time)
    }
}

impl End {
    /// Both ends.
    pub const ALL: [Self; 2] = [Self::From, Self::To];

    /// Parses a day, month or year (ISO 8601): `2025-06-30`, `2025-06`, `2025`. The first day of a
    /// month or year begins a range, and the last day ends it.
    pub fn day(self, text: &str) -> Option<Day> {
        let unsigned = text.strip_prefix('-');
        let mut parts = unsigned.unwrap_or(text).split('-');
        let year = number(parts.next()?, 4..=6)?;
        let year = if unsigned.is_some() { -year } else { year };
        let (january, december) = (1, 12);
        let month = match (parts.next(), self) {
            (Some(month), _) => u32::try_from(number(month, 2..=2)?).ok()?,
            (None, Self::From) => january,
            (None, Self::To) => december,
        };
        let day = match (parts.next(), self) {
            (Some(day), _) => u32::try_from(number(day, 2..=2)?).ok()?,
            (None, Self::From) => 1,
            (None, Self::To) => Day::last_of_month(year, month)?,
        };
        Day::new(year, month, day).filter(|_| parts.next().is_none())
    }
}

/// Parses a number with some digits.
fn number(digits: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let is_number = lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;
    use proptest::prelude::*;

    #[test]
    fn a_month_or_year_is_its_first_or_last_day() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let days = End::ALL.map(|end| end.day(text).map(Day::iso));
            let expected = expected.map(|(from, to)| [from.to_owned(), to.to_owned()].map(Some));
            assert_eq!(days, expected.unwrap_or_default(), "{text}");
        };
        check("2025-06-30", Some(("2025-06-30", "2025-06-30")));
        check("2025-06", Some(("2025-06-01", "2025-06-30")));
        check("2024-02", Some(("2024-02-01", "2024-02-29")));
        check("2025", Some(("2025-01-01", "2025-12-31")));
        check("-0043", Some(("-0043-01-01", "-0043-12-31")));
        check("12026-01", Some(("12026-01-01", "12026-01-31")));
        for text in ["", "-", "25", "2025-", "2025-6", "2025-13", "2025-02-29", "2025-02-01-"] {
            check(text, None);
        }
        for text in ["+2025", "--2025", "2025-+6", "2025-06-3x", "2025/06", "last week", "9999999"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_date_is_in_a_range_if_one_of_its_days_may_be() {
        let day = |day: u32| Day::new(2026, 1, day);
        let check = |(from, to), (first, last), expected| {
            let range = Range { from, to };
            let when = When { first, last, ..sample::when(day(1).expect("a day")) };
            assert_eq!(range.overlaps(&when), expected, "{range:?} {first:?}/{last:?}");
        };
        check((day(5), day(6)), (day(5), day(5)), true);
        check((day(5), day(6)), (day(6), day(9)), true);
        check((day(5), day(6)), (day(1), day(9)), true);
        check((day(5), day(6)), (day(7), day(9)), false);
        check((day(5), day(6)), (day(1), day(4)), false);
        check((day(5), None), (day(9), day(9)), true);
        check((None, day(5)), (day(9), day(9)), false);
        check((day(5), day(6)), (day(1), None), true);
        check((day(5), day(6)), (day(7), None), false);
        check((day(5), day(6)), (None, day(9)), true);
        check((day(5), day(6)), (None, day(4)), false);
        check((day(5), day(6)), (None, None), false);
        check((day(5), None), (None, None), false);
    }

    proptest! {
        #[test]
        fn a_day_survives_its_text(year in -200_000..200_000, month in 1_u32..=12, day in 1_u32..=28) {
            let day = Day::new(year, month, day);
            for end in End::ALL {
                prop_assert_eq!(day.and_then(|day| end.day(&day.iso())), day);
            }
        }
    }
}
