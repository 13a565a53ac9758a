//! Hints for quotes that do not occur in the article: the most similar words. Never used as a
//! match.

use super::article_text::{Text, place};
use super::difference::{first_difference, invisible_difference, visual_form};
use super::escape::shown;
use crate::model::UnitIx;
use std::collections::HashSet;
use unicode_normalization::char::is_combining_mark;

/// Maximum length in bytes of quotes that are compared as a whole. Only the start of longer ones is
/// compared.
const MAX_LENGTH: usize = 300;

/// Minimum similarity of a passage: 1 minus the number of edits per character.
const MIN_SIMILARITY: f64 = 0.5;

/// Maximum number of passages compared character by character.
const MAX_COMPARED: usize = 4;

/// Maximum number of words in quotes whose words are compared by spelling. In longer quotes, only
/// equal words are counted.
const MAX_WORDS_SPELT: usize = 3;

/// Minimum number of characters at the start of a quote that must occur in the article. Otherwise
/// the rest is not compared.
const MIN_SHARED_START: usize = 20;

/// Maximum number of places at which a quote may be split, times the number of paragraph breaks.
const MAX_BREAKS: usize = 100_000;

/// Returns a hint about the words that the author may have meant.
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
    (trimmed != exact && text.contains(trimmed)).then(|| {
        format!("the quote {end} with a space that the article does not have there: remove it")
    })
}

/// Returns a hint for a quote that occurs only inside longer words.
fn within_words(exact: &str, text: &Text) -> Option<String> {
    let (unit, at) =
        text.unit_indexes().find_map(|unit| Some((unit, text.straight(unit).find(exact)?)))?;
    let whole = text.straight(unit);
    let is_space = char::is_whitespace;
    let start = whole[..at]
        .rfind(is_space)
        .map_or(0, |before| before + whole[before..].chars().next().map_or(0, char::len_utf8));
    let end = at + exact.len();
    let end = whole[end..].find(is_space).map_or(whole.len(), |after| end + after);
    let (start, end) = trimmed(whole, start, end, exact);
    let words = shown(text.original(unit, start, end));
    Some(format!("in {}, it is only part of {words}: quote whole words and numbers", place(unit)))
}

/// Returns a hint for a quote that continues in the next paragraph.
fn over_paragraphs(exact: &str, text: &Text) -> Option<String> {
    let is_space = char::is_whitespace;
    if exact.matches(is_space).count().saturating_mul(text.units.len()) > MAX_BREAKS {
        return None;
    }
    for (at, _) in exact.match_indices(is_space) {
        let (first, second) = (exact[..at].trim(), exact[at..].trim());
        let continues = |unit: &UnitIx| {
            let (this, next) = (text.straight(*unit), text.straight(UnitIx(unit.0 + 1)));
            this.trim_end().ends_with(first) && next.trim_start().starts_with(second)
        };
        if first.is_empty() || second.is_empty() {
            continue;
        }
        if let Some(unit) = text.unit_indexes().find(continues) {
            return Some(format!(
                "it continues from {} into {}: split it into two pieces, one that ends with {} and one \
                 that begins with {}",
                place(unit),
                place(UnitIx(unit.0 + 1)),
                shown(first.split_whitespace().next_back().unwrap_or_default()),
                shown(second.split_whitespace().next().unwrap_or_default()),
            ));
        }
    }
    None
}

/// Finds the passage of about the same number of words with the fewest differences, and describes
/// it.
fn closest(exact: &str, text: &Text) -> Option<String> {
    let count = exact.split_whitespace().count();
    // Some scripts do not put spaces between words.
    let is_unspaced = count == 1 && exact.chars().count() > MIN_SHARED_START;
    if exact.len() > MAX_LENGTH || is_unspaced {
        return None;
    }
    let wanted = visual_form(exact);
    let mut best: Option<(f64, UnitIx, usize, usize)> = None;
    let mut seen = HashSet::new();
    for (unit, word) in likely(exact, text) {
        let whole = text.straight(unit);
        let words = word_ranges(whole);
        for first in word.saturating_sub(1)..=word + 1 {
            for last in first + count.saturating_sub(2)..=first + count {
                let (Some(from), Some(to)) = (words.get(first), words.get(last)) else { continue };
                let (start, end) = trimmed(whole, from.0, to.1, exact);
                if !seen.insert((unit, start, end)) {
                    continue;
                }
                let found = visual_form(&whole[start..end]);
                let edits = strsim::osa_distance(&wanted, &found);
                let length = wanted.chars().count().max(found.chars().count()).max(1);
                let similarity = 1.0 - edits as f64 / length as f64;
                if best.is_none_or(|(most, ..)| similarity > most) {
                    best = Some((similarity, unit, start, end));
                }
            }
        }
    }
    let (similarity, unit, start, end) = best?;
    (similarity >= MIN_SIMILARITY).then(|| describe(exact, text, unit, start, end))
}

/// Describes a passage and how it differs from the quote.
fn describe(exact: &str, text: &Text, unit: UnitIx, start: usize, end: usize) -> String {
    let (straight, original) = (&text.straight(unit)[start..end], text.original(unit, start, end));
    let place = place(unit);
    if visual_form(exact) == visual_form(straight)
        && let Some(difference) = invisible_difference(exact, straight)
    {
        return format!("{place} contains words that look the same, but {difference}");
    }
    let (quoted, there) = first_difference(exact, straight, original);
    if original.chars().count() > MIN_SHARED_START * 2 {
        return long_match(unit, &quoted, &there);
    }
    format!("the closest match is {} in {place}", shown(original))
}

/// Returns the passages that share most words with the quote: their unit and first word. This is a
/// fast estimate, and not always right.
fn likely(exact: &str, text: &Text) -> Vec<(UnitIx, usize)> {
    let wanted: Vec<&str> = exact.split_whitespace().collect();
    let mut best: Vec<(f64, UnitIx, usize)> = Vec::new();
    for unit in text.unit_indexes() {
        let whole = text.straight(unit);
        let words = word_ranges(whole);
        let is_wanted: Vec<bool> =
            words.iter().map(|(start, end)| wanted.contains(&&whole[*start..*end])).collect();
        let count = wanted.len().clamp(1, words.len().max(1));
        for (first, window) in words.windows(count).enumerate() {
            let (start, end) = (window[0].0, window[count - 1].1);
            // A long quote shares words with the passage meant; in a short one, each may be
            // misspelt.
            let similarity = if wanted.len() > MAX_WORDS_SPELT {
                let shared = is_wanted[first..first + count].iter().filter(|is| **is).count();
                f64::from(u32::try_from(shared).unwrap_or(u32::MAX))
            } else {
                strsim::sorensen_dice(exact, &whole[start..end])
            };
            let rank =
                best.iter().position(|(other, ..)| similarity > *other).unwrap_or(best.len());
            if rank < MAX_COMPARED && similarity > 0.0 {
                best.insert(rank, (similarity, unit, first));
                best.truncate(MAX_COMPARED);
            }
        }
    }
    best.into_iter().map(|(_, unit, word)| (unit, word)).collect()
}

/// Removes punctuation from the ends of a passage, unless the quote has some there. A combining mark
/// belongs to its letter.
fn trimmed(whole: &str, start: usize, end: usize, exact: &str) -> (usize, usize) {
    let is_mark = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    let passage = &whole[start..end];
    let cut =
        if exact.starts_with(is_mark) { passage } else { passage.trim_start_matches(is_mark) };
    let start = end - cut.len();
    let words = cut.trim_end_matches(is_mark);
    let cut = match exact.chars().next_back() {
        // Up to the same mark, if it is there.
        Some(last) if is_mark(last) => {
            let marks = &cut[words.len()..];
            marks.rfind(last).map_or(cut, |at| &cut[..words.len() + at + last.len_utf8()])
        }
        _ => words,
    };
    (start, start + cut.len())
}

/// Returns a hint for a quote that occurs in the article except for its end.
fn shared_start(exact: &str, text: &Text) -> Option<String> {
    let ends: Vec<usize> = exact.char_indices().map(|(at, _)| at).skip(1).collect();
    let find = |end: usize| {
        text.unit_indexes().find_map(|unit| Some((unit, text.straight(unit).find(&exact[..end])?)))
    };
    // If a start of the quote occurs, all shorter ones do.
    let longest = ends.partition_point(|end| find(*end).is_some());
    if longest < MIN_SHARED_START {
        return None;
    }
    let end = *ends.get(longest - 1)?;
    let (unit, at) = find(end)?;
    let rest = text.straight(unit)[at..].char_indices().nth(exact.chars().count());
    let stop = rest.map_or(text.straight(unit).len(), |(rest, _)| at + rest);
    let (straight, original) = (&text.straight(unit)[at..stop], text.original(unit, at, stop));
    let (quoted, there) = first_difference(exact, straight, original);
    Some(long_match(unit, &quoted, &there))
}

/// Returns the hint for a match that is too long to be shown in full.
fn long_match(unit: UnitIx, quoted: &str, there: &str) -> String {
    let (place, quoted, there) = (place(unit), shown(quoted), shown(there));
    format!("the closest match, in {place}, has {there} where the quote has {quoted}")
}

/// Returns the byte ranges of the words between white space.
fn word_ranges(text: &str) -> Vec<(usize, usize)> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - base;
            (start, start + word.len())
        })
        .collect()
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
    fn suggests_what_a_missing_quote_may_mean() {
        let check = |exact: &str, expected: &str| {
            assert_eq!(hint(exact, &text()).as_deref().unwrap_or_default(), expected, "{exact}");
        };
        check(
            "tell Radio Alba that",
            "the closest match is \"told Radio Alba that\" in paragraph 2",
        );
        check("teh delay", "the closest match is \"the delay\" in paragraph 2");
        check("\"a disgrac\"", "the closest match is \"“a disgrace”\" in paragraph 2");
        check("says", "the closest match is \"said\" in paragraph 1");
        check("nothing of the kind", "");
        check("  ", "");
        check(
            "disgra",
            "in paragraph 2, it is only part of \"disgrace\": quote whole words and numbers",
        );
        check(
            "war. ",
            "the quote ends with a space that the article does not have there: remove it",
        );
        check(
            "said in a statement. Lund called",
            "it continues from paragraph 1 into paragraph 2: split it into two pieces, one that ends \
             with \"statement.\" and one that begins with \"Lund\"",
        );
        check(
            "will reopen",
            "paragraph 1 contains words that look the same, but the article has U+00A0 (no-break \
             space) after \"will\"",
        );
        check(
            "the caf\u{e9} war",
            "paragraph 2 contains words that look the same, but the article has U+0065 U+0301 after \
             \"caf\", and the quote has U+00E9, which looks the same",
        );
        check(
            "12 to 15 ships were waiting for the pilots and for the deescalation",
            "the closest match, in paragraph 2, has \"the de-escalation\" where the quote has \
             \"the deescalation\"",
        );
        check(
            "それから二十人の漁師が港の前で夜明けまで騒がしく待っていた",
            "the closest match, in paragraph 3, has \
             \"それから二十人の漁師が港の前で夜明けまで静かに待っていたと\" where the quote has \
             \"それから二十人の漁師が港の前で夜明けまで騒がしく待っていた\"",
        );
    }

    #[test]
    fn stops_searching_when_it_takes_too_long() {
        let text = Text::new(vec![Unit::new(&"all of the ships ".repeat(4_000))]);
        let hints = (0..200).filter_map(|_| hint("all of teh ships", &text)).count();
        assert!((1..100).contains(&hints), "{hints}");
    }
}
