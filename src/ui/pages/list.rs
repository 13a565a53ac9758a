//! A list of cards: statements, actors or figures.

use super::notes::{unclear, undated};
use crate::model::{ActorGroup, ActorIx};
use crate::query::{Choice, Collection, Facet, Results, Sort, widen};
use crate::text;
use crate::ui::cards::piece::{Kind, Piece};
use crate::ui::controls::button;
use crate::ui::el::{at, attrs, el, link, list, sentence, txt};
use crate::ui::page::{Listing, Page};
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// Draws the cards of a list, or the ways out if nothing matches.
pub fn listed(props: &Listing<'_>) -> Html {
    let of_cards = Cards {
        page: props.page.clone(),
        collection: props.collection,
        is_grouped: props.collection == Collection::Actors
            && props.state.view.sort() == Sort::Article,
        drawn: drawn(props.results, props.state),
        keeps: props.keeps,
    };
    let of_cards = html! { <Piece piece={Kind::Cards(of_cards)} keeps=false /> };
    let found = props.results.order.len();
    let or_nothing = |is_shown: bool, draw: &dyn Fn() -> Html| match is_shown {
        true => draw(),
        false => Html::default(),
    };
    // Each has a fixed position, because a change in their number would draw the cards again, without
    // their marks.
    let listed = list![
        undated(props),
        unclear(props),
        of_cards,
        or_nothing(found == 0, &|| empty(props)),
        or_nothing(found > props.state.max_cards, &|| {
            small_button(props, text::SHOW_MORE.to_owned(), Action::ShowMore)
        }),
        compare_bar(props),
    ];
    el("div", "listed", listed)
}

/// The cards of a list. `browser::Marks` hides those that do not match, and marks those that are
/// open or chosen, so none is drawn again while the reader types or chooses.
#[derive(Clone)]
pub struct Cards {
    page: Page,
    collection: Collection,
    /// True if actors are grouped by what they do.
    is_grouped: bool,
    /// The items with a card, in order.
    drawn: Vec<u32>,
    keeps: bool,
}

/// The first value of `keeps` counts.
impl PartialEq for Cards {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page
            && self.collection == other.collection
            && self.is_grouped == other.is_grouped
            && self.drawn == other.drawn
    }
}

/// Returns the items that have a card. In a short list, all have one, because hiding a card takes
/// less time than drawing it again later.
pub fn drawn(results: &Results, state: &State) -> Vec<u32> {
    let is_short = results.total() <= state.max_cards;
    let drawn = if is_short { &results.all } else { &results.order };
    drawn.iter().take(state.max_cards).copied().collect()
}

/// Draws the cards of a list.
pub fn cards(props: &Cards) -> Html {
    let Cards { page, collection, is_grouped, drawn, keeps } = props;
    let items = drawn.iter().map(|item| {
        let piece = Kind::Card(page.clone(), *collection, *item);
        let number = (*collection == Collection::Statements).then(|| (*item + 1).to_string());
        let group = is_grouped.then(|| ActorGroup::of(&page.prepared.dossier, ActorIx(*item)));
        html! {
            <li key={*item} class={group.map(class_of)} data-statement={number}>
                { group.map(heading) }<Piece {piece} keeps={*keeps} />
            </li>
        }
    });
    let class = match collection {
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
