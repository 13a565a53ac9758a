//! Statements and the figures in them.

use super::{Quotes, Reading};
use crate::model::{Bound, Channel, HopRole, IdentificationKind, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// One attribution: who said what, and through whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Statement<Q> {
    /// Unique id of the statement: a slug, part of the link that readers share.
    pub id: String,
    /// True while the statement is not finished. Default: false.
    ///
    /// A draft is checked and shown by `onrecord serve`, but not published. What is missing is
    /// reported as to-dos.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Summary of the statement in one line, in your words.
    ///
    /// Begin with a verb, such as "Says" or "Accuses", so that the claim is not made in your voice.
    /// Default: none; pages then show the words alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gist: Option<String>,
    /// Paragraph that contains the statement: 1 for the first, 0 for the dateline.
    ///
    /// Some words of `cue` or `content` are in this paragraph. A quotation can continue in a
    /// neighbouring paragraph. Default: the paragraph of the content. Required only if the content
    /// occurs in several paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<u64>,
    /// Words that name the source. Leave it out if the article mentions no source there.
    #[serde(default, skip_serializing_if = "Source::is_left_out")]
    pub source: Source<Q>,
    /// Attributing verb or phrase, such as "said" or "according to". Leave it out if there is none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub cue: Quotes<Q>,
    /// Words that report what was said.
    ///
    /// Quote several pieces if other words come in between.
    pub content: Quotes<Q>,
    /// Ids of the actors who made the statement; several for a joint statement.
    ///
    /// An unnamed source is an actor too. Each id once. An empty list means that the article leaves
    /// the speaker unknown. Required unless the source is shared; the default is then the speakers
    /// of the other statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speakers: Option<Vec<Reading<String, Q>>>,
    /// Actors through whom the words reached the article, nearest to the speaker first.
    ///
    /// The outlet is the implied last hop: do not list it. Default: none; for a shared source, the
    /// chain of the other statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Vec<Hop<Q>>>,
    /// Speech act, such as `assertion` or `demand`.
    ///
    /// The cue comes first: use `accusation` only if the article's verb accuses. Otherwise choose
    /// the most specific act that the words perform. Default: `not_classified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Reading<Kind, Q>>,
    /// How the words became public, such as `interview` or `written_statement`.
    ///
    /// Use `not_stated` if the article does not say. Default: `not_stated`; for a shared source, the
    /// channel of the other statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Reading<Channel, Q>>,
    /// How the article identifies the source, anywhere in the text.
    ///
    /// Default: for a shared source, that of the other statement; without a source, `implicit`;
    /// otherwise that of the speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identification: Option<Identification<Q>>,
    /// When the statement was made. Leave it out if the article does not say.
    ///
    /// Default: none; for a shared source, the date of the other statement. `null` means none.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub said_on: Option<Option<When<Q>>>,
    /// Ids of the topics of the statement, each once. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Reading<String, Q>>,
    /// Ids of the actors that the statement is about, each once. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Reading<String, Q>>,
    /// Ids of the places that the statement refers to, each once. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Reading<String, Q>>,
    /// Dates that the statement refers to, apart from `said_on`. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<When<Q>>,
    /// What words such as "it" or "both sides" in the statement refer to. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention<Q>>,
    /// Translation of the words into another language. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
    /// Your remark on the statement as a whole. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Translation of a statement's words. Pages show it after the original, marked as yours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// Language of the translation as a BCP 47 tag, such as `en`. Not that of the article.
    pub language: String,
    /// Source, cue and content in that language.
    ///
    /// Put quotation marks only around words that the article has in quotation marks.
    pub words: String,
    /// Name of the translator. Default: the annotator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// Marks a field as given, even if it is `null`.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// Words that name the source: the words alone, or an object with the words and more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Source<Q> {
    /// The words alone. An empty list means that the article mentions no source there.
    Words(Quotes<Q>),
    /// Either `words` or `shared_with`, with an antecedent or a note.
    More(SourceWords<Q>),
}

impl<Q> Default for Source<Q> {
    fn default() -> Self {
        Self::Words(Quotes::default())
    }
}

impl<Q> Source<Q> {
    /// Returns true for a source that the file does not give.
    pub fn is_left_out(&self) -> bool {
        matches!(self, Self::Words(words) if words.is_empty())
    }

    /// Returns the id of the statement that has the same source.
    pub fn shared_with(&self) -> Option<&str> {
        match self {
            Self::Words(_) => None,
            Self::More(more) => more.shared_with.as_deref(),
        }
    }

    /// Returns the words beside the cue.
    pub const fn words(&self) -> &Quotes<Q> {
        match self {
            Self::Words(words) => words,
            Self::More(more) => &more.words,
        }
    }
}

/// Words that name the source: either `words` or `shared_with`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct SourceWords<Q> {
    /// Words beside the cue that name the source: a name, a description or a pronoun.
    ///
    /// Required unless `shared_with` is given.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub words: Quotes<Q>,
    /// Id of the earlier statement that has the same source, if the article does not repeat it.
    ///
    /// Example: "…, adding that" has no subject; the source is that of the statement before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_with: Option<String>,
    /// Fuller words, from anywhere in the text, that a pronoun or short form refers to.
    ///
    /// Default: none; with `shared_with`, the antecedent of the other statement.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub antecedent: Quotes<Q>,
    /// Your remark on a doubt about the source. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One step of the chain from the speaker to the article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Hop<Q> {
    /// Id of the actor that passed the words on.
    pub actor: String,
    /// What the actor did: `issued` (released), `relayed` (cited) or `reported`.
    pub role: HopRole,
    /// Words of the article that show this step. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How the article identifies the source, anywhere in the text: the type alone, or with more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Identification<Q> {
    /// The type alone. Pages mark it as inferred.
    Bare(IdentificationKind),
    /// The type with evidence, a note or the article's description.
    Naming(Naming<Q>),
}

/// How the article identifies the source, anywhere in the text.
///
/// "He said" identifies a `named_person` if the article names him elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Naming<Q> {
    /// Type of identification, such as `named_person` or `unnamed_group`.
    pub is: IdentificationKind,
    /// Words of the article that show it, from anywhere in the text. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Words with which the article describes the source. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub described_as: Quotes<Q>,
    /// Condition of anonymity, as the article states it. Leave it out if the article states none.
    ///
    /// Only for `unnamed_person`, `unnamed_group`, `generic_group` and `implicit`.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub condition: Quotes<Q>,
    /// Reason for anonymity, as the article states it. Leave it out if the article states none.
    ///
    /// Only for `unnamed_person`, `unnamed_group`, `generic_group` and `implicit`.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub reason: Quotes<Q>,
}

/// A date or period: the article's words, and your reading of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct When<Q> {
    /// Date or period in EDTF (ISO 8601-2), such as `2026-01-05` or `[2024-10..2024-12]`.
    pub edtf: String,
    /// Words of the article that give the date.
    pub words: Quotes<Q>,
    /// Date, in EDTF, against which words without a year were resolved.
    ///
    /// Required for words such as "on Tuesday", unless a note explains the reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_to: Option<String>,
    /// Your remark, such as how you read unusual words. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What some words of a statement refer to: at least one actor or statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Mention<Q> {
    /// Words of the source, cue or content, such as "both sides" or "it".
    pub words: Q,
    /// Ids of the actors that the words refer to. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<String>,
    /// Ids of the statements that the words refer to, or whose subject they mean. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
    /// Words elsewhere in the text that show what is meant. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark, if the text leaves room for doubt. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A number in the article. Dates are not figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct Figure<Q> {
    /// Unique id of the figure: a slug, used in addresses.
    pub id: String,
    /// Id of the statement whose content contains the number.
    ///
    /// Leave it out for a number in the reporter's own voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Words that state the number, such as "460" or "1.5 million".
    ///
    /// Include "million" and the like.
    pub words: Q,
    /// Number that the words state; for a range, the lower number.
    ///
    /// A JSON number without an exponent, with at most 18 digits: `1500000`.
    pub value: serde_json::Number,
    /// Upper number of a range, greater than `value`. Only with the bound `range`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<serde_json::Number>,
    /// How exact the article says the number is, such as `exact`, `approx` or `at_least`.
    pub bound: Reading<Bound, Q>,
    /// Unit of the number, such as "ground violations", "US dollars" or "%".
    pub unit: Reading<String, Q>,
    /// Words of the article for what was counted.
    pub counted: Q,
    /// Id of the actor that counted. Leave it out if the article does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_by: Option<Reading<String, Q>>,
    /// Period that the number covers. Leave it out if the article does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<When<Q>>,
    /// Places that the number covers. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<FigurePlace<Q>>,
    /// Your remark, such as how you read the number. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place that a number covers: its id, or an object with the id and more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FigurePlace<Q> {
    /// The id alone. Pages mark the place as inferred.
    Bare(String),
    /// The id as `is`, with evidence, a note or a qualifier.
    Based(PlaceReading<Q>),
    /// The same with the id as `place`.
    Place(QualifiedPlace<Q>),
}

/// A place that a number covers, with evidence, a note or a qualifier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct PlaceReading<Q> {
    /// Id of the place.
    pub is: String,
    /// Word of the article that limits the place, such as "mainly". Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Q>,
    /// Words of the article that name the place. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place that a number covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Q: Deserialize<'de>"))]
pub struct QualifiedPlace<Q> {
    /// Id of the place.
    pub place: String,
    /// Word of the article that limits the place, such as "mainly". Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Q>,
    /// Words of the article that name the place. Default: none.
    #[serde(default, skip_serializing_if = "Quotes::is_empty")]
    pub evidence: Quotes<Q>,
    /// Your remark. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
