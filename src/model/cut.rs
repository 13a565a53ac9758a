//! What is known of a text of which only excerpts may be shown.
//!
//! A dossier whose rights allow no more holds the cut text and nothing else of the article: each
//! stretch that is left out is a [`GAP`] in it. What follows from the whole text (where quotation
//! marks stand, what its words count as) was derived before the cut, and is kept here.

use super::{Coverage, Quotations, Span};
use serde::{Deserialize, Serialize};

/// What stands in a cut text for words that are left out: three code points, apart from the words
/// beside it by a space.
pub const GAP: &str = "[…]";

/// What is known of a cut text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cut {
    /// The stretches that are shown, as places of the whole text: in reading order, with words
    /// between any two of one unit. The browser does not load them.
    pub shown: Vec<Span>,
    /// What stands in quotation marks, as places of the cut text: in reading order, none overlapping,
    /// no gap in them.
    pub quoted: Vec<Span>,
    /// What the words of the whole text count as; places are those of the cut text.
    pub coverage: Coverage,
}

impl Cut {
    /// The stretches in quotation marks, for so many units.
    pub(super) fn quotations(&self, units: usize) -> Quotations {
        let mut found = vec![Vec::new(); units];
        self.quoted.iter().for_each(|span| found[span.unit.index()].push(*span));
        Quotations::new(found)
    }
}
