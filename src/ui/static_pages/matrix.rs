//! The table of sides: topics down, sides across, with columns of their own for joint statements and
//! for sources that belong to no side. It is a real table, with explicit roles because a narrow page
//! lays it out as blocks.

use crate::model::{
    Accounts, ActorIx, Dossier, Reading, Relation, Statement, StatementIx, TopicAccounts, TopicIx,
};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text::static_pages::accounts::{self as words, Numbers};
use crate::text::{self, Label, RelationSlot};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{inferred, kind_mark, number_link, ours, strip};
use crate::ui::sentence::filled;
use std::rc::Rc;
use yew::prelude::*;

/// A column, by its position in [`Accounts`].
#[derive(Clone, Copy, PartialEq)]
enum Column {
    /// The joint statements.
    Joint,
    /// A party's statements.
    Party(usize),
    /// The statements of a source that belongs to no party.
    Other(usize),
}

fn columns(accounts: &Accounts, party: Option<ActorIx>) -> Vec<Column> {
    let has_joint = accounts.rows.iter().any(|row| !row.joint.is_empty());
    let joint = has_joint.then_some(Column::Joint);
    let parties = (0..accounts.parties.len())
        .filter(|at| party.is_none_or(|party| accounts.parties[*at] == party))
        .map(Column::Party);
    let others = (0..accounts.others.len()).filter(|_| party.is_none()).map(Column::Other);
    joint.into_iter().chain(parties).chain(others).collect()
}

fn cell(row: &TopicAccounts, column: Column) -> &[StatementIx] {
    match column {
        Column::Joint => &row.joint,
        Column::Party(at) => &row.by_party[at],
        Column::Other(at) => &row.by_other[at],
    }
}

/// The table of all sides, or of what one party says alone and jointly.
pub fn matrix(page: &Page, accounts: &Accounts, party: Option<ActorIx>) -> Html {
    let columns = columns(accounts, party);
    let is_shown = |row: &&TopicAccounts| columns.iter().any(|c| !cell(row, *c).is_empty());
    let bodies =
        accounts.rows.iter().filter(is_shown).map(|row| body(page, accounts, &columns, row));
    html! {
        <table class="matrix" role="table">
            <caption class="hush">{ words::CAPTION }</caption>
            { head(page, accounts, &columns) }
            { for bodies }
        </table>
    }
}

fn head(page: &Page, accounts: &Accounts, columns: &[Column]) -> Html {
    let dossier = &page.prepared.dossier;
    let heads = columns.iter().map(|column| {
        let of_column = accounts.rows.iter().flat_map(|row| cell(row, *column));
        let alone = distinct(of_column.copied().collect());
        let link = |facet, actor: ActorIx| {
            let actor = dossier.actor(actor);
            let href = page.narrowed(Collection::Statements, facet, actor.id.as_str());
            html! { <a {href}>{ actor.name.value.to_string() }</a> }
        };
        let (name, count, below) = match column {
            Column::Joint => (html! { { words::JOINT } }, alone.to_string(), Html::default()),
            Column::Party(at) => {
                let party = accounts.parties[*at];
                let joint = joint_statements(dossier, party);
                let count = words::side_count(alone + joint, joint);
                (link(Facet::Party, party), count, speakers(page, accounts, *column))
            }
            Column::Other(at) => {
                let name = link(Facet::Speaker, accounts.others[*at]);
                (name, alone.to_string(), html! { { words::NO_SIDE } })
            }
        };
        let class = matches!(column, Column::Other(_)).then_some("outside");
        html! {
            <th scope="col" role="columnheader" {class}>
                { name }
                <small>{ " " }{ count }</small>
                <span class="speaks">{ below }</span>
            </th>
        }
    });
    html! {
        <thead role="rowgroup">
            <tr role="row">
                <th role="columnheader" scope="col">
                    <span class="hush">{ words::TOPIC }</span>
                </th>
                { for heads }
            </tr>
        </thead>
    }
}

/// The number of statements, each counted once.
fn distinct(mut statements: Vec<StatementIx>) -> usize {
    statements.sort();
    statements.dedup();
    statements.len()
}

/// The number of joint statements in which a party has a part.
fn joint_statements(dossier: &Dossier, party: ActorIx) -> usize {
    let is = |s: &&Rc<Statement>| s.is_joint() && dossier.parties_of(s).contains(&party);
    dossier.statements.iter().filter(is).count()
}

/// The sources whose statements are in a column.
fn speakers(page: &Page, accounts: &Accounts, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let mut found: Vec<ActorIx> = Vec::new();
    for ix in accounts.rows.iter().flat_map(|row| cell(row, column)) {
        for speaker in &dossier.statement(*ix).speakers {
            if !found.contains(&speaker.value) {
                found.push(speaker.value);
            }
        }
    }
    found.into_iter().map(|actor| chip(page, actor, false)).collect()
}

fn chip(page: &Page, actor: ActorIx, is_inferred: bool) -> Html {
    let class = if page.prepared.is_unnamed(actor) { "chip unnamed" } else { "chip" };
    let name = page.prepared.dossier.actor(actor).name.value.to_string();
    html! { <span {class}>{ name }{ inferred(is_inferred) }</span> }
}

fn body(page: &Page, accounts: &Accounts, columns: &[Column], row: &TopicAccounts) -> Html {
    let dossier = &page.prepared.dossier;
    let shown: Vec<StatementIx> = columns.iter().flat_map(|c| cell(row, *c)).copied().collect();
    let relations: Vec<&Relation> = (dossier.relations.iter())
        .filter(|r| shown.contains(&r.from) && shown.contains(&r.to))
        .collect();
    let count = distinct(shown);
    let speaking = columns.iter().filter(|column| !cell(row, **column).is_empty()).count();
    let rows = relations.len() + 1;
    let cells = columns.iter().map(|column| data_cell(page, accounts, row, *column));
    let relations = relations.iter().map(|related| {
        html! {
            <tr role="row" class="between">
                <td role="cell" class="relation" colspan={columns.len().to_string()}>
                    { relation(page, related) }
                </td>
            </tr>
        }
    });
    html! {
        <tbody role="rowgroup" data-count={count.to_string()}>
            <tr role="row">
                { topic(page, row.topic, count, rows, speaking > 1) }
                { for cells }
            </tr>
            { for relations }
        </tbody>
    }
}

/// What a column says on a topic.
fn data_cell(page: &Page, accounts: &Accounts, row: &TopicAccounts, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let here = cell(row, column);
    let name = column_name(dossier, accounts, column);
    let name = html! { <span class="cell-party">{ name }</span> };
    if here.is_empty() {
        let joint = joint_in(page, accounts, row, column);
        if joint.is_empty() {
            return html! { <td role="cell" class="none">{ name }{ text::NO_STATEMENT }</td> };
        }
        let joint = filled(words::only_joint(), |Numbers| joint.iter().cloned().collect());
        return html! { <td role="cell">{ name }<span class="together-in">{ joint }</span></td> };
    }
    let class = (column == Column::Joint).then_some("together");
    html! {
        <td role="cell" {class}>
            { name }
            <ul>{ for here.iter().map(|ix| entry(page, *ix, column)) }</ul>
            { for as_list(page, accounts, row.topic, column, here.len()) }
        </td>
    }
}

/// Links to the joint statements on a topic in which a party has a part, with commas between them.
fn joint_in(page: &Page, accounts: &Accounts, row: &TopicAccounts, column: Column) -> Vec<Html> {
    let Column::Party(at) = column else { return Vec::new() };
    let dossier = &page.prepared.dossier;
    let is_in = |ix: &&StatementIx| {
        dossier.parties_of(dossier.statement(**ix)).contains(&accounts.parties[at])
    };
    let mut numbers: Vec<Html> = Vec::new();
    for ix in row.joint.iter().filter(is_in) {
        if !numbers.is_empty() {
            numbers.push(html! { { ", " } });
        }
        numbers.push(number_link(page, *ix, false));
    }
    numbers
}

fn topic(
    page: &Page,
    topic: Option<TopicIx>,
    count: usize,
    rows: usize,
    several_speak: bool,
) -> Html {
    let dossier = &page.prepared.dossier;
    let name = match topic {
        Some(ix) => {
            let topic = dossier.topic(ix);
            let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
            html! { <a {href}>{ topic.label.to_string() }</a> }
        }
        None => html! { { words::NO_TOPIC } },
    };
    let compare = topic.filter(|_| several_speak).map(|ix| {
        let view = View::default().with(Facet::Topic, dossier.topic(ix).id.as_str());
        let href = Route::Compare(dossier.id.clone()).href_with(page.root, &view);
        html! {
            <a {href} class="side-link needs-script">{ on_topic(page, words::COMPARE, ix) }</a>
        }
    });
    html! {
        <th scope="row" role="rowheader" rowspan={rows.to_string()}>
            { name }
            <small>{ " " }{ count }</small>
            { for compare }
        </th>
    }
}

fn column_name(dossier: &Dossier, accounts: &Accounts, column: Column) -> String {
    let name = |actor: ActorIx| dossier.actor(actor).name.value.to_string();
    match column {
        Column::Joint => words::JOINT.to_owned(),
        Column::Party(at) => name(accounts.parties[at]),
        Column::Other(at) => name(accounts.others[at]),
    }
}

/// The link from a cell to the list of its statements, if it has more than one.
fn as_list(
    page: &Page,
    accounts: &Accounts,
    topic: Option<TopicIx>,
    column: Column,
    count: usize,
) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let ix = topic.filter(|_| count > 1)?;
    let view = View::default().with(Facet::Topic, dossier.topic(ix).id.as_str());
    let id = |actor: ActorIx| dossier.actor(actor).id.as_str();
    let view = match column {
        Column::Joint => return None,
        Column::Party(at) => view.with(Facet::Party, id(accounts.parties[at])),
        Column::Other(at) => view.with(Facet::Speaker, id(accounts.others[at])),
    };
    let href = Route::Statements(dossier.id.clone()).href_with(page.root, &view);
    let name = on_topic(page, words::SHOW_AS_LIST, ix);
    Some(html! { <p class="more"><a {href}>{ name }</a></p> })
}

/// A link's words, with the topic for readers who hear the link without its row.
fn on_topic(page: &Page, name: &'static str, topic: TopicIx) -> Html {
    let topic = words::on_topic(&page.prepared.dossier.topic(topic).label);
    html! { <>{ name }<span class="hush">{ topic }</span></> }
}

/// A statement in a cell: type, how much is quoted, source, chain and summary.
fn entry(page: &Page, ix: StatementIx, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = page.prepared.wording(ix);
    let chip =
        |speaker: &Reading<ActorIx>| chip(page, speaker.value, statement.infers_speaker(speaker));
    let source = if column == Column::Joint {
        html! { <span class="joint">{ for statement.speakers.iter().map(chip) }</span> }
    } else {
        // A side that speaks for itself is the head of its column.
        let is_itself = |speaker: &&Reading<ActorIx>| {
            let party = dossier.actor(speaker.value).party.as_ref();
            party.is_some_and(|party| party.actor == speaker.value)
        };
        let speakers = statement.speakers.iter().filter(|speaker| !is_itself(speaker)).map(chip);
        let unnamed = text::unnamed(statement).map(|how| html! { <small>{ how }</small> });
        html! { <>{ for speakers }{ for unnamed }</> }
    };
    let hops = statement.via.iter().map(|hop| text::hop(dossier, statement, hop));
    html! {
        <li key={ix.index()} class="entry">
            { number_link(page, ix, false) }
            <span class="entry-head">
                { kind_mark(statement.kind.value) }
                { strip(wording, page.prepared.direction()) }
                <span class="hush">{ wording.directness.label() }</span>
                { source }
                { for hops.map(|hop| html! { <small>{ hop }</small> }) }
            </span>
            { icon(Icon::Pen) }
            <span class="gist-short">{ statement.gist.to_string() }</span>
        </li>
    }
}

/// A relation between two statements, with the annotator's note and a link to their comparison.
pub fn relation(page: &Page, relation: &Relation) -> Html {
    let line = filled(text::relation_line(relation.kind), |slot| match slot {
        RelationSlot::From => number_link(page, relation.from, false),
        RelationSlot::Verb(verb) => html! { <b>{ verb }</b> },
        RelationSlot::To => number_link(page, relation.to, false),
    });
    let note = relation.basis.note.as_deref().unwrap_or_default().to_owned();
    html! {
        <>
            { line }
            { " " }
            { ours("span", "ours", vec![html! { { note } }]) }
            { " " }
            <a href={page.beside(&[relation.from, relation.to])} class="needs-script">
                { text::COMPARE }
                <span class="hush">{ text::compared(relation) }</span>
            </a>
        </>
    }
}
