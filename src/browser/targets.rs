//! The statement or value that an event on the page refers to.

use super::events::is_plain_click;
use super::window::{element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// Id of the element next to a list on wide pages.
pub const BESIDE_ID: &str = "beside";

/// Returns the 1-based number of the statement that an event's target belongs to.
pub fn statement_at(event: &Event) -> Option<u32> {
    number(&target(event)?.closest("[data-statement]").ok()??, "data-statement")
}

/// Returns the 1-based number of the statement that a click opens: on its words in the article, or
/// on a link to them while the article is shown next to the list.
pub fn clicked_statement(event: &MouseEvent) -> Option<u32> {
    let target = target(event)?;
    let within = |selector| target.closest(selector).ok().flatten();
    if !is_plain_click(event) || is_selecting() {
        return None;
    }
    if let Some(link) = within("[data-opens]") {
        let beside = element(BESIDE_ID)?.dyn_into::<HtmlElement>().ok()?;
        return number(&link, "data-opens").filter(|_| beside.offset_width() > 0);
    }
    // Figures and dates in the text are links to other pages.
    let is_other_link = within("a").is_some_and(|link| !link.has_attribute("data-statement"));
    let part = within(".annotated [data-statement]").filter(|_| !is_other_link)?;
    number(&part, "data-statement")
}

/// Returns the 1-based number of the statement whose box for comparison has changed.
pub fn ticked_statement(event: &Event) -> Option<u32> {
    number(&target(event)?, "data-tick")
}

/// Returns the facet and the code of the filter option that an event's target belongs to.
pub fn option_at(event: &Event) -> Option<(String, String)> {
    let option = target(event)?.closest("[data-facet]").ok()??;
    Some((option.get_attribute("data-facet")?, option.get_attribute("data-code")?))
}

/// Returns the value of the clicked button.
pub fn clicked_value(event: &MouseEvent) -> Option<String> {
    target(event)?.closest("button[value]").ok()??.get_attribute("value")
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn number(element: &Element, attribute: &str) -> Option<u32> {
    element.get_attribute(attribute)?.parse().ok()
}

/// Returns true while text is selected. The click that ends a selection does not open a statement.
fn is_selecting() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}
