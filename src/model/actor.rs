//! Actors: the people, groups and institutions in the article.

use super::{ActorIx, ActorKind, Identification, PartyBasis, Reading, Role, Slug};
use serde::{Deserialize, Serialize};

/// A person, group or institution that speaks, relays, acts or is mentioned in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The id in URLs.
    pub id: Slug,
    /// The name shown on pages. A name that is not in the text has a note.
    pub name: Reading<Box<str>>,
    /// Other names, each from the text or with a note that gives its origin.
    pub aliases: Vec<Alias>,
    /// The kind of actor.
    pub kind: Reading<ActorKind>,
    /// The actor's roles in this article.
    pub roles: Vec<Reading<Role>>,
    /// The party to whose account the actor's statements belong.
    pub party: Option<Party>,
    /// The way in which the article names the actor, for its statements that do not say.
    #[serde(skip)]
    pub identification: Option<Identification>,
    /// The annotator's note on the actor as a whole.
    pub note: Option<Box<str>>,
}

/// Another name of an actor.
pub type Alias = Reading<Box<str>>;

/// The membership of an actor in a party. It does not imply that the actor speaks for the party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The actor itself, or another actor that is or belongs to a party. Never forms a cycle.
    pub actor: ActorIx,
    /// The reason for the membership.
    pub basis: Reading<PartyBasis>,
}
