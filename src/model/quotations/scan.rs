//! Pairing quotation marks within one unit.

use super::marks::Marks;
use std::collections::BTreeMap;
use std::ops::Range;

/// Returns the quotations within a range of a text, given the mark that opens the next paragraph.
pub(super) fn scan(
    marks: &Marks,
    text: &[char],
    within: Range<usize>,
    next_opens_with: Option<char>,
) -> Vec<Range<usize>> {
    let (mut found, mut known) = (Vec::new(), BTreeMap::new());
    let mut at = within.start;
    while at < within.end {
        if !marks.opens(text, at) {
            at += 1;
            continue;
        }
        let end = match closing(marks, text, at, within.end, &mut known) {
            Closing::At(closing) => Some(closing + 1),
            Closing::Never if next_opens_with == Some(text[at]) => Some(within.end),
            Closing::Never => closing_in_place(marks, text, at, within.end).map(|at| at + 1),
            Closing::Refuted => None,
        };
        let Some(end) = end else {
            at += 1;
            continue;
        };
        found.push(at..end);
        at = end;
    }
    found
}

/// The result of looking for the mark that closes an opening one.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Closing {
    /// It is closed by the mark at this position.
    At(usize),
    /// No mark closes it.
    Never,
    /// A later mark shows that it opened nothing.
    Refuted,
}

/// Looks for what closes the mark at `open` before `end`. Also records in `known` the results
/// for marks of the same shape on the way, so that a text with many marks that are never closed is
/// read once and not once per mark.
fn closing(
    marks: &Marks,
    text: &[char],
    open: usize,
    end: usize,
    known: &mut BTreeMap<usize, Closing>,
) -> Closing {
    if let Some(closing) = known.get(&open) {
        return *closing;
    }
    let opener = text[open];
    let mut waiting = vec![open];
    let mut rest = Closing::Never;
    for at in open + 1..end {
        if marks.closes(text, at, opener) {
            known.extend(waiting.pop().map(|last| (last, Closing::At(at))));
            if waiting.is_empty() {
                return Closing::At(at);
            }
        } else if text[at] == opener && marks.opens(text, at) {
            waiting.push(at);
        } else if marks.refutes(text, at, opener) {
            rest = Closing::Refuted;
            break;
        }
    }
    known.extend(waiting.into_iter().map(|mark| (mark, rest)));
    rest
}

/// Returns the mark that closes the one at `open` although it was typed on another keyboard (`“…"`), if
/// no other quotation begins before it.
fn closing_in_place(marks: &Marks, text: &[char], open: usize, end: usize) -> Option<usize> {
    for at in open + 1..end {
        if marks.closes_in_place(text, at, text[open]) {
            return Some(at);
        }
        if matches!(text[at], '"' | '“' | '”') {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does the same as `closing` without recording results.
    fn closing_from_scratch(marks: &Marks, text: &[char], open: usize) -> Closing {
        let mut depth = 0;
        for at in open + 1..text.len() {
            if marks.closes(text, at, text[open]) {
                if depth == 0 {
                    return Closing::At(at);
                }
                depth -= 1;
            } else if text[at] == text[open] && marks.opens(text, at) {
                depth += 1;
            } else if marks.refutes(text, at, text[open]) {
                return Closing::Refuted;
            }
        }
        Closing::Never
    }

    proptest::proptest! {
        #[test]
        fn recorded_results_equal_fresh_ones(text in "[“”„«»‘’\"a ,]{0,40}") {
            let text: Vec<char> = text.chars().collect();
            let (mut known, marks) = (BTreeMap::new(), Marks::default());
            for open in (0..text.len()).filter(|at| marks.opens(&text, *at)) {
                let found = closing(&marks, &text, open, text.len(), &mut known);
                proptest::prop_assert_eq!(found, closing_from_scratch(&marks, &text, open));
            }
        }
    }
}
