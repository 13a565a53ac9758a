//! A statement in a frame on another site.

/// Returns the link to the statement's page, below the statement.
pub fn see_in_context(site: &str) -> String {
    format!("See it in context, with the evidence – {site}")
}
