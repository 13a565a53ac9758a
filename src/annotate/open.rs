//! Opening a dossier, and pasting a text.

use super::desk::{Desk, Session};
use super::document::Document;
use crate::import::{Choices, Defaults, Document as Read, File, Format, Ids, Labels, draft, read};
use std::rc::Rc;

/// Maximum size of a text that is pasted, in bytes.
pub const MAX_TEXT: usize = 2 * 1024 * 1024;

/// A dossier that was opened, or made of a text.
pub struct Opened {
    /// The desk.
    pub desk: Desk,
    /// What was changed in the text, and what was concluded from it.
    pub normalised: Vec<Normalised>,
}

/// Something that was changed in a text, or concluded from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Normalised {
    /// What an import changed or concluded, in its words.
    Import(String),
    /// Something was not imported, in the words of the import.
    Lost(String),
}

/// Why something cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The text is larger than [`MAX_TEXT`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
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
        if text.len() > MAX_TEXT {
            return Err(OpenError::TooLarge { bytes: text.len() });
        }
        let file = File { name: "article.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        Self::import(Format::Text, &[file], session)
    }

    /// Makes a draft of HTML, such as a browser puts on the clipboard. Nothing of it is executed: block
    /// elements become paragraphs, and scripts, styles and other markup are dropped.
    ///
    /// # Errors
    /// If it is too large or has no words.
    pub fn paste_html(html: &str, session: &Session) -> Result<Opened, OpenError> {
        Self::paste(html, session)
    }

    /// Makes a draft of files of other tools. Several articles in them give the first one.
    ///
    /// # Errors
    /// If they are not of the format, or too large.
    pub fn import(format: Format, files: &[File], session: &Session) -> Result<Opened, OpenError> {
        let bytes = files.iter().map(|file| file.bytes.len()).sum();
        if bytes > MAX_TEXT * 8 {
            return Err(OpenError::TooLarge { bytes });
        }
        let documents = read(format, files, &Labels::default(), &Choices::default())
            .map_err(|error| OpenError::Import(error.to_string()))?;
        let mut document = documents.into_iter().next().ok_or(OpenError::NoWords)?;
        let defaults = Defaults {
            by: session.by.clone(),
            today: session.today.clone(),
            format: format.name(),
            ..Defaults::default()
        };
        let draft = draft(&mut document, &defaults, &mut Ids::default());
        let normalised: Vec<Normalised> = (document.findings.iter())
            .map(|it| match it.code.is_loss() {
                true => Normalised::Lost(it.message.clone()),
                false => Normalised::Import(it.message.clone()),
            })
            .collect();
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
        let text = std::str::from_utf8(bytes).map_err(|_| OpenError::NotText)?;
        let desk = Self::of(Document::read(text, beside.into())?, session);
        Ok(Opened { desk, normalised: Vec::new() })
    }
}
