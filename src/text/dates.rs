//! Dates in plain language, without chrono: its formatting would add ten kilobytes to the app.

use crate::model::{Day, Form, Precision, When};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Formats a day: `6 January 2026`.
pub fn day_text(day: Day) -> String {
    format!("{} {}", day.day(), month_text(day))
}

/// Formats the month of a day: `Jan 2026`.
#[cfg(not(target_arch = "wasm32"))]
pub fn short_month_text(day: Day) -> String {
    let month = MONTHS.get(day.month() as usize - 1).and_then(|month| month.get(..3));
    format!("{} {}", month.unwrap_or_default(), day.year())
}

/// Formats a day without its year: `6 Jan`.
#[cfg(not(target_arch = "wasm32"))]
pub fn short_day_text(day: Day) -> String {
    let month = short_month_text(day);
    format!("{} {}", day.day(), month.split(' ').next().unwrap_or_default())
}

fn month_text(day: Day) -> String {
    let month = MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default();
    format!("{month} {}", day.year())
}

/// Formats a date in plain language: `October–December 2024 (exact date unknown)`.
pub fn when_text(when: &When) -> String {
    let doubt = match (when.approximate, when.uncertain) {
        (true, true) => "possibly about ",
        (true, false) => "about ",
        (false, true) => "possibly ",
        (false, false) => "",
    };
    let (before, date) = match (when.first, when.last) {
        (Some(first), Some(last)) => match when.form {
            Form::OneOf => ("", unknown_within(first, last, when.precision)),
            Form::AllOf => ("several dates, ", span_text(first, last, when.precision)),
            Form::Interval => ("", span_text(first, last, when.precision)),
            Form::Single => ("", date_text(first, last, when.precision)),
        },
        (Some(first), None) => ("from ", unit_text(first, when.precision)),
        (None, Some(last)) => ("until ", unit_text(last, when.precision)),
        (None, None) => return "date unknown".to_owned(),
    };
    [before, doubt, &date].concat()
}

/// Formats a single date, which may span days: `2025`, `January 2026`, `6 January 2026`.
pub fn date_text(first: Day, last: Day, precision: Precision) -> String {
    let is_one = match precision {
        Precision::Year => first.year() == last.year(),
        Precision::Month => (first.year(), first.month()) == (last.year(), last.month()),
        Precision::Day => first == last,
    };
    if is_one { unit_text(first, precision) } else { unknown_within(first, last, precision) }
}

/// Formats a span in which a date lies somewhere.
fn unknown_within(first: Day, last: Day, precision: Precision) -> String {
    format!("{} (exact date unknown)", span_text(first, last, precision))
}

fn unit_text(day: Day, precision: Precision) -> String {
    match precision {
        Precision::Year => day.year().to_string(),
        Precision::Month => month_text(day),
        Precision::Day => day_text(day),
    }
}

/// Formats a span: `5–6 January 2026`, `October–December 2024`.
pub(super) fn span_text(first: Day, last: Day, precision: Precision) -> String {
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    let start = match precision {
        Precision::Day if same_month => first.day().to_string(),
        Precision::Day if same_year => cut_year(&day_text(first)),
        Precision::Month if same_year => cut_year(&month_text(first)),
        _ => unit_text(first, precision),
    };
    let end = unit_text(last, precision);
    if start == end || (precision == Precision::Month && same_month) {
        end
    } else if start.contains(' ') {
        format!("{start} – {end}")
    } else {
        format!("{start}–{end}")
    }
}

fn cut_year(text: &str) -> String {
    text.rsplit_once(' ').map_or(text, |(start, _)| start).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_in_plain_language() {
        let check = |first: (i32, u32, u32),
                     last: (i32, u32, u32),
                     precision: Precision,
                     form: Form,
                     expected: &str| {
            let day = |(y, m, d)| crate::model::Day::new(y, m, d);
            let when = When {
                edtf: "".into(),
                words: Vec::new(),
                relative_to: None,
                note: None,
                first: day(first),
                last: day(last),
                precision,
                form,
                uncertain: false,
                approximate: false,
            };
            assert_eq!(when_text(&when), expected);
        };
        use Form::*;
        use Precision::*;
        check((2026, 1, 6), (2026, 1, 6), Day, Single, "6 January 2026");
        check((2026, 1, 5), (2026, 1, 6), Day, Interval, "5–6 January 2026");
        check((2025, 12, 31), (2026, 1, 6), Day, Interval, "31 December 2025 – 6 January 2026");
        check((2026, 1, 30), (2026, 2, 2), Day, Interval, "30 January – 2 February 2026");
        check(
            (2024, 10, 1),
            (2024, 12, 31),
            Month,
            OneOf,
            "October–December 2024 (exact date unknown)",
        );
        check((1974, 1, 1), (1974, 12, 31), Year, Single, "1974");
        check((1980, 1, 1), (1989, 12, 31), Year, Single, "1980–1989 (exact date unknown)");
        check((2024, 10, 1), (2024, 12, 31), Month, Interval, "October–December 2024");
        check((2019, 1, 1), (0, 0, 0), Year, Interval, "from 2019");
        check((0, 0, 0), (2019, 12, 31), Year, Interval, "until 2019");
    }
}
