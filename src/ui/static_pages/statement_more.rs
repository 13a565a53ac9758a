//! Other statements on the page of a statement: by the same source, and on the same topics. The page
//! shows each once, and only the nearest of many, so that it does not grow with the dossier.

use super::mini::mini_beside;
use crate::model::{Statement, StatementIx, TopicIx};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text;
use crate::text::static_pages::statement as words;
use crate::ui::page::Page;
use crate::ui::parts::marks::number_link;
use yew::prelude::*;

/// Maximum number of statements that a section shows in full.
const MAX_SHOWN: usize = 5;
/// Maximum number of further statements to which a section links by their numbers.
const MAX_NUMBERS: usize = 12;

/// Renders statements by the same source, then those on each topic, the narrowest first.
pub fn more(page: &Page, ix: StatementIx) -> (Html, Html) {
    let mut shown = Vec::new();
    let source = same_source(page, ix, &mut shown);
    (source, same_topics(page, ix, &mut shown))
}

fn same_source(page: &Page, ix: StatementIx, shown: &mut Vec<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let found = others(page, ix, |other| has_same_speakers(statement, other));
    if found.is_empty() {
        return Html::default();
    }
    let by_any = |s: &Statement| statement.speakers.iter().any(|speaker| s.is_by(speaker.value));
    let by_any = dossier.statements.iter().filter(|s| by_any(s)).count();
    let title = match statement.is_joint() {
        true => words::MORE_FROM_SPEAKERS,
        false => words::MORE_FROM_SOURCE,
    };
    let all = words::all_by(by_any, statement.is_joint());
    let all = html! { <a href={all_by(page, statement)}>{ all }</a> };
    html! {
        <section aria-labelledby="h-source">
            <h2 id="h-source">{ title }</h2>
            { nearest(page, ix, &found, shown, all) }
        </section>
    }
}

fn same_topics(page: &Page, ix: StatementIx, shown: &mut Vec<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let mut topics: Vec<(TopicIx, Vec<StatementIx>)> = (dossier.statement(ix).topics.iter())
        .map(|topic| (topic.value, others(page, ix, |other| is_on(other, topic.value))))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    if topics.is_empty() {
        return Html::default();
    }
    topics.sort_by_key(|(_, found)| found.len());
    let topics = topics.into_iter().map(|(topic, found)| {
        let it = dossier.topic(topic);
        let all = page.narrowed(Collection::Statements, Facet::Topic, it.id.as_str());
        let links = html! {
            <>
                <a href={all}>{ words::all_on(found.len() + 1) }</a>
                { for compare_sides(page, ix, topic) }
            </>
        };
        html! {
            <>
                <h3 id={format!("h-topic-{}", it.id)}>{ it.label.to_string() }</h3>
                { nearest(page, ix, &found, shown, links) }
            </>
        }
    });
    let topics: Html = topics.collect();
    html! {
        <section aria-labelledby="h-topics" class="more-topics">
            <h2 id="h-topics">{ words::MORE_ON_TOPICS }</h2>
            { topics }
        </section>
    }
}

/// Renders the nearest of the statements that the page does not show yet, the numbers of the others,
/// and links to all.
fn nearest(
    page: &Page,
    ix: StatementIx,
    found: &[StatementIx],
    shown: &mut Vec<StatementIx>,
    links: Html,
) -> Html {
    let distance = |other: &StatementIx| other.index().abs_diff(ix.index());
    let nearest = |mut all: Vec<StatementIx>, limit| {
        all.sort_by_key(distance);
        all.truncate(limit);
        all.sort();
        all
    };
    let fresh = found.iter().filter(|other| !shown.contains(other)).copied().collect();
    let fresh = nearest(fresh, MAX_SHOWN);
    shown.extend(&fresh);
    let also = found.iter().filter(|other| !fresh.contains(other)).copied().collect();
    let also = nearest(also, MAX_NUMBERS);
    let number = |other| html! { <>{ " " }{ number_link(page, other, false) }</> };
    html! {
        <>
            if !fresh.is_empty() {
                <ul>{ for fresh.iter().map(|other| mini_beside(page, ix, *other)) }</ul>
            }
            <p class="more">
                if !also.is_empty() {
                    <span>
                        { if fresh.is_empty() { words::SEE } else { words::ALSO } }
                        { for also.into_iter().map(number) }
                    </span>
                    { " " }
                }
                { links }
            </p>
        </>
    }
}

/// Returns the other statements that meet a condition.
fn others(page: &Page, ix: StatementIx, is: impl Fn(&Statement) -> bool) -> Vec<StatementIx> {
    let dossier = &page.prepared.dossier;
    let all = (0..dossier.statements.len()).map(StatementIx::from);
    all.filter(|other| *other != ix && is(dossier.statement(*other))).collect()
}

fn has_same_speakers(one: &Statement, other: &Statement) -> bool {
    one.speakers.len() == other.speakers.len()
        && one.speakers.iter().all(|speaker| other.is_by(speaker.value))
}

fn is_on(statement: &Statement, topic: TopicIx) -> bool {
    statement.topics.iter().any(|reading| reading.value == topic)
}

/// Returns the link to the list of the statements by any of the speakers.
fn all_by(page: &Page, statement: &Statement) -> AttrValue {
    let dossier = &page.prepared.dossier;
    let view = statement.speakers.iter().fold(View::default(), |view, speaker| {
        view.with(Facet::Speaker, dossier.actor(speaker.value).id.as_str())
    });
    Route::Statements(dossier.id.clone()).href_with(page.root, &view).into()
}

/// Renders the link to the comparison of two sides that speak about a topic, the statement's own if
/// it has one.
fn compare_sides(page: &Page, ix: StatementIx, topic: TopicIx) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let own = dossier.parties_of(dossier.statement(ix)).first().copied();
    let sides = dossier.sides_on(topic, own)?;
    let href = page.compared(&sides, &[topic]);
    let names = sides.map(|side| dossier.actor(side).name.value.to_string());
    Some(
        html! { <>{ " " }<a {href} class="needs-script">{ text::compare_on_topic(&names) }</a></> },
    )
}
