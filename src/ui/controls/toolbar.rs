//! The toolbar above a list: the search, the count, the sort order, export, and the active filters.

use crate::browser;
use crate::format::Format;
use crate::model::Vocabulary;
use crate::query::{Choice, Collection, Facet, Range, Sort, Unknown, run};
use crate::route::{Route, file_name_part};
use crate::text;
use crate::ui::controls::button;
use crate::ui::controls::search_box::SearchBox;
use crate::ui::el::{at, attrs, copied, el, list, sentence, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::{Form, Listing};
use crate::ui::state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Draws the toolbar.
pub fn toolbar(props: &Listing<'_>) -> Html {
    let Listing { collection, state, results, dispatch, .. } = props;
    let shown = results.order.len();
    let tally = text::tally(*collection, shown, results.total as usize);
    let heading = list![at("class", "tally"), at("id", "tally"), at("tabindex", "-1")];
    let mut result = list![attrs("h2", heading, list![txt(tally.clone())])];
    if results.total > 1 && props.form == Form::Cards {
        result.push(sort(props));
    }
    result.push(export(props));
    let (q, ready, shortcuts) = (state.view.q.clone(), state.ready, state.shortcuts);
    let label = text::search_label(*collection);
    let inner = list![
        html! { <SearchBox {label} {q} {tally} {ready} {shortcuts} dispatch={(*dispatch).clone()} /> },
        el("div", "result", result),
        active(props),
        unknown(props),
    ];
    el("div", "toolbar", inner)
}

fn sort(props: &Listing<'_>) -> Html {
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
    let orders = html! { <select id={browser::SORT_ID} {onchange}>{ for options }</select> };
    let name = list![sentence(text::sort_by(orders))];
    el("label", "sort needs-script", name)
}

/// Draws the menu that exports the results as a file or prints them.
fn export(props: &Listing<'_>) -> Html {
    let (page, collection) = (props.page.clone(), props.collection);
    let (view, dispatch) = (props.state.view.clone(), props.dispatch.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        let Some(ending) = browser::clicked_value(&event) else { return };
        if ending.is_empty() {
            dispatch.dispatch(Action::ShowAll);
            return browser::export_view("", &[], "");
        }
        let dossier = &page.prepared.dossier;
        let what = collection.code();
        let folder = Route::Statements(dossier.id.clone()).href(page.root);
        let asked = file_name_part(&view);
        let items = run(dossier, page.prepared.index(), collection, &view).order;
        let name = format!("{}-{what}{asked}.{ending}", dossier.id);
        browser::export_view(&format!("{folder}{what}.{ending}"), &items, &name);
    });
    let formats = Format::of(collection).map(|it| (it.extension(), text::format_label(it)));
    let choices = std::iter::once(("", text::PRINT.to_owned())).chain(formats);
    let buttons = choices.map(|(extension, label)| {
        attrs("button", list![at("type", "button"), at("value", extension)], list![txt(label)])
    });
    let buttons = buttons.collect::<Vec<_>>();
    html! {
        <details class="export-menu needs-script"><summary>{ text::EXPORT }</summary><div {onclick}>{ buttons }</div></details>
    }
}

/// Draws the active filters with buttons that remove them, and the button that opens the filters on
/// a narrow page.
fn active(props: &Listing<'_>) -> Html {
    let (view, dossier) = (&props.state.view, &props.page.prepared.dossier);
    let index = props.page.prepared.index();
    let mut pills = Vec::new();
    for facet in props.collection.facets() {
        for value in index.values(props.collection, *facet) {
            let code = value.code(dossier);
            if let Some(choice) = view.choice(*facet, code) {
                let mut label = text::value_label(dossier, *value);
                if choice == Choice::LeftOut {
                    label = text::left_out(&label);
                }
                let action = Action::Drop(*facet, code.into());
                let facet = text::facet_label(props.collection, *facet);
                let remove = text::remove_filter(facet, &label);
                pills.push(pill(props, facet, &label, remove, action));
            }
        }
    }
    if !view.range().is_open() && props.collection != Collection::Actors {
        let facet = text::facet_label(props.collection, Facet::Date);
        let label = text::range_text(view.range());
        let remove = text::remove_filter(facet, &label);
        pills.push(pill(props, facet, &label, remove, Action::Range(Range::default())));
    }
    if !view.q.trim().is_empty() {
        let remove = text::remove_search(&view.q);
        pills.push(pill(props, text::SEARCH_PILL, &view.q, remove, Action::Search(String::new())));
    }
    if !pills.is_empty() {
        let name = list![txt(text::CLEAR_FILTERS)];
        pills.push(button(props.dispatch, Action::Clear, list![at("class", "clear")], name));
    }
    let open = list![txt(text::open_filters(view.filters()))];
    let attributes = list![at("class", "button small only-narrow"), at("id", "open-filters")];
    let mut inner = list![button(props.dispatch, Action::OpenFilters, attributes, open)];
    inner.extend(pills);
    el("div", "active needs-script", inner)
}

/// Draws an active filter or search. `remove` is the accessible name of the button.
fn pill(
    props: &Listing<'_>,
    facet: &'static str,
    label: &str,
    remove: String,
    action: Action,
) -> Html {
    let inner = list![
        el("span", "", list![txt(facet)]),
        txt(" "),
        el("bdi", "", list![txt(label.to_owned())]),
        icon(Icon::Cross),
    ];
    button(props.dispatch, action, list![at("class", "pill"), at("aria-label", remove)], inner)
}

/// Draws a note for each unknown value in the address, with a button that removes it.
pub fn unknown(props: &Listing<'_>) -> Html {
    let prepared = &props.page.prepared;
    let unknown = props.state.view.unknown(&prepared.dossier, prepared.index(), props.collection);
    let note = |unknown: Unknown| {
        let remove = button(
            props.dispatch,
            Action::Forget(unknown.clone()),
            list![at("class", "clear")],
            list![txt(text::REMOVE_IT)],
        );
        let code = |code: &str| el("code", "", list![el("bdi", "", list![copied(code)])]);
        let note = match &unknown {
            Unknown::Value(facet, value) => {
                let facet = text::facet_label(props.collection, *facet).to_ascii_lowercase();
                text::unknown_filter(txt(facet), code(value), remove)
            }
            Unknown::Day(_, value) => text::unknown_day(code(value), remove),
            Unknown::Reversed(range) => {
                text::reversed_range(code(&text::range_text(*range)), remove)
            }
            Unknown::Sort(value) => text::unknown_sort(code(value), remove),
            Unknown::Statement(id) => text::unknown_statement(code(id), remove),
        };
        el("li", "", list![sentence(note)])
    };
    el("ul", "unknown", unknown.into_iter().map(note).collect())
}
