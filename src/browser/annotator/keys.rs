//! Every key that is pressed on the page.

use super::super::Listener;
use super::super::window::document;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    /// Its name or character, as browsers name it (UI Events, `KeyboardEvent.key`).
    pub key: String,
    /// Control or, on Apple's systems, Command.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// True in a field in which text is written, or an open list.
    pub is_in_field: bool,
    /// True on something that Enter and the space bar activate.
    pub is_on_control: bool,
    /// True in the article's text, or if nothing has the focus.
    pub is_in_text: bool,
    /// True in a dialog over the page.
    pub is_in_dialog: bool,
    /// True if the article is written from right to left.
    pub is_rtl: bool,
}

/// Calls `press` for each key. Return `true` to stop the browser from handling it.
pub fn on_press(press: impl Fn(&Press) -> bool + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        // The key belongs to an input method.
        if event.is_composing() {
            return;
        }
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let is_within = |selector: &str| {
            target.as_ref().is_some_and(|it| it.closest(selector).ok().flatten().is_some())
        };
        let pressed = Press {
            key: event.key(),
            ctrl: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
            is_in_field: super::super::events::is_in_field(event),
            is_on_control: is_within("button,a,summary,input,select,label"),
            is_in_text: is_within(".desk-sheet")
                || target.as_ref().is_none_or(|it| it.tag_name() == "BODY"),
            is_in_dialog: is_within("dialog"),
            is_rtl: document().query_selector(".desk-sheet[dir='rtl']").ok().flatten().is_some(),
        };
        if press(&pressed) {
            event.prevent_default();
        }
    })
}
