//! Preview pictures: PNG files of a statement or a whole dossier, for previews of links to its
//! page.
//!
//! This room has the fonts, the layout of text, and the drawing. All text is passed in. Never here:
//! choosing the words (`prerender`, `text`), reading or writing files, and system fonts: a picture
//! has the same bytes on every machine, so only the fonts in `fonts/` are used.
//!
//! Runs of words are shaped into a [`paragraph`], which is broken into [`lines`]. The lines are
//! placed on a [`sheet`], which is painted and encoded.

mod chain;
mod clean;
mod coverage;
mod dossier;
mod fit;
mod fonts;
mod lines;
mod pack;
mod paint;
mod palette;
mod paragraph;
mod shape;
mod sheet;
mod statement;
#[cfg(test)]
mod tests;

use crate::model::Kind;
pub use coverage::missing_script;

/// Width of a picture, in pixels. Social networks and messengers show this size at full width.
pub const WIDTH: u32 = 1200;
/// Height of a picture, in pixels.
pub const HEIGHT: u32 = 630;

/// The content of a preview picture.
///
/// Line breaks, control characters and characters that change the direction of writing are removed
/// from every text before it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The site's name.
    pub site: String,
    /// The site's mark: an SVG path in a square of 32 by 32, filled by the even-odd rule.
    pub mark: &'static str,
    /// BCP 47 tag of the article's language. Some languages have their own letter forms.
    pub language: String,
    /// The direction in which the article is written. The whole picture follows it.
    pub direction: Direction,
    /// The subject of the picture.
    pub subject: Subject,
}

/// A direction of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// The subject of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A statement.
    Statement(StatementPicture),
    /// A whole dossier.
    Dossier(DossierPicture),
}

/// The content of a statement's picture.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementPicture {
    /// The speech act, which sets the colour.
    pub kind: Kind,
    /// The label of the speech act: `Accusation`.
    pub label: String,
    /// The glyph of the speech act.
    pub glyph: Glyph,
    /// The speakers, in boxes as on the page.
    pub speakers: Vec<Speaker>,
    /// A remark after the speakers' names, such as `unnamed`; may be empty.
    pub how: String,
    /// The hops from the speakers to the outlet, without the outlet.
    pub hops: Vec<Step>,
    /// The outlet.
    pub outlet: String,
    /// The day of publication: `6 January 2026`.
    pub published: String,
    /// The words of the statement, in reading order.
    pub words: Vec<Run>,
    /// The quoted ranges of the content, from 0 at its start to 1 at its end.
    pub quoted: Vec<(f32, f32)>,
    /// The amount that is quoted: `Partly quoted: 2 of 36 words`.
    pub manner: String,
}

/// A speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The speaker's name.
    pub name: String,
    /// True if the article does not name the source: the box is then dashed.
    pub is_unnamed: bool,
}

/// A hop in the chain from the speakers to the outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The role: `relayed by`.
    pub role: String,
    /// The actor's name.
    pub name: String,
    /// A remark, such as `inferred`; may be empty.
    pub note: String,
}

/// Words with the same style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The part of the statement that they belong to.
    pub part: Part,
    /// True if they are in quotation marks in the article.
    pub is_quoted: bool,
}

/// A part of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The source, in a box.
    Source {
        /// True if the article does not name the source: the box is then dashed.
        is_unnamed: bool,
    },
    /// The attributing verb.
    Cue,
    /// The content.
    Content,
    /// Words between these parts.
    Between,
    /// The mark for omitted words.
    Gap,
    /// The annotator's words: what the words before them refer to.
    Ours,
}

/// An icon, as the data of SVG paths in a square of 16 by 16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Path that is drawn with lines.
    pub lines: &'static str,
    /// Path of dots, which are lines of zero length.
    pub dots: &'static str,
}

/// The content of a dossier's picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierPicture {
    /// The label at the top: `Who said what, statement by statement`.
    pub label: String,
    /// The annotator's title.
    pub title: String,
    /// The note that the title is the annotator's, shown next to a pen icon.
    pub title_note: String,
    /// The pen icon.
    pub pen: Glyph,
    /// The annotator's summary.
    pub summary: String,
    /// The outlet.
    pub outlet: String,
    /// The day of publication.
    pub published: String,
    /// The number of statements and sources.
    pub counts: String,
}

/// Draws a picture as a PNG of [`WIDTH`] by [`HEIGHT`] pixels. The same preview gives the same
/// bytes on every machine.
pub fn draw(preview: &Preview) -> Vec<u8> {
    pack::encode(&paint::paint(&sheet(preview)))
}

/// Lays out a picture.
fn sheet(preview: &Preview) -> sheet::Sheet {
    match &preview.subject {
        Subject::Statement(said) => statement::lay_out(preview, said),
        Subject::Dossier(overview) => dossier::lay_out(preview, overview),
    }
}
