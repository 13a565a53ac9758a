//! Cards: a statement, a figure, an actor, each as a list shows it; and the one component that draws
//! them again only where they change.
//!
//! Never here: what a card's own page adds (`pages`).

pub mod actor;
pub mod figure;
pub mod piece;
pub mod statement;
