//! The article's words with what the annotation says of them: in their paragraph, or away from it.

pub mod annotated;
#[cfg(not(target_arch = "wasm32"))]
pub mod evidence;
#[cfg(not(target_arch = "wasm32"))]
pub mod passage;
pub mod words;
