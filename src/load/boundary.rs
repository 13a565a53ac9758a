//! Where a quote may begin and end: between words and numbers, never within one.

use super::number::is_number;
use super::unicode_digits::ascii_digit;
use unicode_normalization::char::is_combining_mark;

/// True at a byte where no word, no number and no character that is drawn as one goes on.
pub(super) fn parts_words(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    !continues(before.chars().next_back(), after.chars().next()) && !cuts_number(text, at)
}

/// True when two neighbouring characters belong to one word, or are drawn as one character.
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

/// So many characters to either side of a place can belong to one number.
const LONGEST: usize = 40;

/// True at a byte that parts digits which are one number with the mark between them ("460,000").
fn cuts_number(text: &str, at: usize) -> bool {
    let is_digit = |c: char| ascii_digit(c).is_some();
    let is_part = |c: char| is_digit(c) || matches!(c, '.' | ',' | '٫' | '٬' | '\'' | '\u{202f}');
    let (before, after) = text.split_at(at);
    let beside = before.chars().next_back().zip(after.chars().next());
    if !beside.is_some_and(|(left, right)| is_part(left) && is_part(right)) {
        return false;
    }
    let start = before.char_indices().rev().take(LONGEST).take_while(|(_, c)| is_part(*c)).last();
    let start = start.map_or(at, |(byte, _)| byte);
    let length: usize =
        after.chars().take(LONGEST).take_while(|c| is_part(*c)).map(char::len_utf8).sum();
    let run = &text[start..at + length];
    let number = run.trim_matches(|c| !is_digit(c));
    let from = start + run.len() - run.trim_start_matches(|c| !is_digit(c)).len();
    from < at && at < from + number.len() && is_number(number)
}

/// True for letters of scripts that put no space between words: any two of them may part there.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        // Thai and Lao, Myanmar, Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Kana, and the blocks of Han.
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{3ffff}')
}
