//! What the page draws, as plain data.

mod actors;
mod card;
mod draw;
mod marks;
mod paragraph;

pub use card::Quoted;
pub(super) use draw::Drawn;
pub use marks::{Marks, Run, Totals};

use super::edit::{EditName, Who};
use super::json::Key;
use super::problem::Problem;
use super::question::Slot;
use super::{Focus, Normalised};
use crate::model::{
    ActorKind, Bound, Channel, Directness, HopRole, IdentificationKind, Kind, PartyBasis, Show,
    Span, UnitIx, Voice,
};
use crate::suggest::Rule;
use std::rc::Rc;

/// Everything that the page draws. Paragraphs, cards and the other items are the same `Rc` as before if
/// nothing in them changed, so comparing pointers is enough.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// The article and the dossier.
    pub article: Rc<ArticleView>,
    /// The text: the dateline if there is one, and the paragraphs.
    pub paragraphs: Vec<Rc<Paragraph>>,
    /// The statements, in article order.
    pub statements: Vec<Rc<Card>>,
    /// The open suggestions, in article order.
    pub suggestions: Vec<Rc<SuggestionView>>,
    /// Number of suggestions that were rejected.
    pub rejected: usize,
    /// The actors of the dossier.
    pub actors: Vec<Rc<ActorView>>,
    /// The names that the text uses and no actor has, the most frequent ones first.
    pub names: Vec<Rc<NameView>>,
    /// The numbers.
    pub figures: Vec<Rc<FigureView>>,
    /// The words of the reporter.
    pub background: Vec<Rc<BackgroundView>>,
    /// The labels of the topics.
    pub topics: Vec<String>,
    /// The problems of the last check: those to fix, then those to check, then what is missing; each in
    /// article order.
    pub problems: Vec<Rc<Problem>>,
    /// False while the problems are those of an earlier state: call [`Desk::check`](super::Desk::check).
    pub is_checked: bool,
    /// How many words are accounted for.
    pub totals: Totals,
    /// What is open.
    pub focus: Option<Focus>,
    /// The words that changed with the text, for a person to look at.
    pub review: Rc<Vec<ReviewView>>,
    /// The edit that undoing would take back.
    pub undo: Option<EditName>,
    /// The edit that redoing would make again.
    pub redo: Option<EditName>,
    /// Number of edits since the dossier was opened or saved.
    pub unsaved: usize,
    /// What was changed when the text was pasted.
    pub normalised: Rc<[Normalised]>,
}

/// The article, and the dossier as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ArticleView {
    /// The dossier's id.
    pub id: String,
    /// The dossier's title. Empty if there is none, as every text here.
    pub title: String,
    /// The dossier's summary.
    pub summary: String,
    /// The headline.
    pub headline: String,
    /// The dateline.
    pub dateline: String,
    /// The name of the outlet.
    pub outlet: String,
    /// The id of the outlet.
    pub outlet_id: String,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// True if the language is written from right to left.
    pub is_rtl: bool,
    /// The day of publication.
    pub published: String,
    /// The web address.
    pub address: String,
    /// The name of the file with the text, if it is not in the dossier.
    pub text_file: String,
    /// The holder of the rights.
    pub rights_holder: String,
    /// The notice about the rights.
    pub rights_notice: String,
    /// How much of the text can be shown.
    pub show: Option<Show>,
    /// The name of the annotator.
    pub by: String,
    /// How readers reach the annotator.
    pub contact: String,
    /// How the annotation was made.
    pub method: String,
    /// True if the dossier is a draft.
    pub is_draft: bool,
}

/// A paragraph, or the dateline.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The unit.
    pub unit: UnitIx,
    /// Its text.
    pub text: Rc<str>,
    /// The text in pieces that are marked alike. Together they are the whole text.
    pub runs: Vec<Run>,
    /// The numbers of the statements whose passage it is, counted from 1, with their keys.
    pub statements: Vec<(usize, Key)>,
    /// The letters of the open suggestions in it.
    pub suggestions: Vec<(String, SuggestionIx)>,
    /// The positions of the problems in it, in [`View::problems`].
    pub problems: Vec<usize>,
    /// How many of its words are accounted for.
    pub totals: Totals,
}

/// Words of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The places, in reading order.
    pub spans: Vec<Span>,
    /// The words of each place.
    pub texts: Vec<Rc<str>>,
}

impl Words {
    /// Returns true if there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

/// A step of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HopView {
    /// The id of the actor.
    pub actor: String,
    /// Its name.
    pub name: String,
    /// What it did, if it is known.
    pub role: Option<HopRole>,
    /// True if no words of the passage show it.
    pub is_inferred: bool,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The key for edits.
    pub key: Key,
    /// The number in article order, counted from 1.
    pub number: usize,
    /// The id in addresses.
    pub id: String,
    /// The paragraph, if its words were found.
    pub passage: Option<UnitIx>,
    /// What was said.
    pub content: Words,
    /// The words that name the source, without those of a shared source.
    pub source: Words,
    /// The verb.
    pub cue: Words,
    /// The fuller words that the source refers to.
    pub antecedent: Words,
    /// The statement whose source it shares, with its number.
    pub shared_with: Option<(Key, usize)>,
    /// The ids and names of the speakers. Also those of a shared source.
    pub speakers: Vec<(String, String)>,
    /// True if somebody said who speaks, or that it is unknown.
    pub has_speakers: bool,
    /// True if the source is not named.
    pub is_unnamed: bool,
    /// The chain, without the outlet.
    pub via: Vec<HopView>,
    /// The speech act.
    pub kind: Option<Kind>,
    /// The channel.
    pub channel: Option<Channel>,
    /// How the source is identified, if the statement says it.
    pub identification: Option<IdentificationKind>,
    /// When it was said: EDTF and words.
    pub said_on: Option<(String, Words)>,
    /// The labels of the topics.
    pub topics: Vec<String>,
    /// The names of the actors that it is about.
    pub about: Vec<String>,
    /// The summary.
    pub gist: String,
    /// The remark.
    pub note: String,
    /// True if it or the dossier is marked as a draft.
    pub is_draft: bool,
    /// How much is in quotation marks.
    pub directness: Directness,
    /// Number of words of the content.
    pub words: usize,
    /// Number of these words in quotation marks.
    pub quoted_words: usize,
    /// What is still needed before it can be published.
    pub needs: Vec<Slot>,
    /// The slots that nobody has answered yet, in order.
    pub open: Vec<Slot>,
    /// The positions of its problems in [`View::problems`].
    pub problems: Vec<usize>,
}

/// The position of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SuggestionIx(pub usize);

/// A suggestion that nobody has accepted or rejected.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionView {
    /// The position for edits.
    pub ix: SuggestionIx,
    /// The letters in the margin: a to z, then aa.
    pub letter: String,
    /// What was said.
    pub content: Words,
    /// The words that name the source.
    pub source: Words,
    /// The verb.
    pub cue: Words,
    /// Number of words of the content.
    pub words: usize,
    /// Number of these words in quotation marks.
    pub quoted_words: usize,
    /// The name of the proposed speaker. It is only a proposal, also after accepting the words.
    pub speaker: Option<String>,
    /// How likely it is a statement, from 0 to 1.
    pub confidence: f32,
    /// What found it.
    pub rule: Rule,
}

/// An actor of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorView {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Further names.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// True if it has no name of its own.
    pub is_unnamed: bool,
    /// The id and name of its side, and why.
    pub party: Option<(String, String, Option<PartyBasis>)>,
    /// How the article identifies it, if somebody said it.
    pub identification: Option<IdentificationKind>,
    /// The remark.
    pub note: String,
    /// The statements that it makes.
    pub speaks: Vec<Key>,
    /// Number of statements that it passes on.
    pub passes_on: usize,
    /// Where the text names it.
    pub mentions: Vec<Span>,
    /// True for the outlet.
    pub is_outlet: bool,
    /// The positions of its problems in [`View::problems`].
    pub problems: Vec<usize>,
}

/// A name of the text that is no actor yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameView {
    /// Makes it an actor, in an edit.
    pub who: Who,
    /// The fullest form.
    pub name: String,
    /// What it probably is.
    pub kind: ActorKind,
    /// True if it has a name of its own.
    pub is_named: bool,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Where the text uses one of the forms.
    pub mentions: Vec<Span>,
}

/// A number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureView {
    /// The key for edits.
    pub key: Key,
    /// The id in addresses.
    pub id: String,
    /// The words of the number.
    pub words: Words,
    /// The value.
    pub value: String,
    /// What was counted.
    pub counted: Words,
    /// The unit.
    pub unit: String,
    /// How exact it is.
    pub bound: Option<Bound>,
    /// The statement, with its number. `None` for the reporter's own.
    pub statement: Option<(Key, usize)>,
}

/// Words that changed when the text was updated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// The statement that quotes them.
    pub statement: Option<Key>,
    /// Where the words are now. Empty if they are gone.
    pub spans: Vec<Span>,
    /// The words in the old text.
    pub was: String,
    /// The words in their place. Empty if they are gone.
    pub now: String,
}

/// Background words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackgroundView {
    /// The key for edits.
    pub key: Key,
    /// The words.
    pub words: Words,
    /// Whose they are.
    pub voice: Option<Voice>,
    /// Why they are background.
    pub why: String,
}
