//! What to ask next about a statement, and the answers to choose from.

use super::edit::{Edit, Who};
use super::json::Key;
use crate::model::{ActorKind, Kind, Span, UnitIx};

/// A part of a statement that can be open, in the order in which they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// What was said.
    Words,
    /// The attributing verb.
    Verb,
    /// The words that name the source.
    Source,
    /// Who speaks.
    Speaker,
    /// The fuller words that a pronoun refers to.
    Antecedent,
    /// Through whom the words came.
    Chain,
    /// The speech act.
    Kind,
    /// When it was said.
    Date,
}

impl Slot {
    /// All slots, in the order in which they are asked for.
    pub const ALL: [Self; 8] = [
        Self::Words,
        Self::Verb,
        Self::Source,
        Self::Speaker,
        Self::Antecedent,
        Self::Chain,
        Self::Kind,
        Self::Date,
    ];
}

impl Slot {
    /// Returns true for a slot without which a statement is a draft.
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Words | Self::Speaker)
    }
}

/// A question about a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The statement.
    pub statement: Key,
    /// What is asked for.
    pub slot: Slot,
    /// The words of the article that the question is about, such as "He".
    pub about: Option<String>,
    /// The answers, the likely ones first. None of them holds until it is chosen.
    pub answers: Vec<Answer>,
    /// True if the question can be answered by a typed name.
    pub takes_name: bool,
    /// True if the question can be answered by selecting words.
    pub takes_words: bool,
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The key that chooses it: a digit, a letter or `=`.
    pub key: Option<char>,
    /// What it says.
    pub label: Label,
    /// Why it is proposed.
    pub reason: Option<Reason>,
    /// Why it does not fit.
    pub conflict: Option<Conflict>,
    /// The edit that it stands for.
    pub edit: Edit,
}

impl Answer {
    /// Returns whom the answer makes the speaker. `None` if that is nobody, or the answer is about something else.
    pub fn who(&self) -> Option<&Who> {
        let edits = match &self.edit {
            Edit::All(edits) => edits.as_slice(),
            edit => std::slice::from_ref(edit),
        };
        edits.iter().find_map(|edit| match edit {
            Edit::Speakers { who, .. } => who.first(),
            _ => None,
        })
    }
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// An actor of the dossier, or a name of the text.
    Actor {
        /// Its name.
        name: String,
        /// True if it has no name of its own.
        is_unnamed: bool,
    },
    /// As in another statement, by its number.
    SameAs(usize),
    /// Words of the article.
    Words(String),
    /// A speech act.
    Kind(Kind),
    /// A date, in EDTF.
    Date(String),
    /// A chain of names, nearest to the speaker first.
    Chain(Vec<String>),
    /// Nobody passed the words on.
    Nobody,
    /// The article leaves it open.
    Unknown,
    /// There is none.
    Without,
}

/// Why an answer is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The source's own words name it.
    InSource,
    /// The source's words are those of another statement, by its number.
    SameWords(usize),
    /// It speaks in the statement before.
    SpeaksBefore,
    /// It is named so many sentences earlier; 0 is the same sentence.
    NamedBefore(usize),
    /// It is named in a paragraph.
    NamedIn(UnitIx),
    /// The words say so: "told", "according to".
    Cue(Span),
    /// It has the same chain in other statements, by their numbers; this passage does not name it.
    OtherStatements(Vec<usize>),
    /// The source's words come with it.
    WithSource(String),
    /// It stands beside the verb.
    WithVerb,
    /// A rule suggests it.
    Suggested,
    /// Speaker and chain are taken over.
    SpeakerAndChain,
    /// The cue is of this kind.
    LikelyByCue,
    /// The date is read from the day of publication.
    FromPublication,
}

/// Why an answer does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// The source's words name somebody else.
    NamesOther(String),
    /// A person is meant, and it is something else.
    NotAPerson(ActorKind),
    /// It passed the words on.
    PassedItOn,
}
