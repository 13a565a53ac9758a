//! What an interpreted field rests on.

use super::Span;
use serde::{Deserialize, Serialize};

/// What a reading rests on: words of the article, a note of the annotator's, both, or neither.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Basis {
    /// The article's words for it, in the order the annotator gave them.
    pub evidence: Vec<Span>,
    /// The annotator's remark.
    pub note: Option<Box<str>>,
}

impl Basis {
    /// True where no words of the article are given: the page then says "our reading".
    pub fn is_our_reading(&self) -> bool {
        self.evidence.is_empty()
    }
}

/// A value that a person read out of the text, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading<T> {
    /// The value.
    pub value: T,
    /// What it rests on.
    pub basis: Basis,
}
