//! The JSON of a dossier, as serde structs: what an author types.
//!
//! These are not the model. They hold any value that has the right shape; `resolve` turns them
//! into the model or says what is wrong. The JSON Schema is generated from them, so their
//! documentation is what an editor shows while typing.
//!
//! `Q` is how a place in the text is given: [`Quote`] by authors, [`ResolvedQuote`] in the
//! published file.

use crate::model::{
    ActorKind, Bound, Channel, HopRole, IdentificationKind, Kind, PartyBasis, RelationKind, Role,
    Voice,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One article with its annotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Dossier<Q> {
    /// Where the schema of this file is, so that editors complete and check while typing.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of this format: 1.
    pub format: u64,
    /// The dossier's id: a slug, part of every address. Never change it once published.
    pub id: String,
    /// The title on the page: yours, never cited as the outlet's.
    pub title: String,
    /// One or two sentences on what the dossier holds: yours.
    pub summary: String,
    /// Who annotated the article, when and how.
    pub annotation: Annotation,
    /// The article: its text and what is known of its publication.
    pub article: Article<Q>,
    /// The subjects that statements speak of, in the order in which to list them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The places that statements and figures speak of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place<Q>>,
    /// Who is in the article: the outlet, every source, relayer and party, and those mentioned.
    pub actors: Vec<Actor<Q>>,
    /// The attributions, in article order.
    pub statements: Vec<Statement<Q>>,
    /// The numbers that the article states. Dates are not figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure<Q>>,
    /// Words that no source is given for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub background: Vec<Background<Q>>,
    /// How statements relate to each other, in your reading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation<Q>>,
}

/// Who annotated the article, when and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    /// The annotator's name.
    pub by: String,
    /// Where to report an error: a mail address or an https address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The day of the last change, as YYYY-MM-DD.
    pub date: String,
    /// How the annotation was made, in a sentence or two.
    pub method: String,
}

/// The article: its text and what is known of its publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Article<Q> {
    /// The id of the actor that published it; the last hop of every chain.
    pub outlet: String,
    /// The outlet's own headline, where the text has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The day of publication, as YYYY-MM-DD.
    pub published: String,
    /// The language of the text, as a BCP 47 tag ("en", "ar").
    pub language: String,
    /// The article's web address, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Who holds the text.
    pub rights: Rights,
    /// The dateline line, untouched.
    pub dateline: String,
    /// The paragraphs, untouched down to the quotation marks.
    pub paragraphs: Vec<String>,
    /// Words in quotation marks that are titles or names, not speech.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quoted_titles: Vec<Q>,
}

/// Who holds the text, and what the reader is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rights {
    /// Who holds the rights to the article's text.
    pub holder: String,
    /// What the reader is told about them.
    pub notice: String,
}

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

/// A subject that statements speak of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The id: a slug, part of addresses.
    pub id: String,
    /// The name on the page: yours.
    pub label: String,
    /// What the topic takes in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place that statements or figures speak of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Place<Q> {
    /// The id: a slug, part of addresses.
    pub id: String,
    /// The name on the page; with a note where it does not stand in the text.
    pub name: Reading<String, Q>,
}

/// Somebody or something that speaks, relays, acts or is mentioned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Actor<Q> {
    /// The id: a slug, part of addresses.
    pub id: String,
    /// The name on the page; with a note where it does not stand in the text.
    pub name: Reading<String, Q>,
    /// Other names; each with a note where it does not stand in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Reading<String, Q>>,
    /// What it is.
    pub kind: Reading<ActorKind, Q>,
    /// The parts it plays in this article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Reading<Role, Q>>,
    /// The side whose account its statements are part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Party<Q>>,
    /// Your remark on the actor as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// That an actor belongs to a side. Belonging is not speaking for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Party<Q> {
    /// The id of the party's actor; the actor's own id with the basis `self`.
    pub actor: String,
    /// Why.
    pub basis: PartyBasis,
    /// The article's words for it.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

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

/// Words that no source is given for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Background<Q> {
    /// The words.
    pub words: Quotes<Q>,
    /// Whose voice they are in.
    pub voice: Voice,
    /// Why they count as background.
    pub why: String,
}

/// How one statement relates to another, in your reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Relation<Q> {
    /// The id of the statement that contrasts, answers, elaborates or repeats.
    pub from: String,
    /// The id of the other.
    pub to: String,
    /// How they relate.
    pub kind: RelationKind,
    /// In what they relate, and why you read it so.
    pub note: String,
    /// The words that show it.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
}
