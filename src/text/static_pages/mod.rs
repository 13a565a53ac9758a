//! The words of the pages that only the build renders, one module for each page or part.
//!
//! Never here: words that the app shows too, which are in the other modules of `text`.

pub mod about;
pub mod accounts;
pub mod actor;
pub mod annotate;
pub mod archive;
pub mod dates;
pub mod embed;
pub mod evidence_table;
pub mod export_panel;
pub mod figure;
pub mod glossary;
mod languages;
pub mod problems;
pub mod statement;
