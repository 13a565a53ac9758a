//! The dossiers that were compiled into the crate: in the browser without what lists do not show.

mod unpack;

use crate::model::Archive;

#[cfg(not(target_arch = "wasm32"))]
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/archive.postcard"));

#[cfg(target_arch = "wasm32")]
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists.postcard"));

/// The settings, which the build checked.
#[cfg(not(target_arch = "wasm32"))]
pub fn settings() -> crate::model::Settings {
    let text = include_str!(concat!(env!("OUT_DIR"), "/settings.toml"));
    crate::load::settings("onrecord.toml", text).unwrap_or_default()
}

/// Each dossier's corrections, in the archive's order.
#[cfg(not(target_arch = "wasm32"))]
static CORRECTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corrections.postcard"));

/// What was published.
#[cfg(not(target_arch = "wasm32"))]
static LEDGERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ledgers.postcard"));

/// Unpacks the ledgers.
#[cfg(not(target_arch = "wasm32"))]
pub fn ledgers() -> Vec<crate::model::Ledger> {
    unpack::unpack(LEDGERS)
}

/// Unpacks the archive.
#[cfg(not(target_arch = "wasm32"))]
pub fn archive() -> Archive {
    let mut archive: Archive = unpack::unpack(PACKED);
    let corrections: Vec<Vec<crate::model::Correction>> = unpack::unpack(CORRECTIONS);
    for (dossier, corrections) in archive.dossiers.iter_mut().zip(corrections) {
        std::rc::Rc::make_mut(dossier).corrections = corrections;
    }
    archive
}

/// Unpacks the archive.
#[cfg(target_arch = "wasm32")]
pub fn archive() -> Archive {
    unpack::unpack(PACKED)
}
