//! Running a view: the items that match, and the counts of each facet value.

use super::column::Column;
use super::facet::{Collection, Facet, Value};
use super::index::{Index, Listing};
use super::search::Query;
use super::view::{Choice, View};
use crate::model::Dossier;

/// The results of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// Positions of the matching items, in the view's order.
    pub order: Vec<u32>,
    /// Positions of all items, in the view's order.
    pub all: Vec<u32>,
    /// The collection's facets, in listing order.
    pub facets: Vec<FacetCounts>,
}

impl Results {
    /// Returns the number of items in the collection.
    pub fn total(&self) -> usize {
        self.all.len()
    }
}

/// The values of a facet, each with the number of items that would match if it were the only one
/// that is kept in the facet: the items with the value, and with no other value of the facet that is
/// left out, that match the search, the range and the choices in all *other* facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// All values, including those with a count of zero.
    pub counts: Vec<(Value, u32)>,
}

/// Runs a view.
///
/// An item matches if it matches the search, if one of its dates may be in the range, and if it
/// matches each facet: it has one of the values that are kept there, or nothing is kept, and none
/// of those that are left out. An unknown value is a value that no item has.
pub fn run(dossier: &Dossier, index: &Index, collection: Collection, view: &View) -> Results {
    let listing = index.listing(collection);
    let mut order = Vec::new();
    let mut counts: Vec<Vec<u32>> =
        listing.columns.iter().map(|column| vec![0; column.values.len()]).collect();
    sift(dossier, index, collection, view, |item, outcome| match outcome {
        Outcome::Matches => order.push(item),
        Outcome::FailsFacet(at, Miss { left_out: LeftOut::None, .. }) => {
            listing.columns[at].count(item, &mut counts[at]);
        }
        Outcome::FailsFacet(at, Miss { left_out: LeftOut::One(value), .. }) => {
            counts[at][value as usize] += 1;
        }
        Outcome::FailsFacet(..) | Outcome::FailsRange | Outcome::FailsSearch => {}
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
    let all = (0..listing.len()).map(|place| listing.at(view.sort(), place)).collect();
    Results { order, all, facets }
}

/// The outcome of matching an item against the parts of a view: the search, the range, and each
/// facet with chosen values.
pub(super) enum Outcome {
    /// The item matches all parts.
    Matches,
    /// It fails only the facet at this position in the collection's facets.
    FailsFacet(usize, Miss),
    /// It fails only the range.
    FailsRange,
    /// It fails only the search.
    FailsSearch,
}

/// How an item fails a facet.
#[derive(Clone, Copy)]
pub(super) struct Miss {
    /// True if values are kept and it has none of them.
    pub is_not_kept: bool,
    /// The values that are left out and that it has.
    pub left_out: LeftOut,
}

/// Values that are left out.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum LeftOut {
    None,
    /// The position in the column of the only one.
    One(u32),
    Several,
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
    let choices: Vec<(usize, Choices<'_>)> = (listing.columns.iter().enumerate())
        .filter_map(|(at, column)| Some((at, Choices::new(dossier, column, view)?)))
        .collect();
    let dated = in_range(dossier, listing, view);
    'items: for place in 0..listing.len() {
        let item = listing.at(view.sort(), place);
        let mut failed = None;
        if let Some((column, dates)) = &dated
            && !column.of(item).iter().any(|date| dates[*date as usize])
        {
            failed = Some(Outcome::FailsRange);
        }
        for (at, choices) in &choices {
            if let Some(miss) = choices.miss(item)
                && failed.replace(Outcome::FailsFacet(*at, miss)).is_some()
            {
                continue 'items;
            }
        }
        match (failed, query.matches(listing.haystack(item))) {
            (None, true) => visit(item, Outcome::Matches),
            (None, false) => visit(item, Outcome::FailsSearch),
            (Some(failed), true) => visit(item, failed),
            (Some(_), false) => {}
        }
    }
}

/// The choices in a facet.
struct Choices<'i> {
    column: &'i Column,
    /// For each value of the column, what was chosen.
    chosen: Vec<Option<Choice>>,
    /// True if a value is kept, which can be unknown.
    keeps: bool,
}

impl<'i> Choices<'i> {
    /// Returns the choices in a facet, or `None` if nothing is chosen there.
    fn new(dossier: &Dossier, column: &'i Column, view: &View) -> Option<Self> {
        let mut chosen = None;
        let mut keeps = false;
        for it in view.chosen().iter().filter(|chosen| chosen.facet == column.facet) {
            keeps |= it.choice == Choice::Kept;
            let chosen = chosen.get_or_insert_with(|| vec![None; column.values.len()]);
            if let Some(position) = column.find(dossier, &it.code) {
                chosen[position] = Some(it.choice);
            }
        }
        Some(Self { column, chosen: chosen?, keeps })
    }

    /// Returns how an item fails the facet, or `None` if it matches.
    fn miss(&self, item: u32) -> Option<Miss> {
        let mut miss = Miss { is_not_kept: self.keeps, left_out: LeftOut::None };
        for value in self.column.of(item) {
            match (self.chosen[*value as usize], miss.left_out) {
                (None, _) => {}
                (Some(Choice::Kept), _) => miss.is_not_kept = false,
                (Some(Choice::LeftOut), LeftOut::None) => miss.left_out = LeftOut::One(*value),
                (Some(Choice::LeftOut), _) => miss.left_out = LeftOut::Several,
            }
        }
        (miss.is_not_kept || miss.left_out != LeftOut::None).then_some(miss)
    }
}

/// Returns the dates of a collection, and for each whether it may be in the view's range. `None` if
/// there is no range to apply.
fn in_range<'i>(
    dossier: &Dossier,
    listing: &'i Listing,
    view: &View,
) -> Option<(&'i Column, Vec<bool>)> {
    let range = view.range();
    if range.is_open() || range.is_reversed() {
        return None;
    }
    let column = listing.column(Facet::Date)?;
    let is_in_range = |value: &Value| match value {
        Value::Date(at) => range.overlaps(dossier.when(*at)),
        _ => false,
    };
    Some((column, column.values.iter().map(is_in_range).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{End, Sort, sample};

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
        check(view.with(Facet::Speaker, "~unnamed"), &[1]);
    }

    #[test]
    fn values_that_are_left_out_always_narrow() {
        let check = |view, expected: &[u32]| check(Collection::Statements, view, expected);
        let view = View::default().leaving_out(Facet::Speaker, "israel");
        check(view.clone(), &[1, 2, 3]);
        check(view.leaving_out(Facet::Speaker, "official"), &[3]);
        check(view.with(Facet::Speaker, "syria"), &[]);
        check(view.with(Facet::Party, "syria"), &[1, 2]);
        check(view.leaving_out(Facet::Speaker, "nobody"), &[1, 2, 3]);
        check(View::default().leaving_out(Facet::Speaker, "~unnamed"), &[0, 2, 3]);
    }

    #[test]
    fn a_range_of_days_keeps_what_has_a_date_in_it() {
        let within = |from: &str, to: &str| {
            let view = View::default().within_code(End::From, from);
            if to.is_empty() { view } else { view.within_code(End::To, to) }
        };
        check(Collection::Statements, within("2026-01-05", "2026-01-05"), &[2]);
        check(Collection::Statements, within("2026-01-06", ""), &[0, 3]);
        check(Collection::Statements, within("2025", "2026"), &[0, 2, 3]);
        check(Collection::Statements, within("2027", "2026"), &[0, 1, 2, 3]);
        check(Collection::Figures, within("2026", "2026"), &[0]);
        check(Collection::Figures, within("2027", ""), &[]);
        // Actors have no dates. Those that speak or pass words on come before those that do not.
        check(Collection::Actors, within("2027", ""), &[0, 1, 2, 4, 3]);
    }

    #[test]
    fn unknown_values_match_nothing_if_kept() {
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
        check(&view, Facet::Speaker, &[1, 2, 1, 1, 1]);
        check(&view.with(Facet::Speaker, "israel"), Facet::Speaker, &[1, 2, 1, 1, 1]);
        check(&view.with(Facet::Kind, "accusation"), Facet::Speaker, &[0, 1, 0, 0, 0]);
        check(&view.searching("timeline"), Facet::Speaker, &[1, 1, 0, 0, 0]);
        let left_out = view.leaving_out(Facet::Speaker, "israel");
        check(&left_out, Facet::Speaker, &[1, 2, 1, 0, 1]);
        check(&left_out.leaving_out(Facet::Speaker, "syria"), Facet::Speaker, &[1, 2, 0, 0, 1]);
        check(&view.within_code(End::From, "2026-01-06"), Facet::Speaker, &[0, 0, 1, 1, 1]);
        check(&view.searching("timeline"), Facet::Directness, &[0, 1, 0]);
    }
}
