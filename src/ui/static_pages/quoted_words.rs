//! The article's words outside their passage: a statement's own words, and the evidence for a
//! detail.

use crate::model::{
    Piece, Resolved, Span, Statement, UnitIx, attribution_pieces, resolved_pieces, sort_spans,
};
use crate::site::Prepared;
use crate::text;
use crate::ui::article::words::{article_words, marked, omission, quoted_layer, statement_layers};
use crate::ui::el::txt;
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use yew::prelude::*;

/// Renders a statement's source, cue and content. A source that it shares with an earlier statement
/// is shown as well, so that the words do not begin with a verb.
pub fn statement_words(prepared: &Prepared, statement: &Statement) -> Vec<Html> {
    let mut pieces = Vec::new();
    if statement.source.shared_with.is_some() {
        let shared = statement.source.words.iter();
        pieces.extend(shared.flat_map(|words| [Piece::Text(*words), Piece::Gap]));
    }
    pieces.extend(attribution_pieces(&prepared.dossier.article, statement));
    pieces.into_iter().map(|piece| words_of(prepared, statement, piece)).collect()
}

/// Renders a statement's source, cue and content, with what the words refer to, for a statement
/// that is shown without its list of references.
pub fn words_alone(prepared: &Prepared, statement: &Statement) -> Vec<Html> {
    let pieces = resolved_pieces(&prepared.dossier, statement);
    let piece = |(position, piece)| match piece {
        Resolved::Piece(piece) => words_of(prepared, statement, piece),
        note => {
            let words = text::resolution(&prepared.dossier, note).unwrap_or_default();
            let is_first = position == 0;
            // The pencil stays beside the bracket.
            let (bracket, words) = words.split_at(words.len().min(1));
            html! {
                <>
                    { if is_first { "" } else { " " } }
                    <span class="resolved" lang="en">
                        <span class="tied">{ icon(Icon::Pen) }{ bracket.to_owned() }</span>
                        { words.to_owned() }
                    </span>
                    { if is_first { " " } else { "" } }
                </>
            }
        }
    };
    pieces.into_iter().enumerate().map(piece).collect()
}

fn words_of(prepared: &Prepared, statement: &Statement, piece: Piece) -> Html {
    match piece {
        Piece::Text(span) => {
            let mut layers = statement_layers(statement, span);
            layers.push(quoted_layer(prepared, span));
            marked(prepared, span, &layers)
        }
        Piece::Gap => omission(),
    }
}

/// Renders words quoted as evidence, each piece once, with a link to each paragraph in the full
/// text. If the page shows the passage, the words link to their place in it.
pub fn evidence_words(page: &Page, spans: &[Span], has_passage: bool) -> Vec<Html> {
    let prepared = &page.prepared;
    let mut parts: Vec<Html> = Vec::new();
    let mut unit = None;
    let mut spans = spans.to_vec();
    sort_spans(&mut spans);
    spans.dedup();
    for span in &spans {
        if let Some(before) = unit.replace(span.unit).filter(|before| *before != span.unit) {
            parts.extend([place(page, before), txt(" ")]);
        } else if !parts.is_empty() {
            parts.push(omission());
        }
        let mut words = marked(prepared, *span, &[quoted_layer(prepared, *span)]);
        if has_passage {
            words = html! { <a href={format!("#{}", words_id(*span))}>{ words }</a> };
        }
        parts.push(article_words(prepared, "span", "evidence", vec![words]));
    }
    parts.extend(unit.map(|unit| place(page, unit)));
    parts
}

/// Returns the id of words in a passage.
pub fn words_id(span: Span) -> String {
    format!("words-{}-{}-{}", span.unit.0, span.start, span.end)
}

/// Renders the link to a paragraph of the full text.
fn place(page: &Page, unit: UnitIx) -> Html {
    let name = text::paragraph(unit).to_ascii_lowercase();
    let sign = text::paragraph_sign(unit);
    html! { <a href={page.article_at(unit)} class="where" aria-label={name}>{ sign }</a> }
}
