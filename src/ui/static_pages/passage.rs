//! A statement's passage: its paragraph with its words highlighted, the paragraphs around it, and
//! the paragraphs with evidence for its details.

use crate::model::{Span, StatementIx, UnitIx};
use crate::text;
use crate::ui::article::annotated::{Props, paragraph};
use crate::ui::article::words::{Layer, Marked, article_words};
use crate::ui::page::Page;
use crate::ui::static_pages::quoted_words::words_id;
use yew::prelude::*;

/// Renders the passage of a statement, with everything else in grey.
pub fn passage(page: &Page, ix: StatementIx, evidence: &[Span]) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let last = prepared.dossier.article.units.len() - 1;
    let at = statement.passage.index();
    let around = at.saturating_sub(1)..=(at + 1).min(last);
    let mut units: Vec<UnitIx> = around.filter_map(|u| u32::try_from(u).ok()).map(UnitIx).collect();
    let own = statement.source.own_words().iter().chain(&statement.cue).chain(&statement.content);
    units.extend(evidence.iter().chain(own).map(|span| span.unit));
    units.sort();
    units.dedup();
    let mut paragraphs = Vec::new();
    let mut before: Option<UnitIx> = None;
    for unit in units {
        if before.is_some_and(|before| before.0 + 1 < unit.0) {
            paragraphs.push(html! { <p class="gap">{ text::PARAGRAPHS_LEFT_OUT }</p> });
        }
        before = Some(unit);
        let here = prepared.statements_in(unit);
        let receding = if here.contains(&ix) { Vec::new() } else { here.to_vec() };
        let page = page.clone();
        let props = Props { page, unit, open: Some(ix), receding };
        paragraphs.push(paragraph(&props, pieces(unit, evidence)));
    }
    article_words(prepared, "div", "article annotated", paragraphs)
}

/// Returns the evidence in a paragraph, cut wherever one of its spans begins or ends, so that no
/// pieces overlap.
fn pieces(unit: UnitIx, evidence: &[Span]) -> Vec<Marked> {
    let mut spans: Vec<Span> = evidence.iter().filter(|span| span.unit == unit).copied().collect();
    spans.sort();
    spans.dedup();
    let mut cuts: Vec<u32> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    for cut in cuts.windows(2) {
        let piece = Span { unit, start: cut[0], end: cut[1] };
        let of: Vec<Span> = spans.iter().filter(|span| span.contains(piece)).copied().collect();
        if of.is_empty() {
            continue;
        }
        let ids: Vec<String> = of.iter().map(|span| words_id(*span)).collect();
        let all: AttrValue = ids.join(" ").into();
        let begins = of.iter().zip(ids).filter(|(span, _)| span.start == piece.start);
        let begins: Vec<String> = begins.map(|(_, id)| id).collect();
        if begins.is_empty() {
            pieces.push((Layer::Evidence(all.clone(), None), vec![piece]));
        }
        // Several spans may begin here. Each gets its own nested element, which links can point to.
        for id in begins {
            pieces.push((Layer::Evidence(all.clone(), Some(id.into())), vec![piece]));
        }
    }
    pieces
}
