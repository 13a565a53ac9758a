//! The desk: one dossier that a person is editing.

use super::document::Document;
use super::edit::{Edit, EditName};
use super::json::{Json, Key};
use super::open::Normalised;
use super::question::{Question, Slot};
use super::refused::Refused;
use super::text::Text;
use super::view::{SuggestionIx, View};
use crate::model::Span;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What is known of the person who edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The day, as YYYY-MM-DD. It becomes the date of the annotation.
    pub today: String,
    /// The name of the annotator, for new dossiers.
    pub by: Option<String>,
}

/// What the page shows as open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// A statement.
    Statement(Key),
    /// A suggestion.
    Suggestion(SuggestionIx),
    /// A problem, by its position in [`View::problems`].
    Problem(usize),
    /// A number.
    Figure(Key),
}

/// A proposed statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The words that name the source.
    pub source: Vec<Span>,
    /// The verb.
    pub cue: Vec<Span>,
    /// What was said.
    pub content: Vec<Span>,
    /// How likely it is a statement, from 0 to 1.
    pub confidence: f32,
}

/// What became of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fate {
    /// Nobody has decided.
    #[default]
    Open,
    /// It became a statement.
    Accepted,
    /// It is no statement.
    Rejected,
}

/// Everything that an edit can change. Copies are cheap.
#[derive(Debug, Clone)]
pub struct State {
    /// The dossier.
    pub document: Document,
    /// What became of each suggestion.
    pub fates: Rc<Vec<Fate>>,
    /// The slots that a person left empty on purpose.
    pub without: Rc<BTreeSet<(Key, Slot)>>,
}

/// A state before an edit, or after one that was undone.
struct Past {
    name: EditName,
    state: State,
    focus: Option<Focus>,
}

/// A dossier that a person is editing.
pub struct Desk {
    pub(super) state: State,
    pub(super) session: Session,
    pub(super) suggestions: Rc<Vec<Suggestion>>,
    pub(super) normalised: Rc<[Normalised]>,
    pub(super) focus: Option<Focus>,
    pub(super) text: Rc<Text>,
    pub(super) view: View,
    past: Vec<Past>,
    future: Vec<Past>,
    pub(super) unsaved: usize,
}

impl Desk {
    /// Makes a desk of a document.
    pub(super) fn of(document: Document, session: Session, normalised: Rc<[Normalised]>) -> Self {
        let text = Rc::new(text_of(&document));
        let (fates, without) = (Rc::default(), Rc::default());
        let mut desk = Self {
            state: State { document, fates, without },
            session,
            suggestions: Rc::default(),
            normalised,
            focus: None,
            text,
            view: View::default(),
            past: Vec::new(),
            future: Vec::new(),
            unsaved: 0,
        };
        desk.draw();
        desk
    }

    /// Returns what the page draws.
    pub const fn view(&self) -> &View {
        &self.view
    }

    /// Returns the text, for selections.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Takes suggestions for the text. Those that a statement covers already are left out.
    pub fn suggest(&mut self, suggestions: Vec<Suggestion>) {
        self.state.fates = Rc::new(vec![Fate::Open; suggestions.len()]);
        self.suggestions = Rc::new(suggestions);
        self.draw();
    }

    /// Opens something, or nothing.
    pub fn set_focus(&mut self, focus: Option<Focus>) {
        if self.focus != focus {
            self.focus = focus;
            self.draw();
        }
    }

    /// Makes an edit. A statement that it makes is open afterwards.
    ///
    /// # Errors
    /// Says why the edit was not made. Then nothing has changed.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Refused> {
        let before = Past { name: edit.name(), state: self.state.clone(), focus: self.focus };
        if let Err(refused) = self.make(edit) {
            self.state = before.state;
            self.focus = before.focus;
            return Err(refused);
        }
        self.past.push(before);
        self.future.clear();
        self.unsaved += 1;
        self.draw();
        Ok(())
    }

    /// Takes the last edit back, and returns its name.
    pub fn undo(&mut self) -> Option<EditName> {
        let past = self.past.pop()?;
        let name = past.name;
        let now = self.go_to(past);
        self.future.push(now);
        Some(name)
    }

    /// Makes the last undone edit again, and returns its name.
    pub fn redo(&mut self) -> Option<EditName> {
        let future = self.future.pop()?;
        let name = future.name;
        let now = self.go_to(future);
        self.past.push(now);
        Some(name)
    }

    fn go_to(&mut self, other: Past) -> Past {
        let state = std::mem::replace(&mut self.state, other.state);
        let now = Past { name: other.name, state, focus: self.focus };
        self.focus = other.focus;
        self.unsaved += 1;
        self.draw();
        now
    }

    /// Returns the names of the edits that can be undone and redone, the next ones.
    pub(super) fn next_names(&self) -> (Option<EditName>, Option<EditName>) {
        (self.past.last().map(|it| it.name), self.future.last().map(|it| it.name))
    }

    /// Checks the dossier with the loader, for problems in the view. [`Desk::apply`] does so itself for
    /// dossiers of a usual size.
    pub fn check(&mut self) {
        self.draw();
    }

    /// Returns the file, and marks the dossier as saved.
    pub fn save(&mut self) -> String {
        self.unsaved = 0;
        self.view.unsaved = 0;
        self.state.document.write()
    }

    /// Returns the file.
    pub fn json(&self) -> String {
        self.state.document.write()
    }

    /// Returns the next question about a statement. `None` if every slot is answered.
    pub fn next_question(&self, statement: Key) -> Option<Question> {
        let card = self.view.statements.iter().find(|card| card.key == statement)?;
        self.question(statement, *card.open.first()?)
    }

    /// Returns the question about a slot of a statement, also if it is answered.
    pub fn question(&self, statement: Key, slot: Slot) -> Option<Question> {
        self.ask(statement, slot)
    }

    /// Returns the next place in the article, after a code point, that needs attention: a suggestion, a
    /// statement with an open slot or a problem, an unused quotation, words that nothing accounts for.
    pub fn next_open(&self, after: Option<Span>) -> Option<Span> {
        let from = after.map(|span| (span.unit, span.end));
        let mut places: Vec<Span> = self
            .view
            .suggestions
            .iter()
            .filter_map(|it| it.content.spans.first())
            .copied()
            .collect();
        places.sort();
        let next = places.iter().find(|it| from.is_none_or(|from| (it.unit, it.start) >= from));
        next.or_else(|| places.first()).copied()
    }
}

/// Returns the text of a document.
pub fn text_of(document: &Document) -> Text {
    let article = document.article();
    let get = |name: &str| article.and_then(|it| it.get(name));
    let titles = super::document::spans(get("quoted_titles"));
    let language = get("language").and_then(Json::as_text).unwrap_or_default();
    let single = get("single_quotes").is_some_and(Json::is_true);
    Text::new(&document.units(), language, &titles, single)
}
