//! Everything that a person can do to a dossier, as data.

mod name;

pub use name::EditName;

use super::json::Key;
use super::view::SuggestionIx;
use crate::model::{
    ActorKind, Bound, Channel, HopRole, IdentificationKind, Kind, PartyBasis, Show, Span, Voice,
};

/// The words of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What was said.
    Content,
    /// The words that name the source.
    Source,
    /// The attributing verb or phrase.
    Cue,
}

/// An actor, by what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// An actor of the dossier, by its id.
    Actor(String),
    /// A name that the text uses, by its position in [`View::names`](super::View). It becomes an actor.
    Found(usize),
    /// A name that a person typed. It becomes an actor, unless one has this name.
    Typed(String),
}

/// A step of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHop {
    /// Who passed the words on.
    pub who: Who,
    /// What it did.
    pub role: HopRole,
    /// The words that show it.
    pub evidence: Vec<Span>,
}

/// A date with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWhen {
    /// The date or period, in EDTF.
    pub edtf: String,
    /// The words that give it.
    pub words: Vec<Span>,
    /// The date against which they were resolved, in EDTF.
    pub relative_to: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A field of the article or of the dossier that is a text. An empty text removes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArticleField {
    /// The dossier's title, in the annotator's words.
    Title,
    /// The dossier's summary.
    Summary,
    /// The outlet's headline.
    Headline,
    /// The line above the text.
    Dateline,
    /// The name of the outlet.
    Outlet,
    /// The language, as a BCP 47 tag.
    Language,
    /// The day of publication, as YYYY-MM-DD.
    Published,
    /// The web address.
    Address,
    /// The holder of the rights.
    RightsHolder,
    /// The notice about the rights.
    RightsNotice,
    /// The name of the annotator.
    Annotator,
    /// How readers reach the annotator.
    Contact,
    /// How the annotation was made.
    Method,
}

/// A property of an actor, set once for all its statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActorField {
    /// Its name.
    Name(String),
    /// A further name.
    AddAlias(String),
    /// A further name that is removed.
    RemoveAlias(String),
    /// What it is.
    Kind(ActorKind),
    /// The side that it belongs to, and why. `None` removes it.
    Party(Option<(Who, PartyBasis)>),
    /// How the article identifies it. `None` derives it again.
    Identification(Option<IdentificationKind>),
    /// A remark. `None` removes it.
    Note(Option<String>),
}

/// A change of a dossier. Each can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Makes a statement of a suggestion.
    Accept(SuggestionIx),
    /// Rejects a suggestion.
    Reject(SuggestionIx),
    /// Suggests a rejected suggestion again.
    Restore(SuggestionIx),
    /// Makes a statement of words.
    NewStatement {
        /// What was said, in any order.
        content: Vec<Span>,
    },
    /// Replaces the words of a part of a statement. No words remove the part.
    SetWords {
        /// The statement.
        statement: Key,
        /// The part.
        part: Part,
        /// The words, in any order.
        words: Vec<Span>,
    },
    /// Adds words to a part of a statement. Words that touch or overlap are joined.
    AddWords {
        /// The statement.
        statement: Key,
        /// The part.
        part: Part,
        /// The words.
        words: Span,
    },
    /// Removes words from a part of a statement.
    RemoveWords {
        /// The statement.
        statement: Key,
        /// The part.
        part: Part,
        /// The words.
        words: Span,
    },
    /// Sets the speakers. None say that the article leaves the speaker unknown.
    Speakers {
        /// The statement.
        statement: Key,
        /// The speakers; several for a joint statement.
        who: Vec<Who>,
    },
    /// Adds a speaker, or removes one who speaks already.
    ToggleSpeaker {
        /// The statement.
        statement: Key,
        /// The speaker.
        who: Who,
    },
    /// Sets a remark on why somebody is the speaker, which answers a warning.
    SpeakerNote {
        /// The statement.
        statement: Key,
        /// The id of the speaker.
        speaker: String,
        /// The remark. An empty one removes it.
        note: String,
    },
    /// Sets a remark on why the speech act is what it is, which answers a warning.
    KindNote {
        /// The statement.
        statement: Key,
        /// The remark. An empty one removes it.
        note: String,
    },
    /// Sets the fuller words that the source refers to. No words remove them.
    Antecedent {
        /// The statement.
        statement: Key,
        /// The words.
        words: Vec<Span>,
    },
    /// Sets the chain, nearest to the speaker first. No hops say that nobody passed the words on.
    Chain {
        /// The statement.
        statement: Key,
        /// The hops.
        hops: Vec<NewHop>,
    },
    /// Takes source, speakers and chain from the statement before, or from another earlier one. A
    /// statement without words for its source shares that of the other one.
    SameSource {
        /// The statement.
        statement: Key,
        /// The earlier statement. `None` for the one before.
        from: Option<Key>,
    },
    /// Says that a statement does not have what a slot asks for.
    Without {
        /// The statement.
        statement: Key,
        /// The slot.
        slot: super::Slot,
    },
    /// Sets the speech act. `None` removes it.
    Kind {
        /// The statement.
        statement: Key,
        /// The act.
        kind: Option<Kind>,
    },
    /// Sets the channel. `None` removes it.
    Channel {
        /// The statement.
        statement: Key,
        /// The channel.
        channel: Option<Channel>,
    },
    /// Sets how the source is identified in this statement. `None` derives it.
    Identification {
        /// The statement.
        statement: Key,
        /// How it is identified.
        kind: Option<IdentificationKind>,
    },
    /// Sets the date on which the words were said. `None` removes it.
    SaidOn {
        /// The statement.
        statement: Key,
        /// The date.
        when: Option<NewWhen>,
    },
    /// Sets the dates that a statement mentions.
    Dates {
        /// The statement.
        statement: Key,
        /// The dates.
        dates: Vec<NewWhen>,
    },
    /// Sets the topics, by their labels. A label without a topic makes one.
    Topics {
        /// The statement.
        statement: Key,
        /// The labels.
        labels: Vec<String>,
    },
    /// Sets the actors that a statement is about.
    About {
        /// The statement.
        statement: Key,
        /// The actors.
        who: Vec<Who>,
    },
    /// Sets the summary. An empty one is removed.
    Gist {
        /// The statement.
        statement: Key,
        /// The summary.
        gist: String,
    },
    /// Sets the remark. An empty one is removed.
    Note {
        /// The statement.
        statement: Key,
        /// The remark.
        note: String,
    },
    /// Marks a statement as a draft, or as finished.
    StatementDraft {
        /// The statement.
        statement: Key,
        /// True for a draft.
        draft: bool,
    },
    /// Removes a statement, with the figures and relations that refer to it.
    RemoveStatement(Key),
    /// Lists words as the reporter's own, or as unclear.
    Background {
        /// The words, in any order.
        words: Vec<Span>,
        /// Whose words they are.
        voice: Voice,
    },
    /// Removes words from the background.
    RemoveBackground(Key),
    /// Lists words in quotation marks as a title or a name, which nobody said.
    QuotedTitle(Span),
    /// Says whether straight single marks are quotation marks.
    SingleQuotes(bool),
    /// Adds a number, which belongs to the statement whose content has its words.
    NewFigure {
        /// The words of the number.
        words: Span,
        /// What was counted. `None` takes the words after the number.
        counted: Option<Span>,
    },
    /// Changes a number.
    Figure {
        /// The figure.
        figure: Key,
        /// What was counted. `None` keeps it.
        counted: Option<Span>,
        /// The unit. `None` keeps it.
        unit: Option<String>,
        /// How exact it is. `None` keeps it.
        bound: Option<Bound>,
    },
    /// Removes a number.
    RemoveFigure(Key),
    /// Adds an actor, or does nothing if there is one of this name.
    AddActor(Who),
    /// Changes an actor, by its id.
    Actor {
        /// The id.
        actor: String,
        /// What changes.
        field: ActorField,
    },
    /// Merges an actor into another. All references are to the other, which gets its names.
    MergeActors {
        /// The id of the actor that goes.
        actor: String,
        /// The id of the actor that stays.
        into: String,
    },
    /// Splits an actor: some statements are by another one.
    SplitActor {
        /// The id of the actor.
        actor: String,
        /// The other actor.
        other: Who,
        /// The statements that are by the other one.
        statements: Vec<Key>,
    },
    /// Removes an actor to which nothing refers.
    RemoveActor(String),
    /// Sets a text of the article or the dossier.
    Article {
        /// The field.
        field: ArticleField,
        /// The text. An empty one removes the field.
        text: String,
    },
    /// Says how much of the text can be shown.
    Show(Show),
    /// Makes the first paragraph the headline or the dateline, or what is one a paragraph again.
    MoveFirstLine {
        /// [`ArticleField::Headline`] or [`ArticleField::Dateline`].
        field: ArticleField,
        /// True to make it a paragraph again.
        back: bool,
    },
    /// Marks the dossier as a draft, or as finished.
    Draft(bool),
    /// Applies the fix that the loader proposes for a problem, by the problem's position in
    /// [`View::problems`](super::View).
    Fix(usize),
    /// Moves the annotation to an updated text, as it was pasted.
    Retext(String),
    /// Says that somebody looked at words that changed with the text, by their position in
    /// [`View::review`](super::View).
    Reviewed(usize),
    /// Several edits that are undone together. The first gives the name.
    All(Vec<Self>),
}
