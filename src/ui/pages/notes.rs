//! The notes above a list: what its order and its filters do not show.

use crate::model::StatementIx;
use crate::query::{Collection, Facet, Sort, is_unclear};
use crate::text;
use crate::ui::el::{el, list, sentence, txt};
use crate::ui::page::Listing;
use crate::ui::parts::marks::{number_link, spoken_comma};
use yew::prelude::*;

/// Draws a note above a list that is sorted by date.
pub fn undated(props: &Listing<'_>) -> Html {
    if props.collection == Collection::Actors || props.state.view.sort() != Sort::Said {
        return Html::default();
    }
    el("p", "sort-note", list![txt(text::UNDATED_LAST)])
}

/// Draws a note for each filter that some statements match only in words whose voice is unclear.
pub fn unclear(props: &Listing<'_>) -> Html {
    if props.collection != Collection::Statements {
        return Html::default();
    }
    let (dossier, view) = (&props.page.prepared.dossier, &props.state.view);
    let note = |facet| {
        let mut numbers = Vec::new();
        for ix in props.results.order.iter().map(|item| StatementIx(*item)) {
            if is_unclear(dossier, view, facet, dossier.statement(ix)) {
                if !numbers.is_empty() {
                    numbers.push(spoken_comma());
                }
                numbers.push(number_link(&props.page, ix, false));
            }
        }
        if numbers.is_empty() {
            return Html::default();
        }
        let label = txt(text::facet_label(props.collection, facet));
        let numbers = el("span", "numbers", numbers);
        el("p", "sort-note", list![sentence(text::only_unclear(label, numbers))])
    };
    [Facet::About, Facet::Place, Facet::Date].into_iter().map(note).collect()
}
