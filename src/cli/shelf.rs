//! The dossiers of a folder, and the ledgers that say what was published of them. The build script
//! borrows this file: a build and the command read the same, and say the same of it.

use super::{input, report};
use crate::load::{Diagnostic, load, load_ledgers, visible};
use crate::model::{Archive, Dossier, Ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What two folders hold, all of it sound.
#[derive(Debug)]
pub struct Shelf {
    /// The dossiers, newest article first; at least one.
    pub archive: Archive,
    /// The ledgers, each with its file.
    pub ledgers: Vec<(PathBuf, Ledger)>,
    /// What a person should look at, as text; empty for nothing.
    pub warnings: String,
}

/// The folder of the ledgers where none is named: beside that of the dossiers.
pub fn published_beside(dossiers: &Path) -> PathBuf {
    dossiers.with_file_name("published")
}

/// Reads both folders. Without a folder of ledgers nothing was published yet. Messages call files as
/// they are seen from `root`.
///
/// # Errors
/// The whole report, as text: what cannot be read, and all that is wrong with what was.
pub fn read(root: &Path, dossiers: &Path, published: &Path) -> Result<Shelf, String> {
    let mut told = Told::default();
    let mut found: Vec<Rc<Dossier>> = Vec::new();
    for (_, name, bytes) in files(root, dossiers)? {
        let loaded = load(&name, &bytes);
        told.add(&name, &bytes, &loaded.diagnostics, loaded.dossier.is_some());
        let Some(dossier) = loaded.dossier else { continue };
        if let Some(twin) = found.iter().find(|other| other.id == dossier.id) {
            return Err(format!("{name}: another dossier has the id \"{}\" already", twin.id));
        }
        found.push(Rc::new(dossier));
    }
    // Of a broken dossier it is not known what it still has.
    told.is_sound()?;
    if found.is_empty() {
        return Err(format!("there is no dossier in {}", dossiers.display()));
    }
    found.sort_by(|a, b| b.article.published.cmp(&a.article.published).then(a.id.cmp(&b.id)));
    let files = if published.is_dir() { files(root, published)? } else { Vec::new() };
    let (paths, files): (Vec<PathBuf>, Vec<(String, Vec<u8>)>) =
        files.into_iter().map(|(path, name, bytes)| (path, (name, bytes))).unzip();
    let mut ledgers = Vec::new();
    let loaded = load_ledgers(&files, &found);
    for ((path, (name, bytes)), loaded) in paths.into_iter().zip(&files).zip(loaded) {
        told.add(name, bytes, &loaded.diagnostics, loaded.ledger.is_some());
        ledgers.extend(loaded.ledger.map(|ledger| (path, ledger)));
    }
    told.is_sound()?;
    Ok(Shelf { archive: Archive { dossiers: found }, ledgers, warnings: told.warnings })
}

/// Reports of several files.
#[derive(Default)]
struct Told {
    errors: String,
    warnings: String,
}

impl Told {
    fn add(&mut self, name: &str, bytes: &[u8], diagnostics: &[Diagnostic], is_sound: bool) {
        let told = report::render(&String::from_utf8_lossy(bytes), diagnostics, false);
        if is_sound {
            self.warnings.push_str(&told);
        } else {
            let (name, tally) = (visible(name), report::tally(diagnostics));
            self.errors.push_str(&format!("{told}{name}: {tally}\n"));
        }
    }

    fn is_sound(&self) -> Result<(), String> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors.clone()) }
    }
}

/// The JSON files of a folder by path: the path, how messages call it, and its bytes.
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
