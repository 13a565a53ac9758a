//! Word boundaries, at which quotes may begin and end: never inside a word or a number.

use super::number::is_number;
use super::unicode_digits::ascii_digit;
use unicode_normalization::char::is_combining_mark;

/// Returns true if a byte offset is not inside a word, a number or a character with its combining
/// marks.
pub(super) fn is_word_boundary(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    !continues(before.chars().next_back(), after.chars().next()) && !is_in_number(text, at)
}

/// Returns true if two neighbouring characters belong to one word, or are displayed as one
/// character.
fn continues(left: Option<char>, right: Option<char>) -> bool {
    let is_joined = |c: char| is_combining_mark(c) || matches!(c, '\u{200d}' | '\u{fe0f}');
    match (left, right) {
        (Some(left), Some(right)) => {
            let in_word = left.is_alphanumeric() && right.is_alphanumeric();
            (in_word && !(is_unspaced(left) && is_unspaced(right)))
                || is_joined(right)
                || left == '\u{200d}'
        }
        _ => false,
    }
}

/// Maximum number of characters of a number on each side of an offset.
const MAX_DIGITS: usize = 40;

/// Returns true if a byte offset is inside a number with separators ("460,000").
fn is_in_number(text: &str, at: usize) -> bool {
    let is_digit = |c: char| ascii_digit(c).is_some();
    let is_part = |c: char| {
        is_digit(c)
            || matches!(c, '.' | ',' | '٫' | '٬' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}')
    };
    let (before, after) = text.split_at(at);
    let beside = before.chars().next_back().zip(after.chars().next());
    if !beside.is_some_and(|(left, right)| is_part(left) && is_part(right)) {
        return false;
    }
    let start =
        before.char_indices().rev().take(MAX_DIGITS).take_while(|(_, c)| is_part(*c)).last();
    let start = start.map_or(at, |(byte, _)| byte);
    let length: usize =
        after.chars().take(MAX_DIGITS).take_while(|c| is_part(*c)).map(char::len_utf8).sum();
    let run = &text[start..at + length];
    let number = run.trim_matches(|c| !is_digit(c));
    let from = start + run.len() - run.trim_start_matches(|c| !is_digit(c)).len();
    from < at && at < from + number.len() && is_number(number)
}

/// Returns true for letters of scripts without spaces between words, where any two letters may be
/// separated.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        // Thai and Lao, Myanmar, Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Kana, and the blocks of Han.
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{3ffff}')
}
