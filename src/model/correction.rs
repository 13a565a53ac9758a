//! Corrections: what was changed after readers could have cited it.

use super::{CorrectedPart, Day, StatementIx};
use serde::{Deserialize, Serialize};

/// One correction, as its editor tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The day on which it was published; never before the article's own.
    pub on: Day,
    /// What was corrected.
    pub of: CorrectedPart,
    /// What changed, in the editor's words; never cited as the outlet's.
    pub what: Box<str>,
    /// The statements that it changes; empty where it concerns the whole article.
    pub statements: Vec<StatementIx>,
}

impl Correction {
    /// True where it concerns a statement: by name, or as part of the whole article.
    pub fn concerns(&self, statement: StatementIx) -> bool {
        self.statements.is_empty() || self.statements.contains(&statement)
    }
}
