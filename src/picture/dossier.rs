//! The picture of a dossier: its title, marked as the annotator's, and where the article comes from.

use super::chain::line_within;
use super::fit::{Fitted, Place, fit};
use super::fonts::Hand;
use super::palette::Ink;
use super::paragraph::{Paragraph, Style};
use super::sheet::{FOOT, INNER, MARGIN, Rect, Sheet};
use super::statement::{opening, set};
use super::{Overview, Preview};

/// The sizes at which a title is tried, in pixels.
const SIZES: [f32; 5] = [84.0, 74.0, 64.0, 56.0, 48.0];
/// The sizes of the summary.
const SUMMARY: [f32; 3] = [33.0, 30.0, 28.0];
/// The size of small words.
const SMALL: f32 = 28.0;
/// Where the label's base line is.
const HEAD: f32 = MARGIN + 58.0;
/// Where the title and the summary may stand: from here to a little above the foot.
const TOP: f32 = HEAD + 24.0;
/// How much of that the title may take.
const TITLE: f32 = 210.0;
/// The height of the note on the title, and the room above and below it.
const NOTE: (f32, f32) = (30.0, 18.0);
/// Where the line above the foot is.
const FOOT_RULE: f32 = FOOT - 50.0;
/// From one base line to the next, in ems: of the title and of the summary.
const LEADINGS: (f32, f32) = (1.16, 1.34);

/// Lays a dossier out.
pub fn lay_out(preview: &Preview, overview: &Overview) -> Sheet {
    let mut sheet = Sheet::new(preview.direction);
    opening(&mut sheet, &preview.site);
    let small = Style::plain(Hand::Sans, Ink::Second);
    let label = line_within(&overview.label, SMALL, small, INNER * 0.7);
    sheet.line(&label, 0.0, HEAD, SMALL);
    let bold = Style::plain(Hand::SansBold, Ink::First);
    let room = FOOT_RULE - TOP - 16.0;
    let title = Block::new(&overview.title, (bold, &SIZES, LEADINGS.0), TITLE);
    let note = NOTE.0 + 2.0 * NOTE.1;
    let left = room - title.height() - note;
    let summary = Block::new(&overview.summary, (small, &SUMMARY, LEADINGS.1), left);
    let top = TOP + (left - summary.height()).max(0.0) * 0.42;
    let note_top = title.set(&mut sheet, top) + NOTE.1;
    sheet.drawing(Ink::Third, overview.pen, (0.0, note_top + 4.0), (22.0, 22.0), false);
    let ours = Style::plain(Hand::Sans, Ink::Third);
    let note = line_within(&overview.title_note, SMALL, ours, INNER - 34.0);
    sheet.line(&note, 34.0, note_top + 24.0, SMALL);
    summary.set(&mut sheet, note_top + NOTE.0 + NOTE.1);
    foot(&mut sheet, overview);
    sheet
}

/// Words of ours in several lines.
struct Block {
    fitted: Fitted,
    leading: f32,
}

impl Block {
    fn new(text: &str, (style, sizes, leading): (Style, &[f32], f32), height: f32) -> Self {
        // The annotator's language need not be the article's: the words give their own direction.
        let paragraph = Paragraph::plain(text, style, None);
        let mark = Paragraph::plain("…", style, Some(paragraph.direction));
        let place = Place { width: INNER, height, leading };
        Self { fitted: fit(&paragraph, place, sizes, &mark), leading }
    }

    fn height(&self) -> f32 {
        self.fitted.lines.lines.len() as f32 * self.fitted.size * self.leading
    }

    /// Sets it below a height; the height where it ends.
    fn set(&self, sheet: &mut Sheet, top: f32) -> f32 {
        sheet.is_cut |= self.fitted.lines.is_cut;
        let place = Place { width: INNER, height: self.height(), leading: self.leading };
        set(sheet, &self.fitted, place, top);
        top + self.height()
    }
}

fn foot(sheet: &mut Sheet, overview: &Overview) {
    sheet.bar(Ink::Rule, Rect { x: 0.0, y: FOOT_RULE, w: INNER, h: 2.0 });
    let base = FOOT - 9.0;
    let bold = Style::plain(Hand::SansBold, Ink::First);
    let plain = Style::plain(Hand::Sans, Ink::Second);
    let outlet = line_within(&overview.outlet, SMALL, bold, INNER * 0.4);
    sheet.line(&outlet, 0.0, base, SMALL);
    let start = outlet.width() * SMALL + 12.0;
    let published = line_within(&overview.published, SMALL, plain, INNER * 0.25);
    sheet.line(&published, start, base, SMALL);
    let room = INNER - start - published.width() * SMALL - 30.0;
    let counts = line_within(&overview.counts, SMALL, plain, room);
    sheet.line(&counts, INNER - counts.width() * SMALL, base, SMALL);
}
