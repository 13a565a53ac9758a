//! The words of statements, and words that belong to none.

use super::super::desk::{Desk, Focus};
use super::super::document::spans;
use super::super::edit::Part;
use super::super::json::{Json, Key};
use super::super::question::Slot;
use super::super::refused::Refused;
use super::{STATEMENT, article};
use crate::model::{Span, Vocabulary, Voice, is_letter};

/// The fields of background words, in their order in the file.
const BACKGROUND: [&str; 3] = ["words", "voice", "why"];

impl Desk {
    /// Makes a statement, and opens it.
    pub(super) fn new_statement(
        &mut self,
        content: &[Span],
        source: &[Span],
        cue: &[Span],
    ) -> Result<Key, Refused> {
        let [content, source, cue] = [content, source, cue].map(|it| self.whole(it));
        if !self.says_something(&content) {
            return Err(Refused::NoWords);
        }
        let id = self.new_id("statements", &self.joined(&content), "statement");
        let mut statement = Json::object([("id", Json::text(&id))]);
        if !self.state.document.root.get("draft").is_some_and(Json::is_true) {
            statement.set("draft", Some(Json::bool(true)), &STATEMENT);
        }
        for (name, words) in [("source", &source), ("cue", &cue), ("content", &content)] {
            statement.set(name, self.quotes(words)?, &STATEMENT);
        }
        let key = self.document().new_key();
        statement.key = Some(key);
        self.list_mut("statements").push(statement);
        self.place(key)?;
        self.focus = Some(Focus::Statement(key));
        Ok(key)
    }

    /// Returns true if there is at least one word, and not only punctuation.
    fn says_something(&self, spans: &[Span]) -> bool {
        spans.iter().any(|it| self.text().slice(*it).contains(is_letter))
    }

    pub(super) fn add_words(&mut self, key: Key, part: Part, words: Span) -> Result<(), Refused> {
        let mut all = self.words_of(key, part)?;
        all.push(self.text().snap(words).ok_or(Refused::NoWords)?);
        self.set_words(key, part, &all)
    }

    pub(super) fn remove_words(
        &mut self,
        key: Key,
        part: Part,
        words: Span,
    ) -> Result<(), Refused> {
        let words = self.text().snap(words).ok_or(Refused::NoWords)?;
        let mut left = Vec::new();
        for span in self.words_of(key, part)? {
            if !span.overlaps(words) {
                left.push(span);
                continue;
            }
            let before = Span { end: words.start.max(span.start), ..span };
            let after = Span { start: words.end.min(span.end), ..span };
            left.extend([before, after].into_iter().filter(|it| !it.is_empty()));
        }
        let left: Vec<Span> = left.into_iter().filter_map(|it| self.trimmed(it)).collect();
        self.set_words(key, part, &left)
    }

    /// Returns the whole words in a span, without a word that is cut. `None` if it has none.
    fn trimmed(&self, span: Span) -> Option<Span> {
        let unit = self.text().words(span.unit);
        let inside = unit.iter().filter(|word| word.is_in(span));
        let snapped: Vec<Span> = inside
            .filter_map(|word| {
                let start = word.span.start.max(span.start);
                self.text().snap(Span { start, end: word.span.end.min(span.end), ..span })
            })
            .collect();
        let (first, last) = (snapped.first()?, snapped.last()?);
        Some(Span { start: first.start, end: last.end, ..span })
    }

    pub(super) fn set_words(
        &mut self,
        key: Key,
        part: Part,
        words: &[Span],
    ) -> Result<(), Refused> {
        let words = self.whole(words);
        let quotes = self.quotes(&words)?;
        match part {
            Part::Content if !self.says_something(&words) => {
                return Err(Refused::NeedsWords(part));
            }
            Part::Source => self.set_source(key, quotes)?,
            part => self.set(key, part.field(), quotes)?,
        }
        let slot = match part {
            Part::Content => Slot::Words,
            Part::Source => Slot::Source,
            Part::Cue => Slot::Verb,
        };
        self.answer(key, slot, false);
        self.place(key)
    }

    pub(super) fn add_background(&mut self, words: &[Span], voice: Voice) -> Result<(), Refused> {
        let words = self.whole(words);
        let quotes = self.quotes(&words)?.ok_or(Refused::NoWords)?;
        let mut background = Json::object([]);
        background.set("words", Some(quotes), &BACKGROUND);
        background.set("voice", Some(Json::text(voice.code())), &BACKGROUND);
        background.key = Some(self.document().new_key());
        let list = self.list_mut("background");
        let first = |it: &Json| spans(it.get("words")).first().copied();
        let at = list.iter().position(|it| first(it) > words.first().copied());
        list.insert(at.unwrap_or(list.len()), background);
        Ok(())
    }

    pub(super) fn quoted_title(&mut self, words: Span) -> Result<(), Refused> {
        let words = self.text().snap(words).ok_or(Refused::NoWords)?;
        let quote = self.quote(words).ok_or(Refused::NoWords)?;
        let titles = self.article_mut().field_mut("quoted_titles", &article::ARTICLE);
        if !spans(Some(titles)).contains(&words) {
            titles.elements_mut().push(quote);
        }
        Ok(())
    }
}
