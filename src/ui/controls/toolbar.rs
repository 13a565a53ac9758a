//! Above a list: the search, the count, the order, and what is active.

use crate::browser;
use crate::format::Format;
use crate::model::Vocabulary;
use crate::query::{Sort, Unknown, run};
use crate::route::{Route, query_string};
use crate::text;
use crate::ui::controls::search_box::SearchBox;
use crate::ui::el::{self, at, attrs, el, list, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::{Form, Listed};
use crate::ui::state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The search, the count, the order, and what is active.
pub fn toolbar(props: &Listed<'_>) -> Html {
    let Listed { collection, state, results, dispatch, .. } = props;
    let shown = results.order.len();
    let tally = text::tally(*collection, shown, results.total as usize);
    let heading = list![at("class", "tally"), at("id", "tally"), at("tabindex", "-1")];
    let mut result = list![attrs("h2", heading, list![txt(tally.clone())])];
    if results.total > 1 && props.form == Form::Cards {
        result.push(sort(props));
    }
    result.push(export(props));
    let (q, ready, shortcuts) = (state.view.q.clone(), state.ready, state.shortcuts);
    let inner = list![
        html! { <SearchBox {q} {tally} {ready} {shortcuts} dispatch={(*dispatch).clone()} /> },
        el("div", "result", result),
        active(props),
        unknown(props),
    ];
    el("div", "toolbar", inner)
}

fn sort(props: &Listed<'_>) -> Html {
    let onchange = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(sort) = select.and_then(|select| Sort::from_code(&select.value())) {
                dispatch.dispatch(Action::SortBy(sort));
            }
        }
    };
    let options = props.collection.sorts().iter().map(|sort| {
        let selected = *sort == props.state.view.sort();
        html! { <option value={sort.code()} {selected}>{ text::sort_label(*sort) }</option> }
    });
    html! {
        <label class="sort needs-script">{ "Sort by " }<select id={browser::SORT_ID} {onchange}>{ for options }</select></label>
    }
}

/// The menu that exports what is shown, as a file or on paper.
fn export(props: &Listed<'_>) -> Html {
    let (page, collection) = (props.page.clone(), props.collection);
    let (view, dispatch) = (props.state.view.clone(), props.dispatch.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        let Some(ending) = browser::choice(&event) else { return };
        if ending.is_empty() {
            dispatch.dispatch(Action::ShowAll);
            return browser::export_view("", &[], "");
        }
        let dossier = &page.prepared.dossier;
        let what = collection.code();
        let folder = Route::Statements(dossier.id.clone()).href(page.root);
        let asked = query_string(&view).replace(['?', '=', '&', ',', '+', '%'], "-");
        let items = run(dossier, page.prepared.index(), collection, &view).order;
        let name = format!("{}-{what}{asked}.{ending}", dossier.id);
        browser::export_view(&format!("{folder}{what}.{ending}"), &items, &name);
    });
    let formats = Format::of(collection).map(|it| (it.extension(), text::format_label(it)));
    let choices = std::iter::once(("", "Print".to_owned())).chain(formats);
    let buttons = choices.map(|(extension, label)| {
        attrs("button", list![at("type", "button"), at("value", extension)], list![txt(label)])
    });
    let buttons = buttons.collect::<Vec<_>>();
    html! {
        <details class="export-menu needs-script"><summary>{ "Take away" }</summary><div {onclick}>{ buttons }</div></details>
    }
}

/// What is active, each removable; and the way to the filters on a narrow page.
fn active(props: &Listed<'_>) -> Html {
    let (view, dossier) = (&props.state.view, &props.page.prepared.dossier);
    let index = props.page.prepared.index();
    let mut pills = Vec::new();
    for facet in props.collection.facets() {
        for value in index.values(props.collection, *facet) {
            let code = value.code(dossier);
            if view.has(*facet, code) {
                let label = text::value_label(dossier, *value);
                let action = Action::Toggle(*facet, code.into());
                let facet = text::facet_label(props.collection, *facet);
                pills.push(pill(props, facet, &label, action));
            }
        }
    }
    if !view.q.trim().is_empty() {
        pills.push(pill(props, "Search", &view.q, Action::Search(String::new())));
    }
    if !pills.is_empty() {
        pills.push(button(props, "clear", None, list![txt("Clear all")], Action::Clear));
    }
    let filters = match view.chosen().len() {
        0 => "Filters".to_owned(),
        chosen => format!("Filters ({chosen})"),
    };
    let open = send(props, Action::OpenFilters);
    let attributes = list![at("class", "button small only-narrow"), at("id", "open-filters")];
    let mut inner = list![el::button(attributes, open, list![txt(filters)])];
    inner.extend(pills);
    el("div", "active needs-script", inner)
}

fn pill(props: &Listed<'_>, facet: &'static str, label: &str, action: Action) -> Html {
    let said = format!("Remove {facet}: {label}");
    let inner = list![
        el("span", "", list![txt(facet)]),
        txt(" "),
        el("bdi", "", list![txt(label.to_owned())]),
        icon(Icon::Cross),
    ];
    button(props, "pill", Some(said), inner, action)
}

fn button(
    props: &Listed<'_>,
    class: &'static str,
    label: Option<String>,
    inner: Vec<Html>,
    action: Action,
) -> Html {
    let mut attributes = list![at("class", class)];
    attributes.extend(label.map(|label| at("aria-label", label)));
    el::button(attributes, send(props, action), inner)
}

fn send(props: &Listed<'_>, action: Action) -> Callback<MouseEvent> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

/// Values in the address that mean nothing here are told, with a way to drop them.
pub fn unknown(props: &Listed<'_>) -> Html {
    let prepared = &props.page.prepared;
    let unknown = props.state.view.unknown(&prepared.dossier, prepared.index(), props.collection);
    let line = |unknown: Unknown| {
        let (what, code) = match &unknown {
            Unknown::Value(facet, code) => {
                (text::facet_label(props.collection, *facet), code.to_string())
            }
            Unknown::Sort(code) => ("Sort", code.to_string()),
            Unknown::Statement(id) => ("Statement", id.to_string()),
        };
        let code = el("code", "", list![el("bdi", "", list![txt(code)])]);
        let drop = button(props, "clear", None, list![txt("Drop it")], Action::Forget(unknown));
        let told = list![
            txt("The link asks for "),
            txt(what),
            txt(": "),
            code,
            txt(", which is not in this dossier. "),
            drop,
        ];
        el("li", "", told)
    };
    el("ul", "unknown", unknown.into_iter().map(line).collect())
}
