//! The search field, and the count told to those who cannot see it.

use crate::browser;
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{Action, Dispatch};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How long the count rests before it is spoken, in milliseconds: a word's typing.
const SPOKEN_AFTER: u32 = 600;

/// What the search field needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the view searches for.
    pub q: String,
    /// How many items are shown, in words.
    pub tally: String,
    /// The app has taken over.
    pub ready: bool,
    /// Single keys do something.
    pub shortcuts: bool,
    /// Where to send what the reader does.
    pub dispatch: Dispatch,
}

/// The search field. What is in it is the reader's: it is written to only where the view changed
/// otherwise, so that nothing typed before the app took over is lost, nor the place of the caret.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.q.clone(), props.ready), |(node, q, ready)| {
        if let (true, Some(input)) = (*ready, node.cast::<HtmlInputElement>())
            && input.value() != *q
        {
            input.set_value(q);
        }
    });
    let spoken = use_spoken(&props.tally, props.ready);
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
            <p class="hush" role="status">{ spoken }</p>
        </div>
    }
}

/// The count once it rests; nothing before the reader changed it.
#[hook]
fn use_spoken(tally: &str, ready: bool) -> String {
    let spoken = use_state(String::new);
    let first = use_mut_ref(|| true);
    let setter = spoken.setter();
    use_effect_with((tally.to_owned(), ready), move |(tally, ready)| {
        let is_first = *ready && first.replace(false);
        let tally = tally.clone();
        let rests = *ready && !is_first;
        let timer = rests.then(|| browser::after(SPOKEN_AFTER, move || setter.set(tally)));
        move || drop(timer)
    });
    (*spoken).clone()
}
