//! Painting a sheet as pixels.

use super::fonts::FontIx;
use super::palette::Ink;
use super::paragraph::Frame;
use super::sheet::{Mark, Rect, Sheet};
use super::{Glyph, HEIGHT, WIDTH};
use kurbo::{BezPath, PathEl, Point};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash,
    Transform,
};

/// Line width of an icon, in its own units.
const ICON_LINE: f32 = 1.5;
/// Diameter of an icon's dots, in its own units.
const ICON_DOT: f32 = 3.0;

/// Paints a sheet.
pub fn paint(sheet: &Sheet) -> Pixmap {
    let mut pixmap = Pixmap::new(WIDTH, HEIGHT).expect("a picture of this size fits in memory");
    let [red, green, blue] = Ink::Ground.rgb();
    pixmap.fill(Color::from_rgba8(red, green, blue, u8::MAX));
    for mark in &sheet.marks {
        match mark {
            Mark::Shapes { ink, font, size, shapes } => {
                fill(&mut pixmap, *ink, outlines(*font, *size, shapes));
            }
            Mark::Bar(ink, rect) => fill(&mut pixmap, *ink, rectangle(*rect, 0.0)),
            Mark::Filled(ink, path, at, scale) => {
                let place = Transform::from_row(*scale, 0.0, 0.0, *scale, at.0, at.1);
                if let Some(path) = svg_path(path) {
                    pixmap.fill_path(&path, &colour(*ink), FillRule::EvenOdd, place, None);
                }
            }
            Mark::Frame(ink, rect, frame, width) => {
                let stroke =
                    Stroke { width: *width, dash: dash(*frame, *width), ..Stroke::default() };
                line(
                    &mut pixmap,
                    *ink,
                    rectangle(*rect, width / 2.0),
                    &stroke,
                    Transform::identity(),
                );
            }
            Mark::Drawing { ink, glyph, at, scale } => {
                let turn = Transform::from_row(scale.0, 0.0, 0.0, scale.1, at.0, at.1);
                drawing(&mut pixmap, *ink, *glyph, turn);
            }
        }
    }
    pixmap
}

fn colour(ink: Ink) -> Paint<'static> {
    let [red, green, blue] = ink.rgb();
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, u8::MAX);
    paint
}

fn fill(pixmap: &mut Pixmap, ink: Ink, path: Option<Path>) {
    if let Some(path) = path {
        pixmap.fill_path(&path, &colour(ink), FillRule::Winding, Transform::identity(), None);
    }
}

fn line(pixmap: &mut Pixmap, ink: Ink, path: Option<Path>, stroke: &Stroke, turn: Transform) {
    if let Some(path) = path {
        pixmap.stroke_path(&path, &colour(ink), stroke, turn, None);
    }
}

fn dash(frame: Frame, width: f32) -> Option<StrokeDash> {
    match frame {
        Frame::Solid => None,
        Frame::Dashed => StrokeDash::new(vec![3.0 * width, 2.0 * width], 0.0),
    }
}

fn rectangle(rect: Rect, inset: f32) -> Option<Path> {
    let (w, h) = (rect.w - 2.0 * inset, rect.h - 2.0 * inset);
    tiny_skia::Rect::from_xywh(rect.x + inset, rect.y + inset, w, h).map(PathBuilder::from_rect)
}

fn drawing(pixmap: &mut Pixmap, ink: Ink, glyph: Glyph, turn: Transform) {
    let lines = Stroke {
        width: ICON_LINE,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Miter,
        ..Stroke::default()
    };
    let dots = Stroke { width: ICON_DOT, line_cap: LineCap::Round, ..Stroke::default() };
    line(pixmap, ink, svg_path(glyph.lines), &lines, turn);
    line(pixmap, ink, svg_path(glyph.dots), &dots, turn);
}

/// Parses the data of an SVG path. A line of zero length becomes a very short one, so that its
/// round ends are drawn.
fn svg_path(data: &str) -> Option<Path> {
    let read = BezPath::from_svg(data).ok()?;
    let mut path = PathBuilder::new();
    let xy = |point: Point| (point.x as f32, point.y as f32);
    for element in &read {
        match element {
            PathEl::MoveTo(to) => path.move_to(xy(to).0, xy(to).1),
            PathEl::LineTo(to) => {
                let (x, y) = xy(to);
                let is_dot = path.last_point().is_some_and(|last| (last.x, last.y) == (x, y));
                path.line_to(if is_dot { x + 0.01 } else { x }, y);
            }
            PathEl::QuadTo(a, to) => path.quad_to(xy(a).0, xy(a).1, xy(to).0, xy(to).1),
            PathEl::CurveTo(a, b, to) => {
                path.cubic_to(xy(a).0, xy(a).1, xy(b).0, xy(b).1, xy(to).0, xy(to).1);
            }
            PathEl::ClosePath => path.close(),
        }
    }
    path.finish()
}

/// Returns the outlines of glyphs.
fn outlines(font: FontIx, size: f32, shapes: &[(u16, f32, f32)]) -> Option<Path> {
    let it = font.font();
    let scale = size * it.scale / it.face.units_per_em() as f32;
    let mut outline = Outline { path: PathBuilder::new(), scale, x: 0.0, y: 0.0 };
    for (glyph, x, y) in shapes {
        (outline.x, outline.y) = (*x, *y);
        it.face.outline_glyph(GlyphId(*glyph), &mut outline);
    }
    outline.path.finish()
}

/// Converts outlines from the font's units, which grow upwards, to pixels.
struct Outline {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
