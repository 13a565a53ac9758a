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
        // Ligatures of Yiddish.
        'װ' => return folded.push_str("וו"),
        'ױ' => return folded.push_str("וי"),
        'ײ' => return folded.push_str("יי"),
        // Letters of Malayalam without a vowel, which some keyboards type in two parts.
        'ൺ' => return folded.push_str("ണ്"),
        'ൻ' => return folded.push_str("ന്"),
        'ർ' => return folded.push_str("ര്"),
        'ൽ' => return folded.push_str("ല്"),
        'ൾ' => return folded.push_str("ള്"),
        'ൿ' => return folded.push_str("ക്"),
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ŋ' => 'n',
        'ſ' => 's',
        'ς' => 'σ',
        'ı' => 'i',
        'ĸ' => 'q',
        // Letters of Azerbaijani and of languages of West Africa.
        'ə' | 'ǝ' | 'ɛ' => 'e',
        'ɔ' => 'o',
        'ɓ' => 'b',
        'ɖ' | 'ɗ' => 'd',
        'ƒ' => 'f',
        'ɣ' => 'g',
        'ƙ' => 'k',
        'ɲ' => 'n',
        'ʋ' => 'v',
        'ƴ' => 'y',
        // Cyrillic letters that Russian keyboards do not have.
        'ґ' | 'ғ' => 'г',
        'ә' => 'а',
        'җ' => 'ж',
        'ҷ' => 'ч',
        'ҙ' => 'з',
        'қ' | 'ҡ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ҫ' => 'с',
        'ү' | 'ұ' => 'у',
        'ҳ' | 'һ' => 'х',
        'ٱ' => 'ا',
        // The last of these, and those of the next lines, are letters of Kurdish and Urdu that many
        // keyboards do not have.
        'ى' | 'ی' | 'ێ' | 'ې' | 'ۍ' => 'ي',
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ۆ' | 'ۊ' => 'و',
        'ڕ' => 'ر',
        'ڵ' => 'ل',
        'ڤ' => 'ف',
        'ک' | 'ڪ' => 'ك',
        'ګ' => 'گ',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '۔' | '٫' => '.',
        '٪' => '%',
        'ँ' => 'ं',
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        '〜' => '~',
        // Amharic writes the same sounds with letters of several series.
        'ሐ'..='ሖ' => series(c, 'ሐ', 'ሀ'),
        'ኀ'..='ኆ' => series(c, 'ኀ', 'ሀ'),
        'ሠ'..='ሧ' => series(c, 'ሠ', 'ሰ'),
        'ዐ'..='ዖ' => series(c, 'ዐ', 'አ'),
        'ፀ'..='ፆ' => series(c, 'ፀ', 'ጸ'),
        c if let Some(zero) = ZEROS.into_iter().find(|zero| is_digit(c, *zero)) => digit(c, zero),
        '‘'..='‛' | '′' | '´' | '‹' | '›' | 'ʼ' | 'ʻ' | '׳' => '\'',
        '“'..='‟' | '″' | '«' | '»' | '״' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '⁃' | '⸺' | '⸻' | '־' => '-',
        '⁄' => '/',
        c => c,
    };
    folded.push(plain);
}

/// Returns the letter of another series of Ethiopic letters with the same vowel.
fn series(c: char, first: char, other: char) -> char {
    char::from_u32(u32::from(c) - u32::from(first) + u32::from(other)).unwrap_or(c)
}

/// The zeros of the scripts that newspapers write numbers with. Nine digits follow each.
const ZEROS: [char; 16] =
    ['٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '၀', '០'];

fn is_digit(c: char, zero: char) -> bool {
    (0..10).contains(&(u32::from(c).wrapping_sub(zero.into())))
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
        // Dots within words of Catalan, names in Chinese and pairs in Korean.
        | '\u{B7}' | '\u{2027}' | '\u{318D}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || !matches!(canonical_combining_class(c), 0 | 8 | 9)
}
