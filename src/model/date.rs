//! Dates in the article: the words, the EDTF reading, and the days that the reading covers.

use super::Span;
use serde::{Deserialize, Serialize};

/// A calendar day (proleptic Gregorian). Only `days` uses a calendar library. The browser does not
/// call it, which saves two kilobytes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// Returns the day, or `None` if it does not exist.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=Self::last_of_month(year, month)?).contains(&day);
        let day = Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        exists.then_some(day)
    }

    /// Returns the number of days of a month, or `None` if it does not exist, or is in a year that
    /// the calendar library does not have.
    pub fn last_of_month(year: i32, month: u32) -> Option<u32> {
        const YEARS: std::ops::RangeInclusive<i32> = -262_143..=262_142;
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        match month {
            _ if !YEARS.contains(&year) => None,
            2 => Some(if is_leap { 29 } else { 28 }),
            4 | 6 | 9 | 11 => Some(30),
            1..=12 => Some(31),
            _ => None,
        }
    }

    /// Returns the number of days since 1 January of year 1. Negative for earlier days.
    #[cfg(not(reader))]
    pub fn days(self) -> i32 {
        use chrono::{Datelike, NaiveDate};
        NaiveDate::from_ymd_opt(self.year, self.month(), self.day())
            .map_or(0, |date| date.num_days_from_ce() - 1)
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// Returns a sort key for days. Valid for years from -3,000,000 to 3,000,000, which includes
    /// the calendar library's range of ±262,143.
    pub fn number(self) -> u32 {
        const ZERO: i32 = 1 << 22;
        let year = self.year.saturating_add(ZERO).max(0).cast_unsigned();
        year << 9 | self.month() << 5 | self.day()
    }

    /// Formats the day as `YYYY-MM-DD` (ISO 8601), and a year before 0 as `-YYYY-MM-DD`.
    pub fn iso(self) -> String {
        let sign = if self.year < 0 { "-" } else { "" };
        let year = self.year.unsigned_abs();
        format!("{sign}{year:04}-{:02}-{:02}", self.month(), self.day())
    }
}

/// The form of a date's reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// One date.
    Single,
    /// An interval from one date to another (EDTF `a/b`).
    Interval,
    /// One of several dates (EDTF `[…]`).
    OneOf,
    /// All of several dates (EDTF `{…}`).
    AllOf,
}

/// A date in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The reading in canonical EDTF (ISO 8601-2:2019, Annex A).
    pub edtf: Box<str>,
    /// The article's words.
    pub words: Vec<Span>,
    /// The date against which relative words were resolved, in EDTF.
    pub relative_to: Option<Box<str>>,
    /// The annotator's note.
    #[serde(skip)]
    pub note: Option<Box<str>>,
    /// The first day that the reading covers. `None` if open or unknown.
    pub first: Option<Day>,
    /// The last day that the reading covers. `None` if open or unknown.
    pub last: Option<Day>,
    /// The reading in plain language, for the browser. Empty otherwise: the words come from the
    /// room for words.
    pub in_words: Box<str>,
    /// The form of the reading.
    pub form: Form,
    /// True if marked as uncertain (EDTF `?` or `%`).
    pub uncertain: bool,
    /// True if marked as approximate (EDTF `~` or `%`).
    pub approximate: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_are_those_of_the_calendar_library(
            year in prop_oneof![-5..2_500, -262_200..=-262_100, 262_100..=262_200],
            month in 0_u32..14,
            day in 0_u32..34,
        ) {
            let exists = chrono::NaiveDate::from_ymd_opt(year, month, day).is_some();
            prop_assert_eq!(Day::new(year, month, day).is_some(), exists);
        }
    }

    #[test]
    fn days_before_year_0_have_a_sign_and_four_digits() {
        let iso = |year| Day::new(year, 3, 15).map(Day::iso);
        assert_eq!(iso(-43).as_deref(), Some("-0043-03-15"));
        assert_eq!(iso(43).as_deref(), Some("0043-03-15"));
        assert_eq!(iso(12_026).as_deref(), Some("12026-03-15"));
    }
}
