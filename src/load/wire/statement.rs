//! Statements, and the figures in them.

use super::{Quotes, Reading};
use crate::model::{Bound, Channel, HopRole, IdentificationKind, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One attribution: who said what, through whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Statement<Q> {
    /// The id: a slug, part of the link that readers share.
    pub id: String,
    /// Your summary in one line; begin with a verb ("Says", "Accuses").
    pub gist: String,
    /// The paragraph it stands in: 1 for the first, 0 for the dateline.
    pub passage: u64,
    /// The words for who said it.
    pub source: Source<Q>,
    /// The words for the saying ("accused", "according to").
    pub cue: Quotes<Q>,
    /// The words for what was said, in pieces where other words stand between.
    pub content: Quotes<Q>,
    /// The ids of the actors whose statement it is; several for a joint statement.
    pub speakers: Vec<Reading<String, Q>>,
    /// Through whom it reached the article, nearest to the speaker first. The outlet is implied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Hop<Q>>,
    /// The speech act: the cue decides, then the most specific act that the words perform.
    pub kind: Reading<Kind, Q>,
    /// How the words reached the public.
    pub channel: Reading<Channel, Q>,
    /// How the article names the source (not this mention of it).
    pub identification: Identification<Q>,
    /// When it was said, where the article states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_on: Option<When<Q>>,
    /// The ids of the topics it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Reading<String, Q>>,
    /// The ids of the actors it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Reading<String, Q>>,
    /// The ids of the places it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Reading<String, Q>>,
    /// The dates it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<When<Q>>,
    /// What words in it stand for, so that it can be read alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention<Q>>,
    /// Your remark on the statement as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The words for who said it: its own words, or the id of the statement it shares them with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Source<Q> {
    /// The words.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub words: Quotes<Q>,
    /// The id of an earlier statement whose source this one shares, unsaid ("adding that").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_with: Option<String>,
    /// The fuller words that a pronoun or short form stands for.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub antecedent: Quotes<Q>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One step on the way from the speaker to the article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Hop<Q> {
    /// The id of the actor that passed it on.
    pub actor: String,
    /// What it did.
    pub role: HopRole,
    /// The article's words for it.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How the article names the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Identification<Q> {
    /// The way of naming.
    pub is: IdentificationKind,
    /// The article's words for it.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The article's description of the source.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub described_as: Quotes<Q>,
    /// For unnamed sources, the condition of anonymity as stated. Leave out where none is.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub condition: Quotes<Q>,
    /// For unnamed sources, the reason as stated. Leave out where none is.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub reason: Quotes<Q>,
}

/// A date as the article gives it, and how it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct When<Q> {
    /// The reading in EDTF (ISO 8601-2), such as 2026-01-05/2026-01-06 or [2024-10..2024-12].
    pub edtf: String,
    /// The article's words.
    pub words: Quotes<Q>,
    /// For words without a year, the date they were resolved against, in EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_to: Option<String>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What some words of a statement stand for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Mention<Q> {
    /// The words ("both sides", "it").
    pub words: Q,
    /// The ids of the actors they stand for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<String>,
    /// The ids of the statements they stand for, or for what those speak of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
    /// The words elsewhere that show it.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark, where it is a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A number that the article states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Figure<Q> {
    /// The id: a slug, part of addresses.
    pub id: String,
    /// The id of the statement it stands in.
    pub statement: String,
    /// The number's words ("460", "1.5 million").
    pub words: Q,
    /// The number; the lower one of a range.
    pub value: serde_json::Number,
    /// The upper number of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<serde_json::Number>,
    /// How exact the article says it is.
    pub bound: Reading<Bound, Q>,
    /// What one of it is ("violations", "US dollars", "%").
    pub unit: Reading<String, Q>,
    /// The article's words for the thing counted.
    pub counted: Q,
    /// The id of the actor that counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_by: Option<Reading<String, Q>>,
    /// The time it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<When<Q>>,
    /// The places it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<FigurePlace<Q>>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place that a figure covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct FigurePlace<Q> {
    /// The id of the place.
    pub place: String,
    /// A word of the article that limits it ("mainly").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Q>,
    /// The article's words for it.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
