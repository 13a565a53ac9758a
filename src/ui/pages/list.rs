//! A list of cards: statements, actors or figures.

use super::notes::{unclear, undated};
use crate::model::{ActorGroup, ActorIx, StatementIx};
use crate::query::{Choice, Collection, Facet, Sort, widen};
use crate::text;
use crate::ui::cards::piece::{Card, Kind, Piece};
use crate::ui::controls::button;
use crate::ui::el::{at, attrs, el, link, list, sentence, txt};
use crate::ui::page::Listing;
use crate::ui::state::Action;
use yew::prelude::*;

/// Draws the cards of a list, or the ways out if nothing matches.
pub fn listed(props: &Listing<'_>) -> Html {
    let mut listed = list![undated(props), unclear(props), cards(props)];
    if props.results.order.is_empty() {
        listed.push(empty(props));
    }
    if props.results.order.len() > props.state.max_cards {
        listed.push(small_button(props, text::SHOW_MORE.to_owned(), Action::ShowMore));
    }
    listed.push(compare_bar(props));
    el("div", "listed", listed)
}

fn cards(props: &Listing<'_>) -> Html {
    let of_statements = props.collection == Collection::Statements;
    let opened = props.opened();
    let results = props.results;
    let mut is_shown = vec![false; results.total()];
    results.order.iter().for_each(|item| is_shown[*item as usize] = true);
    // In a short list, cards that do not match are hidden: drawing them again later takes longer.
    let is_short = results.total() <= props.state.max_cards;
    let drawn = if is_short { &results.all } else { &results.order };
    let is_grouped =
        props.collection == Collection::Actors && props.state.view.sort() == Sort::Article;
    let items = drawn.iter().take(props.state.max_cards).map(|item| {
        let group = is_grouped.then(|| ActorGroup::of(&props.page.prepared.dossier, ActorIx(*item)));
        let card = Card {
            page: props.page.clone(),
            collection: props.collection,
            item: *item,
            is_on: opened == Some(StatementIx(*item)),
            is_ticked: of_statements && props.state.ticked.contains(&StatementIx(*item)),
        };
        let number = of_statements.then(|| (*item + 1).to_string());
        html! { <li key={*item} class={group.map(class_of)} data-statement={number} hidden={!is_shown[*item as usize]}>{ group.map(heading) }<Piece piece={Kind::Card(card)} /></li> }
    });
    let class = match props.collection {
        Collection::Statements => "cards of-statements",
        Collection::Actors => "cards of-actors",
        Collection::Figures => "cards of-figures",
    };
    html! { <ol key={class} class={class}>{ for items }</ol> }
}

/// Returns the class of a group of actors.
fn class_of(group: ActorGroup) -> &'static str {
    match group {
        ActorGroup::Speaks => "speaks",
        ActorGroup::PassesOn => "passes",
        ActorGroup::Mentioned => "mentioned",
    }
}

/// Draws the heading of a group of actors. Styles show that of the first actor that is shown.
fn heading(group: ActorGroup) -> Html {
    el("h3", "group", list![txt(text::actor_group(group))])
}

/// Draws the bar at the foot of the window while statements are chosen for comparison.
fn compare_bar(props: &Listing<'_>) -> Html {
    let ticked = &props.state.ticked;
    if ticked.is_empty() || props.collection != Collection::Statements {
        return Html::default();
    }
    let mut inner = list![el("span", "", list![txt(text::chosen_to_compare(ticked.len()))])];
    inner.extend(
        ticked.iter().map(|ix| el("span", "number", list![txt((ix.index() + 1).to_string())])),
    );
    let clear = list![txt(text::CLEAR)];
    inner.push(button(props.dispatch, Action::ClearTicks, list![at("class", "clear")], clear));
    inner.push(match ticked.as_slice() {
        [_, _] => link("button", props.page.beside(ticked), list![txt(text::COMPARE)]),
        _ => el("span", "hint", list![txt(text::TICK_ANOTHER)]),
    });
    let attributes = list![
        at("class", "compare-bar"),
        at("role", "region"),
        at("aria-label", text::COMPARE_STATEMENTS),
    ];
    attrs("div", attributes, inner)
}

fn small_button(props: &Listing<'_>, label: String, action: Action) -> Html {
    button(props.dispatch, action, list![at("class", "button small")], list![txt(label)])
}

/// Draws what is shown if nothing matches: the active filters, and a button for each way to see
/// more.
pub fn empty(props: &Listing<'_>) -> Html {
    let Listing { page, collection, state, results, .. } = props;
    let (dossier, view) = (&page.prepared.dossier, &state.view);
    let mut asked = Vec::new();
    for facet in &results.facets {
        let (mut kept, mut left_out) = (Vec::new(), Vec::new());
        for (value, _) in &facet.counts {
            match view.choice(facet.facet, value.code(dossier)) {
                Some(Choice::Kept) => kept.push(text::value_label(dossier, *value)),
                Some(Choice::LeftOut) => left_out.push(text::value_label(dossier, *value)),
                None => {}
            }
        }
        if !(kept.is_empty() && left_out.is_empty()) {
            let label = text::facet_label(*collection, facet.facet);
            asked.push(el("li", "", list![txt(text::asked_for(label, &kept, &left_out))]));
        }
    }
    if !view.range().is_open() && *collection != Collection::Actors {
        let label = text::facet_label(*collection, Facet::Date);
        let range = text::range_text(view.range());
        asked.push(el("li", "", list![txt(text::asked_for(label, &[range], &[]))]));
    }
    if !view.q.trim().is_empty() {
        let typed = el("bdi", "", list![txt(view.q.clone())]);
        asked.push(el("li", "", list![sentence(text::searched_for(typed))]));
    }
    let way = |label: String, action| el("li", "", list![small_button(props, label, action)]);
    let mut ways = Vec::new();
    for widening in widen(dossier, page.prepared.index(), *collection, view) {
        let label = text::widen(*collection, widening.dropped, widening.shows as usize);
        ways.push(way(label, Action::Widen(widening.dropped)));
    }
    ways.push(way(text::clear_all(*collection, results.total()), Action::Clear));
    let nothing = match asked.is_empty() {
        true => text::NOTHING_KNOWN,
        false => text::nothing_matches(*collection),
    };
    let inner =
        list![el("p", "", list![txt(nothing)]), el("ul", "asked", asked), el("ul", "ways", ways),];
    el("div", "empty", inner)
}
