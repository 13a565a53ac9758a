//! Selections in the text of the article. Each text unit is an element with `data-unit` that contains nothing but the
//! text, so a place in it is a number of code points.

use super::super::Listener;
use super::super::window::{document, window};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, Node, Range};

/// The elements with the text of a unit.
const UNITS: &str = "[data-unit]";

thread_local! {
    /// True from the end of a selection until the mouse button is pressed again. The end of a selection is followed by a
    /// click, which is not meant as one.
    static HAS_SELECTED: Cell<bool> = const { Cell::new(false) };
}

/// Time in milliseconds after which a selection that is made without a mouse counts as done.
const SETTLED: u32 = 350;

/// A place in a text unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The unit.
    pub unit: u32,
    /// The offset in code points.
    pub at: u32,
}

/// Returns the selected parts of the units, each with its first code point and the one after its last. Empty if nothing
/// is selected there.
pub fn picked() -> Vec<(u32, u32, u32)> {
    let Some(range) = range().filter(|range| !range.collapsed()) else { return Vec::new() };
    let Ok(units) = document().query_selector_all(UNITS) else { return Vec::new() };
    let mut found = Vec::new();
    for at in 0..units.length() {
        let Some(element) = units.get(at).and_then(|it| it.dyn_into::<Element>().ok()) else {
            continue;
        };
        if !range.intersects_node(&element).unwrap_or(false) {
            continue;
        }
        let ends = [
            (range.start_container(), range.start_offset()),
            (range.end_container(), range.end_offset()),
        ];
        let [start, end] = ends.map(|(node, offset)| {
            let (node, offset) = (node.ok()?, offset.ok()?);
            element.contains(Some(&node)).then(|| offset_in(&element, &node, offset))?
        });
        let length = count(&element.text_content().unwrap_or_default());
        let (start, end) = (start.unwrap_or(0), end.unwrap_or(length));
        if let Some(unit) = unit_of(&element).filter(|_| start < end) {
            found.push((unit, start, end));
        }
    }
    found
}

/// Returns the place in the text of a click: the one at which the browser put the caret, or the start of the element
/// that was clicked.
pub fn place_at(event: &MouseEvent) -> Option<Place> {
    if HAS_SELECTED.get() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest(UNITS).ok().flatten()?;
    let unit = unit_of(&element)?;
    let caret = range().and_then(|range| {
        let (node, offset) = (range.start_container().ok()?, range.start_offset().ok()?);
        element.contains(Some(&node)).then(|| offset_in(&element, &node, offset))?
    });
    let start =
        || target.closest("[data-at]").ok().flatten()?.get_attribute("data-at")?.parse().ok();
    Some(Place { unit, at: caret.or_else(start)? })
}

/// Removes the browser's own selection.
pub fn clear_selection() {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Calls `done` when a person has selected words: when the mouse button is released or, for touch and keyboard, when the
/// selection has stayed the same for a moment. `done` gets true if the words are added to those that are selected
/// already: Control, Command or Alt is down.
pub fn on_select(done: impl Fn(bool) + 'static) -> [Listener; 3] {
    let done = Rc::new(done);
    let is_down = Rc::new(Cell::new(false));
    let timer = Rc::new(RefCell::new(None::<Timeout>));
    let down = EventListener::new(&document(), "pointerdown", {
        let is_down = is_down.clone();
        move |_| {
            HAS_SELECTED.set(false);
            is_down.set(true);
        }
    });
    let up = EventListener::new(&document(), "pointerup", {
        let (is_down, done, timer) = (is_down.clone(), done.clone(), timer.clone());
        move |event| {
            is_down.set(false);
            timer.take();
            if range().is_some_and(|range| !range.collapsed()) {
                HAS_SELECTED.set(true);
                let event = event.dyn_ref::<MouseEvent>();
                done(event.is_some_and(|it| it.ctrl_key() || it.meta_key() || it.alt_key()));
            }
        }
    });
    let change = EventListener::new(&document(), "selectionchange", move |_| {
        if is_down.get() || range().is_none_or(|range| range.collapsed()) {
            return;
        }
        let done = done.clone();
        timer.replace(Some(Timeout::new(SETTLED, move || done(false))));
    });
    [down, up, change]
}

fn range() -> Option<Range> {
    let selection = window().get_selection().ok().flatten()?;
    (selection.range_count() > 0).then(|| selection.get_range_at(0).ok())?
}

fn unit_of(element: &Element) -> Option<u32> {
    element.get_attribute("data-unit")?.parse().ok()
}

/// Returns the number of code points between the start of an element and a place in it.
fn offset_in(element: &Element, node: &Node, offset: u32) -> Option<u32> {
    let range = document().create_range().ok()?;
    range.select_node_contents(element).ok()?;
    range.set_end(node, offset).ok()?;
    Some(count(&String::from(range.to_string())))
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
