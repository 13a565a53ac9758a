//! The preview: the pages that readers will see.

/// The heading.
pub const HEADING: &str = "Preview";
/// What it is.
pub const WHAT: &str =
    "These are the pages that readers will see. Links to other pages work only on the site.";
/// Shown while the dossier has errors.
pub const HAS_ERRORS: &str = "The preview needs a dossier without errors. Fix the problems first.";
/// Shown if there is no statement.
pub const NO_STATEMENTS: &str = "There are no statements yet.";
/// The link back to the list.
pub const ALL: &str = "All statements";
