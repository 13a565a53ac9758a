//! The filters: facets with their values and what choosing each would give.

use super::icon::kind_glyph;
use super::marks::{kind_class, strip};
use super::page::Page;
use super::state::{Action, Dispatch};
use super::text;
use crate::model::{Directness, Vocabulary, Wording};
use crate::query::{Collection, FacetCounts, Results, Value, View};
use std::rc::Rc;
use yew::prelude::*;

/// A list of fewer cards folds its filters away: they would be longer than what they narrow.
const FEW_CARDS: u32 = 8;

/// What the filters need.
pub struct Props {
    /// The page that they stand on.
    pub page: Page,
    /// What is listed.
    pub collection: Collection,
    /// What was chosen.
    pub view: Rc<View>,
    /// What that gives.
    pub results: Rc<Results>,
    /// Open over a narrow page.
    pub sheet: bool,
    /// Where to send what the reader does.
    pub dispatch: Dispatch,
}

/// The filters of a list.
pub fn filters(props: &Props) -> Html {
    let facets = props.results.facets.iter().filter(|facet| facet.counts.len() > 1);
    let close = {
        let dispatch = props.dispatch.clone();
        move |_| dispatch.dispatch(Action::CloseFilters)
    };
    let (one, many) = text::item_names(props.collection);
    let show = format!("Show {}", text::count(props.results.order.len(), one, many));
    let mut groups = html! { <div class="facets">{ for facets.map(|facet| group(props, facet)) }</div> };
    if props.results.total < FEW_CARDS {
        groups = html! { <details class="fold"><summary>{ "Filters" }</summary>{ groups }</details> };
    }
    let class = classes!("filters", "needs-script", props.sheet.then_some("is-open"));
    html! {
        <section id="filters" {class} aria-label="Filters">
            <h2 class="only-narrow" id="filters-heading" tabindex="-1">{ "Filters" }</h2>
            { groups }
            <p class="apply only-narrow"><button type="button" class="button" onclick={close}>{ show }</button></p>
        </section>
    }
}

fn group(props: &Props, facet: &FacetCounts) -> Html {
    let options = facet.counts.iter().map(|(value, count)| option(props, facet, *value, *count));
    html! {
        <fieldset class="facet" key={facet.facet.code()}>
            <legend>{ text::facet_label(props.collection, facet.facet) }</legend>
            { for options }
        </fieldset>
    }
}

fn option(props: &Props, facet: &FacetCounts, value: Value, count: u32) -> Html {
    let dossier = &props.page.prepared.dossier;
    let code: Box<str> = value.code(dossier).into();
    let is_on = props.view.has(facet.facet, &code);
    let key = code.to_string();
    let onchange = {
        let (dispatch, facet) = (props.dispatch.clone(), facet.facet);
        move |_| dispatch.dispatch(Action::Toggle(facet, code.clone()))
    };
    let kind = if let Value::Kind(kind) = value { Some(kind_class("", kind)) } else { None };
    let class = classes!(
        "option",
        is_on.then_some("is-on"),
        (count == 0 && !is_on).then_some("is-zero"),
        kind
    );
    html! {
        <label {key} {class}>
            <input type="checkbox" checked={is_on} {onchange} />
            { mark(value) }
            <span class="label">{ name(props, value) }</span>
            <span class="count">{ count }</span>
        </label>
    }
}

fn name(props: &Props, value: Value) -> Html {
    let label = text::value_label(&props.page.prepared.dossier, value).to_owned();
    match value {
        Value::Actor(actor) if props.page.prepared.is_unnamed(actor) => {
            html! { <span class="chip unnamed">{ label }</span> }
        }
        _ => html! { { label } },
    }
}

/// The mark that goes with a value everywhere: a kind's glyph, a strip.
fn mark(value: Value) -> Html {
    match value {
        Value::Kind(kind) => kind_glyph(kind),
        Value::Directness(directness) => {
            let quoted = match directness {
                Directness::Direct => vec![(0, 100)],
                Directness::Mixed => vec![(34, 66)],
                Directness::Indirect => Vec::new(),
            };
            strip(&Wording { directness, words: 0, quoted_words: 0, length: 100, quoted })
        }
        _ => Html::default(),
    }
}
