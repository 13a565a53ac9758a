//! The page for an address that has no page.

/// The heading.
pub const HEADING: &str = "Page not found";
/// What the reader can do.
pub const ADVICE: &str =
    "Check the address for a typing error, or start from the home page of this site.";
/// The link to the first page.
pub const HOME: &str = "Go to the home page";
