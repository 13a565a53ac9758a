//! What several tests share: where the fixtures are, and how a report is put together.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod annotated;
pub mod bundle;
pub mod generate;
pub mod html;
pub mod mutate;
pub mod twins;

use onrecord::cli::report;
use onrecord::load::{Diagnostic, Loaded, load};
use onrecord::model::Dossier;
use std::fs;
use std::path::{Path, PathBuf};

/// The real dossier, as its author wrote it.
pub const REAL: &str = "static/dossiers/shafaq-2026-01-06.json";

/// Ledgers of the small dossier, and of dossiers that are gone: something of all that can happen.
pub const LEDGERS: [&str; 3] = [
    "tests/fixtures/published/harbour.json",
    "tests/fixtures/published/old-harbour.json",
    "tests/fixtures/published/quay.json",
];

/// A path below the crate's root.
pub fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// The bytes of a file below the crate's root.
pub fn bytes(below: &str) -> Vec<u8> {
    fs::read(path(below)).unwrap_or_else(|error| panic!("failed to read {below} ({error})"))
}

/// The text of a file below the crate's root.
pub fn text(below: &str) -> String {
    String::from_utf8(bytes(below)).unwrap_or_else(|error| panic!("{below} is no text ({error})"))
}

/// The names of the folders in a folder below the crate's root, in order.
pub fn folders(below: &str) -> Vec<String> {
    let entries = fs::read_dir(path(below)).unwrap_or_else(|error| panic!("{below}: {error}"));
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The files of all dossiers that are sound, the real one first.
pub fn good_files() -> Vec<String> {
    let fixtures = folders("tests/fixtures/good").into_iter();
    let fixtures = fixtures.map(|name| format!("tests/fixtures/good/{name}/dossier.json"));
    std::iter::once(REAL.to_owned()).chain(fixtures).collect()
}

/// A dossier that is sound, by the file that holds it.
pub fn good(file: &str) -> Dossier {
    let bytes = bytes(file);
    let loaded = load(file, &bytes);
    let told = told(&bytes, &loaded.diagnostics);
    loaded.dossier.unwrap_or_else(|| panic!("{file} should load:\n{told}"))
}

/// What `onrecord check` prints of a file's problems, as plain text.
pub fn told(bytes: &[u8], diagnostics: &[Diagnostic]) -> String {
    let rendered = report::render(&String::from_utf8_lossy(bytes), diagnostics, false);
    format!("{rendered}{}\n", report::tally(diagnostics))
}

/// Fails where a report is not what its fixture expects; with `UPDATE` set, writes what is expected.
pub fn as_expected(reports: &[(String, String)]) {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for (name, report) in reports {
        let expected = path(name);
        if update {
            fs::write(&expected, report).expect("the fixtures can be written");
        } else if fs::read_to_string(&expected).ok().as_ref() != Some(report) {
            wrong.push(format!("{name} is told otherwise:\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE=1 rewrites what is expected", wrong.join("\n"));
}

/// What must hold of whatever loading gives, for any bytes at all.
///
/// # Errors
/// What does not hold.
pub fn check_loaded(bytes: &[u8], loaded: &Loaded) -> Result<(), String> {
    use onrecord::load::Severity;
    let is_error = |d: &Diagnostic| d.severity == Severity::Error;
    if loaded.dossier.is_some() == loaded.diagnostics.iter().any(is_error) {
        return Err(format!("a dossier and an error, or neither: {:?}", loaded.diagnostics));
    }
    let mut last = 0;
    for diagnostic in &loaded.diagnostics {
        check_place(bytes, diagnostic)?;
        if diagnostic.bytes.start < last {
            return Err(format!("not in file order: {diagnostic:?}"));
        }
        last = diagnostic.bytes.start;
    }
    // Some stand for all where there are many.
    let some = loaded.diagnostics.iter().step_by(loaded.diagnostics.len() / 6 + 1);
    let some: Vec<Diagnostic> = some.cloned().collect();
    report::render(&String::from_utf8_lossy(bytes), &some, false);
    Ok(())
}

/// The bytes lie in the file, on characters, and line and column say the same place.
fn check_place(bytes: &[u8], diagnostic: &Diagnostic) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{what}: {diagnostic:?}"));
    let range = &diagnostic.bytes;
    if range.start > range.end || range.end > bytes.len() {
        return wrong("bytes outside of the file");
    }
    let readable = std::str::from_utf8(bytes).or_else(|error| {
        // Beyond the first byte that is no UTF-8 there are no characters to speak of.
        std::str::from_utf8(&bytes[..error.valid_up_to()])
    });
    let text = readable.map_err(|error| error.to_string())?;
    if !text.is_char_boundary(range.start) || !text.is_char_boundary(range.end) {
        return wrong("bytes within a character");
    }
    let before = &text[..range.start];
    let line = before.matches('\n').count() + 1;
    let in_line = before.rsplit('\n').next().unwrap_or_default();
    // The marks that a file begins with are no column of its first line.
    let in_line = if line == 1 { in_line.trim_start_matches('\u{feff}') } else { in_line };
    let column = in_line.chars().count() + 1;
    if (diagnostic.line, diagnostic.column) != (line, column) {
        return wrong("line and column of another place");
    }
    Ok(())
}
