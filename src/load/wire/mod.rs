//! The JSON of a dossier, as serde structs: what an author types.
//!
//! These are not the model. They hold any value that has the right shape; `resolve` turns them
//! into the model or says what is wrong. The JSON Schema is generated from them, so their
//! documentation is what an editor shows while typing.
//!
//! `Q` is how a place in the text is given: [`Quote`] by authors, [`ResolvedQuote`] in the
//! published file.

pub mod ledger;
mod quote;
mod statement;

pub use quote::{Based, Quote, Quotes, Reading, ResolvedQuote, Selector};
pub use statement::{Figure, FigurePlace, Hop, Identification, Mention, Source, Statement, When};

use crate::model::{ActorKind, CorrectedPart, PartyBasis, RelationKind, Role, Show, Voice};
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
    /// What you corrected after readers could have cited it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
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
    /// Words in quotation marks that are titles or names, not speech; and words with a mark that is
    /// no quotation mark, such as that of a name ("‘Abd al-Rahman").
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
    /// How much of the text may be shown; all of it where this is left out. With `excerpts`, what is
    /// built holds the statements' own words in a short context, and no other words of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Show>,
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

/// What was corrected after readers could have cited it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The day on which the correction is published, as YYYY-MM-DD.
    pub on: String,
    /// What was corrected: the article's text, or your annotation.
    pub of: CorrectedPart,
    /// What changed, in your words: what stood there, and what stands there now.
    pub what: String,
    /// The ids of the statements that it changes. Leave it out for the whole article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
}
