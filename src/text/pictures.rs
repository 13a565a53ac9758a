//! The words of the preview pictures.

use super::unnamed;
use crate::model::{Directness, Statement, Wording};

/// The label on the picture of a dossier.
pub const PICTURE_OF_DOSSIER: &str = "Who said what, statement by statement";
/// The note on the title and the summary in that picture.
pub const PICTURE_TITLE: &str = "Title and summary by the annotator";

/// Returns a remark beside the names of the speakers: `jointly`, `unnamed, inferred`. Empty if
/// there is none.
pub fn picture_how(statement: &Statement) -> String {
    let jointly = statement.is_joint().then_some("jointly");
    let infers = statement.speakers.iter().any(|speaker| statement.infers_speaker(speaker));
    let parts = [jointly, unnamed(statement), infers.then_some(picture_note(true))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns a remark on a step of the chain that the passage does not name. Empty for other steps.
pub const fn picture_note(is_inferred: bool) -> &'static str {
    if is_inferred { "inferred" } else { "" }
}

/// Says how much is quoted: `Partly quoted: 2 of 36 words, the rest paraphrased`.
pub fn picture_manner(wording: &Wording) -> String {
    let Wording { quoted_words, words, .. } = wording;
    match wording.directness {
        Directness::Direct => "Quoted in full".to_owned(),
        Directness::Mixed => {
            format!("Partly quoted: {quoted_words} of {words} words, the rest paraphrased")
        }
        Directness::Indirect => "Paraphrased".to_owned(),
    }
}
