//! The people, organisations and documents of the article.

use crate::model::PartyBasis;
use crate::text::{Label as _, count};

/// The heading of the actors.
pub const ACTORS: &str = "Sources and names";
/// The heading of the names that are no actors yet.
pub const FOUND: &str = "Names found";
/// The button that makes a name an actor.
pub const ADD: &str = "Add";
/// The button that opens an actor.
pub const EDIT: &str = "Edit";
/// Before other names.
pub const ALSO: &str = "also: ";
/// The fields of an actor.
pub const NAME: &str = "Name";
/// What it is.
pub const KIND: &str = "Kind";
/// Its side.
pub const PARTY: &str = "Side";
/// No side.
pub const NO_PARTY: &str = "none";
/// Why it is on that side.
pub const BASIS: &str = "Because it";
/// The identification.
pub const IDENTIFIED: &str = "Identified in the article as";
/// Derived from the words.
pub const DERIVED: &str = "as the words say";
/// A further name.
pub const ALIAS: &str = "Another name";
/// The button that adds it.
pub const ADD_ALIAS: &str = "Add name";
/// The field that merges it.
pub const MERGE: &str = "Is the same as";
/// The button that merges it.
pub const MERGE_NOW: &str = "Merge";
/// The group of statements for a split.
pub const SPLIT: &str = "Statements by somebody else";
/// Who the other is.
pub const SPLIT_NAME: &str = "Name of the other";
/// The button that splits it.
pub const SPLIT_NOW: &str = "Split";
/// The button that removes it.
pub const REMOVE: &str = "Remove";
/// The choice that is none yet.
pub const CHOOSE: &str = "choose";

/// Says how much an actor does: "3 statements · passes on 2".
pub fn role(speaks: usize, passes_on: usize) -> String {
    let speaks = (speaks > 0).then(|| count(speaks, "statement", "statements"));
    let passes_on = (passes_on > 0).then(|| format!("passes on {passes_on}"));
    speaks.into_iter().chain(passes_on).collect::<Vec<_>>().join(" · ")
}

/// Names the button that opens an actor.
pub fn edit(name: &str) -> String {
    format!("Edit {name}")
}

/// Names the button that makes a name an actor.
pub fn add(name: &str) -> String {
    format!("Add {name}")
}

/// Names the button that removes a further name.
pub fn remove_alias(name: &str) -> String {
    format!("Remove the name {name}")
}

/// The name of a reason for a side.
pub fn basis(basis: PartyBasis) -> &'static str {
    basis.label()
}
