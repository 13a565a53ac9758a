//! Actors and places.

use super::super::diagnostic::Problem;
use super::super::nearest::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::wire;
use super::{Anchor, Context};
use crate::model::{Actor, ActorIx, Party, PartyBasis, Place, Reading, Slug};

impl Context<'_, '_> {
    pub(super) fn places_list<Q: Anchor>(&mut self, list: &List<wire::Place<Q>>) -> Vec<Place> {
        let root = At::ROOT;
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
        let root = At::ROOT;
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
            let kind = self.reading(&wire.kind, None, &at.field("kind"));
            let roles = at.field("roles");
            let roles = (wire.roles.iter().enumerate())
                .map(|(position, role)| self.reading(role, None, &roles.element(position)))
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
        actors
    }

    fn name<Q: Anchor>(
        &mut self,
        wire: &wire::Reading<String, Q>,
        at: &At<'_>,
    ) -> Reading<Box<str>> {
        let reading = self.reading(wire, None, at);
        self.check_name(&reading.value, &reading.basis, at);
        Reading { value: reading.value.into(), basis: reading.basis }
    }

    fn party<Q: Anchor>(
        &mut self,
        own: ActorIx,
        wire: &wire::Party<Q>,
        at: &At<'_>,
    ) -> Option<Party> {
        let basis = self.basis(&wire.evidence, wire.note.as_deref(), None, at);
        let actor = self.actor(&wire.actor, &at.field("actor"))?;
        if (actor == own) != (wire.basis == PartyBasis::Itself) {
            let message = if actor == own {
                "an actor that is its own party has the basis \"self\""
            } else {
                "the basis \"self\" is for an actor that is its own party"
            };
            self.report.add(&at.field("basis"), Problem::error("party-basis", message));
        }
        Some(Party { actor, basis: Reading { value: wire.basis, basis } })
    }

    /// Belonging leads to a party that is its own, in any number of steps, and never in a circle.
    fn party_loops(&mut self, parties: &[(ActorIx, ActorIx)], root: &At<'_>) {
        let above =
            |of: ActorIx| parties.iter().find(|(own, _)| *own == of).map(|(_, party)| *party);
        for (own, first) in parties {
            let mut at = *first;
            for _ in parties {
                if at == *own {
                    break;
                }
                match above(at) {
                    Some(next) if next != at => at = next,
                    _ => break,
                }
            }
            if at == *own && first != own {
                let id = self.actors.id(own.index());
                let problem = Problem::error(
                    "loop",
                    format!("the party of {} leads back to itself", shown(id)),
                )
                .hint("a party names a side that is its own party (\"basis\": \"self\")");
                self.report.add(&root.element(own.index()).field("party"), problem);
            }
        }
    }
}
