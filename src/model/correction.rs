//! Corrections: changes after publication, when readers may have cited the dossier.

use super::{CorrectedPart, Day, StatementIx};
use serde::{Deserialize, Serialize};

/// One correction, as described by the editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The day of publication of the correction. Never before the article's own.
    pub on: Day,
    /// The part that was corrected.
    pub of: CorrectedPart,
    /// The change in the editor's words. Never cited as the outlet's.
    pub what: Box<str>,
    /// The statements that changed. Empty if the correction concerns the whole article.
    pub statements: Vec<StatementIx>,
}

impl Correction {
    /// Returns true if the correction concerns the statement or the whole article.
    pub fn concerns(&self, statement: StatementIx) -> bool {
        self.statements.is_empty() || self.statements.contains(&statement)
    }
}
