//! URLs, both ways: a path is a `Route`, a query string a `query::View`. The one place that knows
//! what a link looks like; a published link never breaks, so what is read here only ever grows.
//!
//! Never here: the address bar and the history (that is `browser`), what a page shows (`ui`).

#[cfg(not(target_arch = "wasm32"))]
mod fragment;
mod path;
mod query_string;

#[cfg(not(target_arch = "wasm32"))]
pub use fragment::link_to_words;
pub use path::Route;
pub use query_string::{parse_query, percent_encoded, query_string};
