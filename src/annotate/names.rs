//! The actors of the dossier as the text names them.

use super::desk::Desk;
use super::document::{reading, reading_of, text_of};
use super::json::Json;
use crate::load::names::{Names, Tokens};
use crate::load::{cues, usual_identification};
use crate::model::{
    Actor, ActorIx, ActorKind, Basis, IdentificationKind, Reading, Slug, Span, UnitIx, Vocabulary,
};
use crate::suggest::Named;
use std::collections::HashMap;

/// What cards and questions need to know of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its position in the dossier.
    pub position: usize,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// True if it has no name of its own.
    pub is_unnamed: bool,
}

/// Where the text names each actor, by its position.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions(Vec<Vec<Span>>);

impl Mentions {
    /// Returns where the text names an actor, in reading order.
    pub fn of(&self, position: usize) -> &[Span] {
        self.0.get(position).map_or(&[], Vec::as_slice)
    }
}

/// Returns the actors by their ids.
pub fn known(actors: &[Json]) -> HashMap<String, Known> {
    let each = actors.iter().enumerate().map(|(position, it)| {
        let name = reading_of(it, "name").unwrap_or_default().to_owned();
        let kind = reading_of(it, "kind").and_then(ActorKind::from_code);
        let given = reading_of(it, "identification").and_then(IdentificationKind::from_code);
        let identification =
            given.unwrap_or_else(|| usual_identification(kind.unwrap_or(ActorKind::Other), &name));
        let is_unnamed = identification.is_unnamed();
        (text_of(it, "id").to_owned(), Known { position, name, kind, is_unnamed })
    });
    // For ids that occur twice, the first actor wins.
    let mut known = HashMap::new();
    for (id, actor) in each {
        known.entry(id).or_insert(actor);
    }
    known
}

/// Returns the names of somebody whom the text names. The first words of the name of a body are no name of it: "US" is
/// not the US State Department.
pub fn own_names(found: &Named) -> impl Iterator<Item = &String> {
    let whole = found.name.to_lowercase();
    let is_own = move |alias: &&String| {
        let rest = whole.strip_prefix(&alias.to_lowercase());
        found.kind == ActorKind::Person || !rest.is_some_and(|rest| rest.starts_with(' '))
    };
    std::iter::once(&found.name).chain(found.aliases.iter().filter(is_own))
}

impl Desk {
    /// Calls a function with the names of the dossier's actors in the text.
    pub(super) fn with_names<T>(&self, of: impl FnOnce(&Names<'_>) -> T) -> T {
        let tokens = self.text().tokens();
        let actors: Vec<Actor> = self.state.document.list("actors").iter().map(actor).collect();
        of(&Names::of(&actors, tokens, cues(self.text().language())))
    }

    /// Finds where the text names each actor.
    pub(super) fn find_mentions(&self) -> Mentions {
        let actors = self.state.document.list("actors").len();
        self.with_names(|names| {
            let mut found = vec![Vec::new(); actors];
            for unit in 0..names.tokens.units() {
                let unit = UnitIx(u32::try_from(unit).unwrap_or(u32::MAX));
                for mention in names.mentions(unit) {
                    for ActorIx(actor) in &mention.actors {
                        found[*actor as usize].push(mention.span);
                    }
                }
            }
            Mentions(found)
        })
    }

    /// Returns true if words are a pronoun, which says who speaks only together with other words.
    pub(super) fn is_pronoun(&self, words: &[Span]) -> bool {
        let [only] = words else { return false };
        let tokens = crate::load::names::tokens(self.text().slice(*only));
        let [only] = tokens.as_slice() else { return false };
        match cues(self.text().language()) {
            Some(cues) => cues.is_pronoun(&only.key),
            None => only.key.chars().count() <= 3,
        }
    }
}

impl super::Text {
    /// Returns the words as names are looked up.
    pub(super) fn tokens(&self) -> &Tokens {
        self.names.get_or_init(|| Tokens::of(self.units()))
    }
}

fn actor(json: &Json) -> Actor {
    fn plain<T>(value: T) -> Reading<T> {
        Reading { value, basis: Basis::default() }
    }
    let name = |it: &str| plain(Box::<str>::from(it));
    let aliases = json.get("aliases").map_or(&[][..], Json::elements).iter();
    let id = Slug::new(text_of(json, "id")).or_else(|_| Slug::new("actor"));
    Actor {
        id: id.unwrap_or_else(|_| unreachable!("the id is a slug")),
        name: name(reading_of(json, "name").unwrap_or_default()),
        aliases: aliases.filter_map(|it| reading(Some(it))).map(name).collect(),
        kind: plain(
            reading_of(json, "kind").and_then(ActorKind::from_code).unwrap_or(ActorKind::Other),
        ),
        roles: Vec::new(),
        party: None,
        identification: None,
        note: None,
    }
}
