//! The text of the article was updated.

/// The heading.
pub const HEADING: &str = "The text was updated";
/// What to do.
pub const WHAT: &str = "Paste the whole updated text. Statements move with their words. Words that changed \
    are listed for you to look at, and what is new gets suggestions. You can undo it.";
/// What becomes of a text that is in a file of its own.
pub fn text_file(name: &str) -> String {
    format!(
        "The present text is in the file {name}. The updated text is kept in the dossier instead, so that both are saved together."
    )
}
/// The label of the field.
pub const FIELD: &str = "The updated text";
/// The button.
pub const MOVE: &str = "Move the annotation";
/// The button that closes it.
pub const CANCEL: &str = "Cancel";
/// The heading of the list of words that changed.
pub const CHANGED: &str = "Changed with the text";
/// Before the words in the old text.
pub const WAS: &str = "Before:";
/// Before the words in the new text.
pub const NOW: &str = "Now:";
/// Said if they are gone.
pub const GONE: &str = "The words are gone from the text.";
/// The button that takes an entry off the list.
pub const LOOKED_AT: &str = "Looked at";
