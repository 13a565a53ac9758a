//! Tokens of numbers: words, digits and the punctuation between them.

use super::super::unicode_digits::ascii_digit;
use super::compound::compound;
use super::numeral::{GROUP, separator};
use super::table::meaning;
use unicode_normalization::char::is_combining_mark;

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// ASCII digits and the separators between them, for `numeral`.
    Number(String),
    /// A fraction as one character ("½"): numerator and denominator.
    Part(u8, u8),
    /// A word in lower case. Digits directly after letters belong to the word ("G20").
    Word(String),
    /// The minus sign before a number.
    Minus,
    /// A hyphen or dash; true if it touches both neighbours.
    Dash(bool),
    /// A slash, which makes a fraction of two numbers.
    Slash,
    /// Any other punctuation, which separates numbers.
    Break,
}

/// Splits words into tokens. White space and currency signs are ignored.
pub(super) fn tokens(words: &str) -> Vec<Token> {
    let chars: Vec<char> = words.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let before = at.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(at + 1).copied();
        if ascii_digit(c).is_some() {
            let (number, end) = number(&chars, at);
            tokens.push(Token::Number(number));
            at = end;
            continue;
        }
        if c.is_alphabetic() {
            let (word, end) = word(&chars, at);
            push_word(&mut tokens, word);
            at = end;
            continue;
        }
        let is_edge = |c: Option<char>| c.is_none_or(char::is_whitespace);
        match c {
            '-' | '−' if after.and_then(ascii_digit).is_some() && !before.is_some_and(is_inner) =>
            {
                tokens.push(Token::Minus);
            }
            '-' | '–' | '—' | '‑' | '‐' | '−' | '~' | '～' => {
                tokens.push(Token::Dash(!is_edge(before) && !is_edge(after)));
            }
            '/' | '⁄' => tokens.push(Token::Slash),
            '&' => tokens.push(Token::Word("&".to_owned())),
            '$' | '€' | '£' | '¥' | '₹' => {}
            c if c.is_whitespace() || is_combining_mark(c) => {}
            c => tokens.push(part(c).map_or(Token::Break, |(numerator, denominator)| {
                Token::Part(numerator, denominator)
            })),
        }
        at += 1;
    }
    tokens
}

/// Returns true for characters after which a hyphen is not a minus sign.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '%' | ')' | '.' | ',')
}

/// Adds a word. Splits the Arabic "and" from the word after it, and parses German compounds.
fn push_word(tokens: &mut Vec<Token>, word: String) {
    if let Some(number) = compound(&word) {
        tokens.push(Token::Number(number.to_string()));
        return;
    }
    let joined = word.strip_prefix('و').filter(|rest| meaning(rest, "ar").is_some());
    match joined.filter(|_| meaning(&word, "ar").is_none()) {
        Some(rest) => {
            tokens.extend([Token::Word("و".to_owned()), Token::Word(rest.to_owned())]);
        }
        None => tokens.push(Token::Word(word)),
    }
}

fn number(chars: &[char], from: usize) -> (String, usize) {
    let digits = |at: usize| chars[at..].iter().map_while(|c| ascii_digit(*c));
    let mut number: String = digits(from).collect();
    let mut at = from + number.len();
    let mut can_group = number.len() <= 3;
    while let Some(separator) = chars.get(at).copied().and_then(separator) {
        let group: String = digits(at + 1).collect();
        // Spaces and apostrophes only separate groups of three. Otherwise these are two numbers.
        if group.is_empty() || (separator == GROUP && !(can_group && group.len() == 3)) {
            break;
        }
        can_group &= separator == GROUP;
        number.push(separator);
        number.push_str(&group);
        at += 1 + group.len();
    }
    (number, at)
}

fn word(chars: &[char], from: usize) -> (String, usize) {
    let mut word = String::new();
    let mut at = from;
    // These characters follow digits directly, and precede what is counted.
    if let Some(c @ ('万' | '萬' | '億' | '亿' | '千' | '百')) = chars.get(at) {
        return (c.to_string(), at + 1);
    }
    while let Some(c) = chars.get(at).filter(|c| c.is_alphanumeric() || is_combining_mark(**c)) {
        // Arabic vowel signs and the tatweel are optional.
        if !matches!(c, '\u{64b}'..='\u{652}' | 'ـ') {
            word.extend(c.to_lowercase());
        }
        at += 1;
    }
    (word, at)
}

const fn part(c: char) -> Option<(u8, u8)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}
