//! Widening a view with too few results: which parts can be removed, and how many results remain. A
//! part is the search or all chosen values of a facet. Removing one of several values of a facet
//! never gives more results.

use super::facet::{Collection, Facet};
use super::index::Index;
use super::results::{Outcome, sift};
use super::view::View;
use crate::model::{Dossier, sorted_positions};

/// A part of a view that can be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// The search.
    Search,
    /// All chosen values of a facet.
    Facet(Facet),
}

/// The effect of removing one part of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widening {
    /// The removed part.
    pub dropped: Dropped,
    /// Number of results without the part.
    pub shows: u32,
}

impl Dropped {
    /// Returns the view without this part.
    pub fn from(self, view: &View) -> View {
        match self {
            Self::Search => view.searching(""),
            Self::Facet(facet) => view.without_facet(facet),
        }
    }
}

/// Returns the parts of a view whose removal gives more results, most results first.
pub fn widen(
    dossier: &Dossier,
    index: &Index,
    collection: Collection,
    view: &View,
) -> Vec<Widening> {
    let facets = collection.facets();
    let mut hidden = vec![0_u32; facets.len() + 1];
    let mut shown = 0;
    sift(dossier, index, collection, view, |_, outcome| match outcome {
        Outcome::Matches => shown += 1,
        Outcome::FailsFacet(at) => hidden[at] += 1,
        Outcome::FailsSearch => hidden[facets.len()] += 1,
    });
    let parts = facets.iter().map(|facet| Dropped::Facet(*facet)).chain([Dropped::Search]);
    let mut widenings: Vec<Widening> = (parts.zip(hidden))
        .filter(|(_, hidden)| *hidden > 0)
        .map(|(dropped, hidden)| Widening { dropped, shows: shown + hidden })
        .collect();
    let best =
        sorted_positions(widenings.iter().map(|widening| u64::from(u32::MAX - widening.shows)));
    widenings = best.into_iter().map(|at| widenings[at as usize]).collect();
    widenings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn lists_the_widening_with_most_results_first() {
        let dossier = sample::dossier();
        let index = Index::new(&dossier);
        let check = |view: &View, expected: &[(Dropped, u32)]| {
            let found: Vec<(Dropped, u32)> = widen(&dossier, &index, Collection::Statements, view)
                .iter()
                .map(|widening| (widening.dropped, widening.shows))
                .collect();
            assert_eq!(found, expected, "{view:?}");
        };
        let view = View::default().with(Facet::Speaker, "official");
        check(&View::default(), &[]);
        check(&view, &[(Dropped::Facet(Facet::Speaker), 4)]);
        check(&view.searching("no such words"), &[(Dropped::Search, 2)]);
        check(
            &view.with(Facet::Kind, "statistic"),
            &[(Dropped::Facet(Facet::Kind), 2), (Dropped::Facet(Facet::Speaker), 1)],
        );
        check(&view.searching("no such words").with(Facet::Kind, "statistic"), &[]);
    }
}
