//! The dates that the article gives, in the order of time and to scale.

use crate::model::{Axis, DateRef, Dated, Day, Form, Segment, StatementIx, When, dates};
use crate::query::{Collection, Facet};
use crate::text;
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours};
use crate::ui::parts::references::said;
use yew::prelude::*;

/// How far apart two labels of the line have to stand, in thousandths of it.
const LABEL_ROOM: i32 = 180;
/// The least that a date takes of the line, in thousandths: a day of many years is still seen.
const LEAST_BAR: i32 = 6;

/// The page of the dates.
pub fn dates_page(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let dates = dates(dossier);
    let published = dossier.article.published;
    let mut stretches: Vec<(i32, i32)> =
        dates.iter().filter_map(|date| stretch(dossier.when(date.at))).collect();
    stretches.push((published.days(), published.days()));
    let axis = Axis::of(&stretches);
    let heading = list![at("id", "title"), at("tabindex", "-1")];
    let lead = "Bars are what statements and figures speak of, rings when something was said. \
                All stand on one scale; where it is cut, empty years are left out. ";
    let ours =
        ours("span", "byhand", list![txt("What the words mean is the annotator’s reading.")]);
    let head = list![
        attrs("h1", heading, list![txt("The dates in this report")]),
        el("p", "", list![txt(lead), ours]),
    ];
    let mut items = list![attrs(
        "li",
        list![at("class", "scale"), at("aria-hidden", "true")],
        list![scale(&axis)]
    )];
    let rows = (1..).zip(&dates).map(|(number, date)| row(page, &axis, number, date));
    items.extend(rows);
    items.push(publication(page, &axis));
    let table = list![
        el("summary", "", list![txt("The same as a table")]),
        el("div", "scrolls", list![table(page, &dates)]),
    ];
    let frame = list![el("ol", "timeline", items), el("details", "fold", table)];
    [el("div", "dossier", head), el("div", "dates-frame", frame)].into_iter().collect()
}

/// The days that a date takes in, the known end of an open one standing for both.
fn stretch(when: &When) -> Option<(i32, i32)> {
    let first = when.first.or(when.last)?;
    let last = when.last.or(when.first)?;
    Some((first.days(), last.days()))
}

fn percent(place: i32) -> AttrValue {
    format!("{}.{}%", place / 10, place % 10).into()
}

fn svg(class: &'static str, height: &'static str, inner: Vec<Html>) -> Html {
    let attributes = list![
        at("class", class),
        at("width", "100%"),
        at("height", height),
        at("aria-hidden", "true"),
    ];
    attrs("svg", attributes, inner)
}

fn line(class: &'static str, x: (i32, i32), y: (&'static str, &'static str)) -> Html {
    let attributes = list![
        at("class", class),
        at("x1", percent(x.0)),
        at("x2", percent(x.1)),
        at("y1", y.0),
        at("y2", y.1),
    ];
    attrs("line", attributes, Vec::new())
}

/// The line of time with its labels and cuts.
fn scale(axis: &Axis) -> Html {
    let mut inner = ground(axis, "26");
    let mut last = -LABEL_ROOM;
    for segment in axis.segments() {
        for (day, label) in labels(segment) {
            let place = axis.place(day);
            // One that stands at the end reaches back as far as another reaches on.
            let is_last = place > 900;
            let room = if is_last { 2 * LABEL_ROOM } else { LABEL_ROOM };
            if last >= 0 && place - last < room {
                continue;
            }
            last = place;
            inner.push(line("tick", (place, place), ("20", "30")));
            let anchor = if is_last { "end" } else { "start" };
            let attributes =
                list![at("x", percent(place)), at("y", "14"), at("text-anchor", anchor)];
            inner.push(attrs("text", attributes, list![txt(label)]));
        }
    }
    svg("track", "32", inner)
}

/// The first day of a stretch, then each new year within it.
fn labels(segment: &Segment) -> Vec<(i32, String)> {
    let years = |from: i32| (from..).map(|year| (year, Day::new(year, 1, 1).map(Day::days)));
    // The year of a day, from the mean length of a year, made exact by looking on.
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

/// The line itself, broken where days are cut out.
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

/// What a date looks like on the line: whole, one of several, about, open at an end.
fn bar(axis: &Axis, when: &When, uses: &[DateRef]) -> Html {
    let mut inner = ground(axis, "12");
    if let Some((first, last)) = stretch(when) {
        let (from, to) = (axis.place(first), axis.place(last + 1));
        let width = (to - from).max(LEAST_BAR);
        let from = from.min(1000 - width);
        if uses.iter().any(|at| !matches!(at, DateRef::Said(_))) {
            let class = match (when.form, when.approximate || when.uncertain) {
                (Form::OneOf, _) => "bar one-of",
                (_, true) => "bar about",
                _ => "bar",
            };
            let rect = list![
                at("class", class),
                at("x", percent(from)),
                at("width", percent(width)),
                at("y", "6"),
                at("height", "12"),
            ];
            inner.push(attrs("rect", rect, Vec::new()));
        }
        if when.first.is_none() {
            inner.push(line("open", (0, from), ("12", "12")));
        }
        if when.last.is_none() {
            inner.push(line("open", (from + width, 1000), ("12", "12")));
        }
        if uses.iter().any(|at| matches!(at, DateRef::Said(_))) {
            let middle = from + width / 2;
            let dot =
                list![at("class", "dot"), at("cx", percent(middle)), at("cy", "12"), at("r", "6"),];
            inner.push(attrs("circle", dot, Vec::new()));
        }
    }
    svg("track", "24", inner)
}

fn row(page: &Page, axis: &Axis, number: usize, date: &Dated) -> Html {
    let dossier = &page.prepared.dossier;
    let when = dossier.when(date.at);
    let href = page.narrowed(Collection::Statements, Facet::Date, &when.edtf);
    let mut name = list![el("span", "date-words", words(page, date))];
    let reading = text::when_text(when);
    let is_plain = |at: &DateRef| {
        dossier.when(*at).words.iter().all(|span| dossier.article.text(*span) == reading)
    };
    if !date.uses.iter().all(is_plain) {
        let reading = list![txt(text::capital(&reading))];
        name.extend([txt(" "), el("span", "date-reading", reading)]);
    }
    let mut inner = list![
        el("h2", "", list![link("", href, name)]),
        bar(axis, when, &date.uses),
        el("ul", "uses", uses(page, date)),
    ];
    let mut notes: Vec<String> = Vec::new();
    if let Some(against) = &when.relative_to {
        notes.push(format!("Read against {against}."));
    }
    for at in &date.uses {
        let note = dossier.when(*at).note.as_deref().unwrap_or_default();
        if !note.is_empty() && !notes.iter().any(|known| known == note) {
            notes.push(note.to_owned());
        }
    }
    if !notes.is_empty() {
        inner.push(ours("p", "ours", list![txt(notes.join(" "))]));
    }
    attrs("li", list![at("id", format!("date-{number}"))], inner)
}

/// The article's words for a date, each way of saying it once.
fn words(page: &Page, date: &Dated) -> Vec<Html> {
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

fn uses(page: &Page, date: &Dated) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let of = |at: &DateRef, what: &'static str, ix: StatementIx| {
        let by = text::named(dossier, dossier.statement(ix));
        let mut inner = list![txt(what), txt(" "), number_link(page, ix, false), txt(" "), txt(by)];
        if let DateRef::Period(figure) = at {
            let number = copied(dossier.article.text(dossier.figure(*figure).words));
            inner = list![
                txt(what),
                txt(" "),
                link("article-inline", page.figure(*figure), list![number])
            ];
        }
        el("li", "", inner)
    };
    let uses = date.uses.iter().map(|at| match at {
        DateRef::Said(ix) => of(at, "Said then:", *ix),
        DateRef::SpokenOf(ix, _) => of(at, "Spoken of in", *ix),
        DateRef::Period(_) => of(at, "Period of the figure", at.statement(dossier)),
    });
    uses.collect()
}

fn publication(page: &Page, axis: &Axis) -> Html {
    let dossier = &page.prepared.dossier;
    let day = dossier.article.published;
    let mut track = ground(axis, "12");
    let place = axis.place(day.days()).min(1000 - LEAST_BAR);
    track.push(line("published", (place + LEAST_BAR / 2, place + LEAST_BAR / 2), ("2", "22")));
    let name = format!("Published by {}", text::outlet(dossier));
    let heading = list![
        el("span", "date-words", list![txt(name)]),
        txt(" "),
        el("span", "date-reading", list![txt(text::day_text(day))]),
    ];
    let inner = list![el("h2", "", heading), svg("track", "24", track)];
    attrs("li", list![at("id", "published")], inner)
}

fn table(page: &Page, dates: &[Dated]) -> Html {
    let dossier = &page.prepared.dossier;
    let th = |name: &'static str| attrs("th", list![at("scope", "col")], list![txt(name)]);
    let heads =
        ["The article’s words", "Reading", "EDTF", "Said then", "Spoken of in", "Period of"];
    let head = el("thead", "", list![el("tr", "", heads.map(th).to_vec())]);
    let rows = dates.iter().map(|date| {
        let when = dossier.when(date.at);
        let statements = |is: fn(&DateRef) -> bool| {
            let found = date.uses.iter().filter(|at| is(at)).map(|at| at.statement(dossier));
            el("td", "", found.map(|ix| number_link(page, ix, false)).collect())
        };
        let figures = date.uses.iter().filter_map(|at| match at {
            DateRef::Period(figure) => {
                let number = copied(dossier.article.text(dossier.figure(*figure).words));
                Some(link("article-inline", page.figure(*figure), list![number]))
            }
            _ => None,
        });
        let cells = list![
            attrs("th", list![at("scope", "row")], words(page, date)),
            el("td", "", list![txt(text::capital(&text::when_text(when)))]),
            el("td", "", list![el("code", "", list![copied(&when.edtf)])]),
            statements(|at| matches!(at, DateRef::Said(_))),
            statements(|at| matches!(at, DateRef::SpokenOf(..))),
            el("td", "", figures.collect()),
        ];
        el("tr", "", cells)
    });
    let caption = el("caption", "hush", list![txt("The dates in this report")]);
    el("table", "fields", list![caption, head, el("tbody", "", rows.collect())])
}
