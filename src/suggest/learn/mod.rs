//! Training: from marked articles to the weights of a model. Native, and not part of the command.
//!
//! The same articles give the same bytes on every machine: one thread, one order, no random numbers
//! but those of a fixed sequence, and functions of `libm`.

mod chain;
mod confidence;
pub mod corpus;
mod labels;
mod links;
mod sample;
mod score;
mod shuffle;
mod train;

pub use sample::{Marked, Sample};
pub use score::Score;
pub use train::{Settings, Trained, train};
