//! Topics, places, and relations between statements.

use super::{Basis, Reading, RelationKind, Slug, StatementIx};
use serde::{Deserialize, Serialize};

/// A subject that statements speak of, named by the annotator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The id in URLs.
    pub id: Slug,
    /// The name on the page: the annotator's.
    pub label: Box<str>,
    /// What the topic takes in.
    pub note: Option<Box<str>>,
}

/// A place that statements or figures speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The id in URLs.
    pub id: Slug,
    /// The name on the page. A name that does not stand in the text carries a note.
    pub name: Reading<Box<str>>,
}

/// A relation that the annotator drew between two statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The statement that contrasts, answers, elaborates or repeats.
    pub from: StatementIx,
    /// The other.
    pub to: StatementIx,
    /// How they relate.
    pub kind: RelationKind,
    /// What it rests on; the note says in what they relate.
    pub basis: Basis,
}

impl Relation {
    /// The statement at the other end; none where this one is at neither.
    pub fn other(&self, than: StatementIx) -> Option<StatementIx> {
        match (self.from == than, self.to == than) {
            (true, _) => Some(self.to),
            (_, true) => Some(self.from),
            _ => None,
        }
    }
}
