//! Changes to an author's dossier file: its quotes follow an edited text, and fixes of problems are applied.
//! The file keeps its formatting and its order.
//!
//! Here: what to change, as edits of the file's text. Never here: reading and writing files (`cli`), and
//! deciding what is valid (`load`).

mod alignment;
mod edits;
mod fix;
mod retext;
mod text_clean;
mod text_file;

pub use edits::Edit;
pub use fix::{Fixed, FixedText, fix};
pub use retext::{Retexted, Review, retext};
pub use text_file::{Moved, retext_with};
