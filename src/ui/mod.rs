//! The pages, as Yew components and plain functions that return markup.
//!
//! The root component keeps all state in one reducer (`state`). Values are passed down, and the
//! reader's actions are sent up. The same markup is prerendered and hydrated, so rendering must not
//! depend on a clock, on randomness or on the browser: only effects use the browser, through
//! `browser`.
//!
//! Never here: words for readers (`text`), searching (`query`), addresses (`route`), what follows
//! from a dossier (`model`), or `web_sys` calls other than reading an event's own target.

#![cfg_attr(
    reader,
    allow(
        dead_code,
        reason = "static pages, which the app does not contain, use more of the shared parts"
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
#[cfg(all(target_arch = "wasm32", feature = "annotator"))]
mod shared;
mod state;
#[cfg(not(reader))]
mod static_pages;

pub use app::{App, Props};
#[cfg(not(reader))]
pub use icon::{MARK, PEN, kind_paths};
#[cfg(all(target_arch = "wasm32", feature = "annotator"))]
pub use shared::*;
#[cfg(not(reader))]
pub use static_pages::{frame_code, frame_height};
