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
use std::collections::BTreeSet;
use yew::prelude::*;

/// Maximum number of statements that a section shows in full.
const MAX_SHOWN: usize = 5;
/// Maximum number of further statements to which a section links by their numbers.
const MAX_NUMBERS: usize = 12;

/// Maximum number of speakers that a link to a list names.
const MAX_CODES: usize = 24;

/// Renders statements by the same source, then those on each topic, the narrowest first.
pub fn more(page: &Page, ix: StatementIx) -> (Html, Html) {
    let mut shown = BTreeSet::new();
    let source = same_source(page, ix, &mut shown);
    (source, same_topics(page, ix, &mut shown))
}

fn same_source(page: &Page, ix: StatementIx, shown: &mut BTreeSet<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let found = dossier.statements_with_speakers_of(ix);
    // Sources that the article leaves unknown may differ.
    if found.len() < 2 || statement.speakers.is_empty() {
        return Html::default();
    }
    let by_any = match statement.speakers.as_slice() {
        [only] => dossier.statements_by(only.value).len(),
        several => {
            let by_each = several.iter().flat_map(|by| dossier.statements_by(by.value));
            by_each.collect::<BTreeSet<_>>().len()
        }
    };
    let title = match statement.is_joint() {
        true => words::MORE_FROM_SPEAKERS,
        false => words::MORE_FROM_SOURCE,
    };
    let all = words::all_by(by_any, statement.is_joint());
    let all = html! { <a href={all_by(page, statement)}>{ all }</a> };
    html! {
        <section aria-labelledby="h-source">
            <h2 id="h-source">{ title }</h2>
            { nearest(page, ix, found, shown, all) }
        </section>
    }
}

fn same_topics(page: &Page, ix: StatementIx, shown: &mut BTreeSet<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let topics = dossier.statement(ix).topics.iter().map(|topic| topic.value);
    let topics = topics.map(|topic| (topic, dossier.statements_on(topic)));
    let mut topics: Vec<(TopicIx, &[u32])> = topics.filter(|(_, found)| found.len() > 1).collect();
    if topics.is_empty() {
        return Html::default();
    }
    topics.sort_by_key(|(_, found)| found.len());
    let topics = topics.into_iter().map(|(topic, found)| {
        let it = dossier.topic(topic);
        let all = page.narrowed(Collection::Statements, Facet::Topic, it.id.as_str());
        let links = html! {
            <>
                <a href={all}>{ words::all_on(found.len()) }</a>
                { for compare_sides(page, ix, topic) }
            </>
        };
        html! {
            <>
                <h3 id={format!("h-topic-{}", it.id)}>{ it.label.to_string() }</h3>
                { nearest(page, ix, found, shown, links) }
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
/// and links to all. `found` are the positions of the statements with this one, in article order.
fn nearest(
    page: &Page,
    ix: StatementIx,
    found: &[u32],
    shown: &mut BTreeSet<StatementIx>,
    links: Html,
) -> Html {
    let fresh = closest(ix, found, MAX_SHOWN, |other| !shown.contains(&other));
    shown.extend(&fresh);
    let also = closest(ix, found, MAX_NUMBERS, |other| !fresh.contains(&other));
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

/// Returns the statements nearest to one that meet a condition, in article order. At equal distance,
/// the earlier one comes first.
fn closest(
    ix: StatementIx,
    all: &[u32],
    limit: usize,
    is: impl Fn(StatementIx) -> bool,
) -> Vec<StatementIx> {
    let at = all.partition_point(|other| *other < ix.0);
    let after = all[at..].iter().skip_while(|other| **other == ix.0);
    let mut before = all[..at].iter().rev().copied().map(StatementIx).filter(|o| is(*o)).peekable();
    let mut after = after.copied().map(StatementIx).filter(|other| is(*other)).peekable();
    let mut found = Vec::new();
    while found.len() < limit {
        let distance = |other: Option<&StatementIx>| other.map(|it| it.0.abs_diff(ix.0));
        let next = match (distance(before.peek()), distance(after.peek())) {
            (Some(one), Some(other)) if one <= other => before.next(),
            (_, Some(_)) => after.next(),
            _ => before.next(),
        };
        let Some(next) = next else { break };
        found.push(next);
    }
    found.sort();
    found
}

/// Returns the link to the list of the statements by any of the speakers.
fn all_by(page: &Page, statement: &Statement) -> AttrValue {
    let dossier = &page.prepared.dossier;
    let codes = statement.speakers.iter().map(|by| dossier.actor(by.value).id.as_str());
    // A longer address could be cut on its way.
    let view =
        codes.take(MAX_CODES).fold(View::default(), |view, code| view.with(Facet::Speaker, code));
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
