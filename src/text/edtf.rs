//! EDTF dates (ISO 8601-2) in plain language, as precise as they are written. Native: the browser
//! gets the result.

use super::dates::{MONTHS, Precision, span_text};
use crate::model::Day;
use edtf_core::{
    Date, DateField, DateTime, Edtf, Interval, IntervalEndpoint, Precision as Unit, Qualifier, Set,
    SetElement, SetKind, TimeShift, Year, YearKind,
};

const EXACT_DATE_UNKNOWN: &str = " (exact date unknown)";

/// Formats an EDTF date in plain language. Returns text that is not EDTF as it is.
pub(super) fn edtf_text(edtf: &str) -> String {
    match Edtf::parse(edtf) {
        Ok(Edtf::Date(date)) => date_text(&date),
        Ok(Edtf::DateTime(time)) => time_text(&time),
        Ok(Edtf::Interval(interval)) => interval_text(&interval),
        Ok(Edtf::Set(set)) => set_text(&set),
        Err(_) => edtf.to_owned(),
    }
}

fn date_text(date: &Date) -> String {
    let parts = [
        ("year", Some(date.year.qualifier)),
        ("month", date.month.map(|month| month.qualifier)),
        ("day", date.day.map(|day| day.qualifier)),
    ];
    let given: Vec<(&str, Qualifier)> =
        parts.into_iter().filter_map(|(name, qualifier)| Some((name, qualifier?))).collect();
    let plain = plain_text(date);
    let first = given.first().map_or_else(Qualifier::default, |(_, qualifier)| *qualifier);
    if given.iter().all(|(_, qualifier)| *qualifier == first) {
        let doubt = match (first.approximate, first.uncertain) {
            (true, true) => "possibly about ",
            (true, false) => "about ",
            (false, true) => "possibly ",
            (false, false) => "",
        };
        return [doubt, &plain].concat();
    }
    let doubts = |is: fn(&Qualifier) -> bool, word: &str| {
        let names: Vec<&str> =
            given.iter().filter(|(_, of)| is(of)).map(|(name, _)| *name).collect();
        (!names.is_empty()).then(|| format!("{} {word}", names.join(" and ")))
    };
    let doubts =
        [doubts(|of| of.uncertain, "uncertain"), doubts(|of| of.approximate, "approximate")];
    let doubts: Vec<String> = doubts.into_iter().flatten().collect();
    format!("{plain} ({})", doubts.join(", "))
}

/// Formats a date without its qualifiers.
fn plain_text(date: &Date) -> String {
    let year = year_text(&date.year);
    let Some(month) = date.month else { return year };
    if let (None, Some(code @ 21..)) = (date.day, month.value()) {
        return season_text(code, &year);
    }
    let is_known = |field: DateField| field.value().is_some();
    let name = month.value().and_then(month_name);
    match (name, date.day) {
        (Some(name), None) => joined(name, &year),
        (Some(name), Some(day)) => match day.value() {
            Some(day) => joined(&format!("{day} {name}"), &year),
            None => match days(day, date) {
                Some((first, last)) => {
                    format!("{} (day unknown)", joined(&format!("{first}–{last} {name}"), &year))
                }
                None => format!("{} (day unknown)", joined(name, &year)),
            },
        },
        (None, None) => match months(month) {
            Some((first, last)) => {
                format!("{} (month unknown)", joined(&format!("{first}–{last}"), &year))
            }
            None => format!("{year} (month unknown)"),
        },
        (None, Some(day)) if is_known(day) => {
            format!("day {} of an unknown month, {year}", day.value().unwrap_or_default())
        }
        (None, Some(_)) => format!("{year} (month and day unknown)"),
    }
}

/// Joins a part of a year with the year: `May 2024`, `25 December, a year in the 1560s`.
fn joined(part: &str, year: &str) -> String {
    let separator = if year.starts_with(|c: char| c.is_ascii_digit()) { " " } else { ", " };
    [part, separator, year].concat()
}

fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// Returns the months that a month with one unspecified digit can be.
fn months(month: DateField) -> Option<(&'static str, &'static str)> {
    match month.digits {
        [Some(0), None] => Some(("January", "September")),
        [Some(1), None] => Some(("October", "December")),
        _ => None,
    }
}

/// Returns the days that a day with an unspecified last digit can be.
fn days(day: DateField, date: &Date) -> Option<(u32, u32)> {
    let [Some(tens), None] = day.digits else { return None };
    let year = i32::try_from(date.year.value().unwrap_or(2000)).ok()?;
    let length = Day::last_of_month(year, date.month?.value()?.into())?;
    let tens = u32::from(tens) * 10;
    Some((tens.max(1), (tens + 9).min(length)))
}

/// Formats a year. EDTF counts as astronomers do: year 0 is 1 BC.
fn year_number(year: i64) -> String {
    match year {
        1.. => year.to_string(),
        _ => format!("{} BC", year.saturating_neg().saturating_add(1)),
    }
}

fn year_text(year: &Year) -> String {
    let text = match (year.value(), year.kind) {
        (Some(number), _) => year_number(number),
        (None, YearKind::Standard { negative, digits }) => match digits {
            [None, ..] => "an unknown year".to_owned(),
            [Some(a), Some(b), Some(c), None] if !negative && [a, b, c] != [0; 3] => {
                format!(
                    "a year in the {}s",
                    (u32::from(a) * 10 + u32::from(b)) * 100 + u32::from(c) * 10
                )
            }
            _ => {
                // The first and the last year that the digits allow.
                let with = |unknown: u8| {
                    let number = digits.iter().fold(0_i64, |number, digit| {
                        number * 10 + i64::from(digit.unwrap_or(unknown))
                    });
                    if negative { -number } else { number }
                };
                let (low, high) = (with(0).min(with(9)), with(0).max(with(9)));
                let is_range =
                    digits.iter().skip_while(|digit| digit.is_some()).all(Option::is_none);
                if is_range {
                    format!("a year from {} to {}", year_number(low), year_number(high))
                } else {
                    let digit = |digit: &Option<u8>| {
                        digit.map_or_else(|| "X".to_owned(), |digit| digit.to_string())
                    };
                    let digits: String = digits.iter().map(digit).collect();
                    format!("a year of the form {}{digits}", if negative { "−" } else { "" })
                }
            }
        },
        (None, YearKind::Exponential { significand, exponent }) => {
            format!("the year {significand} × 10^{exponent}")
        }
        (None, YearKind::Big { value }) => year_number(value),
    };
    match (year.significant_digits, year.value()) {
        (Some(digits), Some(number)) => {
            let length = number.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
            let size = 10_i64.checked_pow(length.saturating_sub(digits)).unwrap_or(i64::MAX);
            let low = number.div_euclid(size) * size;
            let high = low.saturating_add(size - 1);
            let (low, high) = (year_number(low), year_number(high));
            format!("{text} (an estimate, between {low} and {high})")
        }
        _ => text,
    }
}

/// Formats a season or another part of a year (ISO 8601-2, 4.8).
fn season_text(code: u8, year: &str) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let nth = |names: [&'static str; 4], first: u8| names[usize::from((code - first) % 4)];
    match code {
        21..=24 => joined(nth(SEASONS, 21), year),
        25..=28 => format!("{} (Northern Hemisphere)", joined(nth(SEASONS, 25), year)),
        29..=32 => format!("{} (Southern Hemisphere)", joined(nth(SEASONS, 29), year)),
        33..=36 => format!("{} quarter of {year}", nth(ORDINALS, 33)),
        37..=39 => format!("{} four months of {year}", nth(ORDINALS, 37)),
        _ => format!("{} half of {year}", nth(ORDINALS, 40)),
    }
}

fn time_text(time: &DateTime) -> String {
    let clock = time.time;
    let seconds = if clock.second == 0 { String::new() } else { format!(":{:02}", clock.second) };
    let shift = match clock.shift {
        None => String::new(),
        Some(TimeShift::Utc | TimeShift::Offset { minutes: 0, .. }) => " UTC".to_owned(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { "−" } else { "+" };
            let minutes = minutes.unsigned_abs();
            format!(" (UTC{sign}{:02}:{:02})", minutes / 60, minutes % 60)
        }
    };
    format!("{}, {:02}:{:02}{seconds}{shift}", date_text(&time.date), clock.hour, clock.minute)
}

fn interval_text(interval: &Interval) -> String {
    use IntervalEndpoint::{Date as At, OnOrAfter, OnOrBefore, Open, Unknown};
    if let (At(first), At(last)) = (interval.start, interval.end)
        && let Some(span) = compact(&first, &last)
    {
        return span;
    }
    let end_of = |date: &Date| date_text(date);
    let start = match interval.start {
        At(date) | OnOrAfter(date) => format!("from {}", date_text(&date)),
        OnOrBefore(date) => format!("from {} or earlier", date_text(&date)),
        Open | Unknown => String::new(),
    };
    let end = match interval.end {
        At(date) | OnOrBefore(date) => end_of(&date),
        OnOrAfter(date) => format!("{} or later", end_of(&date)),
        Open | Unknown => String::new(),
    };
    match (interval.start, interval.end) {
        (Open, Open) => "at any time".to_owned(),
        (Open | Unknown, Open | Unknown) => "date unknown".to_owned(),
        (Open, _) => format!("until {end}"),
        (Unknown, _) => format!("until {end} (start unknown)"),
        (_, Open) => format!("{start} on"),
        (_, Unknown) => format!("{start} (end unknown)"),
        _ => format!("{start} to {end}"),
    }
}

/// Formats a span of two days, months or years that are fully given, without doubt.
fn compact(first: &Date, last: &Date) -> Option<String> {
    let day = |date: &Date| {
        let fields = [date.month, date.day];
        let is_doubtful = date.year.qualifier.is_qualified()
            || date.year.significant_digits.is_some()
            || fields.iter().flatten().any(|field| field.qualifier.is_qualified());
        let year = i32::try_from(date.year.value()?).ok().filter(|year| *year > 0)?;
        let value = |field: Option<DateField>| field.map_or(Some(1), DateField::value);
        let day = Day::new(year, value(date.month)?.into(), value(date.day)?.into())?;
        (!is_doubtful).then_some(day)
    };
    let unit = match (first.precision(), last.precision()) {
        (Unit::Year, Unit::Year) => Precision::Year,
        (Unit::Month, Unit::Month) => Precision::Month,
        (Unit::Day, Unit::Day) => Precision::Day,
        _ => return None,
    };
    Some(span_text(day(first)?, day(last)?, unit))
}

fn set_text(set: &Set) -> String {
    let is_one = set.kind == SetKind::OneMember;
    let unit = |date: &Date| match date.precision() {
        Unit::Year => "year",
        Unit::Month => "month",
        Unit::Season => "season",
        Unit::Day => "day",
    };
    // "In 2020", but "on 5 January 2020".
    let preposition = |date: &Date| if date.precision() == Unit::Day { "on" } else { "in" };
    let range = |first: &Date, last: &Date| {
        compact(first, last)
            .unwrap_or_else(|| format!("{} to {}", date_text(first), date_text(last)))
    };
    if let ([SetElement::Range(first, last)], true) = (set.elements.as_slice(), is_one) {
        return range(first, last) + EXACT_DATE_UNKNOWN;
    }
    let element = |element: &SetElement| match element {
        SetElement::Date(date) => date_text(date),
        SetElement::OnOrBefore(date) if is_one => {
            format!("{} or before {}", preposition(date), date_text(date))
        }
        SetElement::OnOrAfter(date) if is_one => {
            format!("{} or after {}", preposition(date), date_text(date))
        }
        SetElement::OnOrBefore(date) => {
            format!("{} and every {} before", date_text(date), unit(date))
        }
        SetElement::OnOrAfter(date) => {
            format!("{} and every {} after", date_text(date), unit(date))
        }
        SetElement::Range(first, last) if is_one => range(first, last),
        SetElement::Range(first, last) => {
            format!("every {} of {}", unit(first), range(first, last))
        }
    };
    let elements: Vec<String> = set.elements.iter().map(element).collect();
    let word = if is_one { " or " } else { " and " };
    match elements.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [earlier @ .., last] => [&earlier.join(", "), word, last].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_as_precisely_as_they_are_written() {
        let mut wrong = Vec::new();
        for (edtf, expected) in [
            ("2026-01-06", "6 January 2026"),
            ("2026-01-05/2026-01-06", "5–6 January 2026"),
            ("2025-12-31/2026-01-06", "31 December 2025 – 6 January 2026"),
            ("[2024-10..2024-12]", "October–December 2024 (exact date unknown)"),
            ("2024-10/2024-12", "October–December 2024"),
            ("1974", "1974"),
            ("198X", "a year in the 1980s"),
            ("18XX", "a year from 1800 to 1899"),
            ("XXXX-12", "December, an unknown year"),
            ("1X5X", "a year of the form 1X5X"),
            ("2022-07-04/2023", "from 4 July 2022 to 2023"),
            ("2021/2022-05", "from 2021 to May 2022"),
            ("[2017,2019]", "2017 or 2019"),
            ("{2011,2013,2015}", "2011, 2013 and 2015"),
            ("1990/1995~", "from 1990 to about 1995"),
            ("1990~/1995~", "from about 1990 to about 1995"),
            ("2008-02?/2008-04", "from possibly February 2008 to April 2008"),
            ("[..2018]", "in or before 2018"),
            ("[2018-05-02..]", "on or after 2 May 2018"),
            ("{..2018}", "2018 and every year before"),
            ("{2010..2012}", "every year of 2010–2012"),
            ("../2018", "until 2018"),
            ("/2018", "until 2018 (start unknown)"),
            ("2018/", "from 2018 (end unknown)"),
            ("2018/..", "from 2018 on"),
            ("2022-22", "summer 2022"),
            ("2022-28", "winter 2022 (Northern Hemisphere)"),
            ("2022-31", "autumn 2022 (Southern Hemisphere)"),
            ("2022-35", "third quarter of 2022"),
            ("2022-38", "second four months of 2022"),
            ("2022-41", "second half of 2022"),
            ("2022-21/2022-23", "from spring 2022 to autumn 2022"),
            ("2022-XX", "2022 (month unknown)"),
            ("2022-0X", "January–September 2022 (month unknown)"),
            ("2022-02-2X", "20–28 February 2022 (day unknown)"),
            ("2022-03-XX", "March 2022 (day unknown)"),
            ("1991-XX-XX", "1991 (month and day unknown)"),
            ("1991-XX-07", "day 7 of an unknown month, 1991"),
            ("172X-11-02", "2 November, a year in the 1720s"),
            ("2010-?05-12", "12 May 2010 (month uncertain)"),
            ("2010-05-~12", "12 May 2010 (day approximate)"),
            ("2010~-05-12", "12 May 2010 (year approximate)"),
            ("2020-12-31~", "about 31 December 2020"),
            ("2020%", "possibly about 2020"),
            ("-0099-07-12", "12 July 100 BC"),
            ("Y-12000", "12001 BC"),
            ("1880S2", "1880 (an estimate, between 1800 and 1899)"),
            ("2026-02-03T08:05:00+02:00", "3 February 2026, 08:05 (UTC+02:00)"),
            ("2026-02-03T08:05:07Z", "3 February 2026, 08:05:07 UTC"),
            ("[2021-01,2021-03..2021-05]", "January 2021 or March–May 2021"),
        ] {
            let text = edtf_text(edtf);
            if text != expected {
                wrong.push(format!("{edtf}: {text}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
