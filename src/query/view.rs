//! The view: the search, the chosen facet values, the range of days, the sort order and the open
//! statements. A view contains whatever a URL contains, including unknown values, which match
//! nothing and can be removed.

use super::facet::{Collection, Facet, Sort};
use super::index::Index;
use super::range::{End, Range};
use crate::model::{Dossier, StatementIx, Vocabulary};
use std::borrow::Cow;

/// Maximum length of a search in characters. A longer one could freeze the page.
pub const MAX_SEARCH: usize = 300;

/// The state of a list. `route` converts it to a query string and back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The search, as typed.
    pub q: String,
    /// The chosen values, each once: by facet in the order of `Facet::ALL`, then in the order in
    /// which they were chosen.
    chosen: Vec<Chosen>,
    range: Range,
    /// The unknown days of the range, kept for reporting, in the order of `End::ALL`.
    unknown_days: [Option<Box<str>>; 2],
    sort: Sort,
    /// The code of an unknown sort order, kept for reporting.
    unknown_sort: Option<Box<str>>,
    /// The ids of the open statements: one in the article, two when comparing.
    open: Vec<Box<str>>,
    /// True if the end of the search or of the URL was cut off. Kept for reporting.
    is_cut: bool,
}

/// What a reader chose to do with the items that have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Keep them.
    Kept,
    /// Leave them out.
    LeftOut,
}

/// A chosen value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The facet.
    pub facet: Facet,
    /// The code of the value, which can be unknown.
    pub code: Box<str>,
    /// Whether the items that have it are kept or left out.
    pub choice: Choice,
}

/// A part of a view that is unknown to a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// A value that the facet does not have in this dossier.
    Value(Facet, Box<str>),
    /// An end of a range that is not a day.
    Day(End, Box<str>),
    /// A range whose first day is after its last. It is not applied.
    Reversed(Range),
    /// The code of an unknown sort order.
    Sort(Box<str>),
    /// The id of a statement that the dossier does not have.
    Statement(Box<str>),
    /// The end of a search or a URL that is too long. It is not applied.
    End,
}

impl View {
    /// Returns the chosen values.
    pub fn chosen(&self) -> &[Chosen] {
        &self.chosen
    }

    /// Returns what was chosen for a value, if anything.
    pub fn choice(&self, facet: Facet, code: &str) -> Option<Choice> {
        self.chosen.iter().find(|chosen| chosen.is(facet, code)).map(|chosen| chosen.choice)
    }

    /// Returns the codes that are kept in a facet, in the order in which they were chosen.
    pub fn kept(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.codes(facet, Choice::Kept)
    }

    /// Returns the codes that are left out in a facet, in the order in which they were chosen.
    pub fn left_out(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.codes(facet, Choice::LeftOut)
    }

    /// Returns the codes of a facet for which this was chosen, in the order in which they were.
    pub fn codes(&self, facet: Facet, choice: Choice) -> impl Iterator<Item = &str> {
        let chosen = self.chosen.iter();
        let chosen = chosen.filter(move |it| it.facet == facet && it.choice == choice);
        chosen.map(|chosen| &*chosen.code)
    }

    /// Returns the number of filters: the chosen values, and the range.
    pub fn filters(&self) -> usize {
        self.chosen.len() + usize::from(!self.range.is_open())
    }

    /// Returns the range of days. It can be reversed, and is then not applied.
    pub fn range(&self) -> Range {
        self.range
    }

    /// Returns the code of an end of the range for a URL: a full day, and an unknown one unchanged.
    pub fn day_code(&self, end: End) -> Option<Cow<'_, str>> {
        let unknown = self.unknown_days[end as usize].as_deref().map(Cow::Borrowed);
        unknown.or_else(|| Some(Cow::Owned(self.range.at(end)?.iso())))
    }

    /// Returns the sort order.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Returns the code of the sort order for a URL: `None` for the default, and an unknown code
    /// unchanged.
    pub fn sort_code(&self) -> Option<&str> {
        let known = (self.sort != Sort::default()).then(|| self.sort.code());
        self.unknown_sort.as_deref().or(known)
    }

    /// Returns the ids of the open statements, in the order in which they were opened.
    pub fn open(&self) -> impl Iterator<Item = &str> {
        self.open.iter().map(|id| &**id)
    }

    /// Returns the open statements that exist in the dossier.
    pub fn opened(&self, dossier: &Dossier) -> impl Iterator<Item = StatementIx> {
        self.open().filter_map(|id| dossier.find_statement(id))
    }

    /// Returns this view with these statements open, without repetitions. An id must not be empty
    /// or contain commas or white space.
    pub fn opening<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut open: Vec<Box<str>> = Vec::new();
        for id in ids {
            if !open.iter().any(|other| **other == *id) {
                open.push(id.into());
            }
        }
        Self { open, ..self.clone() }
    }

    /// Returns true for the default view, that of a URL without a query string.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// Returns this view with another search, cut to [`MAX_SEARCH`] characters.
    pub fn searching(&self, q: &str) -> Self {
        let end = q.char_indices().nth(MAX_SEARCH).map_or(q.len(), |(end, _)| end);
        Self { q: q[..end].to_owned(), is_cut: end < q.len(), ..self.clone() }
    }

    /// Returns true if the end of the search or of the URL was cut off.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Returns this view, marked as one whose end was cut off.
    pub fn cut(self) -> Self {
        Self { is_cut: true, ..self }
    }

    /// Returns this view with another sort order.
    pub fn sorted(&self, sort: Sort) -> Self {
        Self { sort, unknown_sort: None, ..self.clone() }
    }

    /// Returns this view with the sort order of a code, which can be unknown.
    pub fn sorted_by_code(&self, code: &str) -> Self {
        match Sort::from_code(&code.to_ascii_lowercase()) {
            Some(sort) => self.sorted(sort),
            None => Self { unknown_sort: Some(code.into()), ..self.sorted(Sort::default()) },
        }
    }

    /// Returns this view with another range of days.
    pub fn within(&self, range: Range) -> Self {
        Self { range, unknown_days: Default::default(), ..self.clone() }
    }

    /// Returns this view with an end of the range from a URL, which can be unknown: a day, or a
    /// month or year.
    pub fn within_code(&self, end: End, code: &str) -> Self {
        let (mut view, day) = (self.clone(), end.day(code));
        view.range = view.range.ending(end, day);
        view.unknown_days[end as usize] = day.is_none().then(|| code.into());
        view
    }

    /// Chooses to keep or leave out a value. A code must not be empty or contain white space, and
    /// only a date's can begin with a minus sign, and only with one.
    pub fn choose(&mut self, facet: Facet, code: &str, choice: Choice) {
        if let Some(chosen) = self.chosen.iter_mut().find(|chosen| chosen.is(facet, code)) {
            chosen.choice = choice;
        } else {
            let end = self.chosen.partition_point(|chosen| chosen.facet <= facet);
            self.chosen.insert(end, Chosen { facet, code: code.into(), choice });
        }
    }

    /// Returns this view with a value kept.
    pub fn with(&self, facet: Facet, code: &str) -> Self {
        let mut view = self.clone();
        view.choose(facet, code, Choice::Kept);
        view
    }

    /// Returns this view with a value left out.
    pub fn leaving_out(&self, facet: Facet, code: &str) -> Self {
        let mut view = self.clone();
        view.choose(facet, code, Choice::LeftOut);
        view
    }

    /// Returns this view with a value neither kept nor left out.
    pub fn without(&self, facet: Facet, code: &str) -> Self {
        self.retaining(|chosen| !chosen.is(facet, code))
    }

    /// Returns this view with the next choice for a value: kept, then left out, then neither.
    pub fn cycle(&self, facet: Facet, code: &str) -> Self {
        match self.choice(facet, code) {
            None => self.with(facet, code),
            Some(Choice::Kept) => self.leaving_out(facet, code),
            Some(Choice::LeftOut) => self.without(facet, code),
        }
    }

    /// Returns this view with nothing chosen in a facet.
    pub fn without_facet(&self, facet: Facet) -> Self {
        self.retaining(|chosen| chosen.facet != facet)
    }

    /// Returns this view without the values of a facet for which this was chosen.
    pub fn without_choice(&self, facet: Facet, choice: Choice) -> Self {
        self.retaining(|chosen| chosen.facet != facet || chosen.choice != choice)
    }

    fn retaining(&self, is_kept: impl Fn(&Chosen) -> bool) -> Self {
        let mut view = self.clone();
        view.chosen.retain(is_kept);
        view
    }

    /// Returns this view without search, chosen values and range. Keeps the sort order and open
    /// statements.
    pub fn cleared(&self) -> Self {
        let view = self.within(Range::default());
        Self { q: String::new(), chosen: Vec::new(), is_cut: false, ..view }
    }

    /// Returns the parts that are unknown to the dossier, in the view's order. Ignores facets that
    /// the collection does not have.
    pub fn unknown(&self, dossier: &Dossier, index: &Index, of: Collection) -> Vec<Unknown> {
        let listing = index.listing(of);
        let is_unknown = |chosen: &&Chosen| {
            let column = listing.column(chosen.facet);
            column.is_some_and(|column| column.find(dossier, &chosen.code).is_none())
        };
        let mut unknown: Vec<Unknown> = (self.chosen.iter().filter(is_unknown))
            .map(|chosen| Unknown::Value(chosen.facet, chosen.code.clone()))
            .collect();
        if listing.column(Facet::Date).is_some() {
            let days = End::ALL.iter().zip(&self.unknown_days);
            unknown.extend(days.filter_map(|(end, code)| Some(Unknown::Day(*end, code.clone()?))));
            unknown.extend(self.range.is_reversed().then_some(Unknown::Reversed(self.range)));
        }
        unknown.extend(self.unknown_sort.clone().map(Unknown::Sort));
        let missing = self.open().filter(|id| dossier.find_statement(id).is_none());
        unknown.extend(missing.map(|id| Unknown::Statement(id.into())));
        unknown.extend(self.is_cut.then_some(Unknown::End));
        unknown
    }

    /// Returns this view without an unknown part.
    pub fn dropping(&self, unknown: &Unknown) -> Self {
        match unknown {
            Unknown::Value(facet, code) => self.without(*facet, code),
            Unknown::Day(end, _) => {
                let mut view = self.clone();
                view.unknown_days[*end as usize] = None;
                view
            }
            Unknown::Reversed(_) => self.within(Range::default()),
            Unknown::Sort(_) => self.sorted(Sort::default()),
            Unknown::Statement(id) => self.opening(self.open().filter(|open| **open != **id)),
            Unknown::End => Self { is_cut: false, ..self.clone() },
        }
    }
}

impl Chosen {
    fn is(&self, facet: Facet, code: &str) -> bool {
        self.facet == facet && *self.code == *code
    }
}
