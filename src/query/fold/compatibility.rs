//! Compatibility forms: characters that are variants of others, such as `ﬁ` and `２`.
//!
//! This covers the forms that occur in news, social posts and text copied from PDF files. Unicode's
//! full compatibility decomposition (NFKD) would add 22 kB (wasm, brotli) to the app for rare
//! characters. The results agree with NFKD.

/// The folds of the full-width forms of `!` to `~`, in order.
const FULL_WIDTH: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`\
    abcdefghijklmnopqrstuvwxyz{|}~";

/// The full-width forms of half-width kana, in order. Each has three bytes.
const KANA: &str = "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}";

const DIGITS: &str = "0123456789";

/// The folded letters of Arabic Presentation Forms-B, in order. Each has two bytes.
const ARABIC: &str = "ءااوايابهتثجحخدذرزسشصضطظعغفقكلمنهويي";

/// Number of forms of each of these letters, as an ASCII digit.
const ARABIC_FORMS: &[u8; ARABIC.len() / 2] = b"122224242444442222444444444444444224";

/// Returns the folded plain text of a compatibility form, or `None` for other characters.
pub(super) fn plain(form: char) -> Option<&'static str> {
    let from = |first: char| form as usize - first as usize;
    let nth = |text: &'static str, position: usize| text.get(position..=position);
    match form {
        '！'..='～' => nth(FULL_WIDTH, from('！')),
        '\u{FF65}'..='\u{FF9F}' => KANA.get(3 * from('\u{FF65}')..3 * from('\u{FF65}') + 3),
        '⁰' | '⁴'..='⁹' => nth(DIGITS, from('⁰')),
        '₀'..='₉' => nth(DIGITS, from('₀')),
        '\u{FE80}'..='\u{FEF4}' => arabic(from('\u{FE80}')),
        _ => Some(match form {
            'ª' => "a",
            '¹' => "1",
            '²' => "2",
            '³' => "3",
            'º' => "o",
            '¼' => "1/4",
            '½' => "1/2",
            '¾' => "3/4",
            'Ĳ' | 'ĳ' => "ij",
            'Ŀ' | 'ŀ' => "l",
            'ŉ' => "'n",
            'Ǆ'..='ǆ' => "dz",
            'Ǉ'..='ǉ' => "lj",
            'Ǌ'..='ǌ' => "nj",
            'և' => "եւ",
            // SARA AM, which some keyboards type in two parts, with a tone mark between them.
            '\u{E33}' => "\u{E4D}\u{E32}",
            '\u{EB3}' => "\u{ECD}\u{EB2}",
            '…' => "...",
            '№' => "no",
            '℠' => "sm",
            '™' => "tm",
            '⅓' => "1/3",
            '⅔' => "2/3",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' | 'ﬆ' => "st",
            '\u{FB56}'..='\u{FB59}' => "پ",
            '\u{FB7A}'..='\u{FB7D}' => "چ",
            '\u{FB8A}' | '\u{FB8B}' => "ژ",
            '\u{FB8E}'..='\u{FB91}' => "ك",
            '\u{FB92}'..='\u{FB95}' => "گ",
            '\u{FBFC}'..='\u{FBFF}' => "ي",
            '\u{FDF2}' => "الله",
            '\u{FEF5}'..='\u{FEFC}' => "لا",
            _ => return None,
        }),
    }
}

/// Returns the letter of the form at a position in Arabic Presentation Forms-B, counted from hamza.
fn arabic(position: usize) -> Option<&'static str> {
    let mut forms = 0;
    let letter = ARABIC_FORMS.iter().position(|count| {
        forms += usize::from(count - b'0');
        position < forms
    })?;
    ARABIC.get(2 * letter..2 * letter + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fold_str;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_form_agrees_with_nfkd() {
        for form in '\0'..=char::MAX {
            if let Some(plain) = plain(form) {
                let nfkd: String = form.nfkd().collect();
                assert_eq!(plain, fold_str(&nfkd), "{form}");
                assert_eq!(plain, fold_str(&form.to_string()), "{form}");
            }
        }
        assert!(('！'..='～').chain('\u{FE80}'..='\u{FEFC}').all(|form| plain(form).is_some()));
    }
}
