//! Other statements on the page of a statement: by the same source, and on the same topics. The page
//! shows each once, and only the nearest of many, so that it does not grow with the dossier.

use super::mini::mini_beside;
use crate::model::{Comparison, Statement, StatementIx, TopicIx};
use crate::query::{Facet, View};
use crate::route::Route;
use crate::text::static_pages::statement as words;
use crate::ui::page::Page;
use crate::ui::parts::marks::number_link;
use std::cmp::Reverse;
use yew::prelude::*;

/// Maximum number of statements that a section shows in full.
const MAX_SHOWN: usize = 5;
/// Maximum number of further statements to which a section links by their numbers.
const MAX_NUMBERS: usize = 12;

/// Renders the sections: the same source, then each topic, the narrowest first.
pub fn more(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let mut shown = Vec::new();
    let by_source = others(page, ix, |other| has_same_speakers(statement, other));
    let by_any = |s: &Statement| statement.speakers.iter().any(|speaker| s.is_by(speaker.value));
    let by_any = dossier.statements.iter().filter(|s| by_any(s)).count();
    let source = section(page, ix, by_source, &mut shown, |_| Section {
        id: "h-source".into(),
        title: match statement.is_joint() {
            true => words::MORE_FROM_SPEAKERS.to_owned(),
            false => words::MORE_FROM_SOURCE.to_owned(),
        },
        links: html! { <a href={all_by(page, statement)}>
        { words::all_by(by_any, statement.is_joint()) }</a> },
    });
    let mut topics: Vec<(TopicIx, Vec<StatementIx>)> = (statement.topics.iter())
        .map(|topic| (topic.value, others(page, ix, |other| is_on(other, topic.value))))
        .collect();
    topics.sort_by_key(|(_, found)| found.len());
    let topics = topics.into_iter().map(|(topic, found)| {
        section(page, ix, found, &mut shown, |found| {
            let it = dossier.topic(topic);
            let all = View::default().with(Facet::Topic, it.id.as_str());
            let all = Route::Statements(dossier.id.clone()).href_with(page.root, &all);
            Section {
                id: format!("h-topic-{}", it.id).into(),
                title: words::more_on(&it.label),
                links: html! {
                    <>
                        <a href={all}>{ words::all_on(found + 1) }</a>
                        { for compare_sides(page, topic) }
                    </>
                },
            }
        })
    });
    let topics: Html = topics.collect();
    html! { <>{ source }{ topics }</> }
}

/// The heading of a section and the links below it.
struct Section {
    id: AttrValue,
    title: String,
    links: Html,
}

/// Renders a section, or nothing if no statement was found. Statements that the page shows already
/// are only linked.
fn section(
    page: &Page,
    ix: StatementIx,
    found: Vec<StatementIx>,
    shown: &mut Vec<StatementIx>,
    of: impl Fn(usize) -> Section,
) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    let distance = |other: &StatementIx| other.index().abs_diff(ix.index());
    let mut fresh: Vec<StatementIx> =
        found.iter().filter(|other| !shown.contains(other)).copied().collect();
    fresh.sort_by_key(distance);
    fresh.truncate(MAX_SHOWN);
    fresh.sort();
    shown.extend(&fresh);
    let mut also: Vec<StatementIx> =
        found.iter().filter(|other| !fresh.contains(other)).copied().collect();
    also.sort_by_key(|other| Reverse(distance(other)));
    also.drain(..also.len().saturating_sub(MAX_NUMBERS));
    also.sort();
    let Section { id, title, links } = of(found.len());
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}>{ title }</h2>
            if !fresh.is_empty() {
                <ul>{ for fresh.into_iter().map(|other| mini_beside(page, ix, other)) }</ul>
            }
            <p class="more">
                if !also.is_empty() {
                    <span class="also">
                        { words::ALSO }
                        { for also.into_iter().map(|other| html! { <>{ " " }{ number_link(page, other, false) }</> }) }
                    </span>
                    { " " }
                }
                { links }
            </p>
        </section>
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

/// Renders the link to the comparison of the sides that speak about a topic: those that speak alone,
/// or if there are fewer than two, those that speak jointly too.
fn compare_sides(page: &Page, topic: TopicIx) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let all = (0..dossier.statements.len()).map(StatementIx::from);
    let on_topic: Vec<StatementIx> =
        all.filter(|ix| is_on(dossier.statement(*ix), topic)).collect();
    let mut every = dossier.speaking_parties();
    every.retain(|party| dossier.parties_on(topic).contains(party));
    let alone = Comparison::of(dossier, &on_topic, every.iter().copied()).by_party;
    let alone = alone.into_iter().filter(|(_, own)| !own.is_empty()).map(|(party, _)| party);
    let sides = Some(alone.collect::<Vec<_>>()).filter(|alone| alone.len() > 1).unwrap_or(every);
    if sides.len() < 2 {
        return None;
    }
    let view = View::default().with(Facet::Topic, dossier.topic(topic).id.as_str());
    let view = sides
        .iter()
        .fold(view, |view, side| view.with(Facet::Party, dossier.actor(*side).id.as_str()));
    let href = Route::Compare(dossier.id.clone()).href_with(page.root, &view);
    let names: Vec<String> =
        sides.iter().map(|side| dossier.actor(*side).name.value.to_string()).collect();
    Some(html! { <>{ " " }<a {href} class="needs-script">{ words::compare_sides(&names) }</a></> })
}
