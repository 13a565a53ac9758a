//! Undo and redo: the states before and after each edit.

use super::desk::{Focus, State};
use super::edit::EditName;

/// Maximum number of edits that can be undone. What two states have in common is stored once.
const MAX_EDITS: usize = 5_000;

/// A state before an edit, or after one that was undone.
pub struct Past {
    /// The edit.
    pub name: EditName,
    /// The state.
    pub state: State,
    /// What was open.
    pub focus: Option<Focus>,
}

/// The states before and after the present one.
#[derive(Default)]
pub struct History {
    past: Vec<Past>,
    future: Vec<Past>,
    /// The number of past states when the dossier was saved.
    saved: usize,
    /// The number of edits between the saved state and the present branch of the history.
    lost: usize,
    /// The text field that the last edit typed into.
    typing: Option<String>,
}

impl History {
    /// Adds the state before an edit. `typing` names the text field of an edit by typing: further edits
    /// of the same field are undone together with it.
    pub fn push(&mut self, before: Past, typing: Option<String>) {
        if self.saved > self.past.len() {
            self.lost += self.saved - self.past.len();
            self.saved = self.past.len();
        }
        self.future.clear();
        let goes_on = typing.is_some() && self.typing == typing && self.saved < self.past.len();
        self.typing = typing;
        if goes_on {
            return;
        }
        self.past.push(before);
        if self.past.len() > MAX_EDITS {
            self.past.remove(0);
            match self.saved.checked_sub(1) {
                Some(saved) => self.saved = saved,
                None => self.lost += 1,
            }
        }
    }

    /// Returns the state before the last edit, in exchange for the present one.
    pub fn undo(&mut self, now: impl FnOnce(EditName) -> Past) -> Option<Past> {
        let past = self.past.pop()?;
        self.typing = None;
        self.future.push(now(past.name));
        Some(past)
    }

    /// Returns the state after the edit that was undone last, in exchange for the present one.
    pub fn redo(&mut self, now: impl FnOnce(EditName) -> Past) -> Option<Past> {
        let future = self.future.pop()?;
        self.typing = None;
        self.past.push(now(future.name));
        Some(future)
    }

    /// Marks the present state as saved.
    pub fn save(&mut self) {
        (self.saved, self.lost, self.typing) = (self.past.len(), 0, None);
    }

    /// Returns the position of the present state, for [`Self::save_at`].
    pub fn mark(&self) -> usize {
        self.past.len()
    }

    /// Marks the state at a position as saved. `is_present` is true if it is the same as the present one.
    pub fn save_at(&mut self, mark: usize, is_present: bool) {
        if is_present {
            return self.save();
        }
        (self.saved, self.typing) = (mark, None);
        // Another state may be at that position now.
        self.lost = usize::from(mark == self.past.len());
    }

    /// Changes all states before the present one.
    pub fn for_each(&mut self, change: impl Fn(&mut State)) {
        for past in self.past.iter_mut().chain(&mut self.future) {
            change(&mut past.state);
        }
    }

    /// Returns the number of edits since the dossier was saved.
    pub const fn unsaved(&self) -> usize {
        self.past.len().abs_diff(self.saved) + self.lost
    }

    /// Marks a restored state as unsaved.
    pub fn set_unsaved(&mut self, edits: usize) {
        self.lost = edits;
    }

    /// Returns the edits that would be undone and redone next.
    pub fn next(&self) -> (Option<EditName>, Option<EditName>) {
        (self.past.last().map(|it| it.name), self.future.last().map(|it| it.name))
    }
}
