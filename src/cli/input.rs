//! Reads dossiers and ledgers from files or standard input, up to the size that the loader accepts.

use crate::load::{Diagnostic, FileCode, MAX_BYTES};
use std::fs::File;
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
