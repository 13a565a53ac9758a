//! The page, as Yew components and plain functions that return markup.
//!
//! State stands at the root in one reducer (`state`); values go down, what the reader does goes up.
//! The same markup is prerendered and hydrated, so nothing here reads a clock, chance or the
//! browser while rendering: only effects do, through `browser`. All words of ours are in `text`.
//!
//! Never here: what matches a search (`query`), what an address means (`route`), what follows from
//! a dossier (`model`), or a `web_sys` call beyond reading an event's own target.

#![cfg_attr(
    target_arch = "wasm32",
    allow(
        dead_code,
        reason = "pages that are only read use more than the app in the browser does"
    )
)]

mod actor_card;
mod annotated;
mod app;
mod el;
#[cfg(not(target_arch = "wasm32"))]
mod evidence;
#[cfg(not(target_arch = "wasm32"))]
mod fields;
mod figure_card;
mod filters;
mod icon;
mod marks;
mod page;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod passage;
mod piece;
mod references;
mod related;
mod search_box;
mod site;
mod state;
mod statement_card;
pub mod text;
mod toolbar;
mod words;

pub use app::{App, Props};
pub use site::{Prepared, Site};
