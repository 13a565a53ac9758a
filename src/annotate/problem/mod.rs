//! Problems of the dossier, at the words that they concern, with edits that solve them.

mod fixes;
mod map;

use super::edit::Edit;
use super::json::Key;
use super::question::Slot;
use crate::load::{Code, Fix};
use crate::model::{Kind, Span, UnitIx};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It must be fixed before the dossier is published.
    Fix,
    /// A person should look at it.
    Check,
    /// Something is still missing.
    ToDo,
}

/// What a problem is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A statement.
    Statement(Key),
    /// An actor, by its id.
    Actor(String),
    /// A figure.
    Figure(Key),
    /// Background words.
    Background(Key),
    /// A text unit.
    Unit(UnitIx),
    /// The details of the article or the dossier.
    Article,
    /// The file as a whole.
    File,
}

/// A problem of the dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// How much it matters.
    pub weight: Weight,
    /// What it is about.
    pub about: About,
    /// The number of the statement, counted from 1 in article order.
    pub number: Option<usize>,
    /// The slot of the statement that it is about.
    pub slot: Option<Slot>,
    /// The words that it concerns.
    pub spans: Vec<Span>,
    /// The kind of problem.
    pub code: Code,
    /// The path in the file, such as `statements[3].content[0]`.
    pub path: String,
    /// The loader's message, which names fields of the file.
    pub message: String,
    /// The loader's hints.
    pub hints: Vec<String>,
    /// The fixes, the best one first.
    pub fixes: Vec<(FixLabel, Edit)>,
    /// The fix of the loader, as a change of the file that was checked.
    pub(super) fix: Option<Fix>,
}

/// What a fix does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FixLabel {
    /// Extends the words to the closing quotation mark.
    ExtendToMark,
    /// Adds the next paragraph of the quotation.
    AddNextParagraph,
    /// Uses a date, in EDTF.
    UseDate(String),
    /// Leaves it as it is, with a note that says so.
    Leave,
    /// Makes an actor the speaker, by its name.
    UseSpeaker(String),
    /// Adds a step to the chain, by its name.
    AddToChain(String),
    /// Lists the words as the reporter's own.
    ReportersOwn,
    /// Lists the words as unclear.
    Unclear,
    /// Makes a statement of the words.
    NewStatement,
    /// Lists the words as a title or name.
    QuotedTitle,
    /// Straight single marks are quotation marks, or are not.
    SingleQuotes(bool),
    /// Makes the statement one of another kind.
    UseKind(Kind),
    /// Removes the statement.
    RemoveStatement,
    /// What the loader proposes, in its words.
    Loader(String),
}
