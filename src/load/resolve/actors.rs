//! Actors and places.

use super::super::code::{ActorCode, IdCode};
use super::super::escape::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{Actor, ActorIx, Party, PartyBasis, Place, Reading, Slug};
use std::collections::{HashMap, HashSet};

/// So many actors of a circle are named.
const MAX_NAMED: usize = 12;

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
            let note = wire.note.as_deref().map(Into::into);
            if let Ok(id) = Slug::new(&wire.id) {
                actors.push(Actor { id, name, aliases, kind, roles, party, note });
            }
        }
        self.party_loops(&parties, &root);
        self.parties_without(list, &root);
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
                "an actor that is its own party has the basis \"self\""
            } else {
                "the basis \"self\" is for an actor that is its own party"
            };
            self.report.add(&at.field("basis"), Problem::error(ActorCode::PartyBasis, message));
        }
        Some(Party { actor, basis: Reading { value: wire.basis, basis } })
    }

    /// A party is a side, so it has one itself: its own, or the one that it belongs to.
    fn parties_without<Q>(&mut self, list: &List<wire::Actor<Q>>, root: &At<'_>) {
        for (position, wire) in &list.items {
            let Some(party) = &wire.party else { continue };
            let named = self.actors.positions.get(&party.actor);
            let named =
                named.and_then(|at| list.items.binary_search_by_key(at, |(of, _)| *of).ok());
            let Some((_, named)) = named.map(|at| &list.items[at]) else { continue };
            if named.party.is_none() {
                let id = &party.actor;
                let message = format!("{} is named as a party and has none itself", shown(id));
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

    /// Belonging leads to a party that is its own, in any number of steps, and never in a circle. A
    /// circle is told once, with the way round.
    fn party_loops(&mut self, parties: &[(ActorIx, ActorIx)], root: &At<'_>) {
        let above: HashMap<usize, usize> =
            parties.iter().map(|(own, party)| (own.index(), party.index())).collect();
        let mut seen = HashSet::new();
        for (own, _) in parties {
            let mut way = Vec::new();
            let mut at = Some(own.index());
            while let Some(actor) = at.filter(|actor| seen.insert(*actor)) {
                way.push(actor);
                at = above.get(&actor).copied();
            }
            let Some(start) = way.iter().position(|actor| Some(*actor) == at) else { continue };
            let mut circle = way.split_off(start);
            if circle.len() < 2 {
                continue;
            }
            let first = circle.iter().copied().min().unwrap_or_default();
            let turn = circle.iter().position(|actor| *actor == first).unwrap_or_default();
            circle.rotate_left(turn);
            circle.push(first);
            let ids: Vec<String> =
                circle.iter().take(MAX_NAMED).map(|actor| shown(self.actors.id(*actor))).collect();
            let more = if circle.len() > MAX_NAMED { ", …" } else { "" };
            let message = format!("the parties lead in a circle: {}{more}", ids.join(", "));
            let problem = Problem::error(IdCode::Loop, message)
                .hint("a party names a side that is its own party (\"basis\": \"self\")");
            self.report.add(&root.element(first).field("party"), problem);
        }
    }
}
