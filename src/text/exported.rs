//! The words of exported files, and the names of their formats.
//!
//! Arguments come in escaped for the format that the words are for, so the words themselves must
//! not need escaping: no markup, no line breaks.

use crate::format::Format;
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

/// What a format is for, and its name.
const fn format_words(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Csv => ("Spreadsheet", "CSV"),
        Format::Json => ("Data", "JSON"),
        Format::Markdown => ("Text", "Markdown"),
        Format::Bibtex => ("Citations", "BibTeX"),
        Format::Csl => ("Citations", "CSL-JSON"),
        Format::Ris => ("Citations", "RIS"),
    }
}

/// Returns the name of a format: `CSV`.
pub const fn format_name(format: Format) -> &'static str {
    format_words(format).1
}

/// Returns the label of a format in a menu: `Spreadsheet (CSV)`.
pub fn format_label(format: Format) -> String {
    let (purpose, name) = format_words(format);
    [purpose, " (", name, ")"].concat()
}

/// Files are exported only where the site is built.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use crate::text::NAME;

    /// Describes an article without a headline in citations, where its title would be.
    pub const NO_HEADLINE: &str = "news report without a headline";

    /// Where a statement can be read: `Statement 7 of 11, On Record, https://…`. The number counts
    /// from 1.
    pub fn cited_place((number, of): (usize, usize), link: &str) -> String {
        format!("Statement {number} of {of}, {NAME}, {link}")
    }

    /// The note of a citation: where the statement can be read, and its words.
    pub fn cited_note(number: (usize, usize), link: &str, attributed: &str) -> String {
        format!("{}. {attributed}", cited_place(number, link))
    }

    /// The heading of a file that lists a collection.
    pub fn exported_heading(collection: &str, title: &str) -> String {
        format!("{collection} in: {title}")
    }

    /// The remark below the heading: who wrote the title, and which article the file is about.
    pub fn exported_remark(annotator: &str, byline: &str) -> String {
        format!(
            "Title by the annotator, {annotator}. Article: {byline}. All quotation marks are the \
             article’s."
        )
    }

    /// The heading of a statement: `Accusation by Syrian official (unnamed)`.
    pub fn exported_statement(kind: &str, source: &str) -> String {
        format!("{kind} by {source}")
    }

    /// What an actor is, and how often it occurs.
    pub fn exported_actor(kind: &str, [made, via, about]: [&str; 3]) -> String {
        format!(
            "{kind}. Statements made: {made}; issued or cited for others: {via}; about this actor: \
             {about}."
        )
    }

    /// The heading of a figure: `460: square kilometres`.
    pub fn exported_figure(words: &str, counted: &str) -> String {
        format!("{words}: {counted}")
    }

    /// The label of a dossier's annotations.
    pub fn annotations_label(byline: &str) -> String {
        format!("Statements in: {byline}")
    }
}
