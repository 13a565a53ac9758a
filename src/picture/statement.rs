//! The picture of a statement: its kind, the chain from the speakers to the outlet, the words, and
//! how much of them is quoted.

use super::chain::{self, line_within};
use super::fit::{Area, Fitted, fit};
use super::fonts::Typeface;
use super::palette::Ink;
use super::paragraph::{Frame, Paragraph, Style};
use super::sheet::{FOOT, INNER, MARGIN, Rect, Sheet};
use super::{Direction, Part, Preview, Run, StatementPicture};
use crate::model::Kind;
use unicode_bidi::{BidiClass, bidi_class};

/// The mark for omitted words.
const OMITTED: &str = "[…]";

/// Font sizes that are tried for the words, in pixels.
const SIZES: [f32; 10] = [84.0, 74.0, 66.0, 60.0, 54.0, 49.0, 45.0, 41.0, 38.0, 35.0];
/// Line height of left-to-right and of right-to-left text, in ems.
const LEADINGS: (f32, f32) = (1.34, 1.5);
/// Font size of the label of the kind, in pixels.
const LABEL: f32 = 36.0;
/// Font size of the site's name, in pixels.
const SITE: f32 = 32.0;
/// Font size of the footer, in pixels.
const SMALL: f32 = 26.0;
/// Maximum width of the site's name, in pixels.
const MAX_SITE: f32 = 280.0;
/// Baseline of the label, in pixels from the top.
const HEAD: f32 = MARGIN + 58.0;
/// Top of the chain, in pixels.
const CHAIN: f32 = MARGIN + 88.0;
/// Top of the rule above the footer, in pixels.
const FOOT_RULE: f32 = FOOT - 46.0;
/// Space above and below the words, in pixels.
const AROUND: f32 = 24.0;
/// Width of the strip in the footer, and the height of its thick parts, in pixels.
const STRIP: (f32, f32) = (180.0, 9.0);

/// Lays out the picture of a statement.
pub fn lay_out(preview: &Preview, said: &StatementPicture) -> Sheet {
    let mut sheet = Sheet::new(preview.direction);
    head(&mut sheet, preview, said);
    let top = CHAIN + chain::draw(&mut sheet, said, CHAIN) + AROUND;
    words(&mut sheet, preview, said, top);
    foot(&mut sheet, said);
    sheet
}

fn head(sheet: &mut Sheet, preview: &Preview, said: &StatementPicture) {
    opening(sheet, preview);
    let ink = Ink::First;
    let at = (0.0, HEAD - 0.78 * LABEL);
    sheet.drawing(ink, said.glyph, at, (LABEL * 0.94, LABEL * 0.94), said.kind == Kind::Accusation);
    let label = line_within(&said.label, LABEL, Style::plain(Typeface::SansBold, ink), 0.5 * INNER);
    sheet.line(&label, 1.3 * LABEL, HEAD, LABEL);
}

/// Draws the rule at the top, and the site's mark and name below its far end.
pub fn opening(sheet: &mut Sheet, preview: &Preview) {
    sheet.bar(Ink::First, Rect { x: 0.0, y: MARGIN, w: INNER, h: 5.0 });
    let name =
        line_within(&preview.site, SITE, Style::plain(Typeface::Serif, Ink::First), MAX_SITE);
    let start = INNER - name.width() * SITE;
    sheet.line(&name, start, HEAD, SITE);
    let (size, gap) = (1.2 * SITE, 0.38 * SITE);
    sheet.mark(preview.mark, (start - gap - size, HEAD - 0.94 * SITE), size);
}

fn words(sheet: &mut Sheet, preview: &Preview, said: &StatementPicture, top: f32) {
    let runs: Vec<(&str, Style)> =
        said.words.iter().map(|run| (run.text.as_str(), style(run))).collect();
    let direction = Some(direction_of(said, preview.direction));
    let paragraph = Paragraph::new(&runs, direction, &preview.language);
    let leading = if direction == Some(Direction::Rtl) { LEADINGS.1 } else { LEADINGS.0 };
    let mark = Paragraph::new(&[(OMITTED, gap())], direction, "");
    let height = FOOT_RULE - AROUND - top;
    let area = Area { width: INNER, height, leading };
    let fitted = fit(&paragraph, area, &SIZES, &mark);
    sheet.is_cut = fitted.lines.is_cut;
    set(sheet, &fitted, area, top);
}

/// Returns the direction of the words. Words without a right-to-left letter are set from left to
/// right in every article, because otherwise their quotation marks would be on the wrong side.
fn direction_of(said: &StatementPicture, article: Direction) -> Direction {
    let is_rtl = |c: char| matches!(bidi_class(c), BidiClass::R | BidiClass::AL);
    let any = said.words.iter().any(|run| run.text.contains(is_rtl));
    if any { article } else { Direction::Ltr }
}

/// Draws lines slightly above the middle of their area.
pub fn set(sheet: &mut Sheet, fitted: &Fitted, area: Area, top: f32) {
    let step = fitted.size * area.leading;
    let left_over = area.height - fitted.lines.lines.len() as f32 * step;
    let top = top + left_over.max(0.0) * 0.42;
    for (at, line) in fitted.lines.lines.iter().enumerate() {
        // The letters are vertically centred in their line.
        let base = top + (at as f32 + 0.5) * step + 0.26 * fitted.size;
        sheet.line(line, 0.0, base, fitted.size);
    }
}

/// Returns the style of a run, the same as on the page.
pub(super) fn style(run: &Run) -> Style {
    let plain = match run.part {
        Part::Source { is_unnamed } => Style {
            frame: Some(if is_unnamed { Frame::Dashed } else { Frame::Solid }),
            ..Style::plain(Typeface::Serif, Ink::Third)
        },
        Part::Cue => Style::plain(Typeface::SerifItalic, Ink::Third),
        Part::Content => Style::plain(Typeface::Serif, Ink::First),
        Part::Between => Style::plain(Typeface::Serif, Ink::Third),
        Part::Gap | Part::Ours => gap(),
    };
    Style { is_quoted: run.is_quoted, ..plain }
}

const fn gap() -> Style {
    Style { scale: 0.8, ..Style::plain(Typeface::Sans, Ink::Third) }
}

fn foot(sheet: &mut Sheet, said: &StatementPicture) {
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
    let manner = line_within(&said.manner, SMALL, Style::plain(Typeface::Sans, Ink::Second), room);
    sheet.line(&manner, width + 20.0, base, SMALL);
}
