//! The tables: one file per language. To add a language, add a file and a row; a field without words
//! is empty.

mod ar;
mod de;
mod en;
mod es;
mod fr;

use super::Table;

/// All tables.
pub(super) const TABLES: [Table; 5] = [ar::TABLE, de::TABLE, en::TABLE, es::TABLE, fr::TABLE];
