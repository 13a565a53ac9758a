//! **On Record**: who said what, through whom, in the article's own words.
//!
//! The rooms, in reading order; each may use those above it, never those below. What each holds is
//! said at its door.

pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
pub mod query;
pub mod route;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod browser;
pub mod ui;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod bundled;
