//! Edits applied to the dossier.

use super::desk::{Desk, Fate, Focus};
use super::document::Document;
use super::edit::{ArticleField, Edit, Part, Who};
use super::json::{Json, Key};
use super::refused::Refused;
use crate::load::Ids;
use crate::model::{Span, Vocabulary, sort_spans};
use std::rc::Rc;

/// The fields of a statement, in their order in the file.
pub const STATEMENT: [&str; 20] = [
    "id",
    "draft",
    "gist",
    "passage",
    "source",
    "cue",
    "content",
    "speakers",
    "via",
    "kind",
    "channel",
    "identification",
    "said_on",
    "topics",
    "about",
    "places",
    "dates",
    "mentions",
    "translation",
    "note",
];

impl Desk {
    /// Makes an edit. On an error, the caller restores the state.
    pub(super) fn make(&mut self, edit: Edit) -> Result<(), Refused> {
        match edit {
            Edit::NewStatement { content } => self.new_statement(&content, &[], &[]),
            Edit::Accept(ix) => {
                let suggestions = Rc::clone(&self.suggestions);
                let it = suggestions.get(ix.0).ok_or(Refused::Gone)?;
                self.new_statement(&it.content, &it.source, &it.cue)?;
                self.decide(ix.0, Fate::Accepted)
            }
            Edit::Reject(ix) => self.decide(ix.0, Fate::Rejected),
            Edit::Restore(ix) => self.decide(ix.0, Fate::Open),
            Edit::SetWords { statement, part, words } => self.set_words(statement, part, &words),
            Edit::AddWords { statement, part, words } => {
                let mut all = self.words_of(statement, part)?;
                all.push(words);
                self.set_words(statement, part, &all)
            }
            Edit::Speakers { statement, who } => {
                let ids = who.iter().map(|who| self.actor(who)).collect::<Result<Vec<_>, _>>()?;
                let ids = ids.iter().map(|id| Json::text(id)).collect();
                self.set_field(statement, "speakers", Some(Json::list(ids)))
            }
            Edit::Kind { statement, kind } => {
                let kind = kind.map(|kind| Json::text(kind.code()));
                self.set_field(statement, "kind", kind)
            }
            Edit::Gist { statement, gist } => self.set_field(
                statement,
                "gist",
                Some(gist).filter(|it| !it.trim().is_empty()).map(|it| Json::text(&it)),
            ),
            Edit::Note { statement, note } => self.set_field(
                statement,
                "note",
                Some(note).filter(|it| !it.trim().is_empty()).map(|it| Json::text(&it)),
            ),
            Edit::Without { statement, slot } => {
                Rc::make_mut(&mut self.state.without).insert((statement, slot));
                Ok(())
            }
            Edit::RemoveStatement(key) => {
                let list = self.document().root.field_mut("statements", &[]).elements_mut();
                let at = list.iter().position(|it| it.key == Some(key)).ok_or(Refused::Gone)?;
                list.remove(at);
                Ok(())
            }
            Edit::Article { field: ArticleField::Title, text } => {
                self.document().root.set("title", Some(Json::text(&text)), &[]);
                Ok(())
            }
            _ => Err(Refused::Gone),
        }
    }

    pub(super) fn document(&mut self) -> &mut Document {
        &mut self.state.document
    }

    fn decide(&mut self, at: usize, fate: Fate) -> Result<(), Refused> {
        *Rc::make_mut(&mut self.state.fates).get_mut(at).ok_or(Refused::Gone)? = fate;
        Ok(())
    }

    /// Returns whole words in reading order, joined where they overlap.
    fn whole(&self, words: &[Span]) -> Vec<Span> {
        let mut spans: Vec<Span> = words.iter().filter_map(|it| self.text.snap(*it)).collect();
        sort_spans(&mut spans);
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
                _ => joined.push(span),
            }
        }
        joined
    }

    /// Returns the quotes of words.
    fn quotes(&self, spans: &[Span]) -> Json {
        let quote = |span: &Span| {
            let quote = self.text.quoting().quote(*span)?;
            let mut json = Json::of(&serde_json::to_value(quote).ok()?);
            json.span = Some(*span);
            Some(json)
        };
        let mut quotes: Vec<Json> = spans.iter().filter_map(quote).collect();
        match quotes.len() {
            1 => quotes.remove(0),
            _ => Json::list(quotes),
        }
    }

    fn new_statement(
        &mut self,
        content: &[Span],
        source: &[Span],
        cue: &[Span],
    ) -> Result<(), Refused> {
        let content = self.whole(content);
        if content.is_empty() {
            return Err(Refused::NoWords);
        }
        let words: Vec<&str> = content.iter().map(|it| self.text.slice(*it)).collect();
        let list = self.state.document.list("statements");
        let taken: Vec<&str> =
            list.iter().filter_map(|it| it.get("id").and_then(Json::as_text)).collect();
        let id = Ids::with(&taken).take(&words.join(" "), "statement");
        let mut statement = Json::object([("id", Json::text(&id))]);
        for (name, spans) in
            [("source", self.whole(source)), ("cue", self.whole(cue)), ("content", content.clone())]
        {
            if !spans.is_empty() {
                statement.set(name, Some(self.quotes(&spans)), &STATEMENT);
            }
        }
        let key = self.document().new_key();
        statement.key = Some(key);
        let first = |it: &Json| super::document::spans(it.get("content")).first().copied();
        let list = self.document().root.field_mut("statements", &[]).elements_mut();
        let at =
            list.iter().position(|it| first(it) > content.first().copied()).unwrap_or(list.len());
        list.insert(at, statement);
        self.focus = Some(Focus::Statement(key));
        Ok(())
    }

    fn words_of(&self, key: Key, part: Part) -> Result<Vec<Span>, Refused> {
        let list = self.state.document.list("statements");
        let statement = list.iter().find(|it| it.key == Some(key)).ok_or(Refused::Gone)?;
        Ok(super::document::spans(statement.get(part.field())))
    }

    fn set_words(&mut self, key: Key, part: Part, words: &[Span]) -> Result<(), Refused> {
        let words = self.whole(words);
        if words.is_empty() && part == Part::Content {
            return Err(Refused::NeedsWords(part));
        }
        let quotes = (!words.is_empty()).then(|| self.quotes(&words));
        self.set_field(key, part.field(), quotes)
    }

    fn set_field(&mut self, key: Key, name: &str, value: Option<Json>) -> Result<(), Refused> {
        let list = self.document().root.field_mut("statements", &[]).elements_mut();
        let statement = list.iter_mut().find(|it| it.key == Some(key)).ok_or(Refused::Gone)?;
        statement.set(name, value, &STATEMENT);
        Ok(())
    }

    /// Returns the id of an actor, which is added if there is none.
    fn actor(&mut self, who: &Who) -> Result<String, Refused> {
        let actors = self.state.document.list("actors");
        let ids: Vec<&str> =
            actors.iter().filter_map(|it| it.get("id").and_then(Json::as_text)).collect();
        let name = match who {
            Who::Actor(id) if ids.contains(&id.as_str()) => return Ok(id.clone()),
            Who::Actor(_) => return Err(Refused::Gone),
            Who::Found(at) => self.view.names.get(*at).ok_or(Refused::Gone)?.name.clone(),
            Who::Typed(name) => name.trim().to_owned(),
        };
        if name.is_empty() {
            return Err(Refused::Empty);
        }
        let named = |it: &&Json| it.get("name").and_then(Json::as_text) == Some(&name);
        if let Some(id) = actors.iter().find(named).and_then(|it| it.get("id")?.as_text()) {
            return Ok(id.to_owned());
        }
        let id = Ids::with(&ids).take(&name, "actor");
        let shown = match self.text.quoting().contains(&name) {
            true => Json::text(&name),
            false => Json::object([
                ("is", Json::text(&name)),
                (
                    "note",
                    Json::text("The annotator's name for this actor. The article does not use it."),
                ),
            ]),
        };
        let actor =
            Json::object([("id", Json::text(&id)), ("name", shown), ("kind", Json::text("other"))]);
        self.document().root.field_mut("actors", &[]).elements_mut().push(actor);
        Ok(id)
    }
}

impl Part {
    /// Returns the name of the field.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Source => "source",
            Self::Cue => "cue",
        }
    }
}
