//! A list of cards: statements, actors or figures, with search, filters and order.

use crate::model::{ActorIx, FigureIx, StatementIx};
use crate::query::{Collection, Dropped, Query, Results, View, run, widen};
use crate::ui::actor_card::actor_card;
use crate::ui::figure_card::figure_card;
use crate::ui::filters::{self, filters};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::state::{Action, Dispatch};
use crate::ui::statement_card::statement_card;
use crate::ui::text;
use crate::ui::toolbar::{self, toolbar};
use std::rc::Rc;
use yew::prelude::*;

/// How many cards are drawn at first; beyond a thousand, drawing them takes longer than reading one.
const CARDS_AT_ONCE: usize = 200;

/// What the list needs.
#[derive(Properties, Clone, PartialEq)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// What is listed.
    pub collection: Collection,
    /// What was typed and chosen.
    pub view: Rc<View>,
    /// The app has taken over.
    pub ready: bool,
    /// The filters are open over a narrow page.
    pub sheet: bool,
    /// Single keys do something.
    pub shortcuts: bool,
    /// Where to send what the reader does.
    pub dispatch: Dispatch,
}

/// A list of cards.
#[component]
pub fn List(props: &Props) -> Html {
    let Props { page, collection, view, .. } = props;
    let results = use_memo((page.clone(), *collection, view.clone()), |(page, collection, view)| {
        run(&page.prepared.dossier, page.prepared.index(), *collection, view)
    });
    let query = use_memo(view.q.clone(), |q| Query::parse(q));
    let more = use_state(|| 1_usize);
    let shown = CARDS_AT_ONCE * *more;
    let (dispatch, name) = (props.dispatch.clone(), text::collection_name(*collection));
    let cards = results.order.iter().take(shown).map(|item| {
        let (page, query) = (page.clone(), query.clone());
        html! { <li key={*item}><Card {page} collection={*collection} item={*item} {query} /></li> }
    });
    let grow = {
        let (more, next) = (more.clone(), *more + 1);
        move |_: MouseEvent| more.set(next)
    };
    html! {
        <>
            { heading(page, *collection) }
            if *collection == Collection::Statements { { key() } }
            <noscript><p class="no-script">{ text::NO_SCRIPT }</p></noscript>
            <div class="panes">
                { filters(&filters::Props {
                    page: page.clone(),
                    collection: *collection,
                    view: view.clone(),
                    results: results.clone(),
                    sheet: props.sheet,
                    dispatch: dispatch.clone(),
                }) }
                <section class="results" id="results" aria-label={name} inert={props.sheet}>
                    { toolbar(&toolbar::Props {
                        page: page.clone(),
                        collection: *collection,
                        view: view.clone(),
                        results: results.clone(),
                        ready: props.ready,
                        shortcuts: props.shortcuts,
                        dispatch: dispatch.clone(),
                    }) }
                    <div class="listed">
                        { undated(*collection, view) }
                        <ol class={classes!("cards", list_class(*collection))}>{ for cards }</ol>
                        if results.order.is_empty() { { empty(props, &results) } }
                        if results.order.len() > shown {
                            <p><button type="button" class="button" onclick={grow}>{ "Show more" }</button></p>
                        }
                    </div>
                </section>
            </div>
        </>
    }
}

fn list_class(collection: Collection) -> &'static str {
    match collection {
        Collection::Statements => "of-statements",
        Collection::Actors => "of-actors",
        Collection::Figures => "of-figures",
    }
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
    let sources = page.prepared.sources();
    let line = match collection {
        Collection::Statements => format!(
            ": {} by {}.",
            text::count(dossier.statements.len(), "statement", "statements"),
            text::count(sources, "source", "sources")
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
    html! {
        <div class="dossier">
            <h1 id="title" tabindex="-1">{ title }</h1>
            <p>{ "A report by " }<b>{ text::outlet(dossier) }</b>{ ", " }{ text::day_text(dossier.article.published) }{ line }</p>
            if collection == Collection::Statements && dossier.article.headline.is_none() {
                <p class="byhand">{ icon(Icon::Pen) }{ " Title by the annotator; the report carries no headline." }</p>
            }
        </div>
    }
}

/// What the marks mean, above the cards.
fn key() -> Html {
    html! {
        <p class="key">
            <span><span class="sample"><span class="quoted">{ "“words”" }</span></span>{ " quoted words" }</span>
            <span><span class="sample">{ "words" }</span>{ " reporter’s words" }</span>
            <span><span class="chip">{ "Who" }</span>{ " named source" }</span>
            <span><span class="chip unnamed">{ "Who" }</span>{ " unnamed source" }</span>
            <span>{ crate::ui::icon::arrow() }{ " through whom" }</span>
            <span class="ours">{ icon(Icon::Pen) }{ " annotator’s words" }</span>
        </p>
    }
}

fn undated(collection: Collection, view: &View) -> Html {
    if collection == Collection::Actors || view.sort() != crate::query::Sort::Said {
        return Html::default();
    }
    html! { <p class="sort-note">{ "Statements whose day the article does not state come last, in article order." }</p> }
}

/// Nothing matches: what was asked for, and each way to see more.
fn empty(props: &Props, results: &Results) -> Html {
    let Props { page, collection, view, dispatch, .. } = props;
    let dossier = &page.prepared.dossier;
    let (one, many) = text::item_names(*collection);
    let values = results.facets.iter().filter_map(|facet| {
        let chosen = facet.counts.iter().filter(|(value, _)| view.has(facet.facet, value.code(dossier)));
        let names: Vec<&str> = chosen.map(|(value, _)| text::value_label(dossier, *value)).collect();
        let label = text::facet_label(*collection, facet.facet);
        (!names.is_empty()).then(|| format!("{label}: {}", names.join(" or ")))
    });
    let mut asked: Vec<Html> = values.map(|line| html! { <li>{ line }</li> }).collect();
    if !view.q.trim().is_empty() {
        asked.push(html! { <li>{ "Search: " }<bdi>{ view.q.clone() }</bdi></li> });
    }
    let ways = widen(dossier, page.prepared.index(), *collection, view).into_iter().map(|way| {
        let what = match way.dropped {
            Dropped::Search => "the search",
            Dropped::Facet(facet) => text::facet_label(*collection, facet),
        };
        let label = format!("Without {what}: {}", text::count(way.shows as usize, one, many));
        let dispatch = dispatch.clone();
        let onclick = move |_: MouseEvent| dispatch.dispatch(Action::Widen(way.dropped));
        html! { <li><button type="button" class="button small" {onclick}>{ label }</button></li> }
    });
    let clear = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::Clear)
    };
    html! {
        <div class="empty">
            <p>{ format!("No {one} in this article has all of this:") }</p>
            <ul class="asked">{ for asked }</ul>
            <ul class="ways">
                { for ways }
                <li><button type="button" class="button small" onclick={clear}>{ format!("Clear all: {}", text::count(results.total as usize, one, many)) }</button></li>
            </ul>
        </div>
    }
}
