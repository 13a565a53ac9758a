//! The picture of a dossier: its title, marked as the annotator's, its summary, and the outlet.

use super::chain::line_within;
use super::fit::{Area, Fitted, fit};
use super::fonts::Typeface;
use super::palette::Ink;
use super::paragraph::{Paragraph, Style};
use super::sheet::{FOOT, INNER, MARGIN, Rect, Sheet};
use super::statement::{opening, set};
use super::{DossierPicture, Preview};

/// Font sizes that are tried for the title, in pixels.
const SIZES: [f32; 5] = [84.0, 74.0, 64.0, 56.0, 48.0];
/// Font sizes that are tried for the summary, in pixels.
const SUMMARY: [f32; 3] = [33.0, 30.0, 28.0];
/// Font size of labels, in pixels.
const SMALL: f32 = 28.0;
/// Baseline of the label, in pixels from the top.
const HEAD: f32 = MARGIN + 58.0;
/// Top of the area for the title and the summary, in pixels. The area ends just above the footer.
const TOP: f32 = HEAD + 24.0;
/// Maximum height of the title, in pixels.
const TITLE: f32 = 210.0;
/// Height of the note on the title, and the space above and below it, in pixels.
const NOTE: (f32, f32) = (30.0, 18.0);
/// Top of the rule above the footer, in pixels.
const FOOT_RULE: f32 = FOOT - 50.0;
/// Line height of the title and of the summary, in ems.
const LEADINGS: (f32, f32) = (1.16, 1.34);

/// Lays out the picture of a dossier.
pub fn lay_out(preview: &Preview, overview: &DossierPicture) -> Sheet {
    let mut sheet = Sheet::new(preview.direction);
    opening(&mut sheet, preview);
    let small = Style::plain(Typeface::Sans, Ink::Second);
    let label = line_within(&overview.label, SMALL, small, INNER * 0.7);
    sheet.line(&label, 0.0, HEAD, SMALL);
    let bold = Style::plain(Typeface::SansBold, Ink::First);
    let room = FOOT_RULE - TOP - 16.0;
    let title = Block::new(&overview.title, (bold, &SIZES, LEADINGS.0), TITLE);
    let note = NOTE.0 + 2.0 * NOTE.1;
    let left = room - title.height() - note;
    let summary = Block::new(&overview.summary, (small, &SUMMARY, LEADINGS.1), left);
    let top = TOP + (left - summary.height()).max(0.0) * 0.42;
    let note_top = title.set(&mut sheet, top) + NOTE.1;
    sheet.drawing(Ink::Pencil, overview.pen, (0.0, note_top + 4.0), (22.0, 22.0), false);
    let ours = Style::plain(Typeface::Sans, Ink::Third);
    let note = line_within(&overview.title_note, SMALL, ours, INNER - 34.0);
    sheet.line(&note, 34.0, note_top + 24.0, SMALL);
    summary.set(&mut sheet, note_top + NOTE.0 + NOTE.1);
    foot(&mut sheet, overview);
    sheet
}

/// A text in several lines.
struct Block {
    fitted: Fitted,
    leading: f32,
}

impl Block {
    fn new(text: &str, (style, sizes, leading): (Style, &[f32], f32), height: f32) -> Self {
        // The annotator's language may differ from the article's, so the text gives its own
        // direction.
        let paragraph = Paragraph::plain(text, style, None);
        let mark = Paragraph::plain("…", style, Some(paragraph.direction));
        let area = Area { width: INNER, height, leading };
        Self { fitted: fit(&paragraph, area, sizes, &mark), leading }
    }

    fn height(&self) -> f32 {
        self.fitted.lines.lines.len() as f32 * self.fitted.size * self.leading
    }

    /// Draws the block from `top` downwards, and returns the position of its end.
    fn set(&self, sheet: &mut Sheet, top: f32) -> f32 {
        sheet.is_cut |= self.fitted.lines.is_cut;
        let area = Area { width: INNER, height: self.height(), leading: self.leading };
        set(sheet, &self.fitted, area, top);
        top + self.height()
    }
}

fn foot(sheet: &mut Sheet, overview: &DossierPicture) {
    sheet.bar(Ink::Rule, Rect { x: 0.0, y: FOOT_RULE, w: INNER, h: 2.0 });
    let base = FOOT - 9.0;
    let bold = Style::plain(Typeface::SansBold, Ink::First);
    let plain = Style::plain(Typeface::Sans, Ink::Second);
    let outlet = line_within(&overview.outlet, SMALL, bold, INNER * 0.4);
    sheet.line(&outlet, 0.0, base, SMALL);
    let start = outlet.width() * SMALL + 12.0;
    let published = line_within(&overview.published, SMALL, plain, INNER * 0.25);
    sheet.line(&published, start, base, SMALL);
    let room = INNER - start - published.width() * SMALL - 30.0;
    let counts = line_within(&overview.counts, SMALL, plain, room);
    sheet.line(&counts, INNER - counts.width() * SMALL, base, SMALL);
}
