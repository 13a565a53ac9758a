//! The view: the search, the chosen facet values, the sort order and the open statements. A view
//! contains whatever a URL contains, including unknown values, which match nothing and can be
//! removed.

use super::facet::{Collection, Facet, Sort};
use super::index::Index;
use crate::model::{Dossier, StatementIx, Vocabulary};

/// The state of a list. `route` converts it to a query string and back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The search, as typed.
    pub q: String,
    /// The chosen codes without repetitions: by facet in the order of `Facet::ALL`, then in the
    /// order in which they were chosen.
    chosen: Vec<(Facet, Box<str>)>,
    sort: Sort,
    /// The code of an unknown sort order, kept for reporting.
    unknown_sort: Option<Box<str>>,
    /// The ids of the open statements: one in the article, two when comparing.
    open: Vec<Box<str>>,
}

/// A part of a view that is unknown to a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// A value that the facet does not have in this dossier.
    Value(Facet, Box<str>),
    /// The code of an unknown sort order.
    Sort(Box<str>),
    /// The id of a statement that the dossier does not have.
    Statement(Box<str>),
}

impl View {
    /// Returns the chosen codes with their facets.
    pub fn chosen(&self) -> &[(Facet, Box<str>)] {
        &self.chosen
    }

    /// Returns the codes chosen in a facet, in the order in which they were chosen.
    pub fn codes(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen.iter().filter(move |(f, _)| *f == facet).map(|(_, code)| &**code)
    }

    /// Returns true if the code is chosen.
    pub fn has(&self, facet: Facet, code: &str) -> bool {
        self.codes(facet).any(|chosen| chosen == code)
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

    /// Returns this view with another search.
    pub fn searching(&self, q: &str) -> Self {
        Self { q: q.to_owned(), ..self.clone() }
    }

    /// Returns this view with another sort order.
    pub fn sorted(&self, sort: Sort) -> Self {
        Self { sort, unknown_sort: None, ..self.clone() }
    }

    /// Returns this view with the sort order of a code, which can be unknown.
    pub fn sorted_by_code(&self, code: &str) -> Self {
        match Sort::from_code(code) {
            Some(sort) => self.sorted(sort),
            None => Self { unknown_sort: Some(code.into()), ..self.sorted(Sort::default()) },
        }
    }

    /// Chooses a code. A code must not be empty or contain white space.
    pub fn choose(&mut self, facet: Facet, code: &str) {
        if !self.has(facet, code) {
            let end = self.chosen.partition_point(|(f, _)| *f <= facet);
            self.chosen.insert(end, (facet, code.into()));
        }
    }

    /// Returns this view with a code chosen.
    pub fn with(&self, facet: Facet, code: &str) -> Self {
        let mut view = self.clone();
        view.choose(facet, code);
        view
    }

    /// Returns this view without a code.
    pub fn without(&self, facet: Facet, code: &str) -> Self {
        let mut view = self.clone();
        view.chosen.retain(|(f, chosen)| *f != facet || **chosen != *code);
        view
    }

    /// Returns this view with the code added or, if it is already chosen, removed.
    pub fn toggle(&self, facet: Facet, code: &str) -> Self {
        if self.has(facet, code) { self.without(facet, code) } else { self.with(facet, code) }
    }

    /// Returns this view with nothing chosen in a facet.
    pub fn without_facet(&self, facet: Facet) -> Self {
        let mut view = self.clone();
        view.chosen.retain(|(f, _)| *f != facet);
        view
    }

    /// Returns this view without search and chosen values. Keeps the sort order and open
    /// statements.
    pub fn cleared(&self) -> Self {
        Self { q: String::new(), chosen: Vec::new(), ..self.clone() }
    }

    /// Returns the parts that are unknown to the dossier, in the view's order. Ignores facets that
    /// the collection does not have.
    pub fn unknown(&self, dossier: &Dossier, index: &Index, of: Collection) -> Vec<Unknown> {
        let listing = index.listing(of);
        let is_unknown = |facet: Facet, code: &str| {
            listing.column(facet).is_some_and(|column| column.find(dossier, code).is_none())
        };
        let values = (self.chosen.iter())
            .filter(|(facet, code)| is_unknown(*facet, code))
            .map(|(facet, code)| Unknown::Value(*facet, code.clone()));
        let missing = self.open().filter(|id| dossier.find_statement(id).is_none());
        (values.chain(self.unknown_sort.clone().map(Unknown::Sort)))
            .chain(missing.map(|id| Unknown::Statement(id.into())))
            .collect()
    }

    /// Returns this view without an unknown part.
    pub fn dropping(&self, unknown: &Unknown) -> Self {
        match unknown {
            Unknown::Value(facet, code) => self.without(*facet, code),
            Unknown::Sort(_) => self.sorted(Sort::default()),
            Unknown::Statement(id) => self.opening(self.open().filter(|open| **open != **id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn codes(view: &View) -> String {
        let pairs: Vec<String> =
            view.chosen().iter().map(|(facet, code)| format!("{}:{code}", facet.code())).collect();
        pairs.join(" ")
    }

    #[test]
    fn chosen_codes_are_in_the_order_of_facets() {
        let view = View::default()
            .with(Facet::Speaker, "b")
            .toggle(Facet::Kind, "denial")
            .with(Facet::Speaker, "a")
            .with(Facet::Speaker, "b");
        assert_eq!(codes(&view), "kind:denial speaker:b speaker:a");
        assert_eq!(view.codes(Facet::Speaker).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(codes(&view.toggle(Facet::Speaker, "b")), "kind:denial speaker:a");
        assert_eq!(codes(&view.without_facet(Facet::Speaker)), "kind:denial");
        assert!(view.has(Facet::Kind, "denial") && !view.has(Facet::Via, "denial"));
    }

    #[test]
    fn a_statement_is_open_once_and_stays_open_when_filters_are_cleared() {
        let view = View::default().with(Facet::Kind, "denial").opening(["b", "a", "b"]);
        assert_eq!(view.open().collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(view.cleared(), View::default().opening(["b", "a"]));
        assert_eq!(view.opening([]), View::default().with(Facet::Kind, "denial"));
    }

    #[test]
    fn clearing_keeps_the_sort_order() {
        let view = View::default().searching("x").with(Facet::Kind, "denial").sorted(Sort::Said);
        assert_eq!(view.cleared(), View::default().sorted(Sort::Said));
        assert!(!view.cleared().is_plain());
        assert!(view.cleared().sorted(Sort::Article).is_plain());
    }

    #[test]
    fn reports_unknown_parts() {
        let dossier = sample::dossier();
        let index = Index::new(&dossier);
        let view = View::default()
            .with(Facet::Kind, "rumour")
            .with(Facet::Kind, "denial")
            .with(Facet::Speaker, "agency")
            .with(Facet::Role, "villain")
            .opening(["nobody-said-it"])
            .sorted_by_code("newest");
        let unknown = view.unknown(&dossier, &index, Collection::Statements);
        assert_eq!(
            unknown,
            [
                Unknown::Value(Facet::Kind, "rumour".into()),
                Unknown::Value(Facet::Speaker, "agency".into()),
                Unknown::Sort("newest".into()),
                Unknown::Statement("nobody-said-it".into()),
            ]
        );
        let dropped = unknown.iter().fold(view, |view, unknown| view.dropping(unknown));
        assert_eq!(codes(&dropped), "kind:denial role:villain");
        assert_eq!(dropped.sort_code(), None);
        assert_eq!(dropped.open().count(), 0);
    }
}
