//! **On Record**: who said what, through whom, in the article's own words.
//!
//! Each module is a room, and its header says what belongs in it. A room can use only the rooms
//! before it in this order: `model`, `load`, `import`, `revise`, `suggest`, `annotate`, `packed`, `query`, `format`, `route`,
//! `site`, `text`, `export`, `picture`, `browser`, `ui`, `prerender`, `desk`, `cli`. `tests/house` checks this.

#[cfg(not(reader))]
pub mod annotate;
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(all(target_arch = "wasm32", feature = "annotator"))]
pub mod desk;
#[cfg(not(reader))]
pub mod export;
pub mod format;
#[cfg(not(reader))]
pub mod import;
#[cfg(not(reader))]
pub mod load;
pub mod model;
pub mod packed;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
#[cfg(not(reader))]
pub mod prerender;
pub mod query;
#[cfg(not(reader))]
pub mod revise;
pub mod route;
pub mod site;
#[cfg(not(reader))]
pub mod suggest;
pub mod text;
pub mod ui;
