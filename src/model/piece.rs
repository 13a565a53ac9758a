//! The pieces of snippets. They are chosen in `snippet`.

use super::Span;
use serde::{Deserialize, Serialize};

/// A piece of a snippet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Words of the article.
    Text(Span),
    /// Words left out, which belong to another statement or another sentence.
    Gap,
}
