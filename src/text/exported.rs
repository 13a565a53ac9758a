//! The words of exported files.
//!
//! Arguments are already escaped for their format, so the words here must need no escaping: no
//! markup and no line breaks.

use super::{Label, day_text};
use crate::model::{Day, Kind};

/// Describes an article in citations, in place of a headline that the dossier does not have. The
/// article itself may have one.
pub const NO_HEADLINE: &str = "news report";

/// Says where a statement can be read: `Statement 7 of 11, via On Record: https://…`. The number is
/// 1-based.
pub fn cited_place((number, of): (usize, usize), site: &str, link: &str) -> String {
    format!("Statement {number} of {of}, via {site}: {link}")
}

/// Returns the note of a citation: where the statement can be read, and its words.
pub fn cited_note(
    (number, of): (usize, usize),
    site: &str,
    link: &str,
    attributed: &str,
) -> String {
    format!("Statement {number} of {of} ({site}, {link}). {attributed}")
}

/// Returns where a copy of the article is archived: `Archived 7 January 2026: https://…`.
pub fn cited_archive((address, on): (&str, Day)) -> String {
    format!("Archived {}: {address}", day_text(on))
}

/// Returns the heading of a file that lists a collection.
pub fn exported_heading(collection: &str, title: &str) -> String {
    format!("{collection} in: {title}")
}

/// Returns the remark below the heading: who wrote the title, which article the file is about, and
/// whose the marks in it are.
pub fn exported_remark(annotator: &str, byline: &str) -> String {
    format!(
        "Title by the annotator, {annotator}. Article: {byline}. Quotation marks in statements are \
         the article’s. Words in square brackets are the annotator’s: they name the source or \
         say what the words before them refer to. The mark […] stands for omitted words."
    )
}

/// Returns the heading of a statement: `Accusation by Syrian official (unnamed)`.
pub fn exported_statement(kind: &str, source: &str) -> String {
    if kind == Kind::NotClassified.label() {
        return format!("Statement by {source}");
    }
    if kind == Kind::DeclinedComment.label() {
        return format!("{kind}: {source}");
    }
    format!("{kind} by {source}")
}

/// Returns the words before a translation: `Translation (en) by Ada Reader:`.
pub fn exported_translation(language: &str, by: &str) -> String {
    format!("Translation ({language}) by {by}:")
}

/// Returns the kind of an actor, and the numbers of statements that it made, passed on and is the
/// subject of.
pub fn exported_actor(kind: &str, [made, via, about]: [&str; 3]) -> String {
    format!("{kind}. Statements made: {made}; passed on: {via}; about this actor: {about}.")
}

/// Returns the label of a dossier's annotations.
pub fn annotations_label(byline: &str) -> String {
    format!("Statements in: {byline}")
}
