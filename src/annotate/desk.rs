//! The desk: one dossier that a person is editing.

use super::document::{Checked, Document, spans};
use super::edit::{Edit, EditName};
use super::history::{History, Past};
use super::json::{Json, Key};
use super::open::Normalised;
use super::question::{Question, Slot};
use super::refused::Refused;
use super::text::Text;
use super::view::{Drawn, ReviewView, SuggestionIx, View};
use crate::model::Span;
use crate::suggest::{Lexicons, Parts, Suggestions};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Maximum size of a file that is checked with each edit, in bytes. Larger ones are checked when
/// [`Desk::check`] is called.
const CHECKED_AT_ONCE: usize = 400_000;

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

/// Everything that an edit can change. Copies are cheap.
#[derive(Debug, Clone)]
pub struct State {
    /// The dossier.
    pub document: Document,
    /// Its text.
    pub text: Rc<Text>,
    /// The contents of the suggestions that were rejected.
    pub rejected: Rc<BTreeSet<Vec<Span>>>,
    /// The slots that a person left empty on purpose, or that an opened statement leaves empty.
    pub without: Rc<BTreeSet<(Key, Slot)>>,
    /// The words that changed with the text and that nobody has looked at.
    pub review: Rc<Vec<ReviewView>>,
}

/// A dossier that a person is editing.
pub struct Desk {
    pub(super) state: State,
    pub(super) session: Session,
    pub(super) suggestions: Rc<Suggestions>,
    /// The suggestions that are being made.
    parts: Option<Parts>,
    pub(super) normalised: Rc<[Normalised]>,
    /// The text as it was pasted.
    pub(super) original: Option<Rc<str>>,
    pub(super) focus: Option<Focus>,
    pub(super) history: History,
    /// The last check.
    pub(super) checked: Checked,
    /// True if the last check is of the present state.
    pub(super) is_checked: bool,
    pub(super) view: View,
    /// What the view was made of, so that only what changed is made again.
    pub(super) drawn: Drawn,
}

impl Desk {
    /// Makes a desk of a document.
    pub(super) fn of((document, checked): (Document, Checked), session: &Session) -> Self {
        let text = Rc::new(text_of(&document));
        let mut without = BTreeSet::new();
        if !document.root.get("draft").is_some_and(Json::is_true) {
            let finished = document.list("statements").iter();
            let finished = finished.filter(|it| !it.get("draft").is_some_and(Json::is_true));
            let keys = finished.filter_map(|it| it.key);
            without.extend(keys.flat_map(|key| Slot::ALL.map(|slot| (key, slot))));
        }
        let (rejected, review) = (Rc::default(), Rc::default());
        let mut desk = Self {
            state: State { document, text, rejected, without: Rc::new(without), review },
            session: session.clone(),
            suggestions: Rc::default(),
            parts: None,
            normalised: Rc::default(),
            original: None,
            focus: None,
            history: History::default(),
            checked,
            is_checked: true,
            view: View::default(),
            drawn: Drawn::default(),
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
        &self.state.text
    }

    /// Returns the text as it was pasted, before anything was normalised.
    pub fn original(&self) -> Option<&str> {
        self.original.as_deref()
    }

    /// Returns the dossier as the model has it, for the preview: as it was at the last check, if it had no
    /// error.
    pub const fn dossier(&self) -> Option<&crate::model::Dossier> {
        self.checked.loaded.dossier.as_ref()
    }

    /// Takes suggestions for the text. Those of words that are annotated already are left out.
    pub fn suggest(&mut self, suggestions: Suggestions) {
        self.suggestions = Rc::new(suggestions);
        self.draw();
    }

    /// Makes suggestions for the text.
    pub fn suggest_with(&mut self, lexicons: &Lexicons) {
        self.suggest_from_start();
        while self.suggest_on(lexicons) {}
    }

    /// Forgets the suggestions that are being made, for [`Desk::suggest_on`] to begin again.
    pub fn suggest_from_start(&mut self) {
        self.parts = Some(Parts::default());
    }

    /// Makes the suggestions for the next part of the text, and returns true if there are further parts. To view a very large
    /// text takes time too, so the view gets the suggestions of the first part, and then all.
    pub fn suggest_on(&mut self, lexicons: &Lexicons) -> bool {
        let Some(mut parts) = self.parts.take() else { return false };
        let text = self.text();
        let units: Vec<&str> = text.units().iter().map(|unit| unit.as_str()).collect();
        if !parts.read_on(&units, text.language(), lexicons) {
            self.suggest(parts.into_found());
            return false;
        }
        if parts.count() == 1 {
            self.suggest(parts.found().clone());
        }
        self.parts = Some(parts);
        true
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
        let typing = edit.typing();
        let before = self.past(edit.name());
        let is_fix = matches!(edit, Edit::Fix(_));
        let made = self.make(edit).and_then(|()| {
            self.settle();
            self.refresh_text();
            self.verify(is_fix)
        });
        if let Err(refused) = made {
            self.state = before.state;
            self.focus = before.focus;
            return Err(refused);
        }
        self.history.push(before, typing);
        self.draw();
        Ok(())
    }

    fn past(&self, name: EditName) -> Past {
        Past { name, state: self.state.clone(), focus: self.focus }
    }

    /// Takes the last edit back, and returns its name.
    pub fn undo(&mut self) -> Option<EditName> {
        let (state, focus) = (self.state.clone(), self.focus);
        let past = self.history.undo(|name| Past { name, state, focus })?;
        Some(self.go_to(past))
    }

    /// Makes the last undone edit again, and returns its name.
    pub fn redo(&mut self) -> Option<EditName> {
        let (state, focus) = (self.state.clone(), self.focus);
        let past = self.history.redo(|name| Past { name, state, focus })?;
        Some(self.go_to(past))
    }

    fn go_to(&mut self, past: Past) -> EditName {
        (self.state, self.focus) = (past.state, past.focus);
        self.is_checked = false;
        if self.state.document.write().len() <= CHECKED_AT_ONCE {
            self.checked = self.state.document.load().0;
            self.is_checked = true;
        }
        self.draw();
        past.name
    }

    /// Makes the text again if the article changed.
    fn refresh_text(&mut self) {
        const OF_TEXT: [&str; 6] =
            ["paragraphs", "text", "dateline", "language", "quoted_titles", "single_quotes"];
        let (old, new) = (self.state.text.article(), self.state.document.article());
        let is_same = |name: &&str| old.get(name) == new.and_then(|it| it.get(name));
        if !OF_TEXT.iter().all(is_same) {
            self.state.text = Rc::new(text_of(&self.state.document));
        }
    }

    /// Checks the dossier after an edit, unless it is very large. Refuses an edit that adds an error.
    fn verify(&mut self, is_fix: bool) -> Result<(), Refused> {
        self.is_checked = false;
        if self.checked.file.len() > CHECKED_AT_ONCE {
            return Ok(());
        }
        let checked = self.load();
        let before: Vec<&str> = self.checked.errors().collect();
        let now = checked.errors().count();
        if now > before.len() && !is_fix {
            let new = checked.errors().find(|error| !before.contains(error));
            return Err(Refused::Invalid(new.or(checked.error()).unwrap_or_default().to_owned()));
        }
        (self.checked, self.is_checked) = (checked, true);
        Ok(())
    }

    /// Loads the dossier. Quotes that find other words than they did are written with their context.
    fn load(&mut self) -> Checked {
        let (checked, quotes) = self.state.document.load();
        let moved = self.state.document.moved(&quotes);
        let mut is_rewritten = false;
        for (path, span) in moved {
            let Some(quote) = self.quote(span) else { continue };
            if let Some(value) = self.state.document.root.at_mut(&path) {
                is_rewritten |= *value != quote;
                *value = quote;
            }
        }
        if is_rewritten { self.state.document.load().0 } else { checked }
    }

    /// Checks the dossier with the loader, for problems in the view. [`Desk::apply`] does so itself for
    /// dossiers of a usual size; for others, [`View::is_checked`] is false until this is called.
    pub fn check(&mut self) {
        if !self.is_checked {
            self.checked = self.load();
            self.is_checked = true;
            self.draw();
        }
    }

    /// Returns the file, and marks the dossier as saved.
    pub fn save(&mut self) -> String {
        self.history.save();
        self.view.unsaved = 0;
        self.json()
    }

    /// Returns the position of the present state, for [`Desk::saved`].
    pub fn mark(&self) -> usize {
        self.history.mark()
    }

    /// Marks a file as saved that was made some time ago, at a position. The edits since then are unsaved.
    pub fn saved(&mut self, mark: usize, file: &str) {
        self.history.save_at(mark, self.json() == file);
        self.view.unsaved = self.history.unsaved();
    }

    /// Marks the dossier as one that was never saved.
    pub fn set_unsaved(&mut self) {
        self.history.set_unsaved(self.history.unsaved().max(1));
        self.view.unsaved = self.history.unsaved();
    }

    /// Gives the dossier another id, in all states that can be undone to. Its file then has another name.
    pub fn rename(&mut self, id: &crate::model::Slug) {
        let rename =
            |state: &mut State| state.document.root.set("id", Some(Json::text(id.as_str())), &[]);
        rename(&mut self.state);
        self.history.for_each(rename);
        self.checked = self.state.document.load().0;
        self.is_checked = true;
        self.draw();
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
}

/// Returns the text of a document.
pub fn text_of(document: &Document) -> Text {
    let article = document.article().cloned().unwrap_or_else(|| Json::object([]));
    let mut titles = spans(article.get("quoted_titles"));
    let single = article.get("single_quotes").is_some_and(Json::is_true);
    let units = document.units();
    let units: Vec<&str> = units.iter().map(|unit| &**unit).collect();
    // Another dateline may have left a title without its words; the loader reports that.
    titles.retain(|it| {
        units.get(it.unit.index()).is_some_and(|unit| it.end as usize <= unit.chars().count())
    });
    let language = document.of_article("language").to_owned();
    Text::of(&units, &language, &titles, single, article)
}
