//! The JSON of a published dossier: the wire structs with every span resolved, and what is derived.

use super::wire::{Dossier, ResolvedQuote};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A dossier as the bundle publishes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Where the schema of this file is.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The dossier, every quote with its offsets.
    pub dossier: Dossier<ResolvedQuote>,
    /// What follows from the dossier. Readers need not derive it; loaders derive it anew.
    pub derived: Derived,
    /// Where only excerpts of the text may be shown: what is known of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpts: Option<Excerpts>,
}

/// What is known of a text of which only excerpts are shown. In the dossier's text `[…]` stands for
/// what is left out, and a quote of words that are left out is of that mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excerpts {
    /// The stretches that are shown, in reading order, as places of the whole text.
    pub shown: Vec<Stretch>,
    /// What stands in quotation marks, in reading order, as places of the text in this file.
    pub quoted: Vec<Stretch>,
    /// What the words of the whole text count as, in reading order.
    pub coverage: Vec<Counted>,
}

/// A place in a text. Offsets count Unicode code points from 0, half-open, within one text unit.
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

/// Words that stand together and count as the same; as nothing, where no field says as what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Where they stand in the text of this file.
    pub at: Stretch,
    /// How many words.
    pub words: u64,
    /// The id of the statement that they are of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// The id of the statement that they are evidence for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The background that they are listed as: its position in the dossier's list, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<u64>,
}

/// What follows from a dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// By statement id.
    pub statements: BTreeMap<String, DerivedStatement>,
    /// By actor id.
    pub actors: BTreeMap<String, DerivedActor>,
    /// By topic id.
    pub topics: BTreeMap<String, DerivedTopic>,
    /// By date, the EDTF reading as the key: the days it spans.
    pub dates: BTreeMap<String, DerivedDate>,
    /// How much of the text the annotation accounts for.
    pub coverage: DerivedCoverage,
}

/// What follows from a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedStatement {
    /// Its number in article order, from 1.
    pub number: u64,
    /// `direct`, `mixed` or `indirect`.
    pub directness: String,
    /// How many words its content has.
    pub words: u64,
    /// How many of them stand in quotation marks.
    pub quoted_words: u64,
    /// More than one speaker.
    pub joint: bool,
    /// The source has no name of its own.
    pub unnamed: bool,
    /// The ids of the parties whose account it is part of.
    pub parties: Vec<String>,
    /// The ids of the figures that stand in it.
    pub figures: Vec<String>,
}

/// What follows for an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedActor {
    /// How many statements it makes.
    pub speaks: u64,
    /// In how many chains it stands, those of which it is the outlet left out.
    pub relays: u64,
    /// How many statements speak of it.
    pub about: u64,
    /// The id of the party its statements are part of the account of.
    pub party: Option<String>,
}

/// What follows for a topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedTopic {
    /// The ids of the parties with a statement on it.
    pub parties: Vec<String>,
}

/// The days that a date spans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedDate {
    /// The first day, YYYY-MM-DD; absent where it is open or unknown.
    pub first: Option<String>,
    /// The last day, YYYY-MM-DD; absent where it is open or unknown.
    pub last: Option<String>,
}

/// Words by what accounts for them, each counted once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedCoverage {
    /// All words.
    pub words: u64,
    /// In a statement's source, cue or content.
    pub statements: u64,
    /// Evidence for how a statement came or how its source is named.
    pub evidence: u64,
    /// Background.
    pub background: u64,
}
