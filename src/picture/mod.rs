//! Preview pictures: a statement, or a whole dossier, as a PNG that stands for its page where a link
//! to it is shown.
//!
//! Here: fonts, setting words in lines, and drawing. What is drawn comes from the model's words and
//! from labels that are handed in. Never here: choosing the words (`prerender`, `text`), reading
//! or writing files, and any font but those in `fonts/`: a picture is the same bytes on any machine.
//!
//! The way through: runs of words become [`paragraph`]s of shaped atoms, those become [`lines`], the
//! lines are placed on a [`sheet`], and that is painted and packed.

mod chain;
mod clean;
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

/// How wide a picture is, in pixels: what networks and messengers show at full width.
pub const WIDTH: u32 = 1200;
/// How high a picture is, in pixels.
pub const HEIGHT: u32 = 630;

/// What a preview picture shows, in words that are ready to be set. Line breaks, control characters
/// and characters that turn the direction of writing are taken out of all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The explorer's name.
    pub site: String,
    /// BCP 47 tag of the article's words: some languages have letter forms of their own.
    pub language: String,
    /// Which way the article is written; the whole picture follows it.
    pub direction: Direction,
    /// What the picture is of.
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

/// What a picture is of.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// One statement.
    Statement(Said),
    /// A whole dossier.
    Dossier(Overview),
}

/// A statement in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The speech act, for its colour.
    pub kind: Kind,
    /// Its label: `Accusation`.
    pub label: String,
    /// Its glyph.
    pub glyph: Glyph,
    /// Who said it; boxed, as on the page.
    pub speakers: Vec<Speaker>,
    /// What is told of the speakers beside their names: `unnamed`, `jointly`; may be empty.
    pub how: String,
    /// Through whom it came, nearest to the speaker first, the outlet left out.
    pub hops: Vec<Step>,
    /// The outlet.
    pub outlet: String,
    /// The day of publication: `6 January 2026`.
    pub published: String,
    /// The statement's words, in reading order.
    pub words: Vec<Run>,
    /// What of the content stands in quotation marks, from 0 at its beginning to 1 at its end.
    pub quoted: Vec<(f32, f32)>,
    /// Whose words they are: `Paraphrase: the reporter’s words`.
    pub manner: String,
}

/// A speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name.
    pub name: String,
    /// The source has no name of its own: its box is dashed.
    pub is_unnamed: bool,
}

/// A step on the way from the speaker to the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done: `relayed by`.
    pub role: String,
    /// Who did it.
    pub name: String,
    /// A remark, such as that it is our reading; may be empty.
    pub note: String,
}

/// Words that are drawn alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// What they are.
    pub part: Part,
    /// They stand in quotation marks in the article.
    pub is_quoted: bool,
}

/// What some words of a statement are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who said it; boxed, the box dashed where the source has no name of its own.
    Source {
        /// The source has no name of its own.
        is_unnamed: bool,
    },
    /// The verb of saying.
    Cue,
    /// What was said.
    Content,
    /// What stands between these.
    Between,
    /// A mark of ours for words that were left out.
    Gap,
}

/// A drawn mark as the data of SVG paths in a square of 16 by 16.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// What is drawn as lines.
    pub lines: &'static str,
    /// Lines of no length: dots.
    pub dots: &'static str,
}

/// A dossier in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// What it is: `An article, annotated`.
    pub label: String,
    /// The annotator's title.
    pub title: String,
    /// Whose title it is; told beside it after a pen.
    pub title_note: String,
    /// The pen.
    pub pen: Glyph,
    /// The annotator's summary.
    pub summary: String,
    /// The outlet.
    pub outlet: String,
    /// The day of publication.
    pub published: String,
    /// How much there is in it.
    pub counts: String,
}

/// The picture as the bytes of a PNG of [`WIDTH`] by [`HEIGHT`] pixels. The same preview gives the
/// same bytes, on any machine.
pub fn draw(preview: &Preview) -> Vec<u8> {
    pack::encode(&paint::paint(&sheet(preview)), accent(preview))
}

/// What stands where.
fn sheet(preview: &Preview) -> sheet::Sheet {
    match &preview.subject {
        Subject::Statement(said) => statement::lay_out(preview, said),
        Subject::Dossier(overview) => dossier::lay_out(preview, overview),
    }
}

/// The one colour that is no grey.
const fn accent(preview: &Preview) -> palette::Ink {
    match &preview.subject {
        Subject::Statement(said) => palette::Ink::Kind(said.kind),
        Subject::Dossier(_) => palette::Ink::First,
    }
}
