//! The article: its text and what is known of its publication.

use super::{ActorIx, Cut, Day, Quotations, Span, Unit, UnitIx, Voice, quotations};
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
    /// Where only excerpts of the text may be shown: the units hold no other word of it.
    pub cut: Option<Cut>,
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
        match &self.cut {
            None => quotations(&self.units, &self.quoted_titles),
            Some(cut) => cut.quotations(self.units.len()),
        }
    }
}
