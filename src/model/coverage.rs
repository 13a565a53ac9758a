//! Coverage: how many words of the text the annotation accounts for. It is computed in `claims`.

use super::{Span, StatementIx};
use serde::{Deserialize, Serialize};

/// The part of the annotation that a word belongs to. A word counts once, in the first that
/// applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carried {
    /// Source, cue or content of a statement: the first that contains the word.
    Statement(StatementIx),
    /// Evidence for a statement, but not part of one: for its chain, or for the naming of its
    /// source.
    Evidence(StatementIx),
    /// Unattributed background, by its position in the dossier.
    Background(usize),
    /// Not covered by the annotation.
    Nothing,
}

/// Consecutive words that count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The span from the first word to the last.
    pub span: Span,
    /// Number of words.
    pub words: usize,
    /// The part of the annotation that they belong to.
    pub carried: Carried,
    /// For words of a statement that are also listed as background: the position of the background.
    pub also: Option<usize>,
}

/// Numbers of words by the part of the annotation they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// All words.
    pub words: usize,
    /// Words in a statement.
    pub statements: usize,
    /// Words that are evidence for a statement.
    pub evidence: usize,
    /// Background words.
    pub background: usize,
    /// Words not covered.
    pub uncovered: usize,
    /// Words in a statement that are also listed as background: it is unclear whose they are.
    pub also_background: usize,
}

/// The coverage of a dossier's text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// The runs of words in reading order.
    pub runs: Vec<Run>,
}

impl Coverage {
    /// Adds up the words of all runs.
    pub fn total(&self) -> Total {
        let mut total = Total::default();
        for run in &self.runs {
            total.words += run.words;
            total.also_background += if run.also.is_some() { run.words } else { 0 };
            *match run.carried {
                Carried::Statement(_) => &mut total.statements,
                Carried::Evidence(_) => &mut total.evidence,
                Carried::Background(_) => &mut total.background,
                Carried::Nothing => &mut total.uncovered,
            } += run.words;
        }
        total
    }
}
