//! The article: its text and the facts of its publication.

use super::{ActorIx, Day, Precomputed, Quotations, Span, Unit, UnitIx, Voice};
#[cfg(not(reader))]
use super::{Convention, InDoubt, sentence_ends};
use serde::{Deserialize, Serialize};

/// The placeholder in a cut text for words left out: three code points, separated by spaces from
/// the words around it.
pub const GAP: &str = "[…]";

/// A published article with its text unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The publisher, which is the implied last hop of every chain.
    pub outlet: ActorIx,
    /// The outlet's headline, if the text has one.
    pub headline: Option<Box<str>>,
    /// The day of publication.
    pub published: Day,
    /// BCP 47 language tag of the text.
    pub language: Box<str>,
    /// True if the language is written from right to left.
    pub is_rtl: bool,
    /// The article's web address, if known.
    pub address: Option<Box<str>>,
    /// A copy of the article in a web archive. Not in data files.
    #[cfg(not(reader))]
    #[serde(skip)]
    pub archived: Option<Archived>,
    /// The rights to the text.
    pub rights: Rights,
    /// The dateline, followed by the paragraphs. An article without a dateline has an empty one.
    pub units: Vec<Unit>,
    /// Words in quotation marks that are titles or names, not speech.
    #[serde(skip)]
    pub quoted_titles: Vec<Span>,
    /// True if straight single quotation marks are quotation marks too. Not in data files.
    #[cfg(not(reader))]
    #[serde(skip)]
    pub single_quotes: bool,
    /// In a cut article, the parts that are shown, as spans of the whole text: in reading order,
    /// with words left out between any two in the same unit. Empty if the text is shown in full.
    pub shown: Vec<Span>,
    /// Data derived from the whole text. Empty until the text is cut or sent to the browser.
    pub precomputed: Precomputed,
}

/// A copy of an article in a web archive.
#[cfg(not(reader))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// The web address of the copy.
    pub address: Box<str>,
    /// The day on which the copy was made.
    pub on: Day,
}

/// The rights to an article's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    /// The rights holder.
    pub holder: Box<str>,
    /// The notice shown to readers.
    #[serde(skip)]
    pub notice: Box<str>,
}

/// Unattributed words of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Background {
    /// The words.
    pub words: Vec<Span>,
    /// The voice that they are in.
    pub voice: Voice,
    /// The reason for listing them as background.
    pub why: Option<Box<str>>,
}

impl Article {
    /// Returns the text unit at a position.
    pub fn unit(&self, unit: UnitIx) -> &Unit {
        &self.units[unit.index()]
    }

    /// Returns the text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.unit(span.unit).slice(span.start, span.end)
    }

    /// Returns the text in quotation marks of every unit, without quoted titles.
    pub fn quotations(&self) -> Quotations {
        #[cfg(not(reader))]
        if !self.is_precomputed() {
            return Quotations::find(&self.units, &self.quoted_titles, self.convention());
        }
        self.precomputed.quotations(self.units.len())
    }

    /// Returns how the article marks its quotations.
    #[cfg(not(reader))]
    pub fn convention(&self) -> Convention<'_> {
        Convention { language: &self.language, single_quotes: self.single_quotes }
    }

    /// Returns true if the text was cut: the units contain only excerpts and gaps.
    pub const fn is_cut(&self) -> bool {
        !self.shown.is_empty()
    }

    /// Returns the ends of the sentences of a unit, as code points. A full stop in doubt ends none.
    #[cfg(not(reader))]
    pub fn sentence_ends(&self, unit: UnitIx) -> Vec<u32> {
        sentence_ends(self.unit(unit), &self.language, InDoubt::Join)
    }

    /// Returns true if `precomputed` has been filled.
    #[cfg(not(reader))]
    pub(super) const fn is_precomputed(&self) -> bool {
        self.is_cut() || !self.precomputed.coverage.runs.is_empty()
    }
}
