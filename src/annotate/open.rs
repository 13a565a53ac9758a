//! Opening files, and pasting a text.

use super::desk::{Desk, Session};
use super::details::add_details;
use super::document::Document;
use super::html::page;
use super::recognise::{dossier_among, recognise};
use crate::import::{
    Choices, Defaults, Document as Read, File, FindingCode, Format, Ids, Labels, draft, read,
};
use crate::load::{is_language_tag, is_web_address, parse_day};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Maximum size of a text that is pasted, in bytes.
pub const MAX_TEXT: usize = 2 * 1024 * 1024;

/// Maximum size of HTML, or of files that are imported, in bytes. Most of it is markup.
const MAX_MARKUP: usize = 16 * 1024 * 1024;

/// A dossier that was opened, or made of a text.
pub struct Opened {
    /// The desk.
    pub desk: Desk,
    /// What was changed in the text, and what was concluded from it.
    pub normalised: Vec<Normalised>,
}

/// Something that was changed in a text, or concluded from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Normalised {
    /// What an import changed or concluded, in its words.
    Import(String),
    /// Something was not imported, in the words of the import.
    Lost(String),
    /// The language was concluded from frequent words.
    Language(String),
    /// The day of publication was read from the dateline.
    Published(String),
    /// The outlet was read from the dateline.
    Outlet(String),
    /// The markup of a page was dropped.
    Markup,
    /// Only the first of several articles was opened: their number.
    FirstOf(usize),
}

/// Why something cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// There is more than the annotator takes.
    TooLarge {
        /// The size in bytes.
        bytes: usize,
        /// The maximum size in bytes.
        max: usize,
    },
    /// There are no words.
    NoWords,
    /// The bytes are not UTF-8.
    NotText,
    /// The file is not JSON.
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// The JSON is of a kind that cannot be opened.
    NotADossier,
    /// The file cannot be imported, for the reason that the import gives.
    Import(String),
}

/// Reads a plain text: its headline, dateline and paragraphs.
///
/// # Errors
/// If it has no words.
pub fn read_text(text: &str) -> Result<Read, OpenError> {
    let file = File { name: "article.txt".to_owned(), bytes: text.as_bytes().to_vec() };
    let read = read(Format::Text, &[file], &Labels::default(), &Choices::default());
    read.ok().and_then(|mut documents| documents.pop()).ok_or(OpenError::NoWords)
}

impl Desk {
    /// Makes a draft of a plain text.
    ///
    /// # Errors
    /// If it is too large or has no words.
    pub fn paste(text: &str, session: &Session) -> Result<Opened, OpenError> {
        check_size(text.len(), MAX_TEXT)?;
        let mut opened = Self::of_read(read_text(text)?, "text", session, Vec::new())?;
        opened.desk.original = Some(text.into());
        Ok(opened)
    }

    /// Makes a draft of HTML, such as a browser puts on the clipboard. Nothing of it is executed: block
    /// elements become paragraphs, and scripts, styles and other markup are dropped.
    ///
    /// # Errors
    /// If it is too large or has no words.
    pub fn paste_html(html: &str, session: &Session) -> Result<Opened, OpenError> {
        check_size(html.len(), MAX_MARKUP)?;
        let page = page(html);
        let text = page.paragraphs.join("\n\n");
        check_size(text.len(), MAX_TEXT)?;
        let mut read = read_text(&text)?;
        read.about.language = page.language.filter(|it| is_language_tag(it));
        read.about.published = page.published.filter(|it| parse_day(it).is_some());
        read.about.address = page.address.filter(|it| is_web_address(it));
        read.about.outlet = page.outlet;
        let mut opened = Self::of_read(read, "html", session, vec![Normalised::Markup])?;
        opened.desk.original = Some(html.into());
        Ok(opened)
    }

    /// Opens files of any kind that the annotator knows: a dossier, a text, a page, or files of other
    /// tools. The kind follows from names and contents.
    ///
    /// # Errors
    /// If they are of no known kind, broken, or too large.
    pub fn open_files(files: &[File], session: &Session) -> Result<Opened, OpenError> {
        if let Some(format) = recognise(files).filter(|it| *it != Format::Text) {
            return Self::import(format, files, session);
        }
        if let Some(json) = dossier_among(files) {
            let beside = files.iter().filter(|it| it.name != json.name).cloned();
            return Self::open_with(&json.bytes, &beside.collect::<Vec<File>>(), session);
        }
        let file = files.first().ok_or(OpenError::NoWords)?;
        let text = std::str::from_utf8(&file.bytes).map_err(|_| OpenError::NotText)?;
        let extension = file.name.rsplit_once('.').map_or("", |(_, it)| it);
        let is_html = |it: &&str| it.eq_ignore_ascii_case(extension);
        match ["html", "htm", "xhtml"].iter().any(is_html) {
            true => Self::paste_html(text, session),
            false => Self::paste(text, session),
        }
    }

    /// Makes a draft of files of other tools. Of several articles, it is the first one.
    ///
    /// # Errors
    /// If they are not of the format, or too large.
    pub fn import(format: Format, files: &[File], session: &Session) -> Result<Opened, OpenError> {
        check_size(files.iter().map(|file| file.bytes.len()).sum(), MAX_MARKUP)?;
        let documents = read(format, files, &Labels::default(), &Choices::default())
            .map_err(|error| OpenError::Import(error.to_string()))?;
        let count = documents.len();
        let first = documents.into_iter().next().ok_or(OpenError::NoWords)?;
        check_size(first.text.len(), MAX_TEXT)?;
        let more = (count > 1).then_some(Normalised::FirstOf(count)).into_iter().collect();
        Self::of_read(first, format.name(), session, more)
    }

    /// Makes a desk of what was read.
    fn of_read(
        mut document: Read,
        format: &'static str,
        session: &Session,
        mut normalised: Vec<Normalised>,
    ) -> Result<Opened, OpenError> {
        let recognised = add_details(&mut document);
        let defaults = Defaults {
            by: session.by.clone(),
            today: session.today.clone(),
            format,
            ..Defaults::default()
        };
        let draft = draft(&mut document, &defaults, &mut Ids::of_dossiers());
        normalised.extend(document.findings.iter().map(|it| match it.code {
            FindingCode::TextChanged | FindingCode::Concluded => {
                Normalised::Import(it.message.clone())
            }
            code if code.is_loss() => Normalised::Lost(it.message.clone()),
            _ => Normalised::Import(it.message.clone()),
        }));
        normalised.extend(recognised);
        let mut desk = Self::of(Document::read(&draft.json, Rc::default())?, session);
        desk.normalised = normalised.clone().into();
        desk.draw();
        Ok(Opened { desk, normalised })
    }

    /// Opens the JSON of a dossier. What of it has errors is kept and reported as problems.
    ///
    /// # Errors
    /// If it is not JSON, or not an object with an article.
    pub fn open(bytes: &[u8], session: &Session) -> Result<Opened, OpenError> {
        Self::open_with(bytes, &[], session)
    }

    /// Opens the JSON of a dossier with files beside it, one of which may be its text.
    ///
    /// # Errors
    /// As for [`Desk::open`].
    pub fn open_with(
        bytes: &[u8],
        beside: &[File],
        session: &Session,
    ) -> Result<Opened, OpenError> {
        check_size(bytes.len(), crate::load::MAX_BYTES)?;
        let text = std::str::from_utf8(bytes).map_err(|_| OpenError::NotText)?;
        let desk = Self::of(Document::read(text, beside.into())?, session);
        Ok(Opened { desk, normalised: Vec::new() })
    }
}

const fn check_size(bytes: usize, max: usize) -> Result<(), OpenError> {
    if bytes > max { Err(OpenError::TooLarge { bytes, max }) } else { Ok(()) }
}
