//! How far down each history entry was read.
//!
//! A browser puts the scroll back when the reader returns, but may do so before the list of that
//! entry is drawn again, where the page is too short for it. So the place of each entry is kept here,
//! by the number that its history state holds.

use super::window::window;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PopStateEvent, ScrollRestoration};

/// The entries of this visit, and how far down each was left, in CSS pixels.
#[derive(Debug, Default)]
pub struct Places {
    entry: Cell<u32>,
    tops: RefCell<Vec<Option<f64>>>,
    /// How far down the reader was at the last scroll.
    top: Cell<f64>,
    /// How far down they were before the page that an entry will be added for is drawn: a shorter
    /// page scrolls by itself, and may tell so before the entry is left.
    held: Cell<Option<f64>>,
}

impl Places {
    /// Begins at the history's current entry, and numbers it where it has no number.
    pub fn here() -> Self {
        let places = Self::default();
        if let Ok(history) = window().history() {
            match history.state().ok().and_then(|state| Left::read(&state)) {
                Some(left) => {
                    places.entry.set(left.entry);
                    // Else the browser scrolls by itself.
                    let is_ours = history.scroll_restoration() == Ok(ScrollRestoration::Manual);
                    places.keep(is_ours.then_some(left.top).flatten());
                }
                None => {
                    let _ = history.replace_state(&places.state(), "");
                }
            }
        }
        places.note();
        places
    }

    /// What the history shall hold for the current entry while the reader is there.
    pub fn state(&self) -> JsValue {
        Left { entry: self.entry.get(), top: None }.write()
    }

    /// Notes where the reader is.
    pub fn note(&self) {
        self.top.set(window().scroll_y().unwrap_or_default());
    }

    /// Holds where the reader is until the entry is left: to be called before anything is drawn anew.
    pub fn hold(&self) {
        self.held.set(window().scroll_y().ok());
    }

    /// Leaves the entry for a new one at an address. What was ahead is gone.
    pub fn leave(&self, address: &str) {
        let top = self.held.take().unwrap_or(self.top.get());
        self.keep(Some(top));
        let entry = self.entry.get();
        self.tops.borrow_mut().truncate(entry as usize + 1);
        self.entry.set(entry + 1);
        let Ok(history) = window().history() else { return };
        // The browser would note where the page that is drawn already stands, and scroll there when
        // the reader comes back, perhaps after us. A browser refuses any of this only where scripts
        // hammer it; the page is right all the same.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let _ = history.replace_state(&Left { entry, top: Some(top) }.write(), "");
        let _ = history.push_state_with_url(&self.state(), "", Some(address));
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }

    /// Comes back to the entry that the browser names. One without a number is none of ours.
    pub fn arrive(&self, event: Option<&PopStateEvent>) {
        self.keep(Some(self.top.get()));
        let Some(left) = event.and_then(|event| Left::read(&event.state())) else { return };
        self.entry.set(left.entry);
        // It may have been left before this page was loaded.
        if self.kept().is_none() {
            self.keep(left.top);
        }
    }

    /// Scrolls to where the current entry was left.
    pub fn restore(&self) {
        if let Some(top) = self.kept() {
            window().scroll_to_with_x_and_y(0.0, top);
        }
    }

    /// Leaves scrolling to the browser again: it is right about a page that is unloaded as it stands.
    pub fn unload(&self) {
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
        }
    }

    fn kept(&self) -> Option<f64> {
        self.tops.borrow().get(self.entry.get() as usize).copied().flatten()
    }

    fn keep(&self, top: Option<f64>) {
        let at = self.entry.get() as usize;
        let mut tops = self.tops.borrow_mut();
        if tops.len() <= at {
            tops.resize(at + 1, None);
        }
        tops[at] = top;
    }
}

/// What the history holds for an entry: a pair of its number, at most what one visit can reach, and
/// how far down it was left for the next.
struct Left {
    entry: u32,
    top: Option<f64>,
}

impl Left {
    fn read(state: &JsValue) -> Option<Self> {
        const MOST: f64 = 100_000.0;
        let pair = state.dyn_ref::<Array>()?;
        let entry = pair.get(0).as_f64().filter(|number| (0.0..=MOST).contains(number))?;
        Some(Self { entry: entry as u32, top: pair.get(1).as_f64() })
    }

    fn write(&self) -> JsValue {
        Array::of2(&self.entry.into(), &self.top.into()).into()
    }
}
