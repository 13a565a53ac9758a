//! What stands where in a picture, as data. Places are given from the leading edge of what is
//! written (left, or right where the article runs from right to left) and turned here.

use super::fonts::FontIx;
use super::lines::{BOX_ROOM, Line};
use super::palette::Ink;
use super::paragraph::{Atom, Frame};
use super::{Direction, Glyph, HEIGHT, WIDTH};

/// The margin on every side, in pixels: nothing is drawn there.
pub const MARGIN: f32 = 48.0;
/// How wide the picture is inside its margins.
pub const INNER: f32 = WIDTH as f32 - 2.0 * MARGIN;
/// Where the margin at the foot begins.
pub const FOOT: f32 = HEIGHT as f32 - MARGIN;

/// How thick the line under quoted words is, in ems.
const QUOTE_LINE: f32 = 0.11;
/// How far below the base line it begins, in ems; the second where words run from right to left: the
/// letters of those scripts reach further down.
const QUOTE_BELOW: (f32, f32) = (0.17, 0.3);
/// How far the box of a source reaches above the base line, in ems.
const BOX_ABOVE: f32 = 0.86;
/// How far it reaches below.
const BOX_BELOW: (f32, f32) = (0.32, 0.42);

/// A rectangle in pixels, from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// Its width.
    pub w: f32,
    /// Its height.
    pub h: f32,
}

/// Something to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Shapes of a font: each with its number and the place of its origin.
    Shapes {
        /// In which colour.
        ink: Ink,
        /// Of which font.
        font: FontIx,
        /// How large an em is.
        size: f32,
        /// The shapes.
        shapes: Vec<(u16, f32, f32)>,
    },
    /// A filled rectangle.
    Bar(Ink, Rect),
    /// A box: its line runs inside of the rectangle.
    Frame(Ink, Rect, Frame, f32),
    /// A drawing in a square.
    Drawing {
        /// In which colour.
        ink: Ink,
        /// What.
        glyph: Glyph,
        /// Where its upper left corner is.
        at: (f32, f32),
        /// How much larger than its data, and mirrored where it turns with the direction.
        scale: (f32, f32),
    },
}

/// A line of words, where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct SetLine {
    /// Where it stands, from the tallest letters to the lowest.
    pub rect: Rect,
    /// Its size in pixels.
    pub size: f32,
}

/// A picture before it is painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Which way it runs.
    pub direction: Direction,
    /// What is drawn, from the lowest layer to the highest.
    pub marks: Vec<Mark>,
    /// Its lines of words.
    pub lines: Vec<SetLine>,
    /// Words were left out of its main text.
    pub is_cut: bool,
}

impl Sheet {
    /// An empty one.
    pub const fn new(direction: Direction) -> Self {
        Self { direction, marks: Vec::new(), lines: Vec::new(), is_cut: false }
    }

    /// The left edge of something so wide, so far from the leading margin.
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

    /// Draws a glyph, `size` pixels being 16 of its units, in a place so wide; `turns` with the
    /// direction.
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

    /// Sets a line of words, so far from the leading margin, on a base line.
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

    /// The line under each stretch of quoted words.
    fn quote_lines(&mut self, line: &Line, left: f32, base: f32, size: f32) {
        let below = if line.is_rtl() { QUOTE_BELOW.1 } else { QUOTE_BELOW.0 };
        for (from, to) in stretches(line, |atom| atom.style.is_quoted.then_some(())) {
            let (x, w) = (left + from.1 * size, (to - from.1) * size);
            self.marks.push(Mark::Bar(
                Ink::First,
                Rect { x, y: base + below * size, w, h: QUOTE_LINE * size },
            ));
        }
    }

    /// The box around each stretch of a source's words.
    fn boxes(&mut self, line: &Line, left: f32, base: f32, size: f32) {
        let below = if line.is_rtl() { BOX_BELOW.1 } else { BOX_BELOW.0 };
        for ((frame, from), to) in stretches(line, |atom| atom.style.frame) {
            let (x, w) = ((from - BOX_ROOM) * size, (to - from + 2.0 * BOX_ROOM) * size);
            let rect =
                Rect { x: left + x, y: base - BOX_ABOVE * size, w, h: (BOX_ABOVE + below) * size };
            self.marks.push(Mark::Frame(Ink::Edge, rect, frame, 2.0));
        }
    }
}

/// Stretches of a line, seen from left to right, that are alike: what they are, where each begins
/// and where it ends, in ems.
fn stretches<T: PartialEq + Copy>(
    line: &Line,
    of: impl Fn(&Atom) -> Option<T>,
) -> Vec<((T, f32), f32)> {
    let mut found: Vec<((T, f32), f32)> = Vec::new();
    let mut before = None;
    for placed in line.placed() {
        let is = of(placed.atom);
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
