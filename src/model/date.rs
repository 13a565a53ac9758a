//! Dates in the article: the words, the EDTF reading, and the days that the reading covers.

use super::Span;
use serde::{Deserialize, Serialize};

/// A calendar day (proleptic Gregorian). Only `new` and `days` use a calendar library. The browser
/// calls neither, which saves two kilobytes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// Returns the day, or `None` if it does not exist.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        chrono::NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// Returns the number of days since 1 January of year 1. Negative for earlier days.
    #[cfg(not(target_arch = "wasm32"))]
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

    /// Formats the day as `YYYY-MM-DD` (ISO 8601).
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// The smallest unit in a date's reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Precision {
    /// A year or more.
    Year,
    /// A month or a season.
    Month,
    /// A day.
    Day,
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
    pub note: Option<Box<str>>,
    /// The first day that the reading covers. `None` if open or unknown.
    pub first: Option<Day>,
    /// The last day that the reading covers. `None` if open or unknown.
    pub last: Option<Day>,
    /// The smallest unit in the reading.
    pub precision: Precision,
    /// The form of the reading.
    pub form: Form,
    /// True if marked as uncertain (EDTF `?` or `%`).
    pub uncertain: bool,
    /// True if marked as approximate (EDTF `~` or `%`).
    pub approximate: bool,
}
