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

mod app;
mod article;
mod cards;
mod controls;
mod el;
mod icon;
mod page;
mod pages;
mod parts;
mod sentence;
mod state;
#[cfg(not(target_arch = "wasm32"))]
mod static_pages;

pub use app::{App, Props};
#[cfg(not(target_arch = "wasm32"))]
pub use icon::{PEN, kind_paths};
