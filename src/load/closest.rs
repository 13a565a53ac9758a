//! What stands in a text in place of a quote that does not: hints for its author, never a match.

use super::article_text::{Text, place};
use super::difference::{look, parting, unseen};
use super::escape::shown;
use crate::model::{Span, UnitIx};
use std::collections::HashSet;

/// Longer quotes, in bytes, are only compared from their start on.
const LONGEST: usize = 300;

/// Passages less alike than this are no help (edits for each character, 0 to 1, from 1).
const LEAST_LIKENESS: f64 = 0.5;

/// So many passages are compared character by character.
const MAX_COMPARED: usize = 4;

/// Quotes of more words than this are looked for by whole words.
const FEW_WORDS: usize = 3;

/// A quote that stands from its start on is told where it parts from the text if it agrees this far, in
/// characters.
const LEAST_SHARED: usize = 20;

/// A hint at what the author may have meant.
pub fn hint(exact: &str, text: &Text) -> Option<String> {
    if exact.trim().is_empty() || !text.allows_hint(exact) {
        return None;
    }
    without_outer_space(exact, text)
        .or_else(|| within_words(exact, text))
        .or_else(|| over_paragraphs(exact, text))
        .or_else(|| closest(exact, text))
        .or_else(|| shared_start(exact, text))
}

fn without_outer_space(exact: &str, text: &Text) -> Option<String> {
    let trimmed = exact.trim();
    let end = if exact.starts_with(char::is_whitespace) { "begins" } else { "ends" };
    (trimmed != exact && text.holds(trimmed))
        .then(|| format!("the quote {end} with a space that the text does not have there"))
}

/// A quote that stands only within longer words.
fn within_words(exact: &str, text: &Text) -> Option<String> {
    let (unit, at) = text.all().find_map(|unit| Some((unit, text.plain(unit).find(exact)?)))?;
    let whole = text.plain(unit);
    let is_space = char::is_whitespace;
    let start = whole[..at]
        .rfind(is_space)
        .map_or(0, |before| before + whole[before..].chars().next().map_or(0, char::len_utf8));
    let end = at + exact.len();
    let end = whole[end..].find(is_space).map_or(whole.len(), |after| end + after);
    let (start, end) = trimmed(whole, start, end, exact);
    let words = shown(text.marks(unit, start, end));
    Some(format!("it is only a part of {words} in {}: quote whole words and numbers", place(unit)))
}

/// A quote that runs on from one paragraph into the next.
fn over_paragraphs(exact: &str, text: &Text) -> Option<String> {
    let is_space = char::is_whitespace;
    for (at, _) in exact.match_indices(is_space) {
        let (first, second) = (exact[..at].trim(), exact[at..].trim());
        let goes_on = |unit: &UnitIx| {
            let (this, next) = (text.plain(*unit), text.plain(UnitIx(unit.0 + 1)));
            this.trim_end().ends_with(first) && next.trim_start().starts_with(second)
        };
        if first.is_empty() || second.is_empty() {
            continue;
        }
        if let Some(unit) = text.all().find(goes_on) {
            return Some(format!(
                "it runs from {} into {}; a quote lies within one: give two pieces, the first up to {} \
                 and the second from {}",
                place(unit),
                place(UnitIx(unit.0 + 1)),
                shown(first.split_whitespace().next_back().unwrap_or_default()),
                shown(second.split_whitespace().next().unwrap_or_default()),
            ));
        }
    }
    None
}

/// The stretch of about as many words that takes the fewest edits.
fn closest(exact: &str, text: &Text) -> Option<String> {
    let count = exact.split_whitespace().count();
    // Some scripts put no space between words.
    let is_unspaced = count == 1 && exact.chars().count() > LEAST_SHARED;
    if exact.len() > LONGEST || is_unspaced {
        return None;
    }
    let wanted = look(exact);
    let mut best: Option<(f64, UnitIx, usize, usize)> = None;
    let mut seen = HashSet::new();
    for (unit, word) in likely(exact, text) {
        let whole = text.plain(unit);
        let words = word_ranges(whole);
        for first in word.saturating_sub(1)..=word + 1 {
            for last in first + count.saturating_sub(2)..=first + count {
                let (Some(from), Some(to)) = (words.get(first), words.get(last)) else { continue };
                let (start, end) = trimmed(whole, from.0, to.1, exact);
                if !seen.insert((unit, start, end)) {
                    continue;
                }
                let found = look(&whole[start..end]);
                let edits = strsim::osa_distance(&wanted, &found);
                let length = wanted.chars().count().max(found.chars().count()).max(1);
                let likeness = 1.0 - edits as f64 / length as f64;
                if best.is_none_or(|(most, ..)| likeness > most) {
                    best = Some((likeness, unit, start, end));
                }
            }
        }
    }
    let (likeness, unit, start, end) = best?;
    (likeness >= LEAST_LIKENESS).then(|| told(exact, text, unit, start, end))
}

/// The stretch and how it differs.
fn told(exact: &str, text: &Text, unit: UnitIx, start: usize, end: usize) -> String {
    let (plain, marks) = (&text.plain(unit)[start..end], text.marks(unit, start, end));
    let place = place(unit);
    if look(exact) == look(plain)
        && let Some(unseen) = unseen(exact, plain)
    {
        return format!("what looks the same stands in {place}: {unseen}");
    }
    let (quoted, there) = parting(exact, plain, marks);
    if marks.chars().count() > LEAST_SHARED * 2 {
        return parted(unit, &quoted, &there);
    }
    format!("the closest words are {} in {place}", shown(marks))
}

/// Where the words stand that are most like the quote at a glance: the unit and the first word. Cheap, and
/// not always right.
fn likely(exact: &str, text: &Text) -> Vec<(UnitIx, usize)> {
    let wanted: Vec<&str> = exact.split_whitespace().collect();
    let mut best: Vec<(f64, UnitIx, usize)> = Vec::new();
    for unit in text.all() {
        let whole = text.plain(unit);
        let words = word_ranges(whole);
        let is_wanted: Vec<bool> =
            words.iter().map(|(start, end)| wanted.contains(&&whole[*start..*end])).collect();
        let count = wanted.len().clamp(1, words.len().max(1));
        for (first, window) in words.windows(count).enumerate() {
            let (start, end) = (window[0].0, window[count - 1].1);
            // A long quote shares words with what is meant; of a few, each may be mistyped.
            let likeness = if wanted.len() > FEW_WORDS {
                let shared = is_wanted[first..first + count].iter().filter(|is| **is).count();
                f64::from(u32::try_from(shared).unwrap_or(u32::MAX))
            } else {
                strsim::sorensen_dice(exact, &whole[start..end])
            };
            let rank = best.iter().position(|(other, ..)| likeness > *other).unwrap_or(best.len());
            if rank < MAX_COMPARED && likeness > 0.0 {
                best.insert(rank, (likeness, unit, first));
                best.truncate(MAX_COMPARED);
            }
        }
    }
    best.into_iter().map(|(_, unit, word)| (unit, word)).collect()
}

/// A stretch without the punctuation around it, where the quote has none there.
fn trimmed(whole: &str, start: usize, end: usize, exact: &str) -> (usize, usize) {
    let is_mark = |c: char| !c.is_alphanumeric();
    let stretch = &whole[start..end];
    let cut =
        if exact.starts_with(is_mark) { stretch } else { stretch.trim_start_matches(is_mark) };
    let start = end - cut.len();
    let cut = if exact.ends_with(is_mark) { cut } else { cut.trim_end_matches(is_mark) };
    (start, start + cut.len())
}

/// How far the text agrees with a quote from its start on.
fn shared_start(exact: &str, text: &Text) -> Option<String> {
    let ends: Vec<usize> = exact.char_indices().map(|(at, _)| at).skip(1).collect();
    let stands = |end: usize| {
        text.all().find_map(|unit| Some((unit, text.plain(unit).find(&exact[..end])?)))
    };
    // What stands to one end stands to all that are nearer.
    let longest = ends.partition_point(|end| stands(*end).is_some());
    if longest < LEAST_SHARED {
        return None;
    }
    let end = *ends.get(longest - 1)?;
    let (unit, at) = stands(end)?;
    let rest = text.plain(unit)[at..].char_indices().nth(exact.chars().count());
    let stop = rest.map_or(text.plain(unit).len(), |(rest, _)| at + rest);
    let (quoted, there) = parting(exact, &text.plain(unit)[at..stop], text.marks(unit, at, stop));
    Some(parted(unit, &quoted, &there))
}

fn parted(unit: UnitIx, quoted: &str, there: &str) -> String {
    let (place, quoted, there) = (place(unit), shown(quoted), shown(there));
    format!("the closest words, in {place}, part from it at {quoted}: the text has {there}")
}

/// Byte ranges of what stands between white space.
fn word_ranges(text: &str) -> Vec<(usize, usize)> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - base;
            (start, start + word.len())
        })
        .collect()
}

/// The words around a place, up to three on either side and no more than there are.
pub fn around(text: &Text, span: Span) -> (String, String) {
    const MOST: usize = 3;
    let unit = &text.units[span.unit.index()];
    let before: Vec<&str> = unit.slice(0, span.start).split_whitespace().collect();
    let after: Vec<&str> = unit.slice(span.end, unit.len()).split_whitespace().take(MOST).collect();
    (before[before.len().saturating_sub(MOST)..].join(" "), after.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;

    fn text() -> Text {
        let units = [
            "Port Alba, 6 January 2026",
            "The harbour will\u{a0}reopen on Friday, port chief Ada Lund said in a statement.",
            "Lund called the delay “a disgrace” and told Radio Alba that 12 to 15 ships were waiting for \
             the pilots and for the de-escalation of the cafe\u{301} war.",
            "彼は行くと言った。それから二十人の漁師が港の前で夜明けまで静かに待っていたという話だ",
        ];
        Text::new(units.iter().map(|text| Unit::new(text)).collect())
    }

    #[test]
    fn a_quote_that_is_not_there_is_told_what_may_be_meant() {
        let check = |exact: &str, expected: &str| {
            assert_eq!(hint(exact, &text()).as_deref().unwrap_or_default(), expected, "{exact}");
        };
        check(
            "tell Radio Alba that",
            "the closest words are \"told Radio Alba that\" in paragraph 2",
        );
        check("teh delay", "the closest words are \"the delay\" in paragraph 2");
        check("\"a disgrac\"", "the closest words are \"“a disgrace”\" in paragraph 2");
        check("says", "the closest words are \"said\" in paragraph 1");
        check("nothing of the kind", "");
        check("  ", "");
        check(
            "disgra",
            "it is only a part of \"disgrace\" in paragraph 2: quote whole words and numbers",
        );
        check("war. ", "the quote ends with a space that the text does not have there");
        check(
            "said in a statement. Lund called",
            "it runs from paragraph 1 into paragraph 2; a quote lies within one: give two pieces, the \
             first up to \"statement.\" and the second from \"Lund\"",
        );
        check(
            "will reopen",
            "what looks the same stands in paragraph 1: the text has U+00A0 (no-break space) after \
             \"will\"",
        );
        check(
            "the caf\u{e9} war",
            "what looks the same stands in paragraph 2: the text has U+0065 U+0301 after \"caf\", and \
             the quote U+00E9, which looks the same",
        );
        check(
            "12 to 15 ships were waiting for the pilots and for the deescalation",
            "the closest words, in paragraph 2, part from it at \"the deescalation\": the text has \
             \"the de-escalation\"",
        );
        check(
            "それから二十人の漁師が港の前で夜明けまで騒がしく待っていた",
            "the closest words, in paragraph 3, part from it at \
             \"それから二十人の漁師が港の前で夜明けまで騒がしく待っていた\": the text has \
             \"それから二十人の漁師が港の前で夜明けまで静かに待っていたと\"",
        );
    }

    #[test]
    fn hints_end_where_they_would_take_too_long() {
        let text = Text::new(vec![Unit::new(&"all of the ships ".repeat(4_000))]);
        let hints = (0..200).filter_map(|_| hint("all of teh ships", &text)).count();
        assert!((1..100).contains(&hints), "{hints}");
    }
}
