//! The ledger of a dossier: every id that was ever published, including those that no longer exist.
//!
//! Each id has a page that somebody may have linked to. The page of an id that no longer exists
//! says what happened and links to its successors.

use super::{Day, Departure, Digest, Dossier, Slug};
use serde::{Deserialize, Serialize};

/// The kind of item that an id names. Each item has a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKind {
    /// A statement.
    Statement,
    /// An actor.
    Actor,
    /// A figure.
    Figure,
    /// The account of a party, under the party's id.
    Account,
}

/// All published ids of one dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The dossier's own id.
    pub dossier: Slug,
    /// What happened to the dossier as a whole, if it no longer exists.
    pub gone: Option<Gone>,
    /// The statements. Each has a digest.
    pub statements: Vec<Entry>,
    /// The actors.
    pub actors: Vec<Entry>,
    /// The figures.
    pub figures: Vec<Entry>,
    /// The parties whose account has a page.
    pub accounts: Vec<Entry>,
}

/// A published id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The id.
    pub id: Slug,
    /// The day on which it was recorded.
    pub since: Day,
    /// The digest of the statement as last recorded. Present exactly for statements.
    pub digest: Option<Digest>,
    /// The day of the digest, if the statement was corrected later. Never before `since`.
    pub as_of: Option<Day>,
    /// What happened to it, if it no longer exists.
    pub gone: Option<Gone>,
}

/// What happened to an id that no longer exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// How it was replaced or withdrawn.
    pub how: Departure,
    /// The successors: one if it was renamed or merged, at least two if it was split, any number if
    /// it was withdrawn. A successor can itself have successors, without cycles.
    pub to: Vec<Slug>,
    /// The day on which it happened.
    pub on: Day,
    /// The reason, in the editor's words.
    pub why: Box<str>,
}

/// The history of an id that no longer exists, up to its current successors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate<'l> {
    /// What happened to the id, then to its successors, and so on.
    pub steps: Vec<(&'l Slug, &'l Gone)>,
    /// The successors that still exist. Empty if all of them were withdrawn.
    pub leads_to: Vec<&'l Slug>,
}

impl IdKind {
    /// All kinds, in the order of the ledger's fields.
    pub const ALL: [Self; 4] = [Self::Statement, Self::Actor, Self::Figure, Self::Account];

    /// Returns the name of the ledger's field for ids of this kind.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Statement => "statements",
            Self::Actor => "actors",
            Self::Figure => "figures",
            Self::Account => "accounts",
        }
    }

    /// Returns the English name of the kind in the singular.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Actor => "actor",
            Self::Figure => "figure",
            Self::Account => "account",
        }
    }

    /// Returns the ids of this kind that have a page in a dossier, in the dossier's order.
    pub fn ids_of(self, dossier: &Dossier) -> Vec<&Slug> {
        match self {
            Self::Statement => dossier.statements.iter().map(|statement| &statement.id).collect(),
            Self::Actor => dossier.actors.iter().map(|actor| &actor.id).collect(),
            Self::Figure => dossier.figures.iter().map(|figure| &figure.id).collect(),
            Self::Account => {
                let parties = dossier.speaking_parties();
                parties.into_iter().map(|party| &dossier.actor(party).id).collect()
            }
        }
    }
}

impl Entry {
    /// Returns the day of the digest.
    pub fn as_of(&self) -> Day {
        self.as_of.unwrap_or(self.since)
    }
}

impl Ledger {
    /// Returns an empty ledger for a dossier.
    pub fn new(dossier: Slug) -> Self {
        let [statements, actors, figures, accounts] = [const { Vec::new() }; 4];
        Self { dossier, gone: None, statements, actors, figures, accounts }
    }

    /// Returns the entries of a kind, in the order in which they were recorded.
    pub fn entries(&self, kind: IdKind) -> &[Entry] {
        match kind {
            IdKind::Statement => &self.statements,
            IdKind::Actor => &self.actors,
            IdKind::Figure => &self.figures,
            IdKind::Account => &self.accounts,
        }
    }

    /// Returns the entries of a kind, for editing.
    pub fn entries_mut(&mut self, kind: IdKind) -> &mut Vec<Entry> {
        match kind {
            IdKind::Statement => &mut self.statements,
            IdKind::Actor => &mut self.actors,
            IdKind::Figure => &mut self.figures,
            IdKind::Account => &mut self.accounts,
        }
    }

    /// Finds the entry of an id.
    pub fn entry(&self, kind: IdKind, id: &str) -> Option<&Entry> {
        self.entries(kind).iter().find(|entry| entry.id.as_str() == id)
    }

    /// Returns what happened to an id, or `None` if it still exists or was never published.
    pub fn fate(&self, kind: IdKind, id: &str) -> Option<Fate<'_>> {
        let entry = self.entry(kind, id).filter(|entry| entry.gone.is_some())?;
        let gone = |id: &Slug| self.entry(kind, id.as_str()).and_then(|entry| entry.gone.as_ref());
        Some(follow(&entry.id, gone))
    }
}

/// Returns what happened to a dossier as a whole, or `None` if it still exists or was never
/// published.
pub fn dossier_fate<'l>(ledgers: &'l [Ledger], dossier: &str) -> Option<Fate<'l>> {
    let of = |id: &str| ledgers.iter().find(|ledger| ledger.dossier.as_str() == id);
    let ledger = of(dossier).filter(|ledger| ledger.gone.is_some())?;
    Some(follow(&ledger.dossier, |id| of(id.as_str()).and_then(|ledger| ledger.gone.as_ref())))
}

/// Follows an id to its current successors, visiting each id once.
fn follow<'l>(id: &'l Slug, gone: impl Fn(&Slug) -> Option<&'l Gone>) -> Fate<'l> {
    let mut fate = Fate { steps: Vec::new(), leads_to: Vec::new() };
    let mut next = vec![id];
    let mut seen = Vec::new();
    while let Some(id) = next.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        match gone(id) {
            Some(gone) => {
                fate.steps.push((id, gone));
                // Reversed, so that the first successor is followed to its end before the second.
                next.extend(gone.to.iter().rev());
            }
            None => fate.leads_to.push(id),
        }
    }
    fate
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slug(id: &str) -> Slug {
        Slug::new(id).expect("a slug")
    }

    fn ledger(entries: &[(&str, Option<&[&str]>)]) -> Ledger {
        let day = Day::new(2026, 1, 7).expect("a day");
        let entry = |(id, to): &(&str, Option<&[&str]>)| Entry {
            id: slug(id),
            since: day,
            digest: None,
            as_of: None,
            gone: to.map(|to| Gone {
                how: Departure::Withdrawn,
                to: to.iter().map(|id| slug(id)).collect(),
                on: day,
                why: "A test.".into(),
            }),
        };
        let actors = entries.iter().map(entry).collect();
        Ledger { actors, ..Ledger::new(slug("x")) }
    }

    #[test]
    fn follows_an_id_to_its_current_successors() {
        let ledger = ledger(&[
            ("living", None),
            ("once", Some(&["living"])),
            ("twice", Some(&["once"])),
            ("split", Some(&["twice", "withdrawn", "new"])),
            ("withdrawn", Some(&[])),
            ("new", None),
        ]);
        let check = |id: &str, steps: &[&str], leads_to: &[&str]| {
            let fate = ledger.fate(IdKind::Actor, id).expect("it is gone");
            let visited: Vec<&str> = fate.steps.iter().map(|(id, _)| id.as_str()).collect();
            let ids: Vec<&str> = fate.leads_to.iter().map(|id| id.as_str()).collect();
            assert_eq!((visited.as_slice(), ids.as_slice()), (steps, leads_to), "{id}");
        };
        check("once", &["once"], &["living"]);
        check("twice", &["twice", "once"], &["living"]);
        check("split", &["split", "twice", "once", "withdrawn"], &["living", "new"]);
        check("withdrawn", &["withdrawn"], &[]);
        assert_eq!(ledger.fate(IdKind::Actor, "living"), None);
        assert_eq!(ledger.fate(IdKind::Actor, "never"), None);
        assert_eq!(ledger.fate(IdKind::Statement, "once"), None, "another kind");
    }

    proptest! {
        #[test]
        fn following_ends_for_any_graph(
            edges in prop::collection::vec(prop::option::of(prop::collection::vec(0_usize..8, 0..3)), 8),
        ) {
            let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
            let to: Vec<Option<Vec<&str>>> = edges
                .iter()
                .map(|to| to.as_ref().map(|to| to.iter().map(|at| names[*at]).collect()))
                .collect();
            let entries: Vec<(&str, Option<&[&str]>)> =
                names.iter().zip(&to).map(|(name, to)| (*name, to.as_deref())).collect();
            let ledger = ledger(&entries);
            for (name, to) in &entries {
                let fate = ledger.fate(IdKind::Actor, name);
                prop_assert_eq!(fate.is_some(), to.is_some());
                let Some(fate) = fate else { continue };
                prop_assert!(fate.steps.len() + fate.leads_to.len() <= names.len());
                let exists = |id: &&Slug| ledger.fate(IdKind::Actor, id.as_str()).is_none();
                prop_assert!(fate.leads_to.iter().all(exists));
            }
        }
    }
}
