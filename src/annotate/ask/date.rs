//! When something was said, read from the day of publication.

use super::super::desk::Desk;
use super::super::edit::{Edit, NewWhen};
use super::super::question::{Answer, Label, Reason, Slot};
use super::super::view::Card;
use super::{number, without};
use crate::load::parse_day;
use crate::model::{Day, Span};
use crate::suggest::StatedDay;
use chrono::{Datelike, NaiveDate};

impl Desk {
    /// Returns the dates that the sentence of a statement gives outside what was said.
    pub(in crate::annotate) fn dates_beside(&self, card: &Card) -> Vec<Span> {
        let Some(at) = card.cue.spans.first().or(card.source.spans.first()) else {
            return Vec::new();
        };
        let Some(sentence) = self.text().sentence_at(at.unit, at.start) else { return Vec::new() };
        let dates = self.suggestions.dates.iter().map(|it| it.span);
        let is_said = |it: &Span| card.content.spans.iter().any(|of| of.overlaps(*it));
        dates.filter(|it| sentence.contains(*it) && !is_said(it)).collect()
    }

    /// Returns the dates on which a statement may have been made.
    pub(super) fn said_dates(&self, card: &Card) -> Vec<Answer> {
        let statement = card.key;
        let read = self.dates_beside(card).into_iter().filter_map(|it| self.read_date(it));
        let mut answers: Vec<Answer> = read
            .map(|when| Answer {
                key: None,
                label: Label::Date(when.edtf.clone()),
                reason: when.relative_to.as_ref().map(|_| Reason::FromPublication),
                conflict: None,
                edit: Edit::SaidOn { statement, when: Some(when) },
            })
            .collect();
        answers.push(without(statement, Slot::Date));
        number(&mut answers);
        answers
    }

    /// Reads the words of a date, seen from the day of publication. `None` if they are not a date that is
    /// known, or if the day of publication is not known and needed.
    pub fn read_date(&self, words: Span) -> Option<NewWhen> {
        let found = self.suggestions.dates.iter().find(|it| it.span.overlaps(words))?;
        let published = parse_day(&self.view.article.published);
        let base = || published.and_then(date);
        let (edtf, is_relative) = match &found.stated {
            StatedDay::Date(edtf) => (edtf.clone(), false),
            StatedDay::WithoutYear { month, day } => (without_year(base()?, *month, *day)?, true),
            StatedDay::Weekday(weekday) => (last_weekday(base()?, *weekday)?, true),
            StatedDay::Days(days) => (
                base()?.checked_add_signed(chrono::TimeDelta::days((*days).into()))?.to_string(),
                true,
            ),
            StatedDay::Years(years) => {
                let year = base()?.year().checked_add(*years).filter(|it| *it > 0)?;
                (format!("{year:04}"), true)
            }
        };
        Some(NewWhen {
            edtf,
            words: vec![found.span],
            relative_to: is_relative.then(|| self.view.article.published.clone()),
            note: None,
        })
    }
}

fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.month(), day.day()).filter(|it| it.year() > 0)
}

/// Returns the last day of a week, counted from Monday, up to a day.
fn last_weekday(base: NaiveDate, weekday: u32) -> Option<String> {
    let back = (base.weekday().num_days_from_monday() + 7 - weekday % 7) % 7;
    base.checked_sub_signed(chrono::TimeDelta::days(back.into())).map(|it| it.to_string())
}

/// Returns a month, or a day of it, in the last year in which it is not after a day.
fn without_year(base: NaiveDate, month: u32, day: Option<u32>) -> Option<String> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day.unwrap_or(1));
    let this = in_year(base.year()).filter(|it| *it <= base);
    let found = this.or_else(|| in_year(base.year() - 1)).filter(|it| it.year() > 0)?;
    Some(match day {
        Some(_) => found.to_string(),
        None => format!("{:04}-{month:02}", found.year()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_from_the_day_of_publication() {
        let tuesday = NaiveDate::from_ymd_opt(2026, 1, 6).expect("a day");
        let of = |weekday| last_weekday(tuesday, weekday).expect("a day");
        assert_eq!([of(0), of(1), of(2)], ["2026-01-05", "2026-01-06", "2025-12-31"]);
        let of = |month, day| without_year(tuesday, month, day);
        assert_eq!(of(1, Some(5)).as_deref(), Some("2026-01-05"));
        assert_eq!(of(12, Some(24)).as_deref(), Some("2025-12-24"));
        assert_eq!(of(11, None).as_deref(), Some("2025-11"));
        assert_eq!(of(2, Some(30)), None);
    }
}
