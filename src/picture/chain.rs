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
/// The longest a name may be drawn; it is cut at a word.
const LONGEST: f32 = 520.0;
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

/// The items in at most two rows. Where they are too many, the last of the speakers are left out
/// until the others fit a row, and then the hops next to the outlet; an ellipsis says so.
fn rows(said: &Said) -> Vec<Vec<Item>> {
    let most = said.speakers.len();
    let speakers = (1..=most)
        .rev()
        .find(|count| who(said, *count).width(true) <= INNER)
        .unwrap_or(most.min(1));
    let mut hops = said.hops.len();
    loop {
        let rows = flow(items(said, speakers, hops));
        if rows.len() <= ROWS || hops == 0 {
            return rows;
        }
        hops -= 1;
    }
}

fn who(said: &Said, speakers: usize) -> Item {
    let boxes = said.speakers[..speakers].iter().enumerate();
    let mut who: Vec<Piece> = boxes.map(|(at, s)| name_box(s, at > 0)).collect();
    if speakers < said.speakers.len() {
        who.push(words("…", NAME, Hand::SansBold, Ink::First));
    }
    if !said.how.is_empty() {
        let line = line_within(&said.how, ROLE, Style::plain(Hand::Sans, Ink::Second), LONGEST_HOW);
        who.push(Piece::Text { line, size: ROLE, is_underlined: false });
    }
    Item(who)
}

fn items(said: &Said, speakers: usize, hops: usize) -> Vec<Item> {
    let mut items = vec![who(said, speakers)];
    items.extend(said.hops[..hops].iter().map(hop));
    if hops < said.hops.len() {
        items.push(Item(vec![Piece::Arrow, words("…", NAME, Hand::SansBold, Ink::First)]));
    }
    items.push(Item(vec![
        Piece::Arrow,
        words(&said.outlet, NAME, Hand::Sans, Ink::First),
        words(&said.published, ROLE, Hand::Sans, Ink::Second),
    ]));
    items
}

fn hop(step: &Step) -> Item {
    let mut pieces = vec![Piece::Arrow, words(&step.role, ROLE, Hand::Sans, Ink::Second)];
    let line = one_line(&step.name, NAME, Style::plain(Hand::SansBold, Ink::First));
    pieces.push(Piece::Text { line, size: NAME, is_underlined: true });
    if !step.note.is_empty() {
        pieces.push(words(&step.note, ROLE, Hand::Sans, Ink::Third));
    }
    Item(pieces)
}

fn name_box(speaker: &Speaker, joins: bool) -> Piece {
    let line = one_line(&speaker.name, NAME, Style::plain(Hand::SansBold, Ink::First));
    let frame = if speaker.is_unnamed { Frame::Dashed } else { Frame::Solid };
    Piece::Box { line, frame, joins }
}

fn words(text: &str, size: f32, hand: Hand, ink: Ink) -> Piece {
    let longest = if size < NAME { LONGEST_ROLE } else { LONGEST };
    let line = line_within(text, size, Style::plain(hand, ink), longest);
    Piece::Text { line, size, is_underlined: false }
}

/// A text of ours or a name in one line, cut where it is too long. It has its own direction.
pub fn one_line(text: &str, size: f32, style: Style) -> Line {
    line_within(text, size, style, LONGEST)
}

/// The same within a width of one's own.
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
