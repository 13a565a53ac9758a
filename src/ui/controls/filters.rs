//! The filters: facets with their values, and the number of results that each value would give.

use super::toolbar::{can_sort, sort};
use crate::browser;
use crate::model::{Day, Directness, Vocabulary, Wording};
use crate::query::{Choice, Chosen, Collection, End, Facet, FacetCounts, Value};
use crate::text;
use crate::ui::cards::piece::{Kind, Piece};
use crate::ui::controls::button;
use crate::ui::el::{at, attrs, el, link, list, txt};
use crate::ui::icon::{Icon, icon, kind_glyph};
use crate::ui::page::{Listing, Page};
use crate::ui::parts::marks::{spoken_comma, strip};
use crate::ui::state::{Action, Fold, Sheet};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Number of facets that are open at first. The others are closed.
const OPEN_FACETS: usize = 4;
/// Number of values of a facet that are shown at first, if there are more.
const OPEN_VALUES: usize = 8;

/// Draws the filters of a list: next to it, or over it on narrow pages.
pub fn filters(props: &Listing<'_>) -> Html {
    let facets = props.results.facets.iter().filter(|facet| facet.counts.len() > 1);
    let facets: Vec<&FacetCounts> = facets.collect();
    let mut groups: Vec<Html> =
        facets.iter().take(OPEN_FACETS).map(|it| group(props, it)).collect();
    for facet in facets.iter().skip(OPEN_FACETS) {
        groups.push(folded(props, facet));
    }
    let sheet = props.state.sheet;
    let close = list![icon(Icon::Cross), txt(" "), txt(text::CLOSE)];
    let close_button = list![at("class", "button small only-narrow")];
    let heading = list![at("id", "filters-heading"), at("tabindex", "-1")];
    let head = list![
        attrs("h2", heading, list![txt(text::FILTERS)]),
        button(props.dispatch, Action::Close, close_button, close),
    ];
    let mut inner = list![
        link("skip", "#results".into(), list![txt(text::SKIP_FILTERS)]),
        el("div", "filters-head", head),
        el("p", "hint", list![txt(text::FILTERS_HINT)]),
    ];
    inner.extend(groups);
    if can_sort(props) {
        let class = "sort only-narrow";
        inner.push(sort(props, class));
    }
    let show = list![txt(text::show_items(props.collection, props.results.order.len()))];
    let apply = button(props.dispatch, Action::ShowResults, list![at("class", "button")], show);
    inner.push(el("p", "apply only-narrow", list![apply]));
    let (dispatch, drops) = (props.dispatch.clone(), props.dispatch.clone());
    let onclick = move |event: MouseEvent| {
        if let Some((facet, code)) = browser::option_at(&event).and_then(option_value) {
            dispatch.dispatch(Action::Cycle(facet, code));
        }
    };
    let onkeydown = move |event: KeyboardEvent| {
        if !matches!(&*event.key(), "Delete" | "Backspace") {
            return;
        }
        if let Some((facet, code)) = browser::option_at(&event).and_then(option_value) {
            drops.dispatch(Action::Drop(facet, code));
        }
    };
    let class = match sheet {
        Sheet::Open => "filters needs-script is-open",
        Sheet::Closed | Sheet::Applied => "filters needs-script",
    };
    html! {
        <section {class} id="filters" aria-label={text::FILTERS} {onclick} {onkeydown}>{ for inner }</section>
    }
}

/// Returns the facet and the code of an option, from its attributes.
fn option_value((facet, code): (String, String)) -> Option<(Facet, Box<str>)> {
    Some((Facet::from_code(&facet)?, code.into()))
}

/// Draws a facet that is closed until the reader opens it. Its values are drawn only then, because
/// most readers never open it, and each key would change their counts. Chosen values are drawn always.
fn folded(props: &Listing<'_>, facet: &FacetCounts) -> Html {
    let name = text::facet_label(props.collection, facet.facet);
    let mut inner = list![el("summary", "", list![txt(name)])];
    let fold = Fold::All(facet.facet);
    let is_open = props.state.unfolded.contains(&fold);
    if is_open || props.state.view.chosen().iter().any(|chosen| chosen.facet == facet.facet) {
        inner.push(group(props, facet));
    }
    if facet.facet == Facet::Date {
        inner.push(range(props));
    }
    details(fold, is_open, "fold", inner)
}

fn details(fold: Fold, is_open: bool, class: &'static str, inner: Vec<Html>) -> Html {
    let code = fold.code();
    html! { <details key={code.clone()} {class} data-fold={code} open={is_open}>{ for inner }</details> }
}

/// Draws the values of a facet, which are redrawn only if they change.
fn group(props: &Listing<'_>, facet: &FacetCounts) -> Html {
    let chosen = props.state.view.chosen().iter().filter(|chosen| chosen.facet == facet.facet);
    let group = Group {
        page: props.page.clone(),
        collection: props.collection,
        facet: facet.clone(),
        chosen: chosen.cloned().collect(),
        shows_rest: props.state.unfolded.contains(&Fold::Rest(facet.facet)),
    };
    html! { <Piece key={facet.facet.code()} piece={Kind::Facet(group)} keeps=false /> }
}

/// The values of a facet.
#[derive(Clone, PartialEq)]
pub struct Group {
    page: Page,
    collection: Collection,
    facet: FacetCounts,
    /// The chosen values of the facet.
    chosen: Vec<Chosen>,
    /// True if all values are shown.
    shows_rest: bool,
}

impl Group {
    fn choice(&self, code: &str) -> Option<Choice> {
        self.chosen.iter().find(|chosen| *chosen.code == *code).map(|chosen| chosen.choice)
    }
}

/// Draws the values of a facet. Those that no item has, and those after the first few, are behind
/// a control that shows all, and are drawn once it is used.
pub fn values(props: &Group) -> Html {
    let facet = &props.facet;
    let name = text::facet_label(props.collection, facet.facet);
    let dossier = &props.page.prepared.dossier;
    let totals = props.page.prepared.index().totals(props.collection, facet.facet);
    let (mut open, mut rest) = (Vec::new(), Vec::new());
    let mut has_rest = false;
    for ((value, count), total) in facet.counts.iter().zip(totals) {
        let is_chosen = props.choice(value.code(dossier)).is_some();
        let is_open = *total > 0 && open.len() < OPEN_VALUES;
        if is_open || is_chosen {
            open.push(option(props, facet.facet, *value, *count));
        } else if props.shows_rest {
            rest.push(option(props, facet.facet, *value, *count));
        } else {
            has_rest = true;
        }
    }
    let mut inner = list![el("legend", "", list![txt(name)])];
    inner.extend(open);
    if has_rest || !rest.is_empty() {
        let summary = list![
            el("span", "when-closed", list![txt(text::show_all(facet.counts.len()))]),
            el("span", "when-open", list![txt(text::SHOW_FEWER)]),
        ];
        let mut all = list![el("summary", "", summary)];
        all.extend(rest);
        inner.push(details(Fold::Rest(facet.facet), props.shows_rest, "rest", all));
    }
    attrs("fieldset", list![at("class", "facet"), at("data-rove", "")], inner)
}

/// Draws a value as a button with three states: not chosen, kept and left out.
fn option(props: &Group, facet: Facet, value: Value, count: u32) -> Html {
    let code = value.code(&props.page.prepared.dossier);
    let choice = props.choice(code);
    let class = match choice {
        Some(Choice::Kept) => "option is-on",
        Some(Choice::LeftOut) => "option is-out",
        None if count == 0 => "option is-zero",
        None => "option",
    };
    let attributes = list![
        at("type", "button"),
        at("class", class),
        at("aria-pressed", if choice.is_some() { "true" } else { "false" }),
        at("data-facet", facet.code()),
        at("data-code", code.to_owned()),
    ];
    let unit = el("span", "hush", list![txt(text::count_unit(props.collection, count))]);
    let mut label = list![mark(value), name(props, value)];
    if choice == Some(Choice::LeftOut) {
        label.push(el("span", "hush", list![txt(text::LEFT_OUT_OPTION)]));
    }
    let inner = list![
        el("span", "box", Vec::new()),
        el("span", "label", label),
        spoken_comma(),
        el("span", "count", list![txt(count.to_string()), unit]),
    ];
    attrs("button", attributes, inner)
}

/// Draws the name of a value. A source without a name is in a box, as everywhere.
fn name(props: &Group, value: Value) -> Html {
    let label = text::value_label(&props.page.prepared.dossier, value);
    match value {
        Value::Actor(actor) if props.page.prepared.is_unnamed(actor) => {
            el("span", "chip unnamed", list![txt(label)])
        }
        _ => txt(label),
    }
}

/// Draws the fields for a range of dates.
fn range(props: &Listing<'_>) -> Html {
    let range = props.state.view.range();
    let field = |end: End| {
        let dispatch = props.dispatch.clone();
        let onchange = move |event: Event| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            let typed = field.map(|field| field.value()).unwrap_or_default();
            dispatch.dispatch(Action::Range(range.ending(end, end.day(&typed))));
        };
        let value = range.at(end).map(Day::iso).unwrap_or_default();
        let label = text::range_end(end);
        html! { <label>{ label }{ " " }<input type="date" {value} {onchange} /></label> }
    };
    el("div", "range", End::ALL.into_iter().map(field).collect())
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
