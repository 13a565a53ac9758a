//! The words of the preview pictures.

use super::{count, unnamed};
use crate::model::{Directness, Dossier, Statement, Wording};

/// What the picture of a dossier is of.
pub const PICTURE_OF_DOSSIER: &str = "An article’s statements, annotated";
/// Whose title it shows. The summary is the annotator's too.
pub const PICTURE_TITLE: &str = "Title and summary by the annotator";

/// What is told of the speakers beside their names: `jointly`, `unnamed, our reading`; may be empty.
pub fn picture_how(statement: &Statement) -> String {
    let jointly = statement.is_joint().then_some("jointly");
    let infers = statement.speakers.iter().any(|speaker| statement.infers_speaker(speaker));
    let parts = [jointly, unnamed(statement), infers.then_some(picture_note(true))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A remark on a hop that the passage does not name; empty else.
pub const fn picture_note(is_inferred: bool) -> &'static str {
    if is_inferred { "our reading" } else { "" }
}

/// Whose words they are: `Paraphrase with quoted words: 2 of 36`.
pub fn picture_manner(wording: &Wording) -> String {
    let Wording { quoted_words, words, .. } = wording;
    match wording.directness {
        Directness::Direct => "Direct: every word stands in quotation marks".to_owned(),
        Directness::Mixed => {
            format!("Mixed: {quoted_words} of {words} words quoted, the rest paraphrased")
        }
        Directness::Indirect => "Paraphrase: in the reporter’s words".to_owned(),
    }
}

/// How much there is: `11 statements by 5 sources`.
pub fn picture_counts(dossier: &Dossier, sources: usize) -> String {
    format!(
        "{} by {}",
        count(dossier.statements.len(), "statement", "statements"),
        count(sources, "source", "sources")
    )
}
