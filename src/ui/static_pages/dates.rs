//! The timeline: the dates that the article gives, in order and to scale.

use crate::model::{Axis, DateRef, Dated, Day, Form, Segment, StatementIx, When, dates};
use crate::query::{Collection, Facet};
use crate::text;
use crate::text::static_pages::dates::{self as words, UseSlot};
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours};
use crate::ui::parts::references::said;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Minimum distance between two labels of the scale, in thousandths of its length.
const LABEL_ROOM: i32 = 180;
/// Minimum length of a bar, in thousandths of the scale, so that one day among many years is seen.
const MIN_BAR: i32 = 6;

/// Renders the timeline.
pub fn dates_page(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let dates = dates(dossier);
    let published = dossier.article.published;
    let mut stretches: Vec<(i32, i32)> =
        dates.iter().filter_map(|date| stretch(dossier.when(date.at))).collect();
    stretches.push((published.days(), published.days()));
    let axis = Axis::of(&stretches);
    let rows = (1..).zip(&dates).map(|(number, date)| row(page, &axis, number, date));
    html! {
        <>
            <div class="dossier">
                <h1 id="title" tabindex="-1">{ words::HEADING }</h1>
                <p>
                    { words::LEAD }
                    { " " }
                    { ours("span", "byhand", vec![txt(words::ANNOTATORS)]) }
                </p>
            </div>
            <div class="dates-frame">
                <ol class="timeline">
                    <li class="scale" aria-hidden="true">{ scale(&axis) }</li>
                    { for rows }
                    { publication(page, &axis) }
                </ol>
                <details class="fold">
                    <summary>{ words::VIEW_AS_TABLE }</summary>
                    <div class="scrolls">{ table(page, &dates) }</div>
                </details>
            </div>
        </>
    }
}

/// The first and last day of a date; an open date has its known end as both.
fn stretch(when: &When) -> Option<(i32, i32)> {
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

/// The scale with its labels and breaks.
fn scale(axis: &Axis) -> Html {
    let mut inner = ground(axis, "26");
    let mut last = -LABEL_ROOM;
    for segment in axis.segments() {
        for (day, label) in labels(segment) {
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

/// The first day of a segment, then each new year within it.
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

/// The line itself, broken where days are skipped.
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

/// A date on the line: a bar for what refers to it, open at an unknown end, and a ring for a statement
/// made on it.
fn bar(axis: &Axis, when: &When, uses: &[DateRef]) -> Html {
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

fn row(page: &Page, axis: &Axis, number: usize, date: &Dated) -> Html {
    let dossier = &page.prepared.dossier;
    let when = dossier.when(date.at);
    let href = page.narrowed(Collection::Statements, Facet::Date, &when.edtf);
    let in_words = text::when_text(when);
    // The date adds nothing to words that contain it, such as "during 2025".
    let says_it = |at: &DateRef| {
        let mut spans = dossier.when(*at).words.iter();
        spans.all(|span| dossier.article.text(*span).contains(&in_words))
    };
    let notes = notes(page, date);
    html! {
        <li id={format!("date-{number}")}>
            <h2>
                <a {href}>
                    <span class="date-words">{ for in_text(page, date) }</span>
                    if !date.uses.iter().all(says_it) {
                        { " " }
                        <span class="date-reading">{ text::capital(&in_words) }</span>
                    }
                </a>
            </h2>
            { bar(axis, when, &date.uses) }
            <ul class="uses">{ for date.uses.iter().map(|at| use_line(page, *at)) }</ul>
            if !notes.is_empty() {
                { ours("p", "ours", vec![txt(notes.join(" "))]) }
            }
        </li>
    }
}

/// What a relative date was worked out from, and the annotator's notes, each once.
fn notes(page: &Page, date: &Dated) -> Vec<String> {
    let dossier = &page.prepared.dossier;
    let from = words::worked_out_from(dossier, dossier.when(date.at));
    let mut notes: Vec<String> = from.into_iter().collect();
    for at in &date.uses {
        let note = dossier.when(*at).note.as_deref().unwrap_or_default();
        if !note.is_empty() && !notes.iter().any(|known| known == note) {
            notes.push(note.to_owned());
        }
    }
    notes
}

/// The article's words for a date, each wording once.
fn in_text(page: &Page, date: &Dated) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let mut known: Vec<&str> = Vec::new();
    let mut words = Vec::new();
    for span in date.uses.iter().flat_map(|at| &dossier.when(*at).words) {
        let text = dossier.article.text(*span);
        if known.contains(&text) {
            continue;
        }
        if !known.is_empty() {
            words.push(txt(", "));
        }
        known.push(text);
        words.push(said(page, *span));
    }
    words
}

/// A line about one use of a date.
fn use_line(page: &Page, at: DateRef) -> Html {
    let dossier = &page.prepared.dossier;
    let ix = at.statement(dossier);
    let named = text::named(dossier, dossier.statement(ix));
    let line = match at {
        DateRef::Said(_) => words::made_then(named),
        DateRef::SpokenOf(..) => words::mentioned_in(named),
        DateRef::Period(_) => words::period_of(),
    };
    let line = filled(line, |slot| match slot {
        UseSlot::Statement => number_link(page, ix, false),
        UseSlot::Named(named) => html! { { named } },
        UseSlot::Figure => figure_link(page, at).unwrap_or_default(),
    });
    html! { <li>{ line }</li> }
}

/// The link to the figure that covers a period. `None` for other uses of a date.
fn figure_link(page: &Page, at: DateRef) -> Option<Html> {
    let DateRef::Period(figure) = at else { return None };
    let dossier = &page.prepared.dossier;
    let number = dossier.article.text(dossier.figure(figure).words).to_owned();
    Some(html! { <a href={page.figure(figure)} class="article-inline">{ number }</a> })
}

fn publication(page: &Page, axis: &Axis) -> Html {
    let dossier = &page.prepared.dossier;
    let day = dossier.article.published;
    let mut track = ground(axis, "12");
    let place = axis.place(day.days()).min(1000 - MIN_BAR) + MIN_BAR / 2;
    track.push(line("published", (place, place), ("2", "22")));
    html! {
        <li id="published">
            <h2>
                <span class="date-words">{ words::published_by(dossier) }</span>
                { " " }
                <span class="date-reading">{ text::day_text(day) }</span>
            </h2>
            { svg("24", track) }
        </li>
    }
}

fn table(page: &Page, dates: &[Dated]) -> Html {
    let dossier = &page.prepared.dossier;
    let rows = dates.iter().map(|date| {
        let when = dossier.when(date.at);
        let statements = |is: fn(&DateRef) -> bool| -> Vec<Html> {
            let found = date.uses.iter().filter(|at| is(at)).map(|at| at.statement(dossier));
            found.map(|ix: StatementIx| number_link(page, ix, false)).collect()
        };
        html! {
            <tr>
                <th scope="row">{ for in_text(page, date) }</th>
                <td>{ text::capital(&text::when_text(when)) }</td>
                <td><code>{ when.edtf.to_string() }</code></td>
                <td>{ for statements(|at| matches!(at, DateRef::Said(_))) }</td>
                <td>{ for statements(|at| matches!(at, DateRef::SpokenOf(..))) }</td>
                <td>{ for date.uses.iter().filter_map(|at| figure_link(page, *at)) }</td>
            </tr>
        }
    });
    html! {
        <table class="fields">
            <caption class="hush">{ words::CAPTION }</caption>
            <thead>
                <tr>{ for words::COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
