//! Data files: what the app reads of a site. List pages name the file of their dossier, which the
//! browser fetches together with the app.
//!
//! Layout, numbers in little-endian order:
//!
//! | bytes | content |
//! |---|---|
//! | 4 | `ONRD` |
//! | 4 | version of this layout |
//! | 8 | hash of the types in `model`, computed from their source by `build.rs` |
//! | 8 | length of the data |
//! | 8 | FNV-1a hash (64 bits) of the data |
//! | rest | the data: [`Contents`] in postcard's wire format, version 1 |
//!
//! A file is read only if all of the header fits, so an app never reads data that was packed from
//! other types, cut, or changed on the way.
//!
//! Never here: fetching files (`static/boot.js`), what the app does with the data (`site`).

use crate::model::Dossier;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

const MAGIC: &[u8; 4] = b"ONRD";
const LAYOUT: u32 = 1;
/// Hash of the source of the types in `model`, 16 hexadecimal digits.
const TYPES: &str = env!("ONRECORD_TYPES");
const HEADER: usize = 32;

/// The content of a data file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// The site's name.
    pub site: Box<str>,
    /// True if the site has only one dossier, whose statements are then the home page.
    pub is_alone: bool,
    /// The dossiers: one, or in a file that holds a whole site, all of them.
    pub dossiers: Vec<Arc<Dossier>>,
}

/// The reason why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is not a data file, or is incomplete or changed.
    Damaged,
    /// It was packed by another version of the program.
    OtherVersion,
}

impl Unfit {
    /// Returns a short code, for the script that starts the app.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::OtherVersion => "other-version",
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Unfit {}

/// Packs dossiers as they are given, see [`Dossier::for_lists`], with what the app does not compute.
///
/// # Errors
/// Returns postcard's error, which no value of these types causes.
#[cfg(not(reader))]
pub fn pack(contents: &Contents) -> Result<Vec<u8>, postcard::Error> {
    contents.dossiers.iter().for_each(|dossier| dossier.compute_for_app());
    Ok(with_header(&postcard::to_allocvec(contents)?))
}

/// Puts a header that fits in front of any data, also such that no version of the program packs. For
/// tests of [`unpack`].
#[cfg(not(reader))]
pub fn with_header(data: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(HEADER + data.len());
    file.extend_from_slice(MAGIC);
    file.extend_from_slice(&LAYOUT.to_le_bytes());
    file.extend_from_slice(&types().to_le_bytes());
    file.extend_from_slice(&(data.len() as u64).to_le_bytes());
    file.extend_from_slice(&fnv(data).to_le_bytes());
    file.extend_from_slice(data);
    file
}

/// Reads a data file.
///
/// # Errors
/// If it was packed by another version of the program, is incomplete, or was changed.
pub fn unpack(file: &[u8]) -> Result<Contents, Unfit> {
    let (header, data) = file.split_at_checked(HEADER).ok_or(Unfit::Damaged)?;
    let number = |at: usize| {
        let bytes = header[at..at + 8].try_into().unwrap_or_default();
        u64::from_le_bytes(bytes)
    };
    if header[..4] != *MAGIC {
        return Err(Unfit::Damaged);
    }
    if header[4..8] != LAYOUT.to_le_bytes() || number(8) != types() {
        return Err(Unfit::OtherVersion);
    }
    if number(16) != data.len() as u64 || number(24) != fnv(data) {
        return Err(Unfit::Damaged);
    }
    postcard::from_bytes(data).map_err(|_| Unfit::Damaged)
}

fn types() -> u64 {
    u64::from_str_radix(TYPES, 16).unwrap_or_default()
}

/// Returns the FNV-1a hash of bytes. Any change of a single byte changes it.
fn fnv(bytes: &[u8]) -> u64 {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, add)
}

#[cfg(test)]
mod tests;
