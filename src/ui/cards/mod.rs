//! Cards for statements, actors and figures, and the component that redraws only those that have
//! changed.
//!
//! Never here: what the page of a single item adds (`static_pages`).

pub mod actor;
pub mod figure;
pub mod piece;
pub mod statement;
