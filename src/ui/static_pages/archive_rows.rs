//! The list of dossiers. A long list is grouped by month, with links to the months, so that readers
//! without scripts find their way. Rows are short, because a site can have a thousand.

use crate::model::{Day, primary_language};
use crate::route::Route;
use crate::site::{Entry, EntryFacet, SourceName};
use crate::text;
use crate::text::static_pages::archive::{self as words, ReportSlot};
use crate::ui::icon::{Icon, icon};
use crate::ui::parts::marks::draft;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Maximum number of dossiers in a list without groups.
const MAX_UNGROUPED: usize = 24;

/// Renders the list, newest first.
pub fn groups(entries: &[Entry], root: &'static str) -> Html {
    let first = EntryFacet::Language.values(entries);
    let row = |entry: &Entry, heading| row(entry, root, heading, first.len() > 1);
    if entries.len() <= MAX_UNGROUPED {
        return html! { <ul>{ for entries.iter().map(|entry| row(entry, "h3")) }</ul> };
    }
    let group = |entries: &[Entry]| {
        let day = entries[0].published;
        let id = month_id(day);
        html! {
            <section aria-labelledby={id.clone()}>
                <h3 {id}>{ words::month(day) }</h3>
                <ul>{ for entries.iter().map(|entry| row(entry, "h4")) }</ul>
            </section>
        }
    };
    by_month(entries).map(group).collect()
}

/// Renders the links to the months. Nothing for a short list.
pub fn months(entries: &[Entry]) -> Html {
    if entries.len() <= MAX_UNGROUPED {
        return Html::default();
    }
    let year = |months: &[&[Entry]]| {
        let link = |month: &&[Entry]| {
            let day = month[0].published;
            let href = format!("#{}", month_id(day));
            let name = text::short_month_text(day);
            let (month, year) = name.split_at(name.find(' ').unwrap_or(name.len()));
            html! { <a {href}>{ month.to_owned() }<span class="hush">{ year.to_owned() }</span></a> }
        };
        let links = months.iter().map(link);
        html! { <li><b>{ months[0][0].published.year() }</b>{ for links }</li> }
    };
    let months: Vec<&[Entry]> = by_month(entries).collect();
    let years = months.chunk_by(|a, b| a[0].published.year() == b[0].published.year());
    html! {
        <nav class="months" id="months" aria-label={words::MONTHS}>
            <ul>{ for years.map(year) }</ul>
        </nav>
    }
}

fn by_month(entries: &[Entry]) -> impl Iterator<Item = &[Entry]> {
    let month = |entry: &Entry| (entry.published.year(), entry.published.month());
    entries.chunk_by(move |a, b| month(a) == month(b))
}

/// Returns the id of a month's heading.
fn month_id(day: Day) -> String {
    format!("m-{}-{:02}", day.year(), day.month())
}

fn row(entry: &Entry, root: &'static str, heading: &'static str, has_language: bool) -> Html {
    let href = Route::Statements(entry.id.clone()).href(root);
    let [outlet, year, language] = EntryFacet::ALL.map(|facet| facet.code(entry));
    let line = filled(words::report_line(entry, has_language), |slot| match slot {
        ReportSlot::Outlet => html! { <b dir="auto">{ entry.outlet.clone() }</b> },
        ReportSlot::Text(text) => html! { { text } },
    });
    let (lang, dir) = title_attributes(entry);
    let our_title = (!entry.has_headline).then(|| {
        html! { <span class="ours our-title">{ icon(Icon::Pen) }{ " " }{ text::TITLE_NOTE }</span> }
    });
    let [statements, sources] = words::size(entry);
    html! {
        <li data-outlet={outlet} data-year={year} data-language={language}
            data-statements={entry.statements().to_string()}>
            <@{heading} {lang} {dir}><a {href}>{ entry.title.clone() }</a></@>
            <p class="meta">{ draft(entry.is_draft) }{ if entry.is_draft { " " } else { "" } }{ line }{ drafts(entry) }{ for our_title }</p>
            { main_sources(entry) }
            <div class="stat">
                { share(entry) }
                <p><b>{ statements }</b>{ sources }<br />{ words::how_quoted(entry) }</p>
            </div>
        </li>
    }
}

/// Renders the number of statements that are drafts, in a report that is not one itself.
fn drafts(entry: &Entry) -> Html {
    match entry.drafts.len() {
        _ if entry.is_draft => Html::default(),
        0 => Html::default(),
        many => html! { <>{ " " }<b class="draft">{ words::drafts(many) }</b></> },
    }
}

/// Returns the language and the direction of a title, where they are not those of the page, which is in
/// English and runs from left to right.
pub(super) fn title_attributes(entry: &Entry) -> (Option<String>, Option<&'static str>) {
    let language = entry.title_language().filter(|language| !is_english(language));
    let direction = (entry.title_direction() == "rtl").then_some("rtl");
    (language.map(str::to_owned), direction)
}

fn is_english(language: &str) -> bool {
    primary_language(language) == "en"
}

/// Renders the sources with the most statements, and the number of others.
fn main_sources(entry: &Entry) -> Html {
    if entry.main_sources.is_empty() {
        return Html::default();
    }
    let source = |source: &SourceName| {
        let class = if source.is_unnamed { "chip unnamed" } else { "chip" };
        html! { <li {class} dir="auto">{ source.name.clone() }</li> }
    };
    let more = entry.sources - entry.main_sources.len();
    let more = (more > 0).then(|| html! { <li>{ words::more_sources(more) }</li> });
    html! { <ul class="main-sources">{ for entry.main_sources.iter().map(source) }{ for more }</ul> }
}

/// Draws how many statements are quoted, partly quoted and not quoted, as parts of a bar.
fn share(entry: &Entry) -> Html {
    let (direct, mixed) = (entry.wordings.direct, entry.wordings.mixed);
    let part = |class: &'static str, from: usize, to: usize| {
        (to > from).then(|| html! { <path {class} d={format!("M{from} 0H{to}V1H{from}")} /> })
    };
    html! {
        <svg class="share" viewBox={format!("0 0 {} 1", entry.statements())}
            preserveAspectRatio="none" aria-hidden="true">
            { for part("quoted-part", 0, direct) }
            { for part("mixed-part", direct, direct + mixed) }
        </svg>
    }
}
