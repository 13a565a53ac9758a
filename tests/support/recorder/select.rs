//! How many keys select words.

use onrecord::annotate::{Desk, Side, Step, Text};
use onrecord::model::Span;

/// Counts the keys that select words: from a piece that touches them, its ends move; from elsewhere, the
/// place of the keyboard moves to their first word, and then the last end.
pub fn keys_to_select(desk: &Desk, from: Span, wanted: Span) -> usize {
    let text = desk.text();
    if from.overlaps(wanted) {
        let start = moves(text, from, Side::Start, wanted);
        let from = Span { start: wanted.start, ..from };
        let end = moves(text, from, Side::End, wanted);
        // A key chooses the end that moves.
        return start + usize::from(start > 0) + end;
    }
    let first = text.word_at(wanted.unit, wanted.start).expect("a word");
    // By paragraphs, sentences, clauses and words to the first word.
    let paragraphs = from.unit.0.abs_diff(first.unit.0) as usize;
    let place = match paragraphs {
        0 => from,
        _ => text.word_at(first.unit, 0).expect("a word"),
    };
    let (side, path) = match place.start <= first.start {
        true => (Side::End, Span { end: first.end, ..place }),
        false => (Side::Start, Span { start: first.start, ..place }),
    };
    let way = moves(text, place, side, path);
    paragraphs + way.max(1) + moves(text, first, Side::End, wanted)
}

/// Counts the keys that move an end of a piece, by the longest steps that do not go too far.
fn moves(text: &Text, mut at: Span, side: Side, wanted: Span) -> usize {
    let position = |it: Span| if side == Side::End { it.end } else { it.start };
    let outwards = match side {
        Side::End => wanted.end > at.end,
        Side::Start => wanted.start < at.start,
    };
    let mut keys = 0;
    while position(at) != position(wanted) {
        let steps = [Step::Sentence, Step::Clause, Step::Word].map(|step| match outwards {
            true => text.extend(at, side, step),
            false => text.shrink(at, side, step),
        });
        let overshoots = |it: &Span| match (side, outwards) {
            (Side::End, true) | (Side::Start, false) => position(*it) > position(wanted),
            (Side::End, false) | (Side::Start, true) => position(*it) < position(wanted),
        };
        let next = steps.into_iter().find(|it| !overshoots(it) && *it != at);
        // A word that is cut by a quotation mark is selected as a whole.
        let Some(next) = next else { return keys + 1 };
        at = next;
        keys += 1;
    }
    keys
}
