//! Key events, clicks and timers.

use super::window::document;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// An event listener that is removed when it is dropped.
pub type Listener = EventListener;

/// A key with a function anywhere on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `/`, outside form fields.
    Slash,
    /// Escape.
    Escape,
}

/// Calls `press` when a key is pressed. Return `true` to stop the browser from handling the key.
pub fn on_key(press: impl Fn(Key) -> bool + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        let key = match event.key().as_str() {
            "/" if is_plain && !is_in_field(event) => Key::Slash,
            "Escape" => Key::Escape,
            _ => return,
        };
        if press(key) {
            event.prevent_default();
        }
    })
}

/// The elements that the reader opens and closes, with their codes.
const FOLD: &str = "data-fold";

/// Calls `turn` with the code of an element with `data-fold` that was opened or closed, and true if
/// it is open.
pub fn on_fold(turn: impl Fn(&str, bool) + 'static) -> Listener {
    // The event is sent to the element only.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "toggle", options, move |event| {
        let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
            return;
        };
        if let Some(code) = element.get_attribute(FOLD) {
            turn(&code, element.has_attribute("open"));
        }
    })
}

/// Returns the codes of the open elements with `data-fold`.
pub fn open_folds() -> Vec<String> {
    let Ok(open) = document().query_selector_all("[data-fold][open]") else { return Vec::new() };
    let code = |at| open.item(at)?.dyn_into::<Element>().ok()?.get_attribute(FOLD);
    (0..open.length()).filter_map(code).collect()
}

/// Returns true for a click with the main button and no modifier key. The browser handles all
/// others.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

pub(super) fn is_in_field(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        match element.tag_name().as_str() {
            "INPUT" => !matches!(kind.as_str(), "checkbox" | "radio"),
            "TEXTAREA" | "SELECT" => true,
            _ => element.has_attribute("contenteditable"),
        }
    })
}

/// Calls `then` in the next task, so that the browser can answer the reader in between.
pub fn next_task(then: impl FnOnce() + 'static) {
    after(0, then).forget();
}

/// Calls `then` after a number of milliseconds, unless the returned timer is dropped first.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}
