//! Writers of other formats: pure, model to text.
//!
//! Never here: files (`cli`), what the formats of an author look like (`load::wire` has the structs).

mod excerpts;
mod published;

pub use published::published_json;
