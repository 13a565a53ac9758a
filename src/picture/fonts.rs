//! The fonts in `fonts/`, compiled in, and the choice of a font for each character.

use rustybuzz::Face;
use std::sync::LazyLock;
use unicode_bidi::{BidiClass, bidi_class};

/// A typeface, with a font for each script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typeface {
    /// For the article's words.
    Serif,
    /// For attributing verbs.
    SerifItalic,
    /// For labels.
    Sans,
    /// For prominent labels and for names.
    SansBold,
}

/// A font.
pub struct Font {
    /// Its parsed tables.
    pub face: Face<'static>,
    /// Factor that makes its letters look as large as the Latin ones.
    pub scale: f32,
}

/// Naskh letters are smaller than Latin ones at the same font size.
const ARABIC: f32 = 1.12;
/// Arabic sans-serif letters reach further up and down, and have to fit in boxes.
const ARABIC_SANS: f32 = 0.95;

macro_rules! font {
    ($file:literal, $scale:expr) => {
        Font {
            face: Face::from_slice(include_bytes!(concat!("../../fonts/", $file)), 0)
                .expect("a font that is compiled in can be parsed"),
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

/// The index of a font in `FONTS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FontIx(usize);

impl FontIx {
    /// Returns the font.
    pub fn font(self) -> &'static Font {
        &FONTS[self.0]
    }
}

impl Typeface {
    /// Indices into `FONTS`, in the order in which they are searched for a character.
    const fn fonts(self) -> &'static [usize] {
        match self {
            Self::Serif => &[0, 4, 7],
            Self::SerifItalic => &[1, 0, 4, 7],
            Self::Sans => &[2, 5, 8],
            Self::SansBold => &[3, 6, 9],
        }
    }

    /// Returns true if a font has a glyph for a character.
    pub fn has(self, c: char) -> bool {
        self.fonts().iter().any(|ix| FONTS[*ix].face.glyph_index(c).is_some())
    }

    /// Returns the font for a character, given the font of the character before it.
    ///
    /// Invisible characters and combining marks stay with the letter before them. A character that
    /// no font has is set in the first one, as an empty box.
    pub fn font_of(self, c: char, before: Option<FontIx>) -> FontIx {
        let has = |ix: &usize| FONTS[*ix].face.glyph_index(c).is_some();
        if let Some(before) = before {
            let is_attached = matches!(bidi_class(c), BidiClass::NSM | BidiClass::BN);
            if is_attached && (has(&before.0) || !self.fonts().iter().any(has)) {
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
    fn each_script_is_set_in_its_font() {
        let check = |typeface: Typeface, text: &str, expected: usize| {
            for c in text.chars() {
                assert_eq!(typeface.font_of(c, None), FontIx(expected), "{typeface:?} {c}");
            }
        };
        check(Typeface::Serif, "Añ“”…[]—0 ЖжΩω", 0);
        check(Typeface::SerifItalic, "said é", 1);
        check(Typeface::Sans, "On · ’ […] Ж", 2);
        check(Typeface::SansBold, "Syria", 3);
        check(Typeface::Serif, "قال،", 4);
        check(Typeface::SansBold, "سوريا", 6);
        check(Typeface::Serif, "שלום", 7);
        check(Typeface::Serif, "😀漢", 0);
    }
}
