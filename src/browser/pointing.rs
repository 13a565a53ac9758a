//! Which numbered part of the page an event is about.

use super::events::is_plain_click;
use super::window::{element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// The id of what stands beside a list on a wide page.
pub const BESIDE_ID: &str = "beside";

/// The number, 1 for the first, of what the reader points at.
pub fn pointed(event: &Event) -> Option<u32> {
    number(&target(event)?.closest("[data-statement]").ok()??, "data-statement")
}

/// The number of what a plain click opens: a part of the article, or a link to one where the article
/// stands beside it.
pub fn opened(event: &MouseEvent) -> Option<u32> {
    let target = target(event)?;
    let within = |selector| target.closest(selector).ok().flatten();
    if !is_plain_click(event) || is_selecting() {
        return None;
    }
    if let Some(link) = within("[data-opens]") {
        let beside = element(BESIDE_ID)?.dyn_into::<HtmlElement>().ok()?;
        return number(&link, "data-opens").filter(|_| beside.offset_width() > 0);
    }
    // Figures and dates in the text are links of their own.
    let is_other_link = within("a").is_some_and(|link| !link.has_attribute("data-statement"));
    let part = within(".annotated [data-statement]").filter(|_| !is_other_link)?;
    number(&part, "data-statement")
}

/// The value of the button that a click is for.
pub fn choice(event: &MouseEvent) -> Option<String> {
    target(event)?.closest("button[value]").ok()??.get_attribute("value")
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn number(element: &Element, attribute: &str) -> Option<u32> {
    element.get_attribute(attribute)?.parse().ok()
}

/// True while the reader selects text: the click that ends a selection opens nothing.
fn is_selecting() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}
