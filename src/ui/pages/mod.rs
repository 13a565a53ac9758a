//! The pages: one per kind of address.

pub mod about;
pub mod actor;
pub mod archive;
pub mod figure;
pub mod list;
pub mod lost;
pub mod statement;
