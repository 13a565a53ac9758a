//! The fonts: those of `fonts/`, compiled in. Which one has a character is asked in a fixed order.

use rustybuzz::Face;
use std::sync::LazyLock;
use unicode_bidi::{BidiClass, bidi_class};

/// What letters look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The article's words.
    Serif,
    /// Its verbs of saying.
    SerifItalic,
    /// Ours.
    Sans,
    /// Ours, and names.
    SansBold,
}

/// One font.
pub struct Font {
    /// Its tables.
    pub face: Face<'static>,
    /// What its letters are enlarged by, to stand as tall beside Latin ones as they should.
    pub scale: f32,
}

/// Naskh letters are drawn smaller in their square than Latin ones.
const ARABIC: f32 = 1.12;
/// Those without serifs stand in boxes, and reach further up and down.
const ARABIC_SANS: f32 = 0.95;

macro_rules! font {
    ($file:literal, $scale:expr) => {
        Font {
            face: Face::from_slice(include_bytes!(concat!("../../fonts/", $file)), 0)
                .expect("a font that is compiled in can be read"),
            scale: $scale,
        }
    };
}

static FONTS: LazyLock<[Font; 10]> = LazyLock::new(|| {
    [
        font!("source-serif/regular.ttf", 1.0),
        font!("source-serif/italic.ttf", 1.0),
        font!("source-sans/regular.ttf", 1.0),
        font!("source-sans/semibold.ttf", 1.0),
        font!("noto-naskh-arabic/regular.ttf", ARABIC),
        font!("noto-sans-arabic/regular.ttf", ARABIC_SANS),
        font!("noto-sans-arabic/semibold.ttf", ARABIC_SANS),
        font!("noto-serif-hebrew/regular.ttf", 1.0),
        font!("noto-sans-hebrew/regular.ttf", 1.0),
        font!("noto-sans-hebrew/semibold.ttf", 1.0),
    ]
});

/// A font by its place among the fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FontIx(usize);

impl FontIx {
    /// The font.
    pub fn font(self) -> &'static Font {
        &FONTS[self.0]
    }
}

impl Hand {
    /// The fonts that it is set in, the one that is asked first before the others.
    const fn fonts(self) -> &'static [usize] {
        match self {
            Self::Serif => &[0, 4, 7],
            Self::SerifItalic => &[1, 0, 4, 7],
            Self::Sans => &[2, 5, 8],
            Self::SansBold => &[3, 6, 9],
        }
    }

    /// The font for a character that stands after one set in another font or in the same. What is not
    /// seen, and marks, stay with the letter before them. A character that no font has is set in the
    /// first, as an empty box.
    pub fn font_of(self, c: char, before: Option<FontIx>) -> FontIx {
        let has = |ix: &usize| FONTS[*ix].face.glyph_index(c).is_some();
        if let Some(before) = before {
            let clings = matches!(bidi_class(c), BidiClass::NSM | BidiClass::BN);
            if clings && (has(&before.0) || !self.fonts().iter().any(has)) {
                return before;
            }
        }
        FontIx(self.fonts().iter().copied().find(has).unwrap_or(self.fonts()[0]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_finds_its_font() {
        let check = |hand: Hand, text: &str, expected: usize| {
            for c in text.chars() {
                assert_eq!(hand.font_of(c, None), FontIx(expected), "{hand:?} {c}");
            }
        };
        check(Hand::Serif, "Añ“”…[]—0 ЖжΩω", 0);
        check(Hand::SerifItalic, "said é", 1);
        check(Hand::Sans, "On · ’ […] Ж", 2);
        check(Hand::SansBold, "Syria", 3);
        check(Hand::Serif, "قال،", 4);
        check(Hand::SansBold, "سوريا", 6);
        check(Hand::Serif, "שלום", 7);
        check(Hand::Serif, "😀漢", 0);
    }
}
