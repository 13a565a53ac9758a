//! Who speaks, by which words, and through whom: source, speakers, antecedent and chain.

use super::super::desk::Desk;
use super::super::document::{reading, source_words, spans, text_of};
use super::super::edit::{NewHop, Who};
use super::super::json::{Json, Key};
use super::super::question::Slot;
use super::super::refused::Refused;
use super::{STATEMENT, text};
use crate::model::{Span, Vocabulary};

/// The fields of a source, in their order in the file.
const SOURCE: [&str; 4] = ["words", "shared_with", "antecedent", "note"];

/// The fields of a hop, in their order in the file.
const HOP: [&str; 4] = ["actor", "role", "evidence", "note"];

/// The fields of a value with its basis, in their order in the file.
pub(super) const BASED: [&str; 3] = ["is", "evidence", "note"];

impl Desk {
    /// Sets the words of a source, and keeps its antecedent and note. Without words it has no antecedent.
    pub(super) fn set_source(&mut self, key: Key, quotes: Option<Json>) -> Result<(), Refused> {
        self.unshare(key)?;
        let old = self.statement(key)?.get("source");
        let more = |name: &str| {
            old.filter(|it| it.is_object() && it.span.is_none())
                .and_then(|it| it.get(name))
                .cloned()
        };
        let antecedent = more("antecedent").filter(|_| quotes.is_some());
        let note = more("note");
        let source = match (quotes, antecedent, note) {
            (quotes, None, None) => quotes,
            (quotes, antecedent, note) => Some(source_of(quotes, antecedent, note)),
        };
        self.set(key, "source", source)
    }

    /// Makes a statement whose source is shared independent of the other one: it gets a copy of what it
    /// took from there.
    pub(super) fn unshare(&mut self, key: Key) -> Result<(), Refused> {
        let Some(from) = self.shared(self.statement(key)?) else { return Ok(()) };
        let taken: Vec<(&str, Option<Json>)> = ["speakers", "via", "channel", "said_on"]
            .map(|name| (name, self.effective(from, name)))
            .into();
        let statement = self.statement_mut(key)?;
        for (name, value) in taken {
            if statement.get(name).is_none() {
                statement.set(name, value, &STATEMENT);
            }
        }
        statement.set("source", None, &STATEMENT);
        Ok(())
    }

    /// Returns the statement whose source a statement shares.
    pub(in crate::annotate) fn shared(&self, statement: &Json) -> Option<Key> {
        let id = statement.get("source")?.get("shared_with")?.as_text()?;
        let list = self.state.document.list("statements");
        list.iter().find(|it| text_of(it, "id") == id)?.key
    }

    /// Returns a field of a statement, or of the one whose source it shares.
    pub(in crate::annotate) fn effective(&self, key: Key, name: &str) -> Option<Json> {
        let mut key = Some(key);
        // Broken files can share in a circle.
        for _ in 0..self.state.document.list("statements").len() {
            let (_, statement) = self.state.document.element("statements", key?)?;
            if let Some(value) = statement.get(name) {
                return Some(value.clone());
            }
            key = self.shared(statement);
        }
        None
    }

    pub(super) fn set_antecedent(&mut self, key: Key, words: &[Span]) -> Result<(), Refused> {
        let words = self.whole(words);
        let antecedent = self.quotes(&words)?;
        let own = self.quotes(&source_words(self.statement(key)?))?;
        let statement = self.statement_mut(key)?;
        let source = statement.get("source").filter(|it| it.is_object() && it.span.is_none());
        let mut source = match (source, own) {
            (Some(source), _) => source.clone(),
            (None, Some(own)) => source_of(Some(own), None, None),
            (None, None) => return Err(Refused::NoWords),
        };
        let is_left = antecedent.is_some();
        source.set("antecedent", antecedent, &SOURCE);
        let is_bare = source.fields().len() == 1 && source.get("words").is_some();
        let source = if is_bare { source.get("words").cloned() } else { Some(source) };
        statement.set("source", source, &STATEMENT);
        self.answer(key, Slot::Antecedent, !is_left);
        Ok(())
    }

    pub(super) fn set_speakers(&mut self, key: Key, who: &[Who]) -> Result<(), Refused> {
        let mut ids: Vec<String> = Vec::new();
        for who in who {
            let id = self.actor(who)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let hops = self.effective(key, "via");
        let hops = hops.iter().flat_map(Json::elements).map(|hop| text_of(hop, "actor"));
        let mut hops = hops.map(str::to_owned);
        if hops.any(|hop| ids.contains(&hop)) {
            return Err(Refused::PassedItOn);
        }
        let old = self.statement(key)?.get("speakers").cloned();
        let old = old.as_ref().map_or(&[][..], Json::elements);
        let speaker = |id: &String| {
            let known = old.iter().find(|it| reading(Some(it)) == Some(id));
            known.cloned().unwrap_or_else(|| Json::text(id))
        };
        let speakers = ids.iter().map(speaker).collect();
        self.set(key, "speakers", Some(Json::list(speakers)))
    }

    pub(super) fn toggle_speaker(&mut self, key: Key, who: &Who) -> Result<(), Refused> {
        let id = self.actor(who)?;
        let speakers = self.effective(key, "speakers");
        let speakers = speakers.iter().flat_map(Json::elements);
        let mut ids: Vec<String> =
            speakers.filter_map(|it| reading(Some(it))).map(str::to_owned).collect();
        match ids.iter().position(|it| *it == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id),
        }
        let who: Vec<Who> = ids.into_iter().map(Who::Actor).collect();
        self.set_speakers(key, &who)
    }

    pub(super) fn speaker_note(&mut self, key: Key, id: &str, note: &str) -> Result<(), Refused> {
        if self.statement(key)?.get("speakers").is_none() {
            let shared = self.effective(key, "speakers");
            self.set(key, "speakers", shared)?;
        }
        let speakers = self.statement_mut(key)?.field_mut("speakers", &STATEMENT).elements_mut();
        let speaker = speakers.iter_mut().find(|it| reading(Some(it)) == Some(id));
        set_note(speaker.ok_or(Refused::Gone)?, note);
        Ok(())
    }

    pub(super) fn kind_note(&mut self, key: Key, note: &str) -> Result<(), Refused> {
        if self.statement(key)?.get("kind").is_none() {
            return Err(Refused::Gone);
        }
        set_note(self.statement_mut(key)?.field_mut("kind", &STATEMENT), note);
        Ok(())
    }

    pub(super) fn set_chain(&mut self, key: Key, hops: &[NewHop]) -> Result<(), Refused> {
        let speakers = self.effective(key, "speakers");
        let speakers = speakers.iter().flat_map(Json::elements);
        let mut taken: Vec<String> =
            speakers.filter_map(|it| reading(Some(it))).map(str::to_owned).collect();
        taken.push(self.state.document.of_article("outlet").to_owned());
        let mut list = Vec::new();
        for hop in hops {
            let id = self.actor(&hop.who)?;
            if taken.contains(&id) {
                return Err(Refused::InChainAlready);
            }
            let mut json =
                Json::object([("actor", Json::text(&id)), ("role", Json::text(hop.role.code()))]);
            let evidence = self.whole(&hop.evidence);
            json.set("evidence", self.quotes(&evidence)?, &HOP);
            taken.push(id);
            list.push(json);
        }
        let is_empty = list.is_empty();
        let is_shared = self.shared(self.statement(key)?).is_some();
        self.set(key, "via", (!is_empty || is_shared).then(|| Json::list(list)))?;
        self.answer(key, Slot::Chain, is_empty);
        Ok(())
    }

    /// Takes the source of an earlier statement.
    pub(super) fn same_source(&mut self, key: Key, from: Option<Key>) -> Result<(), Refused> {
        let list = self.state.document.list("statements");
        let (own, statement) =
            self.state.document.element("statements", key).ok_or(Refused::Gone)?;
        let has_source = |it: &&Json| it.get("speakers").is_some() || self.shared(it).is_some();
        let earlier = match from {
            Some(from) => self.state.document.element("statements", from).map(|(_, it)| it),
            None => list[..own].iter().rev().find(has_source),
        };
        let earlier = earlier.ok_or(Refused::NothingBefore)?;
        let (from, from_id) =
            (earlier.key.ok_or(Refused::Gone)?, text_of(earlier, "id").to_owned());
        if from == key || !list[..own].iter().any(|it| it.key == Some(from)) {
            return Err(Refused::NothingBefore);
        }
        let has_words = !source_words(statement).is_empty();
        if !has_words {
            let statement = self.statement_mut(key)?;
            let shared = Json::object([("shared_with", Json::text(&from_id))]);
            statement.set("source", Some(shared), &STATEMENT);
            statement.set("speakers", None, &STATEMENT);
            statement.set("via", None, &STATEMENT);
            self.answer(key, Slot::Chain, true);
            return Ok(());
        }
        let [speakers, via] = ["speakers", "via"].map(|name| self.effective(from, name));
        let speakers = speakers.ok_or(Refused::NothingBefore)?;
        let antecedent = self.antecedent_from(from, key);
        let statement = self.statement_mut(key)?;
        statement.set("speakers", Some(speakers), &STATEMENT);
        statement.set("via", via, &STATEMENT);
        self.answer(key, Slot::Chain, true);
        if antecedent.is_empty() { Ok(()) } else { self.set_antecedent(key, &antecedent) }
    }

    /// Returns the words of an earlier statement that say whom the pronoun in a statement means: its
    /// antecedent, or its source if that is not a pronoun. None if the statement has its own.
    fn antecedent_from(&self, from: Key, key: Key) -> Vec<Span> {
        let (Ok(earlier), Ok(statement)) = (self.statement(from), self.statement(key)) else {
            return Vec::new();
        };
        let own = statement.get("source").and_then(|it| it.get("antecedent"));
        if own.is_some() || !self.is_pronoun(&source_words(statement)) {
            return Vec::new();
        }
        let source = earlier.get("source").filter(|it| it.span.is_none());
        let antecedent = spans(source.and_then(|it| it.get("antecedent")));
        let words = source_words(earlier);
        match (antecedent.is_empty(), self.is_pronoun(&words)) {
            (false, _) => antecedent,
            (true, false) => words,
            (true, true) => Vec::new(),
        }
    }

    pub(super) fn set_without(&mut self, key: Key, slot: Slot) -> Result<(), Refused> {
        self.statement(key)?;
        match slot {
            Slot::Speaker => self.set_speakers(key, &[])?,
            Slot::Chain => self.set_chain(key, &[])?,
            Slot::Antecedent if !source_words(self.statement(key)?).is_empty() => {
                self.set_antecedent(key, &[])?;
            }
            Slot::Source => self.set_source(key, None)?,
            Slot::Verb => self.set(key, "cue", None)?,
            Slot::Kind => self.set(key, "kind", None)?,
            Slot::Date => self.said_on(key, None)?,
            Slot::Antecedent => {}
            Slot::Words => return Err(Refused::NeedsWords(super::Part::Content)),
        }
        self.answer(key, slot, true);
        if slot == Slot::Verb { self.place(key) } else { Ok(()) }
    }
}

fn source_of(words: Option<Json>, antecedent: Option<Json>, note: Option<Json>) -> Json {
    let mut source = Json::object([]);
    source.set("words", words, &SOURCE);
    source.set("antecedent", antecedent, &SOURCE);
    source.set("note", note, &SOURCE);
    source
}

/// Sets the note of a reading, which becomes an object. Without a note and evidence it is the value
/// alone.
pub(super) fn set_note(value: &mut Json, note: &str) {
    if !value.is_object() {
        *value = Json::object([("is", value.clone())]);
    }
    value.set("note", text(note), &BASED);
    let is_bare = value.fields().len() == 1;
    if let Some(only) = value.get("is").filter(|_| is_bare).cloned() {
        *value = only;
    }
}
