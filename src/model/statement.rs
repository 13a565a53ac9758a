//! Statements: one attribution each, in the three parts of PARC and PolNeAR: source, cue, content.

use super::{
    ActorIx, Basis, Channel, HopRole, IdentificationKind, Kind, PlaceIx, Reading, Slug, Span,
    StatementIx, TopicIx, UnitIx, When,
};
use serde::{Deserialize, Serialize};

/// Who said what, through whom, in the article's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The id in URLs.
    pub id: Slug,
    /// The annotator's summary in one line; begins with a verb.
    pub gist: Box<str>,
    /// The paragraph it stands in.
    pub passage: UnitIx,
    /// The words for who said it.
    pub source: Source,
    /// The verb or phrase of saying; never empty.
    pub cue: Vec<Span>,
    /// What was said: pieces in reading order, none overlapping; never empty.
    pub content: Vec<Span>,
    /// Whose statement it is; more than one makes it a joint statement. Never empty.
    pub speakers: Vec<Reading<ActorIx>>,
    /// Through whom it reached the article, nearest to the speaker first; the outlet is implied.
    pub via: Vec<Hop>,
    /// The speech act.
    pub kind: Reading<Kind>,
    /// How the words reached the public.
    pub channel: Reading<Channel>,
    /// How the source is named.
    pub identification: Identification,
    /// When it was said, where the article states it.
    pub said_on: Option<When>,
    /// What it speaks of.
    pub topics: Vec<Reading<TopicIx>>,
    /// Whom it speaks of.
    pub about: Vec<Reading<ActorIx>>,
    /// Which places it speaks of.
    pub places: Vec<Reading<PlaceIx>>,
    /// Which dates it speaks of.
    pub dates: Vec<When>,
    /// What words in it stand for.
    pub mentions: Vec<Mention>,
    /// The annotator's remark on the statement as a whole.
    pub note: Option<Box<str>>,
}

/// The words that name a statement's source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The words; for a source that is not said again, those of the statement it is shared with.
    pub words: Vec<Span>,
    /// The earlier statement whose source this one shares, unsaid ("…, adding that").
    pub shared_with: Option<StatementIx>,
    /// The fuller words that a pronoun or short form stands for.
    pub antecedent: Vec<Span>,
    /// The annotator's remark.
    pub note: Option<Box<str>>,
}

impl Source {
    /// The words that name it here; none for a source that is not said again.
    pub fn own_words(&self) -> &[Span] {
        if self.shared_with.is_none() { &self.words } else { &[] }
    }
}

/// One step on the way from the speaker to the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// Who passed it on.
    pub actor: ActorIx,
    /// What it did, and what that rests on.
    pub role: Reading<HopRole>,
}

/// How the article names a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identification {
    /// The way of naming.
    pub kind: Reading<IdentificationKind>,
    /// The article's description of the source.
    pub described_as: Vec<Span>,
    /// The condition of anonymity, as stated.
    pub condition: Vec<Span>,
    /// The reason given for anonymity, as stated.
    pub reason: Vec<Span>,
}

/// What some words of a statement stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words.
    pub words: Span,
    /// What they stand for; never empty.
    pub referents: Vec<Referent>,
    /// What that rests on.
    pub basis: Basis,
}

/// What words can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Referent {
    /// An actor.
    Actor(ActorIx),
    /// A statement, or what it speaks of.
    Statement(StatementIx),
}

impl Statement {
    /// Drops what readings rest on, but for the words that name speakers and hops: they show what is
    /// inferred.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn forget_bases(&mut self) {
        let bare = |basis: &mut Basis| *basis = Basis::default();
        self.source.note = None;
        self.note = None;
        bare(&mut self.kind.basis);
        bare(&mut self.channel.basis);
        self.speakers.iter_mut().for_each(|reading| reading.basis.note = None);
        self.via.iter_mut().for_each(|hop| hop.role.basis.note = None);
        self.topics.iter_mut().for_each(|reading| bare(&mut reading.basis));
        self.about.iter_mut().for_each(|reading| bare(&mut reading.basis));
        self.places.iter_mut().for_each(|reading| bare(&mut reading.basis));
        self.mentions.iter_mut().for_each(|mention| bare(&mut mention.basis));
        self.dates.iter_mut().chain(&mut self.said_on).for_each(|when| when.note = None);
        let naming = &mut self.identification;
        bare(&mut naming.kind.basis);
        naming.described_as.clear();
        naming.condition.clear();
        naming.reason.clear();
    }

    /// True where the passage alone does not make an actor the speaker: words from elsewhere are
    /// needed, and not only those that its pronoun or short form stands for.
    pub fn infers_speaker(&self, speaker: &Reading<ActorIx>) -> bool {
        let known = |span: &Span| self.source.antecedent.iter().any(|words| words.overlaps(*span));
        speaker.basis.evidence.iter().any(|span| span.unit != self.passage && !known(span))
    }

    /// True where no word of the passage names a hop of the chain.
    pub fn infers_hop(&self, hop: &Hop) -> bool {
        !hop.role.basis.evidence.iter().any(|span| span.unit == self.passage)
    }

    /// True where no word of the passage says that the statement went through the actor.
    pub fn infers_via(&self, actor: ActorIx) -> bool {
        self.via.iter().any(|hop| hop.actor == actor && self.infers_hop(hop))
    }

    /// True for a statement of more than one speaker.
    pub fn is_joint(&self) -> bool {
        self.speakers.len() > 1
    }

    /// True where the source has no name of its own.
    pub fn is_unnamed(&self) -> bool {
        self.identification.kind.value.is_unnamed()
    }

    /// True when the actor is one of the speakers.
    pub fn is_by(&self, actor: ActorIx) -> bool {
        self.speakers.iter().any(|speaker| speaker.value == actor)
    }

    /// True when the statement went through the actor.
    pub fn is_via(&self, actor: ActorIx) -> bool {
        self.via.iter().any(|hop| hop.actor == actor)
    }

    /// True when the statement speaks of the actor.
    pub fn is_about(&self, actor: ActorIx) -> bool {
        self.about.iter().any(|about| about.value == actor)
    }
}
