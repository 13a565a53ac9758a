//! Dates: the words of the article, and what they mean in EDTF.

use super::super::code::DateCode;
use super::super::escape::shown;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::unicode_digits::ascii_digit;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{Day, Form, Span, When};
use edtf_core::{Bound, Edtf, SetKind};

impl Context<'_, '_> {
    pub(super) fn when<Q: Anchor>(
        &mut self,
        wire: &wire::When<Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Option<When> {
        let words = self.pieces(&wire.words, passage, &at.field("words"));
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
            in_words: Box::default(),
            form: form(&reading),
            uncertain: reading.is_uncertain(),
            approximate: reading.is_approximate(),
        })
    }

    /// Resolves the date on which a statement was made. Reports one after the article was
    /// published.
    pub(super) fn said_on<Q: Anchor>(
        &mut self,
        wire: &wire::When<Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Option<When> {
        let when = self.when(wire, passage, at)?;
        if let (Some(first), Some(published)) = (when.first, self.published)
            && first > published
            && wire.note.is_none()
        {
            let (edtf, published) = (&wire.edtf, published.iso());
            let message =
                format!("{edtf} is later than the article, which was published on {published}");
            let problem = Problem::warning(DateCode::SaidAfterPublication, message)
                .hint("put dates that the statement is about in \"dates\"")
                .hint("if it was already that day elsewhere, or the article was updated, say so in a \"note\"");
            self.report.add(&at.field("edtf"), problem);
        }
        Some(when)
    }

    fn edtf(&mut self, text: &str, at: &At<'_>) -> Option<Edtf> {
        match Edtf::parse(text) {
            Ok(edtf) => Some(edtf),
            Err(error) => {
                let message =
                    format!("{} is not a valid EDTF date: {}", shown(text), error.message);
                let problem = Problem::error(DateCode::NotEdtf, message).hint(
                    "write a date such as 2026-01-05, 2024-10, 2025, 2026-01-05/2026-01-06 or \
                     [2024-10..2024-12] (ISO 8601-2)",
                );
                self.report.add(at, problem);
                None
            }
        }
    }

    /// Returns a problem if the words contain another year than the date, or none.
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
        // Only numbers that look like years are compared with an open interval.
        let is_included = |year: &i32| {
            years.contains(&Some(*year))
                || LIKELY_YEARS.contains(year)
                    && first.or(last).is_some()
                    && first.is_none_or(|day| day.year() <= *year)
                    && last.is_none_or(|day| *year <= day.year())
        };
        let words = self.words(words[0]);
        let other = numbers.iter().find(|number| LIKELY_YEARS.contains(*number));
        let other = match other {
            _ if numbers.iter().any(is_included) => return None,
            Some(year) => {
                format!("{words} contains the year {year}, which {edtf} does not include")
            }
            None if is_relative => return None,
            None => {
                let message = format!("{words} does not contain the year of {edtf}");
                let problem = Problem::error(DateCode::RelativeWithoutAnchor, message).hint(
                    "add \"relative_to\": the date that the words were resolved against, in EDTF",
                );
                return Some(problem.hint(
                    "if the words give the year in another way (\"the 20th century\", \"’24\"), explain \
                     them in a \"note\"",
                ));
            }
        };
        let problem = if is_relative {
            Problem::warning(DateCode::OtherYear, other)
        } else {
            Problem::error(DateCode::OtherYear, other)
        };
        Some(problem.hint("correct \"edtf\", or explain the words in a \"note\""))
    }
}

/// Numbers that count as years in this check. Others are probably quantities, or years of another
/// calendar.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// Returns the numbers in a text, in digits of any script.
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
