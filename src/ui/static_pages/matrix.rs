//! The table of sides: a row for each topic and a column for each side, with separate columns for
//! joint statements and for sources outside the sides. The roles are explicit, because narrow pages
//! lay the table out as blocks, which removes the implicit ones.

use super::matrix_cell::{Column, cell, chip, data_cell, on_topic, relation};
use crate::model::{Accounts, ActorIx, Relation, StatementIx, TopicAccounts, TopicIx};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text::static_pages::accounts as words;
use crate::ui::page::Page;
use crate::ui::parts::marks::spoken_comma;
use yew::prelude::*;

fn columns(accounts: &Accounts, party: Option<ActorIx>) -> Vec<Column> {
    let has_joint = accounts.rows.iter().any(|row| !row.joint.is_empty());
    let joint = has_joint.then_some(Column::Joint);
    let parties = (0..accounts.parties.len())
        .filter(|at| party.is_none_or(|party| accounts.parties[*at] == party))
        .map(Column::Party);
    let others = (0..accounts.others.len()).filter(|_| party.is_none()).map(Column::Other);
    joint.into_iter().chain(parties).chain(others).collect()
}

/// Renders the table of all sides, or of what one party says alone and jointly.
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
                let joint = dossier.joint_statements_of(party);
                let count = words::side_count(alone + joint, joint);
                (link(Facet::Party, party), count, speakers(page, accounts, *column))
            }
            Column::Other(at) => {
                let name = link(Facet::Speaker, accounts.others[*at]);
                let below = html! { <>{ spoken_comma() }{ words::NO_SIDE }</> };
                (name, alone.to_string(), below)
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

/// Returns the number of statements, each counted once.
fn distinct(mut statements: Vec<StatementIx>) -> usize {
    statements.sort();
    statements.dedup();
    statements.len()
}

/// Renders the sources whose statements are in a column.
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
    let chip = |actor| html! { <>{ spoken_comma() }{ chip(page, actor, false) }</> };
    found.into_iter().map(chip).collect()
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
