//! The layout of a picture, as data.
//!
//! Callers give horizontal positions from the leading margin: the left one, or the right one if the
//! article is written from right to left. The sheet converts them to pixels from the left.

use super::fonts::FontIx;
use super::lines::{BOX_PADDING, Line};
use super::palette::Ink;
use super::paragraph::{Atom, Frame};
use super::{Direction, Glyph, HEIGHT, WIDTH};

/// The empty margin on every side, in pixels.
pub const MARGIN: f32 = 48.0;
/// Width of the picture inside its margins, in pixels.
pub const INNER: f32 = WIDTH as f32 - 2.0 * MARGIN;
/// Top of the bottom margin, in pixels.
pub const FOOT: f32 = HEIGHT as f32 - MARGIN;

/// Thickness of the line under quoted words, in ems.
const QUOTE_LINE: f32 = 0.11;
/// Distance from the baseline to that line, in ems: for left-to-right text, and for right-to-left
/// text, whose letters reach further down.
const QUOTE_BELOW: (f32, f32) = (0.17, 0.3);
/// Distance from the baseline to the top of a source's box, in ems.
const BOX_ABOVE: f32 = 0.86;
/// Distance from the baseline to the bottom of the box, in ems: for left-to-right and for
/// right-to-left text.
const BOX_BELOW: (f32, f32) = (0.32, 0.42);

/// A rectangle in pixels, from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// The width.
    pub w: f32,
    /// The height.
    pub h: f32,
}

/// A drawing operation.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Glyphs of a font.
    Shapes {
        /// The colour.
        ink: Ink,
        /// The font.
        font: FontIx,
        /// Font size, in pixels.
        size: f32,
        /// For each glyph its index in the font, and the position of its origin.
        shapes: Vec<(u16, f32, f32)>,
    },
    /// A filled rectangle.
    Bar(Ink, Rect),
    /// A path that is filled by the even-odd rule, with the position of its top left corner and its
    /// scale.
    Filled(Ink, &'static str, (f32, f32), f32),
    /// A box, with the width of its outline. The outline is inside the rectangle.
    Frame(Ink, Rect, Frame, f32),
    /// An icon.
    Drawing {
        /// The colour.
        ink: Ink,
        /// The icon.
        glyph: Glyph,
        /// Position of its top left corner.
        at: (f32, f32),
        /// Horizontal and vertical scale. The horizontal one is negative if the icon is mirrored.
        scale: (f32, f32),
    },
}

/// The position of a line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct SetLine {
    /// Its bounds, from the top of the tallest letters to the bottom of the lowest.
    pub rect: Rect,
    /// Font size, in pixels.
    pub size: f32,
}

/// A laid-out picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The direction of the layout.
    pub direction: Direction,
    /// The drawing operations, from the lowest layer to the highest.
    pub marks: Vec<Mark>,
    /// The lines of text.
    pub lines: Vec<SetLine>,
    /// True if words of the main text were omitted.
    pub is_cut: bool,
}

impl Sheet {
    /// Returns an empty sheet.
    pub const fn new(direction: Direction) -> Self {
        Self { direction, marks: Vec::new(), lines: Vec::new(), is_cut: false }
    }

    /// Returns the left edge of something `width` pixels wide, `start` pixels from the leading
    /// margin.
    fn left(&self, start: f32, width: f32) -> f32 {
        match self.direction {
            Direction::Ltr => MARGIN + start,
            Direction::Rtl => WIDTH as f32 - MARGIN - start - width,
        }
    }

    /// Fills a rectangle whose `x` is the distance from the leading margin.
    pub fn bar(&mut self, ink: Ink, rect: Rect) {
        self.marks.push(Mark::Bar(ink, Rect { x: self.left(rect.x, rect.w), ..rect }));
    }

    /// Draws a box whose `x` is the distance from the leading margin.
    pub fn frame(&mut self, ink: Ink, rect: Rect, frame: Frame, width: f32) {
        let rect = Rect { x: self.left(rect.x, rect.w), ..rect };
        self.marks.push(Mark::Frame(ink, rect, frame, width));
    }

    /// Draws the mark of the site, whose 32 units are `size` pixels. It looks the same in either
    /// direction.
    pub fn mark(&mut self, path: &'static str, (start, top): (f32, f32), size: f32) {
        let at = (self.left(start, size), top);
        self.marks.push(Mark::Filled(Ink::First, path, at, size / 32.0));
    }

    /// Draws an icon whose 16 units are `size` pixels, in a space `width` pixels wide. If `turns`
    /// is true, it is mirrored in right-to-left layouts.
    pub fn drawing(
        &mut self,
        ink: Ink,
        glyph: Glyph,
        (start, top): (f32, f32),
        (size, width): (f32, f32),
        turns: bool,
    ) {
        let left = self.left(start, width);
        let scale = size / 16.0;
        let (x, across) = match self.direction {
            Direction::Rtl if turns => (left + width, -scale),
            _ => (left, scale),
        };
        self.marks.push(Mark::Drawing { ink, glyph, at: (x, top), scale: (across, scale) });
    }

    /// Draws a line of text, `start` pixels from the leading margin.
    pub fn line(&mut self, line: &Line, start: f32, base: f32, size: f32) {
        let width = line.width() * size;
        let left = self.left(start, width);
        let rect = Rect { x: left, y: base - 0.8 * size, w: width, h: 1.05 * size };
        self.lines.push(SetLine { rect, size });
        self.quote_lines(line, left, base, size);
        self.boxes(line, left, base, size);
        for placed in line.placed() {
            let em = size * placed.atom.style.scale;
            let x = left + placed.x * size;
            let shapes = placed.atom.shapes.shapes.iter();
            self.marks.push(Mark::Shapes {
                ink: placed.atom.style.ink,
                font: placed.atom.shapes.font,
                size: em,
                shapes: shapes.map(|s| (s.glyph, x + s.x * em, base - s.y * em)).collect(),
            });
        }
    }

    /// Draws a line under each run of quoted words.
    fn quote_lines(&mut self, line: &Line, left: f32, base: f32, size: f32) {
        let below = if line.is_rtl() { QUOTE_BELOW.1 } else { QUOTE_BELOW.0 };
        for (from, to) in runs(line, |atom| atom.style.is_quoted.then_some(())) {
            let (x, w) = (left + from.1 * size, (to - from.1) * size);
            self.marks.push(Mark::Bar(
                Ink::First,
                Rect { x, y: base + below * size, w, h: QUOTE_LINE * size },
            ));
        }
    }

    /// Draws a box around each run of a source's words.
    fn boxes(&mut self, line: &Line, left: f32, base: f32, size: f32) {
        let below = if line.is_rtl() { BOX_BELOW.1 } else { BOX_BELOW.0 };
        for ((frame, from), to) in runs(line, |atom| atom.style.frame) {
            let (x, w) = ((from - BOX_PADDING) * size, (to - from + 2.0 * BOX_PADDING) * size);
            let rect =
                Rect { x: left + x, y: base - BOX_ABOVE * size, w, h: (BOX_ABOVE + below) * size };
            self.marks.push(Mark::Frame(Ink::Edge, rect, frame, 2.0));
        }
    }
}

/// Finds runs of atoms with the same property, from left to right: the property, and the start and
/// end of each run, in ems.
fn runs<T: PartialEq + Copy>(
    line: &Line,
    property: impl Fn(&Atom) -> Option<T>,
) -> Vec<((T, f32), f32)> {
    let mut found: Vec<((T, f32), f32)> = Vec::new();
    let mut before = None;
    for placed in line.placed() {
        let is = property(placed.atom);
        let end = placed.x + placed.atom.width();
        match (is, found.last_mut()) {
            (Some(is), Some(last)) if before == Some(is) => last.1 = end,
            (Some(is), _) => found.push(((is, placed.x), end)),
            (None, _) => {}
        }
        before = is;
    }
    found
}
