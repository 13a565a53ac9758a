//! The one table of export formats, and the types of a bundle's files.
//!
//! The export menu, the names of exported files, the list of compressed files and generated
//! sections of the docs and server recipes all follow from these tables. To add a format, add a row
//! here, a label in `text::formats`, and a writer in `export::formats`.
//!
//! Never here: labels (`text`), writers (`export`).

#[cfg(not(reader))]
mod file_type;

#[cfg(not(reader))]
pub use file_type::{FileType, file_type, file_types};

use crate::query::Collection;

/// A format in which a collection is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180), for spreadsheets.
    Csv,
    /// JSON (RFC 8259).
    Json,
    /// Markdown (CommonMark).
    Markdown,
    /// BibTeX.
    Bibtex,
    /// CSL-JSON (Citation Style Language 1.0.2).
    Csl,
    /// RIS, named for Research Information Systems.
    Ris,
}

/// A row of the table.
struct Row {
    extension: &'static str,
    media_type: &'static str,
    collections: &'static [Collection],
    citation_file: Option<&'static str>,
}

const EVERY_COLLECTION: &[Collection] =
    &[Collection::Statements, Collection::Actors, Collection::Figures];
/// Only statements can be cited.
const STATEMENTS: &[Collection] = &[Collection::Statements];

impl Format {
    /// All formats, in the order in which menus list them.
    pub const ALL: [Self; 6] =
        [Self::Csv, Self::Json, Self::Markdown, Self::Bibtex, Self::Csl, Self::Ris];

    const fn row(self) -> Row {
        match self {
            Self::Csv => Row {
                extension: "csv",
                media_type: "text/csv; charset=utf-8",
                collections: EVERY_COLLECTION,
                citation_file: None,
            },
            Self::Json => Row {
                extension: "json",
                media_type: "application/json",
                collections: EVERY_COLLECTION,
                citation_file: None,
            },
            Self::Markdown => Row {
                extension: "md",
                media_type: "text/markdown; charset=utf-8",
                collections: EVERY_COLLECTION,
                citation_file: None,
            },
            Self::Bibtex => Row {
                extension: "bib",
                media_type: "application/x-bibtex; charset=utf-8",
                collections: STATEMENTS,
                citation_file: Some("cite.bib"),
            },
            Self::Csl => Row {
                extension: "csl.json",
                media_type: "application/json",
                collections: STATEMENTS,
                citation_file: Some("cite.json"),
            },
            Self::Ris => Row {
                extension: "ris",
                media_type: "application/x-research-info-systems; charset=utf-8",
                collections: STATEMENTS,
                citation_file: Some("cite.ris"),
            },
        }
    }

    /// Returns the formats of a collection.
    pub fn of(collection: Collection) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |format| format.collections().contains(&collection))
    }

    /// Returns the collections that are exported in the format.
    pub const fn collections(self) -> &'static [Collection] {
        self.row().collections
    }

    /// Returns the extension of the format's files, without the dot before it.
    pub const fn extension(self) -> &'static str {
        self.row().extension
    }

    /// Returns the media type of the format's files, as servers should send it.
    pub const fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// Returns the name of the file that cites a statement in this format, next to the statement's
    /// page. These names are published, so they never change.
    pub const fn citation_file(self) -> Option<&'static str> {
        self.row().citation_file
    }
}
