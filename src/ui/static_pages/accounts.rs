//! Who speaks to what: topics down, parties across.

use crate::model::{Accounts, ActorIx, Relation, TopicAccounts};
use crate::route::Route;
use crate::ui::el::{at, attrs, copied, el, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::static_pages::matrix::{matrix, relation};
use yew::prelude::*;

/// The page of all accounts; with a party, of its own.
pub fn accounts_page(page: &Page, party: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let accounts = Accounts::of(dossier);
    let title = match party {
        Some(party) => format!("The account of {}", dossier.actor(party).name.value),
        None => "Who speaks to what".to_owned(),
    };
    let heading = list![at("id", "title"), at("tabindex", "-1")];
    let lead = "Topics down, parties across. A statement counts with the party that its source \
                belongs to; belonging is not speaking for. An empty cell means only that this \
                article holds no such statement. ";
    let ours =
        ours("span", "byhand", list![txt("Topics, gists and relations are the annotator’s.")]);
    let head = list![
        attrs("h1", heading, list![txt(title)]),
        el("p", "", list![txt(lead), ours]),
        ways(page, &accounts, party),
    ];
    let frame = list![matrix(page, &accounts, party), elsewhere(page, &accounts)];
    [el("div", "dossier", head), el("div", "matrix-frame", frame)].into_iter().collect()
}

/// One party at a time, and the order of the topics.
fn ways(page: &Page, accounts: &Accounts, now: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let way = |route: Route, name: &str, is_now: bool| {
        let mut attributes = list![at("href", route.href(page.root))];
        if is_now {
            attributes.push(at("aria-current", "page"));
        }
        el("li", "", list![attrs("a", attributes, list![copied(name)])])
    };
    let mut ways = list![way(Route::Accounts(dossier.id.clone()), "All accounts", now.is_none())];
    for party in &accounts.parties {
        let actor = dossier.actor(*party);
        let route = Route::Account(dossier.id.clone(), actor.id.clone());
        ways.push(way(route, &actor.name.value, now == Some(*party)));
    }
    let option = |value: &'static str, name: &'static str| {
        attrs("option", list![at("value", value)], list![txt(name)])
    };
    let options =
        list![option("", "as the dossier lists them"), option("most", "most statements first")];
    let order = list![
        txt("Order of topics: "),
        attrs("select", list![at("data-sorts", ".matrix")], options)
    ];
    let nav = list![at("class", "ways-of"), at("aria-label", "Accounts")];
    let order = el("label", "needs-script", order);
    attrs("nav", nav, list![el("ul", "", ways), order])
}

/// Relations between statements that share no topic stand in no row.
fn elsewhere(page: &Page, accounts: &Accounts) -> Html {
    let dossier = &page.prepared.dossier;
    let is_in_no_row = |relation: &&Relation| {
        let has = |row: &TopicAccounts, end| row.statements().any(|ix| ix == end);
        !accounts.rows.iter().any(|row| has(row, relation.from) && has(row, relation.to))
    };
    let items: Vec<Html> = (dossier.relations.iter())
        .filter(is_in_no_row)
        .map(|related| el("li", "relation", relation(page, related)))
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    let title = list![txt("Across topics")];
    el("div", "elsewhere", list![el("h2", "", title), el("ul", "", items)])
}
