//! From the JSON of a dossier to the model, reporting all problems at once.
//!
//! Here: the wire structs and their schema, the check of the JSON's shape, anchoring of quoted
//! words, resolving of references, and diagnostics as data. Never here: reading files, printing
//! (`cli`), or anything that the browser runs: a site contains the model ready-made.

mod address;
mod anchor;
mod article_text;
mod boundary;
mod checks;
mod closest;
mod code;
mod cues;
mod day;
mod diagnostic;
mod difference;
mod direction;
mod dossier;
mod draft;
mod escape;
mod file;
mod fix;
mod ledger;
mod limits;
mod look_alike;
pub mod names;
mod nearby;
mod nearest;
mod new_ids;
mod number;
mod parts;
mod path;
mod problem;
pub mod published;
mod quoting;
mod report;
mod resolve;
mod schema;
mod selector;
mod settings;
mod shape;
mod strict;
mod suppressed;
mod text_file;
mod tree;
mod unicode_digits;
mod walk;
pub mod wire;

pub use address::is_web_address;
pub use checks::uncovered::{Stretch, stretches};
pub use code::{
    ActorCode, ArticleCode, Code, DateCode, FigureCode, FileCode, IdCode, QuoteCode, Severity,
    ShapeCode, StatementCode,
};
pub use cues::{Cues, Relative as RelativeDate, cues, relative_dates};
pub use day::parse_day;
pub use diagnostic::Diagnostic;
pub use difference::visual_form;
pub use direction::is_right_to_left;
pub use dossier::{
    Loaded, Publishable, load, load_all, load_published, load_with, load_with_quotes,
};
pub use escape::{forbidden_character, is_dangerous, safe, visible};
pub use fix::Fix;
pub use ledger::{LoadedLedger, load_ledgers};
pub use new_ids::Ids;
pub use number::read_number;
pub use problem::MAX_PROBLEMS;
pub use quoting::Quoting;
pub use report::Anchored;
pub use resolve::{is_language_tag, usual_identification};
pub use schema::{dossier_schema, ledger_schema, published_schema};
pub use settings::{public_address, settings};
pub use text_file::{ReadText, paragraphs};
pub use tree::{MAX_BYTES, MAX_DEPTH, parse_json};
