//! Data derived from the whole text before the text was cut or sent to the browser.
//!
//! It cannot be derived again from a cut text. The browser could derive it from a full text, but
//! the code for that is larger than the data.

use super::{Coverage, Quotations, Span};
use serde::{Deserialize, Serialize};

/// Data derived from the whole text. Its spans are positions in the text as shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Precomputed {
    /// The text in quotation marks: in reading order, without overlaps and without gaps.
    pub quoted: Vec<Span>,
    /// The coverage of the whole text.
    pub coverage: Coverage,
    /// The ends of the sentences of each unit, as code points. Empty until the text is sent to the
    /// browser.
    pub sentences: Vec<Vec<u32>>,
}

impl Precomputed {
    /// Returns the text in quotation marks, for an article with the given number of units.
    pub(super) fn quotations(&self, units: usize) -> Quotations {
        let mut by_unit = vec![Vec::new(); units];
        self.quoted.iter().for_each(|span| by_unit[span.unit.index()].push(*span));
        Quotations::new(by_unit)
    }
}
