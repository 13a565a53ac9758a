//! Helpers that several tests share: loading fixtures, rendering reports, and checking loaded
//! files.

#![allow(dead_code, reason = "each test binary uses only some of the helpers")]

pub mod annotated;
pub mod bundle;
pub mod generate;
pub mod html;
pub mod mutate;
pub mod twins;

use onrecord::cli::report;
use onrecord::load::{Diagnostic, Loaded, is_dangerous, load};
use onrecord::model::Dossier;
use std::fs;
use std::path::{Path, PathBuf};

/// The dossier of the Shafaq News report, as written by its annotator.
pub const REAL: &str = "static/dossiers/shafaq-2026-01-06.json";

/// Ledgers of the small dossier and of dossiers that no longer exist. They contain every kind of
/// departure.
pub const LEDGERS: [&str; 3] = [
    "tests/fixtures/published/harbour.json",
    "tests/fixtures/published/old-harbour.json",
    "tests/fixtures/published/quay.json",
];

/// Returns a path relative to the root of the crate.
pub fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Reads a file, given its path relative to the root of the crate.
pub fn bytes(below: &str) -> Vec<u8> {
    fs::read(path(below)).unwrap_or_else(|error| panic!("failed to read {below} ({error})"))
}

/// Reads a text file, given its path relative to the root of the crate.
pub fn text(below: &str) -> String {
    String::from_utf8(bytes(below)).unwrap_or_else(|error| panic!("{below} is not UTF-8 ({error})"))
}

/// Returns the names of the folders in a folder, sorted, given its path relative to the root of the
/// crate.
pub fn folders(below: &str) -> Vec<String> {
    let entries = fs::read_dir(path(below)).unwrap_or_else(|error| panic!("{below}: {error}"));
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Returns the paths of all valid dossiers, the real one first.
pub fn good_files() -> Vec<String> {
    let fixtures = folders("tests/fixtures/good").into_iter();
    let fixtures = fixtures.map(|name| format!("tests/fixtures/good/{name}/dossier.json"));
    std::iter::once(REAL.to_owned()).chain(fixtures).collect()
}

/// Loads a valid dossier.
pub fn good(file: &str) -> Dossier {
    let bytes = bytes(file);
    let loaded = load(file, &bytes);
    let report = report_text(&bytes, &loaded.diagnostics);
    loaded.dossier.unwrap_or_else(|| panic!("{file} should load:\n{report}"))
}

/// Returns the report of `onrecord check` on a file, as plain text.
pub fn report_text(bytes: &[u8], diagnostics: &[Diagnostic]) -> String {
    let rendered = report::render(&String::from_utf8_lossy(bytes), diagnostics, false);
    format!("{rendered}{}\n", report::tally(diagnostics))
}

/// Compares reports with the expected files, and fails if any differ. If `UPDATE` is set, rewrites
/// the expected files instead.
pub fn as_expected(reports: &[(String, String)]) {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for (name, report) in reports {
        let expected = path(name);
        if update {
            fs::write(&expected, report).expect("the fixtures can be written");
        } else if fs::read_to_string(&expected).ok().as_ref() != Some(report) {
            wrong.push(format!("{name} differs:\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}\nset UPDATE=1 to rewrite the expected files", wrong.join("\n"));
}

/// Checks the invariants of loading, for any input.
///
/// # Errors
/// Describes the invariant that is violated.
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
    // Rendering all of many diagnostics would be slow.
    let some = loaded.diagnostics.iter().step_by(loaded.diagnostics.len() / 6 + 1);
    let some: Vec<Diagnostic> = some.cloned().collect();
    let report = report::render(&String::from_utf8_lossy(bytes), &some, false);
    match report.chars().find(|c| is_dangerous(*c) && *c != '\n') {
        Some(c) => Err(format!("the report on {some:?} has the character {c:?}")),
        None => Ok(()),
    }
}

/// Checks that the byte range is in the file and on character boundaries, and that line and column
/// agree with it.
fn check_place(bytes: &[u8], diagnostic: &Diagnostic) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{what}: {diagnostic:?}"));
    let range = &diagnostic.bytes;
    if range.start > range.end || range.end > bytes.len() {
        return wrong("bytes outside the file");
    }
    let readable = std::str::from_utf8(bytes).or_else(|error| {
        // Only the part before the first invalid byte has characters.
        std::str::from_utf8(&bytes[..error.valid_up_to()])
    });
    let text = readable.map_err(|error| error.to_string())?;
    if !text.is_char_boundary(range.start) || !text.is_char_boundary(range.end) {
        return wrong("bytes within a character");
    }
    let before = &text[..range.start];
    let line = before.matches('\n').count() + 1;
    let in_line = before.rsplit('\n').next().unwrap_or_default();
    // A byte order mark does not count as a column.
    let in_line = if line == 1 { in_line.trim_start_matches('\u{feff}') } else { in_line };
    let column = in_line.chars().count() + 1;
    if (diagnostic.line, diagnostic.column) != (line, column) {
        return wrong("line and column do not match the bytes");
    }
    Ok(())
}
