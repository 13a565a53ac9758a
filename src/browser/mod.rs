//! The browser: its address bar and history, events, timers, settings, focus and scroll.
//!
//! Everything of `web_sys` and `gloo` stands here, so that the other rooms also run without a
//! browser. Nothing here knows a dossier or a route. Called from effects and events only, never
//! while rendering.

mod address;
mod events;
mod export;
mod places;
mod pointing;
mod settings;
mod window;

pub use address::Address;
pub use events::{Key, Listener, after, on_key};
pub use export::export_view;
pub use pointing::{BESIDE_ID, choice, opened, pointed};
pub use settings::{allow_shortcuts, shortcuts_allowed};
pub use window::{
    SEARCH_ID, SORT_ID, app_root, focus, focus_search, mark_ready, page_root, prerendered_route,
    reveal, set_title, show_order, show_page, typed,
};
