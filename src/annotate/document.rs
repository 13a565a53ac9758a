//! The dossier as JSON, with its fields in order, and where its quotes are in the text.

use super::json::{Json, Key, Layout};
use super::open::OpenError;
use crate::load::{Diagnostic, Loaded, load_with_quotes};
use crate::model::Span;
use std::rc::Rc;

/// The name of the dossier in diagnostics.
const NAME: &str = "dossier.json";

/// The lists whose elements have keys.
pub const LISTS: [&str; 4] = ["statements", "figures", "background", "actors"];

/// A dossier.
#[derive(Debug, Clone)]
pub struct Document {
    /// The JSON.
    pub root: Json,
    /// The file as it was read.
    file: Rc<str>,
    layout: Layout,
    next: u32,
}

/// A dossier as the loader reads it.
pub struct Checked {
    /// The model, if there is no error.
    pub loaded: Loaded,
    /// The file that was loaded.
    pub file: String,
}

impl Document {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is not JSON, or not an object.
    pub fn read(text: &str) -> Result<Self, OpenError> {
        let json = text.trim_start_matches('\u{feff}');
        let root = Json::read(json).map_err(|(at, message)| {
            let line = 1 + json[..at.min(json.len())].matches('\n').count();
            OpenError::NotJson { line, message }
        })?;
        if !root.get("article").is_some_and(Json::is_object) {
            return Err(OpenError::NotADossier);
        }
        let layout = Layout::of(json);
        let mut document = Self { root, file: text.into(), layout, next: 0 };
        document.anchor();
        Ok(document)
    }

    /// Writes the file. Without an edit, it is the one that was read.
    pub fn write(&self) -> String {
        if self.root.is_unedited() { self.file.to_string() } else { self.root.write(&self.layout) }
    }

    /// Loads the dossier.
    pub fn check(&self) -> Checked {
        let file = self.write();
        let (loaded, _) = load_with_quotes(NAME, file.as_bytes());
        Checked { loaded, file }
    }

    /// Loads the dossier, gives keys to the elements of lists, and finds the words of all quotes.
    pub fn anchor(&mut self) -> Vec<Diagnostic> {
        let (loaded, quotes) = load_with_quotes(NAME, self.write().as_bytes());
        for list in LISTS {
            let Some(list) = self.root.at_to_mark(list) else { continue };
            for element in list.elements_to_mark() {
                if element.key.is_none() {
                    element.key = Some(Key(self.next));
                    self.next += 1;
                }
            }
        }
        for quote in quotes {
            if let Some(value) = self.root.at_to_mark(&quote.path) {
                value.span = Some(quote.span);
            }
        }
        loaded.diagnostics
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

    /// Returns the article.
    pub fn article(&self) -> Option<&Json> {
        self.root.get("article")
    }

    /// Returns the text units: the dateline, and the paragraphs.
    pub fn units(&self) -> Vec<&str> {
        let article = self.article();
        let text = |name| article.and_then(|it| it.get(name)).and_then(Json::as_text);
        let paragraphs =
            article.and_then(|it| it.get("paragraphs")).map_or(&[][..], Json::elements);
        let paragraphs = paragraphs.iter().map(|it| it.as_text().unwrap_or_default());
        std::iter::once(text("dateline").unwrap_or_default()).chain(paragraphs).collect()
    }
}

/// Returns the places of the quotes of a field: one, or a list.
pub fn spans(value: Option<&Json>) -> Vec<Span> {
    let Some(value) = value else { return Vec::new() };
    if let Some(span) = value.span {
        return vec![span];
    }
    value.elements().iter().filter_map(|it| it.span).collect()
}
