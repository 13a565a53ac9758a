//! The timeline: the dates in the article in chronological order, with the statements and figures
//! that refer to them.

use super::timeline::{bar, publication_mark, scale, stretch};
use crate::model::{Axis, DateRef, Dated, Day, When, dates};
use crate::query::{Collection, Facet, Range, View};
use crate::route::Route;
use crate::text;
use crate::text::static_pages::dates::{self as words, UseSlot};
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours};
use crate::ui::parts::references::said;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Maximum number of days before publication of a date that is drawn on the larger scale.
const MAX_RECENT: i32 = 31;

/// Renders the timeline.
pub fn dates_page(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let dates = dates(dossier);
    let published = dossier.article.published;
    let is_recent =
        |when: &When| when.first.is_some_and(|first| first.days() >= published.days() - MAX_RECENT);
    // The days around publication would be dots on a scale of years, so they have their own.
    let (recent, earlier): (Vec<_>, Vec<_>) =
        (1..).zip(&dates).partition(|(_, date)| is_recent(dossier.when(date.at)));
    let has_two = !recent.is_empty() && !earlier.is_empty();
    let axis_of = |dates: &[(usize, &Dated)], more: &[(i32, i32)]| {
        let stretches = dates.iter().filter_map(|(_, date)| stretch(dossier.when(date.at)));
        Axis::of(&stretches.chain(more.iter().copied()).collect::<Vec<_>>())
    };
    let publication_day = [(published.days(), published.days())];
    let (first, last) = if has_two {
        (axis_of(&earlier, &[]), axis_of(&recent, &publication_day))
    } else {
        let axis = axis_of(&[earlier.as_slice(), &recent].concat(), &publication_day);
        (axis.clone(), axis)
    };
    let rows = |axis: &Axis, dates: &[(usize, &Dated)]| -> Html {
        dates.iter().map(|(number, date)| row(page, axis, *number, date)).collect()
    };
    let mut days: Vec<Day> =
        recent.iter().filter_map(|(_, date)| dossier.when(date.at).first).collect();
    days.push(published);
    days.sort_unstable();
    days.dedup();
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
                { years(page, &dates) }
                <ol class="timeline">
                    <li class="scale" aria-hidden="true">{ scale(&first, &[]) }</li>
                    { rows(&first, &earlier) }
                    if has_two {
                        <li class="scale" aria-hidden="true">
                            <p>{ words::ENLARGED }</p>
                            { scale(&last, &days) }
                        </li>
                    }
                    { rows(&last, &recent) }
                    { publication(page, &last) }
                </ol>
                <details class="fold">
                    <summary>{ words::VIEW_AS_TABLE }</summary>
                    <div class="scrolls">{ table(page, &dates) }</div>
                </details>
            </div>
        </>
    }
}

/// Maximum number of links to years. Of more, decades or centuries share one.
const MAX_YEARS: usize = 60;

/// Renders links to the statements of each year in which a date begins or ends.
fn years(page: &Page, dates: &[Dated]) -> Html {
    let dossier = &page.prepared.dossier;
    let ends = dates.iter().map(|date| dossier.when(date.at));
    let mut years: Vec<i32> =
        ends.flat_map(|when| [when.first, when.last]).flatten().map(Day::year).collect();
    years.sort_unstable();
    years.dedup();
    let groups = |length: i32| {
        let mut groups: Vec<i32> = years.iter().map(|year| year.div_euclid(length)).collect();
        groups.dedup();
        groups
    };
    let few = |length: &i32| groups(*length).len() <= MAX_YEARS;
    let length = [1, 10, 100].into_iter().find(few).unwrap_or(1_000);
    let links = groups(length).into_iter().map(|group| {
        let (first, last) = (group * length, group * length + length - 1);
        let range = Range { from: Day::new(first, 1, 1), to: Day::new(last, 12, 31) };
        html! { <li><a href={within(page, range)}>{ words::years(first, last) }</a></li> }
    });
    html! {
        <div class="years">
            <p id="years">{ words::BY_YEAR }</p>
            <ul aria-labelledby="years">{ for links }</ul>
        </div>
    }
}

/// Returns the link to the statements with a date in a range.
fn within(page: &Page, range: Range) -> AttrValue {
    let list = Route::Statements(page.prepared.dossier.id.clone());
    list.href_with(page.root, &View::default().within(range)).into()
}

fn row(page: &Page, axis: &Axis, number: usize, date: &Dated) -> Html {
    let dossier = &page.prepared.dossier;
    let when = dossier.when(date.at);
    let href = page.narrowed(Collection::Statements, Facet::Date, &when.edtf);
    let in_words = text::when_text(when);
    // The date adds nothing to words that contain it, such as "during 2025".
    let includes_date = |at: &DateRef| {
        let mut spans = dossier.when(*at).words.iter();
        spans.all(|span| dossier.article.text(*span).contains(&in_words))
    };
    let notes = notes(page, date);
    let range = Range { from: when.first, to: when.last };
    html! {
        <li id={format!("date-{number}")}>
            <h2>
                <a {href}>
                    <span class="date-words">{ for in_text(page, date) }</span>
                    if !date.uses.iter().all(includes_date) {
                        { " " }
                        <span class="date-reading">{ text::capital(&in_words) }</span>
                    }
                </a>
            </h2>
            { bar(axis, when, &date.uses) }
            <ul class="uses">
                { for date.uses.iter().map(|at| use_line(page, *at)) }
                if !range.is_open() {
                    <li><a href={within(page, range)}>{ words::FILTER_BY_PERIOD }</a></li>
                }
            </ul>
            if !notes.is_empty() {
                { ours("p", "ours", vec![txt(notes.join(" "))]) }
            }
        </li>
    }
}

/// Returns the date from which a relative date was worked out, and the annotator's notes, each
/// once.
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

/// Renders the article's words for a date, each wording once.
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
            words.push(txt(text::LIST_SEPARATOR));
        }
        known.push(text);
        words.push(said(page, *span));
    }
    words
}

/// Renders a line about one use of a date.
fn use_line(page: &Page, at: DateRef) -> Html {
    let dossier = &page.prepared.dossier;
    let remark = dossier.is_voice_unclear(&dossier.when(at).words).then_some(text::UNCLEAR);
    let named = |ix| text::named(dossier, dossier.statement(ix));
    let line = match at {
        DateRef::Said(ix) => words::made_then(named(ix)),
        DateRef::SpokenOf(ix, _) => words::mentioned_in(named(ix)),
        DateRef::Period(figure) => {
            words::period_of(text::figure_source(dossier, dossier.figure(figure)))
        }
    };
    let line = filled(line, |slot| match slot {
        UseSlot::Statement => statement_link(page, at),
        UseSlot::Named(named) => html! { { named } },
        UseSlot::Figure => figure_link(page, at).unwrap_or_default(),
    });
    html! { <li>{ line }{ remark.unwrap_or_default() }</li> }
}

/// Renders the number of the statement that a date belongs to, if there is one.
fn statement_link(page: &Page, at: DateRef) -> Html {
    let statement = at.statement(&page.prepared.dossier);
    statement.map(|ix| number_link(page, ix, false)).unwrap_or_default()
}

/// Renders the link to the figure that covers a period. `None` for other uses of a date.
fn figure_link(page: &Page, at: DateRef) -> Option<Html> {
    let DateRef::Period(figure) = at else { return None };
    let dossier = &page.prepared.dossier;
    let number = said(page, dossier.figure(figure).words);
    Some(html! { <a href={page.figure(figure)}>{ number }</a> })
}

fn publication(page: &Page, axis: &Axis) -> Html {
    let dossier = &page.prepared.dossier;
    let day = dossier.article.published;
    html! {
        <li id="published">
            <h2>
                <span class="date-words">{ words::published_by(dossier) }</span>
                { " " }
                <span class="date-reading">{ text::day_text(day) }</span>
            </h2>
            { publication_mark(axis, day) }
        </li>
    }
}

fn table(page: &Page, dates: &[Dated]) -> Html {
    let dossier = &page.prepared.dossier;
    let rows = dates.iter().map(|date| {
        let when = dossier.when(date.at);
        let unclear = |at: &DateRef| {
            let is_unclear = dossier.is_voice_unclear(&dossier.when(*at).words);
            is_unclear.then(|| html! { <small>{ text::UNCLEAR }</small> })
        };
        let statements = |is: fn(&DateRef) -> bool| -> Vec<Html> {
            let link = |at: &DateRef| {
                let number = statement_link(page, *at);
                html! { <>{ number }{ for unclear(at) }</> }
            };
            date.uses.iter().filter(|at| is(at)).map(link).collect()
        };
        let figure = |at: &DateRef| {
            figure_link(page, *at).map(|link| html! { <>{ link }{ for unclear(at) }</> })
        };
        html! {
            <tr>
                <th scope="row">{ for in_text(page, date) }</th>
                <td>{ text::capital(&text::when_text(when)) }</td>
                <td><code>{ when.edtf.to_string() }</code></td>
                <td>{ for statements(|at| matches!(at, DateRef::Said(_))) }</td>
                <td>{ for statements(|at| matches!(at, DateRef::SpokenOf(..))) }</td>
                <td>{ for date.uses.iter().filter_map(figure) }</td>
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
