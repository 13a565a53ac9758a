//! The filters: facets with their values and what choosing each would give.

use crate::model::{Directness, Vocabulary, Wording};
use crate::query::{Facet, FacetCounts, Value};
use crate::text;
use crate::ui::el::{self, at, attrs, el, link, list, txt};
use crate::ui::icon::kind_glyph;
use crate::ui::page::Listed;
use crate::ui::parts::marks::strip;
use crate::ui::state::Action;
use yew::prelude::*;

/// A list of fewer cards folds its filters away: they would be longer than what they narrow.
const FEW_CARDS: u32 = 8;

/// The filters of a list.
pub fn filters(props: &Listed<'_>) -> Html {
    let facets = props.results.facets.iter().filter(|facet| facet.counts.len() > 1);
    let mut groups = el("div", "facets", facets.map(|facet| group(props, facet)).collect());
    if props.results.total < FEW_CARDS {
        groups = el("details", "fold", list![el("summary", "", list![txt("Filters")]), groups]);
    }
    let (one, many) = text::item_names(props.collection);
    let show = format!("Show {}", text::count(props.results.order.len(), one, many));
    let dispatch = props.dispatch.clone();
    let close = Callback::from(move |_| dispatch.dispatch(Action::CloseFilters));
    let apply = el::button(list![at("class", "button")], close, list![txt(show)]);
    let heading =
        list![at("class", "only-narrow"), at("id", "filters-heading"), at("tabindex", "-1"),];
    let open =
        if props.state.sheet { "filters needs-script is-open" } else { "filters needs-script" };
    let attributes = list![at("class", open), at("id", "filters"), at("aria-label", "Filters")];
    let inner = list![
        link("skip", "#results".into(), list![txt("Skip the filters")]),
        attrs("h2", heading, list![txt("Filters")]),
        groups,
        el("p", "apply only-narrow", list![apply]),
    ];
    attrs("section", attributes, inner)
}

fn group(props: &Listed<'_>, facet: &FacetCounts) -> Html {
    let options = facet.counts.iter().map(|(value, count)| option(props, facet, *value, *count));
    let mut inner =
        list![el("legend", "", list![txt(text::facet_label(props.collection, facet.facet))])];
    inner.extend(options);
    el("fieldset", "facet", inner)
}

fn option(props: &Listed<'_>, facet: &FacetCounts, value: Value, count: u32) -> Html {
    let code: Box<str> = value.code(&props.page.prepared.dossier).into();
    let is_on = props.state.view.has(facet.facet, &code);
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
        move |_: Event| dispatch.dispatch(Action::Toggle(facet, code.clone()))
    };
    let inner = list![
        html! { <input type="checkbox" checked={is_on} {onchange} /> },
        mark(value),
        el("span", "label", list![name(props, facet.facet, value)]),
        el("span", "count", list![txt(count.to_string())]),
    ];
    attrs("label", list![at("class", class)], inner)
}

/// A value's name; a source's in its box, as everywhere.
fn name(props: &Listed<'_>, facet: Facet, value: Value) -> Html {
    let label = text::value_label(&props.page.prepared.dossier, value);
    match value {
        Value::Actor(actor) if props.page.prepared.is_unnamed(actor) => {
            el("span", "chip unnamed", list![txt(label)])
        }
        Value::Actor(_) if facet == Facet::Speaker => el("span", "chip", list![txt(label)]),
        _ => txt(label),
    }
}

/// The mark that goes with a value everywhere: a kind's glyph, a strip.
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
