//! The dossiers that were compiled into the crate.

use crate::model::Archive;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/archive.postcard"));

/// Unpacks the archive.
///
/// # Panics
/// Never in a crate that was built: the build script packed the bytes with these very types.
pub fn archive() -> Archive {
    postcard::from_bytes(PACKED).expect("the build script packed an archive")
}
