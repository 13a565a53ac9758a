//! What each character folds to, worked out from Unicode's own tables.
//!
//! Those would cost every reader 20 kB, so the build script asks this module for each character once
//! and packs the answers; `fold` unpacks them in the browser. A test holds the two against each
//! other.

use super::compat;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// The characters that are packed: all but the ASCII ones, the surrogates and the Hangul syllables,
/// which stand for themselves, within the Basic Multilingual Plane.
pub fn packed() -> impl Iterator<Item = char> {
    let not_hangul = |c: &char| !('\u{AC00}'..='\u{D7A3}').contains(c);
    ('\u{80}'..='\u{FFFF}').filter(not_hangul)
}

/// What a character folds to; may be nothing, or several characters.
pub fn letters(c: char) -> String {
    let mut folded = String::new();
    push(&mut folded, c);
    folded
}

fn push(folded: &mut String, c: char) {
    if let Some(plain) = compat::plain(c) {
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
        'ſ' => 's',
        'ς' => 'σ',
        'ı' => 'i',
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '‘'..='‛' | '′' | '´' | '‹' | '›' | 'ʼ' | 'ʻ' => '\'',
        '“'..='‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '⁃' | '⸺' | '⸻' | '־' => '-',
        '⁄' => '/',
        c => c,
    };
    folded.push(plain);
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// Marks set on a letter, and characters of no width. Signs for Indic vowels are no marks in this
/// sense (class 0); a virama (9) and a kana voicing mark (8) make another letter, so they stay.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || !matches!(canonical_combining_class(c), 0 | 8 | 9)
}
