//! The statements of each side, topic by topic.

use super::matrix::matrix;
use super::matrix_cell::relation;
use crate::model::{Accounts, ActorIx, Relation, TopicAccounts};
use crate::route::Route;
use crate::text::static_pages::accounts as words;
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use yew::prelude::*;

/// Renders the page of all sides, or of one party.
pub fn accounts_page(page: &Page, party: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let accounts = Accounts::of(dossier);
    let title = match party {
        Some(party) => words::heading_of(&dossier.actor(party).name.value),
        None => words::HEADING.to_owned(),
    };
    html! {
        <>
            <div class="dossier">
                <h1 id="title" tabindex="-1">{ title }</h1>
                <p>
                    { words::LEAD }
                    { " " }
                    { ours("span", "byhand", vec![txt(words::ANNOTATORS)]) }
                </p>
                { navigation(page, &accounts, party) }
            </div>
            <div class="matrix-frame">
                { matrix(page, &accounts, party) }
                { across_topics(page, &accounts) }
            </div>
        </>
    }
}

/// Renders the links to each side, and the choice of an order for the topics.
fn navigation(page: &Page, accounts: &Accounts, current: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let way = |route: Route, name: String, is_current: bool| {
        let current = is_current.then_some("page");
        html! { <li><a href={route.href(page.root)} aria-current={current}>{ name }</a></li> }
    };
    let all = Route::Accounts(dossier.id.clone());
    let sides = accounts.parties.iter().map(|party| {
        let actor = dossier.actor(*party);
        let route = Route::Account(dossier.id.clone(), actor.id.clone());
        way(route, actor.name.value.to_string(), current == Some(*party))
    });
    html! {
        <nav class="ways-of" aria-label={words::SIDES}>
            <ul>
                { way(all, words::ALL_SIDES.to_owned(), current.is_none()) }
                { for sides }
            </ul>
            <label class="needs-script">
                { words::SORT_TOPICS }
                { " " }
                <select data-sorts=".matrix">
                    <option value="">{ words::DEFAULT_ORDER }</option>
                    <option value="most">{ words::MOST_FIRST }</option>
                </select>
            </label>
        </nav>
    }
}

/// Renders the relations between statements that share no topic. They fit in no row of the table.
fn across_topics(page: &Page, accounts: &Accounts) -> Html {
    let dossier = &page.prepared.dossier;
    let is_in_no_row = |relation: &&Relation| {
        let has = |row: &TopicAccounts, end| row.statements().any(|ix| ix == end);
        !accounts.rows.iter().any(|row| has(row, relation.from) && has(row, relation.to))
    };
    let items: Vec<Html> = (dossier.relations.iter())
        .filter(is_in_no_row)
        .map(|related| html! { <li class="relation">{ relation(page, related) }</li> })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="elsewhere">
            <h2>{ words::ACROSS_TOPICS }</h2>
            <ul>{ for items }</ul>
        </div>
    }
}
