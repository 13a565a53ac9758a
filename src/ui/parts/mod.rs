//! Parts that several cards and pages share.
//!
//! Never here: parts that only static pages use (`static_pages`).

pub mod marks;
pub mod references;
pub mod related;
