//! The validated data of a dossier, and what follows from it.
//!
//! Everything here was checked by `load`: indices are in range, spans lie in the text, slugs are
//! slugs. Nothing downstream checks again. What can be derived (directness, counts, coverage,
//! excerpts) is derived here, so that it is never typed and never differs between two places.
//!
//! Never here: JSON (that is `load` and `export`), drawing (`ui`), files or the browser.

mod accounts;
mod actor;
mod article;
#[cfg(not(target_arch = "wasm32"))]
mod axis;
mod basis;
#[cfg(not(target_arch = "wasm32"))]
mod claims;
#[cfg(not(target_arch = "wasm32"))]
mod correction;
mod counts;
mod coverage;
mod date;
mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod digest;
mod directness;
mod dossier;
mod excerpt;
#[cfg(not(target_arch = "wasm32"))]
mod excerpted;
mod figure;
mod index;
mod known;
#[cfg(not(target_arch = "wasm32"))]
mod layout;
#[cfg(not(target_arch = "wasm32"))]
mod ledger;
#[cfg(not(target_arch = "wasm32"))]
mod marks;
mod order;
#[cfg(not(target_arch = "wasm32"))]
mod quotation;
mod quotations;
mod relation;
mod settings;
mod slug;
#[cfg(not(target_arch = "wasm32"))]
mod spans;
#[cfg(not(target_arch = "wasm32"))]
mod standing;
mod statement;
mod text;
mod vocabulary;
mod words;

pub use accounts::{Accounts, TopicAccounts};
pub use actor::{Actor, Alias, Party};
pub use article::{Article, Background, Rights};
#[cfg(not(target_arch = "wasm32"))]
pub use axis::{Axis, Segment};
pub use basis::{Basis, Reading};
#[cfg(not(target_arch = "wasm32"))]
pub use correction::Correction;
pub use counts::{ActorCounts, topic_parties};
pub use coverage::{Carried, Coverage, Run, Total};
pub use date::{Day, Form, Precision, When};
pub use dates::{DateRef, Dated, dates};
#[cfg(not(target_arch = "wasm32"))]
pub use digest::Digest;
pub use directness::{Wording, wording};
pub use dossier::{Annotation, Archive, Dossier};
pub use excerpt::{Excerpt, Piece, excerpt, told};
#[cfg(not(target_arch = "wasm32"))]
pub use excerpted::{CONTEXT_LENGTH, CONTEXT_WORDS};
pub use figure::{Decimal, Figure, FigurePlace};
pub use index::{ActorIx, FigureIx, PlaceIx, StatementIx, TopicIx};
pub use known::{GAP, Known};
#[cfg(not(target_arch = "wasm32"))]
pub use layout::Layout;
#[cfg(not(target_arch = "wasm32"))]
pub use ledger::{Entry, Fate, Gone, IdKind, Ledger, dossier_fate};
pub use order::{in_order, key};
#[cfg(not(target_arch = "wasm32"))]
pub use quotation::{quotations, titles_without_marks};
pub use quotations::Quotations;
pub use relation::{Place, Relation, Topic};
pub use settings::Settings;
pub use slug::{BadSlug, Slug};
#[cfg(not(target_arch = "wasm32"))]
pub use standing::{Change, Changed};
pub use statement::{Hop, Identification, Mention, Referent, Source, Statement};
pub use text::{Span, Unit, UnitIx, is_letter, sort_spans};
pub use vocabulary::{
    ActorKind, Bound, Channel, CorrectedPart, Departure, Directness, HopRole, IdentificationKind,
    Kind, PartyBasis, RelationKind, Role, Show, Vocabulary, Voice,
};
pub use words::{Word, word_count, words};
