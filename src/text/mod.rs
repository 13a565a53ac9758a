//! All words on the site except those of the dossiers, in one place, ready for translation.
//!
//! There is a file for each part of the site. A sentence is one constant or one function, with the
//! plural forms that it needs. If a sentence contains a link or other markup, it has slots,
//! which the page fills.
//!
//! Quotation marks surround only words that the article quotes.
//!
//! Never here: markup (`ui`), formats (`export`).

mod article;
mod attribution;
mod card;
mod compare;
mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod edtf;
#[cfg(not(target_arch = "wasm32"))]
mod exported;
#[cfg(not(target_arch = "wasm32"))]
mod fallback;
#[cfg(not(target_arch = "wasm32"))]
mod feed;
mod filters;
mod formats;
mod grammar;
#[cfg(not(target_arch = "wasm32"))]
mod head;
mod labels;
mod list;
mod navigation;
#[cfg(not(target_arch = "wasm32"))]
mod pictures;
mod relations;
#[cfg(not(target_arch = "wasm32"))]
mod resolved;
mod slots;
#[cfg(not(target_arch = "wasm32"))]
pub mod static_pages;
#[cfg(not(target_arch = "wasm32"))]
mod tomb;
mod values;

pub use article::*;
pub use attribution::*;
pub use card::*;
pub use compare::*;
pub use dates::{day_text, when_text};
#[cfg(not(target_arch = "wasm32"))]
pub use dates::{short_day_text, short_month_text};
#[cfg(not(target_arch = "wasm32"))]
pub use exported::*;
#[cfg(not(target_arch = "wasm32"))]
pub use fallback::*;
#[cfg(not(target_arch = "wasm32"))]
pub use feed::*;
pub use filters::*;
pub use formats::{format_label, format_name};
pub use grammar::*;
#[cfg(not(target_arch = "wasm32"))]
pub use head::{Head, draft_title, head, picture_of_report, picture_of_statement};
pub use labels::{Label, kind_noun, kind_title, relation_sentence};
pub use list::*;
pub use navigation::*;
#[cfg(not(target_arch = "wasm32"))]
pub use pictures::*;
pub use relations::*;
#[cfg(not(target_arch = "wasm32"))]
pub use resolved::{
    attributed, figure_attributed, gist_or_words, resolution, set_off, statement_text,
};
pub use slots::{Link, Sentence};
#[cfg(not(target_arch = "wasm32"))]
pub use tomb::*;
pub use values::*;
