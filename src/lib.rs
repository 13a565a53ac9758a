//! **On Record**: who said what, through whom, in the article's own words.
//!
//! The rooms, in reading order; each may use those above it, never those below. What each holds is
//! said at its door.

pub mod browser;
pub mod bundled;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod format;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod query;
pub mod route;
pub mod site;
pub mod text;
pub mod ui;
