//! The picture of a statement: its kind, who said it and through whom, the words, whose words they
//! are.

use super::chain::{self, line_within};
use super::fit::{Fitted, Place, fit};
use super::fonts::Hand;
use super::palette::Ink;
use super::paragraph::{Frame, Paragraph, Style};
use super::sheet::{FOOT, INNER, MARGIN, Rect, Sheet};
use super::{Direction, Part, Preview, Run, Said};
use crate::model::Kind;
use unicode_bidi::{BidiClass, bidi_class};

/// The mark for words left out: ours, and so in brackets.
pub const LEFT_OUT: &str = "[…]";

/// The sizes at which words are tried, in pixels.
const SIZES: [f32; 10] = [84.0, 74.0, 66.0, 60.0, 54.0, 49.0, 45.0, 41.0, 38.0, 35.0];
/// From one base line to the next, in ems; the second where words run from right to left.
const LEADINGS: (f32, f32) = (1.34, 1.5);
/// The size of the label, and of small words.
const LABEL: f32 = 36.0;
const SMALL: f32 = 26.0;
/// The longest that the explorer's name may be.
const SITE: f32 = 280.0;
/// Where the label's base line and the chain's top are.
const HEAD: f32 = MARGIN + 58.0;
const CHAIN: f32 = MARGIN + 88.0;
/// Where the line above the foot is.
const FOOT_RULE: f32 = FOOT - 46.0;
/// The room above and below the words.
const AROUND: f32 = 24.0;
/// The strip: its width, and the height of its thick parts.
const STRIP: (f32, f32) = (180.0, 9.0);

/// Lays a statement out.
pub fn lay_out(preview: &Preview, said: &Said) -> Sheet {
    let mut sheet = Sheet::new(preview.direction);
    head(&mut sheet, preview, said);
    let top = CHAIN + chain::draw(&mut sheet, said, CHAIN) + AROUND;
    words(&mut sheet, preview, said, top);
    foot(&mut sheet, said);
    sheet
}

fn head(sheet: &mut Sheet, preview: &Preview, said: &Said) {
    opening(sheet, &preview.site);
    let ink = Ink::Kind(said.kind);
    let at = (0.0, HEAD - 0.78 * LABEL);
    sheet.drawing(ink, said.glyph, at, (LABEL * 0.94, LABEL * 0.94), said.kind == Kind::Accusation);
    let label = line_within(&said.label, LABEL, Style::plain(Hand::SansBold, ink), 0.5 * INNER);
    sheet.line(&label, 1.3 * LABEL, HEAD, LABEL);
}

/// The rule at the top, and the explorer's name at the far end below it.
pub fn opening(sheet: &mut Sheet, site: &str) {
    sheet.bar(Ink::First, Rect { x: 0.0, y: MARGIN, w: INNER, h: 5.0 });
    let bold = Style::plain(Hand::SansBold, Ink::First);
    let name = line_within(site, SMALL, bold, SITE);
    let start = INNER - name.width() * SMALL;
    sheet.line(&name, start, HEAD, SMALL);
}

fn words(sheet: &mut Sheet, preview: &Preview, said: &Said, top: f32) {
    let runs: Vec<(&str, Style)> =
        said.words.iter().map(|run| (run.text.as_str(), style(run))).collect();
    let direction = Some(direction_of(said, preview.direction));
    let paragraph = Paragraph::new(&runs, direction, &preview.language);
    let leading = if direction == Some(Direction::Rtl) { LEADINGS.1 } else { LEADINGS.0 };
    let mark = Paragraph::new(&[(LEFT_OUT, gap())], direction, "");
    let height = FOOT_RULE - AROUND - top;
    let place = Place { width: INNER, height, leading };
    let fitted = fit(&paragraph, place, &SIZES, &mark);
    sheet.is_cut = fitted.lines.is_cut;
    set(sheet, &fitted, place, top);
}

/// Words without a letter that runs from right to left run from left to right in any article: else
/// their quotation marks would stand on the wrong side.
fn direction_of(said: &Said, article: Direction) -> Direction {
    let is_rtl = |c: char| matches!(bidi_class(c), BidiClass::R | BidiClass::AL);
    let any = said.words.iter().any(|run| run.text.contains(is_rtl));
    if any { article } else { Direction::Ltr }
}

/// Sets lines in the middle of their place, a little above it.
pub fn set(sheet: &mut Sheet, fitted: &Fitted, place: Place, top: f32) {
    let step = fitted.size * place.leading;
    let left_over = place.height - fitted.lines.lines.len() as f32 * step;
    let top = top + left_over.max(0.0) * 0.42;
    for (at, line) in fitted.lines.lines.iter().enumerate() {
        // Letters stand in the middle of their line: as much room above them as below.
        let base = top + (at as f32 + 0.5) * step + 0.26 * fitted.size;
        sheet.line(line, 0.0, base, fitted.size);
    }
}

/// How a run is drawn: as on the page.
fn style(run: &Run) -> Style {
    let plain = match run.part {
        Part::Source { is_unnamed } => Style {
            frame: Some(if is_unnamed { Frame::Dashed } else { Frame::Solid }),
            ..Style::plain(Hand::Serif, Ink::Third)
        },
        Part::Cue => Style::plain(Hand::SerifItalic, Ink::Third),
        Part::Content => Style::plain(Hand::Serif, Ink::First),
        Part::Between => Style::plain(Hand::Serif, Ink::Third),
        Part::Gap => gap(),
    };
    Style { is_quoted: run.is_quoted, ..plain }
}

const fn gap() -> Style {
    Style { scale: 0.8, ..Style::plain(Hand::Sans, Ink::Third) }
}

fn foot(sheet: &mut Sheet, said: &Said) {
    sheet.bar(Ink::Rule, Rect { x: 0.0, y: FOOT_RULE, w: INNER, h: 2.0 });
    let base = FOOT - 9.0;
    let middle = base - 0.31 * SMALL;
    let (width, thick) = STRIP;
    sheet.bar(Ink::Third, Rect { x: 0.0, y: middle - 1.0, w: width, h: 2.0 });
    for end in [0.0, width - 2.0] {
        sheet.bar(Ink::Third, Rect { x: end, y: middle - 6.0, w: 2.0, h: 12.0 });
    }
    for (from, to) in &said.quoted {
        let (from, to) = (from.clamp(0.0, 1.0) * width, to.clamp(0.0, 1.0) * width);
        let rect = Rect { x: from, y: middle - thick / 2.0, w: (to - from).max(2.0), h: thick };
        sheet.bar(Ink::First, rect);
    }
    let room = INNER - width - 20.0;
    let manner = line_within(&said.manner, SMALL, Style::plain(Hand::Sans, Ink::Second), room);
    sheet.line(&manner, width + 20.0, base, SMALL);
}
