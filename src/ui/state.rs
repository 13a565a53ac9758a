//! The state of the app, and how the reader's actions change it.

use crate::model::StatementIx;
use crate::query::{Dropped, Facet, Sort, Unknown, View};
use crate::route::Route;
use std::rc::Rc;
use yew::prelude::*;

/// Number of cards drawn at first, and added each time the reader asks for more. Drawing thousands
/// at once would take seconds.
const CARDS_AT_ONCE: usize = 200;

/// The whole state of the app.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The page.
    pub route: Route,
    /// The search, filters and order.
    pub view: View,
    /// The effect of the last change on the browser's history.
    pub history: History,
    /// True after the app has read the address and taken over the prerendered page.
    pub ready: bool,
    /// Maximum number of cards drawn.
    pub max_cards: usize,
    /// True while the filters cover a narrow page.
    pub sheet: bool,
    /// True while single-key shortcuts are on.
    pub shortcuts: bool,
    /// The statement that the reader points at.
    pub pointed: Option<StatementIx>,
}

/// The effect of a change on the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Nothing: the change came from the browser.
    Ahead,
    /// Nothing: the reader returned to an entry, which is scrolled to where they left it.
    Return,
    /// Adds an entry for a page or view, which is shown from the top.
    Visit,
    /// Adds an entry for the same page with other filters.
    Push,
    /// Replaces the address of the current entry.
    Replace,
}

/// An action of the reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The app takes over the page. `view` is from the address; `typed` is what the reader typed
    /// into the search in the meantime.
    Begin { view: View, typed: Option<String>, shortcuts: bool },
    /// Follow a link.
    Follow(Route, View),
    /// Go back or forward with the browser's buttons.
    Return(Route, View),
    /// Type into the search.
    Search(String),
    /// Compare other sides or topics.
    Compare(View),
    /// Choose a filter value, or undo the choice.
    Toggle(Facet, Box<str>),
    /// Remove a filter or the search to see more results.
    Widen(Dropped),
    /// Remove an unknown value from the view.
    Forget(Unknown),
    /// Open the statement with this id in the full text, or close it.
    Open(Option<Box<str>>),
    /// Point at a statement, or away from it.
    Point(Option<StatementIx>),
    /// Remove the search and all filters.
    Clear,
    /// Choose a sort order.
    SortBy(Sort),
    /// Draw more cards.
    ShowMore,
    /// Draw all cards.
    ShowAll,
    /// Open the filters on a narrow page.
    OpenFilters,
    /// Close the filters on a narrow page.
    CloseFilters,
    /// Close the filters if they are open, otherwise the open statement.
    Close,
    /// Turn single-key shortcuts on or off.
    AllowShortcuts(bool),
}

/// Sends actions to the state.
pub type Dispatch = UseReducerDispatcher<State>;

impl State {
    /// Returns the state of a prerendered page. It has no view: prerendering does not depend on
    /// query strings.
    pub fn prerendered(route: Route) -> Self {
        Self {
            route,
            view: View::default(),
            history: History::Ahead,
            ready: false,
            max_cards: CARDS_AT_ONCE,
            sheet: false,
            shortcuts: true,
            pointed: None,
        }
    }

    /// Returns the state with another view, as a new entry of the history.
    fn choosing(&self, view: View) -> Self {
        Self {
            view,
            history: History::Push,
            max_cards: CARDS_AT_ONCE,
            pointed: None,
            ..self.clone()
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = match action {
            Action::Begin { view, typed, shortcuts } => {
                let (view, history) = match typed {
                    Some(typed) => (view.searching(&typed), History::Replace),
                    None => (view, History::Ahead),
                };
                Self { view, history, ready: true, shortcuts, ..(*self).clone() }
            }
            Action::Follow(route, view) => {
                Self { route, history: History::Visit, sheet: false, ..self.choosing(view) }
            }
            Action::Return(route, view) => {
                Self { route, view, history: History::Return, sheet: false, ..(*self).clone() }
            }
            Action::Search(text) => Self {
                view: self.view.searching(&text),
                history: History::Replace,
                ..(*self).clone()
            },
            Action::Compare(view) => self.choosing(view),
            Action::Toggle(facet, code) => self.choosing(self.view.toggle(facet, &code)),
            Action::Widen(dropped) => self.choosing(dropped.from(&self.view)),
            Action::Forget(unknown) => self.choosing(self.view.dropping(&unknown)),
            Action::Open(id) => self.choosing(self.view.opening(id.as_deref())),
            Action::Point(pointed) => Self { pointed, ..(*self).clone() },
            Action::Clear => self.choosing(self.view.cleared()),
            Action::SortBy(sort) => self.choosing(self.view.sorted(sort)),
            Action::ShowMore => {
                Self { max_cards: self.max_cards + CARDS_AT_ONCE, ..(*self).clone() }
            }
            Action::ShowAll => Self { max_cards: usize::MAX, ..(*self).clone() },
            Action::OpenFilters => Self { sheet: true, ..(*self).clone() },
            Action::CloseFilters => Self { sheet: false, ..(*self).clone() },
            Action::Close if self.sheet => Self { sheet: false, ..(*self).clone() },
            Action::Close if self.view.open().next().is_some() => {
                self.choosing(self.view.opening([]))
            }
            Action::Close => (*self).clone(),
            Action::AllowShortcuts(shortcuts) => Self { shortcuts, ..(*self).clone() },
        };
        if next == *self { self } else { Rc::new(next) }
    }
}
