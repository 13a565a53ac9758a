//! Reads dossiers and ledgers from files or standard input, up to the size that the loader accepts.

use super::Failure;
use crate::load::{Diagnostic, FileCode, MAX_BYTES, visible};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Argument that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// Reads a file or standard input. If it is too large, reads one byte more than the limit, so that
/// the loader reports it.
///
/// # Errors
/// If it cannot be read, as a diagnostic.
pub fn read(file: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let read = if file.as_os_str() == STANDARD_INPUT {
        read_limited(io::stdin().lock())
    } else {
        File::open(file).and_then(read_limited)
    };
    read.map_err(|error| {
        let cause = format!("failed to read the file ({error})");
        Box::new(Diagnostic::of_file(&name(file), FileCode::Unreadable, cause))
    })
}

/// Reads a text file beside a dossier. A link is not followed, because it may lead to another folder.
///
/// # Errors
/// If it cannot be read, with the cause.
pub fn read_beside(dossier: &Path, text: &Path) -> Result<Vec<u8>, String> {
    if dossier.as_os_str() == STANDARD_INPUT {
        return Err("a dossier from standard input has no text file".to_owned());
    }
    let found = fs::symlink_metadata(text).map_err(|error| error.to_string())?;
    if !found.is_file() {
        return Err("it is not a file".to_owned());
    }
    File::open(text).and_then(read_limited).map_err(|error| error.to_string())
}

/// Reads a file or standard input that the command cannot do without.
///
/// # Errors
/// If it cannot be read.
pub fn require(file: &Path) -> Result<Vec<u8>, Failure> {
    read(file)
        .map_err(|unread| Failure::Input(format!("{}: {}", visible(&unread.file), unread.message)))
}

/// Returns the name of a file for reports.
pub fn name(file: &Path) -> String {
    if file.as_os_str() == STANDARD_INPUT {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    }
}

fn read_limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
