//! Changes to a dossier that its ledger does not record yet, and recording them.

use super::{Day, Digest, Dossier, Entry, IdKind, Ledger, Slug};
use std::collections::HashMap;

/// A change that a ledger does not record yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The kind of item that the id names.
    pub kind: IdKind,
    /// The id.
    pub id: Slug,
    /// What changed.
    pub what: Changed,
}

/// What changed about an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The id is new.
    New,
    /// The statement changed, and a correction explains the change to readers.
    Corrected,
    /// The statement changed, but no correction since the given day explains the change to readers.
    Silently(Day),
}

impl Ledger {
    /// Returns what the dossier contains and the ledger does not record, in the dossier's order. An
    /// id that only the ledger has must be marked as gone there, which loading checks.
    pub fn changes(&self, dossier: &Dossier) -> Vec<Change> {
        let mut changes = Vec::new();
        for kind in IdKind::ALL {
            let known: HashMap<&str, &Entry> =
                self.entries(kind).iter().rev().map(|entry| (entry.id.as_str(), entry)).collect();
            for (position, id) in kind.ids_of(dossier).into_iter().enumerate() {
                let what = match known.get(id.as_str()) {
                    None => Some(Changed::New),
                    Some(entry) if kind == IdKind::Statement => changed(dossier, position, entry),
                    Some(_) => None,
                };
                changes.extend(what.map(|what| Change { kind, id: id.clone(), what }));
            }
        }
        changes
    }

    /// Records the dossier's changes as of a day. Recorded ids keep their order, and new ids go to
    /// the end of their list.
    pub fn record(&mut self, dossier: &Dossier, on: Day) {
        let places = IdKind::ALL.map(|kind| {
            let ids = self.entries(kind).iter().map(|entry| entry.id.clone());
            ids.zip(0..).collect::<HashMap<Slug, usize>>()
        });
        for Change { kind, id, what } in self.changes(dossier) {
            let statement =
                dossier.find_statement(id.as_str()).filter(|_| kind == IdKind::Statement);
            let digest = statement.map(|ix| Digest::of(dossier, dossier.statement(ix)));
            let entries = self.entries_mut(kind);
            if what == Changed::New {
                entries.push(Entry { id, since: on, digest, as_of: None, gone: None });
            } else if let Some(at) = places[kind as usize].get(&id) {
                let entry = &mut entries[*at];
                entry.digest = digest;
                entry.as_of = Some(on).filter(|on| *on > entry.since);
            }
        }
    }
}

/// Returns how the statement at a position differs from its entry.
fn changed(dossier: &Dossier, position: usize, entry: &Entry) -> Option<Changed> {
    let digest = Digest::of(dossier, &dossier.statements[position]);
    if entry.digest == Some(digest) {
        return None;
    }
    let corrections = dossier.corrections_of(position.into());
    let is_explained = corrections.iter().any(|correction| correction.on >= entry.as_of());
    Some(if is_explained { Changed::Corrected } else { Changed::Silently(entry.as_of()) })
}
