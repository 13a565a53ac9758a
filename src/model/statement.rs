//! Statements. Each is one attribution, in the three parts that PARC and PolNeAR define: source,
//! cue and content.

use super::{
    ActorIx, Assumed, Basis, Channel, HopRole, IdentificationKind, Kind, PlaceIx, Reading, Slug,
    Span, StatementIx, TopicIx, UnitIx, When,
};
use serde::{Deserialize, Serialize};

/// One attribution: who said what, through whom, in the article's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The id in URLs.
    pub id: Slug,
    /// The annotator's summary in one line, which begins with a verb.
    pub gist: Option<Box<str>>,
    /// The paragraph that contains the statement.
    pub passage: UnitIx,
    /// The words that name the source.
    pub source: Source,
    /// The attributing verb or phrase. Empty for a bare quotation.
    pub cue: Vec<Span>,
    /// What was said: spans in reading order, without overlaps. Never empty.
    pub content: Vec<Span>,
    /// The actors whose statement it is. More than one makes a joint statement. Empty if the
    /// article leaves open whose statement it is.
    pub speakers: Vec<Reading<ActorIx>>,
    /// The chain through which the statement reached the article, starting next to the speaker. The
    /// outlet is implied as the last hop.
    pub via: Vec<Hop>,
    /// The speech act.
    pub kind: Reading<Kind>,
    /// The channel by which the words became public.
    pub channel: Reading<Channel>,
    /// How the source is named.
    pub identification: Identification,
    /// The date on which it was said, if the article gives one.
    pub said_on: Option<When>,
    /// The topics of the statement.
    pub topics: Vec<Reading<TopicIx>>,
    /// The actors that the statement is about.
    pub about: Vec<Reading<ActorIx>>,
    /// The places that the statement is about.
    pub places: Vec<Reading<PlaceIx>>,
    /// The dates that the statement mentions.
    pub dates: Vec<When>,
    /// The mentions: words and their referents.
    pub mentions: Vec<Mention>,
    /// The words in another language.
    pub translation: Option<Translation>,
    /// The annotator's note on the statement as a whole.
    #[serde(skip)]
    pub note: Option<Box<str>>,
    /// The fields that the annotator left out, so that their values are derived.
    #[serde(skip)]
    pub assumed: Vec<Assumed>,
    /// True if the statement is not finished, so that it is not published.
    pub draft: bool,
}

/// A translation of a statement's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// BCP 47 language tag of the translation.
    pub language: Box<str>,
    /// True if that language is written from right to left.
    pub is_rtl: bool,
    /// The words in that language.
    pub words: Box<str>,
    /// The translator. `None` for the annotator.
    pub by: Option<Box<str>>,
}

/// The words that name a statement's source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// The words. If the source is shared, these are the words of the other statement. Empty if the
    /// article mentions no source.
    pub words: Vec<Span>,
    /// The earlier statement whose source this one shares without naming it ("…, adding that").
    pub shared_with: Option<StatementIx>,
    /// The antecedent: the full name or description to which a pronoun or short form refers.
    pub antecedent: Vec<Span>,
    /// The annotator's note.
    #[serde(skip)]
    pub note: Option<Box<str>>,
}

impl Source {
    /// Returns the words that name the source in this statement. Empty if the source is shared.
    pub fn own_words(&self) -> &[Span] {
        if self.shared_with.is_none() { &self.words } else { &[] }
    }
}

/// One hop of the chain from the speaker to the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The actor that passed the statement on.
    pub actor: ActorIx,
    /// What the actor did.
    pub role: Reading<HopRole>,
}

/// The way in which the article names a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identification {
    /// The kind of naming.
    pub kind: Reading<IdentificationKind>,
    /// The article's description of the source.
    #[serde(skip)]
    pub described_as: Vec<Span>,
    /// The condition of anonymity, as stated in the article.
    #[serde(skip)]
    pub condition: Vec<Span>,
    /// The reason for anonymity, as stated in the article.
    #[serde(skip)]
    pub reason: Vec<Span>,
}

impl Identification {
    /// Returns a kind of naming without a basis.
    pub fn of_kind(kind: IdentificationKind) -> Self {
        let kind = Reading { value: kind, basis: Basis::default() };
        Self { kind, described_as: Vec::new(), condition: Vec::new(), reason: Vec::new() }
    }
}

/// Words in a statement and their referents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words.
    pub words: Span,
    /// The referents. Never empty.
    pub referents: Vec<Referent>,
    /// The evidence and note.
    #[serde(skip)]
    pub basis: Basis,
}

impl Mention {
    /// Returns true if the words refer to actors only.
    pub fn is_of_actors(&self) -> bool {
        self.referents.iter().all(|referent| matches!(referent, Referent::Actor(_)))
    }
}

/// The referent of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Referent {
    /// An actor.
    Actor(ActorIx),
    /// A statement, or its subject.
    Statement(StatementIx),
}

impl Statement {
    /// Returns true if the passage alone does not identify an actor as a speaker: there are no words
    /// for it, or the evidence includes words from elsewhere, other than the antecedent of the source.
    pub fn infers_speaker(&self, speaker: &Reading<ActorIx>) -> bool {
        if self.source.words.is_empty() && speaker.basis.is_inferred() {
            return true;
        }
        let known = |span: &Span| self.source.antecedent.iter().any(|words| words.overlaps(*span));
        speaker.basis.evidence.iter().any(|span| span.unit != self.passage && !known(span))
    }

    /// Returns true if no evidence for a hop is in the passage.
    pub fn infers_hop(&self, hop: &Hop) -> bool {
        !hop.role.basis.evidence.iter().any(|span| span.unit == self.passage)
    }

    /// Returns true if the chain includes the actor and no evidence for that hop is in the passage.
    pub fn infers_via(&self, actor: ActorIx) -> bool {
        self.via.iter().any(|hop| hop.actor == actor && self.infers_hop(hop))
    }

    /// Returns true if the annotator left a field out, so that its value is derived.
    pub fn assumes(&self, field: Assumed) -> bool {
        self.assumed.contains(&field)
    }

    /// Returns true for a statement with more than one speaker.
    pub fn is_joint(&self) -> bool {
        self.speakers.len() > 1
    }

    /// Returns true if the source is not named.
    pub fn is_unnamed(&self) -> bool {
        self.identification.kind.value.is_unnamed()
    }

    /// Returns true if the actor is one of the speakers.
    pub fn is_by(&self, actor: ActorIx) -> bool {
        self.speakers.iter().any(|speaker| speaker.value == actor)
    }

    /// Returns true if the chain includes the actor.
    pub fn is_via(&self, actor: ActorIx) -> bool {
        self.via.iter().any(|hop| hop.actor == actor)
    }

    /// Returns true if the statement is about the actor.
    pub fn is_about(&self, actor: ActorIx) -> bool {
        self.about.iter().any(|about| about.value == actor)
    }
}
