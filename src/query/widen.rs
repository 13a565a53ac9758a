//! Widening a view with too few results: which parts can be removed, and how many results remain. A
//! part is the search, the range, or all values that are kept or left out in a facet.

use super::facet::{Collection, Facet};
use super::index::Index;
use super::range::Range;
use super::results::{LeftOut, Miss, Outcome, sift};
use super::view::{Choice, View};
use crate::model::{Dossier, sorted_positions};

/// A part of a view that can be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// The search.
    Search,
    /// The range of days.
    Range,
    /// All values that are kept or left out in a facet.
    Facet(Facet, Choice),
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
            Self::Range => view.within(Range::default()),
            Self::Facet(facet, choice) => view.without_choice(facet, choice),
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
    let parts = facets.iter().flat_map(|facet| {
        [Choice::Kept, Choice::LeftOut].map(|choice| Dropped::Facet(*facet, choice))
    });
    let parts: Vec<Dropped> = parts.chain([Dropped::Range, Dropped::Search]).collect();
    let mut hidden = vec![0_u32; parts.len()];
    let [of_range, of_search] = [parts.len() - 2, parts.len() - 1];
    let mut shown = 0;
    sift(dossier, index, collection, view, |_, outcome| match outcome {
        Outcome::Matches => shown += 1,
        Outcome::FailsFacet(at, Miss { left_out: LeftOut::None, .. }) => hidden[2 * at] += 1,
        Outcome::FailsFacet(at, Miss { is_not_kept: false, .. }) => hidden[2 * at + 1] += 1,
        // It would still fail without the one or the other.
        Outcome::FailsFacet(..) => {}
        Outcome::FailsRange => hidden[of_range] += 1,
        Outcome::FailsSearch => hidden[of_search] += 1,
    });
    let mut widenings: Vec<Widening> = (parts.into_iter().zip(hidden))
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
    use crate::query::{End, sample};

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
        let kept = |facet| Dropped::Facet(facet, Choice::Kept);
        let left_out = |facet| Dropped::Facet(facet, Choice::LeftOut);
        let view = View::default().with(Facet::Speaker, "official");
        check(&View::default(), &[]);
        check(&view, &[(kept(Facet::Speaker), 4)]);
        check(&view.searching("no such words"), &[(Dropped::Search, 2)]);
        check(
            &view.with(Facet::Kind, "statistic"),
            &[(kept(Facet::Kind), 2), (kept(Facet::Speaker), 1)],
        );
        check(&view.searching("no such words").with(Facet::Kind, "statistic"), &[]);
        let joint = View::default().with(Facet::Speaker, "israel").within_code(End::To, "2026");
        check(
            &joint.leaving_out(Facet::Speaker, "syria"),
            &[(kept(Facet::Speaker), 2), (left_out(Facet::Speaker), 1)],
        );
        check(&joint.within_code(End::To, "2025"), &[(Dropped::Range, 1)]);
    }
}
