//! The JSON of a published dossier: the wire structs with resolved quotes, and derived values.

use super::wire::{Dossier, ResolvedQuote};
use crate::model::Assumed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A dossier as a site publishes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The address of this file's schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The dossier. Each quote has its offsets.
    pub dossier: Dossier<ResolvedQuote>,
    /// Values derived from the dossier, for convenience. The loader ignores them and derives them
    /// again.
    pub derived: Derived,
    /// By statement id: the fields that the annotator left out. Their values in the dossier were
    /// derived.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assumed: BTreeMap<String, Vec<Assumed>>,
    /// The excerpts, if the rights do not allow the whole text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpts: Option<Excerpts>,
}

/// The excerpts that are shown, and data about the whole text. In the dossier, `[…]` replaces
/// each withheld passage, and quotes of withheld words refer to that mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excerpts {
    /// The passages that are shown, in reading order, with their offsets in the whole text.
    pub shown: Vec<Stretch>,
    /// The passages in quotation marks, in reading order, with their offsets in this file's text.
    pub quoted: Vec<Stretch>,
    /// The coverage of the whole text, in reading order.
    pub coverage: Vec<Counted>,
}

/// A passage of one text unit. Offsets count Unicode code points from 0; the range is half-open.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The text unit: 0 for the dateline, 1 for the first paragraph.
    #[serde(rename = "in")]
    pub unit: u64,
    /// The first code point.
    pub start: u64,
    /// One past the last code point.
    pub end: u64,
}

/// Consecutive words with the same status. Without a further field, nothing accounts for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Their position in this file's text.
    pub at: Stretch,
    /// Number of words.
    pub words: u64,
    /// The id of the statement that they belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// The id of the statement that they are evidence for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The position of their background entry in the dossier's list, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<u64>,
}

/// Values derived from a dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// By statement id.
    pub statements: BTreeMap<String, DerivedStatement>,
    /// By actor id.
    pub actors: BTreeMap<String, DerivedActor>,
    /// By topic id.
    pub topics: BTreeMap<String, DerivedTopic>,
    /// By date in EDTF: the days that it includes.
    pub dates: BTreeMap<String, DerivedDate>,
    /// How many words of the text the annotation accounts for.
    pub coverage: DerivedCoverage,
}

/// Values derived from a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedStatement {
    /// Its number in article order, from 1.
    pub number: u64,
    /// `direct`, `mixed` or `indirect`.
    pub directness: String,
    /// Number of words of its content.
    pub words: u64,
    /// Number of those words in quotation marks.
    pub quoted_words: u64,
    /// True if it has more than one speaker.
    pub joint: bool,
    /// True if the source is unnamed.
    pub unnamed: bool,
    /// The ids of the parties whose account it is part of.
    pub parties: Vec<String>,
    /// The ids of the figures in it.
    pub figures: Vec<String>,
}

/// Values derived for an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedActor {
    /// Number of statements that it makes.
    pub speaks: u64,
    /// Number of chains in which it is a hop, except as the outlet.
    pub relays: u64,
    /// Number of statements about it.
    pub about: u64,
    /// The id of the party whose account its statements are part of.
    pub party: Option<String>,
}

/// Values derived for a topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedTopic {
    /// The ids of the parties with a statement on it.
    pub parties: Vec<String>,
}

/// The days that a date includes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedDate {
    /// The first day, as YYYY-MM-DD. Null if it is open or unknown.
    pub first: Option<String>,
    /// The last day, as YYYY-MM-DD. Null if it is open or unknown.
    pub last: Option<String>,
}

/// Numbers of words by what accounts for them. Each word is counted once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedCoverage {
    /// All words of the article.
    pub words: u64,
    /// Words of a statement's source, cue or content.
    pub statements: u64,
    /// Words that are evidence for how a statement reached the article or how its source is named.
    pub evidence: u64,
    /// Words of background.
    pub background: u64,
}
