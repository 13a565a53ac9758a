//! The article's words away from their passage: what was said, and what a field rests on.

use crate::model::{Piece, Span, Statement, UnitIx, attribution_pieces, sort_spans};
use crate::site::Prepared;
use crate::text;
use crate::ui::article::words::{article_words, marked, omission, quoted_layer, statement_layers};
use crate::ui::el::{link, list, txt};
use crate::ui::page::Page;
use yew::prelude::*;

/// A statement's source, cue and content.
pub fn told_words(prepared: &Prepared, statement: &Statement) -> Vec<Html> {
    let pieces = attribution_pieces(&prepared.dossier.article, statement);
    let pieces = pieces.into_iter().map(|piece| match piece {
        Piece::Text(span) => {
            let mut layers = statement_layers(statement);
            layers.push(quoted_layer(prepared, span));
            marked(prepared, span, &layers)
        }
        Piece::Gap => omission(),
    });
    pieces.collect()
}

/// Words quoted as evidence: by paragraph, pieces apart, each piece once. Where the page shows the
/// passage they lead to their place in it; the paragraph leads to the article.
pub fn evidence_words(page: &Page, spans: &[Span], has_passage: bool) -> Vec<Html> {
    let prepared = &page.prepared;
    let mut parts: Vec<Html> = Vec::new();
    let mut said: Vec<Span> = Vec::new();
    let mut unit = None;
    let mut spans = spans.to_vec();
    sort_spans(&mut spans);
    for span in &spans {
        if said.contains(span) {
            continue;
        }
        if let Some(before) = unit.replace(span.unit).filter(|before| *before != span.unit) {
            parts.extend([place(page, before), txt(" ")]);
        } else if !said.is_empty() {
            parts.push(omission());
        }
        let mut words = marked(prepared, *span, &[quoted_layer(prepared, *span)]);
        if has_passage {
            words = link("", format!("#{}", words_id(*span)).into(), list![words]);
        }
        parts.push(article_words(prepared, "span", "evidence", list![words]));
        said.push(*span);
    }
    parts.extend(unit.map(|unit| place(page, unit)));
    parts
}

/// The id of words in a passage.
pub fn words_id(span: Span) -> String {
    format!("words-{}-{}-{}", span.unit.0, span.start, span.end)
}

/// Which paragraph words stand in.
fn place(page: &Page, unit: UnitIx) -> Html {
    let name = list![txt(text::paragraph(unit).to_ascii_lowercase())];
    link("where", page.article_at(unit), name)
}
