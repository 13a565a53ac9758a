//! URLs: parsing and writing paths (`Route`) and query strings (`query::View`). No other room knows
//! the format of a link. Published links must keep working, so accept new forms but never drop old
//! ones.
//!
//! Never here: the address bar and history (`browser`), the content of pages (`ui`).

mod encoding;
#[cfg(not(reader))]
mod fragment;
mod page;
mod path;
mod query_string;

pub use encoding::percent_encoded;
#[cfg(not(reader))]
pub use fragment::link_to_words;
pub use page::Route;
pub use query_string::{file_name_part, parse_query, query_string};
