//! The search field, and the announcement of the count to screen readers.

use crate::browser;
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{Action, Dispatch};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Milliseconds without a change before the count is announced: about the time to type a word.
const ANNOUNCED_AFTER: u32 = 600;

/// Properties of the search field.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name of the search field.
    pub label: &'static str,
    /// The search of the view.
    pub q: String,
    /// True if the end of the search was cut off, which the app then also does in the field.
    pub is_cut: bool,
    /// The number of items shown, in words.
    pub tally: String,
    /// True after the app has taken over the page.
    pub ready: bool,
    /// True while single-key shortcuts are on.
    pub shortcuts: bool,
    /// The recipient of the reader's actions.
    pub dispatch: Dispatch,
}

/// The search field. The app writes to it only if the view has changed in another way. Otherwise
/// the caret would jump, and words typed before the app took over would be lost.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let node = use_node_ref();
    let seen = (node.clone(), props.q.clone(), props.ready, props.is_cut);
    use_effect_with(seen, |(node, q, ready, _)| {
        if let (true, Some(input)) = (*ready, node.cast::<HtmlInputElement>())
            && input.value() != *q
        {
            input.set_value(q);
        }
    });
    let announced = use_announced(&props.tally, props.ready);
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
                aria-label={props.label} title={text::SEARCH_HELP} placeholder={text::SEARCH_PLACEHOLDER} {oninput} {onkeydown} />
            if props.shortcuts { <kbd title={text::SEARCH_KEY_HELP}>{ text::SEARCH_KEY }</kbd> }
            <p class="hush" role="status">{ announced }</p>
        </div>
    }
}

/// Returns the count after it has not changed for a while. Empty until the reader changes it.
#[hook]
fn use_announced(tally: &str, ready: bool) -> String {
    let announced = use_state(String::new);
    let first = use_mut_ref(|| true);
    let setter = announced.setter();
    use_effect_with((tally.to_owned(), ready), move |(tally, ready)| {
        let is_first = *ready && first.replace(false);
        let tally = tally.clone();
        let has_changed = *ready && !is_first;
        let timer = has_changed.then(|| browser::after(ANNOUNCED_AFTER, move || setter.set(tally)));
        move || drop(timer)
    });
    (*announced).clone()
}
