//! From the JSON of a dossier to the model, with all that is wrong told at once.
//!
//! Here: the wire structs and their schema, the walk over the JSON's shape, anchoring of quoted
//! words, resolving of references, and diagnostics as data. Never here: reading files, printing
//! (`cli`), or anything that the browser runs: the bundle holds the model ready made.

mod anchor;
mod boundary;
mod closest;
mod day;
mod diagnostic;
mod difference;
mod digits;
mod ledger;
mod nearest;
mod number;
mod parts;
mod path;
pub mod published;
mod resolve;
mod schema;
mod settings;
mod shape;
mod strict;
mod told;
mod tree;
mod walk;
pub mod wire;

pub use day::parse_day;
pub use diagnostic::{Diagnostic, MOST_PROBLEMS, Severity, TOO_MANY, UNREADABLE};
pub use ledger::{LoadedLedger, load_ledgers};
pub use nearest::visible;
pub use schema::{dossier_schema, ledger_schema, published_schema};
pub use settings::{public_address, settings};
pub use tree::{MOST_BYTES, MOST_DEPTH};

use crate::model::Dossier;
use diagnostic::Problem;
use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged};
use parts::Parts;
use path::At;
use serde_json::{Map, Value as Json};
use shape::Shapes;
use std::sync::LazyLock;
use tree::Report;

/// What loading a file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The dossier; absent where there is an error.
    pub dossier: Option<Dossier>,
    /// All problems, in the order in which they stand in the file.
    pub diagnostics: Vec<Diagnostic>,
}

static DOSSIER: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(&dossier_schema()));
static PUBLISHED: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(&published_schema()));

/// Loads a dossier as an author writes it. `file` is what diagnostics call it. One whose text may not
/// be shown in full comes without the words that may not: nothing that is made of it can hold them.
///
/// Takes any bytes: UTF-8 with or without a byte-order mark, any line ends.
pub fn load(file: &str, bytes: &[u8]) -> Loaded {
    let (dossier, diagnostics) =
        with_object(file, bytes, &DOSSIER, is_published, |object, report| {
            let parts = Parts::<wire::Quote>::of(object, At::ROOT, report);
            resolve::resolve(parts, report)
        });
    Loaded { dossier, diagnostics }
}

/// Loads a dossier as the bundle publishes it. What is derived in it is derived anew.
pub fn load_published(file: &str, bytes: &[u8]) -> Loaded {
    let (dossier, diagnostics) = with_object(
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

/// Tells the published form of a dossier where the one that an author writes is expected: by the shape,
/// every field would be wrong.
fn is_published(root: &Value<'_>) -> Option<Problem> {
    let object = root.as_object()?;
    let is_there = |name: &str| tree::field(object, name).is_some();
    (is_there("dossier") && is_there("derived") && !is_there("statements")).then(|| {
        Problem::error("published-form", "this is a published dossier, made from an author's")
            .hint("check its source, the file in static/dossiers that it was made from")
    })
}

/// Parses a file, walks over its shape, and resolves what it holds: nothing where there is an error.
/// `unlike` looks first whether it is another file altogether.
fn with_object<T>(
    file: &str,
    bytes: &[u8],
    shapes: &Shapes,
    unlike: impl FnOnce(&Value<'_>) -> Option<Problem>,
    resolve: impl FnOnce(&mut Map<String, Json>, &mut Report<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let failed = |text: &str, skipped, range, problem| {
        let mut report = Report::new(file, text, skipped);
        report.add_at(range, &At::ROOT, problem);
        (None, report.finish())
    };
    if let Err((range, problem)) = tree::check_size(bytes.len()) {
        return failed("", 0, range, problem);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = error.valid_up_to();
            let before = std::str::from_utf8(&bytes[..valid]).unwrap_or_default();
            let problem = Problem::error("not-utf8", format!("byte {valid} is not UTF-8"))
                .hint("save the file as UTF-8");
            let text = before.trim_start_matches('\u{feff}');
            let range = Range::new(text.len(), text.len());
            return failed(text, valid - text.len(), range, problem);
        }
    };
    let without_mark = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - without_mark.len();
    let root = match tree::parse(without_mark) {
        Ok(root) => root,
        Err((range, problem)) => return failed(without_mark, skipped, range, problem),
    };
    if let Some(problem) = unlike(&root) {
        let start = root.range().start;
        return failed(without_mark, skipped, Range::new(start, start + 1), problem);
    }
    let mut report = Report::new(file, without_mark, skipped).with_root(&root);
    let mut sound = shapes.check(&root, &mut report);
    let resolved = match (&root, &mut sound) {
        (Value::Object(_), Json::Object(object)) => resolve(object, &mut report),
        _ => None,
    };
    let resolved = resolved.filter(|_| !report.has_errors());
    (resolved, report.finish())
}
