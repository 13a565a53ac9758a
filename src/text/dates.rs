//! Dates in plain language, without chrono: its formatting would add ten kilobytes to the app.

use crate::model::{Day, When};

/// The unit of the ends of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Precision {
    Year,
    Month,
    Day,
}

pub(super) const MONTHS: [&str; 12] = [
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
#[cfg(not(reader))]
pub fn short_month_text(day: Day) -> String {
    let month = MONTHS.get(day.month() as usize - 1).and_then(|month| month.get(..3));
    format!("{} {}", month.unwrap_or_default(), day.year())
}

/// Formats a day without its year: `6 Jan`.
#[cfg(not(reader))]
pub fn short_day_text(day: Day) -> String {
    let month = short_month_text(day);
    format!("{} {}", day.day(), month.split(' ').next().unwrap_or_default())
}

pub(super) fn month_text(day: Day) -> String {
    let month = MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default();
    format!("{month} {}", day.year())
}

/// Formats a date in plain language: `October–December 2024 (exact date unknown)`. The browser has
/// it in the data, because reading EDTF would add kilobytes to the app.
pub fn when_text(when: &When) -> String {
    #[cfg(not(reader))]
    if when.in_words.is_empty() {
        return super::edtf::edtf_text(&when.edtf);
    }
    when.in_words.to_string()
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
    fn writes_spans_in_plain_language() {
        let check = |first: (i32, u32, u32), last: (i32, u32, u32), precision, expected: &str| {
            let day = |(y, m, d)| crate::model::Day::new(y, m, d).expect("a day");
            assert_eq!(span_text(day(first), day(last), precision), expected);
        };
        use Precision::*;
        check((2026, 1, 5), (2026, 1, 6), Day, "5–6 January 2026");
        check((2025, 12, 31), (2026, 1, 6), Day, "31 December 2025 – 6 January 2026");
        check((2026, 1, 30), (2026, 2, 2), Day, "30 January – 2 February 2026");
        check((2024, 10, 1), (2024, 12, 31), Month, "October–December 2024");
        check((1974, 1, 1), (1974, 12, 31), Year, "1974");
    }
}
