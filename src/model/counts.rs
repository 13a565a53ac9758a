//! What each actor does in the statements, and whose accounts touch each topic.

use super::{ActorIx, Dossier, TopicIx};

/// How many statements an actor makes, passes on and is spoken of in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActorCounts {
    /// Statements of which it is a speaker.
    pub speaks: usize,
    /// Statements in whose chain it stands; the outlet, which stands in all, is not counted.
    pub relays: usize,
    /// Statements that speak of it.
    pub about: usize,
}

impl ActorCounts {
    /// Counts for one actor.
    pub fn of(dossier: &Dossier, actor: ActorIx) -> Self {
        let count = |is: &dyn Fn(&super::Statement) -> bool| {
            dossier.statements.iter().filter(|statement| is(statement)).count()
        };
        Self {
            speaks: count(&|s| s.is_by(actor)),
            relays: count(&|s| s.is_via(actor)),
            about: count(&|s| s.is_about(actor)),
        }
    }
}

/// The parties with a statement on the topic, each once, in article order.
pub fn topic_parties(dossier: &Dossier, topic: TopicIx) -> Vec<ActorIx> {
    let mut parties = Vec::new();
    for statement in &dossier.statements {
        if statement.topics.iter().any(|on| on.value == topic) {
            for party in dossier.parties_of(statement) {
                if !parties.contains(&party) {
                    parties.push(party);
                }
            }
        }
    }
    parties
}
