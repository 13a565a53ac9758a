//! What the page shows besides the dossier: the stage, what is selected, which panel is open, and what was just said.

use super::keep::Keep;
use super::page::Send;
use crate::annotate::{Card, Desk, Focus, Pick, Problem, Question, Session, Slot, SuggestionView};
use crate::browser::annotator as browser;
use gloo::timers::callback::Timeout;
use std::rc::Rc;

/// What the page is used for at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is open yet.
    Start,
    /// A text is being annotated.
    Work,
    /// The readers' pages: the list, or a statement by its position.
    Preview(Option<usize>),
}

/// What covers or replaces the card beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    /// Nothing.
    None,
    /// What was recognised in a text that was just pasted.
    Recognised,
    /// The details of the article.
    Article,
    /// An actor, by its id.
    Actor(String),
    /// The updated text.
    Review,
}

/// The state of the page.
pub struct State {
    /// Sends what is to be done later.
    pub send: Send,
    /// Makes the suggestions for the next part of the text.
    pub suggesting: Option<Timeout>,
    /// The dossier.
    pub desk: Option<Desk>,
    /// Where it is kept.
    pub keep: Keep,
    /// What the page is used for.
    pub stage: Stage,
    /// The panel.
    pub panel: Panel,
    /// The selected words.
    pub pick: Pick,
    /// The slot that a person asked for.
    pub slot: Option<Slot>,
    /// True while several speakers are chosen together.
    pub several: bool,
    /// What is said to people who hear it, with a number that changes with every message.
    pub said: (String, usize),
    /// Why the last thing was not done.
    pub refused: Option<String>,
    /// True if single keys are used.
    pub keys_on: bool,
    /// True while all keys are shown.
    pub shows_keys: bool,
    /// Where the focus goes after the next draw.
    pub focus_next: Option<&'static str>,
}

/// The id of the text of the article.
pub const SHEET_ID: &str = "sheet";
/// The id of the heading of the card or the panel.
pub const CARD_ID: &str = "card";
/// The id of the field for the pasted text.
pub const PASTE_ID: &str = "paste";
/// The id of the field for a typed name.
pub const NAME_ID: &str = "name";

impl State {
    /// Returns the state of a page that was just opened.
    pub fn new(send: Send) -> Self {
        Self {
            send: send.clone(),
            suggesting: None,
            desk: None,
            keep: Keep::new(send),
            stage: Stage::Start,
            panel: Panel::None,
            pick: Pick::default(),
            slot: None,
            several: false,
            said: (String::new(), 0),
            refused: None,
            keys_on: crate::browser::shortcuts_allowed(),
            shows_keys: false,
            focus_next: None,
        }
    }

    /// Returns what is known of the person and the day.
    pub fn session() -> Session {
        Session { today: browser::today(), by: None }
    }

    /// Says something.
    pub fn say(&mut self, words: impl Into<String>) {
        self.said = (words.into(), self.said.1 + 1);
    }

    /// Returns the open statement.
    pub fn card(&self) -> Option<&Rc<Card>> {
        let view = self.desk.as_ref()?.view();
        let Some(Focus::Statement(key)) = view.focus else { return None };
        view.statements.iter().find(|card| card.key == key)
    }

    /// Returns the open suggestion.
    pub fn suggestion(&self) -> Option<&Rc<SuggestionView>> {
        let view = self.desk.as_ref()?.view();
        let Some(Focus::Suggestion(ix)) = view.focus else { return None };
        view.suggestions.iter().find(|it| it.ix == ix)
    }

    /// Returns the open problem.
    pub fn problem(&self) -> Option<&Rc<Problem>> {
        let view = self.desk.as_ref()?.view();
        let Some(Focus::Problem(at)) = view.focus else { return None };
        view.problems.get(at)
    }

    /// Returns true if a name answers the question.
    pub fn asks_name(&self) -> bool {
        self.question().is_some_and(|it| it.takes_name)
    }

    /// Returns the question about the open statement: about the slot that a person asked for, or else about the next
    /// open one.
    pub fn question(&self) -> Option<Question> {
        let (desk, card) = (self.desk.as_ref()?, self.card()?);
        match self.slot.or(self.several.then_some(Slot::Speaker)) {
            Some(slot) => desk.question(card.key, slot),
            None => desk.next_question(card.key),
        }
    }
}
