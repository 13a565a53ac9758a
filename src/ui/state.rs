//! The state of the app, and how the reader's actions change it.

use crate::model::{StatementIx, Vocabulary};
use crate::query::{Dropped, Facet, Range, Sort, Unknown, View};
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
    pub sheet: Sheet,
    /// True while single-key shortcuts are on.
    pub shortcuts: bool,
    /// The folds of the filters that are open.
    pub unfolded: Vec<Fold>,
    /// The statement that the reader points at.
    pub pointed: Option<StatementIx>,
    /// The statements chosen for comparison, at most two, in the order in which they were chosen.
    pub ticked: Vec<StatementIx>,
}

/// A part of the filters that the reader can open. Its options are drawn while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// All options of a facet.
    All(Facet),
    /// The options of a facet after the first few.
    Rest(Facet),
}

/// The filters of a narrow page, which cover its list while they are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// They do not cover the list.
    Closed,
    /// They cover the list.
    Open,
    /// They do not cover the list, because the reader asked to see it.
    Applied,
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
    /// into the search in the meantime, and `unfolded` what they opened.
    Begin { view: View, typed: Option<String>, shortcuts: bool, unfolded: Vec<Fold> },
    /// Follow a link.
    Follow(Route, View),
    /// Go back or forward with the browser's buttons.
    Return(Route, View),
    /// Type into the search.
    Search(String),
    /// Compare other sides or topics.
    Compare(View),
    /// Keep a filter value; if it is kept, leave it out; if it is left out, do neither.
    Cycle(Facet, Box<str>),
    /// Neither keep nor leave out a filter value.
    Drop(Facet, Box<str>),
    /// Choose a range of days.
    Range(Range),
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
    /// Close the filters on a narrow page and show the results.
    ShowResults,
    /// Choose a statement for comparison, or undo the choice. A third replaces the oldest.
    Tick(StatementIx),
    /// Undo the choice of statements.
    ClearTicks,
    /// Open or close a part of the filters.
    Unfold(Fold, bool),
    /// Close the filters if they are open, otherwise the open statement.
    Close,
    /// Turn single-key shortcuts on or off.
    AllowShortcuts(bool),
}

/// Sends actions to the state.
pub type Dispatch = UseReducerDispatcher<State>;

impl Fold {
    /// Returns the code of the fold, for markup.
    pub fn code(self) -> String {
        match self {
            Self::All(facet) => facet.code().to_owned(),
            Self::Rest(facet) => format!("{}+", facet.code()),
        }
    }

    /// Finds the fold with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.strip_suffix('+') {
            Some(facet) => Facet::from_code(facet).map(Self::Rest),
            None => Facet::from_code(code).map(Self::All),
        }
    }
}

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
            sheet: Sheet::Closed,
            shortcuts: true,
            unfolded: Vec::new(),
            pointed: None,
            ticked: Vec::new(),
        }
    }

    /// Returns the open folds after one is opened or closed.
    fn folding(&self, fold: Fold, is_open: bool) -> Vec<Fold> {
        let others = self.unfolded.iter().filter(|other| **other != fold);
        others.copied().chain(is_open.then_some(fold)).collect()
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

    /// Returns the chosen statements after one is chosen, or chosen again.
    fn ticking(&self, ix: StatementIx) -> Vec<StatementIx> {
        let mut ticked = self.ticked.clone();
        match ticked.iter().position(|other| *other == ix) {
            Some(place) => drop(ticked.remove(place)),
            None => {
                if ticked.len() == 2 {
                    ticked.remove(0);
                }
                ticked.push(ix);
            }
        }
        ticked
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = match action {
            Action::Begin { view, typed, shortcuts, unfolded } => {
                let (view, history) = match typed {
                    Some(typed) => (view.searching(&typed), History::Replace),
                    None => (view, History::Ahead),
                };
                Self { view, history, ready: true, shortcuts, unfolded, ..(*self).clone() }
            }
            Action::Follow(route, view) => {
                Self { route, history: History::Visit, sheet: Sheet::Closed, ..self.choosing(view) }
            }
            Action::Return(route, view) => Self {
                route,
                view,
                history: History::Return,
                sheet: Sheet::Closed,
                ..(*self).clone()
            },
            Action::Search(text) => Self {
                view: self.view.searching(&text),
                history: History::Replace,
                ..(*self).clone()
            },
            Action::Compare(view) => self.choosing(view),
            Action::Cycle(facet, code) => self.choosing(self.view.cycle(facet, &code)),
            Action::Drop(facet, code) => self.choosing(self.view.without(facet, &code)),
            Action::Range(range) => self.choosing(self.view.within(range)),
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
            Action::OpenFilters => Self { sheet: Sheet::Open, ..(*self).clone() },
            Action::ShowResults => Self { sheet: Sheet::Applied, ..(*self).clone() },
            Action::Unfold(fold, is_open) => {
                Self { unfolded: self.folding(fold, is_open), ..(*self).clone() }
            }
            Action::Close if self.sheet == Sheet::Open => {
                Self { sheet: Sheet::Closed, ..(*self).clone() }
            }
            Action::Close if self.view.open().next().is_some() => {
                self.choosing(self.view.opening([]))
            }
            Action::Close => (*self).clone(),
            Action::Tick(ix) => Self { ticked: self.ticking(ix), ..(*self).clone() },
            Action::ClearTicks => Self { ticked: Vec::new(), ..(*self).clone() },
            Action::AllowShortcuts(shortcuts) => Self { shortcuts, ..(*self).clone() },
        };
        if next == *self { self } else { Rc::new(next) }
    }
}
