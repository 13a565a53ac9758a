//! Actors, their parties, and places.

use super::super::code::{ActorCode, IdCode};
use super::super::escape::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{Actor, ActorIx, Party, PartyBasis, Place, Reading, Slug};
use std::collections::{HashMap, HashSet};

/// Maximum number of actors listed for a loop.
const MAX_LISTED: usize = 12;

impl Context<'_, '_> {
    pub(super) fn places_list<Q: Anchor>(&mut self, list: &List<wire::Place<Q>>) -> Vec<Place> {
        let root = self.root;
        let root = root.field(list.field);
        let mut places = Vec::new();
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let name = self.name(&wire.name, &at.field("name"));
            if let Ok(id) = Slug::new(&wire.id) {
                places.push(Place { id, name });
            }
        }
        places
    }

    pub(super) fn actors_list<Q: Anchor>(&mut self, list: &List<wire::Actor<Q>>) -> Vec<Actor> {
        let root = self.root;
        let root = root.field(list.field);
        let mut actors = Vec::new();
        let mut parties = Vec::new();
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let name = self.name(&wire.name, &at.field("name"));
            let aliases = at.field("aliases");
            let aliases = (wire.aliases.iter().enumerate())
                .map(|(position, alias)| self.name(alias, &aliases.element(position)))
                .collect();
            let kind = self.reading(&wire.kind, Passage::Anywhere, &at.field("kind"));
            let roles = at.field("roles");
            let roles = (wire.roles.iter().enumerate())
                .map(|(position, role)| {
                    self.reading(role, Passage::Anywhere, &roles.element(position))
                })
                .collect();
            let own = ActorIx::from(*position);
            let party = wire.party.as_ref().and_then(|p| self.party(own, p, &at.field("party")));
            if let Some(party) = &party {
                parties.push((own, party.actor));
            }
            let naming = at.field("identification");
            let identification = (wire.identification.as_ref())
                .map(|it| self.identification(it, Passage::Anywhere, &naming));
            let note = wire.note.as_deref().map(Into::into);
            if let Ok(id) = Slug::new(&wire.id) {
                actors.push(Actor { id, name, aliases, kind, roles, party, identification, note });
            }
        }
        self.check_party_loops(&parties, &root);
        self.check_parties_of_parties(list, &root);
        actors
    }

    fn name<Q: Anchor>(
        &mut self,
        wire: &wire::Reading<String, Q>,
        at: &At<'_>,
    ) -> Reading<Box<str>> {
        let reading = self.reading(wire, Passage::Anywhere, at);
        self.check_name(&reading.value, &reading.basis, at);
        Reading { value: reading.value.into(), basis: reading.basis }
    }

    fn party<Q: Anchor>(
        &mut self,
        own: ActorIx,
        wire: &wire::Party<Q>,
        at: &At<'_>,
    ) -> Option<Party> {
        let basis = self.basis(&wire.evidence, wire.note.as_deref(), Passage::Anywhere, at);
        let actor = self.actor(&wire.actor, &at.field("actor"))?;
        if (actor == own) != (wire.basis == PartyBasis::Itself) {
            let message = if actor == own {
                "the basis of an actor that is its own party must be \"self\""
            } else {
                "the basis \"self\" is only for an actor that is its own party"
            };
            self.report.add(&at.field("basis"), Problem::error(ActorCode::PartyBasis, message));
        }
        Some(Party { actor, basis: Reading { value: wire.basis, basis } })
    }

    /// Reports actors that are the party of others but have no party themselves.
    fn check_parties_of_parties<Q>(&mut self, list: &List<wire::Actor<Q>>, root: &At<'_>) {
        for (position, wire) in &list.items {
            let Some(party) = &wire.party else { continue };
            let named = self.actors.positions.get(&party.actor);
            let named =
                named.and_then(|at| list.items.binary_search_by_key(at, |(of, _)| *of).ok());
            let Some((_, named)) = named.map(|at| &list.items[at]) else { continue };
            if named.party.is_none() {
                let id = &party.actor;
                let message =
                    format!("{} is the party of another actor but has no party itself", shown(id));
                let problem = Problem::error(ActorCode::NoParty, message).hint(format!(
                    "give {} the party {{ \"actor\": {0}, \"basis\": \"self\" }}, or the side that it \
                     belongs to",
                    shown(id)
                ));
                let at = root.element(*position);
                self.report.add(&at.field("party").field("actor"), problem);
            }
        }
    }

    /// Reports each loop of parties once. Following the parties must lead to one that is its own
    /// party.
    fn check_party_loops(&mut self, parties: &[(ActorIx, ActorIx)], root: &At<'_>) {
        let above: HashMap<usize, usize> =
            parties.iter().map(|(own, party)| (own.index(), party.index())).collect();
        let mut seen = HashSet::new();
        for (own, _) in parties {
            let mut visited = Vec::new();
            let mut at = Some(own.index());
            while let Some(actor) = at.filter(|actor| seen.insert(*actor)) {
                visited.push(actor);
                at = above.get(&actor).copied();
            }
            let Some(start) = visited.iter().position(|actor| Some(*actor) == at) else { continue };
            let mut cycle = visited.split_off(start);
            if cycle.len() < 2 {
                continue;
            }
            let first = cycle.iter().copied().min().unwrap_or_default();
            let shift = cycle.iter().position(|actor| *actor == first).unwrap_or_default();
            cycle.rotate_left(shift);
            cycle.push(first);
            let ids: Vec<String> =
                cycle.iter().take(MAX_LISTED).map(|actor| shown(self.actors.id(*actor))).collect();
            let more = if cycle.len() > MAX_LISTED { ", …" } else { "" };
            let message = format!("the parties form a loop: {}{more}", ids.join(", "));
            let problem = Problem::error(IdCode::Loop, message)
                .hint("make one of them its own party, with the basis \"self\"");
            self.report.add(&root.element(first).field("party"), problem);
        }
    }
}
