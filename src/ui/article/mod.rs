//! The article's words, with the annotation drawn into them.

pub mod annotated;
pub mod words;
