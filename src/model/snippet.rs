//! Snippets: the parts of a passage that show one statement on a card or in a preview.

use super::{Article, Dossier, GAP, Span, Statement, StatementIx, Unit, is_letter, sort_spans};

/// A piece of a snippet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Words of the article.
    Text(Span),
    /// Words left out, which belong to another statement or another sentence.
    Gap,
}

/// Returns the snippet that a statement's card shows: the words of its source, cue and content in
/// its passage, in reading order, extended to the rest of their sentence up to the words of another
/// statement.
pub fn snippet(dossier: &Dossier, ix: StatementIx) -> Vec<Piece> {
    let statement = dossier.statement(ix);
    let unit = dossier.article.unit(statement.passage);
    let own = own_spans(statement);
    let tables = dossier.tables();
    let is_own = |span: Span| {
        let at = own.partition_point(|own| own.end <= span.start);
        own.get(at).is_some_and(|own| own.overlaps(span))
    };
    // Words of another statement that overlap the statement's own do not separate them.
    let is_free = |start, end| {
        let mut is_free = true;
        let between = Span { unit: statement.passage, start, end };
        tables.said.overlapping(between, &mut |other, _| is_free &= is_own(other));
        is_free
    };
    let Some((first, last)) = own.first().zip(own.last()) else {
        return Vec::new();
    };
    let ends = &tables.sentences[statement.passage.index()];
    let from = ends[..ends.partition_point(|end| *end <= first.start)].last().copied().unwrap_or(0);
    let after = |start: u32| ends.get(ends.partition_point(|end| *end < start)).copied();
    let to = after(last.end).unwrap_or(unit.len());
    let mut current = *first;
    if is_free(from, first.start) {
        // A gap before the sentence hides the beginning of the sentence, so it is shown as well.
        let gap = from.saturating_sub(3);
        let is_cut = unit.slice(gap, from) == GAP;
        current.start = if is_cut { gap } else { skip_whitespace(unit, from, first.start) };
    }
    let mut pieces = Vec::new();
    for next in &own[1..] {
        let same_sentence = after(current.end + 1).is_none_or(|end| end > next.start);
        if same_sentence && is_free(current.end, next.start) {
            current.end = next.end;
        } else {
            pieces.extend([Piece::Text(current), Piece::Gap]);
            current = *next;
        }
    }
    if is_free(last.end, to) {
        current.end = current.end.max(to);
    }
    pieces.push(Piece::Text(current));
    // A quotation can span several paragraphs. The card shows the passage, with a gap for the rest.
    let (passage, content) = (statement.passage, &statement.content);
    if content.iter().any(|span| span.unit < passage) {
        pieces.insert(0, Piece::Gap);
    }
    // Content that a cue introduces further away is shown with the sentence of the cue.
    if let Some(cue) = statement.cue.first().filter(|cue| cue.unit < passage) {
        pieces.insert(0, Piece::Gap);
        pieces.insert(0, Piece::Text(sentence(&dossier.article, *cue)));
    }
    if content.iter().any(|span| span.unit > passage) {
        pieces.push(Piece::Gap);
        if content[0].unit > passage {
            pieces.push(Piece::Text(content[0]));
            if content.len() > 1 {
                pieces.push(Piece::Gap);
            }
        }
    }
    pieces
}

/// Returns the sentence around a span.
pub fn sentence(article: &Article, span: Span) -> Span {
    let unit = article.unit(span.unit);
    let ends = article.sentence_ends(span.unit);
    let from = ends.iter().copied().rfind(|end| *end <= span.start).unwrap_or(0);
    let end = ends.iter().copied().find(|end| *end >= span.end).unwrap_or(unit.len());
    Span { start: skip_whitespace(unit, from, span.start), end, ..span }
}

/// Returns the three parts of a statement's attribution, source, cue and content, in reading order,
/// with only the white space and punctuation between them. Leaves out a source that the statement
/// shares with an earlier one.
pub fn attribution_pieces(article: &Article, statement: &Statement) -> Vec<Piece> {
    let source = statement.source.own_words().iter();
    let mut spans: Vec<Span> =
        source.chain(&statement.cue).chain(&statement.content).copied().collect();
    sort_spans(&mut spans);
    let mut pieces: Vec<Piece> = Vec::new();
    for span in spans {
        if let Some(Piece::Text(last)) = pieces.last_mut() {
            let between = Span { start: last.end, end: span.start.max(last.end), ..*last };
            if last.unit == span.unit && !article.text(between).contains(is_letter) {
                last.end = last.end.max(span.end);
                continue;
            }
            pieces.push(Piece::Gap);
        }
        pieces.push(Piece::Text(span));
    }
    pieces
}

/// Returns the statement's own spans in its passage, in reading order, overlaps merged.
fn own_spans(statement: &Statement) -> Vec<Span> {
    let mut spans: Vec<Span> = (statement.source.words.iter())
        .chain(&statement.cue)
        .chain(&statement.content)
        .copied()
        .filter(|span| span.unit == statement.passage)
        .collect();
    sort_spans(&mut spans);
    spans.dedup_by(|next, kept| {
        let joined = next.start <= kept.end;
        if joined {
            kept.end = kept.end.max(next.end);
        }
        joined
    });
    spans
}

fn skip_whitespace(unit: &Unit, start: u32, end: u32) -> u32 {
    let text = unit.slice(start, end);
    let white = text.chars().take_while(|c| c.is_whitespace()).count();
    start + u32::try_from(white).unwrap_or(0)
}
