//! The JSON of a draft: the fields of `load::wire` that an import can fill. The wire structs cannot
//! hold a draft, because it may lack required fields.

use crate::load::wire::{Hop, Quote, Quotes, Source};
use serde::Serialize;

/// A dossier.
#[derive(Serialize)]
pub struct Dossier {
    pub format: u64,
    pub draft: bool,
    pub id: String,
    pub title: String,
    pub annotation: Annotation,
    pub article: Article,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    pub actors: Vec<Actor>,
    pub statements: Vec<Statement>,
}

/// Who annotated the article, when and how.
#[derive(Serialize)]
pub struct Annotation {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    pub date: String,
    pub method: String,
}

/// The article.
#[derive(Serialize)]
pub struct Article {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    pub paragraphs: Vec<String>,
}

/// A topic.
#[derive(Serialize)]
pub struct Topic {
    pub id: String,
    pub label: String,
}

/// An actor.
#[derive(Serialize)]
pub struct Actor {
    pub id: String,
    pub name: Name,
    pub kind: &'static str,
}

/// The name of an actor.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Name {
    /// A name that the text uses.
    Words(String),
    /// A name from elsewhere.
    Noted { is: String, note: String },
}

/// A statement.
#[derive(Serialize)]
pub struct Statement {
    pub id: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    pub passage: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source<Quote>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Quotes<Quote>>,
    pub content: Quotes<Quote>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speakers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Hop<Quote>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
