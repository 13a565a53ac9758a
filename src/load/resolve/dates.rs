//! Dates: the article's words and their reading in EDTF.

use super::super::diagnostic::Problem;
use super::super::nearest::shown;
use super::super::path::At;
use super::super::wire;
use super::{Anchor, Context};
use crate::model::{Day, Form, Precision, Span, UnitIx, When};
use edtf_core::{Bound, Edtf, IntervalEndpoint, Precision as Unit, SetElement, SetKind};

impl Context<'_, '_> {
    pub(super) fn when<Q: Anchor>(
        &mut self,
        wire: &wire::When<Q>,
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Option<When> {
        let words = self.some_pieces(&wire.words, passage, &at.field("words"));
        let reading = self.edtf(&wire.edtf, &at.field("edtf"));
        let anchor = wire.relative_to.as_ref().map(|to| self.edtf(to, &at.field("relative_to")));
        let (words, reading) = (words?, reading?);
        let bounds = reading.bounds();
        let (first, last) = (day(bounds.earliest), day(bounds.latest));
        if wire.relative_to.is_none() && !self.is_cut && !self.names_year(&words, first, last) {
            let message = format!("{} names no year of {}", self.words(words[0]), wire.edtf);
            let problem = Problem::error("relative-date", message).hint(
                "add \"relative_to\": the date that the words were resolved against, in EDTF",
            );
            self.report.add(at, problem);
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

    fn edtf(&mut self, text: &str, at: &At<'_>) -> Option<Edtf> {
        match Edtf::parse(text) {
            Ok(edtf) => Some(edtf),
            Err(error) => {
                let message = format!("{} is no EDTF: {}", shown(text), error.message);
                let problem = Problem::error("not-edtf", message).hint(
                    "write 2026-01-05, 2024-10, 2025, 2026-01-05/2026-01-06 or [2024-10..2024-12] \
                     (ISO 8601-2)",
                );
                self.report.add(at, problem);
                None
            }
        }
    }

    /// True when the words hold a year that the reading spans, in digits of any script.
    fn names_year(&self, words: &[Span], first: Option<Day>, last: Option<Day>) -> bool {
        let years = first.or(last).map(Day::year)..=last.or(first).map(Day::year);
        words.iter().any(|span| {
            let text = self.text.units[span.unit.index()].slice(span.start, span.end);
            let digits: String = text.chars().map(ascii_digit).collect();
            (digits.split(|c: char| !c.is_ascii_digit()))
                .filter_map(|number| number.parse::<i32>().ok())
                .any(|number| years.contains(&Some(number)))
        })
    }
}

fn ascii_digit(c: char) -> char {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        c => return c,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
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
