//! How far down each history entry was read.
//!
//! A browser puts the scroll back when the reader returns, but may do so before the list of that
//! entry is drawn again, where the page is too short for it. So the place of each entry is kept here,
//! by the number that its history state holds.

use super::window::window;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::PopStateEvent;

/// The entries of this visit, and how far down each was left, in CSS pixels.
#[derive(Debug, Default)]
pub struct Places {
    entry: Cell<u32>,
    tops: RefCell<Vec<Option<f64>>>,
    /// How far down the reader is now. A page that is drawn shorter tells its new scroll only in the
    /// next frame, so that this is where the reader was when they acted.
    top: Cell<f64>,
}

impl Places {
    /// Begins at the history's current entry, and numbers it where it has no number.
    pub fn here() -> Self {
        let places = Self::default();
        let history = window().history();
        match history.as_ref().map(|history| history.state().map(|state| number(&state))) {
            Ok(Ok(Some(entry))) => places.entry.set(entry),
            Ok(_) => {
                let _ = history.map(|history| history.replace_state(&JsValue::from(0), ""));
            }
            Err(_) => {}
        }
        places.note();
        places
    }

    /// The number of the current entry.
    pub fn entry(&self) -> u32 {
        self.entry.get()
    }

    /// Notes where the reader is.
    pub fn note(&self) {
        self.top.set(window().scroll_y().unwrap_or_default());
    }

    /// Leaves the entry for a new one, and answers with its number. What was ahead is gone.
    pub fn leave(&self) -> u32 {
        self.keep();
        let next = self.entry.get() + 1;
        self.tops.borrow_mut().truncate(next as usize);
        self.entry.set(next);
        next
    }

    /// Comes back to the entry that the browser names. One without a number is none of ours.
    pub fn arrive(&self, event: Option<&PopStateEvent>) {
        self.keep();
        if let Some(entry) = event.and_then(|event| number(&event.state())) {
            self.entry.set(entry);
        }
    }

    /// Scrolls to where the current entry was left.
    pub fn restore(&self) {
        let top = self.tops.borrow().get(self.entry.get() as usize).copied().flatten();
        if let Some(top) = top {
            window().scroll_to_with_x_and_y(0.0, top);
        }
    }

    fn keep(&self) {
        let at = self.entry.get() as usize;
        let mut tops = self.tops.borrow_mut();
        if tops.len() <= at {
            tops.resize(at + 1, None);
        }
        tops[at] = Some(self.top.get());
    }
}

/// The number in an entry's state, at most what one visit can reach.
fn number(state: &JsValue) -> Option<u32> {
    const MOST: f64 = 100_000.0;
    state.as_f64().filter(|number| (0.0..=MOST).contains(number)).map(|number| number as u32)
}
