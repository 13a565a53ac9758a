//! Above a list: the search, the count, the order, and what is active.

use super::icon::{Icon, icon};
use super::page::Page;
use super::state::{Action, Dispatch};
use super::text;
use crate::browser;
use crate::model::Vocabulary;
use crate::query::{Collection, Facet, Results, Sort, Unknown, View};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// How long the count rests before it is spoken, in milliseconds: a word's typing.
const SPOKEN_AFTER: u32 = 600;

/// What the toolbar needs.
pub struct Props {
    /// The page that it stands on.
    pub page: Page,
    /// What is listed.
    pub collection: Collection,
    /// What was typed and chosen.
    pub view: Rc<View>,
    /// What that gives.
    pub results: Rc<Results>,
    /// The app has taken over.
    pub ready: bool,
    /// Single keys do something.
    pub shortcuts: bool,
    /// Where to send what the reader does.
    pub dispatch: Dispatch,
}

/// The search, the count, the order, and what is active.
pub fn toolbar(props: &Props) -> Html {
    let shown = props.results.order.len();
    let tally = text::tally(props.collection, shown, props.results.total as usize);
    html! {
        <div class="toolbar">
            <SearchBox q={props.view.q.clone()} ready={props.ready} shortcuts={props.shortcuts} dispatch={props.dispatch.clone()} />
            <div class="result">
                <h2 class="tally" id="tally" tabindex="-1">{ tally.clone() }</h2>
                { sort(props) }
            </div>
            <Spoken {tally} ready={props.ready} />
            { active(props) }
            { unknown(props) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SearchProps {
    q: String,
    ready: bool,
    shortcuts: bool,
    dispatch: Dispatch,
}

/// The search field. What is in it is the reader's: it is written to only where the view changed
/// otherwise, so that nothing typed before the app took over is lost, nor the place of the caret.
#[component]
fn SearchBox(props: &SearchProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.q.clone(), props.ready), |(node, q, ready)| {
        if let (true, Some(input)) = (*ready, node.cast::<HtmlInputElement>())
            && input.value() != *q
        {
            input.set_value(q);
        }
    });
    let oninput = {
        let dispatch = props.dispatch.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.dispatch(Action::Search(input.value()));
            }
        }
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                dispatch.dispatch(Action::Search(String::new()));
            }
        }
    };
    html! {
        <div class="search needs-script" role="search">
            { icon(Icon::Lens) }
            <input id={browser::SEARCH_ID} ref={node} type="search" autocomplete="off" spellcheck="false"
                aria-label={text::SEARCH} title={text::SEARCH_HELP} placeholder="Search" {oninput} {onkeydown} />
            if props.shortcuts { <kbd title="Press / to search">{ "/" }</kbd> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SpokenProps {
    tally: String,
    ready: bool,
}

/// Tells the count to those who cannot see it, once it rests.
#[component]
fn Spoken(props: &SpokenProps) -> Html {
    let spoken = use_state(String::new);
    let first = use_mut_ref(|| true);
    let setter = spoken.setter();
    use_effect_with((props.tally.clone(), props.ready), move |(tally, ready)| {
        let is_first = *ready && first.replace(false);
        let tally = tally.clone();
        let timer = (*ready && !is_first)
            .then(|| browser::after(SPOKEN_AFTER, move || setter.set(tally)));
        move || drop(timer)
    });
    html! { <p class="hush" role="status">{ (*spoken).clone() }</p> }
}

fn sort(props: &Props) -> Html {
    if props.results.total < 2 {
        return Html::default();
    }
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
        let selected = *sort == props.view.sort();
        html! { <option value={sort.code()} {selected}>{ text::sort_label(*sort) }</option> }
    });
    html! {
        <label class="sort needs-script">{ "Sort by " }<select {onchange}>{ for options }</select></label>
    }
}

fn active(props: &Props) -> Html {
    let (view, dossier) = (&props.view, &props.page.prepared.dossier);
    let index = props.page.prepared.index();
    let mut pills = Vec::new();
    for facet in props.collection.facets() {
        for value in index.values(props.collection, *facet) {
            let code = value.code(dossier);
            if view.has(*facet, code) {
                let label = text::value_label(dossier, *value).to_owned();
                let action = Action::Toggle(*facet, code.into());
                pills.push(pill(props, text::facet_label(props.collection, *facet), label, action));
            }
        }
    }
    if !view.q.trim().is_empty() {
        pills.push(pill(props, "Search", view.q.clone(), Action::Search(String::new())));
    }
    let any = !pills.is_empty();
    let open = send(props, Action::OpenFilters);
    let chosen = view.chosen().len();
    let filters = if chosen == 0 { "Filters".to_owned() } else { format!("Filters ({chosen})") };
    html! {
        <div class="active needs-script">
            <button type="button" class="button small only-narrow" id="open-filters" onclick={open}>{ filters }</button>
            { for pills }
            if any { <button type="button" class="clear" onclick={send(props, Action::Clear)}>{ "Clear all" }</button> }
        </div>
    }
}

fn pill(props: &Props, facet: &'static str, label: String, action: Action) -> Html {
    html! {
        <button type="button" class="pill" onclick={send(props, action)} aria-label={format!("Remove {facet}: {label}")}>
            <span>{ facet }</span>{ " " }<bdi>{ label }</bdi>{ icon(Icon::Cross) }
        </button>
    }
}

fn send(props: &Props, action: Action) -> Callback<MouseEvent> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

/// Values in the address that mean nothing here are told, with a way to drop them.
fn unknown(props: &Props) -> Html {
    let prepared = &props.page.prepared;
    let unknown = props.view.unknown(&prepared.dossier, prepared.index(), props.collection);
    let lines = unknown.into_iter().map(|unknown| {
        let told = told(props.collection, &unknown);
        html! {
            <li>{ told }{ " " }<button type="button" class="clear" onclick={send(props, Action::Forget(unknown))}>{ "Drop it" }</button></li>
        }
    });
    html! { <ul class="unknown">{ for lines }</ul> }
}

fn told(collection: Collection, unknown: &Unknown) -> Html {
    let line = |what: &'static str, code: &str| {
        html! { <>{ "The link asks for " }{ what }{ " " }<code><bdi>{ code.to_owned() }</bdi></code>{ ", which is not in this dossier." }</> }
    };
    match unknown {
        Unknown::Value(facet, code) => line(facet_in_sentence(collection, *facet), code),
        Unknown::Sort(code) => line("the order", code),
    }
}

fn facet_in_sentence(collection: Collection, facet: Facet) -> &'static str {
    match facet {
        Facet::Kind if collection == Collection::Actors => "the kind of actor",
        Facet::Kind => "the kind",
        Facet::Speaker => "the source",
        Facet::Via => "the relayer",
        Facet::Party => "the account of",
        Facet::Identification => "the way of naming",
        Facet::Directness => "the wording",
        Facet::Topic => "the topic",
        Facet::Place => "the place",
        Facet::About => "statements about",
        Facet::Role => "the part",
    }
}
