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
