//! Dates: the article's words and their reading in EDTF.

use super::super::code::DateCode;
use super::super::escape::shown;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::unicode_digits::ascii_digit;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{Day, Form, Precision, Span, When};
use edtf_core::{Bound, Edtf, IntervalEndpoint, Precision as Unit, SetElement, SetKind};

impl Context<'_, '_> {
    pub(super) fn when<Q: Anchor>(
        &mut self,
        wire: &wire::When<Q>,
        passage: Passage,
        at: &At<'_>,
    ) -> Option<When> {
        let words = self.some_pieces(&wire.words, passage, &at.field("words"));
        let reading = self.edtf(&wire.edtf, &at.field("edtf"));
        let anchor = wire.relative_to.as_ref().map(|to| self.edtf(to, &at.field("relative_to")));
        let (words, reading) = (words?, reading?);
        let bounds = reading.bounds();
        let (first, last) = (day(bounds.earliest), day(bounds.latest));
        if wire.note.is_none() && !self.is_cut {
            let is_relative = anchor.is_some();
            let problem = self.year_problem(&wire.edtf, &words, (first, last), is_relative);
            problem.into_iter().for_each(|problem| self.report.add(at, problem));
        }
        Some(When {
            edtf: reading.to_string().into(),
            words,
            relative_to: anchor.and_then(|anchor| Some(anchor?.to_string().into())),
            note: wire.note.as_deref().map(Into::into),
            first,
            last,
            precision: precision(&reading),
            form: form(&reading),
            uncertain: reading.is_uncertain(),
            approximate: reading.is_approximate(),
        })
    }

    /// The day a statement was made on, and that it was before the article told of it.
    pub(super) fn said_on<Q: Anchor>(
        &mut self,
        wire: &wire::When<Q>,
        passage: Passage,
        at: &At<'_>,
    ) -> Option<When> {
        let when = self.when(wire, passage, at)?;
        if let (Some(first), Some(published)) = (when.first, self.published)
            && first > published
            && wire.note.is_none()
        {
            let (edtf, published) = (&wire.edtf, published.iso());
            let message = format!("{edtf} is after {published}, when the article was published");
            let problem = Problem::warning(DateCode::SaidAfterPublication, message)
                .hint("dates that it speaks of belong in \"dates\"")
                .hint("where the day had begun elsewhere, or the article was changed, say so in a \"note\"");
            self.report.add(&at.field("edtf"), problem);
        }
        Some(when)
    }

    fn edtf(&mut self, text: &str, at: &At<'_>) -> Option<Edtf> {
        match Edtf::parse(text) {
            Ok(edtf) => Some(edtf),
            Err(error) => {
                let message = format!("{} is no EDTF: {}", shown(text), error.message);
                let problem = Problem::error(DateCode::NotEdtf, message).hint(
                    "write 2026-01-05, 2024-10, 2025, 2026-01-05/2026-01-06 or [2024-10..2024-12] \
                     (ISO 8601-2)",
                );
                self.report.add(at, problem);
                None
            }
        }
    }

    /// What is wrong with the year of a reading that no note explains, if anything.
    fn year_problem(
        &self,
        edtf: &str,
        words: &[Span],
        (first, last): (Option<Day>, Option<Day>),
        is_relative: bool,
    ) -> Option<Problem> {
        let numbers: Vec<i32> =
            words.iter().flat_map(|span| numbers(self.text_of(*span))).collect();
        let years = first.or(last).map(Day::year)..=last.or(first).map(Day::year);
        // Only what looks like a year is compared with an open end.
        let is_spanned = |year: &i32| {
            years.contains(&Some(*year))
                || NAMED_YEARS.contains(year)
                    && first.or(last).is_some()
                    && first.is_none_or(|day| day.year() <= *year)
                    && last.is_none_or(|day| *year <= day.year())
        };
        let words = self.words(words[0]);
        let other = numbers.iter().find(|number| NAMED_YEARS.contains(*number));
        let other = match other {
            _ if numbers.iter().any(is_spanned) => return None,
            Some(year) => format!("{words} names {year}, which {edtf} does not span"),
            None if is_relative => return None,
            None => {
                let message = format!("{words} names no year of {edtf}");
                let problem = Problem::error(DateCode::RelativeWithoutAnchor, message).hint(
                    "add \"relative_to\": the date that the words were resolved against, in EDTF",
                );
                return Some(problem.hint(
                    "where the words name a year in another way (\"the 20th century\", \"’24\"), \
                     say in a \"note\" how they are read",
                ));
            }
        };
        let problem = if is_relative {
            Problem::warning(DateCode::OtherYear, other)
        } else {
            Problem::error(DateCode::OtherYear, other)
        };
        Some(problem.hint("correct \"edtf\", or say in a \"note\" how the words are read"))
    }
}

/// Numbers that are read as years where a reading is checked: others count something else, or the
/// years of another calendar.
const NAMED_YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// The numbers that stand in a text, in digits of any script.
fn numbers(text: &str) -> Vec<i32> {
    let ascii: String = text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    (ascii.split(|c: char| !c.is_ascii_digit())).filter_map(|number| number.parse().ok()).collect()
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => {
            Day::new(i32::try_from(date.year).ok()?, date.month.into(), date.day.into())
        }
        _ => None,
    }
}

fn form(edtf: &Edtf) -> Form {
    match edtf {
        Edtf::Date(_) | Edtf::DateTime(_) => Form::Single,
        Edtf::Interval(_) => Form::Interval,
        Edtf::Set(set) => match set.kind {
            SetKind::OneMember => Form::OneOf,
            SetKind::AllMembers => Form::AllOf,
        },
    }
}

/// The finest unit that any part of the reading names.
fn precision(edtf: &Edtf) -> Precision {
    let mut dates = Vec::new();
    let endpoint = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(*date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    };
    match edtf {
        Edtf::Date(date) => dates.push(*date),
        Edtf::DateTime(time) => dates.push(time.date),
        Edtf::Interval(interval) => {
            dates.extend(endpoint(&interval.start));
            dates.extend(endpoint(&interval.end));
        }
        Edtf::Set(set) => dates.extend(set.elements.iter().map(|element| match element {
            SetElement::Date(date)
            | SetElement::OnOrBefore(date)
            | SetElement::OnOrAfter(date)
            | SetElement::Range(date, _) => *date,
        })),
    }
    let unit = |date: &edtf_core::Date| match date.precision() {
        Unit::Year => Precision::Year,
        Unit::Month | Unit::Season => Precision::Month,
        Unit::Day => Precision::Day,
    };
    dates.iter().map(unit).max().unwrap_or(Precision::Year)
}
