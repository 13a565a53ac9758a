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
#[cfg(not(reader))]
pub mod desk;
#[cfg(not(reader))]
mod edtf;
#[cfg(not(reader))]
mod exported;
#[cfg(not(reader))]
mod fallback;
#[cfg(not(reader))]
mod feed;
mod filters;
mod formats;
mod grammar;
#[cfg(not(reader))]
mod head;
mod labels;
mod list;
mod navigation;
#[cfg(not(reader))]
mod pictures;
mod relations;
#[cfg(not(reader))]
mod resolved;
mod slots;
#[cfg(not(reader))]
pub mod static_pages;
#[cfg(not(reader))]
mod tomb;
mod values;

pub use article::*;
pub use attribution::*;
pub use card::*;
pub use compare::*;
pub use dates::{day_text, when_text};
#[cfg(not(reader))]
pub use dates::{short_day_text, short_month_text};
#[cfg(not(reader))]
pub use exported::*;
#[cfg(not(reader))]
pub use fallback::*;
#[cfg(not(reader))]
pub use feed::*;
pub use filters::*;
pub use formats::{format_label, format_name};
pub use grammar::*;
#[cfg(not(reader))]
pub use head::{Head, draft_title, head, picture_of_report, picture_of_statement};
pub use labels::{Label, kind_noun, kind_title, relation_sentence};
pub use list::*;
pub use navigation::*;
#[cfg(not(reader))]
pub use pictures::*;
pub use relations::*;
#[cfg(not(reader))]
pub use resolved::{
    attributed, figure_attributed, gist_or_words, resolution, set_off, statement_text,
};
pub use slots::{Link, Sentence};
#[cfg(not(reader))]
pub use tomb::*;
pub use values::*;
