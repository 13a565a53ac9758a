//! The chain from the speakers to the outlet: boxes, arrows and names, in one row or two.

use super::fonts::Typeface;
use super::lines::{Line, break_lines};
use super::palette::Ink;
use super::paragraph::{Frame, Paragraph, Style};
use super::sheet::{INNER, Rect, Sheet};
use super::{Glyph, Speaker, StatementPicture, Step};

/// Font size of names, in pixels.
const NAME: f32 = 28.0;
/// Font size of the roles and remarks beside names, in pixels.
const ROLE: f32 = 24.0;
/// Maximum width of a name, in pixels: if there is room, and if there is not. A longer name is cut
/// after a word.
const MAX_NAME: (f32, f32) = (900.0, 520.0);
/// Maximum width of the remark on the speakers, in pixels.
const MAX_HOW: f32 = 400.0;
/// Maximum width of the role of a hop, and of the remark on it, in pixels.
const MAX_ROLE: f32 = 225.0;
/// Height of a row, in pixels.
pub const ROW: f32 = 48.0;
/// Space between two rows, in pixels.
pub const BETWEEN: f32 = 14.0;
/// Space inside a box at each end, in pixels.
const PADDING: f32 = 15.0;
/// Space between the parts of an item, in pixels.
const GAP: f32 = 10.0;
/// Space on each side of an arrow, and the arrow's length, in pixels.
const ARROW: (f32, f32) = (14.0, 36.0);
/// Line width of a box, in pixels.
const BOX_LINE: f32 = 2.5;
/// Distance from the top of a row to the baseline, in pixels.
const BASE: f32 = 33.0;
/// Distance by which right-to-left names are raised inside a box, in pixels, because their letters
/// reach further down.
const RAISED: f32 = 3.0;
/// Maximum number of speakers, and of hops, that are laid out. No more fit in two rows.
const MAX_TRIED: usize = 16;
/// Maximum number of rows.
const MAX_ROWS: usize = 2;

/// Style of names.
const NAMED: Style = Style::plain(Typeface::SansBold, Ink::First);

/// The arrow, in a space of 24 by 12 units.
const ARROW_GLYPH: Glyph = Glyph { lines: "M0 6h22M17 1.5 22 6l-5 4.5", dots: "" };

/// A piece of a chain.
enum Piece {
    Text { line: Line, size: f32, is_underlined: bool },
    Box { line: Line, frame: Frame, joins: bool },
    Arrow,
}

/// Pieces that always stay in the same row.
struct Item(Vec<Piece>);

/// Draws a chain from `top` downwards, and returns its height, in pixels.
pub fn draw(sheet: &mut Sheet, said: &StatementPicture, top: f32) -> f32 {
    let rows = rows(said);
    let height = rows.len() as f32 * (ROW + BETWEEN) - BETWEEN;
    for (place, row) in rows.iter().enumerate() {
        let top = top + place as f32 * (ROW + BETWEEN);
        let mut start = 0.0;
        for (at, piece) in row.iter().flat_map(|item| &item.0).enumerate() {
            start += piece.before(at == 0);
            piece.draw(sheet, start, top);
            start += piece.width();
        }
    }
    height
}

/// Sets the chain in at most two rows. If it does not fit, names are shortened; then the last
/// speakers are omitted until the others fit in a row, and then the hops nearest to the outlet. An
/// ellipsis replaces what is omitted.
fn rows(said: &StatementPicture) -> Vec<Vec<Item>> {
    let (all, hops) = (said.speakers.len().min(MAX_TRIED), said.hops.len().min(MAX_TRIED));
    let is_whole = all == said.speakers.len() && hops == said.hops.len();
    let rows = flow(items(said, MAX_NAME.0, all, hops));
    if is_whole && rows.len() <= MAX_ROWS && rows.iter().all(|row| width(row) <= INNER) {
        return rows;
    }
    let fits = |count: &usize| speakers_item(said, MAX_NAME.1, *count).width(true) <= INNER;
    let speakers = (1..=all).rev().find(fits).unwrap_or(all.min(1));
    let of = |hops| flow(items(said, MAX_NAME.1, speakers, hops));
    let longest_that_fits = (0..=hops).rev().map(of).find(|rows| rows.len() <= MAX_ROWS);
    longest_that_fits.unwrap_or_else(|| of(0))
}

fn speakers_item(said: &StatementPicture, max_width: f32, speakers: usize) -> Item {
    let boxes = said.speakers[..speakers].iter().enumerate();
    let mut pieces: Vec<Piece> = boxes.map(|(at, s)| name_box(s, max_width, at > 0)).collect();
    if speakers < said.speakers.len() {
        pieces.push(ellipsis());
    }
    if !said.how.is_empty() {
        pieces.push(role(&said.how, MAX_HOW, Ink::Second));
    }
    Item(pieces)
}

fn items(said: &StatementPicture, max_width: f32, speakers: usize, hops: usize) -> Vec<Item> {
    let mut items = vec![speakers_item(said, max_width, speakers)];
    items.extend(said.hops[..hops].iter().map(|step| hop(step, max_width)));
    if hops < said.hops.len() {
        items.push(Item(vec![Piece::Arrow, ellipsis()]));
    }
    let outlet =
        line_within(&said.outlet, NAME, Style::plain(Typeface::Sans, Ink::First), max_width);
    let outlet = Piece::Text { line: outlet, size: NAME, is_underlined: false };
    let published = role(&said.published, MAX_ROLE, Ink::Second);
    items.push(Item(vec![Piece::Arrow, outlet, published]));
    items
}

fn hop(step: &Step, max_width: f32) -> Item {
    let line = line_within(&step.name, NAME, NAMED, max_width);
    let mut pieces = vec![
        Piece::Arrow,
        role(&step.role, MAX_ROLE, Ink::Second),
        Piece::Text { line, size: NAME, is_underlined: true },
    ];
    if !step.note.is_empty() {
        pieces.push(role(&step.note, MAX_ROLE, Ink::Third));
    }
    Item(pieces)
}

fn name_box(speaker: &Speaker, max_width: f32, joins: bool) -> Piece {
    let line = line_within(&speaker.name, NAME, NAMED, max_width);
    let frame = if speaker.is_unnamed { Frame::Dashed } else { Frame::Solid };
    Piece::Box { line, frame, joins }
}

fn role(text: &str, max_width: f32, ink: Ink) -> Piece {
    let line = line_within(text, ROLE, Style::plain(Typeface::Sans, ink), max_width);
    Piece::Text { line, size: ROLE, is_underlined: false }
}

/// Returns the ellipsis that replaces omitted names.
fn ellipsis() -> Piece {
    let line = line_within("…", NAME, NAMED, INNER);
    Piece::Text { line, size: NAME, is_underlined: false }
}

/// Sets a label or a name in one line, cut to `width` pixels. The text gives its own direction.
pub fn line_within(text: &str, size: f32, style: Style, width: f32) -> Line {
    let paragraph = Paragraph::plain(text, style, None);
    let mark = Paragraph::plain("…", style, Some(paragraph.direction));
    break_lines(&paragraph, width / size, 1, &mark).lines.pop().unwrap_or_default()
}

/// Fills rows with items, each row as full as possible.
fn flow(items: Vec<Item>) -> Vec<Vec<Item>> {
    let mut rows: Vec<Vec<Item>> = Vec::new();
    for item in items {
        match rows.last_mut() {
            Some(row) if width(row) + item.width(false) <= INNER => row.push(item),
            _ => rows.push(vec![item]),
        }
    }
    rows
}

fn width(row: &[Item]) -> f32 {
    row.iter().enumerate().map(|(at, item)| item.width(at == 0)).sum()
}

impl Item {
    fn width(&self, is_first: bool) -> f32 {
        let pieces = self.0.iter().enumerate();
        pieces.map(|(at, piece)| piece.before(is_first && at == 0) + piece.width()).sum()
    }
}

impl Piece {
    /// Returns the space before the piece, in pixels.
    fn before(&self, is_first: bool) -> f32 {
        match self {
            _ if is_first => 0.0,
            Self::Box { joins: true, .. } => -BOX_LINE,
            Self::Arrow => ARROW.0,
            _ => GAP,
        }
    }

    fn width(&self) -> f32 {
        match self {
            Self::Text { line, size, .. } => line.width() * size,
            Self::Box { line, .. } => line.width() * NAME + 2.0 * PADDING,
            Self::Arrow => ARROW.1 + ARROW.0 - GAP,
        }
    }

    fn draw(&self, sheet: &mut Sheet, start: f32, top: f32) {
        let width = self.width();
        match self {
            Self::Text { line, size, is_underlined } => {
                sheet.line(line, start, top + BASE, *size);
                if *is_underlined {
                    let rect = Rect { x: start, y: top + ROW - 4.0, w: width, h: 1.5 };
                    sheet.bar(Ink::Edge, rect);
                }
            }
            Self::Box { line, frame, .. } => {
                let rect = Rect { x: start, y: top, w: width, h: ROW };
                sheet.frame(Ink::First, rect, *frame, BOX_LINE);
                let raised = if line.is_rtl() { RAISED } else { 0.0 };
                sheet.line(line, start + PADDING, top + BASE - raised, NAME);
            }
            Self::Arrow => {
                let (unit, size) = (ARROW.1 / 24.0, ARROW.1 / 24.0 * 16.0);
                let middle = top + ROW / 2.0 - 6.0 * unit;
                sheet.drawing(Ink::Second, ARROW_GLYPH, (start, middle), (size, ARROW.1), true);
            }
        }
    }
}
