//! The pages that the app draws in the browser: the lists of cards, the full text, and the
//! comparison.
//!
//! Never here: pages that need no app (`static_pages`).

mod article;
mod compare;
mod compare_choice;
mod compare_sides;
#[cfg(test)]
mod compare_tests;
pub mod explore;
pub mod list;
#[cfg(test)]
mod list_tests;
mod notes;
#[cfg(test)]
mod rendered;
