//! Keys and timers.

use super::window::document;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// Listens until it is dropped.
pub type Listener = EventListener;

/// A key that does something wherever the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `/`, outside of fields.
    Slash,
    /// Escape.
    Escape,
}

/// Calls back on a key; `true` keeps the browser from using it.
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

/// True for a click with the first button and no key held: others are the browser's own.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

fn is_in_field(event: &KeyboardEvent) -> bool {
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

/// Calls back after a time in milliseconds, unless what it returns is dropped before.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}
