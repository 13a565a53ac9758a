//! The document: its marks, title, focus and scroll.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

/// The id of the search field.
pub const SEARCH_ID: &str = "search";

/// The id of the field for the order.
pub const SORT_ID: &str = "sort";

/// The id of the element that the app draws in.
const APP_ID: &str = "app";

/// The id of each page's main heading.
const TITLE_ID: &str = "title";

/// The window.
///
/// # Panics
/// Outside of a browser's page, where nothing calls this room.
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
///
/// # Panics
/// Outside of a browser's page, where nothing calls this room.
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element that the app draws in.
pub fn app_root() -> Option<Element> {
    document().get_element_by_id(APP_ID)
}

/// The path of the page that was prerendered, from `data-route`; `None` on a page that was not.
pub fn prerendered_route() -> Option<String> {
    document().document_element()?.get_attribute("data-route")
}

/// What every link of the page begins with, from `data-root`.
pub fn page_root() -> Option<String> {
    document().document_element()?.get_attribute("data-root")
}

/// What the reader typed into the search before the app took over.
pub fn typed() -> Option<String> {
    let value = element(SEARCH_ID)?.dyn_into::<HtmlInputElement>().ok()?.value();
    (!value.is_empty()).then_some(value)
}

/// Says to styles and tests that the app has taken over.
pub fn mark_ready() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-ready", "true");
        let _ = html.remove_attribute("data-pending");
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Shows the order in its field: once the reader chose in it, its markup no longer decides.
pub fn show_order(code: &str) {
    let field = element(SORT_ID).and_then(|element| element.dyn_into::<HtmlSelectElement>().ok());
    if let Some(field) = field.filter(|field| field.value() != code) {
        field.set_value(code);
    }
}

/// Shows a page that was drawn anew from its start, and lets reading go on at its heading.
pub fn show_page() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus(TITLE_ID);
}

/// Brings the first element that a selector finds into view, no further than needed.
pub fn reveal(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to an element, without scrolling to it.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to the search and selects what is in it; `false` where the page has none.
pub fn focus_search() -> bool {
    let field = element(SEARCH_ID).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return false };
    let _ = field.focus();
    field.select();
    true
}

pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
