//! Parts that several cards and pages share, the same everywhere.

#[cfg(not(target_arch = "wasm32"))]
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod fields;
pub mod marks;
#[cfg(not(target_arch = "wasm32"))]
pub mod matrix;
pub mod references;
pub mod related;
