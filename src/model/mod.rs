//! The validated data of a dossier, and everything that can be derived from it: directness, counts,
//! coverage, snippets, accounts. `load` has checked it, so indices are in range and spans lie in
//! the text, and no other room checks again.
//!
//! Never here: JSON (`load` and `export`), search and filters (`query`), words for readers
//! (`text`), markup (`ui`), files or the browser.

#[cfg(not(reader))]
mod accounts;
mod actor;
mod article;
#[cfg(not(reader))]
mod axis;
#[cfg(not(reader))]
mod claims;
mod comparison;
mod contact;
#[cfg(not(reader))]
mod correction;
mod counts;
mod cover;
mod coverage;
#[cfg(not(reader))]
mod cut;
#[cfg(not(reader))]
mod cut_map;
mod date;
mod dates;
#[cfg(not(reader))]
mod digest;
#[cfg(not(reader))]
mod directness;
mod dossier;
#[cfg(not(reader))]
mod drafts;
mod figure;
#[cfg(not(reader))]
mod for_lists;
mod groups;
#[cfg(not(reader))]
mod language;
#[cfg(not(reader))]
mod ledger;
#[cfg(not(reader))]
mod ledger_changes;
#[cfg(not(reader))]
mod links;
mod lookup;
mod marks;
mod piece;
mod positions;
mod precomputed;
mod quotations;
mod reading;
mod relation;
#[cfg(not(reader))]
mod resolved;
#[cfg(not(reader))]
mod sentences;
mod settings;
mod slug;
#[cfg(not(reader))]
mod snippet;
mod sort;
mod statement;
mod unclear;
mod units;
#[cfg(not(reader))]
mod visit_spans;
mod vocabulary;
mod wording;
mod words;

#[cfg(not(reader))]
pub use accounts::{Accounts, MAX_COLUMNS, TopicAccounts};
pub use actor::{Actor, Alias, Party};
#[cfg(not(reader))]
pub use article::Archived;
pub use article::{Article, Background, GAP, Rights};
#[cfg(not(reader))]
pub use axis::{Axis, Segment};
pub use comparison::Comparison;
pub use contact::Contact;
#[cfg(not(reader))]
pub use correction::Correction;
pub use counts::{ActorCounts, ActorGroup};
pub use cover::Cover;
pub use coverage::{Carried, Coverage, Run, Total};
#[cfg(not(reader))]
pub use cut::{CONTEXT_LENGTH, CONTEXT_WORDS};
#[cfg(not(reader))]
pub use cut_map::CutMap;
pub use date::{Day, Form, When};
#[cfg(not(reader))]
pub use dates::dates;
pub use dates::{DateRef, Dated};
#[cfg(not(reader))]
pub use digest::Digest;
#[cfg(not(reader))]
pub use directness::{ContentReader, wording};
pub use dossier::{Annotation, Archive, Dossier};
pub use figure::{Decimal, Figure, FigurePlace};
#[cfg(not(reader))]
pub use language::primary_language;
#[cfg(not(reader))]
pub use ledger::{Entry, Fate, Gone, IdKind, Ledger, dossier_fate};
#[cfg(not(reader))]
pub use ledger_changes::{Change, Changed};
#[cfg(not(reader))]
pub use links::{ActorLinks, LinkCount};
pub use lookup::Lookup;
use lookup::Table;
pub use piece::Piece;
pub use positions::{ActorIx, FigureIx, PlaceIx, StatementIx, TopicIx};
pub use precomputed::Precomputed;
pub use quotations::Quotations;
#[cfg(not(reader))]
pub use quotations::{
    Convention, closes_in_place_of, closing_marks, single_quotations, titles_without_marks,
};
pub use reading::{Basis, Reading};
pub use relation::{Place, Relation, Topic};
#[cfg(not(reader))]
pub use resolved::{Resolved, resolved_pieces};
#[cfg(not(reader))]
pub use sentences::{InDoubt, sentence_ends};
pub use settings::{Annotator, Citations, FileSettings, PROJECT, Settings};
pub use slug::{BadSlug, Slug};
#[cfg(not(reader))]
pub use snippet::{attribution_pieces, sentence};
pub use sort::{pair_key, sorted_positions};
pub use statement::{Hop, Identification, Mention, Referent, Source, Statement, Translation};
pub use units::{Span, Unit, UnitIx, is_letter, is_unspaced, near, sort_spans};
pub use vocabulary::{
    ActorKind, Assumed, Bound, Channel, CorrectedPart, Departure, Directness, HopRole,
    IdentificationKind, Kind, PartyBasis, RelationKind, Role, Show, Vocabulary, Voice,
};
pub use wording::Wording;
pub use words::{Word, word_count, words};
