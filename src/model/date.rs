//! Dates as the article gives them: its words, an EDTF reading, and the days that reading spans.

use super::Span;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar day (proleptic Gregorian). Serialised as its number, 1 January of year 1 being 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day, where the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day's number, in the order of days.
    pub fn number(self) -> u32 {
        self.0.num_days_from_ce().wrapping_sub(i32::MIN).cast_unsigned()
    }

    /// `YYYY-MM-DD` (ISO 8601).
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.num_days_from_ce().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let days = i32::deserialize(deserializer)?;
        NaiveDate::from_num_days_from_ce_opt(days)
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom("no such day"))
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
