//! The JSON of a dossier, as serde structs: the form in which an author writes it.
//!
//! These structs are not the model. They accept any value of the right shape; `resolve` converts
//! them to the model or reports what is wrong. The JSON Schemas are generated from them, so their
//! doc comments are the help that an editor shows to an author. If a required field is missing, the
//! error quotes the first line of its comment: keep that line short and complete.
//!
//! `Q` is the form of a quote: [`Quote`] in an author's file, [`ResolvedQuote`] in a published one.

pub mod ledger;
mod quote;
mod statement;

pub use quote::{Based, Quote, Quotes, Reading, ResolvedQuote, Selector, Stretch};
pub use statement::{
    Figure, FigurePlace, Hop, Identification, Mention, Naming, PlaceReading, QualifiedPlace,
    Source, SourceWords, Statement, Translation, When,
};

use crate::model::{ActorKind, CorrectedPart, PartyBasis, RelationKind, Role, Show, Voice};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One news article with its annotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Dossier<Q> {
    /// Path or URL of the JSON Schema, such as `../dossier.schema.json`.
    ///
    /// Editors use it to complete, explain and check the file as you type. Default: none.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Version of the file format: 1.
    pub format: u64,
    /// Unique id of the dossier, the first part of all its addresses.
    ///
    /// A slug: lower-case letters a to z and digits, in groups joined by single hyphens, at most 64
    /// characters. `about` and `annotate` are reserved. Never change the id after publication.
    pub id: String,
    /// True while the dossier is not finished. Default: false.
    ///
    /// A draft is checked and shown by `onrecord serve`, but not published. What is missing is
    /// reported as to-dos.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Title of the dossier on the page, in your words.
    ///
    /// It is never cited as the outlet's headline.
    pub title: String,
    /// Summary of the dossier in one or two sentences, in your words.
    ///
    /// Say whose statements the dossier contains. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Who annotated the article, when and how.
    pub annotation: Annotation,
    /// Text and publication details of the article.
    pub article: Article<Q>,
    /// Topics of the statements, in the order in which pages list them. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// Places that statements and figures refer to. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place<Q>>,
    /// Actors of the article: the outlet, every source and relayer, and those mentioned.
    pub actors: Vec<Actor<Q>>,
    /// Statements in article order, one for each attribution.
    ///
    /// At least one. Order them by passage, then by the first word of cue or content in the
    /// passage.
    pub statements: Vec<Statement<Q>>,
    /// Numbers in the article. Dates are not figures. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure<Q>>,
    /// Words for which the article gives no source. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub background: Vec<Background<Q>>,
    /// How statements relate to each other, as you read them. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation<Q>>,
    /// Corrections made after readers could have cited the dossier. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// Who annotated the article, when and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    /// Name of the annotator.
    pub by: String,
    /// Where readers report errors: one email address, or one web address.
    ///
    /// Example: `corrections@example.org` or `https://example.org/corrections`. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Date of the last change, as YYYY-MM-DD.
    pub date: String,
    /// How the annotation was made, in a sentence or two. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
}

/// Text and publication details of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Article<Q> {
    /// Id of the actor that published the article.
    ///
    /// The outlet is the implied last hop of every chain, so it never appears in `via`.
    pub outlet: String,
    /// Headline by the outlet. Leave it out if your copy of the text has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Date of publication, as YYYY-MM-DD.
    pub published: String,
    /// Language of the text as a BCP 47 tag, such as `en`, `ar` or `pt-BR`.
    pub language: String,
    /// Web address of the original, such as `https://example.org/news/1`. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Copy of the original in a web archive. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Archived>,
    /// Who holds the rights to the text, and how much of it can be shown.
    pub rights: Rights,
    /// Dateline or publication line above the text, unchanged and not empty. Default: none.
    ///
    /// Quotes refer to it as paragraph 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// Paragraphs of the text, unchanged, one string for each.
    ///
    /// At least one, unless `text` is given. Keep the quotation marks and spaces as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// Name of a plain text file beside this file that contains the paragraphs.
    ///
    /// A blank line separates two paragraphs. Use either `text` or `paragraphs`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Titles and names in quotation marks, which do not count as speech.
    ///
    /// Also list words with a mark that is not a quotation mark, such as the name `‘Abd al-Rahman`.
    /// Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quoted_titles: Vec<Q>,
    /// True if the article quotes with straight single marks, as in 'We wait'. Default: false.
    ///
    /// With `true`, they are quotation marks, except where they can only be apostrophes. `false`
    /// says that they are all apostrophes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub single_quotes: Option<bool>,
}

/// A copy of the original in a web archive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Archived {
    /// Web address of the copy, such as `https://web.archive.org/…`.
    pub address: String,
    /// Date on which the copy was made, as YYYY-MM-DD.
    pub on: String,
}

/// Who holds the rights to the text, and how much of it can be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rights {
    /// Holder of the rights to the text.
    pub holder: String,
    /// Notice about the rights, as readers see it.
    pub notice: String,
    /// How much of the text can be shown: `full` or `excerpts`. Default: `full`.
    ///
    /// With `excerpts`, pages, exports and the app contain only the words of the statements with a
    /// few words of context.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Show>,
}

/// A topic of the statements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Unique id of the topic: a slug, used in addresses.
    pub id: String,
    /// Name of the topic on the page, in your words.
    pub label: String,
    /// What the topic covers. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place that statements or figures refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Place<Q> {
    /// Unique id of the place: a slug, used in addresses.
    pub id: String,
    /// Name of the place on the page.
    ///
    /// A name that does not appear in the text needs a note that says where it comes from.
    pub name: Reading<String, Q>,
}

/// A person, organisation or other actor that speaks, relays or is mentioned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Actor<Q> {
    /// Unique id of the actor: a slug, used in addresses.
    pub id: String,
    /// Name of the actor on the page, in the fullest form that the text uses.
    ///
    /// A name that does not appear in the text needs a note that says where it comes from.
    pub name: Reading<String, Q>,
    /// Other names of the actor, such as an abbreviation. Default: none.
    ///
    /// An alias that does not appear in the text needs a note that says where it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Reading<String, Q>>,
    /// Type of actor, such as `person`, `government_body` or `media`.
    pub kind: Reading<ActorKind, Q>,
    /// Roles of the actor in this article, such as `relayer` or `affected`. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Reading<Role, Q>>,
    /// Side whose account includes the actor's statements.
    ///
    /// Leave it out if the text does not show a side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Party<Q>>,
    /// How the article identifies the actor, for statements that do not say it themselves.
    ///
    /// Default: derived from `kind` and `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identification: Option<Identification<Q>>,
    /// Your remark on the actor as a whole. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The side that an actor belongs to. Belonging to a side does not mean speaking for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Party<Q> {
    /// Id of the actor that is the side; with the basis `self`, the actor's id.
    pub actor: String,
    /// Why the actor belongs to the side, such as `self` or `official_of`.
    pub basis: PartyBasis,
    /// Words of the article that show it, from anywhere in the text. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Words for which the article gives no source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Background<Q> {
    /// The words, in reading order.
    pub words: Quotes<Q>,
    /// Whose words they are: `reporter`, or `unclear` if they could be the source's.
    pub voice: Voice,
    /// Why the words are background, in your words. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// How one statement relates to another, as you read them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Relation<Q> {
    /// Id of the statement that contrasts with, answers, elaborates or repeats the other.
    pub from: String,
    /// Id of the other statement.
    pub to: String,
    /// How `from` relates to `to`, such as `contrasts` or `answers`.
    pub kind: RelationKind,
    /// How the statements relate, and why you think so.
    pub note: String,
    /// Words of the article that show the relation. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
}

/// A correction made after readers could have cited the dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Date on which the correction is published, as YYYY-MM-DD.
    ///
    /// Not before the article's publication. Set `annotation.date` to this date.
    pub on: String,
    /// What was corrected: `text` (the article's text) or `annotation`.
    pub of: CorrectedPart,
    /// What changed, in your words: the old version and the new one.
    pub what: String,
    /// Ids of the statements that changed. Default: none, which means the whole article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
}
