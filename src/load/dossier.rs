//! Dossiers: from their JSON, as an author writes it or as a site publishes it, to the model.

use super::code::FileCode;
use super::diagnostic::Diagnostic;
use super::file::load_object;
use super::parts::{self, Parts};
use super::path::At;
use super::problem::Problem;
use super::report::{Anchored, Report};
use super::schema::{dossier_schema, published_schema};
use super::shape::Shapes;
use super::text_file::{self, ReadText};
use super::{resolve, tree, wire};
use crate::model::{Assumed, Dossier, Vocabulary};
use jsonc_parser::ast::Value;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The result of loading a dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The dossier with its drafts, unless there is an error.
    pub dossier: Option<Dossier>,
    /// What of it can be published.
    pub publishable: Publishable,
    /// All problems, in file order.
    pub diagnostics: Vec<Diagnostic>,
}

/// What of a dossier can be published.
#[derive(Debug, Clone, PartialEq)]
pub enum Publishable {
    /// The whole dossier.
    Whole,
    /// The dossier without its draft statements.
    Part(Box<Dossier>),
    /// Nothing: the dossier or every statement in it is a draft, or there is an error.
    Nothing,
}

impl Loaded {
    /// Returns what can be published.
    pub fn published(self) -> Option<Dossier> {
        match self.publishable {
            Publishable::Whole => self.dossier,
            Publishable::Part(dossier) => Some(*dossier),
            Publishable::Nothing => None,
        }
    }

    fn of((loaded, diagnostics): (Option<(Dossier, Publishable)>, Vec<Diagnostic>)) -> Self {
        let (dossier, publishable) = match loaded {
            Some((dossier, publishable)) => (Some(dossier), publishable),
            None => (None, Publishable::Nothing),
        };
        Self { dossier, publishable, diagnostics }
    }
}

static DOSSIER: LazyLock<Shapes> = LazyLock::new(|| Shapes::authored(&dossier_schema()));
static PUBLISHED: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(&published_schema()));

/// Loads a dossier whose text is in its file, as an author writes it. See [`load_with`].
pub fn load(file: &str, bytes: &[u8]) -> Loaded {
    load_with(file, bytes, &no_text_file)
}

/// Loads a dossier as an author writes it. `file` is the name that diagnostics give it, and `read`
/// reads the text file that it may name.
///
/// Takes any bytes: UTF-8 with or without a byte-order mark, with any line endings. If the rights
/// allow only excerpts of the article, the loaded dossier does not contain the withheld words, so
/// no output can.
pub fn load_with(file: &str, bytes: &[u8], read: ReadText<'_>) -> Loaded {
    Loaded::of(load_object(file, bytes, &DOSSIER, is_published, |object, report| {
        resolve_authored(object, read, report)
    }))
}

/// Loads a dossier as an author writes it, and returns the words that each of its quotes refers to, in
/// file order. Quotes that were not found are missing.
pub fn load_with_quotes(file: &str, bytes: &[u8]) -> (Loaded, Vec<Anchored>) {
    load_all(file, bytes, &no_text_file)
}

/// Loads a dossier like [`load_with`], and returns its quotes like [`load_with_quotes`].
pub fn load_all(file: &str, bytes: &[u8], read: ReadText<'_>) -> (Loaded, Vec<Anchored>) {
    let mut quotes = Vec::new();
    let loaded = load_object(file, bytes, &DOSSIER, is_published, |object, report| {
        report.keep_quotes();
        let dossier = resolve_authored(object, read, report);
        quotes = report.quotes();
        dossier
    });
    (Loaded::of(loaded), quotes)
}

fn no_text_file(_: &str) -> Result<Vec<u8>, String> {
    Err("it can only be read beside a dossier".to_owned())
}

fn resolve_authored(
    object: &mut Map<String, Json>,
    read: ReadText<'_>,
    report: &mut Report<'_>,
) -> Option<(Dossier, Publishable)> {
    let mut parts = Parts::<wire::Quote>::of(object, At::ROOT, report);
    if let Some(article) = &mut parts.article {
        text_file::resolve(article, read, &At::ROOT, report);
    }
    resolve::resolve(parts, report)
}

/// Loads a dossier as a site publishes it. Derived values in the file are ignored and derived
/// again.
pub fn load_published(file: &str, bytes: &[u8]) -> Loaded {
    Loaded::of(load_object(
        file,
        bytes,
        &PUBLISHED,
        |_| None,
        |object, report| {
            let excerpts = parts::one(object, "excerpts");
            let assumed: BTreeMap<String, Vec<Assumed>> =
                parts::one(object, "assumed").unwrap_or_default();
            let dossier = object.get_mut("dossier")?.as_object_mut()?;
            remove_assumed(dossier, &assumed);
            let mut parts = Parts::<wire::ResolvedQuote>::of(dossier, At::DOSSIER, report);
            parts.excerpts = excerpts;
            resolve::resolve(parts, report)
        },
    ))
}

/// Removes the values of fields that the annotator left out, so that they are derived again.
fn remove_assumed(dossier: &mut Map<String, Json>, assumed: &BTreeMap<String, Vec<Assumed>>) {
    let statements = dossier.get_mut("statements").and_then(Json::as_array_mut);
    for statement in statements.into_iter().flatten().filter_map(Json::as_object_mut) {
        let id = statement.get("id").and_then(Json::as_str).unwrap_or_default();
        for field in assumed.get(id).into_iter().flatten() {
            statement.remove(field.code());
        }
    }
}

/// Recognises a published dossier in place of an author's. Checking its shape would report every
/// field.
fn is_published(root: &Value<'_>) -> Option<Problem> {
    let object = root.as_object()?;
    let has = |name: &str| tree::field(object, name).is_some();
    (has("dossier") && has("derived") && !has("statements")).then(|| {
        Problem::error(FileCode::PublishedForm, "this is a dossier in its published form")
            .hint("check the dossier that it was made from, in static/dossiers")
    })
}
