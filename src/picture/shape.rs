//! From characters to the shapes that a font has for them in their place.

use super::fonts::FontIx;
use rustybuzz::{Direction, Language, UnicodeBuffer};
use std::str::FromStr;

/// A shape in a font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Its number in the font.
    pub glyph: u16,
    /// How far right of the first shape's origin it stands, in ems.
    pub x: f32,
    /// How far above the base line, in ems.
    pub y: f32,
}

/// Shapes from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct Shapes {
    /// The font that they are of.
    pub font: FontIx,
    /// The shapes.
    pub shapes: Vec<Shape>,
    /// How far it is to what follows, in ems.
    pub advance: f32,
}

/// Shapes a stretch of a text: `start..end` in bytes. Letters join with those that stand around it.
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
        // Fonts have at most 65,536 shapes; the shaper's number is wider than it needs to be.
        let glyph = u16::try_from(info.glyph_id).unwrap_or(0);
        Shape { glyph, x, y: at.y_offset as f32 * scale }
    });
    Shapes { font, shapes: shapes.collect(), advance }
}
