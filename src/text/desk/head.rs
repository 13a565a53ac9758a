//! The row at the top: title, saved state, progress, and what can be done with the whole dossier.

use crate::annotate::{EditName, Totals};
use crate::text::count;

/// The name of the row for people who hear it.
pub const TOOLS: &str = "Dossier";
/// The title of a dossier that has none.
pub const UNTITLED: &str = "Untitled";
/// The button that changes title, date and other details.
pub const EDIT_DETAILS: &str = "Edit title and details";
/// The button that takes the last edit back.
pub const UNDO: &str = "Undo";
/// The button that makes it again.
pub const REDO: &str = "Redo";
/// The button that shows the pages that readers will see.
pub const PREVIEW: &str = "Preview";
/// The button that leads back from it.
pub const BACK: &str = "Back to the text";
/// The button that saves the file on the person's computer.
pub const DOWNLOAD: &str = "Download";
/// The skip link.
pub const SKIP: &str = "Skip to the article";

/// Says how much is accounted for: "126 of 294 words · 3 other".
pub fn progress(totals: Totals) -> String {
    let Totals { words, accounted, .. } = totals;
    format!("{accounted} of {}", count(words, "word", "words"))
}

/// Says it for people who hear it.
pub fn progress_in_full(totals: Totals) -> String {
    format!(
        "{} of {} accounted for, {} suggested",
        totals.accounted,
        count(totals.words, "word", "words"),
        totals.suggested
    )
}

/// Says how many edits there were since the last download.
pub fn unsaved(edits: usize) -> String {
    match edits {
        0 => "no changes since the last time".to_owned(),
        _ => format!("{} since the last time", count(edits, "change", "changes")),
    }
}

/// Describes the button of the download.
pub fn download(edits: usize) -> String {
    format!("{DOWNLOAD}, {}", unsaved(edits))
}

/// Names an edit in a title or a message: "statement", "speaker".
pub fn edit(name: EditName) -> &'static str {
    match name {
        EditName::Accept => "accept the suggestion",
        EditName::Reject => "dismiss the suggestion",
        EditName::Restore => "suggest it again",
        EditName::NewStatement => "new statement",
        EditName::Words(_) => "change of words",
        EditName::Speakers => "speaker",
        EditName::Antecedent => "fuller words",
        EditName::Chain => "chain",
        EditName::SameSource => "same source",
        EditName::Without => "left empty",
        EditName::Kind => "type",
        EditName::Channel => "channel",
        EditName::Identification => "identification",
        EditName::SaidOn => "day of the statement",
        EditName::Dates => "dates",
        EditName::Topics => "topics",
        EditName::About => "about",
        EditName::Gist => "summary",
        EditName::Note => "note",
        EditName::StatementDraft => "draft or finished",
        EditName::RemoveStatement => "remove the statement",
        EditName::Background => "reporter’s own words",
        EditName::RemoveBackground => "no longer the reporter’s own",
        EditName::QuotedTitle => "title in quotation marks",
        EditName::SingleQuotes => "single quotation marks",
        EditName::NewFigure | EditName::Figure => "number",
        EditName::RemoveFigure => "remove the number",
        EditName::AddActor => "new name",
        EditName::Actor => "change of a name",
        EditName::MergeActors => "merge names",
        EditName::SplitActor => "split a name",
        EditName::RemoveActor => "remove a name",
        EditName::Article(_) => "details of the article",
        EditName::Show => "how much can be shown",
        EditName::MoveFirstLine => "first line",
        EditName::Draft => "draft or finished",
        EditName::Fix => "fix",
        EditName::Retext => "updated text",
        EditName::Reviewed => "looked at",
    }
}

/// Names the button Undo or Redo in full: "Undo: speaker".
pub fn with_edit(button: &str, name: Option<EditName>) -> String {
    match name {
        Some(name) => format!("{button}: {}", edit(name)),
        None => button.to_owned(),
    }
}
