//! Computing the fold of each character from the Unicode tables.
//!
//! The tables would add 20 kB to the app. A smaller table, packed from all folds, is therefore kept
//! beside this file for the browser. A test compares the two.

use super::compatibility;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// Returns the characters of the packed table: the Basic Multilingual Plane without ASCII and
/// Hangul syllables, which are handled separately or do not change.
pub fn packed() -> impl Iterator<Item = char> {
    let not_hangul = |c: &char| !('\u{AC00}'..='\u{D7A3}').contains(c);
    ('\u{80}'..='\u{FFFF}').filter(not_hangul)
}

/// Returns the fold of a character, which can be empty or several characters long.
pub fn fold_char(c: char) -> String {
    let mut folded = String::new();
    push(&mut folded, c);
    folded
}

fn push(folded: &mut String, c: char) {
    if let Some(plain) = compatibility::plain(c) {
        return folded.push_str(plain);
    }
    decompose_canonical(c, |part| {
        if !is_dropped(part) {
            for lower in part.to_lowercase() {
                push_plain(folded, lower);
            }
        }
    });
}

fn push_plain(folded: &mut String, c: char) {
    let plain = match c {
        c if c.is_whitespace() => {
            if folded.ends_with(' ') {
                return;
            }
            ' '
        }
        c if c.is_ascii() => c,
        'ß' => return folded.push_str("ss"),
        'œ' => return folded.push_str("oe"),
        'æ' => return folded.push_str("ae"),
        'þ' => return folded.push_str("th"),
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ŋ' => 'n',
        'ſ' => 's',
        'ς' => 'σ',
        'ı' => 'i',
        'ٱ' => 'ا',
        // The last of these, and those of the next lines, are letters of Kurdish and Urdu that many
        // keyboards do not have.
        'ى' | 'ی' | 'ێ' => 'ي',
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ۆ' => 'و',
        'ڕ' => 'ر',
        'ڵ' => 'ل',
        'ڤ' => 'ف',
        'ک' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '‘'..='‛' | '′' | '´' | '‹' | '›' | 'ʼ' | 'ʻ' | '׳' => '\'',
        '“'..='‟' | '″' | '«' | '»' | '״' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '⁃' | '⸺' | '⸻' | '־' => '-',
        '⁄' => '/',
        c => c,
    };
    folded.push(plain);
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// Returns true for combining marks and characters without width. Indic vowel signs (combining
/// class 0) are kept, and so are viramas (9) and kana voicing marks (8), because they make a
/// different letter.
fn is_dropped(c: char) -> bool {
    matches!(c,
        // Marks of transliteration ("Qurʾan"), which readers do not type.
        '\u{2B9}' | '\u{2BA}' | '\u{2BE}' | '\u{2BF}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || !matches!(canonical_combining_class(c), 0 | 8 | 9)
}
