//! The words of exported files.
//!
//! Arguments are already escaped for their format, so the words here must need no escaping: no
//! markup and no line breaks.

use super::NAME;

/// Describes an article without a headline in citations, where its title would be.
pub const NO_HEADLINE: &str = "news report without a headline";

/// Returns where a statement can be read: `Statement 7 of 11, On Record, https://…`. The number
/// counts from 1.
pub fn cited_place((number, of): (usize, usize), link: &str) -> String {
    format!("Statement {number} of {of}, {NAME}, {link}")
}

/// Returns the note of a citation: where the statement can be read, and its words.
pub fn cited_note((number, of): (usize, usize), link: &str, attributed: &str) -> String {
    format!("Statement {number} of {of} ({NAME}, {link}). {attributed}")
}

/// Returns the heading of a file that lists a collection.
pub fn exported_heading(collection: &str, title: &str) -> String {
    format!("{collection} in: {title}")
}

/// Returns the remark below the heading: who wrote the title, and which article the file is
/// about.
pub fn exported_remark(annotator: &str, byline: &str) -> String {
    format!(
        "Title by the annotator, {annotator}. Article: {byline}. All quotation marks are the \
         article’s."
    )
}

/// Returns the heading of a statement: `Accusation by Syrian official (unnamed)`.
pub fn exported_statement(kind: &str, source: &str) -> String {
    format!("{kind} by {source}")
}

/// Returns what an actor is, and in how many statements it has each part.
pub fn exported_actor(kind: &str, [made, via, about]: [&str; 3]) -> String {
    format!(
        "{kind}. Statements made: {made}; issued or cited for others: {via}; about this actor: \
         {about}."
    )
}

/// Returns the heading of a figure: `460: square kilometres`.
pub fn exported_figure(words: &str, counted: &str) -> String {
    format!("{words}: {counted}")
}

/// Returns the label of a dossier's annotations.
pub fn annotations_label(byline: &str) -> String {
    format!("Statements in: {byline}")
}
