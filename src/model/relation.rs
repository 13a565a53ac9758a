//! Topics, places, and relations between statements.

use super::{Basis, Reading, RelationKind, Slug, StatementIx};
use serde::{Deserialize, Serialize};

/// A topic of statements, named by the annotator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The id in URLs.
    pub id: Slug,
    /// The annotator's name for it, shown on pages.
    pub label: Box<str>,
    /// What the topic includes.
    #[serde(skip)]
    pub note: Option<Box<str>>,
}

/// A place that statements are about or that figures cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The id in URLs.
    pub id: Slug,
    /// The name shown on pages. A name that is not in the text has a note.
    pub name: Reading<Box<str>>,
}

/// A relation between two statements, as read by the annotator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The statement that contrasts, answers, elaborates or repeats.
    pub from: StatementIx,
    /// The statement that it relates to.
    pub to: StatementIx,
    /// The kind of relation.
    pub kind: RelationKind,
    /// The evidence, and a note that explains the relation.
    pub basis: Basis,
}

impl Relation {
    /// Returns the statement at the other end, or `None` if the given statement is not part of the
    /// relation.
    pub fn other(&self, than: StatementIx) -> Option<StatementIx> {
        match (self.from == than, self.to == than) {
            (true, _) => Some(self.to),
            (_, true) => Some(self.from),
            _ => None,
        }
    }
}
