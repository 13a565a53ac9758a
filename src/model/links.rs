//! Links between actors: who passes on an actor's words, whose words it passes on, and who speaks
//! about it.

use super::{ActorIx, Dossier, Hop, Reading, Statement};
use std::collections::HashMap;

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
    /// Number of those in which it is unclear whose words make the link.
    pub unclear: usize,
}

impl ActorLinks {
    /// Returns the links of one actor.
    pub fn of(dossier: &Dossier, actor: ActorIx) -> Self {
        Self {
            relayed_by: count(dossier, dossier.statements_by(actor), relayers),
            relays: count(dossier, dossier.statements_via(actor), |s| {
                speakers(s, s.infers_via(actor))
            }),
            discussed_by: count(dossier, dossier.statements_about(actor), |s| {
                let mut links = speakers(s, false);
                let is_unclear = dossier.is_about_unclear(s, actor);
                links.iter_mut().for_each(|link| link.is_unclear = is_unclear);
                links
            }),
        }
    }
}

/// A link of one statement.
struct Link {
    actor: ActorIx,
    is_inferred: bool,
    is_unclear: bool,
}

fn relayers(statement: &Statement) -> Vec<Link> {
    let link = |hop: &Hop| {
        let is_inferred = statement.infers_hop(hop);
        Link { actor: hop.actor, is_inferred, is_unclear: false }
    };
    statement.via.iter().map(link).collect()
}

/// Returns the speakers of a statement. `inferred` marks all of them as inferred.
fn speakers(statement: &Statement, inferred: bool) -> Vec<Link> {
    let link = |speaker: &Reading<ActorIx>| {
        let is_inferred = inferred || statement.infers_speaker(speaker);
        Link { actor: speaker.value, is_inferred, is_unclear: false }
    };
    statement.speakers.iter().map(link).collect()
}

/// Counts the actors that `links` returns for the given statements.
fn count(
    dossier: &Dossier,
    statements: &[u32],
    links: impl Fn(&Statement) -> Vec<Link>,
) -> Vec<LinkCount> {
    let mut counts: Vec<LinkCount> = Vec::new();
    let mut places: HashMap<ActorIx, usize> = HashMap::new();
    for statement in statements.iter().map(|at| &dossier.statements[*at as usize]) {
        for Link { actor, is_inferred, is_unclear } in links(statement) {
            let place = *places.entry(actor).or_insert_with(|| {
                counts.push(LinkCount { actor, statements: 0, inferred: 0, unclear: 0 });
                counts.len() - 1
            });
            let count = &mut counts[place];
            count.statements += 1;
            count.inferred += usize::from(is_inferred);
            count.unclear += usize::from(is_unclear);
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.statements));
    counts
}
