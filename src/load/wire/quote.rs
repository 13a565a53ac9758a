//! Quotes, and readings with what they rest on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words of the article: the words alone, or the words with what tells them apart from others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Quote {
    /// The words, as they stand in the text.
    Words(String),
    /// The words with their surroundings.
    Selector(Selector),
}

/// A W3C TextQuoteSelector, and the paragraph to look in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// The words, as they stand in the text.
    pub exact: String,
    /// The words just before, where `exact` occurs more than once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// The words just after, where `exact` occurs more than once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The paragraph to look in: 1 for the first, 0 for the dateline.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u64>,
}

/// Words of the article with their place, in the published file. Offsets count Unicode code
/// points from 0, half-open, within one text unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolvedQuote {
    /// The words, as they stand in the text.
    pub exact: String,
    /// Up to 32 code points just before, within the unit.
    pub prefix: String,
    /// Up to 32 code points just after, within the unit.
    pub suffix: String,
    /// The text unit: 0 for the dateline, 1 for the first paragraph.
    #[serde(rename = "in")]
    pub unit: u64,
    /// The first code point.
    pub start: u64,
    /// One past the last code point.
    pub end: u64,
}

/// One piece of text, or several in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Quotes<Q> {
    /// Several pieces, in reading order.
    Many(Vec<Q>),
    /// One piece.
    One(Q),
}

impl<Q> Default for Quotes<Q> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<Q> Quotes<Q> {
    /// How many pieces there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Many(list) => list.len(),
            Self::One(_) => 1,
        }
    }

    /// True for no piece at all.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Many(list) if list.is_empty())
    }
}

/// A value that you read out of the text: the value alone, or with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Reading<T, Q> {
    /// The value alone: shown as "our reading".
    Bare(T),
    /// The value with what it rests on.
    Based(Based<T, Q>),
}

/// A value with the article's words for it, a note, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>, Q: Deserialize<'de>"))]
pub struct Based<T, Q> {
    /// The value.
    pub is: T,
    /// The article's words for it, from anywhere in the text.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark: why you read it so, or what comes from outside the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
