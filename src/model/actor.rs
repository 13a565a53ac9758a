//! Actors: who is in the article.

use super::{ActorIx, ActorKind, PartyBasis, Reading, Role, Slug};
use serde::{Deserialize, Serialize};

/// Somebody or something that speaks, relays, acts or is mentioned in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The id in URLs.
    pub id: Slug,
    /// The name on the page. A name that does not stand in the text carries a note.
    pub name: Reading<Box<str>>,
    /// Other names, each from the text or with a note that says where it comes from.
    pub aliases: Vec<Alias>,
    /// What it is.
    pub kind: Reading<ActorKind>,
    /// The parts it plays in this article.
    pub roles: Vec<Reading<Role>>,
    /// The side whose account its statements are part of.
    pub party: Option<Party>,
    /// The annotator's remark on the actor as a whole.
    pub note: Option<Box<str>>,
}

/// Another name of an actor.
pub type Alias = Reading<Box<str>>;

/// That an actor belongs to a party, and on what basis. Belonging is not speaking for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// What it belongs to: itself, or what is or belongs to a party. Never leads in a circle.
    pub actor: ActorIx,
    /// Why.
    pub basis: Reading<PartyBasis>,
}
