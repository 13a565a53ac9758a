//! Questions to a dossier: which items match a search and chosen values, in which order, and what
//! each further choice would give. Pure reads: the same view of the same dossier has the same
//! results, always.
//!
//! In reading order: `fold` makes texts comparable (by a `table` that `letters` fills at build time), `search` reads what was typed, `facet` says
//! what can be chosen, `view` is what was chosen, `index` prepares a dossier, `results` answers,
//! `widen` helps where nothing matches.
//!
//! Never here: URLs (that is `route`), words of ours for a reader (that is `ui/text`), `yew`,
//! `web_sys`, IO.

mod column;
#[cfg(test)]
mod compat;
mod facet;
mod fold;
mod haystack;
mod index;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod pack;
mod results;
mod search;
mod table;
mod view;
mod widen;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod sample;

pub use facet::{Collection, Facet, Sort, Value};
pub use fold::{Folded, fold, fold_str};
pub use index::Index;
pub use results::{FacetCounts, Results, run};
pub use search::Query;
pub use view::{Unknown, View};
pub use widen::{Dropped, Widening, widen};
