//! Pairing quotation marks within one unit.

use super::marks::{closes, opens, refutes};
use std::collections::BTreeMap;
use std::ops::Range;

/// Returns the quotations within a range of a text, given the mark that opens the next paragraph.
pub(super) fn scan(
    text: &[char],
    within: Range<usize>,
    next_opens_with: Option<char>,
) -> Vec<Range<usize>> {
    let (mut found, mut known) = (Vec::new(), BTreeMap::new());
    let mut at = within.start;
    while at < within.end {
        if !opens(text, at) {
            at += 1;
            continue;
        }
        let end = match closing(text, at, within.end, &mut known) {
            Closing::At(closing) => closing + 1,
            Closing::Never if next_opens_with == Some(text[at]) => within.end,
            Closing::Never | Closing::Refuted => {
                at += 1;
                continue;
            }
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
        if closes(text, at, opener) {
            known.extend(waiting.pop().map(|last| (last, Closing::At(at))));
            if waiting.is_empty() {
                return Closing::At(at);
            }
        } else if text[at] == opener && opens(text, at) {
            waiting.push(at);
        } else if refutes(text, at, opener) {
            rest = Closing::Refuted;
            break;
        }
    }
    known.extend(waiting.into_iter().map(|mark| (mark, rest)));
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does the same as `closing` without recording results.
    fn closing_from_scratch(text: &[char], open: usize) -> Closing {
        let mut depth = 0;
        for at in open + 1..text.len() {
            if closes(text, at, text[open]) {
                if depth == 0 {
                    return Closing::At(at);
                }
                depth -= 1;
            } else if text[at] == text[open] && opens(text, at) {
                depth += 1;
            } else if refutes(text, at, text[open]) {
                return Closing::Refuted;
            }
        }
        Closing::Never
    }

    proptest::proptest! {
        #[test]
        fn recorded_results_equal_fresh_ones(text in "[“”„«»‘’\"a ,]{0,40}") {
            let text: Vec<char> = text.chars().collect();
            let mut known = BTreeMap::new();
            for open in (0..text.len()).filter(|at| opens(&text, *at)) {
                let found = closing(&text, open, text.len(), &mut known);
                proptest::prop_assert_eq!(found, closing_from_scratch(&text, open));
            }
        }
    }
}
