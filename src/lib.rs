//! **On Record**: who said what, through whom, in the article's own words.
//!
//! Each module is a room, and its header says what belongs in it. A room can use only the rooms
//! before it in this order: `model`, `load`, `query`, `route`, `site`, `text`, `export`, `picture`,
//! `browser`, `ui`, `prerender`, `cli`. `tests/house` checks this. `bundled` contains the dossiers
//! that are compiled in, and only `cli` and the app use it.

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
