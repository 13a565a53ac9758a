//! The drawing of the timeline: a scale, and a line for each date. Positions are in thousandths of
//! the scale.

use crate::model::{Axis, DateRef, Day, Form, Segment, When};
use crate::text;
use yew::prelude::*;

/// Minimum distance between two labels of the scale, in thousandths of its length.
const LABEL_ROOM: i32 = 180;
/// Minimum length of a bar, in thousandths of the scale. It keeps a single day among many years
/// visible.
const MIN_BAR: i32 = 6;

/// Returns the first and last day of a date; an open date has its known end as both.
pub fn stretch(when: &When) -> Option<(i32, i32)> {
    let first = when.first.or(when.last)?;
    let last = when.last.or(when.first)?;
    Some((first.days(), last.days()))
}

fn percent(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

fn svg(height: &'static str, inner: Vec<Html>) -> Html {
    html! { <svg class="track" width="100%" {height} aria-hidden="true">{ for inner }</svg> }
}

fn line(class: &'static str, x: (i32, i32), y: (&'static str, &'static str)) -> Html {
    html! { <line {class} x1={percent(x.0)} x2={percent(x.1)} y1={y.0} y2={y.1} /> }
}

/// Renders the scale with its labels and breaks. The labels are years and months, or the given days
/// if there are any.
pub fn scale(axis: &Axis, days: &[Day]) -> Html {
    let within = |segment: &Segment| -> Vec<(i32, String)> {
        let inside = |day: &&Day| (segment.first..segment.end).contains(&day.days());
        let named = |day: &Day| (day.days(), text::short_day_text(*day));
        days.iter().filter(inside).map(named).collect()
    };
    let mut inner = ground(axis, "26");
    let mut last = -LABEL_ROOM;
    for segment in axis.segments() {
        let found = if days.is_empty() { labels(segment) } else { within(segment) };
        for (day, label) in found {
            let place = axis.place(day);
            // A label near the end extends backwards, so it needs room on both sides.
            let is_last = place > 900;
            let room = if is_last { 2 * LABEL_ROOM } else { LABEL_ROOM };
            if last >= 0 && place - last < room {
                continue;
            }
            last = place;
            inner.push(line("tick", (place, place), ("20", "30")));
            let anchor = if is_last { "end" } else { "start" };
            inner.push(
                html! { <text x={percent(place)} y="14" text-anchor={anchor}>{ label }</text> },
            );
        }
    }
    svg("32", inner)
}

/// Returns the first day of a segment, then each new year within it.
fn labels(segment: &Segment) -> Vec<(i32, String)> {
    let years = |from: i32| (from..).map(|year| (year, Day::new(year, 1, 1).map(Day::days)));
    // At most the year of the first day; the loop below finds the exact one.
    let guess = segment.first / 366;
    let mut found = Vec::new();
    let mut before = guess;
    for (year, day) in years(guess.max(1)) {
        let Some(day) = day.filter(|day| *day < segment.end) else { break };
        if day < segment.first {
            before = year;
        } else {
            found.push((day, year.to_string()));
        }
    }
    if found.first().is_none_or(|(day, _)| *day > segment.first) {
        let month = (2..=12).rev().find_map(|month| {
            let day = Day::new(before, month, 1)?;
            (day.days() <= segment.first).then_some(day)
        });
        let label = month.map_or_else(|| before.to_string(), text::short_month_text);
        found.insert(0, (segment.first, label));
    }
    found
}

/// Renders the line itself, broken where days are skipped.
fn ground(axis: &Axis, y: &'static str) -> Vec<Html> {
    let mut inner = Vec::new();
    let mut before: Option<i32> = None;
    for segment in axis.segments() {
        if let Some(before) = before {
            inner.push(line("cut", (before, segment.from), (y, y)));
        }
        inner.push(line("thin", (segment.from, segment.to), (y, y)));
        before = Some(segment.to);
    }
    inner
}

/// Renders a date on the line: a bar for what refers to it, open at an unknown end, and a ring for
/// a statement made on it.
pub fn bar(axis: &Axis, when: &When, uses: &[DateRef]) -> Html {
    let mut inner = ground(axis, "12");
    let Some((first, last)) = stretch(when) else { return svg("24", inner) };
    let (from, to) = (axis.place(first), axis.place(last + 1));
    let width = (to - from).max(MIN_BAR);
    let from = from.min(1000 - width);
    if uses.iter().any(|at| !matches!(at, DateRef::Said(_))) {
        let class = match (when.form, when.approximate || when.uncertain) {
            (Form::OneOf, _) => "bar one-of",
            (_, true) => "bar about",
            _ => "bar",
        };
        inner.push(html! {
            <rect {class} x={percent(from)} width={percent(width)} y="6" height="12" />
        });
    }
    if when.first.is_none() {
        inner.push(line("open", (0, from), ("12", "12")));
    }
    if when.last.is_none() {
        inner.push(line("open", (from + width, 1000), ("12", "12")));
    }
    if uses.iter().any(|at| matches!(at, DateRef::Said(_))) {
        inner.push(html! { <circle class="dot" cx={percent(from + width / 2)} cy="12" r="6" /> });
    }
    svg("24", inner)
}

/// Renders the mark of the day on which the article was published.
pub fn publication_mark(axis: &Axis, day: Day) -> Html {
    let mut inner = ground(axis, "12");
    let (from, to) = (axis.place(day.days()), axis.place(day.days() + 1));
    let place = from.midpoint(to).clamp(MIN_BAR / 2, 1000 - MIN_BAR / 2);
    inner.push(line("published", (place, place), ("2", "22")));
    svg("24", inner)
}
