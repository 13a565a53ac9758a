//! `onrecord sizes`: measures the files of a bundle.

use super::files::{all_files, brotli, failed};
use super::{Failure, folder_argument, terminal};
use std::fs;
use std::process::ExitCode;

/// Prints the size of each file, in bytes, uncompressed and with Brotli.
///
/// # Errors
/// If the arguments are wrong or a file cannot be read.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = folder_argument(parser)?;
    terminal::say(format_args!("{:>9} {:>9}  file", "raw", "brotli"));
    let (mut raw, mut packed) = (0, 0);
    for path in all_files(&folder)? {
        if path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| failed("read", &path, &error))?;
        let small = brotli(&bytes).len();
        terminal::say(format_args!(
            "{:>9} {small:>9}  {}",
            bytes.len(),
            terminal::path(path.strip_prefix(&folder).unwrap_or(&path))
        ));
        raw += bytes.len();
        packed += small;
    }
    terminal::say(format_args!("{raw:>9} {packed:>9}  total"));
    Ok(ExitCode::SUCCESS)
}
