//! Reads a folder of dossiers and a folder of ledgers. The build script includes this file, so that
//! a build and the command read the same files and report the same problems.

use super::{input, report};
use crate::load::{Diagnostic, load, load_ledgers, visible};
use crate::model::{Archive, Dossier, Ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Contents of the two folders, all of them valid.
#[derive(Debug)]
pub struct Shelf {
    /// Dossiers, newest article first. There is at least one.
    pub archive: Archive,
    /// Ledgers, each with its file.
    pub ledgers: Vec<(PathBuf, Ledger)>,
    /// Warnings as text for a person to read, or empty.
    pub warnings: String,
}

/// Returns the default folder for ledgers, which is next to the folder of the dossiers.
pub fn published_beside(dossiers: &Path) -> PathBuf {
    dossiers.with_file_name("published")
}

/// Reads both folders. If the folder of ledgers does not exist, nothing has been published yet.
/// File names in messages are relative to `root`.
///
/// # Errors
/// If a file cannot be read or has errors. The error is the complete report, as text.
pub fn read(root: &Path, dossiers: &Path, published: &Path) -> Result<Shelf, String> {
    let mut reports = Reports::default();
    let mut found: Vec<Rc<Dossier>> = Vec::new();
    for (_, name, bytes) in files(root, dossiers)? {
        let loaded = load(&name, &bytes);
        reports.add(&name, &bytes, &loaded.diagnostics, loaded.dossier.is_some());
        let Some(dossier) = loaded.dossier else { continue };
        if found.iter().any(|other| other.id == dossier.id) {
            return Err(format!(
                "{name}: the id \"{}\" is already used by another dossier",
                dossier.id
            ));
        }
        found.push(Rc::new(dossier));
    }
    // The ledgers cannot be checked against a broken dossier, whose ids are not known.
    reports.require_valid()?;
    if found.is_empty() {
        return Err(format!("failed to find dossiers in {} (no .json files)", dossiers.display()));
    }
    found.sort_by(|a, b| b.article.published.cmp(&a.article.published).then(a.id.cmp(&b.id)));
    let files = if published.is_dir() { files(root, published)? } else { Vec::new() };
    let (paths, files): (Vec<PathBuf>, Vec<(String, Vec<u8>)>) =
        files.into_iter().map(|(path, name, bytes)| (path, (name, bytes))).unzip();
    let mut ledgers = Vec::new();
    let loaded = load_ledgers(&files, &found);
    for ((path, (name, bytes)), loaded) in paths.into_iter().zip(&files).zip(loaded) {
        reports.add(name, bytes, &loaded.diagnostics, loaded.ledger.is_some());
        ledgers.extend(loaded.ledger.map(|ledger| (path, ledger)));
    }
    reports.require_valid()?;
    Ok(Shelf { archive: Archive { dossiers: found }, ledgers, warnings: reports.warnings })
}

/// Reports on several files.
#[derive(Default)]
struct Reports {
    errors: String,
    warnings: String,
}

impl Reports {
    fn add(&mut self, name: &str, bytes: &[u8], diagnostics: &[Diagnostic], is_valid: bool) {
        let report = report::render(&String::from_utf8_lossy(bytes), diagnostics, false);
        if is_valid {
            self.warnings.push_str(&report);
        } else {
            let (name, tally) = (visible(name), report::tally(diagnostics));
            self.errors.push_str(&format!("{report}{name}: {tally}\n"));
        }
    }

    fn require_valid(&self) -> Result<(), String> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors.clone()) }
    }
}

/// Reads the JSON files of a folder, sorted by path. Returns the path, the name for messages, and
/// the bytes of each.
fn files(root: &Path, folder: &Path) -> Result<Vec<(PathBuf, String, Vec<u8>)>, String> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("failed to read {} ({error})", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        let bytes = input::read(&path).map_err(|unread| format!("{name}: {}", unread.message))?;
        Ok((path, name, bytes))
    };
    paths.into_iter().map(read).collect()
}
