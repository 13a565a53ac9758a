//! Scroll positions of the history entries.
//!
//! A browser restores the scroll position when the reader returns to an entry, but may do so before
//! the list of that entry is drawn again and the page is long enough. So this module stores the
//! position of each entry under a number that is part of the entry's history state.

use super::window::window;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PopStateEvent, ScrollRestoration};

/// Scroll positions of the entries of this visit, in CSS pixels from the top.
#[derive(Debug, Default)]
pub struct ScrollPositions {
    /// Number of the current entry, 0-based.
    entry: Cell<u32>,
    /// Position at which each entry was left.
    tops: RefCell<Vec<Option<f64>>>,
    /// Position at the last scroll event.
    top: Cell<f64>,
    /// Position before drawing a page for which an entry will be added. A shorter page makes the
    /// browser scroll, and the scroll event may come before the entry is left.
    saved: Cell<Option<f64>>,
}

impl ScrollPositions {
    /// Starts at the current history entry.
    pub fn here() -> Self {
        let positions = Self::default();
        if let Ok(history) = window().history() {
            // Otherwise the entry gets its number when it is left.
            if let Some(state) = history.state().ok().and_then(|state| EntryState::read(&state)) {
                positions.entry.set(state.entry);
                // Otherwise the browser restores the position.
                let is_ours = history.scroll_restoration() == Ok(ScrollRestoration::Manual);
                positions.store(is_ours.then_some(state.top).flatten());
            }
        }
        positions.update();
        positions
    }

    /// Returns the history state of the current entry, for as long as the reader stays there.
    pub fn state(&self) -> JsValue {
        EntryState { entry: self.entry.get(), top: None }.write()
    }

    /// Updates the current position.
    pub fn update(&self) {
        self.top.set(window().scroll_y().unwrap_or_default());
    }

    /// Saves the position until the entry is left. Call it before drawing the next page.
    pub fn save(&self) {
        self.saved.set(window().scroll_y().ok());
    }

    /// Leaves the current entry for a new one at an address. Entries ahead of it are dropped.
    pub fn leave(&self, address: &str) {
        let top = self.saved.take().unwrap_or(self.top.get());
        self.store(Some(top));
        let entry = self.entry.get();
        self.tops.borrow_mut().truncate(entry as usize + 1);
        self.entry.set(entry + 1);
        let Ok(history) = window().history() else { return };
        // With `Auto`, the browser would store the position of the page that is already drawn, and
        // might restore it after we restored ours. These calls fail only when scripts make too many
        // of them, and then the page is still correct.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let _ = history.replace_state(&EntryState { entry, top: Some(top) }.write(), "");
        let _ = history.push_state_with_url(&self.state(), "", Some(address));
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }

    /// Returns to the entry in the event. An entry without a number was not added by the app.
    pub fn arrive(&self, event: Option<&PopStateEvent>) {
        self.store(Some(self.top.get()));
        let Some(state) = event.and_then(|event| EntryState::read(&event.state())) else { return };
        self.entry.set(state.entry);
        // The entry may have been left before this page was loaded.
        if self.stored().is_none() {
            self.store(state.top);
        }
    }

    /// Scrolls to the stored position of the current entry.
    pub fn restore(&self) {
        if let Some(top) = self.stored() {
            window().scroll_to_with_x_and_y(0.0, top);
        }
    }

    /// Lets the browser restore the position after the page is unloaded. The page is not redrawn
    /// any more, so the browser's own position is right.
    pub fn unload(&self) {
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
        }
    }

    fn stored(&self) -> Option<f64> {
        self.tops.borrow().get(self.entry.get() as usize).copied().flatten()
    }

    fn store(&self, top: Option<f64>) {
        let at = self.entry.get() as usize;
        let mut tops = self.tops.borrow_mut();
        if tops.len() <= at {
            tops.resize(at + 1, None);
        }
        tops[at] = top;
    }
}

/// History state of an entry, stored as a pair: its number, and the position at which it was left,
/// if it was left.
struct EntryState {
    entry: u32,
    top: Option<f64>,
}

impl EntryState {
    fn read(state: &JsValue) -> Option<Self> {
        /// Maximum entry number accepted; more than one visit can reach.
        const MAX_ENTRY: f64 = 100_000.0;
        let pair = state.dyn_ref::<Array>()?;
        let entry = pair.get(0).as_f64().filter(|number| (0.0..=MAX_ENTRY).contains(number))?;
        Some(Self { entry: entry as u32, top: pair.get(1).as_f64() })
    }

    fn write(&self) -> JsValue {
        Array::of2(&self.entry.into(), &self.top.into()).into()
    }
}
