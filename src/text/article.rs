//! The words around the full text: its headings and links, and the shares of the text by origin.

use super::Sentence;
#[cfg(not(reader))]
use super::day_text;
#[cfg(not(reader))]
use crate::model::{CorrectedPart, Correction};
use crate::model::{Dossier, StatementIx, UnitIx};

/// The heading of the full text. It is not the article's headline, which may be missing.
pub const ARTICLE_TITLE: &str = "The full text, annotated";
/// The heading of the article beside the cards.
pub const FULL_TEXT: &str = "Full text";
/// The remark after that heading.
pub const NUMBERED: &str = "with the statements numbered";
/// The link from there to the page of the full text.
pub const OPEN: &str = "Open";
/// The button that closes the statement beside the text.
pub const CLOSE: &str = "Close";
/// The link from an open statement to its page.
pub const SEE_EVIDENCE: &str = "See the evidence";
/// The heading over the shares of the text.
pub const WHERE_WORDS_COME_FROM: &str = "Where the words come from";
/// The heading over the words that no source is given for.
pub const UNATTRIBUTED_WORDS: &str = "Unattributed words";

/// Returns the name of a statement by its number: `Statement 7`.
pub fn statement_number(ix: StatementIx) -> String {
    format!("Statement {}", ix.index() + 1)
}

/// Returns a statement's number and name: `Statement 7: accusation by Syrian official (unnamed)`.
pub fn statement_with_name(ix: StatementIx, name: &str) -> String {
    format!("Statement {}: {name}", ix.index() + 1)
}

/// Returns the name of a text unit: `Paragraph 2`, or `Dateline`.
pub fn paragraph(unit: UnitIx) -> String {
    unit.paragraph().map_or_else(|| "Dateline".to_owned(), |number| format!("Paragraph {number}"))
}

/// Returns the note on a page that shows only excerpts of the article.
pub fn excerpts_only(dossier: &Dossier) -> String {
    let holder = &dossier.article.rights.holder;
    format!("Excerpts only. The text belongs to {holder} and cannot be shown in full here.")
}

/// A share of the text, by where its words come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// In a statement.
    Statement,
    /// In a statement, and possibly without a source.
    Unclear,
    /// Outside the statements, and introducing one.
    Introduction,
    /// Without a source.
    Unattributed,
    /// Outside all of these.
    Other,
}

/// Returns the number of words with this share: `237 words are in statements`. `number` is the
/// number as the page shows it.
pub fn share<T>(share: Share, words: usize, number: T) -> Sentence<T> {
    let template = match (share, words) {
        (Share::Statement, 1) => "{} word is in a statement",
        (Share::Statement, _) => "{} words are in statements",
        (Share::Unclear, 1) => "{} is in a statement but may be unattributed",
        (Share::Unclear, _) => "{} are in statements but may be unattributed",
        (Share::Introduction, 1) => "{} introduces a source",
        (Share::Introduction, _) => "{} introduce a source",
        (Share::Unattributed, 1) => "{} is unattributed",
        (Share::Unattributed, _) => "{} are unattributed",
        (Share::Other, 1) => "{} is outside all of these",
        (Share::Other, _) => "{} are outside all of these",
    };
    Sentence::new(template, [number])
}

/// Returns the lead of a correction:
/// `Corrected 9 January 2026 (annotation; applies to the whole article):`.
#[cfg(not(reader))]
pub fn corrected(correction: &Correction) -> String {
    let part = match correction.of {
        CorrectedPart::Text => "article text",
        CorrectedPart::Annotation => "annotation",
    };
    let is_whole = correction.statements.is_empty();
    let scope = if is_whole { "; applies to the whole article" } else { "" };
    format!("Corrected {} ({part}{scope}):", day_text(correction.on))
}
