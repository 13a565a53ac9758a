//! Dates in an article: days of the calendar, weekdays, and words such as "yesterday".

use super::lexicon::{Class, Lexicon};
use super::tokens::{Text, Token};
use super::types::{Day, Rule, StatedDay};
use crate::load::relative_dates;
use crate::model::Day as CalendarDay;
use std::ops::Range;

/// Maximum number of tokens of a relative date.
const MAX_RELATIVE: usize = 4;

/// Returns the dates in a text, each with its tokens.
pub fn dates(text: &Text, lexicon: &Lexicon, language: &str) -> Vec<(Range<usize>, Day)> {
    let mut found = Vec::new();
    for unit in &text.units {
        let mut at = unit.start;
        while at < unit.end {
            let tokens = &text.tokens[at..unit.end];
            let date = calendar(tokens, lexicon)
                .map(|(length, stated)| (length, stated, Rule::CalendarDate))
                .or_else(|| {
                    let (length, stated) = relative(tokens, language)?;
                    Some((length, stated, Rule::RelativeDate))
                });
            match date {
                Some((length, stated, rule)) => {
                    let range = at..at + length;
                    found.push((range.clone(), Day { span: text.span(range), stated, rule }));
                    at += length;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Reads a date of the calendar at the start of some tokens: "3 March 2026", "March 3, 2026", "3
/// March", "March 2026".
fn calendar(tokens: &[Token], lexicon: &Lexicon) -> Option<(usize, StatedDay)> {
    if let Some(day) = iso(&tokens[0]) {
        return Some((1, StatedDay::Date(day)));
    }
    if let Some((month, length)) = lexicon.month_at(tokens) {
        let rest = &tokens[length..];
        let after_comma = rest.get(1).is_some_and(|it| &*it.word == ",");
        let day = rest.first().and_then(day_of_month);
        let year_at = if day.is_none() { 0 } else { 1 + usize::from(after_comma) };
        let year = rest.get(year_at).and_then(year);
        return match (day, year) {
            (Some(day), Some(year)) => {
                let date = CalendarDay::new(year, month, day)?;
                Some((length + year_at + 1, StatedDay::Date(date.iso())))
            }
            (Some(day), None) => {
                Some((length + 1, StatedDay::WithoutYear { month, day: Some(day) }))
            }
            (None, Some(year)) => {
                Some((length + 1, StatedDay::Date(format!("{year:04}-{month:02}"))))
            }
            // "May" alone is a verb more often than a month.
            (None, None) => {
                let is_certain = tokens[0].word.chars().count() > 3
                    && !tokens[0].word.starts_with(char::is_lowercase);
                is_certain.then_some((length, StatedDay::WithoutYear { month, day: None }))
            }
        };
    }
    let day = day_of_month(&tokens[0])?;
    let of = usize::from(tokens.get(1).is_some_and(|it| matches!(&*it.key, "of" | "er" | "من")));
    let (month, length) = lexicon.month_at(tokens.get(1 + of..)?)?;
    let end = 1 + of + length;
    match tokens.get(end).and_then(year) {
        Some(year) => {
            let date = CalendarDay::new(year, month, day)?;
            Some((end + 1, StatedDay::Date(date.iso())))
        }
        None => Some((end, StatedDay::WithoutYear { month, day: Some(day) })),
    }
}

/// Reads a weekday, or words such as "yesterday" and "last year".
fn relative(tokens: &[Token], language: &str) -> Option<(usize, StatedDay)> {
    let most = tokens.len().min(MAX_RELATIVE);
    (1..=most).rev().filter(|length| tokens[..*length].iter().all(Token::is_word)).find_map(
        |length| {
            let words: Vec<&str> = tokens[..length].iter().map(|token| &*token.word).collect();
            let stated = relative_dates(&words.join(" "), language)?;
            Some((length, stated.into()))
        },
    )
}

impl From<crate::load::RelativeDate> for StatedDay {
    fn from(date: crate::load::RelativeDate) -> Self {
        use crate::load::RelativeDate::{Days, Weekday, Years};
        match date {
            Weekday(day) => Self::Weekday(day.unsigned_abs()),
            Days(days) => Self::Days(days),
            Years(years) => Self::Years(years),
        }
    }
}

/// Parses a date such as 2026-03-03.
fn iso(token: &Token) -> Option<String> {
    crate::load::parse_day(&token.word).map(CalendarDay::iso)
}

fn number(token: &Token) -> Option<u32> {
    let digits: Option<String> = token
        .word
        .chars()
        .map(|c| {
            c.to_digit(10).or_else(|| arabic_digit(c)).and_then(|digit| char::from_digit(digit, 10))
        })
        .collect();
    digits?.parse().ok()
}

fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

fn day_of_month(token: &Token) -> Option<u32> {
    let bare = token.key.trim_end_matches(|c: char| c.is_alphabetic());
    if token.word.chars().count() > 4 || bare.is_empty() {
        return None;
    }
    let digits: String = token.word.chars().take_while(|c| c.is_numeric()).collect();
    let plain = Token { word: digits.into(), ..token.clone() };
    number(&plain).filter(|day| (1..=31).contains(day))
}

fn year(token: &Token) -> Option<i32> {
    let year = number(token).filter(|_| token.word.chars().count() == 4)?;
    i32::try_from(year).ok().filter(|year| (1000..=2999).contains(year))
}

impl Lexicon {
    /// Returns the month, counted from 1, at the start of some tokens, and its number of tokens.
    fn month_at(&self, tokens: &[Token]) -> Option<(u32, usize)> {
        let (length, _) = self.at(tokens).find(|(_, class)| *class == Class::Month)?;
        let keys: Vec<&str> = tokens[..length].iter().map(|token| &*token.key).collect();
        self.month(&keys).map(|month| (month, length))
    }
}
