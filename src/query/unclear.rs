//! Statements that match a filter only by words whose voice is unclear, which may not be the
//! source's.

use super::facet::Facet;
use super::view::View;
use crate::model::{Dossier, Span, Statement};

/// Returns true if everything that a statement has of what a view keeps in a facet is in words whose
/// voice is unclear. False for facets that are not found in words.
pub fn is_unclear(dossier: &Dossier, view: &View, facet: Facet, statement: &Statement) -> bool {
    let is_kept = |code: &str| view.kept(facet).any(|kept| kept == code);
    let range = view.range();
    let has_range = !range.is_open() && !range.is_reversed();
    let words: Vec<&[Span]> = match facet {
        Facet::About => (statement.about.iter())
            .filter(|about| is_kept(dossier.actor(about.value).id.as_str()))
            .map(|about| &*about.basis.evidence)
            .collect(),
        Facet::Place => (statement.places.iter())
            .filter(|place| is_kept(dossier.place(place.value).id.as_str()))
            .map(|place| &*place.basis.evidence)
            .collect(),
        Facet::Date => (statement.dates.iter().chain(&statement.said_on))
            .filter(|when| is_kept(&when.edtf) || has_range && range.overlaps(when))
            .map(|when| &*when.words)
            .collect(),
        _ => return false,
    };
    !words.is_empty() && words.iter().all(|words| dossier.is_voice_unclear(words))
}
