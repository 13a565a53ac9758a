//! A site folder: `onrecord.toml`, `dossiers/*.json` and `published/*.json`. Reading it gives everything
//! that is valid, and the diagnostics of every file.

use super::parallel::in_parallel;
use super::progress::Progress;
use super::{Failure, input, report, terminal};
use crate::load::{Diagnostic, FileCode, load_ledgers, load_with, safe, settings, visible};
use crate::model::{Archive, Dossier, Ledger, Settings};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Name of the file of settings.
pub const SETTINGS: &str = "onrecord.toml";
/// Name of the folder of dossiers.
pub const DOSSIERS: &str = "dossiers";
/// Name of the folder of ledgers.
pub const PUBLISHED: &str = "published";

/// The place of a site folder.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    drafts: Drafts,
}

/// What becomes of dossiers and statements that are drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are checked and left out.
    LeftOut,
    /// They are part of the site.
    Shown,
}

/// What a site folder holds. Files with errors are left out, and reported.
#[derive(Debug)]
pub struct Held {
    /// The publisher's settings.
    pub settings: Settings,
    /// The dossiers, newest article first.
    pub archive: Archive,
    /// The number of dossiers that were left out because they are drafts.
    pub left_out: usize,
    /// The ledgers, each with its file.
    pub ledgers: Vec<(PathBuf, Ledger)>,
    /// The files that have problems, sorted by name.
    pub reports: Vec<FileReport>,
}

/// The problems of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileReport {
    /// The name of the file for people.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The problems, in the order of the file.
    pub problems: Vec<Diagnostic>,
    /// True if the file can be used in spite of them.
    pub is_valid: bool,
}

/// A file of a dossier that was loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct DossierFile {
    /// The name of the file for people.
    pub name: String,
    /// The text file that it names.
    pub text: Option<PathBuf>,
    /// The dossier, unless there is an error or it is left out.
    pub dossier: Option<Arc<Dossier>>,
    /// True if the dossier has no errors, and is left out because it is a draft.
    pub is_left_out: bool,
    /// The problems, if there are any.
    pub report: Option<FileReport>,
}

/// A file that was read.
struct Read {
    path: PathBuf,
    name: String,
    bytes: Result<Vec<u8>, Diagnostic>,
}

impl Folder {
    /// Returns the site in a folder.
    ///
    /// # Errors
    /// If the folder contains neither settings nor dossiers.
    pub fn at(root: &Path) -> Result<Self, Failure> {
        let folder = Self { root: root.to_owned(), drafts: Drafts::LeftOut };
        if folder.settings().exists() || folder.dossiers().is_dir() {
            return Ok(folder);
        }
        let name = terminal::path(root);
        Err(Failure::Input(if root.is_dir() {
            format!(
                "failed to find a site in {name} (no {SETTINGS} and no folder {DOSSIERS}): name the \
                 folder of a site, or run 'onrecord new FOLDER' to make one"
            )
        } else {
            format!(
                "failed to find a site in {name} (no such folder): run 'onrecord new {name}' to make one"
            )
        }))
    }

    /// Returns the same folder, with another answer to what becomes of drafts.
    pub fn with_drafts(self, drafts: Drafts) -> Self {
        Self { drafts, ..self }
    }

    /// Returns what becomes of drafts.
    pub fn drafts(&self) -> Drafts {
        self.drafts
    }

    /// Returns the folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the path of the settings.
    pub fn settings(&self) -> PathBuf {
        self.path(SETTINGS)
    }

    /// Returns the folder of the dossiers.
    pub fn dossiers(&self) -> PathBuf {
        self.path(DOSSIERS)
    }

    /// Returns the folder of the ledgers. It need not exist.
    pub fn published(&self) -> PathBuf {
        self.path(PUBLISHED)
    }

    /// Returns a path in the folder. For the current folder it is the name alone, which reads better
    /// in reports.
    fn path(&self, name: &str) -> PathBuf {
        if self.root == Path::new(".") { PathBuf::from(name) } else { self.root.join(name) }
    }

    /// Reads and checks every file.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn read(&self, progress: &Progress) -> Result<Held, Failure> {
        self.read_with(&|path| DossierFile::load(path, self.drafts), progress)
    }

    /// Like [`Self::read`], with another function that loads a dossier: it may know some of them.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn read_with(
        &self,
        load: &(dyn Fn(&Path) -> DossierFile + Sync),
        progress: &Progress,
    ) -> Result<Held, Failure> {
        let mut reports = Vec::new();
        let settings = self.read_settings(&mut reports);
        let (dossiers, left_out) = self.read_dossiers(&mut reports, load, progress)?;
        let ledgers = self.read_ledgers(&dossiers, &mut reports)?;
        reports.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Held { settings, archive: Archive { dossiers }, left_out, ledgers, reports })
    }

    /// Reads the settings. A site without the file has the default settings.
    fn read_settings(&self, reports: &mut Vec<FileReport>) -> Settings {
        let file = self.settings();
        if !file.exists() {
            return Settings::default();
        }
        let Read { name, bytes, .. } = read(&file);
        let (bytes, problems) = match bytes {
            Err(unread) => (Vec::new(), vec![unread]),
            Ok(bytes) => match settings(&name, &String::from_utf8_lossy(&bytes)) {
                Ok(settings) => return settings,
                Err(problems) => (bytes, problems),
            },
        };
        reports.push(FileReport { name, bytes, problems, is_valid: false });
        Settings::default()
    }

    /// Reads the dossiers. Also returns the number of those that were left out.
    fn read_dossiers(
        &self,
        reports: &mut Vec<FileReport>,
        load: &(dyn Fn(&Path) -> DossierFile + Sync),
        progress: &Progress,
    ) -> Result<(Vec<Arc<Dossier>>, usize), Failure> {
        let is_missing = !self.dossiers().is_dir();
        let paths = if is_missing { Vec::new() } else { json_files(&self.dossiers())? };
        let done = AtomicUsize::new(0);
        let loaded = in_parallel(&paths, |path| {
            let loaded = load(path);
            progress.say(
                "checking dossiers",
                done.fetch_add(1, Ordering::Relaxed) + 1,
                paths.len(),
            );
            loaded
        });
        progress.end();
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut found: Vec<Arc<Dossier>> = Vec::new();
        let left_out = loaded.iter().filter(|file| file.is_left_out).count();
        for DossierFile { name, dossier, report, .. } in loaded {
            reports.extend(report);
            let Some(dossier) = dossier else { continue };
            if let Some(first) = names.insert(dossier.id.to_string(), name.clone()) {
                let message = format!("the id \"{}\" is that of {first} already", dossier.id);
                let mut problem = Diagnostic::of_file(&name, FileCode::SameId, message);
                problem.hints.push("give one of them another id".to_owned());
                let problems = vec![problem];
                reports.push(FileReport { name, bytes: Vec::new(), problems, is_valid: false });
                continue;
            }
            found.push(dossier);
        }
        found.sort_by(|a, b| b.article.published.cmp(&a.article.published).then(a.id.cmp(&b.id)));
        Ok((found, left_out))
    }

    /// Reads the ledgers. They are checked only against dossiers without errors, because the ids of
    /// the others are not known.
    fn read_ledgers(
        &self,
        dossiers: &[Arc<Dossier>],
        reports: &mut Vec<FileReport>,
    ) -> Result<Vec<(PathBuf, Ledger)>, Failure> {
        if reports.iter().any(|report| !report.is_valid) || !self.published().is_dir() {
            return Ok(Vec::new());
        }
        let mut files = Vec::new();
        let mut paths = Vec::new();
        for path in json_files(&self.published())? {
            let Read { path, name, bytes } = read(&path);
            match bytes {
                Ok(bytes) => {
                    paths.push(path);
                    files.push((name, bytes));
                }
                Err(unread) => reports.push(FileReport {
                    name,
                    bytes: Vec::new(),
                    problems: vec![unread],
                    is_valid: false,
                }),
            }
        }
        let loaded = load_ledgers(&files, dossiers);
        let mut ledgers = Vec::new();
        for ((path, (name, bytes)), loaded) in paths.into_iter().zip(files).zip(loaded) {
            if !loaded.diagnostics.is_empty() {
                let problems = loaded.diagnostics;
                let is_valid = loaded.ledger.is_some();
                reports.push(FileReport { name, bytes, problems, is_valid });
            }
            ledgers.extend(loaded.ledger.map(|ledger| (path, ledger)));
        }
        Ok(ledgers)
    }
}

impl Held {
    /// Returns true if no file has errors.
    pub fn is_valid(&self) -> bool {
        self.reports.iter().all(|report| report.is_valid)
    }

    /// Requires that no file has errors and that there is a dossier.
    ///
    /// # Errors
    /// Returns the complete report, without the warnings of files that are valid.
    pub fn require_valid(&self, folder: &Folder) -> Result<(), Failure> {
        if !self.is_valid() {
            let errors = self.reports.iter().filter(|report| !report.is_valid);
            let text: String = errors.map(|report| report.text(false)).collect();
            return Err(Failure::Input(format!("the site has errors\n{text}")));
        }
        if self.archive.dossiers.is_empty() && self.left_out > 0 {
            return Err(Failure::Input(format!(
                "failed to find dossiers in {} (all are drafts): finish one and remove its \
                 \"draft\", or use --drafts to build a preview",
                terminal::path(&folder.dossiers())
            )));
        }
        if self.archive.dossiers.is_empty() {
            return Err(Failure::Input(format!(
                "failed to find dossiers in {} (no .json files): add one, or see the example that \
                 'onrecord new FOLDER' writes",
                terminal::path(&folder.dossiers())
            )));
        }
        Ok(())
    }

    /// Returns the warnings of valid files, as text for a terminal.
    pub fn warnings(&self) -> String {
        let valid = self.reports.iter().filter(|report| report.is_valid);
        valid.map(|report| report.text(false)).collect()
    }
}

impl DossierFile {
    /// Loads a file.
    pub fn load(path: &Path, drafts: Drafts) -> Self {
        let Read { name, bytes, .. } = read(path);
        let text = RefCell::new(None);
        let (is_valid, dossier, bytes, problems) = match bytes {
            Ok(bytes) => {
                let mut loaded = load_with(&name, &bytes, &|name| {
                    let beside = path.with_file_name(name);
                    let read = input::read_beside(path, &beside);
                    text.replace(Some(beside));
                    read
                });
                let problems = std::mem::take(&mut loaded.diagnostics);
                let is_valid = loaded.dossier.is_some();
                let dossier = match drafts {
                    Drafts::Shown => loaded.dossier,
                    Drafts::LeftOut => loaded.published(),
                };
                (is_valid, dossier, bytes, problems)
            }
            Err(unread) => (false, None, Vec::new(), vec![unread]),
        };
        let report = FileReport { name: name.clone(), bytes, problems, is_valid };
        let report = Some(report).filter(|report| !report.problems.is_empty());
        let is_left_out = is_valid && dossier.is_none();
        let (text, dossier) = (text.into_inner(), dossier.map(Arc::new));
        Self { name, text, dossier, is_left_out, report }
    }
}

impl FileReport {
    /// Returns the content of the file as text.
    pub fn source(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Returns the report as text for a terminal.
    pub fn text(&self, is_coloured: bool) -> String {
        if self.name.is_empty() {
            // A problem of the whole site.
            return self.problems.iter().map(|it| format!("{}\n", safe(&it.message))).collect();
        }
        let rendered = report::render(&self.source(), &self.problems, is_coloured);
        if self.is_valid {
            return rendered;
        }
        format!("{rendered}{}: {}\n", visible(&self.name), report::tally(&self.problems))
    }
}

/// Returns true for a file that a site reads: a JSON file, or a text file that a dossier may name, that
/// is not hidden. Editors and file managers keep their own hidden files beside those that people write.
pub fn is_read(path: &Path) -> bool {
    let is_hidden = path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
    !is_hidden && path.extension().is_some_and(|it| it == "json" || it == "txt")
}

/// Lists the files of a folder that a site reads, sorted.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error: std::io::Error| {
        Failure::Input(format!("failed to read {} ({error})", terminal::path(folder)))
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if is_read(&path) && path.extension().is_some_and(|it| it == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Read {
    let name = input::name(path);
    Read { path: path.to_owned(), name, bytes: input::read(path).map_err(|unread| *unread) }
}
