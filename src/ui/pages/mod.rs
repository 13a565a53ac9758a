//! The pages: one per kind of address.
//!
//! Only what `explore` draws runs in the browser. The others are only read: they are prerendered, need no app, and
//! open in a tenth of the bytes.

#[cfg(not(target_arch = "wasm32"))]
mod about;
#[cfg(not(target_arch = "wasm32"))]
mod accounts;
#[cfg(not(target_arch = "wasm32"))]
mod actor;
#[cfg(not(target_arch = "wasm32"))]
mod archive;
mod article;
mod compare;
#[cfg(not(target_arch = "wasm32"))]
mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod embed;
pub mod explore;
#[cfg(not(target_arch = "wasm32"))]
mod figure;
pub mod list;
#[cfg(not(target_arch = "wasm32"))]
mod lost;
#[cfg(not(target_arch = "wasm32"))]
mod statement;
#[cfg(not(target_arch = "wasm32"))]
mod tomb;

#[cfg(not(target_arch = "wasm32"))]
mod read;

#[cfg(not(target_arch = "wasm32"))]
pub use read::read;
