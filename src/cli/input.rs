//! Reading what is to be checked: files, and standard input. No more than the loader takes is read.

use crate::load::{Diagnostic, FileCode, MAX_BYTES};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The name of standard input among files.
pub const STANDARD_INPUT: &str = "-";

/// The bytes of a file, or of standard input. Of one that is too large so many that the loader sees it.
///
/// # Errors
/// That it cannot be read, told as its other problems are.
pub fn read(file: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let read = if file.as_os_str() == STANDARD_INPUT {
        read_some(io::stdin().lock())
    } else {
        File::open(file).and_then(read_some)
    };
    read.map_err(|error| {
        let cause = format!("failed to read the file ({error})");
        Box::new(Diagnostic::of_file(&name(file), FileCode::Unreadable, cause))
    })
}

/// What a report calls a file.
pub fn name(file: &Path) -> String {
    if file.as_os_str() == STANDARD_INPUT {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    }
}

fn read_some(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    from.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
