//! The article: its text and what is known of its publication.

use super::{ActorIx, Day, Known, Quotations, Span, Unit, UnitIx, Voice};
use serde::{Deserialize, Serialize};

/// A published article, its text untouched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Who published it: the last hop of every chain.
    pub outlet: ActorIx,
    /// The outlet's headline, where the text has one.
    pub headline: Option<Box<str>>,
    /// The day of publication.
    pub published: Day,
    /// BCP 47 language tag of the text.
    pub language: Box<str>,
    /// The article's web address, where it is known.
    pub address: Option<Box<str>>,
    /// Who holds the text.
    pub rights: Rights,
    /// The dateline line, then the paragraphs.
    pub units: Vec<Unit>,
    /// Words in quotation marks that are titles or names, not speech.
    pub quoted_titles: Vec<Span>,
    /// Where only excerpts of the text may be shown, these, as places of the whole text: in reading
    /// order, with words between any two of one unit. Empty where all of it is shown.
    pub shown: Vec<Span>,
    /// What follows from the whole text: in a cut one, and in what the browser loads.
    pub known: Known,
}

/// Who holds the text, and what may be shown of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    /// The holder.
    pub holder: Box<str>,
    /// What the reader is told.
    pub notice: Box<str>,
}

/// Words of the article that no source is given for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Background {
    /// The words.
    pub words: Vec<Span>,
    /// Whose voice they are in.
    pub voice: Voice,
    /// Why they count as background.
    pub why: Box<str>,
}

impl Article {
    /// The text unit.
    pub fn unit(&self, unit: UnitIx) -> &Unit {
        &self.units[unit.index()]
    }

    /// The words of a span.
    pub fn text(&self, span: Span) -> &str {
        self.unit(span.unit).slice(span.start, span.end)
    }

    /// The stretches in quotation marks of every unit, quoted titles left out.
    pub fn quotations(&self) -> Quotations {
        #[cfg(not(target_arch = "wasm32"))]
        if !self.is_known() {
            return super::quotations(&self.units, &self.quoted_titles);
        }
        self.known.quotations(self.units.len())
    }

    /// True where only excerpts of the text may be shown: the units hold no other word of it.
    pub const fn is_cut(&self) -> bool {
        !self.shown.is_empty()
    }

    /// True where what follows from the whole text was derived already.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) const fn is_known(&self) -> bool {
        self.is_cut() || !self.known.coverage.runs.is_empty()
    }
}
