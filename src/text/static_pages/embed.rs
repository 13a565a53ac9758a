//! A statement in a frame on another site.

use crate::text::NAME;

/// Returns the link to the statement's page, below the statement.
pub fn see_in_context() -> String {
    format!("See it in context, with the evidence – {NAME}")
}
