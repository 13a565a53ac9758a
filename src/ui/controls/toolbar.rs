//! The toolbar above a list: the search, the count, the sort order, export, and the active filters.

use crate::browser;
use crate::format::Format;
use crate::model::Vocabulary;
use crate::query::{Choice, Collection, Dropped, Facet, Range, Sort, Unknown, run};
use crate::route::{Route, file_name_part};
use crate::text;
use crate::ui::controls::button;
use crate::ui::controls::search_box::SearchBox;
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::{Form, Listing};
use crate::ui::state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Draws the toolbar: one row that stays at the top of the window, and below it the active filters.
pub fn toolbar(props: &Listing<'_>) -> Html {
    let Listing { collection, state, results, dispatch, .. } = props;
    let shown = results.order.len();
    let tally = text::tally(*collection, shown, results.total());
    let heading = list![at("class", "tally"), at("id", browser::TALLY_ID), at("tabindex", "-1")];
    let (q, ready, shortcuts) = (state.view.q.clone(), state.ready, state.shortcuts);
    let is_cut = state.view.is_cut();
    let label = text::search_label(*collection);
    let mut bar = list![
        html! { <SearchBox {label} {q} {is_cut} tally={tally.clone()} {ready} {shortcuts} dispatch={(*dispatch).clone()} /> },
        attrs("h2", heading, list![txt(tally)]),
    ];
    if can_sort(props) {
        let class = "sort only-wide needs-script";
        bar.push(sort(props, class));
    }
    bar.push(open_filters(props));
    bar.push(export(props));
    let inner = list![el("div", "bar", bar), active(props), unknown(props), compare_offers(props)];
    inner.into_iter().collect()
}

/// Returns true for a list with an order that the reader can choose.
pub fn can_sort(props: &Listing<'_>) -> bool {
    props.results.total() > 1 && props.form == Form::Cards
}

/// Draws the field that sets the sort order.
pub fn sort(props: &Listing<'_>, class: &'static str) -> Html {
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
    let chosen = props.state.view.sort().code();
    let orders = html! { <select data-chosen={chosen} {onchange}>{ for options }</select> };
    let label = el("span", "", list![txt(text::SORT_BY), txt(" ")]);
    el("label", class, list![label, orders])
}

/// Draws the button that opens the filters on a narrow page.
fn open_filters(props: &Listing<'_>) -> Html {
    let name = list![txt(text::open_filters(props.state.view.filters()))];
    let attributes =
        list![at("class", "button small only-narrow needs-script"), at("id", "open-filters")];
    button(props.dispatch, Action::OpenFilters, attributes, name)
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
    let choices = formats.chain(std::iter::once(("", text::PRINT.to_owned())));
    let buttons = choices.map(|(extension, label)| {
        attrs("button", list![at("type", "button"), at("value", extension)], list![txt(label)])
    });
    let buttons = buttons.collect::<Vec<_>>();
    html! {
        <details class="menu needs-script"><summary class="button small">{ text::EXPORT }</summary><div {onclick}>{ buttons }</div></details>
    }
}

/// Draws the active filters with buttons that remove them.
fn active(props: &Listing<'_>) -> Html {
    let (view, dossier) = (&props.state.view, &props.page.prepared.dossier);
    let index = props.page.prepared.index();
    let mut pills = Vec::new();
    for facet in props.collection.facets() {
        for value in index.values(props.collection, *facet) {
            let code = value.code(dossier);
            let Some(choice) = view.choice(*facet, code) else { continue };
            let class = if choice == Choice::LeftOut { "pill is-out" } else { "pill" };
            let mut label = text::value_label(dossier, *value);
            if choice == Choice::LeftOut {
                label = text::left_out(&label);
            }
            let name = text::facet_label(props.collection, *facet);
            pills.push(pill(props, class, name, &label, Action::Drop(*facet, code.into())));
        }
    }
    if !view.range().is_open() && props.collection != Collection::Actors {
        let name = text::facet_label(props.collection, Facet::Date);
        let label = text::range_text(view.range());
        pills.push(pill(props, "pill", name, &label, Action::Range(Range::default())));
    }
    if !view.q.trim().is_empty() {
        let drop = Action::Widen(Dropped::Search);
        pills.push(pill(props, "pill", text::SEARCH_PILL, &view.q, drop));
    }
    if !pills.is_empty() {
        let name = list![txt(text::CLEAR_FILTERS)];
        pills.push(button(props.dispatch, Action::Clear, list![at("class", "clear")], name));
    }
    el("div", "active needs-script", pills)
}

/// Draws an active filter or search as a button that removes it.
fn pill(props: &Listing<'_>, class: &'static str, name: &str, label: &str, action: Action) -> Html {
    let inner = list![
        txt(name.to_owned()),
        txt(" "),
        el("bdi", "", list![txt(label.to_owned())]),
        icon(Icon::Cross),
    ];
    let attributes = list![at("class", class), at("aria-label", text::remove_filter(name, label))];
    button(props.dispatch, action, attributes, inner)
}

/// Draws the offer to compare sides, if the list shows a single topic on which several speak.
fn compare_offers(props: &Listing<'_>) -> Html {
    let dossier = &props.page.prepared.dossier;
    let mut topics = props.state.view.kept(Facet::Topic);
    let (Some(topic), None) = (topics.next(), topics.next()) else { return Html::default() };
    let Some(topic) = dossier.find_topic(topic) else { return Html::default() };
    let party = props.state.view.kept(Facet::Party).find_map(|code| dossier.find_actor(code));
    let Some(sides) = dossier.sides_on(topic, party) else { return Html::default() };
    let names = sides.map(|side| dossier.actor(side).name.value.to_string());
    let words = list![txt(text::compare_on_topic(&names))];
    el("p", "offer", list![link("", props.page.compared(&sides, &[topic]), words)])
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
            Unknown::End => text::too_long(remove),
        };
        el("li", "", list![sentence(note)])
    };
    if unknown.is_empty() {
        return Html::default();
    }
    el("ul", "unknown", unknown.into_iter().map(note).collect())
}
