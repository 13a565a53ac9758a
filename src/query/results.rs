//! Running a view: the items that match, and the counts of each facet value.

use super::column::Column;
use super::facet::{Collection, Facet, Value};
use super::index::Index;
use super::search::Query;
use super::view::View;
use crate::model::Dossier;

/// The results of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// Positions of the matching items, in the view's order.
    pub order: Vec<u32>,
    /// The collection's facets, in listing order.
    pub facets: Vec<FacetCounts>,
    /// Number of items in the collection.
    pub total: u32,
}

/// The values of a facet, each with the number of items that would match if it were chosen: the
/// items with the value that match the search and the choices in all *other* facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// All values, including those with a count of zero.
    pub counts: Vec<(Value, u32)>,
}

/// Runs a view.
///
/// An item matches if it matches the search and, for each facet with chosen values, has at least
/// one of them. Unknown values match nothing.
pub fn run(dossier: &Dossier, index: &Index, collection: Collection, view: &View) -> Results {
    let listing = index.listing(collection);
    let mut order = Vec::new();
    let mut counts: Vec<Vec<u32>> =
        listing.columns.iter().map(|column| vec![0; column.values.len()]).collect();
    sift(dossier, index, collection, view, |item, outcome| match outcome {
        Outcome::Matches => order.push(item),
        Outcome::FailsFacet(at) => listing.columns[at].count(item, &mut counts[at]),
        Outcome::FailsSearch => {}
    });
    for (column, counts) in listing.columns.iter().zip(&mut counts) {
        for item in &order {
            column.count(*item, counts);
        }
    }
    let facets = (listing.columns.iter().zip(counts))
        .map(|(column, counts)| FacetCounts {
            facet: column.facet,
            counts: column.values.iter().copied().zip(counts).collect(),
        })
        .collect();
    Results { order, facets, total: listing.len() }
}

/// The outcome of matching an item against the parts of a view: the search, and each facet with
/// chosen values.
pub(super) enum Outcome {
    /// The item matches all parts.
    Matches,
    /// It fails only the facet at this position in the collection's facets.
    FailsFacet(usize),
    /// It fails only the search.
    FailsSearch,
}

/// Visits the items that fail at most one part of a view, in the view's order. One pass over these
/// items gives the results of removing or changing any single part.
pub(super) fn sift(
    dossier: &Dossier,
    index: &Index,
    collection: Collection,
    view: &View,
    mut visit: impl FnMut(u32, Outcome),
) {
    let listing = index.listing(collection);
    let query = Query::parse(&view.q);
    let choices: Vec<(usize, &Column, Vec<bool>)> = (listing.columns.iter().enumerate())
        .filter_map(|(at, column)| Some((at, column, wanted(dossier, column, view)?)))
        .collect();
    'items: for place in 0..listing.len() {
        let item = listing.at(view.sort(), place);
        let mut failed = None;
        for (at, column, wanted) in &choices {
            let matches = column.of(item).iter().any(|value| wanted[*value as usize]);
            if !matches && failed.replace(*at).is_some() {
                continue 'items;
            }
        }
        match (failed, query.matches(listing.haystack(item))) {
            (None, true) => visit(item, Outcome::Matches),
            (None, false) => visit(item, Outcome::FailsSearch),
            (Some(at), true) => visit(item, Outcome::FailsFacet(at)),
            (Some(_), false) => {}
        }
    }
}

/// Returns, for each value of a column, whether it is chosen. `None` if no value is chosen.
fn wanted(dossier: &Dossier, column: &Column, view: &View) -> Option<Vec<bool>> {
    let mut codes = view.codes(column.facet).peekable();
    codes.peek()?;
    let mut wanted = vec![false; column.values.len()];
    for position in codes.filter_map(|code| column.find(dossier, code)) {
        wanted[position] = true;
    }
    Some(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Sort, sample};

    fn check(collection: Collection, view: View, expected: &[u32]) {
        let dossier = sample::dossier();
        let results = run(&dossier, &Index::new(&dossier), collection, &view);
        assert_eq!(results.order, expected, "{view:?}");
    }

    #[test]
    fn values_combine_with_or_within_a_facet_and_with_and_across_facets() {
        let check = |view, expected: &[u32]| check(Collection::Statements, view, expected);
        let view = View::default();
        check(view.clone(), &[0, 1, 2, 3]);
        check(view.with(Facet::Speaker, "official"), &[1, 2]);
        check(view.with(Facet::Speaker, "official").with(Facet::Speaker, "israel"), &[0, 1, 2]);
        check(view.with(Facet::Speaker, "official").with(Facet::Kind, "accusation"), &[2]);
        check(view.with(Facet::Party, "syria"), &[0, 1, 2]);
        check(view.with(Facet::Directness, "mixed"), &[1]);
        check(view.searching("israel").with(Facet::Kind, "statistic"), &[3]);
        check(view.with(Facet::Role, "mediator"), &[0, 1, 2, 3]);
    }

    #[test]
    fn unknown_values_match_nothing() {
        let check = |view, expected: &[u32]| check(Collection::Statements, view, expected);
        let view = View::default().with(Facet::Kind, "rumour");
        check(view.clone(), &[]);
        check(view.with(Facet::Kind, "accusation"), &[2]);
    }

    #[test]
    fn sorts_results() {
        let by = |sort| View::default().sorted(sort);
        check(Collection::Statements, by(Sort::Said), &[2, 0, 1, 3]);
        check(Collection::Statements, by(Sort::Source), &[1, 2, 0, 3]);
        check(Collection::Actors, by(Sort::Said), &[0, 1, 2, 3, 4]);
        check(Collection::Actors, by(Sort::Source), &[0, 3, 2, 1, 4]);
        check(Collection::Figures, by(Sort::Said), &[0]);
    }

    #[test]
    fn a_count_is_the_number_of_results_if_the_value_is_chosen() {
        let dossier = sample::dossier();
        let index = Index::new(&dossier);
        let check = |view: &View, facet, expected: &[u32]| {
            let results = run(&dossier, &index, Collection::Statements, view);
            let counted = results.facets.iter().find(|f| f.facet == facet).expect("a facet");
            let counts: Vec<u32> = counted.counts.iter().map(|(_, count)| *count).collect();
            assert_eq!(counts, expected, "{view:?}");
        };
        let view = View::default();
        check(&view, Facet::Speaker, &[2, 1, 1, 1]);
        check(&view.with(Facet::Speaker, "israel"), Facet::Speaker, &[2, 1, 1, 1]);
        check(&view.with(Facet::Kind, "accusation"), Facet::Speaker, &[1, 0, 0, 0]);
        check(&view.searching("timeline"), Facet::Speaker, &[1, 0, 0, 0]);
        check(&view.searching("timeline"), Facet::Directness, &[0, 1, 0]);
    }
}
