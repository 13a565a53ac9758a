//! How a dossier stands to its ledger: what is new and what changed; and recording both.

use super::{Day, Digest, Dossier, Entry, IdKind, Ledger, Slug};

/// Something that a ledger does not know of its dossier yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the id names.
    pub kind: IdKind,
    /// The id.
    pub id: Slug,
    /// What is not known of it.
    pub what: Changed,
}

/// What a ledger does not know of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// That it is there.
    New,
    /// What the statement says now. A correction tells readers why.
    Corrected,
    /// What the statement says now, which no correction of that day or later tells readers.
    Silently(Day),
}

impl Ledger {
    /// What is in the dossier and not in the ledger, in the dossier's order. What is in the ledger
    /// alone is marked as gone, or else it was not loaded.
    pub fn changes(&self, dossier: &Dossier) -> Vec<Change> {
        let mut changes = Vec::new();
        for kind in IdKind::ALL {
            for (position, id) in kind.ids_of(dossier).into_iter().enumerate() {
                let what = match self.entry(kind, id.as_str()) {
                    None => Some(Changed::New),
                    Some(entry) if kind == IdKind::Statement => changed(dossier, position, entry),
                    Some(_) => None,
                };
                changes.extend(what.map(|what| Change { kind, id: id.clone(), what }));
            }
        }
        changes
    }

    /// Records what is in the dossier, as of a day. What is there stays where it stands: new ids
    /// follow at the end of their list.
    pub fn record(&mut self, dossier: &Dossier, on: Day) {
        for Change { kind, id, what } in self.changes(dossier) {
            let statement =
                dossier.find_statement(id.as_str()).filter(|_| kind == IdKind::Statement);
            let digest = statement.map(|ix| Digest::of(dossier, dossier.statement(ix)));
            let entries = self.entries_mut(kind);
            if what == Changed::New {
                entries.push(Entry { id, since: on, digest, as_of: None, gone: None });
            } else if let Some(entry) = entries.iter_mut().find(|entry| entry.id == id) {
                entry.digest = digest;
                entry.as_of = Some(on).filter(|on| *on > entry.since);
            }
        }
    }
}

/// What a ledger does not know of the statement at a position.
fn changed(dossier: &Dossier, position: usize, entry: &Entry) -> Option<Changed> {
    let digest = Digest::of(dossier, &dossier.statements[position]);
    if entry.digest == Some(digest) {
        return None;
    }
    let corrections = dossier.corrections_of(position.into());
    let is_told = corrections.iter().any(|correction| correction.on >= entry.as_of());
    Some(if is_told { Changed::Corrected } else { Changed::Silently(entry.as_of()) })
}
