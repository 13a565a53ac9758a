//! The formats in which a collection can be taken away. Each file is a start, its items with the same
//! text between any two, and an end: so a view is cut out of it by the items that it shows.

use super::Source;
use super::cite::{Cited, bibtex, cited, csl};
use super::table::{Cell, Row, rows};
use crate::model::StatementIx;
use crate::query::Collection;
use crate::text;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180), for spreadsheets.
    Csv,
    /// JSON (RFC 8259).
    Json,
    /// Markdown (CommonMark).
    Markdown,
    /// BibTeX; statements only.
    Bibtex,
    /// CSL-JSON; statements only.
    Csl,
}

/// A file, and where its items stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub text: String,
    /// For each item in the collection's plain order, the bytes `start..end` of the file.
    pub items: Vec<(usize, usize)>,
}

impl Format {
    /// All formats of a collection.
    pub fn of(collection: Collection) -> &'static [Self] {
        match collection {
            Collection::Statements => {
                &[Self::Csv, Self::Json, Self::Markdown, Self::Bibtex, Self::Csl]
            }
            Collection::Actors | Collection::Figures => &[Self::Csv, Self::Json, Self::Markdown],
        }
    }

    /// The ending of its files, without a dot before it.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Bibtex => "bib",
            Self::Csl => "csl.json",
        }
    }
}

/// A collection in each of its formats.
pub fn write(source: &Source<'_>, collection: Collection) -> Vec<(Format, Written)> {
    let rows = rows(source, collection);
    let cited: Vec<Cited> = match collection {
        Collection::Statements => {
            (0..rows.len()).map(|ix| cited(source, StatementIx::from(ix))).collect()
        }
        Collection::Actors | Collection::Figures => Vec::new(),
    };
    let written = |format| match format {
        Format::Csv => {
            let header = rows.first().map_or_else(String::new, |row| {
                let names = row.cells.iter().map(|(name, _)| *name);
                names.collect::<Vec<_>>().join(",") + "\r\n"
            });
            // Without the mark, spreadsheets take the file for a text in the system's old encoding.
            let start = format!("\u{FEFF}{header}");
            joined(&start, rows.iter().map(csv), "", "")
        }
        Format::Json => joined("[\n", rows.iter().map(json), ",\n", "\n]\n"),
        Format::Markdown => {
            let start = markdown_start(source, collection);
            joined(&start, rows.iter().map(|row| markdown(row, collection)), "\n", "")
        }
        Format::Bibtex => joined("", cited.iter().map(bibtex), "\n", ""),
        Format::Csl => {
            let items = cited.iter().map(|cited| format!("{:#}", csl(cited)));
            joined("[\n", items, ",\n", "\n]\n")
        }
    };
    Format::of(collection).iter().map(|format| (*format, written(*format))).collect()
}

fn joined(start: &str, items: impl Iterator<Item = String>, between: &str, end: &str) -> Written {
    let mut text = start.to_owned();
    let mut places: Vec<(usize, usize)> = Vec::new();
    for item in items {
        if !places.is_empty() {
            text.push_str(between);
        }
        let from = text.len();
        text.push_str(&item);
        places.push((from, text.len()));
    }
    text.push_str(end);
    Written { text, items: places }
}

/// A record with its line end.
fn csv(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(|(_, cell)| csv_cell(cell)).collect();
    cells.join(",") + "\r\n"
}

/// A cell in quotation marks where it needs them. A text that a spreadsheet would run as a formula
/// gets an apostrophe before it, which spreadsheets take for "this is a text".
fn csv_cell(cell: &Cell) -> String {
    let text = cell.text();
    let first = text.trim_start().chars().next().unwrap_or_default();
    let is_formula = matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
        || text.starts_with(['\t', '\r', '\n']);
    let text = match cell {
        Cell::Text(_) | Cell::List(_) if is_formula => format!("'{text}"),
        _ => text,
    };
    if text.contains(['"', ',', ';', '\r', '\n', '\t']) || text.trim() != text {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

fn json(row: &Row) -> String {
    use serde_json::{Map, Value};
    let value = |cell: &Cell| match cell {
        Cell::Unknown => Value::Null,
        Cell::Text(text) => text.as_str().into(),
        // Numbers come from numbers.
        Cell::Number(number) => number.parse().map_or(Value::Null, Value::Number),
        Cell::List(items) => items.clone().into(),
    };
    let fields = row.cells.iter().map(|(name, cell)| ((*name).to_owned(), value(cell)));
    format!("{:#}", Value::Object(fields.collect::<Map<_, _>>()))
}

/// What a Markdown file begins with. The dossier's title is the annotator's, and said to be.
fn markdown_start(source: &Source<'_>, collection: Collection) -> String {
    let dossier = &source.prepared.dossier;
    format!(
        "# {} in: {}\n\nTitle by the annotator, {}. Article: {}. Quotation marks are the \
         article’s own.\n\n",
        text::collection_name(collection),
        marked_down(&dossier.title),
        marked_down(&dossier.annotation.by),
        marked_down(&text::byline(dossier)),
    )
}

fn markdown(row: &Row, collection: Collection) -> String {
    let cell = |name| marked_down(&row.cell(name).text());
    let link = row.cell("link").text();
    let number = row.cell("number").text();
    match collection {
        Collection::Statements => format!(
            "## {number}. {} by {}\n\n> {}\n\nWording: {}. <{link}>\n",
            text::capital(&cell("kind").replace("\\_", " ")),
            cell("source"),
            cell("attributed"),
            cell("wording"),
        ),
        Collection::Actors => format!(
            "## {number}. {}\n\n{}; statements made: {}, passed on: {}, spoken of in: {}. <{link}>\n",
            cell("name"),
            text::capital(&cell("kind").replace("\\_", " ")),
            cell("statements"),
            cell("passed_on"),
            cell("spoken_of"),
        ),
        Collection::Figures => format!(
            "## {number}. {}: {}\n\n> {}\n\n<{link}>\n",
            cell("words"),
            cell("counted_words"),
            cell("attributed"),
        ),
    }
}

/// A text in which nothing is markup, on one line.
fn marked_down(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            c if c.is_ascii_punctuation() && !".,;:'\"()?!/%-".contains(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_need_it_and_never_run() {
        let check = |text: &str, expected: &str| {
            assert_eq!(csv_cell(&Cell::Text(text.to_owned())), expected, "{text:?}");
        };
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("say \"x\"", "\"say \"\"x\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("=1+1", "'=1+1");
        check("  @SUM(A1)", "'  @SUM(A1)");
        check("-2", "'-2");
        check("＝1", "'＝1");
        check("\tx", "\"'\tx\"");
        assert_eq!(csv_cell(&Cell::Number("-2".to_owned())), "-2");
        assert_eq!(csv_cell(&Cell::List(vec!["+a".to_owned(), "b".to_owned()])), "\"'+a; b\"");
        assert_eq!(csv_cell(&Cell::Unknown), "");
    }

    #[test]
    fn no_text_is_markup() {
        assert_eq!(
            marked_down("*a* [b](c) <d> `e` #f\ng_h"),
            "\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\#f g\\_h"
        );
    }
}
