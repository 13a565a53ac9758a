//! Who, and through whom: boxes, arrows and names in one row or two.

use super::fonts::Hand;
use super::lines::{Line, break_lines};
use super::palette::Ink;
use super::paragraph::{Frame, Paragraph, Style};
use super::sheet::{INNER, Rect, Sheet};
use super::{Glyph, Said, Speaker, Step};

/// The size of names, in pixels.
const NAME: f32 = 28.0;
/// The size of what is said of them.
const ROLE: f32 = 24.0;
/// The longest a name may be drawn where there is room, and where room is scarce; it is cut at a word.
const LONGEST: (f32, f32) = (900.0, 520.0);
/// The longest that what is said of the speakers may be.
const LONGEST_HOW: f32 = 400.0;
/// The longest that what is said of a hop may be.
const LONGEST_ROLE: f32 = 225.0;
/// How high a row is.
pub const ROW: f32 = 48.0;
/// Room between two rows.
pub const BETWEEN: f32 = 14.0;
/// Room inside a box, at both ends.
const ROOM: f32 = 15.0;
/// Room between the parts of an item.
const GAP: f32 = 10.0;
/// Room on both sides of an arrow, and its length.
const ARROW: (f32, f32) = (14.0, 36.0);
/// How thick the line of a box is.
const BOX_LINE: f32 = 2.5;
/// The base line of names below the top of their row.
const BASE: f32 = 33.0;
/// How much higher Arabic names stand, whose letters reach further down.
const RAISED: f32 = 3.0;
/// The most rows.
const ROWS: usize = 2;

/// How names are drawn.
const NAMED: Style = Style::plain(Hand::SansBold, Ink::First);

/// The arrow, in a place of 24 by 12.
const ARROW_GLYPH: Glyph = Glyph { lines: "M0 6h22M17 1.5 22 6l-5 4.5", dots: "" };

/// A piece of a chain.
enum Piece {
    Text { line: Line, size: f32, is_underlined: bool },
    Box { line: Line, frame: Frame, joins: bool },
    Arrow,
}

/// What is never parted over two rows.
struct Item(Vec<Piece>);

/// Draws a chain below a height; the height of what was drawn.
pub fn draw(sheet: &mut Sheet, said: &Said, top: f32) -> f32 {
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

/// The items in at most two rows. Where they are too many, names are cut shorter; then the last of
/// the speakers are left out until the others fit a row, and then the hops next to the outlet. An
/// ellipsis says so.
fn rows(said: &Said) -> Vec<Vec<Item>> {
    let (all, hops) = (said.speakers.len(), said.hops.len());
    let rows = flow(items(said, LONGEST.0, all, hops));
    if rows.len() <= ROWS && rows.iter().all(|row| width(row) <= INNER) {
        return rows;
    }
    let fits = |count: &usize| who(said, LONGEST.1, *count).width(true) <= INNER;
    let speakers = (1..=all).rev().find(fits).unwrap_or(all.min(1));
    let of = |hops| flow(items(said, LONGEST.1, speakers, hops));
    let all_that_fit = (0..=hops).rev().map(of).find(|rows| rows.len() <= ROWS);
    all_that_fit.unwrap_or_else(|| of(0))
}

fn who(said: &Said, longest: f32, speakers: usize) -> Item {
    let boxes = said.speakers[..speakers].iter().enumerate();
    let mut who: Vec<Piece> = boxes.map(|(at, s)| name_box(s, longest, at > 0)).collect();
    if speakers < said.speakers.len() {
        who.push(ellipsis());
    }
    if !said.how.is_empty() {
        who.push(role(&said.how, LONGEST_HOW, Ink::Second));
    }
    Item(who)
}

fn items(said: &Said, longest: f32, speakers: usize, hops: usize) -> Vec<Item> {
    let mut items = vec![who(said, longest, speakers)];
    items.extend(said.hops[..hops].iter().map(|step| hop(step, longest)));
    if hops < said.hops.len() {
        items.push(Item(vec![Piece::Arrow, ellipsis()]));
    }
    let outlet = line_within(&said.outlet, NAME, Style::plain(Hand::Sans, Ink::First), longest);
    let outlet = Piece::Text { line: outlet, size: NAME, is_underlined: false };
    let published = role(&said.published, LONGEST_ROLE, Ink::Second);
    items.push(Item(vec![Piece::Arrow, outlet, published]));
    items
}

fn hop(step: &Step, longest: f32) -> Item {
    let line = line_within(&step.name, NAME, NAMED, longest);
    let mut pieces = vec![
        Piece::Arrow,
        role(&step.role, LONGEST_ROLE, Ink::Second),
        Piece::Text { line, size: NAME, is_underlined: true },
    ];
    if !step.note.is_empty() {
        pieces.push(role(&step.note, LONGEST_ROLE, Ink::Third));
    }
    Item(pieces)
}

fn name_box(speaker: &Speaker, longest: f32, joins: bool) -> Piece {
    let line = line_within(&speaker.name, NAME, NAMED, longest);
    let frame = if speaker.is_unnamed { Frame::Dashed } else { Frame::Solid };
    Piece::Box { line, frame, joins }
}

fn role(text: &str, longest: f32, ink: Ink) -> Piece {
    let line = line_within(text, ROLE, Style::plain(Hand::Sans, ink), longest);
    Piece::Text { line, size: ROLE, is_underlined: false }
}

/// For what is left out.
fn ellipsis() -> Piece {
    let line = line_within("…", NAME, NAMED, INNER);
    Piece::Text { line, size: NAME, is_underlined: false }
}

/// A text of ours or a name in one line, cut where it is wider than this. It has its own direction.
pub fn line_within(text: &str, size: f32, style: Style, width: f32) -> Line {
    let paragraph = Paragraph::plain(text, style, None);
    let mark = Paragraph::plain("…", style, Some(paragraph.direction));
    break_lines(&paragraph, width / size, 1, &mark).lines.pop().unwrap_or_default()
}

/// Items into rows, as long as there is room in each.
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
    /// The room before it.
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
            Self::Box { line, .. } => line.width() * NAME + 2.0 * ROOM,
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
                sheet.line(line, start + ROOM, top + BASE - raised, NAME);
            }
            Self::Arrow => {
                let (unit, size) = (ARROW.1 / 24.0, ARROW.1 / 24.0 * 16.0);
                let middle = top + ROW / 2.0 - 6.0 * unit;
                sheet.drawing(Ink::Second, ARROW_GLYPH, (start, middle), (size, ARROW.1), true);
            }
        }
    }
}
