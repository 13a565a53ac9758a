//! A state of the annotator as bytes, for the page to store and to restore.
//!
//! The history is not part of it: what can be undone ends where a state was restored.

use super::desk::{Desk, Focus, Session};
use super::document::Document;
use super::json::Key;
use super::open::Normalised;
use super::pack::{BadPack, pack, unpack};
use super::question::Slot;
use super::view::SuggestionIx;
use crate::model::Span;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The version of the layout of a stored state.
const LAYOUT: u8 = 1;

/// Maximum size of a state, in bytes.
const MAX_BYTES: usize = 256 * 1024 * 1024;

/// A stored state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The bytes, which [`Desk::restore`] takes.
    pub bytes: Vec<u8>,
    /// The number of statements, for a list of versions.
    pub statements: usize,
    /// The title, for a list of versions.
    pub title: String,
}

/// Why a stored state cannot be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadVersion {
    /// The bytes are damaged.
    Damaged,
    /// Another version of On Record stored it, in a form that this one does not read.
    OtherVersion,
}

/// What is stored. Statements and figures are stored by their position.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    file: String,
    beside: Vec<(String, Vec<u8>)>,
    original: Option<String>,
    rejected: Vec<Vec<Span>>,
    /// Positions of statements, with the position of a slot.
    without: Vec<(u32, u8)>,
    /// What was open: the kind, and the position.
    focus: Option<(u8, u32)>,
    unsaved: u32,
    normalised: Vec<Normalised>,
}

impl Desk {
    /// Returns the state as bytes: the dossier, what became of the suggestions, and what is open.
    pub fn version(&self) -> Version {
        let document = &self.state.document;
        let position = |list: &str, key: Key| {
            let (position, _) = document.element(list, key)?;
            u32::try_from(position).ok()
        };
        let number = |at: usize| u32::try_from(at).ok();
        let focus = self.focus.and_then(|focus| {
            Some(match focus {
                Focus::Statement(key) => (0, position("statements", key)?),
                Focus::Suggestion(ix) => (1, number(ix.0)?),
                Focus::Problem(at) => (2, number(at)?),
                Focus::Figure(key) => (3, position("figures", key)?),
            })
        });
        let slot = |slot: Slot| Slot::ALL.iter().position(|it| *it == slot);
        let without = self.state.without.iter().filter_map(|(key, of)| {
            Some((position("statements", *key)?, u8::try_from(slot(*of)?).ok()?))
        });
        let stored = Stored {
            file: document.write(),
            beside: document.beside().map(|it| (it.name.clone(), it.bytes.clone())).collect(),
            original: self.original.as_deref().map(str::to_owned),
            rejected: self.state.rejected.iter().cloned().collect(),
            without: without.collect(),
            focus,
            unsaved: u32::try_from(self.history.unsaved()).unwrap_or(u32::MAX),
            normalised: self.normalised.to_vec(),
        };
        Version {
            bytes: pack(LAYOUT, &postcard::to_allocvec(&stored).unwrap_or_default()),
            statements: self.view.statements.len(),
            title: self.view.article.title.clone(),
        }
    }

    /// Restores a state. Suggestions have to be made again.
    ///
    /// # Errors
    /// If the bytes are damaged, or of another version.
    pub fn restore(bytes: &[u8], session: &Session) -> Result<Self, BadVersion> {
        let bytes = unpack(LAYOUT, bytes, MAX_BYTES).map_err(|error| match error {
            BadPack::OtherVersion => BadVersion::OtherVersion,
            BadPack::Cut | BadPack::Damaged => BadVersion::Damaged,
        })?;
        let stored: Stored = postcard::from_bytes(&bytes).map_err(|_| BadVersion::Damaged)?;
        let beside = stored.beside.into_iter();
        let beside = beside.map(|(name, bytes)| crate::import::File { name, bytes }).collect();
        let read = Document::read(&stored.file, beside).map_err(|_| BadVersion::Damaged)?;
        let mut desk = Self::of(read, session);
        let key = |list: &str, at: u32| desk.state.document.list(list).get(at as usize)?.key;
        let without = stored.without.iter().filter_map(|(at, slot)| {
            Some((key("statements", *at)?, *Slot::ALL.get(usize::from(*slot))?))
        });
        let without = Rc::new(without.collect());
        let focus = stored.focus.and_then(|(kind, at)| match kind {
            0 => key("statements", at).map(Focus::Statement),
            1 => Some(Focus::Suggestion(SuggestionIx(at as usize))),
            2 => Some(Focus::Problem(at as usize)),
            3 => key("figures", at).map(Focus::Figure),
            _ => None,
        });
        desk.state.without = without;
        desk.focus = focus;
        desk.state.rejected = Rc::new(stored.rejected.into_iter().collect());
        desk.original = stored.original.map(Into::into);
        desk.normalised = stored.normalised.into();
        desk.history.set_unsaved(stored.unsaved as usize);
        desk.draw();
        Ok(desk)
    }
}
