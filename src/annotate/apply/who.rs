//! Actors by name: found in the dossier, or added to it.

use super::super::desk::Desk;
use super::super::document::{reading, reading_of, text_of};
use super::super::edit::Who;
use super::super::json::Json;
use super::super::names::own_names;
use super::super::refused::Refused;
use super::text;
use crate::model::{ActorKind, IdentificationKind, Vocabulary};

/// The fields of an actor, in their order in the file.
pub(super) const ACTOR: [&str; 8] =
    ["id", "name", "aliases", "kind", "roles", "party", "identification", "note"];

/// The note of a name that the article does not use.
const TYPED: &str = "The annotator's name for this actor; the article does not use it.";

impl Desk {
    /// Returns the id of an actor. A name that no actor has becomes one.
    pub(super) fn actor(&mut self, who: &Who) -> Result<String, Refused> {
        match who {
            Who::Actor(id) => {
                let actors = self.state.document.list("actors");
                let known = actors.iter().any(|it| text_of(it, "id") == id);
                known.then(|| id.clone()).ok_or(Refused::Gone)
            }
            Who::Found(at) => {
                let found = self.suggestions.actors.get(*at).ok_or(Refused::Gone)?.clone();
                if let Some(id) = self.named(&found.name) {
                    return Ok(id);
                }
                let id = self.add_actor(&found.name, found.kind, "actor");
                let aliases: Vec<Json> = own_names(&found)
                    .skip(1)
                    .filter(|it| self.named(it).is_none())
                    .map(|it| self.name(it))
                    .collect();
                let is_described = !found.is_named && !found.kind.is_group();
                let actor = self.actor_mut(&id)?;
                if !aliases.is_empty() {
                    actor.set("aliases", Some(Json::list(aliases)), &ACTOR);
                }
                if is_described && found.kind != ActorKind::Person {
                    let unnamed = Json::text(IdentificationKind::UnnamedGroup.code());
                    actor.set("identification", Some(unnamed), &ACTOR);
                }
                Ok(id)
            }
            Who::Typed(name) => {
                let name = text(name).ok_or(Refused::Empty)?;
                let name = name.as_text().unwrap_or_default();
                if let Some(id) = self.named(name) {
                    return Ok(id);
                }
                let mut found = self.suggestions.actors.iter();
                let found = found.position(|it| own_names(it).any(|own| own == name));
                match found {
                    Some(at) => self.actor(&Who::Found(at)),
                    None => Ok(self.add_actor(name, ActorKind::Other, "actor")),
                }
            }
        }
    }

    /// Returns the id of the actor with a name or alias. Case makes no difference.
    pub(in crate::annotate) fn named(&self, name: &str) -> Option<String> {
        let is = |it: Option<&str>| it.is_some_and(|it| it.to_lowercase() == name.to_lowercase());
        let actors = self.state.document.list("actors").iter();
        let has = |it: &&Json| {
            let aliases = it.get("aliases").map_or(&[][..], Json::elements).iter();
            is(reading_of(it, "name")) || aliases.clone().any(|it| is(reading(Some(it))))
        };
        actors.clone().find(has).map(|it| text_of(it, "id").to_owned())
    }

    /// Adds an actor, and returns its id.
    pub(super) fn add_actor(&mut self, name: &str, kind: ActorKind, what: &str) -> String {
        let id = self.new_id("actors", name, what);
        let actor = Json::object([
            ("id", Json::text(&id)),
            ("name", self.name(name)),
            ("kind", Json::text(kind.code())),
        ]);
        self.list_mut("actors").push(actor);
        id
    }

    /// Returns the JSON of a name. One that the article does not use has a note.
    pub(super) fn name(&self, name: &str) -> Json {
        if self.text().quoting().contains(name) {
            return Json::text(name);
        }
        Json::object([("is", Json::text(name)), ("note", Json::text(TYPED))])
    }

    pub(super) fn actor_mut(&mut self, id: &str) -> Result<&mut Json, Refused> {
        let actors = self.state.document.list("actors");
        let at = actors.iter().position(|it| text_of(it, "id") == id).ok_or(Refused::Gone)?;
        self.list_mut("actors").get_mut(at).ok_or(Refused::Gone)
    }
}

impl ActorKind {
    /// Returns true for what is never a single person or organisation with a name.
    const fn is_group(self) -> bool {
        matches!(self, Self::Group | Self::Community)
    }
}
