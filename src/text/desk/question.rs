//! Questions about a statement, and their answers.

use crate::annotate::{Conflict, Label, Question, Reason, Slot};
use crate::model::{ActorKind, UnitIx};
use crate::text::{self, Label as _, count, enumerate, kind_title};

/// The field for a name that is not among the answers.
pub const SOMEBODY_ELSE: &str = "Somebody else: type a name";
/// The button that takes it.
pub const USE_NAME: &str = "Use";
/// The button that begins to choose several speakers.
pub const SEVERAL: &str = "Several speakers together";
/// The button that ends it.
pub const THESE_ARE_ALL: &str = "These are all";
/// Said if the question can be answered by selecting words.
pub const SELECT_WORDS: &str = "Select the words in the text.";
/// The answer that leaves a slot empty.
pub const LEAVE_EMPTY: &str = "There is none";

/// The question, in full.
pub fn ask(question: &Question) -> String {
    let about = question.about.as_deref();
    match (question.slot, about) {
        (Slot::Words, _) => "Which words did they say or write?".to_owned(),
        (Slot::Verb, _) => "Which word attributes it?".to_owned(),
        (Slot::Source, _) => "Which words name the source?".to_owned(),
        (Slot::Speaker, Some(words)) => format!("Who is “{words}”?"),
        (Slot::Speaker, None) => "Who said it?".to_owned(),
        (Slot::Antecedent, Some(words)) => format!("Which fuller words does “{words}” refer to?"),
        (Slot::Antecedent, None) => "Which fuller words does it refer to?".to_owned(),
        (Slot::Chain, _) => "Who passed it on to the outlet?".to_owned(),
        (Slot::Kind, _) => "What do the words do?".to_owned(),
        (Slot::Date, _) => "When was it said?".to_owned(),
    }
}

/// Maximum number of answers that are read out.
const READ_OUT: usize = 5;

/// The question with its first answers and their keys, for people who hear it.
pub fn aloud(question: &Question) -> String {
    let fitting = question.answers.iter().filter(|it| it.conflict.is_none());
    let first =
        fitting.filter_map(|it| Some(format!("{}: {}", it.key?.to_uppercase(), label(&it.label))));
    let first: Vec<String> = first.take(READ_OUT).collect();
    if first.is_empty() {
        return ask(question);
    }
    format!("{} {}.", ask(question), first.join("; "))
}

/// What an answer says.
pub fn label(label: &Label) -> String {
    match label {
        Label::Actor { name, .. } => name.clone(),
        Label::SameAs(number) => format!("Same as statement {number}"),
        Label::Words(words) => words.clone(),
        Label::Kind(kind) => kind_title(*kind).to_owned(),
        Label::Date(edtf) => edtf.clone(),
        Label::Chain(names) => names.join(" → "),
        Label::Nobody => "Nobody".to_owned(),
        Label::Unknown => "The article does not say".to_owned(),
        Label::Without => LEAVE_EMPTY.to_owned(),
    }
}

/// Why an answer is proposed.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::InSource => "named by the source’s words".to_owned(),
        Reason::SameWords(number) => format!("the same words as in statement {number}"),
        Reason::SpeaksBefore => "speaks in the statement before".to_owned(),
        Reason::NamedBefore(0) => "named in this sentence".to_owned(),
        Reason::NamedBefore(1) => "named in the sentence before".to_owned(),
        Reason::NamedBefore(sentences) => {
            format!("named {} before", count(*sentences, "sentence", "sentences"))
        }
        Reason::NamedIn(unit) => format!("named in {}", paragraph(*unit)),
        Reason::Cue(_) => "the passage says so".to_owned(),
        Reason::OtherStatements(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let which = if numbers.len() == 1 { "statement" } else { "statements" };
            format!("as in {which} {}; this passage does not name it", enumerate(&numbers))
        }
        Reason::WithSource(words) => format!("with the source “{words}”"),
        Reason::WithVerb => "beside the verb".to_owned(),
        Reason::Suggested => "suggested".to_owned(),
        Reason::SpeakerAndChain => "speaker and chain".to_owned(),
        Reason::LikelyByCue => "likely by the verb".to_owned(),
        Reason::FromPublication => "read from the day of publication".to_owned(),
    }
}

/// Why an answer does not fit.
pub fn conflict(conflict: &Conflict) -> String {
    match conflict {
        Conflict::NamesOther(name) => format!("does not fit: the source names {name}"),
        Conflict::NotAPerson(kind) => format!("does not fit: {}", actor_kind(*kind).to_lowercase()),
        Conflict::PassedItOn => "does not fit: it passed the words on".to_owned(),
    }
}

/// The name of a kind of actor.
pub fn actor_kind(kind: ActorKind) -> &'static str {
    kind.label()
}

/// Names a paragraph.
pub fn paragraph(unit: UnitIx) -> String {
    text::paragraph_sign(unit)
}
