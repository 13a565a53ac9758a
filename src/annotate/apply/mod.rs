//! Edits applied to the dossier. Each function changes the JSON of one thing; what several have in common
//! is here. [`Desk::apply`] checks the result and restores the state after a refusal.

mod actors;
mod article;
mod figures;
mod place;
mod references;
mod retext;
mod source;
mod statement;
mod who;
mod words;

use super::desk::Desk;
use super::document::{Document, source_words, spans, text_of};
use super::edit::{Edit, Part};
use super::json::{Json, Key};
use super::question::Slot;
use super::refused::Refused;
use super::view::SuggestionIx;
use crate::load::{Ids, is_dangerous};
use crate::model::{Span, Vocabulary, sort_spans};
use std::rc::Rc;

/// The fields of a statement, in their order in the file.
const STATEMENT: [&str; 20] = [
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

/// The fields of a dossier, in their order in the file.
const DOSSIER: [&str; 15] = [
    "$schema",
    "format",
    "id",
    "draft",
    "title",
    "summary",
    "annotation",
    "article",
    "topics",
    "places",
    "actors",
    "statements",
    "figures",
    "background",
    "relations",
];

impl Desk {
    /// Makes an edit. After an error, the state can be anything.
    pub(super) fn make(&mut self, edit: Edit) -> Result<(), Refused> {
        match edit {
            Edit::All(edits) => edits.into_iter().try_for_each(|edit| self.make(edit)),
            Edit::Accept(ix) => self.accept(ix),
            Edit::Reject(ix) => self.reject(ix, true),
            Edit::Restore(ix) => self.reject(ix, false),
            Edit::NewStatement { content } => self.new_statement(&content, &[], &[]).map(|_| ()),
            Edit::SetWords { statement, part, words } => self.set_words(statement, part, &words),
            Edit::AddWords { statement, part, words } => self.add_words(statement, part, words),
            Edit::RemoveWords { statement, part, words } => {
                self.remove_words(statement, part, words)
            }
            Edit::Speakers { statement, who } => self.set_speakers(statement, &who),
            Edit::ToggleSpeaker { statement, who } => self.toggle_speaker(statement, &who),
            Edit::SpeakerNote { statement, speaker, note } => {
                self.speaker_note(statement, &speaker, &note)
            }
            Edit::Antecedent { statement, words } => self.set_antecedent(statement, &words),
            Edit::Chain { statement, hops } => self.set_chain(statement, &hops),
            Edit::SameSource { statement, from } => self.same_source(statement, from),
            Edit::Without { statement, slot } => self.set_without(statement, slot),
            Edit::Kind { statement, kind } => {
                self.set(statement, "kind", kind.map(|it| Json::text(it.code())))
            }
            Edit::KindNote { statement, note } => self.kind_note(statement, &note),
            Edit::Channel { statement, channel } => {
                self.set(statement, "channel", channel.map(|it| Json::text(it.code())))
            }
            Edit::Identification { statement, kind } => self.identify(statement, kind),
            Edit::SaidOn { statement, when } => self.said_on(statement, when.as_ref()),
            Edit::Dates { statement, dates } => self.set_dates(statement, &dates),
            Edit::Topics { statement, labels } => self.set_topics(statement, &labels),
            Edit::About { statement, who } => self.set_about(statement, &who),
            Edit::Gist { statement, gist } => self.set(statement, "gist", text(&gist)),
            Edit::Note { statement, note } => self.set(statement, "note", text(&note)),
            Edit::StatementDraft { statement, draft } => {
                self.set(statement, "draft", draft.then(|| Json::bool(true)))
            }
            Edit::RemoveStatement(key) => self.remove_statement(key),
            Edit::Background { words, voice } => self.add_background(&words, voice),
            Edit::RemoveBackground(key) => self.remove_element("background", key),
            Edit::QuotedTitle(words) => self.quoted_title(words),
            Edit::SingleQuotes(are) => {
                self.article_mut().set("single_quotes", Some(Json::bool(are)), &article::ARTICLE);
                Ok(())
            }
            Edit::NewFigure { words, counted } => self.new_figure(words, counted),
            Edit::Figure { figure, counted, unit, bound } => {
                self.set_figure(figure, counted, unit.as_deref(), bound)
            }
            Edit::RemoveFigure(key) => self.remove_element("figures", key),
            Edit::AddActor(who) => self.actor(&who).map(|_| ()),
            Edit::Actor { actor, field } => self.set_actor(&actor, field),
            Edit::MergeActors { actor, into } => self.merge_actors(&actor, &into),
            Edit::SplitActor { actor, other, statements } => {
                self.split_actor(&actor, &other, &statements)
            }
            Edit::RemoveActor(id) => self.remove_actor(&id),
            Edit::Article { field, text } => self.set_article(field, &text),
            Edit::Show(show) => self.set_show(show),
            Edit::MoveFirstLine { field, back } => self.move_first_line(field, back),
            Edit::Draft(draft) => {
                let draft = draft.then(|| Json::bool(true));
                self.document().root.set("draft", draft, &DOSSIER);
                Ok(())
            }
            Edit::Fix(position) => self.fix(position),
            Edit::Retext(text) => self.retext(&text),
            Edit::Reviewed(position) => self.reviewed(position),
        }
    }

    /// Does what follows from any edit: the date of the last change.
    pub(super) fn settle(&mut self) {
        let today = self.session.today.clone();
        let is_day = crate::load::parse_day(&today).is_some();
        let root = &self.state.document.root;
        let annotation = root.get("annotation");
        let is_set = annotation.is_some_and(|it| text_of(it, "date") == today);
        if is_day && !is_set && annotation.is_none_or(Json::is_object) {
            let annotation = self.document().root.field_mut("annotation", &DOSSIER);
            annotation.set("date", Some(Json::text(&today)), &article::ANNOTATION);
        }
    }

    fn document(&mut self) -> &mut Document {
        &mut self.state.document
    }

    fn list_mut(&mut self, name: &str) -> &mut Vec<Json> {
        self.document().root.field_mut(name, &DOSSIER).elements_mut()
    }

    fn article_mut(&mut self) -> &mut Json {
        self.document().root.field_mut("article", &DOSSIER)
    }

    fn statement(&self, key: Key) -> Result<&Json, Refused> {
        self.state.document.element("statements", key).map(|(_, it)| it).ok_or(Refused::Gone)
    }

    fn element_mut(&mut self, list: &str, key: Key) -> Result<&mut Json, Refused> {
        let (position, _) = self.state.document.element(list, key).ok_or(Refused::Gone)?;
        self.list_mut(list).get_mut(position).ok_or(Refused::Gone)
    }

    fn statement_mut(&mut self, key: Key) -> Result<&mut Json, Refused> {
        self.element_mut("statements", key)
    }

    /// Sets a field of a statement, or removes it.
    fn set(&mut self, key: Key, name: &str, value: Option<Json>) -> Result<(), Refused> {
        self.statement_mut(key)?.set(name, value, &STATEMENT);
        Ok(())
    }

    fn remove_element(&mut self, list: &str, key: Key) -> Result<(), Refused> {
        let (position, _) = self.state.document.element(list, key).ok_or(Refused::Gone)?;
        let elements = self.list_mut(list);
        elements.remove(position);
        if elements.is_empty() && list != "statements" {
            self.document().root.set(list, None, &DOSSIER);
        }
        Ok(())
    }

    /// Returns an id that no element of a list has, made of words as an import does.
    fn new_id(&self, list: &str, words: &str, what: &str) -> String {
        let list = self.state.document.list(list);
        let taken: Vec<&str> = list.iter().map(|it| text_of(it, "id")).collect();
        Ids::with(&taken).take(words, what)
    }

    /// Returns the words of spans, joined.
    fn joined(&self, spans: &[Span]) -> String {
        spans.iter().map(|it| self.text().slice(*it)).collect::<Vec<_>>().join(" ")
    }

    /// Returns whole words in reading order, joined where they touch or overlap.
    fn whole(&self, words: &[Span]) -> Vec<Span> {
        let mut spans: Vec<Span> = words.iter().filter_map(|it| self.text().snap(*it)).collect();
        sort_spans(&mut spans);
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                Some(last) if last.unit == span.unit && self.touch(*last, span) => {
                    last.end = last.end.max(span.end);
                }
                _ => joined.push(span),
            }
        }
        joined
    }

    /// Returns true if only white space is between two spans, or less.
    fn touch(&self, one: Span, other: Span) -> bool {
        one.end >= other.start || {
            let gap = Span { start: one.end, end: other.start, ..one };
            self.text().slice(gap).trim().is_empty()
        }
    }

    /// Returns the quote of words, which finds them from anywhere.
    pub(super) fn quote(&self, span: Span) -> Option<Json> {
        let quote = self.text().quoting().quote(span)?;
        let mut json = Json::of(&serde_json::to_value(quote).ok()?);
        json.span = Some(span);
        Some(json)
    }

    /// Returns the quotes of whole words: one, or a list. `None` for no words.
    fn quotes(&self, spans: &[Span]) -> Result<Option<Json>, Refused> {
        let quotes = spans.iter().map(|it| self.quote(*it).ok_or(Refused::Repeated));
        let mut quotes = quotes.collect::<Result<Vec<Json>, Refused>>()?;
        Ok(match quotes.len() {
            0 => None,
            1 => quotes.pop(),
            _ => Some(Json::list(quotes)),
        })
    }

    fn accept(&mut self, ix: SuggestionIx) -> Result<(), Refused> {
        let suggestions = Rc::clone(&self.suggestions);
        let it = suggestions.statements.get(ix.0).ok_or(Refused::Gone)?;
        self.new_statement(&it.content, &it.source, &it.cue).map(|_| ())
    }

    fn reject(&mut self, ix: SuggestionIx, is_rejected: bool) -> Result<(), Refused> {
        let suggestions = Rc::clone(&self.suggestions);
        let content = &suggestions.statements.get(ix.0).ok_or(Refused::Gone)?.content;
        let rejected = Rc::make_mut(&mut self.state.rejected);
        if is_rejected {
            rejected.insert(content.clone());
        } else {
            rejected.remove(content);
        }
        Ok(())
    }

    /// Marks a slot as left empty on purpose, or not.
    fn answer(&mut self, key: Key, slot: Slot, is_without: bool) {
        let without = Rc::make_mut(&mut self.state.without);
        if is_without {
            without.insert((key, slot));
        } else {
            without.remove(&(key, slot));
        }
    }

    fn words_of(&self, key: Key, part: Part) -> Result<Vec<Span>, Refused> {
        let statement = self.statement(key)?;
        Ok(match part {
            Part::Source => source_words(statement),
            part => spans(statement.get(part.field())),
        })
    }
}

impl Part {
    /// Returns the name of the field.
    const fn field(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Source => "source",
            Self::Cue => "cue",
        }
    }
}

/// Returns what a person typed as the text of a field, without characters that nobody sees. `None` if
/// nothing is left.
fn text(typed: &str) -> Option<Json> {
    let kept = typed.chars().filter(|c| c.is_whitespace() || !is_dangerous(*c));
    let words = kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| Json::text(&words))
}
