//! Days in files.

use super::code::DateCode;
use super::escape::shown;
use super::path::At;
use super::problem::Problem;
use super::report::Report;
use crate::model::Day;

/// Parses a day in the form `YYYY-MM-DD`.
pub fn parse_day(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year, month, day]
            if (year.len(), month.len(), day.len()) == (4, 2, 2)
                && parts.concat().bytes().all(|b| b.is_ascii_digit()) =>
        {
            Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// Parses a day, and reports a problem if it is not valid.
pub fn day(text: &str, at: &At<'_>, report: &mut Report<'_>) -> Option<Day> {
    let parsed = parse_day(text);
    if parsed.is_none() {
        let problem =
            Problem::error(DateCode::NotADay, format!("{} is not a valid date", shown(text)))
                .hint("write a calendar date as YYYY-MM-DD");
        report.add(at, problem);
    }
    parsed
}
