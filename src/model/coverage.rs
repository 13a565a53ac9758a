//! How much of the text the annotation accounts for, in words. Which words count as what says
//! `claims`.

use super::{Span, StatementIx};
use serde::{Deserialize, Serialize};

/// What words count as. A word counts once, as the first of these that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carried {
    /// Source, cue or content of a statement: the first one that they stand in.
    Statement(StatementIx),
    /// Not in a statement, but evidence for one: how it came, how its source is named.
    Evidence(StatementIx),
    /// Background, by its position: no source is given for them.
    Background(usize),
    /// Nothing: the annotation says nothing of them.
    Nothing,
}

/// Words that stand together and count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// From the first word to the last.
    pub span: Span,
    /// How many words.
    pub words: usize,
    /// What they count as.
    pub carried: Carried,
    /// The background, by its position, that words of a statement are listed as too.
    pub also: Option<usize>,
}

/// How many words count as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// All words.
    pub words: usize,
    /// In a statement.
    pub statements: usize,
    /// Evidence for one.
    pub evidence: usize,
    /// Background.
    pub background: usize,
    /// Nothing.
    pub uncovered: usize,
    /// In a statement, and listed as background too: whose words they are is open.
    pub also_background: usize,
}

/// The coverage of a dossier's text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// The text's words in reading order.
    pub runs: Vec<Run>,
}

impl Coverage {
    /// The sum over the whole text.
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
