//! The dossier as JSON, with its fields in order, and where its quotes are in the text.

use super::json::{Json, Key, Layout};
use super::open::OpenError;
use crate::import::File;
use crate::load::{Anchored, Loaded, load_all, paragraphs};
use crate::model::Span;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;

/// The name of the dossier in diagnostics.
const NAME: &str = "dossier.json";

/// The lists whose elements have keys.
const LISTS: [&str; 3] = ["statements", "figures", "background"];

/// A dossier.
#[derive(Debug, Clone)]
pub struct Document {
    /// The JSON.
    pub root: Json,
    /// The file as it was read.
    file: Rc<str>,
    layout: Layout,
    next: u32,
    /// Files beside the dossier, one of which may be its text.
    beside: Rc<[File]>,
}

/// A dossier as the loader reads it.
pub struct Checked {
    /// The file that was loaded.
    pub file: String,
    /// The result.
    pub loaded: Loaded,
}

impl Checked {
    /// Returns the first error.
    pub fn error(&self) -> Option<&str> {
        self.errors().next()
    }

    /// Returns the messages of the errors.
    pub fn errors(&self) -> impl Iterator<Item = &str> {
        use crate::load::Severity;
        let errors = self.loaded.diagnostics.iter().filter(|it| it.severity == Severity::Error);
        errors.map(|it| it.message.as_str())
    }
}

impl Document {
    /// Reads a file, and finds the words of its quotes.
    ///
    /// # Errors
    /// If it is not JSON, or not an object with an article.
    pub fn read(text: &str, beside: Rc<[File]>) -> Result<(Self, Checked), OpenError> {
        let json = text.trim_start_matches('\u{feff}');
        let root = Json::read(json).map_err(|(at, message)| {
            let line = 1 + json[..json.floor_char_boundary(at)].matches('\n').count();
            OpenError::NotJson { line, message }
        })?;
        if !root.get("article").is_some_and(Json::is_object) {
            return Err(OpenError::NotADossier);
        }
        let layout = Layout::of(json);
        let mut document = Self { root, file: text.into(), layout, next: 0, beside };
        let (checked, quotes) = document.load();
        document.add_keys();
        document.mark(&quotes);
        Ok((document, checked))
    }

    /// Reads another text of the same file, after changes that neither add nor remove elements: they keep
    /// their keys.
    ///
    /// # Errors
    /// If it is not JSON, or not an object with an article.
    pub fn reread(&self, text: &str) -> Result<(Self, Checked), OpenError> {
        let (mut document, checked) = Self::read(text, Rc::clone(&self.beside))?;
        document.next = self.next.max(document.next);
        for name in LISTS {
            let keys: Vec<Option<Key>> = self.list(name).iter().map(|it| it.key).collect();
            let list = document.root.at_to_mark(name);
            for (element, key) in list.into_iter().flat_map(Json::elements_to_mark).zip(keys) {
                element.key = key;
            }
        }
        Ok((document, checked))
    }

    /// Returns the files beside the dossier.
    pub fn beside(&self) -> impl Iterator<Item = &File> {
        self.beside.iter()
    }

    /// Writes the file. Without an edit, it is the one that was read.
    pub fn write(&self) -> String {
        if self.root.is_unedited() {
            return self.file.to_string();
        }
        let mark = if self.file.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        mark.to_owned() + &self.root.write(&self.layout)
    }

    /// Loads the dossier, and returns the quotes that were found.
    pub fn load(&self) -> (Checked, Vec<Anchored>) {
        let file = self.write();
        let read = |name: &str| {
            let beside = self.beside.iter().find(|it| it.name == name);
            beside.map(|it| it.bytes.clone()).ok_or_else(|| "the file was not opened".to_owned())
        };
        let (loaded, quotes) = load_all(NAME, file.as_bytes(), &read);
        (Checked { file, loaded }, quotes)
    }

    /// Sets the places of the quotes that were found.
    fn mark(&mut self, quotes: &[Anchored]) {
        for quote in quotes {
            if let Some(value) = self.root.at_to_mark(&quote.path) {
                value.span = Some(quote.span);
            }
        }
    }

    fn add_keys(&mut self) {
        for name in LISTS {
            let Some(list) = self.root.at_to_mark(name) else { continue };
            for element in list.elements_to_mark() {
                element.key = Some(Key(self.next));
                self.next += 1;
            }
        }
    }

    /// Returns the paths of the quotes that the loader does not find where they were, with the words that
    /// they should find: the other words of a statement decide which of several places are meant.
    pub fn moved(&self, quotes: &[Anchored]) -> Vec<(String, Span)> {
        let found: HashMap<&str, Span> =
            quotes.iter().map(|quote| (quote.path.as_str(), quote.span)).collect();
        let mut moved = Vec::new();
        each_quote(&self.root, &mut String::new(), &mut |path, span| {
            if found.get(path) != Some(&span) {
                moved.push((path.to_owned(), span));
            }
        });
        moved
    }

    /// Returns a key that no element has.
    pub fn new_key(&mut self) -> Key {
        self.next += 1;
        Key(self.next - 1)
    }

    /// Returns the elements of a list of the dossier.
    pub fn list(&self, name: &str) -> &[Json] {
        self.root.get(name).map_or(&[], Json::elements)
    }

    /// Returns the element of a list with a key, and its position.
    pub fn element(&self, list: &str, key: Key) -> Option<(usize, &Json)> {
        self.list(list).iter().enumerate().find(|(_, it)| it.key == Some(key))
    }

    /// Returns the article.
    pub fn article(&self) -> Option<&Json> {
        self.root.get("article")
    }

    /// Returns a text of the article. Empty if it has none.
    pub fn of_article(&self, name: &str) -> &str {
        self.article().and_then(|it| it.get(name)).and_then(Json::as_text).unwrap_or_default()
    }

    /// Returns true if the text of the article is in a file beside the dossier.
    pub fn has_text_file(&self) -> bool {
        self.article().is_some_and(|it| it.get("text").is_some())
    }

    /// Returns the paragraphs of the file beside the dossier. `None` if the dossier has none, or it was not opened.
    pub fn paragraphs_beside(&self) -> Option<Vec<String>> {
        let name = self.of_article("text");
        let file = self.beside.iter().find(|it| it.name == name && self.has_text_file())?;
        std::str::from_utf8(&file.bytes).ok().map(paragraphs)
    }

    /// Returns the text units: the dateline, and the paragraphs.
    pub fn units(&self) -> Vec<Cow<'_, str>> {
        let of_file = self.paragraphs_beside();
        let listed = self.article().and_then(|it| it.get("paragraphs"));
        let listed = listed.map_or(&[][..], Json::elements).iter();
        let listed = listed.map(|it| Cow::Borrowed(it.as_text().unwrap_or_default()));
        let of_file = of_file.into_iter().flatten().map(Cow::Owned);
        std::iter::once(Cow::Borrowed(self.of_article("dateline")))
            .chain(listed)
            .chain(of_file)
            .collect()
    }
}

/// Returns the places of the quotes in a value: one quote, a list, or anything that contains quotes.
pub fn spans(value: Option<&Json>) -> Vec<Span> {
    let mut found = Vec::new();
    if let Some(value) = value {
        collect(value, &mut found);
    }
    found
}

/// Calls a function with the path and the place of each quote that was found.
fn each_quote(value: &Json, path: &mut String, found: &mut impl FnMut(&str, Span)) {
    if let Some(span) = value.span {
        found(path, span);
        return;
    }
    let length = path.len();
    for (position, element) in value.elements().iter().enumerate() {
        let _ = write!(path, "[{position}]");
        each_quote(element, path, found);
        path.truncate(length);
    }
    for (name, field) in value.fields() {
        let dot = if length == 0 { "" } else { "." };
        let _ = write!(path, "{dot}{name}");
        each_quote(field, path, found);
        path.truncate(length);
    }
}

fn collect(value: &Json, found: &mut Vec<Span>) {
    if let Some(span) = value.span {
        found.push(span);
        return;
    }
    value.elements().iter().for_each(|it| collect(it, found));
    value.fields().iter().for_each(|(_, it)| collect(it, found));
}

/// Returns the words that name the source of a statement, without those of a shared source.
pub fn source_words(statement: &Json) -> Vec<Span> {
    match statement.get("source") {
        Some(source) if source.is_object() && source.span.is_none() => spans(source.get("words")),
        source => spans(source),
    }
}

/// Returns a text of an object. Empty if it has none.
pub fn text_of<'j>(object: &'j Json, name: &str) -> &'j str {
    object.get(name).and_then(Json::as_text).unwrap_or_default()
}

/// Returns the value of a reading: the value alone, or the `is` of an object.
pub fn reading(value: Option<&Json>) -> Option<&str> {
    let value = value?;
    value.as_text().or_else(|| value.get("is")?.as_text())
}

/// Returns the value of a reading of an object's field.
pub fn reading_of<'j>(object: &'j Json, name: &str) -> Option<&'j str> {
    reading(object.get(name))
}
