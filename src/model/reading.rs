//! Readings: values that the annotator interpreted, each with its basis.

use super::Span;
use serde::{Deserialize, Serialize};

/// The basis of a reading: words of the article, a note by the annotator, both, or neither.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Basis {
    /// The article's words that support the reading, in the annotator's order.
    pub evidence: Vec<Span>,
    /// The annotator's note.
    pub note: Option<Box<str>>,
}

impl Basis {
    /// Returns true if no words of the article support the reading. Pages then mark it as inferred.
    pub fn is_inferred(&self) -> bool {
        self.evidence.is_empty()
    }
}

/// A value that the annotator read out of the text, and its basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading<T> {
    /// The value.
    pub value: T,
    /// The evidence and note for it.
    pub basis: Basis,
}
