//! Links between actors: who passes on an actor's words, whose words it passes on, and who speaks
//! about it.

use super::{ActorIx, Dossier, Statement};

/// The actors that the statements of a dossier link to one actor, most frequent first in each list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActorLinks {
    /// The actors that pass on its statements.
    pub relayed_by: Vec<LinkCount>,
    /// The speakers whose statements it passes on.
    pub relays: Vec<LinkCount>,
    /// The speakers whose statements are about it.
    pub discussed_by: Vec<LinkCount>,
}

/// An actor and the number of statements that link another to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkCount {
    /// The linked actor.
    pub actor: ActorIx,
    /// Number of statements.
    pub statements: usize,
    /// Number of those in which the link is inferred: the passage does not state it.
    pub inferred: usize,
}

impl ActorLinks {
    /// Returns the links of one actor.
    pub fn of(dossier: &Dossier, actor: ActorIx) -> Self {
        Self {
            relayed_by: count(dossier, |s| s.is_by(actor), relayers),
            relays: count(dossier, |s| s.is_via(actor), |s| speakers(s, s.infers_via(actor))),
            discussed_by: count(dossier, |s| s.is_about(actor), |s| speakers(s, false)),
        }
    }
}

/// A linked actor, and whether the link is inferred.
type Link = (ActorIx, bool);

fn relayers(statement: &Statement) -> Vec<Link> {
    statement.via.iter().map(|hop| (hop.actor, statement.infers_hop(hop))).collect()
}

/// Returns the speakers of a statement. `inferred` marks all of them as inferred.
fn speakers(statement: &Statement, inferred: bool) -> Vec<Link> {
    let speakers = statement.speakers.iter();
    speakers.map(|s| (s.value, inferred || statement.infers_speaker(s))).collect()
}

/// Counts the actors that `links` returns for the statements that `is_counted` selects.
fn count(
    dossier: &Dossier,
    is_counted: impl Fn(&Statement) -> bool,
    links: impl Fn(&Statement) -> Vec<Link>,
) -> Vec<LinkCount> {
    let mut counts: Vec<LinkCount> = Vec::new();
    for statement in dossier.statements.iter().filter(|statement| is_counted(statement)) {
        for (actor, is_inferred) in links(statement) {
            let inferred = usize::from(is_inferred);
            match counts.iter_mut().find(|count| count.actor == actor) {
                Some(count) => {
                    count.statements += 1;
                    count.inferred += inferred;
                }
                None => counts.push(LinkCount { actor, statements: 1, inferred }),
            }
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.statements));
    counts
}
