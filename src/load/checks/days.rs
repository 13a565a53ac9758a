//! A date whose words name another day or year than the reading.

use super::{Findings, Place, Subject};
use crate::load::code::DateCode;
use crate::load::cues::{Cues, Relative};
use crate::load::parse_day;
use crate::load::problem::Problem;
use crate::model::{Day, When};

/// Maximum distance in days between a weekday and the day that it is relative to. "Next Friday" can
/// be in the week after.
const MAX_DISTANCE: i32 = 13;

/// Warns about dates whose words name another weekday, day or year. A note on the date answers the
/// warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(cues) = subject.cues else { return };
    let problem = |when: &When| {
        let found = if when.note.is_some() { None } else { disagreement(subject, cues, when) };
        found.map(|what| {
            let words = when.words.first().map_or_else(String::new, |span| subject.words(*span));
            let message = format!("{words} is read as {}, but {what}", when.edtf);
            Problem::warning(DateCode::OtherDay, message)
                .hint("correct \"edtf\" or \"relative_to\"")
                .hint("if the reading is right, say why in a \"note\" of the date")
        })
    };
    use Place::{Element, Field};
    for (position, statement) in subject.statements() {
        if let Some(problem) = statement.said_on.as_ref().and_then(problem) {
            findings.statement(position, "said_on", problem);
        }
        for (at, when) in statement.dates.iter().enumerate() {
            if let Some(problem) = problem(when) {
                findings.add(
                    [Field("statements"), Element(position), Field("dates"), Element(at)],
                    problem,
                );
            }
        }
    }
    for (position, figure) in subject.dossier.figures.iter().enumerate() {
        if let Some(problem) = figure.period.as_ref().and_then(problem) {
            findings.add([Field("figures"), Element(position), Field("period")], problem);
        }
    }
}

/// Returns true if a part of an EDTF date is as precise as a day: `2026-01-05`, `2026-01/2026-02-03`.
fn has_day(edtf: &str) -> bool {
    let parts = edtf.split(['/', ',', '[', ']', '{', '}']).flat_map(|part| part.split(".."));
    parts.map(|part| part.trim_start_matches('-')).any(|part| part.matches('-').count() >= 2)
}

/// Returns what the words of a date say that its reading does not.
fn disagreement(subject: &Subject<'_>, cues: &Cues, when: &When) -> Option<String> {
    let base = when.relative_to.as_deref().and_then(parse_day);
    let base = base.unwrap_or(subject.dossier.article.published);
    let tokens = || when.words.iter().flat_map(|span| subject.names.tokens.within(*span));
    let words: Vec<_> = tokens().cloned().collect();
    let relative = cues.relative(&words);
    let has_number = words.iter().any(|word| word.key.contains(|c: char| c.is_numeric()));
    let weekdays: Vec<i32> = (relative.iter())
        .filter_map(|it| if let Relative::Weekday(day) = it { Some(*day) } else { None })
        .collect();
    if !weekdays.is_empty() {
        let (first, last) = (when.first?, when.last?);
        if !has_day(&when.edtf) {
            return None;
        }
        for day in [first, last] {
            if !weekdays.contains(&weekday(day)) {
                return Some(format!("{} is a {}", day.iso(), name(weekday(day))));
            }
        }
        let distance = (first.days() - base.days()).abs();
        return (!has_number && distance > MAX_DISTANCE)
            .then(|| format!("that is {distance} days from {}", base.iso()));
    }
    relative.into_iter().find_map(|it| match it {
        Relative::Days(days) => {
            let (first, last) = (when.first?.days(), when.last?.days());
            let expected = base.days() + days;
            (!(first..=last).contains(&expected))
                .then(|| format!("seen from {}, it is {}", base.iso(), iso(expected)))
        }
        Relative::Years(years) => {
            let expected = base.year() + years;
            let first = when.first.map_or(i32::MIN, Day::year);
            let last = when.last.map_or(i32::MAX, Day::year);
            let is_other = !(first..=last).contains(&expected);
            is_other.then(|| format!("seen from {}, it is {expected}", base.iso()))
        }
        Relative::Weekday(_) => None,
    })
}

/// Formats the day that is a number of days from 1 January of year 1.
fn iso(days: i32) -> String {
    let date = chrono::NaiveDate::from_num_days_from_ce_opt(days.saturating_add(1));
    date.map_or_else(|| "another day".to_owned(), |date| date.to_string())
}

/// Returns the weekday, counted from Monday.
fn weekday(day: Day) -> i32 {
    day.days().rem_euclid(7)
}

const fn name(weekday: i32) -> &'static str {
    match weekday {
        0 => "Monday",
        1 => "Tuesday",
        2 => "Wednesday",
        3 => "Thursday",
        4 => "Friday",
        5 => "Saturday",
        _ => "Sunday",
    }
}
