//! A writer for each export format.
//!
//! Each file consists of a start, the items with the same separator between any two, and an end. A
//! filtered view can therefore be cut out of the file by the byte ranges of the items that it
//! shows.

mod bibtex;
mod csl;
mod csv;
mod json;
mod markdown;
mod ris;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use csl::csl_article;

use super::Source;
use super::cite::{Cited, cited};
use super::table::{Row, row, rows};
use crate::format::Format;
use crate::model::StatementIx;
use crate::query::Collection;

/// The items of a file, ready to be written in any of the collection's formats.
pub struct Listing<'s> {
    source: Source<'s>,
    collection: Collection,
    rows: Vec<Row>,
    /// Citations of the statements; empty for other collections.
    cited: Vec<Cited>,
}

/// An exported file, with the positions of its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text of the file.
    pub text: String,
    /// For each item, in the listing's order, its bytes `start..end` in the text.
    pub items: Vec<(usize, usize)>,
}

impl<'s> Listing<'s> {
    /// Lists all items of a collection, in article order.
    pub fn of(source: Source<'s>, collection: Collection) -> Self {
        let rows = rows(&source, collection);
        let cited = match collection {
            Collection::Statements => {
                (0..rows.len()).map(|ix| cited(&source, StatementIx::from(ix))).collect()
            }
            Collection::Actors | Collection::Figures => Vec::new(),
        };
        Self { source, collection, rows, cited }
    }

    /// Lists one statement.
    pub fn of_statement(source: Source<'s>, ix: StatementIx) -> Self {
        Self {
            source,
            collection: Collection::Statements,
            rows: vec![row(&source, ix)],
            cited: vec![cited(&source, ix)],
        }
    }

    /// Writes the file in a format.
    pub fn write(&self, format: Format) -> Written {
        let Self { source, collection, rows, cited } = self;
        match format {
            Format::Csv => csv::write(rows),
            Format::Json => json::write(rows),
            Format::Markdown => markdown::write(source, *collection, rows),
            Format::Bibtex => bibtex::write(cited),
            Format::Csl => csl::write(cited),
            Format::Ris => ris::write(cited),
        }
    }
}

impl Written {
    fn join(start: &str, items: impl Iterator<Item = String>, between: &str, end: &str) -> Self {
        let mut text = start.to_owned();
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for item in items {
            if !ranges.is_empty() {
                text.push_str(between);
            }
            let from = text.len();
            text.push_str(&item);
            ranges.push((from, text.len()));
        }
        text.push_str(end);
        Self { text, items: ranges }
    }
}
