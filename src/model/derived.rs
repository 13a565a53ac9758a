//! What follows from the whole text and was derived already.
//!
//! Of a cut text it cannot be derived again; and the browser derives none of it, for that would cost
//! every reader more than the answer does.

use super::{Coverage, Quotations, Span};
use serde::{Deserialize, Serialize};

/// What stands in a cut text for words that are left out: three code points, apart from the words
/// beside it by a space.
pub const GAP: &str = "[…]";

/// What was derived from the whole text, as places of the text that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Known {
    /// What stands in quotation marks: in reading order, none overlapping, no gap in them.
    pub quoted: Vec<Span>,
    /// What the words of the whole text count as.
    pub coverage: Coverage,
}

impl Known {
    /// The stretches in quotation marks, for so many units.
    pub(super) fn quotations(&self, units: usize) -> Quotations {
        let mut found = vec![Vec::new(); units];
        self.quoted.iter().for_each(|span| found[span.unit.index()].push(*span));
        Quotations::new(found)
    }
}
