//! A list of cards: statements, actors or figures.

use crate::model::StatementIx;
use crate::query::{Collection, Dropped, Query, Results, View, widen};
use crate::text;
use crate::ui::cards::piece::{Card, Kind, Piece};
use crate::ui::el::{self, at, el, list, txt};
use crate::ui::page::Page;
use crate::ui::state::{Action, Dispatch, State};
use std::rc::Rc;
use yew::prelude::*;

/// What a view shows.
pub struct Shown {
    /// The results; none where the page is no list.
    pub results: Rc<Option<Results>>,
    /// What was searched for.
    pub query: Rc<Query>,
}

/// What the list needs.
pub struct Props<'p> {
    /// The page.
    pub page: Page,
    /// What is listed.
    pub collection: Collection,
    /// What was typed and chosen.
    pub state: &'p State,
    /// What that gives.
    pub shown: &'p Shown,
    /// Where to send what the reader does.
    pub dispatch: &'p Dispatch,
}

impl Props<'_> {
    /// The statement that is open.
    pub fn opened(&self) -> Option<StatementIx> {
        self.state.view.opened(&self.page.prepared.dossier).next()
    }
}

/// The cards of a list, or why there are none.
pub fn listed(props: &Props<'_>, results: &Results) -> Html {
    let Props { collection, state, dispatch, .. } = props;
    let mut listed = list![undated(*collection, &state.view), cards(props, results)];
    if results.order.is_empty() {
        listed.push(empty(props, results));
    }
    if results.order.len() > state.most {
        listed.push(button("Show more".to_owned(), dispatch, Action::ShowMore));
    }
    el("div", "listed", listed)
}

fn cards(props: &Props<'_>, results: &Results) -> Html {
    let of_statements = props.collection == Collection::Statements;
    let opened = props.opened();
    let items = results.order.iter().take(props.state.most).map(|item| {
        let card = Card {
            page: props.page.clone(),
            collection: props.collection,
            item: *item,
            query: props.shown.query.clone(),
            is_on: opened == Some(StatementIx(*item)),
        };
        let number = of_statements.then(|| (*item + 1).to_string());
        html! { <li key={*item} data-statement={number}><Piece piece={Kind::Card(card)} /></li> }
    });
    let class = match props.collection {
        Collection::Statements => "cards of-statements",
        Collection::Actors => "cards of-actors",
        Collection::Figures => "cards of-figures",
    };
    html! { <ol key={class} class={class}>{ for items }</ol> }
}

pub fn button(label: String, dispatch: &Dispatch, action: Action) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_| dispatch.dispatch(action.clone()));
    el::button(list![at("class", "button small")], onclick, list![txt(label)])
}

fn undated(collection: Collection, view: &View) -> Html {
    if collection == Collection::Actors || view.sort() != crate::query::Sort::Said {
        return Html::default();
    }
    let note = "Statements whose day the article does not state come last, in article order.";
    el("p", "sort-note", list![txt(note)])
}

/// Nothing matches: what was asked for, and each way to see more.
pub fn empty(props: &Props<'_>, results: &Results) -> Html {
    let Props { page, collection, state, dispatch, .. } = props;
    let (dossier, view) = (&page.prepared.dossier, &state.view);
    let (one, many) = text::item_names(*collection);
    let mut asked = Vec::new();
    for facet in &results.facets {
        let chosen = facet.counts.iter().map(|(value, _)| *value);
        let chosen = chosen.filter(|value| view.has(facet.facet, value.code(dossier)));
        let names: Vec<String> = chosen.map(|value| text::value_label(dossier, value)).collect();
        if !names.is_empty() {
            let label = text::facet_label(*collection, facet.facet);
            asked.push(el("li", "", list![txt(format!("{label}: {}", names.join(" or ")))]));
        }
    }
    if !view.q.trim().is_empty() {
        let typed = el("bdi", "", list![txt(view.q.clone())]);
        asked.push(el("li", "", list![txt("Search: "), typed]));
    }
    let way = |label: String, action| el("li", "", list![button(label, dispatch, action)]);
    let mut ways = Vec::new();
    for widening in widen(dossier, page.prepared.index(), *collection, view) {
        let what = match widening.dropped {
            Dropped::Search => "the search",
            Dropped::Facet(facet) => text::facet_label(*collection, facet),
        };
        let shows = text::count(widening.shows as usize, one, many);
        ways.push(way(format!("Without {what}: {shows}"), Action::Widen(widening.dropped)));
    }
    let all = text::count(results.total as usize, one, many);
    ways.push(way(format!("Clear all: {all}"), Action::Clear));
    let inner = list![
        el("p", "", list![txt(format!("No {one} in this article has all of this:"))]),
        el("ul", "asked", asked),
        el("ul", "ways", ways),
    ];
    el("div", "empty", inner)
}
