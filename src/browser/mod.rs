//! Access to the browser: address bar and history, events, timers, stored settings, focus and
//! scroll.
//!
//! All uses of `web_sys` and `gloo` are here, so that the other rooms also run without a browser.
//! Never here: dossiers and routes. Call these functions only from effects and event handlers,
//! never while rendering.

mod address;
#[cfg(all(target_arch = "wasm32", feature = "annotator"))]
pub mod annotator;
mod events;
mod export;
mod highlight;
mod marks;
mod scroll;
mod settings;
mod targets;
mod window;

pub use address::Address;
pub use events::{Key, Listener, after, next_task, on_fold, on_key, open_folds};
pub use export::export_view;
pub use highlight::highlight;
pub use marks::{Mark, Marks};
pub use settings::{allow_shortcuts, shortcuts_allowed, warm};
pub use targets::{
    BESIDE_ID, clicked_statement, clicked_value, option_at, statement_at, ticked_statement,
};
pub use window::{
    RESULTS_ID, SEARCH_ID, TALLY_ID, app_root, copy_address, focus, focus_search, keep_place,
    mark_ready, page_root, prerendered_route, reveal, set_choices, set_title, show_page,
    show_results, typed_search,
};
