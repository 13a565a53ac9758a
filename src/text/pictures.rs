//! The words of the preview pictures.

use super::{enumerate, unnamed};
use crate::model::{Directness, Dossier, Statement, Wording};

/// The label on the picture of a dossier.
pub const PICTURE_OF_DOSSIER: &str = "Who said what, statement by statement";

/// Returns the note on the title and the summary in that picture.
pub const fn picture_title(has_summary: bool) -> &'static str {
    if has_summary { "Title and summary by the annotator" } else { "Title by the annotator" }
}

/// Returns a remark beside the names of the speakers: `jointly`, `unnamed, inferred`,
/// `jointly, United States inferred`. Empty if there is none.
pub fn picture_how(dossier: &Dossier, statement: &Statement) -> String {
    let jointly = statement.is_joint().then_some("jointly").map(str::to_owned);
    let inferred = statement.speakers.iter().filter(|speaker| statement.infers_speaker(speaker));
    let inferred: Vec<String> =
        inferred.map(|speaker| dossier.actor(speaker.value).name.value.to_string()).collect();
    let inferred = match inferred.len() {
        0 => None,
        all if all == statement.speakers.len() => Some(picture_note(true).to_owned()),
        _ => Some(format!("{} {}", enumerate(&inferred), picture_note(true))),
    };
    let unnamed = unnamed(statement).filter(|_| !statement.speakers.is_empty());
    let parts = [jointly, unnamed.map(str::to_owned), inferred];
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
