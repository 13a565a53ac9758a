//! The text of the article was updated.

/// The heading.
pub const HEADING: &str = "The text was updated";
/// What to do.
pub const WHAT: &str = "Paste the whole updated text. Statements move with their words. What needs a look is listed under Check \
    and can be undone.";
/// The label of the field.
pub const FIELD: &str = "The updated text";
/// The button.
pub const MOVE: &str = "Move the annotation";
/// The button that closes it.
pub const CANCEL: &str = "Cancel";
