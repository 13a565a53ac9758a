//! The filters: facets with their values, and the number of results that each value would give.

use crate::model::{Directness, Vocabulary, Wording};
use crate::query::{Facet, FacetCounts, Value};
use crate::text;
use crate::ui::controls::button;
use crate::ui::el::{at, attrs, el, link, list, txt};
use crate::ui::icon::kind_glyph;
use crate::ui::page::Listing;
use crate::ui::parts::marks::strip;
use crate::ui::state::Action;
use yew::prelude::*;

/// Filters are collapsed if the list has fewer cards than this: they would be longer than the list.
const FEW_CARDS: u32 = 8;

/// Draws the filters of a list.
pub fn filters(props: &Listing<'_>) -> Html {
    let facets = props.results.facets.iter().filter(|facet| facet.counts.len() > 1);
    let mut groups = el("div", "facets", facets.map(|facet| group(props, facet)).collect());
    if props.results.total < FEW_CARDS {
        groups = el("details", "fold", list![el("summary", "", list![txt(text::FILTERS)]), groups]);
    }
    let show = list![txt(text::show_items(props.collection, props.results.order.len()))];
    let class = list![at("class", "button")];
    let apply = button(props.dispatch, Action::CloseFilters, class, show);
    let heading =
        list![at("class", "only-narrow"), at("id", "filters-heading"), at("tabindex", "-1"),];
    let class =
        if props.state.sheet { "filters needs-script is-open" } else { "filters needs-script" };
    let attributes =
        list![at("class", class), at("id", "filters"), at("aria-label", text::FILTERS)];
    let inner = list![
        link("skip", "#results".into(), list![txt(text::SKIP_FILTERS)]),
        attrs("h2", heading, list![txt(text::FILTERS)]),
        groups,
        el("p", "apply only-narrow", list![apply]),
    ];
    attrs("section", attributes, inner)
}

fn group(props: &Listing<'_>, facet: &FacetCounts) -> Html {
    let options = facet.counts.iter().map(|(value, count)| option(props, facet, *value, *count));
    let mut inner =
        list![el("legend", "", list![txt(text::facet_label(props.collection, facet.facet))])];
    inner.extend(options);
    el("fieldset", "facet", inner)
}

fn option(props: &Listing<'_>, facet: &FacetCounts, value: Value, count: u32) -> Html {
    let code: Box<str> = value.code(&props.page.prepared.dossier).into();
    let is_on = props.state.view.choice(facet.facet, &code).is_some();
    let mut class = "option".to_owned();
    if is_on {
        class.push_str(" is-on");
    } else if count == 0 {
        class.push_str(" is-zero");
    }
    if let Value::Kind(kind) = value {
        class.push_str(" of-");
        class.push_str(kind.code());
    }
    let onchange = {
        let (dispatch, facet) = (props.dispatch.clone(), facet.facet);
        let action = if is_on { Action::Drop } else { Action::Cycle };
        move |_: Event| dispatch.dispatch(action(facet, code.clone()))
    };
    let unit = el("span", "hush", list![txt(text::count_unit(props.collection, count))]);
    let inner = list![
        html! { <input type="checkbox" checked={is_on} {onchange} /> },
        mark(value),
        el("span", "label", list![name(props, facet.facet, value)]),
        txt(" "),
        el("span", "count", list![txt(count.to_string()), unit]),
    ];
    attrs("label", list![at("class", class)], inner)
}

/// Draws the name of a value. A source's name is in a box, as everywhere.
fn name(props: &Listing<'_>, facet: Facet, value: Value) -> Html {
    let label = text::value_label(&props.page.prepared.dossier, value);
    match value {
        Value::Actor(actor) if props.page.prepared.is_unnamed(actor) => {
            el("span", "chip unnamed", list![txt(label)])
        }
        Value::Actor(_) if facet == Facet::Speaker => el("span", "chip", list![txt(label)]),
        _ => txt(label),
    }
}

/// Draws the mark of a value: the icon of a type of statement, or a strip of quoted words.
fn mark(value: Value) -> Html {
    match value {
        Value::Kind(kind) => kind_glyph(kind),
        Value::Directness(directness) => {
            let quoted = match directness {
                Directness::Direct => list![(0, 100)],
                Directness::Mixed => list![(34, 66)],
                Directness::Indirect => Vec::new(),
            };
            let wording = Wording { directness, words: 0, quoted_words: 0, length: 100, quoted };
            strip(&wording, "ltr")
        }
        _ => Html::default(),
    }
}
