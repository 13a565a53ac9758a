//! The statements of each side, topic by topic.

use super::matrix::{is_inferred_throughout, matrix};
use super::matrix_cell::joint_band;
use crate::model::{Accounts, ActorIx, MAX_COLUMNS, Relation, StatementIx};
use crate::query::Collection;
use crate::route::Route;
use crate::text::static_pages::accounts::{self as words, Missing};
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::parts::related::footnote;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the page of all sides, or of one party.
pub fn accounts_page(page: &Page, party: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let accounts = match party {
        Some(party) => Accounts::of_party(dossier, party),
        None => Accounts::of(dossier),
    };
    let title = match party {
        Some(party) => words::heading_of(&dossier.actor(party).name.value),
        None => words::HEADING.to_owned(),
    };
    html! {
        <>
            <div class="dossier">
                <h1 id="title" tabindex="-1">{ title }</h1>
                <p class="what">
                    { words::LEAD }
                    { " " }
                    { ours("span", "byhand", vec![txt(words::ANNOTATORS)]) }
                </p>
                { inferred_note(page, party) }
                { navigation(page, party) }
            </div>
            <div class="matrix-frame">
                { joint_band(page, &joint_statements(page, party)) }
                { matrix(page, &accounts) }
                { without_column(page, &accounts) }
                <p class="quiet">{ words::ONCE }</p>
                { across_topics(page, &accounts, party) }
            </div>
        </>
    }
}

/// Renders the note on a party that no passage names as the source of its statements.
fn inferred_note(page: &Page, party: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let Some(party) = party.filter(|party| is_inferred_throughout(page, *party)) else {
        return Html::default();
    };
    let number = dossier.statements_of_party(party).count();
    ours("p", "byhand", vec![txt(words::inferred_throughout(number))])
}

/// Returns all joint statements, or those of one party.
fn joint_statements(page: &Page, party: Option<ActorIx>) -> Vec<StatementIx> {
    let dossier = &page.prepared.dossier;
    let is_joint = |ix: &StatementIx| dossier.statement(*ix).is_joint();
    match party {
        Some(party) => dossier.statements_of_party(party).filter(is_joint).collect(),
        None => (0..dossier.statements.len()).map(StatementIx::from).filter(is_joint).collect(),
    }
}

/// Renders the link to the comparison of two sides, the choice of an order for the topics, and the
/// links to each side.
fn navigation(page: &Page, current: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let parties = dossier.first_parties(MAX_COLUMNS);
    let total = dossier.parties_speaking();
    let has_own_link = current.is_none_or(|current| parties.contains(&current));
    let parties = || parties.iter().chain(current.iter().filter(|_| !has_own_link));
    let more = total - parties().count();
    let way = |route: Route, name: String, is_current: bool| {
        let current = is_current.then_some("page");
        html! { <li><a href={route.href(page.root)} aria-current={current}>{ name }</a></li> }
    };
    let all = Route::Accounts(dossier.id.clone());
    let sides = parties().map(|party| {
        let actor = dossier.actor(*party);
        let route = Route::Account(dossier.id.clone(), actor.id.clone());
        way(route, actor.name.value.to_string(), current == Some(*party))
    });
    let compare = (total > 1).then(|| {
        let href = Route::Compare(dossier.id.clone()).href(page.root);
        html! { <a {href} class="button needs-script">{ words::COMPARE_TWO }</a> }
    });
    html! {
        <div class="ways-of">
            { compare }
            <label class="needs-script">
                { words::SORT_TOPICS }
                { " " }
                <select data-sorts=".matrix">
                    <option value="">{ words::DEFAULT_ORDER }</option>
                    <option value="most">{ words::MOST_FIRST }</option>
                </select>
            </label>
            <nav aria-label={words::SIDES}>
                <ul>
                    { way(all, words::ALL_SIDES.to_owned(), current.is_none()) }
                    { for sides }
                    if more > 0 {
                        <li><a href={page.list(Collection::Actors)}>{ words::more_sides(more) }</a></li>
                    }
                </ul>
            </nav>
        </div>
    }
}

/// Says how many sides and sources have no column, with a link to the list of all statements.
fn without_column(page: &Page, accounts: &Accounts) -> Html {
    let (sides, sources) = (accounts.more_parties, accounts.more_others);
    if sides + sources == 0 {
        return Html::default();
    }
    let line = filled(words::without_column(sides, sources), |slot| match slot {
        Missing::Number(number) => html! { { number } },
        Missing::List(words) => {
            html! { <a href={page.list(Collection::Statements)}>{ words }</a> }
        }
    });
    html! { <p>{ line }</p> }
}

/// Renders the relations between statements that share no topic. They fit in no row of the table.
fn across_topics(page: &Page, accounts: &Accounts, party: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let pairs = match party {
        Some(party) => dossier.related_pairs_of(party),
        None => dossier.related_pairs(),
    };
    let is_in_no_row =
        |pair: &&Vec<&Relation>| accounts.narrowest(dossier, &[pair[0].from, pair[0].to]).is_none();
    let items: Vec<Html> = (pairs.iter())
        .filter(is_in_no_row)
        .map(|pair| html! { <li>{ footnote(page, pair, true) }</li> })
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
