//! Ways out of a view that shows too little: which part of it to drop, and what that gives. A value
//! among several of its facet is no such part, for dropping it never shows more.

use super::facet::{Collection, Facet};
use super::index::Index;
use super::results::{Fate, sift};
use super::view::View;
use crate::model::{Dossier, in_order};

/// A part of a view that can be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// The search.
    Search,
    /// All that is chosen in a facet.
    Facet(Facet),
}

/// What dropping one part of a view, and no other, gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widening {
    /// The part.
    pub dropped: Dropped,
    /// How many items the view then shows.
    pub shows: u32,
}

impl Dropped {
    /// The view without this part.
    pub fn from(self, view: &View) -> View {
        match self {
            Self::Search => view.searching(""),
            Self::Facet(facet) => view.without_facet(facet),
        }
    }
}

/// The parts of a view that hide something, the one that hides most first.
pub fn widen(
    dossier: &Dossier,
    index: &Index,
    collection: Collection,
    view: &View,
) -> Vec<Widening> {
    let facets = collection.facets();
    let mut hidden = vec![0_u32; facets.len() + 1];
    let mut shown = 0;
    sift(dossier, index, collection, view, |_, fate| match fate {
        Fate::Passes => shown += 1,
        Fate::FailsFacet(at) => hidden[at] += 1,
        Fate::FailsSearch => hidden[facets.len()] += 1,
    });
    let parts = facets.iter().map(|facet| Dropped::Facet(*facet)).chain([Dropped::Search]);
    let mut widenings: Vec<Widening> = (parts.zip(hidden))
        .filter(|(_, hidden)| *hidden > 0)
        .map(|(dropped, hidden)| Widening { dropped, shows: shown + hidden })
        .collect();
    let best = in_order(widenings.iter().map(|widening| u64::from(u32::MAX - widening.shows)));
    widenings = best.into_iter().map(|at| widenings[at as usize]).collect();
    widenings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn offers_what_helps_best_first() {
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
