//! The pages: one per kind of address.

#[cfg(not(target_arch = "wasm32"))]
pub mod about;
pub mod actor;
pub mod archive;
pub mod figure;
pub mod list;
pub mod lost;
pub mod statement;
