//! What every format is read into: the text of an article, and the attributions in it.

use super::labels::Part;
use crate::model::HopRole;
use std::fmt;
use std::ops::Range;

/// A span of a document's text, in bytes on character boundaries.
pub type Piece = Range<usize>;

/// One article, with the attributions that somebody marked in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The name of the document in its tool, or of its file without the extension.
    pub name: String,
    /// The text, unchanged.
    pub text: String,
    /// What is known of the article and of the annotation.
    pub about: About,
    /// The attributions, in the order of the file.
    pub attributions: Vec<Attribution>,
    /// True if the first paragraph is the dateline.
    pub has_dateline: bool,
    /// True if blank lines divide the text into its paragraphs, with the dateline first.
    pub is_divided: bool,
    /// What was not imported, and what was changed.
    pub findings: Vec<Finding>,
}

/// What a file says of the article and of the annotation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// The headline.
    pub headline: Option<String>,
    /// The name of the outlet.
    pub outlet: Option<String>,
    /// The date of publication, as the file gives it.
    pub published: Option<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The web address.
    pub address: Option<String>,
    /// Who marked the attributions.
    pub annotators: Vec<String>,
}

/// One attribution: the words that name the source, those that attribute, and those attributed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attribution {
    /// Where it was read.
    pub place: Place,
    /// The pieces of each part, in any order.
    pub source: Vec<Piece>,
    /// The words of saying.
    pub cue: Vec<Piece>,
    /// What was said.
    pub content: Vec<Piece>,
    /// The id that it had, if it was a statement of On Record.
    pub id: Option<String>,
    /// The code of its kind, if the file gives one.
    pub kind: Option<String>,
    /// The topics that the file gives, by name.
    pub tags: Vec<String>,
    /// Who speaks, if the file says it in other words than the source's.
    pub speaker: Option<Speaker>,
    /// What else the file says of it, in plain sentences.
    pub notes: Vec<String>,
    /// True if nobody marked it: its statement is a draft.
    pub is_suggested: bool,
    /// The words that say who is meant, if the source is a pronoun or a description.
    pub antecedent: Vec<Piece>,
    /// Through whom it came, the nearest to the speaker first.
    pub via: Vec<Step>,
}

/// Who speaks, according to a knowledge base that the source is linked to, or to a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name there.
    pub name: String,
    /// The reference, such as `Wikidata:Q42`. Empty for a suggestion.
    pub reference: String,
}

/// A step of the chain from the speaker to the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The name of the actor, in the words of the article.
    pub name: String,
    /// What the actor did.
    pub role: HopRole,
    /// The words that show it.
    pub evidence: Piece,
}

/// A place in a file that was imported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1. `None` for the file as a whole.
    pub line: Option<usize>,
    /// The id there, such as `T1`. Empty if there is none.
    pub id: String,
}

/// Something that was not imported, or that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What happened.
    pub code: FindingCode,
    /// What it happened to, in a short sentence without its place.
    pub message: String,
    /// Where it was read.
    pub place: Place,
}

/// What happened to a part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingCode {
    /// An attribution that has no content is not a statement.
    NoContent,
    /// The words that the file gives are not at their offsets.
    WordsDiffer,
    /// The offsets are outside the text, or cut a character.
    OutsideText,
    /// A reference to something that does not exist.
    Dangling,
    /// A label, type or role that stands for no part of an attribution.
    UnknownLabel,
    /// A part that belongs to no attribution.
    Unattached,
    /// A link between two parts that makes no attribution.
    UnusedLink,
    /// An annotation of another kind, such as a choice for the whole text.
    NotAnAttribution,
    /// The annotation of a further annotator, or one that was rejected.
    OtherAnnotation,
    /// A value that a dossier cannot have here, such as a date that is none.
    BadValue,
    /// The same attribution twice, imported once.
    Repeated,
    /// A part that was widened to whole words, or trimmed.
    Adjusted,
    /// Characters of the text that were removed or replaced.
    TextChanged,
    /// Something that was concluded from the files, such as how offsets count.
    Concluded,
}

impl FindingCode {
    /// All codes, in the order of reports.
    pub const ALL: [Self; 14] = [
        Self::NoContent,
        Self::WordsDiffer,
        Self::OutsideText,
        Self::Dangling,
        Self::UnknownLabel,
        Self::Unattached,
        Self::UnusedLink,
        Self::NotAnAttribution,
        Self::OtherAnnotation,
        Self::BadValue,
        Self::Repeated,
        Self::Adjusted,
        Self::TextChanged,
        Self::Concluded,
    ];

    /// Returns the code, for the JSON report.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoContent => "no-content",
            Self::WordsDiffer => "words-differ",
            Self::OutsideText => "outside-text",
            Self::Dangling => "dangling-reference",
            Self::UnknownLabel => "unknown-label",
            Self::Unattached => "unattached-part",
            Self::UnusedLink => "unused-link",
            Self::NotAnAttribution => "not-an-attribution",
            Self::OtherAnnotation => "other-annotation",
            Self::BadValue => "bad-value",
            Self::Repeated => "same-attribution",
            Self::Adjusted => "adjusted-words",
            Self::TextChanged => "text-changed",
            Self::Concluded => "concluded",
        }
    }

    /// Returns the heading of findings of this kind in the text report.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::NoContent => "not imported: attributions without content",
            Self::WordsDiffer => "not imported: parts whose words are not at their offsets",
            Self::OutsideText => "not imported: parts whose offsets do not fit the text",
            Self::Dangling => "not imported: references to something that does not exist",
            Self::UnknownLabel => "not imported: labels that are not mapped",
            Self::Unattached => "not imported: parts that belong to no attribution",
            Self::UnusedLink => "not imported: links that make no attribution",
            Self::NotAnAttribution => "not imported: annotations that are not attributions",
            Self::OtherAnnotation => "not imported: further annotations of the same text",
            Self::BadValue => "not imported: values that a dossier cannot have",
            Self::Repeated => "imported once: the same attribution twice",
            Self::Adjusted => "changed: parts that did not begin and end with whole words",
            Self::TextChanged => "changed: characters of the text",
            Self::Concluded => "concluded from the files",
        }
    }

    /// Returns true if something of the file is not in the dossier.
    pub const fn is_loss(self) -> bool {
        !matches!(self, Self::Repeated | Self::Adjusted | Self::TextChanged | Self::Concluded)
    }
}

impl Attribution {
    /// Returns the pieces of a part.
    pub fn part_mut(&mut self, part: Part) -> &mut Vec<Piece> {
        match part {
            Part::Source => &mut self.source,
            Part::Cue => &mut self.cue,
            Part::Content => &mut self.content,
        }
    }
}

impl Document {
    /// Adds a finding.
    pub fn find(&mut self, code: FindingCode, place: &Place, message: impl Into<String>) {
        self.findings.push(Finding { code, message: message.into(), place: place.clone() });
    }
}

impl Place {
    /// Returns a line of a file.
    pub fn line(file: &str, line: usize, id: &str) -> Self {
        Self { file: file.to_owned(), line: Some(line), id: id.to_owned() }
    }

    /// Returns a file as a whole.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: None, id: String::new() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.id.is_empty() {
            write!(f, " ({})", self.id)?;
        }
        Ok(())
    }
}

/// A reason why files cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadInput {
    /// Where the problem is.
    pub place: Place,
    /// What is wrong, and what to do.
    pub message: String,
}

impl BadInput {
    /// Makes the problem of a place.
    pub fn at(place: &Place, message: impl Into<String>) -> Self {
        Self { place: place.clone(), message: message.into() }
    }

    /// Makes the problem of a whole file.
    pub fn of(file: &str, message: impl Into<String>) -> Self {
        Self::at(&Place::file(file), message)
    }
}

impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}
