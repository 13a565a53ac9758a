//! The document: attributes of the prerendered page, title, form fields, focus and scroll.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

/// Id of the search field.
pub const SEARCH_ID: &str = "search";

/// Id of the element that the app renders into.
const APP_ID: &str = "app";

/// Id of the results of a list.
pub const RESULTS_ID: &str = "results";

/// Id of the number of results.
pub const TALLY_ID: &str = "tally";

/// Id of the main heading of each page.
const TITLE_ID: &str = "title";

/// Returns the window.
///
/// # Panics
/// Outside a browser page, where this room is never called.
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// Returns the document.
///
/// # Panics
/// Outside a browser page, where this room is never called.
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// Returns the element that the app renders into.
pub fn app_root() -> Option<Element> {
    document().get_element_by_id(APP_ID)
}

/// Returns the path of the prerendered page, from `data-route`; `None` if the page was not
/// prerendered.
pub fn prerendered_route() -> Option<String> {
    document().document_element()?.get_attribute("data-route")
}

/// Returns the prefix of every link on the page, from `data-root`.
pub fn page_root() -> Option<String> {
    document().document_element()?.get_attribute("data-root")
}

/// Returns what the reader typed into the search field before the app started.
pub fn typed_search() -> Option<String> {
    let value = element(SEARCH_ID)?.dyn_into::<HtmlInputElement>().ok()?.value();
    (!value.is_empty()).then_some(value)
}

/// Marks the page as taken over by the app, for stylesheets and tests. Shows the controls, which
/// may have been hidden because the app was late, or because the early script is missing.
pub fn mark_ready() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-scripts", "on");
        let _ = html.set_attribute("data-ready", "true");
        let _ = html.remove_attribute("data-pending");
    }
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets every field to the value that its markup names. Once the reader has used a field, changing
/// its options has no effect.
pub fn set_choices() {
    let Ok(fields) = document().query_selector_all("select[data-chosen]") else { return };
    for at in 0..fields.length() {
        let field = fields.get(at).and_then(|node| node.dyn_into::<HtmlSelectElement>().ok());
        let Some(field) = field else { continue };
        let chosen = field.get_attribute("data-chosen").unwrap_or_default();
        if field.value() != chosen {
            field.set_value(&chosen);
        }
    }
}

/// Copies the address of the page, and writes one of two messages into the element with an id. A
/// page that is not loaded over a secure connection cannot copy.
pub fn copy_address(id: &'static str, copied: &'static str, failed: &'static str) {
    let clipboard = window().navigator().clipboard();
    let is_there = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined();
    let say = move |words: &str| {
        if let Some(element) = element(id) {
            element.set_text_content(Some(words));
        }
    };
    match window().location().href().ok().filter(|_| is_there) {
        Some(address) => {
            let done = Closure::once(move |_: JsValue| say(copied));
            let refused = Closure::once(move |_: JsValue| say(failed));
            let _ = clipboard.write_text(&address).then2(&done, &refused);
            // The browser calls one of them later.
            done.forget();
            refused.forget();
        }
        None => say(failed),
    }
}

/// Scrolls to the top of a newly drawn page and moves the focus to its heading.
pub fn show_page() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus(TITLE_ID);
}

/// Shows the results from their start and moves the focus to their number.
pub fn show_results() {
    if let Some(results) = element(RESULTS_ID) {
        results.scroll_into_view();
    }
    focus(TALLY_ID);
}

/// Keeps the reader in place after the results have changed: if the first one is above the window,
/// scrolls to it; if the focused control is gone, moves the focus to the number of results.
pub fn keep_place() {
    let is_above = |results: &Element| results.get_bounding_client_rect().top() < 0.0;
    if let Some(results) = element(RESULTS_ID).filter(is_above) {
        results.scroll_into_view();
    }
    let focused = document().active_element();
    if focused.is_none_or(|element| element.tag_name() == "BODY") {
        focus(TALLY_ID);
    }
}

/// Scrolls the first element that matches a selector into view, as little as possible.
pub fn reveal(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to an element without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to the search field and selects its text. Returns `false` if the page has no
/// search.
pub fn focus_search() -> bool {
    let field = element(SEARCH_ID).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return false };
    let _ = field.focus();
    field.select();
    true
}

/// Returns the element with an id.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
