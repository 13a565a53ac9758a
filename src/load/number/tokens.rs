//! Tokens of numbers: words, digits and the punctuation between them.

use super::super::unicode_digits::ascii_digit;
use super::cjk;
use super::compound::compound;
use super::numeral::{GROUP, separator};
use super::ratio::Ratio;
use super::table::{Meaning, meaning};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// ASCII digits and the separators between them, for `numeral`.
    Number(String),
    /// A number that has one meaning, such as a compound or a run of numerals.
    Value(Ratio),
    /// Two of a multiplier: Arabic "مليونان".
    Dual(u64),
    /// A multiplier of numerals ("百万").
    Multiplier(u64),
    /// A fraction in one piece ("½", "三分之一"): numerator and denominator.
    Part(u64, u64),
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

/// Splits words into tokens. White space and currency signs are ignored. `language` is a primary
/// language.
pub(super) fn tokens(words: &str, language: &str) -> Vec<Token> {
    let mut chars: Vec<char> = Vec::new();
    for c in words.chars() {
        match c {
            '廿' if cjk::is_cjk(language) => chars.extend(['二', '十']),
            '卅' if cjk::is_cjk(language) => chars.extend(['三', '十']),
            c => chars.push(c),
        }
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let before = at.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(at + 1).copied();
        if cjk::is_cjk(language)
            && (ascii_digit(c).is_some() || cjk::is_numeral(c, language))
            && (language != "ko" || ascii_digit(c).is_some() || begins_korean(&chars, at))
            && let Some((token, end)) = cjk::parse(&chars, at, language)
        {
            tokens.push(token);
            at = end;
            continue;
        }
        if ascii_digit(c).is_some() {
            let (number, end) = number(&chars, at);
            tokens.push(Token::Number(number));
            at = end;
            continue;
        }
        if c.is_alphabetic() {
            let (word, end) = word(&chars, at, language);
            push_word(&mut tokens, word, language);
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
    without_percent(tokens, language)
}

/// Replaces words that mean "per cent": the hundred in them is not part of the number.
fn without_percent(tokens: Vec<Token>, language: &str) -> Vec<Token> {
    let Some((_, phrases)) = PERCENT.iter().find(|(listed, _)| *listed == language) else {
        return tokens;
    };
    let is_word = |token: &Token, word: &str| matches!(token, Token::Word(text) if text == word);
    let mut rest = tokens.as_slice();
    let mut kept = Vec::with_capacity(tokens.len());
    while let Some((first, after)) = rest.split_first() {
        let length = phrases.iter().find_map(|phrase| {
            let count = phrase.split(' ').count();
            let words = rest.get(..count)?;
            phrase.split(' ').zip(words).all(|(word, token)| is_word(token, word)).then_some(count)
        });
        if let Some(length) = length {
            kept.push(Token::Break);
            rest = &rest[length..];
        } else {
            kept.push(first.clone());
            rest = after;
        }
    }
    kept
}

/// The words that mean "per cent" and contain a number word.
const PERCENT: [(&str, &[&str]); 10] = [
    ("ar", &["في المئة", "في المائة", "بالمئة", "بالمائة", "ب مئة", "ب مائة"]),
    ("ckb", &["لە سەد", "لە سەدا"]),
    ("ku", &["لە سەد", "لە سەدا", "ji sedî", "ji sed"]),
    ("el", &["τοις εκατό", "τοις εκατόν"]),
    ("es", &["por ciento", "por cien"]),
    ("fr", &["pour cent"]),
    ("it", &["per cento"]),
    ("pt", &["por cento"]),
    ("vi", &["phần trăm"]),
    ("fa", &["در صد"]),
];

/// Returns true for characters after which a hyphen is not a minus sign.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '%' | ')' | '.' | ',')
}

/// Returns true if a word of Hangul begins here and is a number.
fn begins_korean(chars: &[char], at: usize) -> bool {
    let starts = at.checked_sub(1).is_none_or(|before| {
        !chars[before].is_alphanumeric() || matches!(chars[before], '수' | '몇')
    });
    let length = chars[at..].iter().take_while(|c| c.is_alphanumeric()).count();
    let word = &chars[at..at + length];
    // "삼분의 일": a third.
    let word = word.strip_suffix(&['분', '의']).map_or(word, |number| {
        if number.iter().all(|c| cjk::is_numeral(*c, "ko")) { &['백'] } else { word }
    });
    // "약 천여 명": a thousand or more.
    let word = word.strip_suffix(&['여']).unwrap_or(word);
    starts && cjk::is_number_word(word)
}

/// Adds a word. Splits the Arabic and Hebrew "and" from the word after it, and parses compounds.
fn push_word(tokens: &mut Vec<Token>, word: String, language: &str) {
    if word.contains('\u{200c}') {
        return push_parts(tokens, &word, language);
    }
    // Turkish case endings: "iki yüz bini".
    if language == "tr" && meaning(&word, language).is_none() {
        let endings = ["nin", "nın", "nun", "nün", "u", "ü", "ı", "i", "a", "e"];
        let mut stems = endings.iter().filter_map(|ending| word.strip_suffix(ending));
        if let Some(stem) =
            stems.find(|stem| matches!(meaning(stem, language), Some(Meaning::Times(_))))
        {
            return tokens.push(Token::Word(stem.to_owned()));
        }
    }
    if let Some(number) = compound(&word, language) {
        tokens.push(Token::Value(number));
        return;
    }
    let prefixes: &[char] = match language {
        "ar" => &['و', 'ب', 'ل', 'ف', 'ك'],
        "fa" | "ku" | "ur" => &['و'],
        "he" => &['ו', 'ב', 'ל', 'כ', 'מ', 'ה', 'ש'],
        _ => return tokens.push(Token::Word(word)),
    };
    if language == "ar" && matches!(word.as_str(), "ثلثا" | "ثلثي" | "ثلثان" | "ثلثين")
    {
        return tokens.push(Token::Part(2, 3));
    }
    let mut rest = word.as_str();
    let mut before = None;
    if meaning(rest, language).is_none()
        && let Some(first) = rest.chars().next().filter(|first| prefixes.contains(first))
    {
        let joined = &rest[first.len_utf8()..];
        if meaning(joined, language).is_some() || is_definite(joined, language) {
            (before, rest) = (Some(first), joined);
        }
    }
    tokens.extend(before.map(|first| Token::Word(first.to_string())));
    if is_definite(rest, language) {
        rest = rest.strip_prefix("ال").unwrap_or(rest);
    }
    // The dual is two of its unit: "مليونين ونصف" is two and a half million.
    let dual = match meaning(rest, language) {
        Some(Meaning::Times(by)) if by % 2000 == 0 && by.to_string().starts_with('2') => by / 2,
        _ => return tokens.push(Token::Word(rest.to_owned())),
    };
    match (language, dual) {
        ("ar" | "he", dual) => tokens.push(Token::Dual(dual)),
        _ => tokens.push(Token::Word(rest.to_owned())),
    }
}

/// Adds a word with zero-width non-joiners: one word ("ده‌ها") or several ("بیست‌ویک").
fn push_parts(tokens: &mut Vec<Token>, word: &str, language: &str) {
    let whole = word.replace('\u{200c}', "");
    let mut parts = Vec::new();
    for part in word.split('\u{200c}') {
        push_word(&mut parts, part.to_owned(), language);
    }
    let is_number = |token: &Token| match token {
        Token::Word(word) => meaning(word, language).is_some(),
        _ => true,
    };
    if meaning(&whole, language).is_none() && parts.iter().all(is_number) {
        tokens.extend(parts);
    } else {
        push_word(tokens, whole, language);
    }
}

/// Returns true for an Arabic multiplier with the article: "نصف المليون".
fn is_definite(word: &str, language: &str) -> bool {
    let noun = word.strip_prefix("ال").filter(|_| language == "ar");
    let meant = noun.and_then(|noun| meaning(noun, language));
    matches!(meant, Some(Meaning::Times(by) | Meaning::Many(by)) if by >= 1000)
}

/// Returns the digits at a position with their separators, and the position after them.
pub(super) fn number(chars: &[char], from: usize) -> (String, usize) {
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

fn word(chars: &[char], from: usize, language: &str) -> (String, usize) {
    let mut word = String::new();
    let mut at = from;
    let mut after_damma = None;
    let is_word = |c: char| c.is_alphanumeric() || is_combining_mark(c) || c == '\u{200c}';
    while let Some(c) = chars.get(at).copied().filter(|c| is_word(*c)) {
        let is_digit = ascii_digit(c).is_some();
        // A run of numerals, and digits after a conjunction or preposition: "و200", "ב-200".
        let ends = (cjk::is_cjk(language) && is_digit)
            || (language != "ko" && cjk::is_numeral(c, language))
            || (is_digit && at == from + 1 && is_prefix(chars[from], language));
        if ends && at > from {
            break;
        }
        let is_vague = matches!(c, '数' | '數' | '几' | '幾' | '何' | '수' | '몇');
        if is_vague && cjk::is_cjk(language) {
            let next = chars.get(at + 1).copied();
            if next.is_some_and(|next| cjk::is_numeral(next, language)) {
                if at == from {
                    return (c.to_string(), at + 1);
                }
                if language != "ko" {
                    break;
                }
            }
        }
        // Arabic vowel signs, the tatweel and the zero-width non-joiner are optional.
        let is_joiner = c == '\u{200c}' && language != "fa";
        if !matches!(c, '\u{64b}'..='\u{652}' | 'ـ') && !is_joiner {
            word.extend(c.to_lowercase());
        }
        if c == DAMMA && language == "ar" {
            after_damma.get_or_insert(word.len());
        }
        if language == "ku" && c == '\u{200c}' && word.ends_with('ه') {
            word.pop();
            word.push('ە');
        }
        at += 1;
    }
    // The vowel is the only difference between a tenth ("عُشر") and ten.
    if let Some(damma) = after_damma
        && let Some((first, rest)) = word.split_at_checked(damma)
        && ["خ|مس", "س|بع", "ت|سع", "ع|شر"]
            .iter()
            .filter_map(|it| it.split_once('|'))
            .any(|(initial, others)| first.ends_with(initial) && rest.starts_with(others))
    {
        word.insert(damma, DAMMA);
    }
    let word: String = word.nfc().collect();
    let word = match language {
        "tr" => word.replace("i\u{307}", "i"),
        "fa" | "ku" | "ur" => word.replace('ي', "ی").replace('ك', "ک"),
        _ => word,
    };
    (word, at)
}

/// The Arabic sign of the vowel u.
const DAMMA: char = '\u{64f}';

/// Returns true for a conjunction or preposition that is one letter, before digits.
fn is_prefix(c: char, language: &str) -> bool {
    match language {
        "ar" => matches!(c, 'و' | 'ب' | 'ل' | 'ف' | 'ك'),
        "fa" | "ku" | "ur" => c == 'و',
        "he" => matches!(c, 'ו' | 'ב' | 'ל' | 'כ' | 'מ' | 'ה' | 'ש'),
        _ => false,
    }
}

const fn part(c: char) -> Option<(u64, u64)> {
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
