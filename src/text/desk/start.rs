//! The start: pasting, opening and dropping.

use crate::annotate::OpenError;

/// The heading.
pub const HEADING: &str = "Annotate an article";
/// What happens here.
pub const WHAT: &str = "Paste the article. Rules suggest who said what; you accept, correct, and say who is speaking. Nothing \
    leaves your computer.";
/// The label of the field.
pub const PASTE: &str = "The article’s text";
/// What to put into it.
pub const PASTE_HELP: &str =
    "Headline, dateline and paragraphs. A blank line or a line break ends a paragraph.";
/// The button that begins.
pub const BEGIN: &str = "Begin";
/// The heading of the other ways.
pub const OR_OPEN: &str = "Or open a file";
/// The button that opens a file.
pub const OPEN: &str = "Open a file…";
/// The label of the field for files.
pub const FILES: &str = "File to open";
/// What can be opened.
pub const OPEN_HELP: &str = "A text (.txt), a dossier (.json), or a file of brat, INCEpTION, Label Studio or a web annotation \
    tool. You can also drop it anywhere on this page.";
/// Said if a file could not be read by the browser.
pub const UNREADABLE: &str = "The browser could not read the file.";

/// Says why something could not be opened, and what to do.
pub fn cannot_open(error: &OpenError) -> String {
    match error {
        OpenError::TooLarge { bytes, max } => format!(
            "This is too large: {:.1} MB. Open one article at a time, up to {:.0} MB.",
            *bytes as f64 / 1e6,
            *max as f64 / 1e6
        ),
        OpenError::NoWords => "There are no words in it. Paste the text of the article.".to_owned(),
        OpenError::NotText => {
            "The file is not text in UTF-8. Save it as UTF-8 and open it again.".to_owned()
        }
        OpenError::NotJson { line, message } => {
            format!(
                "The file is not valid JSON: line {line}, {message}. Correct it in a text editor."
            )
        }
        OpenError::NotADossier => {
            "The file is JSON, but not a dossier and not a format that can be imported.".to_owned()
        }
        OpenError::Import(message) => format!("The file could not be imported: {message}."),
    }
}
