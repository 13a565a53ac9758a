//! Shaping: from characters to the glyphs of a font.

use super::fonts::FontIx;
use rustybuzz::{Direction, Language, UnicodeBuffer};
use std::str::FromStr;

/// A positioned glyph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Index of the glyph in the font.
    pub glyph: u16,
    /// Distance to the right of the first glyph's origin, in ems.
    pub x: f32,
    /// Height above the baseline, in ems.
    pub y: f32,
}

/// Glyphs from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct Shapes {
    /// The font of the glyphs.
    pub font: FontIx,
    /// The glyphs.
    pub shapes: Vec<Shape>,
    /// Distance to the text that follows, in ems.
    pub advance: f32,
}

/// Shapes the bytes `start..end` of a text. Letters join with the text before and after.
pub fn shape(
    text: &str,
    (start, end): (usize, usize),
    font: FontIx,
    is_rtl: bool,
    language: &str,
) -> Shapes {
    let mut buffer = UnicodeBuffer::new();
    buffer.set_pre_context(&text[..start]);
    buffer.set_post_context(&text[end..]);
    buffer.push_str(&text[start..end]);
    if let Ok(language) = Language::from_str(language) {
        buffer.set_language(language);
    }
    buffer.guess_segment_properties();
    buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    let it = font.font();
    let shaped = rustybuzz::shape(&it.face, &[], buffer);
    let scale = it.scale / it.face.units_per_em() as f32;
    let mut advance = 0.0;
    let shapes = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, at)| {
        let x = advance + at.x_offset as f32 * scale;
        advance += at.x_advance as f32 * scale;
        // A font has at most 65,536 glyphs, so the index fits in 16 bits.
        let glyph = u16::try_from(info.glyph_id).unwrap_or(0);
        Shape { glyph, x, y: at.y_offset as f32 * scale }
    });
    Shapes { font, shapes: shapes.collect(), advance }
}
