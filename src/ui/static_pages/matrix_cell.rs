//! The cells of the table of sides: the statements of a column on a topic.

use crate::model::{
    Accounts, ActorIx, Dossier, Reading, Relation, StatementIx, TopicAccounts, TopicIx,
};
use crate::query::{Facet, View};
use crate::route::Route;
use crate::text::static_pages::accounts::{self as words, Numbers};
use crate::text::{self, Label, RelationSlot};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{inferred, kind_mark, number_link, ours, spoken_comma, strip};
use crate::ui::sentence::filled;
use yew::prelude::*;

/// A column, by its position in [`Accounts`].
#[derive(Clone, Copy, PartialEq)]
pub enum Column {
    /// The joint statements.
    Joint,
    /// A party's statements.
    Party(usize),
    /// The statements of a source that belongs to no party.
    Other(usize),
}

/// Returns the statements of a column on a topic.
pub fn cell(row: &TopicAccounts, column: Column) -> &[StatementIx] {
    match column {
        Column::Joint => &row.joint,
        Column::Party(at) => &row.by_party[at],
        Column::Other(at) => &row.by_other[at],
    }
}

/// Renders the statements of a column on a topic.
pub fn data_cell(page: &Page, accounts: &Accounts, row: &TopicAccounts, column: Column) -> Html {
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

/// Renders links to the joint statements on a topic in which a party has a part: `1 and 6`.
fn joint_in(page: &Page, accounts: &Accounts, row: &TopicAccounts, column: Column) -> Vec<Html> {
    let Column::Party(at) = column else { return Vec::new() };
    let joint = row.joint_with(&page.prepared.dossier, accounts.parties[at]);
    let joint: Vec<StatementIx> = joint.collect();
    let number = |(position, ix): (usize, &StatementIx)| {
        let separator = text::separator(position, joint.len());
        html! { <>{ separator }{ number_link(page, *ix, false) }</> }
    };
    joint.iter().enumerate().map(number).collect()
}

fn column_name(dossier: &Dossier, accounts: &Accounts, column: Column) -> String {
    let name = |actor: ActorIx| dossier.actor(actor).name.value.to_string();
    match column {
        Column::Joint => words::JOINT.to_owned(),
        Column::Party(at) => name(accounts.parties[at]),
        Column::Other(at) => name(accounts.others[at]),
    }
}

/// Renders a source, marked as inferred if it is.
pub fn chip(page: &Page, actor: ActorIx, is_inferred: bool) -> Html {
    let class = if page.prepared.is_unnamed(actor) { "chip unnamed" } else { "chip" };
    let name = page.prepared.dossier.actor(actor).name.value.to_string();
    html! { <span {class}>{ name }{ inferred(is_inferred) }</span> }
}

/// Renders the link from a cell to the list of its statements, if it has more than one.
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

/// Renders a link's words, with the topic for readers who hear the link without its row.
pub fn on_topic(page: &Page, name: &'static str, topic: TopicIx) -> Html {
    let topic = words::on_topic(&page.prepared.dossier.topic(topic).label);
    html! { <>{ name }<span class="hush">{ topic }</span></> }
}

/// Renders a statement in a cell: type, how much is quoted, source, chain and summary.
fn entry(page: &Page, ix: StatementIx, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = page.prepared.wording(ix);
    let chip = |speaker: &Reading<ActorIx>| {
        let chip = chip(page, speaker.value, statement.infers_speaker(speaker));
        html! { <>{ spoken_comma() }{ chip }</> }
    };
    let remark = |words: &str| html! { <>{ spoken_comma() }<small>{ words.to_owned() }</small></> };
    let source = if column == Column::Joint {
        html! { <span class="joint">{ for statement.speakers.iter().map(chip) }</span> }
    } else {
        // A side that speaks for itself is the head of its column.
        let is_itself = |speaker: &&Reading<ActorIx>| {
            let party = dossier.actor(speaker.value).party.as_ref();
            party.is_some_and(|party| party.actor == speaker.value)
        };
        let speakers = statement.speakers.iter().filter(|speaker| !is_itself(speaker)).map(chip);
        let unnamed = text::unnamed(statement).map(remark);
        html! { <>{ for speakers }{ for unnamed }</> }
    };
    let hops = statement.via.iter().map(|hop| text::hop(dossier, statement, hop));
    html! {
        <li key={ix.index()} class="entry">
            { number_link(page, ix, false) }
            <span class="entry-head">
                { kind_mark(statement.kind.value) }
                { strip(wording, page.prepared.direction()) }
                { spoken_comma() }
                <span class="hush">{ wording.directness.label() }</span>
                { source }
                { for hops.map(|hop| remark(&hop)) }
            </span>
            { icon(Icon::Pen) }
            <span class="hush">{ ". " }{ text::GIST }</span>
            <span class="gist-short">{ statement.gist.to_string() }</span>
        </li>
    }
}

/// Renders a relation between two statements, with the annotator's note and a link to their
/// comparison.
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
