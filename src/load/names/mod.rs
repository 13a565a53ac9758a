//! Names: which actors the words of a text name, by name, alias, surname, initials or description.
//!
//! It is pure and knows no dossier beyond its actors, so that everything that has to find people in
//! a text can use it. What depends on a language (articles, pronouns) comes from `cues`; without a
//! table for the language, names still match.

mod index;
mod phrase;
mod tokens;
mod variants;

pub use index::{Mention, Names};
pub use phrase::Named;
pub use tokens::{Case, Gap, Token, Tokens, key, tokens};
