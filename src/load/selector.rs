//! Selectors for the occurrences of ambiguous words, as JSON for an author to paste.

use super::article_text::{Text, Wanted, place};
use super::escape::shown;
use super::wire::Selector;
use crate::model::Span;

/// Maximum number of occurrences that are searched for.
pub const MAX_SEARCHED: usize = 100;
/// Maximum number of occurrences that are listed.
const MAX_LISTED: usize = 6;
/// Maximum number of words of context on either side.
const MAX_WORDS: usize = 8;
/// Maximum number of code points that are searched for these words.
const MAX_CHARACTERS: u32 = 400;

/// Returns a hint for each occurrence: the JSON that selects it, and the words around it.
pub fn paste(text: &Text, found: &[Span]) -> Vec<String> {
    let mut hints: Vec<String> = (found.iter().take(MAX_LISTED))
        .map(|span| {
            let around = shown(&around(text, *span));
            let selector = selector(text, *span, found);
            format!("for {around} in {}, write {selector}", place(span.unit))
        })
        .collect();
    if found.len() > MAX_LISTED {
        hints.push("the others need \"prefix\", \"suffix\" or \"in\" as well".to_owned());
    }
    hints
}

/// Returns the words of a span with up to three words on either side.
fn around(text: &Text, span: Span) -> String {
    let unit = &text.units[span.unit.index()];
    let (before, after) = text.surroundings(span);
    let length = |words: &str| u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let start = span.start.saturating_sub(length(&before).saturating_add(1));
    let end = span.end.saturating_add(length(&after)).saturating_add(1).min(unit.len());
    unit.slice(start, end).trim().to_owned()
}

/// Returns the shortest selector that means only one of the occurrences.
fn selector(text: &Text, span: Span, found: &[Span]) -> String {
    let unit = &text.units[span.unit.index()];
    let before = last_words(unit.slice(span.start.saturating_sub(MAX_CHARACTERS), span.start));
    let end = span.end.saturating_add(MAX_CHARACTERS).min(unit.len());
    let after: Vec<&str> = unit.slice(span.end, end).split_whitespace().take(MAX_WORDS).collect();
    let prefix = |count: usize| before[before.len().saturating_sub(count)..].join(" ");
    let suffix = |count: usize| after[..count.min(after.len())].join(" ");
    let lone = |count| [(prefix(count), String::new()), (String::new(), suffix(count))];
    let both = |count| [(prefix(count), suffix(count))];
    let contexts = std::iter::once((String::new(), String::new()))
        .chain((1..=MAX_WORDS).flat_map(lone))
        .chain((1..=MAX_WORDS).flat_map(both));
    let exact = unit.slice(span.start, span.end);
    let others = || found.iter().filter(|other| other.unit == span.unit && **other != span);
    let means = |other: &Span, wanted: &Wanted| {
        let (before, after) = text.straight_around(*other);
        wanted.fits(before, after)
    };
    let mut selecting = contexts.filter(|(prefix, suffix)| {
        let wanted = Wanted::new(exact, Some(prefix), Some(suffix));
        means(&span, &wanted) && !others().any(|other| means(other, &wanted))
    });
    let (prefix, suffix) = selecting.next().unwrap_or_default();
    let some = |words: String| (!words.is_empty()).then_some(words);
    let (prefix, suffix) = (some(prefix), some(suffix));
    let unit = Some(span.unit.0.into());
    Selector { exact: exact.to_owned(), prefix, suffix, unit }.json()
}

/// Returns the last words of a text, at most [`MAX_WORDS`].
fn last_words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().rev().take(MAX_WORDS).collect();
    words.reverse();
    words
}
