//! A statement in a frame on another site.

use crate::model::Dossier;
use crate::text::{NAME, Sentence, byline};

/// A part of the line below the statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FootSlot {
    /// The outlet and the date.
    Byline(String),
    /// The link to the statement's page, with its words.
    Page(String),
}

/// Returns the line below the statement: where it appeared, and the link to its page.
pub fn foot(dossier: &Dossier) -> Sentence<FootSlot> {
    let page = format!("See it in context, with the evidence – {NAME}");
    Sentence::new("{}. {}", [FootSlot::Byline(byline(dossier)), FootSlot::Page(page)])
}
