//! The words of the annotator.
//!
//! Never here: what a problem is (`load`), and the words of the pages that it previews.

pub mod actors;
pub mod article;
pub mod head;
pub mod keep;
pub mod keys;
pub mod plain;
pub mod preview;
pub mod problems;
pub mod question;
pub mod rail;
pub mod review;
pub mod said;
pub mod sheet;
pub mod slip;
pub mod start;
