//! Search and filters: which items of a dossier match a view, in which order, and how many each
//! further choice would match. All functions are pure: the same view of the same dossier always has
//! the same results.
//!
//! In reading order: `fold` makes texts comparable, `search` parses a search, `facet` lists what
//! can be chosen, `view` is what was chosen, `index` prepares a dossier, `results` runs a view, and
//! `widen` suggests choices to remove.
//!
//! Never here: URLs (`route`), words for readers (`text`), `yew`, `web_sys`, input and output.

mod column;
mod facet;
mod fold;
mod haystack;
mod index;
mod range;
mod results;
mod search;
mod unclear;
mod view;
mod widen;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod view_tests;

pub use facet::{Collection, Facet, Sort, Value};
#[cfg(not(reader))]
pub use fold::packed_folds;
pub use fold::{Folded, fold, fold_str};
pub use index::Index;
pub use range::{End, Range};
pub use results::{FacetCounts, Results, run};
pub use search::Query;
pub use unclear::is_unclear;
pub use view::{Choice, Chosen, Unknown, View};
pub use widen::{Dropped, Widening, widen};
