//! Actors: described, merged, split and removed.

use super::super::desk::Desk;
use super::super::document::{reading, reading_of, text_of};
use super::super::edit::{ActorField, Who};
use super::super::json::{Json, Key};
use super::super::refused::Refused;
use super::who::ACTOR;
use super::{references, text};
use crate::model::{PartyBasis, Vocabulary};

impl Desk {
    pub(super) fn set_actor(&mut self, id: &str, field: ActorField) -> Result<(), Refused> {
        match field {
            ActorField::Name(name) => {
                let name = text(&name).ok_or(Refused::Empty)?;
                let name = self.name(name.as_text().unwrap_or_default());
                self.actor_mut(id)?.set("name", Some(name), &ACTOR);
            }
            ActorField::AddAlias(alias) => {
                let alias = text(&alias).ok_or(Refused::Empty)?;
                let alias = self.name(alias.as_text().unwrap_or_default());
                self.add_aliases(id, vec![alias])?;
            }
            ActorField::RemoveAlias(alias) => {
                let actor = self.actor_mut(id)?;
                let aliases = actor.field_mut("aliases", &ACTOR).elements_mut();
                aliases.retain(|it| reading(Some(it)) != Some(&alias));
                if aliases.is_empty() {
                    actor.set("aliases", None, &ACTOR);
                }
            }
            ActorField::Kind(kind) => {
                self.actor_mut(id)?.set("kind", Some(Json::text(kind.code())), &ACTOR);
            }
            ActorField::Party(None) => self.actor_mut(id)?.set("party", None, &ACTOR),
            ActorField::Party(Some((who, basis))) => {
                let party = self.actor(&who)?;
                self.set_party(id, &party, basis)?;
            }
            ActorField::Identification(kind) => {
                let kind = kind.map(|it| Json::text(it.code()));
                self.actor_mut(id)?.set("identification", kind, &ACTOR);
            }
            ActorField::Note(note) => {
                let note = note.as_deref().and_then(text);
                self.actor_mut(id)?.set("note", note, &ACTOR);
            }
        }
        Ok(())
    }

    /// Sets the side of an actor. A side has one itself: itself, unless it has another.
    fn set_party(&mut self, id: &str, party: &str, basis: PartyBasis) -> Result<(), Refused> {
        let basis = if party == id { PartyBasis::Itself } else { basis };
        let of = |party: &str, basis: PartyBasis| {
            Some(Json::object([("actor", Json::text(party)), ("basis", Json::text(basis.code()))]))
        };
        if party != id && basis == PartyBasis::Itself {
            return Err(Refused::NotValid(basis.code().to_owned()));
        }
        self.actor_mut(id)?.set("party", of(party, basis), &ACTOR);
        let side = self.actor_mut(party)?;
        if side.get("party").is_none() {
            side.set("party", of(party, PartyBasis::Itself), &ACTOR);
        }
        Ok(())
    }

    fn add_aliases(&mut self, id: &str, new: Vec<Json>) -> Result<(), Refused> {
        let actor = self.actor_mut(id)?;
        let name = reading_of(actor, "name").map(str::to_owned);
        let mut aliases = actor.get("aliases").map_or(&[][..], Json::elements).to_vec();
        for alias in new {
            let is_known = |it: &Json| reading(Some(it)) == reading(Some(&alias));
            if reading(Some(&alias)) != name.as_deref() && !aliases.iter().any(is_known) {
                aliases.push(alias);
            }
        }
        actor.set("aliases", (!aliases.is_empty()).then(|| Json::list(aliases)), &ACTOR);
        Ok(())
    }

    /// Merges an actor into another, which gets its names as aliases and its side if it has none.
    pub(super) fn merge_actors(&mut self, id: &str, into: &str) -> Result<(), Refused> {
        if id == into {
            return Err(Refused::SameActor);
        }
        let actor = self.actor_mut(id)?.clone();
        self.actor_mut(into)?;
        let names = actor.get("name").into_iter();
        let aliases = actor.get("aliases").map_or(&[][..], Json::elements);
        let names: Vec<Json> = names.chain(aliases).cloned().collect();
        self.list_mut("actors").retain(|it| text_of(it, "id") != id);
        self.add_aliases(into, names)?;
        references::replace(&mut self.document().root, id, into);
        self.repair_party(&actor, into)?;
        self.repair_chains(into);
        Ok(())
    }

    /// Gives an actor the side of one that was merged into it, if it has none, and repairs a side that was
    /// one of the two.
    fn repair_party(&mut self, merged: &Json, into: &str) -> Result<(), Refused> {
        let id = text_of(merged, "id").to_owned();
        let party = self.actor_mut(into)?.get("party").cloned();
        let party = party.or_else(|| merged.get("party").cloned());
        let Some(mut party) = party else { return Ok(()) };
        let side = text_of(&party, "actor").to_owned();
        let is_own = side == id || side == into;
        if is_own {
            party.set("actor", Some(Json::text(into)), &[]);
            party.set("basis", Some(Json::text(PartyBasis::Itself.code())), &[]);
        }
        self.actor_mut(into)?.set("party", Some(party), &ACTOR);
        Ok(())
    }

    /// Removes an actor from the chains of statements that it makes, and from all chains if it is the
    /// outlet.
    fn repair_chains(&mut self, id: &str) {
        let is_outlet = self.state.document.of_article("outlet") == id;
        let statements = self.state.document.list("statements");
        let speaks = |it: &Json| {
            let speakers = match it.key {
                Some(key) => self.effective(key, "speakers"),
                None => it.get("speakers").cloned(),
            };
            speakers.iter().flat_map(Json::elements).any(|it| reading(Some(it)) == Some(id))
        };
        let passes = |it: &Json| {
            let hops = it.get("via").map_or(&[][..], Json::elements);
            hops.iter().any(|hop| text_of(hop, "actor") == id)
        };
        let wrong: Vec<usize> = (statements.iter().enumerate())
            .filter(|(_, it)| passes(it) && (is_outlet || speaks(it)))
            .map(|(position, _)| position)
            .collect();
        for position in wrong {
            let statement = &mut self.list_mut("statements")[position];
            let hops = statement.field_mut("via", &super::STATEMENT).elements_mut();
            hops.retain(|hop| text_of(hop, "actor") != id);
            if hops.is_empty() {
                statement.set("via", None, &super::STATEMENT);
            }
        }
    }

    /// Makes some statements of an actor those of another one.
    pub(super) fn split_actor(
        &mut self,
        id: &str,
        other: &Who,
        statements: &[Key],
    ) -> Result<(), Refused> {
        self.actor_mut(id)?;
        let other = self.actor(other)?;
        if other == id {
            return Err(Refused::SameActor);
        }
        for key in statements {
            references::replace_in_statement(self.statement_mut(*key)?, id, &other);
        }
        // A name belongs to one of the two.
        let names: Vec<String> = {
            let other = self.actor_mut(&other)?;
            let aliases = other.get("aliases").map_or(&[][..], Json::elements).iter();
            let aliases = aliases.filter_map(|it| reading(Some(it)));
            reading_of(other, "name").into_iter().chain(aliases).map(str::to_owned).collect()
        };
        let has_one = {
            let aliases = self.actor_mut(id)?.get("aliases").map_or(&[][..], Json::elements).iter();
            let mut aliases = aliases.filter_map(|it| reading(Some(it)));
            aliases.any(|it| names.iter().any(|name| name == it))
        };
        if has_one {
            for name in names {
                self.set_actor(id, ActorField::RemoveAlias(name))?;
            }
        }
        Ok(())
    }

    pub(super) fn remove_actor(&mut self, id: &str) -> Result<(), Refused> {
        self.actor_mut(id)?;
        if references::is_used(&self.state.document.root, id) {
            return Err(Refused::InUse);
        }
        self.list_mut("actors").retain(|it| text_of(it, "id") != id);
        Ok(())
    }
}
