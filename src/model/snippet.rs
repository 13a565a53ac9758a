//! Snippets: the parts of a passage that show one statement on a card or in a preview.

use super::quotations::closing_marks;
use super::{
    Article, Dossier, GAP, Piece, Span, Statement, StatementIx, Unit, is_letter, sort_spans,
};

/// Maximum number of code points between or beside the words of a statement that its card shows. Thousands of statements
/// can be made in one endless sentence.
const MAX_REST: u32 = 1_000;

/// Returns the snippet that a statement's card shows: the words of its source, cue and content in
/// its passage, in reading order, extended to the rest of their sentence up to the words of another
/// statement.
pub(super) fn snippet(dossier: &Dossier, ix: StatementIx) -> Vec<Piece> {
    let statement = dossier.statement(ix);
    let unit = dossier.article.unit(statement.passage);
    let own = own_spans(statement);
    let tables = dossier.page_tables();
    let is_own = |span: Span| {
        let at = own.partition_point(|own| own.end <= span.start);
        own.get(at).is_some_and(|own| own.overlaps(span))
    };
    // Words of another statement that overlap the statement's own do not separate them.
    let is_free = |start: u32, end: u32| {
        let between = Span { unit: statement.passage, start, end };
        end.saturating_sub(start) <= MAX_REST
            && tables.said.all_overlapping(between, &mut |other, _| is_own(other))
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
        pieces.insert(0, Piece::Text(sentence(dossier, *cue)));
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
pub fn sentence(dossier: &Dossier, span: Span) -> Span {
    let unit = dossier.article.unit(span.unit);
    let ends = &dossier.page_tables().sentences[span.unit.index()];
    let from = ends[..ends.partition_point(|end| *end <= span.start)].last().copied().unwrap_or(0);
    let end = ends.get(ends.partition_point(|end| *end < span.end)).copied().unwrap_or(unit.len());
    Span { start: skip_whitespace(unit, from, span.start), end, ..span }
}

/// Returns the three parts of a statement's attribution, source, cue and content, in reading order,
/// with only the white space and punctuation between them, and both marks of a quotation if one of
/// them belongs to it. Leaves out a source that the statement shares with an earlier one.
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
    for piece in &mut pieces {
        if let Piece::Text(span) = piece {
            *span = with_both_marks(article.unit(span.unit), *span);
        }
    }
    pieces
}

/// Maximum number of characters after a span that are searched for a closing mark: it follows the words,
/// with a stop or comma and a space at most.
const MAX_AFTER: usize = 4;

/// Returns the span with the quotation mark directly before it if the closing one is in the span, and with
/// that directly after it if the opening one is.
fn with_both_marks(unit: &Unit, span: Span) -> Span {
    let words = unit.slice(span.start, span.end);
    let (before, after) = (unit.slice(0, span.start), unit.slice(span.end, unit.len()));
    let closes = |opener: char, c: char| closing_marks(opener).is_some_and(|all| all.contains(&c));
    // How many quotations of the mark are open at the end of the words.
    let depth = |opener: char, from: usize| {
        words.chars().fold(from, |depth, c| match c {
            c if depth > 0 && closes(opener, c) => depth - 1,
            c if c == opener => depth + 1,
            _ => depth,
        })
    };
    let mut whole = span;
    let trimmed = before.trim_end();
    if let Some(opener) = trimmed.chars().next_back().filter(|c| closing_marks(*c).is_some())
        && words.contains(|c| closes(opener, c))
        && depth(opener, 1) == 0
    {
        whole.start -= u32::try_from(before[trimmed.len()..].chars().count() + 1).unwrap_or(0);
    }
    let open = words.chars().fold(None, |open, c| match open {
        Some(opener) if closes(opener, c) => None,
        None if closing_marks(c).is_some() => Some(c),
        _ => open,
    });
    if let Some(opener) = open {
        let mut near = after.chars().take(MAX_AFTER).take_while(|c| !is_letter(*c));
        if let Some(closing) = near.position(|c| closes(opener, c)) {
            whole.end += u32::try_from(closing + 1).unwrap_or(0);
        }
    }
    whole
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

#[cfg(test)]
mod tests {
    use super::super::UnitIx;
    use super::*;

    #[test]
    fn words_have_both_quotation_marks_or_none() {
        for (text, words, expected) in [
            ("“We wait,” she said.", "We wait,” she said", "“We wait,” she said"),
            ("“We wait,” she said.", "We wait", "We wait"),
            ("She said: “We wait.”", "said: “We wait", "said: “We wait.”"),
            ("She said: “We wait for them.”", "said: “We wait", "said: “We wait"),
            ("She said: “We wait.” Then", "“We wait", "“We wait.”"),
            ("« On attend », dit-elle", "On attend », dit-elle", "« On attend », dit-elle"),
            ("„Wir warten“, sagte sie", "Wir warten“, sagte sie", "„Wir warten“, sagte sie"),
            ("\"We wait,\" she said", "We wait,\" she said", "\"We wait,\" she said"),
            ("“We” and “they” wait", "“We” and", "“We” and"),
            ("「待つ」と彼女は言った", "待つ」と彼女は言った", "「待つ」と彼女は言った"),
            ("a 6\" gun, she said", "gun, she said", "gun, she said"),
        ] {
            let unit = Unit::new(text);
            let start = unit.code_point(text.find(words).expect("the words are in the text"));
            let end = start + Unit::new(words).len();
            let whole = with_both_marks(&unit, Span { unit: UnitIx(0), start, end });
            assert_eq!(unit.slice(whole.start, whole.end), expected);
        }
    }
}
