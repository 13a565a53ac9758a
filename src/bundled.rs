//! The dossiers that were compiled into the crate: in the browser without what lists do not show.

use crate::model::Archive;

#[cfg(not(target_arch = "wasm32"))]
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/archive.postcard"));

#[cfg(target_arch = "wasm32")]
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists.postcard"));

/// Unpacks the archive.
///
/// # Panics
/// Never in a crate that was built: the build script packed the bytes with these very types.
pub fn archive() -> Archive {
    postcard::from_bytes(PACKED).expect("the build script packed an archive")
}
