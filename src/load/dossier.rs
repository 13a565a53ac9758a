//! Dossiers: from their JSON, as an author writes it or as a site publishes it, to the model.

use super::code::FileCode;
use super::diagnostic::Diagnostic;
use super::file::load_object;
use super::parts::{self, Parts};
use super::path::At;
use super::problem::Problem;
use super::report::Anchored;
use super::schema::{dossier_schema, published_schema};
use super::shape::Shapes;
use super::{resolve, tree, wire};
use crate::model::Dossier;
use jsonc_parser::ast::Value;
use std::sync::LazyLock;

/// The result of loading a dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The dossier, unless there is an error.
    pub dossier: Option<Dossier>,
    /// All problems, in file order.
    pub diagnostics: Vec<Diagnostic>,
}

static DOSSIER: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(&dossier_schema()));
static PUBLISHED: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(&published_schema()));

/// Loads a dossier as an author writes it. `file` is the name that diagnostics give it.
///
/// Takes any bytes: UTF-8 with or without a byte-order mark, with any line endings. If the rights
/// allow only excerpts of the article, the loaded dossier does not contain the withheld words, so
/// no output can.
pub fn load(file: &str, bytes: &[u8]) -> Loaded {
    let (dossier, diagnostics) =
        load_object(file, bytes, &DOSSIER, is_published, |object, report| {
            let parts = Parts::<wire::Quote>::of(object, At::ROOT, report);
            resolve::resolve(parts, report)
        });
    Loaded { dossier, diagnostics }
}

/// Loads a dossier as an author writes it, and returns the words that each of its quotes refers to, in
/// file order. Quotes that were not found are missing.
pub fn load_with_quotes(file: &str, bytes: &[u8]) -> (Loaded, Vec<Anchored>) {
    let mut quotes = Vec::new();
    let (dossier, diagnostics) =
        load_object(file, bytes, &DOSSIER, is_published, |object, report| {
            report.keep_quotes();
            let parts = Parts::<wire::Quote>::of(object, At::ROOT, report);
            let dossier = resolve::resolve(parts, report);
            quotes = report.quotes();
            dossier
        });
    (Loaded { dossier, diagnostics }, quotes)
}

/// Loads a dossier as a site publishes it. Derived values in the file are ignored and derived
/// again.
pub fn load_published(file: &str, bytes: &[u8]) -> Loaded {
    let (dossier, diagnostics) = load_object(
        file,
        bytes,
        &PUBLISHED,
        |_| None,
        |object, report| {
            let excerpts = parts::one(object, "excerpts");
            let dossier = object.get_mut("dossier")?.as_object_mut()?;
            let mut parts = Parts::<wire::ResolvedQuote>::of(dossier, At::DOSSIER, report);
            parts.excerpts = excerpts;
            resolve::resolve(parts, report)
        },
    );
    Loaded { dossier, diagnostics }
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
