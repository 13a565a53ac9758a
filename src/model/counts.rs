//! Counts of the statements that involve each actor. The actors they link it to are in `links`.

use super::{ActorIx, Dossier};

/// Numbers of statements that involve one actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActorCounts {
    /// Number of statements by the actor.
    pub speaks: usize,
    /// Number of statements with the actor in their chain. The outlet is implied in every chain and
    /// not counted.
    pub relays: usize,
    /// Number of statements about the actor.
    pub about: usize,
}

impl ActorCounts {
    /// Counts the statements that involve an actor.
    pub fn of(dossier: &Dossier, actor: ActorIx) -> Self {
        Self {
            speaks: dossier.statements_by(actor).len(),
            relays: dossier.statements_via(actor).len(),
            about: dossier.statements_about(actor).len(),
        }
    }
}

/// What an actor does in the article, in the order in which lists show the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorGroup {
    /// It makes statements.
    Speaks,
    /// It makes none, and passes on those of others, as the outlet does with all of them.
    PassesOn,
    /// It does neither.
    Mentioned,
}

impl ActorGroup {
    /// Returns the group of an actor.
    pub fn of(dossier: &Dossier, actor: ActorIx) -> Self {
        if !dossier.statements_by(actor).is_empty() {
            Self::Speaks
        } else if actor == dossier.article.outlet || !dossier.statements_via(actor).is_empty() {
            Self::PassesOn
        } else {
            Self::Mentioned
        }
    }
}
