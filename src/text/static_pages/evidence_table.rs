//! The table of a statement's details, each with the evidence for it in the text.

use crate::model::{Dossier, StatementIx, Voice, When, Wording};
use crate::text::{Sentence, count, statement_in_sentence};

/// The heads of the columns.
pub const COLUMNS: [&str; 3] = ["Detail", "Our entry", "Evidence in the text"];

/// What separates a value from its words, for screen readers.
pub const COLON: &str = ": ";

/// The words before a note of the annotator, for screen readers.
pub const ANNOTATORS_NOTE: &str = "Annotator’s note: ";

/// The heading of the rows about the source and the way to the reader.
pub const WHO_AND_HOW: &str = "Who and how";
/// The heading of the rows about the content.
pub const WHAT: &str = "What";
/// The heading of the rows about dates and places.
pub const WHEN_AND_WHERE: &str = "When and where";

/// The row for a speaker.
pub const SPEAKER: &str = "Speaker";
/// The row for the speakers of a joint statement.
pub const JOINT_SPEAKERS: &str = "Speakers (joint)";
/// The entry for the source's words, which have a note.
pub const SOURCE: &str = "Source in the text";
/// The row for words that refer to something else.
pub const REFERENCES: &str = "References";
/// The row for the identification of the source.
pub const IDENTIFIED_AS: &str = "Source identified as";
/// The entry for the article's description of the source.
pub const DESCRIBED_AS: &str = "Described as";
/// The entry for the condition on which an unnamed source spoke.
pub const CONDITION: &str = "Condition of anonymity";
/// The entry for the reason that a source is unnamed.
pub const REASON: &str = "Reason for anonymity";
/// The row for the steps between the source and the article.
pub const VIA: &str = "Via";
/// The row for the attributing verb.
pub const ATTRIBUTING_VERB: &str = "Attributing verb";
/// The row for the channel.
pub const CHANNEL: &str = "How it was made public";
/// The row for the type.
pub const TYPE: &str = "Type of statement";
/// The row for what is in quotation marks, and for words that may not be the source's.
pub const WORDING: &str = "Wording";
/// The row for the topics.
pub const TOPICS: &str = "Topics";
/// The row for the actors that the statement is about.
pub const ABOUT: &str = "About";
/// The row for the date on which the statement was made.
pub const DATE_SAID: &str = "Date said";
/// The row for the dates in the statement.
pub const DATES_MENTIONED: &str = "Dates mentioned";
/// The row for the places in the statement.
pub const PLACES_MENTIONED: &str = "Places mentioned";

/// A condition of anonymity that is not stated, in a list of what is not.
pub const NO_CONDITION: &str = "condition of anonymity";
/// A reason for anonymity, in the same list.
pub const NO_REASON: &str = "reason for anonymity";
/// A step between the source and the article, in the same list.
pub const NO_VIA: &str = "any intermediary";
/// An attributing verb, in the same list.
pub const NO_VERB: &str = "an attributing verb";
/// A speaker, in the same list.
pub const NO_SPEAKER: &str = "who said it";
/// Words that name the source, in the same list.
pub const NO_SOURCE: &str = "a source";
/// The channel, in the same list.
pub const NO_CHANNEL: &str = "how it was made public";
/// The date, in the same list.
pub const NO_DATE: &str = "date said";

/// Lists what the article does not state: `Not stated: date said, reason for anonymity.`
pub fn not_stated(details: &[&str]) -> String {
    format!("Not stated: {}.", details.join(", "))
}

/// The type, in a list of what the annotator did not enter.
pub const NO_TYPE: &str = "type of statement";
/// The remark on a value that was derived from other entries.
pub const DERIVED: &str = "Derived from other entries.";

/// The remark on a value of the statement that shares the source.
pub const CARRIED_OVER: &str = " (carried over)";

/// Lists what the annotator did not enter: `Not entered: type of statement.`
pub fn not_entered(details: &[&str]) -> String {
    format!("Not entered by the annotator: {}.", details.join(", "))
}

/// Returns the annotator's note on a channel that is not stated.
pub fn note_on_channel(note: &str) -> String {
    format!("How it was made public: {note}")
}

/// Returns the annotator's note on the whole statement.
pub fn general_note(note: &str) -> String {
    format!("On the whole statement: {note}")
}

/// Says how many entries the table has, beside its heading.
pub fn entries(number: usize) -> String {
    let entries = count(number, "entry", "entries");
    format!("{entries}, with the article’s words for them")
}

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

/// Says how many of the words are in quotation marks: `2 of 36 words quoted`.
pub fn share_quoted(wording: &Wording) -> String {
    let words = count(wording.words, "word", "words");
    match wording.quoted_words {
        0 => format!("None of {words} quoted"),
        quoted => format!("{quoted} of {words} quoted"),
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
