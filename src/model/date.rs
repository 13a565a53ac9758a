//! Dates as the article gives them: its words, an EDTF reading, and the days that reading spans.

use super::Span;
use serde::{Deserialize, Serialize};

/// A calendar day (proleptic Gregorian). The calendar is asked only where a day is made and where
/// days are counted, which the browser does not do: there its tables would be two kilobytes more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, where the calendar has it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        chrono::NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// How many days lie between 1 January of year 1 and this one; negative before it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn days(self) -> i32 {
        use chrono::{Datelike, NaiveDate};
        NaiveDate::from_ymd_opt(self.year, self.month(), self.day())
            .map_or(0, |date| date.num_days_from_ce() - 1)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// A number in the order of days, for years from -3,000,000 to 3,000,000: the calendar has none
    /// beyond 262,143.
    pub fn number(self) -> u32 {
        const ZERO: i32 = 1 << 22;
        let year = self.year.saturating_add(ZERO).max(0).cast_unsigned();
        year << 9 | self.month() << 5 | self.day()
    }

    /// `YYYY-MM-DD` (ISO 8601).
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// The smallest unit that a date's reading names.
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
    /// From a date to a date (EDTF `a/b`).
    Interval,
    /// Some one of several dates (EDTF `[…]`).
    OneOf,
    /// All of several dates (EDTF `{…}`).
    AllOf,
}

/// A date in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The reading in EDTF (ISO 8601-2:2019, Annex A), in its canonical form.
    pub edtf: Box<str>,
    /// The article's words.
    pub words: Vec<Span>,
    /// What relative words were resolved against, in EDTF.
    pub relative_to: Option<Box<str>>,
    /// The annotator's remark.
    pub note: Option<Box<str>>,
    /// The first day that the reading takes in; `None` where it is open or unknown.
    pub first: Option<Day>,
    /// The last day that the reading takes in; `None` where it is open or unknown.
    pub last: Option<Day>,
    /// The smallest unit named.
    pub precision: Precision,
    /// The form of the reading.
    pub form: Form,
    /// Marked as uncertain (EDTF `?` or `%`).
    pub uncertain: bool,
    /// Marked as approximate (EDTF `~` or `%`).
    pub approximate: bool,
}
