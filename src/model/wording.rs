//! The wording of a statement. It is derived in `directness`.

use super::Directness;
use serde::{Deserialize, Serialize};

/// The wording of a statement's content: how much of it is quoted, and which parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Direct, mixed or indirect.
    pub directness: Directness,
    /// Number of words of the content.
    pub words: usize,
    /// Number of words in quotation marks.
    pub quoted_words: usize,
    /// Length of the content in code points, with its spans joined.
    pub length: u32,
    /// The quoted parts, as code points `start..end` of the joined content.
    pub quoted: Vec<(u32, u32)>,
}
