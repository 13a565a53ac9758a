//! The table of a statement's details, each with the evidence for it in the text.

use crate::model::{Dossier, StatementIx, Voice, When, Wording};
use crate::text::{Sentence, count, statement_in_sentence};

/// The heads of the columns.
pub const COLUMNS: [&str; 3] = ["Detail", "Our entry", "Evidence in the text"];

/// The row for a speaker.
pub const SPEAKER: &str = "Speaker";
/// The row for each speaker of a joint statement.
pub const JOINT_SPEAKER: &str = "Speaker (joint)";
/// The row for the source's words.
pub const SOURCE: &str = "Source";
/// The row for words that refer to something else.
pub const REFERENCE: &str = "Reference";
/// The row for the identification of the source.
pub const IDENTIFIED_AS: &str = "Source identified as";
/// The row for the article's description of the source.
pub const DESCRIBED_AS: &str = "Described as";
/// The row for the condition on which an unnamed source spoke.
pub const CONDITION: &str = "Condition of anonymity";
/// The row for the reason that a source is unnamed.
pub const REASON: &str = "Reason for anonymity";
/// The row for each step between the source and the article.
pub const VIA: &str = "Via";
/// The row for the attributing verb.
pub const ATTRIBUTING_VERB: &str = "Attributing verb";
/// The entry for a statement without such a verb.
pub const NO_VERB: &str = "None in the text";
/// The row for the channel.
pub const CHANNEL: &str = "How it was made public";
/// The row for the type.
pub const TYPE: &str = "Type of statement";
/// The row for the share in quotation marks.
pub const QUOTED: &str = "Quoted";
/// The row for each topic.
pub const TOPIC: &str = "Topic";
/// The row for each actor that the statement is about.
pub const ABOUT: &str = "About";
/// The row for words that may not be the source's.
pub const UNATTRIBUTED: &str = "Unattributed";
/// The row for the date on which the statement was made.
pub const DATE_SAID: &str = "Date said";
/// The row for each date in the statement.
pub const DATE_MENTIONED: &str = "Date mentioned";
/// The row for each place in the statement.
pub const PLACE_MENTIONED: &str = "Place mentioned";
/// The row for the annotator's note on the statement.
pub const NOTE: &str = "General note";
/// The entry of that row.
pub const WHOLE_STATEMENT: &str = "On the whole statement";
/// The entry of a row whose value is the article's words in the last column.
pub const AS_IN_TEXT: &str = "As in the text";

/// A slot for a link to another statement, with the words of the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLink(pub String);

/// Returns the entry for a source that this statement does not name again, because another
/// statement did.
pub fn carried_over(ix: StatementIx) -> Sentence<StatementLink> {
    Sentence::new("Carried over from {}", [StatementLink(statement_in_sentence(ix))])
}

/// A part of the entry for a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceSlot {
    /// The words that refer to something else.
    Words,
    /// The meaning of the words.
    Meaning,
}

/// Returns the entry for words that refer to something else:
/// `both sides: taken to be Israel and Syria`.
pub fn reference() -> Sentence<ReferenceSlot> {
    Sentence::new("{}: {}", [ReferenceSlot::Words, ReferenceSlot::Meaning])
}

/// Returns the entry for words that refer to a source named elsewhere:
/// `He: refers to a Syrian official`.
pub fn refers_to() -> Sentence<ReferenceSlot> {
    Sentence::new("{}: refers to {}", [ReferenceSlot::Words, ReferenceSlot::Meaning])
}

/// Says how many of the words are in quotation marks: `2 of 36 words`, `None of 27 words`.
pub fn share_quoted(wording: &Wording) -> String {
    let words = count(wording.words, "word", "words");
    match wording.quoted_words {
        0 => format!("None of {words}"),
        quoted => format!("{quoted} of {words}"),
    }
}

/// Says whose words an unattributed part of a statement may be.
pub fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Reporter => "Possibly the reporter’s own words",
        Voice::Unclear => "Unclear whose words",
    }
}

/// Returns the remark after the entry for a relative date. `None` for other dates.
pub fn worked_out_from(dossier: &Dossier, when: &When) -> Option<String> {
    let from = when.relative_to.as_deref()?;
    Some(if from == dossier.article.published.iso() {
        " (worked out from the publication date)".to_owned()
    } else {
        format!(" (worked out from {from})")
    })
}
