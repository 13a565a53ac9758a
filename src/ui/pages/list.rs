//! A list of cards: statements, actors or figures, with search, filters and order.

use crate::model::{ActorIx, FigureIx, StatementIx};
use crate::query::{Collection, Dropped, Query, Results, View, widen};
use crate::ui::actor_card::actor_card;
use crate::ui::el::{self, attrs, el, list, txt};
use crate::ui::figure_card::figure_card;
use crate::ui::filters::filters;
use crate::ui::icon::arrow;
use crate::ui::marks::ours;
use crate::ui::page::{Listed, Page};
use crate::ui::state::{Action, Dispatch, State};
use crate::ui::statement_card::statement_card;
use crate::ui::text;
use crate::ui::toolbar::toolbar;
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

/// A list of cards.
pub fn list(props: &Props<'_>) -> Html {
    let Props { page, collection, state, shown, dispatch } = props;
    let Some(results) = shown.results.as_ref() else { return Html::default() };
    let mut listed = list![undated(*collection, &state.view), cards(props, results)];
    if results.order.is_empty() {
        listed.push(empty(props, results));
    }
    if results.order.len() > state.most {
        listed.push(button("Show more".to_owned(), dispatch, Action::ShowMore));
    }
    let listed_here = Listed { page, collection: *collection, state, results, dispatch };
    let name = text::collection_name(*collection);
    let mut attributes =
        list![("class", "results".into()), ("id", "results".into()), ("aria-label", name.into())];
    if state.sheet {
        attributes.push(("inert", "".into()));
    }
    let panes = list![
        filters(&listed_here),
        attrs("section", attributes, list![toolbar(&listed_here), el("div", "listed", listed)]),
    ];
    let mut inner = list![heading(page, *collection)];
    if *collection == Collection::Statements {
        inner.push(key());
    }
    inner.push(el("div", "panes", panes));
    inner.into_iter().collect()
}

fn cards(props: &Props<'_>, results: &Results) -> Html {
    let items = results.order.iter().take(props.state.most).map(|item| {
        let (page, query) = (props.page.clone(), props.shown.query.clone());
        html! { <li key={*item}><Card {page} collection={props.collection} item={*item} {query} /></li> }
    });
    let class = match props.collection {
        Collection::Statements => "cards of-statements",
        Collection::Actors => "cards of-actors",
        Collection::Figures => "cards of-figures",
    };
    html! { <ol key={class} class={class}>{ for items }</ol> }
}

fn button(label: String, dispatch: &Dispatch, action: Action) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_| dispatch.dispatch(action.clone()));
    el::button(list![("class", "button small".into())], onclick, list![txt(label)])
}

/// What a card needs; cheap to compare, so that only cards that change are drawn again.
#[derive(Properties, Clone, PartialEq)]
struct CardProps {
    page: Page,
    collection: Collection,
    item: u32,
    query: Rc<Query>,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps { page, collection, item, query } = props;
    match collection {
        Collection::Statements => statement_card(page, StatementIx(*item), query),
        Collection::Actors => actor_card(page, ActorIx(*item), query),
        Collection::Figures => figure_card(page, FigureIx(*item), query),
    }
}

fn heading(page: &Page, collection: Collection) -> Html {
    let dossier = &page.prepared.dossier;
    let line = match collection {
        Collection::Statements => format!(
            ": {} by {}.",
            text::count(dossier.statements.len(), "statement", "statements"),
            text::count(page.prepared.sources(), "source", "sources")
        ),
        Collection::Actors => ". One square is one statement.".to_owned(),
        Collection::Figures => ". Dates are not counted as figures.".to_owned(),
    };
    let title = match collection {
        Collection::Statements => dossier.title.to_string(),
        Collection::Actors => "Who is in this report".to_owned(),
        Collection::Figures if dossier.figures.len() == 1 => "One figure".to_owned(),
        Collection::Figures => text::count(dossier.figures.len(), "figure", "figures"),
    };
    let day = text::day_text(dossier.article.published);
    let name = list![txt(text::outlet(dossier).to_owned())];
    let outlet = attrs("b", list![("dir", "auto".into())], name);
    let byline = list![txt("A report by "), outlet, txt(", "), txt(day), txt(line)];
    let heading = list![("id", "title".into()), ("tabindex", "-1".into())];
    let mut inner = list![attrs("h1", heading, list![txt(title)]), el("p", "", byline)];
    if collection == Collection::Statements && dossier.article.headline.is_none() {
        let note = "Title by the annotator; the report carries no headline.";
        inner.push(ours("p", "byhand", list![txt(note)]));
    }
    el("div", "dossier", inner)
}

/// What the marks mean, above the cards.
fn key() -> Html {
    let sample = |inner| el("span", "sample", list![inner]);
    let entry = |mark, meaning: &'static str| el("span", "", list![mark, txt(meaning)]);
    let quoted = el("span", "quoted", list![txt("“words”")]);
    let entries = list![
        entry(sample(quoted), " quoted words"),
        entry(sample(txt("words")), " reporter’s words"),
        entry(el("span", "chip", list![txt("Who")]), " named source"),
        entry(el("span", "chip unnamed", list![txt("Who")]), " unnamed source"),
        entry(arrow(), " through whom"),
        ours("span", "ours", list![txt("annotator’s words")]),
    ];
    el("p", "key", entries)
}

fn undated(collection: Collection, view: &View) -> Html {
    if collection == Collection::Actors || view.sort() != crate::query::Sort::Said {
        return Html::default();
    }
    let note = "Statements whose day the article does not state come last, in article order.";
    el("p", "sort-note", list![txt(note)])
}

/// Nothing matches: what was asked for, and each way to see more.
fn empty(props: &Props<'_>, results: &Results) -> Html {
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
