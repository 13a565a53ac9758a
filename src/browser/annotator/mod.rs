//! What only the annotator needs of the browser: selections in a text, every key, files and downloads, storage, other
//! tabs, and the server that the page comes from.

mod files;
mod keys;
mod net;
mod places;
mod selection;
mod store;
mod tabs;

pub use files::{download, on_drop, on_paste, read_files};
pub use keys::{Press, on_press};
pub use net::{Reply, app_files, ask, token};
pub use places::{FileError, FilePlace, can_write_files, pick_file, pick_place};
pub use selection::{Place, clear_selection, on_select, picked, place_at};

pub use store::{Batch, Store, StoreError};
pub use tabs::Claim;
pub use wasm_bindgen_futures::spawn_local;

use super::window::{document, element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Moves the focus to an element without scrolling. Returns false if there is none.
pub fn focus_quietly(id: &str) -> bool {
    let Some(element) = element(id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Returns true if no element has the focus, for example because the one that had it is gone.
pub fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|it| it.tag_name() == "BODY")
}

/// Returns the id of the element that has the focus.
pub fn focused_id() -> Option<String> {
    document().active_element().map(|it| it.id()).filter(|id| !id.is_empty())
}

/// Scrolls an element into view, if it is not, and not farther than needed.
pub fn keep_in_view(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Opens a dialog over the page, which keeps the focus until it is closed.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|it| !it.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(web_sys::HtmlDialogElement::open) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<web_sys::HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}

/// Returns the value of a form field.
pub fn value_of(id: &str) -> String {
    element(id).map(|it| value(&it)).unwrap_or_default()
}

/// Returns true if a box is ticked.
pub fn ticked(id: &str) -> bool {
    let field = element(id).and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|it| it.checked())
}

/// Sets the value of a form field.
pub fn set_value(id: &str, text: &str) {
    let Some(element) = element(id) else { return };
    if let Some(field) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        field.set_value(text);
    } else if let Some(field) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        field.set_value(text);
    }
}

fn value(element: &Element) -> String {
    if let Some(field) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        field.value()
    } else if let Some(field) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        field.value()
    } else if let Some(field) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
        field.value()
    } else {
        String::new()
    }
}

/// Returns the value of the form field that an event comes from.
pub fn value_from(event: &web_sys::Event) -> String {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.map(|it| value(&it)).unwrap_or_default()
}

/// Returns today's date here, as YYYY-MM-DD.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Returns the value of a key in the query string of the page's address.
pub fn query_value(key: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let pairs = search.trim_start_matches('?').split('&');
    let value = pairs.filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == key)?.1;
    js_sys::decode_uri_component(value).ok().map(String::from)
}

/// Asks before the page is left, while `is_unsaved` returns true.
pub fn on_leave(is_unsaved: impl Fn() -> bool + 'static) -> super::Listener {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    super::Listener::new_with_options(&window(), "beforeunload", options, move |event| {
        if is_unsaved() {
            event.prevent_default();
            // Older browsers ask only if it is set.
            if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                event.set_return_value("1");
            }
        }
    })
}

/// Calls `hidden` when the page is hidden or left, which may be the last moment of its life.
pub fn on_hide(hidden: impl Fn() + Clone + 'static) -> [super::Listener; 2] {
    let leaving = hidden.clone();
    let changed = super::Listener::new(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            hidden();
        }
    });
    [changed, super::Listener::new(&window(), "pagehide", move |_| leaving())]
}

/// Replaces the query string of the address. The page stays as it is.
pub fn set_query(query: &str) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(
            &wasm_bindgen::JsValue::NULL,
            "",
            Some(&format!("{path}{query}")),
        );
    }
}

/// Returns the fragment of the address, without the `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Returns the address of the page without query and fragment.
pub fn own_address() -> String {
    let location = window().location();
    let (origin, path) = (location.origin().unwrap_or_default(), location.pathname());
    origin + &path.unwrap_or_default()
}

/// Copies a text to the clipboard, and calls `done` with false if the browser refuses.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let promise = window().navigator().clipboard().write_text(text);
    spawn_local(async move { done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()) });
}

/// Returns the time, in milliseconds since 1970.
pub fn now() -> u64 {
    // Positive, and less than 2^53.
    js_sys::Date::now() as u64
}

/// Returns a text that no other call returns: 64 random bits in hexadecimal digits.
pub fn random_id() -> String {
    // Not a secret.
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:08x}{:08x}", part(), part())
}

/// Returns a time as a person there writes it: "26 Nov, 14:05".
pub fn time_here(milliseconds: u64) -> String {
    let date = js_sys::Date::new(&(milliseconds as f64).into());
    let options = js_sys::Object::new();
    for (name, value) in
        [("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")]
    {
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(date.to_locale_string("en-GB", &options))
}
