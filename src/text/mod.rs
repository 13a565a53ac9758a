//! Every word of ours that the page shows, in one place, ready for other languages.
//!
//! The rule over all of it: quotation marks surround only words that the article quotes.
//!
//! Never here: markup (`ui`), formats (`export`).

mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod exported;
mod formats;
#[cfg(not(target_arch = "wasm32"))]
mod head;
mod labels;
#[cfg(not(target_arch = "wasm32"))]
mod pictures;
mod sentences;
#[cfg(not(target_arch = "wasm32"))]
mod tomb;

#[cfg(not(target_arch = "wasm32"))]
pub use dates::short_month_text;
pub use dates::{date_text, day_text, when_text};
#[cfg(not(target_arch = "wasm32"))]
pub use exported::*;
pub use formats::{format_label, format_name};
#[cfg(not(target_arch = "wasm32"))]
pub use head::{Head, head};
pub use labels::{Label, facet_label, relation_sentence, relation_text, value_label};
#[cfg(not(target_arch = "wasm32"))]
pub use pictures::*;
pub use sentences::*;
#[cfg(not(target_arch = "wasm32"))]
pub use tomb::*;
