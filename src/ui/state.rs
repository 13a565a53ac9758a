//! What the page shows, and how what the reader does changes it.

use crate::model::StatementIx;
use crate::query::{Dropped, Facet, Sort, Unknown, View};
use crate::route::Route;
use std::rc::Rc;
use yew::prelude::*;

/// How many cards are drawn at first, and how many more each time: drawing thousands takes longer
/// than reading one.
const CARDS_AT_ONCE: usize = 200;

/// The whole state of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Which page.
    pub route: Route,
    /// Which view of it.
    pub view: View,
    /// How the browser's history follows the last change.
    pub history: History,
    /// True once the app has read the address and taken over the prerendered page.
    pub ready: bool,
    /// How many cards are drawn at most.
    pub most: usize,
    /// The filters are open as a sheet over a narrow page.
    pub sheet: bool,
    /// Single keys do something.
    pub shortcuts: bool,
    /// The statement that the reader points at.
    pub pointed: Option<StatementIx>,
}

/// How the browser's history follows a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// It was ahead: nothing is written.
    Ahead,
    /// The reader came back to an entry, and to where they left it.
    Return,
    /// A new entry for a page or a view that is shown from its start.
    Visit,
    /// A new entry for the same page, narrowed or widened.
    Push,
    /// The same entry with another address.
    Replace,
}

/// What the reader meant.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The app takes over: the address says this view, unless something was typed meanwhile.
    Begin { view: View, typed: Option<String>, shortcuts: bool },
    /// Follow a link.
    Follow(Route, View),
    /// Come back by the browser's buttons.
    Return(Route, View),
    /// Type in the search.
    Search(String),
    /// Choose a filter's value, or take the choice back.
    Toggle(Facet, Box<str>),
    /// Drop what hides results.
    Widen(Dropped),
    /// Drop what means nothing here.
    Forget(Unknown),
    /// Open a statement in the article, by its id; open none.
    Open(Option<Box<str>>),
    /// Point at a statement, or at none.
    Point(Option<StatementIx>),
    /// Drop search and filters.
    Clear,
    /// Choose an order.
    SortBy(Sort),
    /// Draw more cards.
    ShowMore,
    /// Draw all cards.
    ShowAll,
    /// Open the filters over a narrow page.
    OpenFilters,
    /// Close them.
    CloseFilters,
    /// Close what stands over or beside the page: the filters, else the statement that is open.
    Close,
    /// Turn single-key shortcuts on or off.
    AllowShortcuts(bool),
}

/// Sends what the reader meant.
pub type Dispatch = UseReducerDispatcher<State>;

impl State {
    /// The state of a prerendered page: no view, for prerendering knows no query strings.
    pub fn prerendered(route: Route) -> Self {
        Self {
            route,
            view: View::default(),
            history: History::Ahead,
            ready: false,
            most: CARDS_AT_ONCE,
            sheet: false,
            shortcuts: true,
            pointed: None,
        }
    }

    fn choosing(&self, view: View) -> Self {
        Self { view, history: History::Push, most: CARDS_AT_ONCE, pointed: None, ..self.clone() }
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
            Action::Toggle(facet, code) => self.choosing(self.view.toggle(facet, &code)),
            Action::Widen(dropped) => self.choosing(dropped.from(&self.view)),
            Action::Forget(unknown) => self.choosing(self.view.dropping(&unknown)),
            Action::Open(id) => self.choosing(self.view.opening(id.as_deref())),
            Action::Point(pointed) => Self { pointed, ..(*self).clone() },
            Action::Clear => self.choosing(self.view.cleared()),
            Action::SortBy(sort) => self.choosing(self.view.sorted(sort)),
            Action::ShowMore => Self { most: self.most + CARDS_AT_ONCE, ..(*self).clone() },
            Action::ShowAll => Self { most: usize::MAX, ..(*self).clone() },
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
