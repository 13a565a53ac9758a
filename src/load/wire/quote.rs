//! Quotes of the article, and interpreted values with their evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Words of the article: the words alone, or the words with their context.
///
/// Quote the text exactly, case included. Straight and curly quotation marks and apostrophes match
/// each other. A quote starts and ends at word boundaries and lies within one paragraph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Quote {
    /// The words, exactly as in the text, such as `"released on Tuesday"`.
    Words(String),
    /// The words with their context, for words that occur more than once.
    Selector(Selector),
    /// The first and last words of a long quote.
    Stretch(Stretch),
}

/// Words of the article with their context: a W3C TextQuoteSelector, and optionally the paragraph.
///
/// Example: `{ "exact": "the talks", "prefix": "technicalities in", "in": 4 }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// The words, exactly as in the text.
    pub exact: String,
    /// Words just before `exact`. White space between the two is ignored. Default: any words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Words just after `exact`. White space between the two is ignored. Default: any words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Paragraph that contains `exact`: 1 for the first, 0 for the dateline.
    ///
    /// Default: the statement's passage if the words occur there, otherwise the whole text.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u64>,
}

/// The first and last words of a long quote in one paragraph.
///
/// Example: `{ "from": "The ferry will", "to": "from Monday" }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The first words, exactly as in the text.
    pub from: String,
    /// The last words, which occur once between `from` and the end of the paragraph.
    pub to: String,
    /// Paragraph that contains the words: 1 for the first, 0 for the dateline.
    ///
    /// Default: the statement's passage if `from` occurs there, otherwise the whole text.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u64>,
}

impl Selector {
    /// Returns the selector as an author writes it: JSON on one line, with a space after each mark.
    pub fn json(&self) -> String {
        let text = |name, text: &str| format!("\"{name}\": {}", Value::from(text));
        let fields = [
            Some(text("exact", &self.exact)),
            self.prefix.as_deref().map(|prefix| text("prefix", prefix)),
            self.suffix.as_deref().map(|suffix| text("suffix", suffix)),
            self.unit.map(|unit| format!("\"in\": {unit}")),
        ];
        format!("{{ {} }}", fields.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// Words of the article with their position, in the published file.
///
/// Offsets are 0-based, half-open, and count Unicode code points within one text unit: the dateline
/// or a paragraph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolvedQuote {
    /// The words, exactly as in the text.
    pub exact: String,
    /// Up to 32 code points just before `exact`, within the text unit.
    pub prefix: String,
    /// Up to 32 code points just after `exact`, within the text unit.
    pub suffix: String,
    /// Text unit that contains `exact`: 0 for the dateline, 1 for the first paragraph.
    #[serde(rename = "in")]
    pub unit: u64,
    /// Offset of the first code point.
    pub start: u64,
    /// Offset just past the last code point.
    pub end: u64,
}

/// One quote, or a list of quotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Quotes<Q> {
    /// Several quotes.
    ///
    /// List the pieces of `content`, `cue` and `words` in reading order, without overlaps. Pieces
    /// of evidence can be in any order.
    Many(Vec<Q>),
    /// One quote.
    One(Q),
}

impl<Q> Default for Quotes<Q> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<Q> Quotes<Q> {
    /// Returns the number of quotes.
    pub fn len(&self) -> usize {
        match self {
            Self::Many(list) => list.len(),
            Self::One(_) => 1,
        }
    }

    /// Returns the quotes in the order given.
    pub fn iter(&self) -> impl Iterator<Item = &Q> {
        let (list, one) = match self {
            Self::Many(list) => (list.as_slice(), None),
            Self::One(quote) => (&[][..], Some(quote)),
        };
        list.iter().chain(one)
    }

    /// Returns true if the list is empty.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Many(list) if list.is_empty())
    }
}

/// A value that you interpreted: the value alone, or the value with evidence, a note or both.
///
/// Example: `"demand"`, or `{ "is": "demand", "evidence": "said it should" }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Reading<T, Q> {
    /// The value alone. Pages mark it as inferred.
    Bare(T),
    /// The value with evidence, a note or both. Without evidence, pages mark it as inferred.
    Based(Based<T, Q>),
}

/// A value with evidence, a note or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>, Q: Deserialize<'de>"))]
pub struct Based<T, Q> {
    /// The value itself.
    pub is: T,
    /// Words of the article that support the value, from anywhere in the text. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark: why you chose the value, or what you know from elsewhere. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
