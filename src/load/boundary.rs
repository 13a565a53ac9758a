//! Word boundaries, at which quotes may begin and end: never inside a word or a number.

use super::number::is_number;
use super::unicode_digits::ascii_digit;
use crate::model::is_unspaced;
use unicode_normalization::char::is_combining_mark;

/// Returns true if a byte offset is not inside a word, a number or a character with its combining
/// marks.
pub(super) fn is_word_boundary(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    !continues(before.chars().next_back(), after) && !is_in_number(text, at)
}

/// Returns true if two neighbouring characters belong to one word, or are displayed as one
/// character.
fn continues(left: Option<char>, after: &str) -> bool {
    let right = after.chars().next();
    let is_joined = |c: char| is_combining_mark(c) || matches!(c, '\u{200d}' | '\u{fe0f}');
    match (left, right) {
        (Some(left), Some(right)) => {
            let in_word = left.is_alphanumeric() && right.is_alphanumeric();
            let is_cut = is_unspaced(left)
                || is_unspaced(right)
                || is_hangul(left) != is_hangul(right)
                || (is_hangul(left) && is_before_particle(after));
            (in_word && !is_cut) || is_joined(right) || left == '\u{200d}'
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

/// Returns the byte ranges of the words of a text: runs of letters and digits. No quote begins or ends
/// inside one. Letters of scripts without spaces are words by themselves.
pub(super) fn words_of(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            match words.last_mut().filter(|_| before.is_some_and(char::is_alphanumeric)) {
                Some(word) if !before.is_some_and(|before| is_cut(before, &text[at..])) => {
                    word.1 = at + c.len_utf8();
                }
                _ => words.push((at, at + c.len_utf8())),
            }
        }
        before = Some(c);
    }
    words
}

/// Returns true if a word may be cut after a letter: beside scripts without spaces, between Hangul and
/// others, and before a particle of Korean.
fn is_cut(left: char, after: &str) -> bool {
    let Some(right) = after.chars().next() else { return false };
    is_unspaced(left)
        || is_unspaced(right)
        || is_hangul(left) != is_hangul(right)
        || (is_hangul(left) && is_before_particle(after))
}

/// The particles that Korean attaches to a word, longest first.
const PARTICLES: [&str; 34] = [
    "이라고",
    "라고는",
    "에서는",
    "에게서",
    "으로써",
    "으로서",
    "라고",
    "에서",
    "에게",
    "에는",
    "으로",
    "까지",
    "부터",
    "께서",
    "처럼",
    "보다",
    "마저",
    "조차",
    "이나",
    "이며",
    "이다",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
    "로",
    "만",
];

/// Returns true if the rest of a word is a particle of Korean.
fn is_before_particle(after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).take(4).collect();
    PARTICLES.contains(&word.as_str())
}

/// Returns true for a syllable of Hangul.
fn is_hangul(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_may_end_where_a_script_has_no_spaces() {
        let check = |text: &str, words: &str, expected: bool| {
            let start = text.find(words).expect("the words are in the text");
            let end = start + words.len();
            let is_bounded = is_word_boundary(text, start) && is_word_boundary(text, end);
            assert_eq!(is_bounded, expected, "{words} in {text}");
        };
        check("NATOは5日", "NATO", true);
        check("NATOは5日", "5", true);
        check("外交部2026年宣布", "2026", true);
        check("報告書はUNICEFが", "UNICEF", true);
        check("约3.5万人", "3.5万", true);
        check("ราคา500บาท", "500", true);
        check("시장은 말했다", "시장", true);
        check("유엔에서 나왔다", "유엔", true);
        check("NATO는 밝혔다", "NATO", true);
        check("30명이 왔다", "30", true);
        check("대통령실 직원", "대통령", false);
        check("island", "land", false);
        check("12\u{a0}000 et", "12", false);
        check("12\u{202f}000 et", "000", false);
        check("en 2024\u{a0}500 elèves", "500", true);
        check("3.50万", "3", false);
    }
}
