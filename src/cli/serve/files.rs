//! The files of a site, each loaded when it has changed.

use super::watch::Look;
use crate::cli::{input, report};
use crate::load::{Diagnostic, FileCode, Loaded, Severity, load, load_ledgers, settings};
use crate::model::{Archive, Dossier, Ledger, Settings};
use crate::site::{Prepared, Site};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The folder of a site, and what is known of its files.
pub struct Files {
    folder: PathBuf,
    /// The files as they were when they were loaded.
    loaded: Option<Look>,
    latest: Look,
    dossiers: BTreeMap<PathBuf, (Read, Option<Rc<Prepared>>)>,
    /// The settings and the ledgers.
    others: Vec<(PathBuf, Vec<u8>)>,
}

/// A file with the problems in it.
#[derive(Clone)]
pub struct Read {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// All problems, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a look at the files shows.
pub enum Seen {
    /// They are not as they were at the last look.
    Changing,
    /// They are as they were at the last look, but one has been emptied since it was loaded.
    Emptied,
    /// They are as they were at the last look.
    Settled,
}

/// What has become of a site.
pub enum Changes {
    /// Nothing has changed.
    None,
    /// The files have no errors.
    Good { site: Rc<Site>, warnings: String },
    /// These files have errors.
    Broken(Vec<Read>),
}

impl Files {
    /// Returns the files of a folder, none of them loaded.
    pub fn new(folder: PathBuf) -> Self {
        let mut files = Self {
            folder,
            loaded: None,
            latest: Look::default(),
            dossiers: BTreeMap::new(),
            others: Vec::new(),
        };
        files.look();
        files
    }

    /// Looks at the files.
    pub fn look(&mut self) -> Seen {
        let is_json = |path: &Path| path.extension().is_some_and(|extension| extension == "json");
        let is_hidden = |path: &Path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        };
        let look =
            Look::at(&[self.settings()], &self.folders(), |path| is_json(path) && !is_hidden(path));
        let is_changing = look.differs(&self.latest);
        self.latest = look;
        match &self.loaded {
            _ if is_changing => Seen::Changing,
            Some(loaded) if self.latest.empties(loaded) => Seen::Emptied,
            _ => Seen::Settled,
        }
    }

    /// Loads the files that have changed since the last time.
    pub fn read(&mut self) -> Changes {
        let earlier = self.loaded.replace(self.latest.clone());
        if earlier.as_ref().is_some_and(|earlier| !self.latest.differs(earlier)) {
            return Changes::None;
        }
        let [dossiers, published] = self.folders();
        let is_changed = |path: &Path| {
            earlier.as_ref().is_none_or(|earlier| self.latest.differs_at(earlier, path))
        };
        let mut has_changed = earlier.is_none();
        let before = std::mem::take(&mut self.dossiers);
        let count = before.len();
        let mut before = before;
        for path in self.latest.paths().filter(|path| path.starts_with(&dossiers)) {
            let kept = before.remove(path);
            let kept = match kept {
                Some(kept) if !is_changed(path) => kept,
                kept => {
                    let read = self.load(path);
                    match kept {
                        Some(kept) if kept.0.bytes == read.0.bytes => kept,
                        _ => {
                            has_changed = true;
                            read
                        }
                    }
                }
            };
            self.dossiers.insert(path.clone(), kept);
        }
        has_changed |= self.dossiers.len() != count;
        let others: Vec<(PathBuf, Vec<u8>)> = (self.latest.paths())
            .filter(|path| path.starts_with(&published) || **path == self.settings())
            .map(|path| (path.clone(), input::read(path).unwrap_or_default()))
            .collect();
        has_changed |= others != self.others;
        self.others = others;
        if has_changed { self.assemble() } else { Changes::None }
    }

    fn assemble(&self) -> Changes {
        let mut broken: Vec<Read> = Vec::new();
        let mut warnings = String::new();
        let mut found: Vec<Rc<Prepared>> = Vec::new();
        for (read, prepared) in self.dossiers.values() {
            match prepared {
                Some(prepared) => {
                    warnings.push_str(&report::render(&read.text(), &read.diagnostics, false));
                    found.push(Rc::clone(prepared));
                }
                None => broken.push(read.clone()),
            }
        }
        let parsed = match self.others.iter().find(|(path, _)| *path == self.settings()) {
            Some((path, bytes)) => settings(&self.name(path), &String::from_utf8_lossy(bytes)),
            None => Ok(Settings::default()),
        };
        let parsed = parsed.map_err(|error| {
            let name = self.name(&self.settings());
            let diagnostic = Diagnostic::of_file(&name, FileCode::Unreadable, error);
            broken.push(Read { bytes: Vec::new(), diagnostics: vec![diagnostic] });
        });
        let (Ok(parsed), true) = (parsed, broken.is_empty()) else {
            return Changes::Broken(broken);
        };
        found.sort_by(|a, b| {
            let (a, b) = (&a.dossier, &b.dossier);
            b.article.published.cmp(&a.article.published).then(a.id.cmp(&b.id))
        });
        let dossiers: Vec<Rc<Dossier>> = found.iter().map(|it| Rc::clone(&it.dossier)).collect();
        let files: Vec<(String, Vec<u8>)> = (self.others.iter())
            .filter(|(path, _)| *path != self.settings())
            .map(|(path, bytes)| (self.name(path), bytes.clone()))
            .collect();
        let mut ledgers: Vec<Ledger> = Vec::new();
        for (loaded, (_, bytes)) in load_ledgers(&files, &dossiers).into_iter().zip(&files) {
            let read = Read { bytes: bytes.clone(), diagnostics: loaded.diagnostics };
            match loaded.ledger {
                Some(ledger) => ledgers.push(ledger),
                None => broken.push(read),
            }
        }
        if !broken.is_empty() {
            return Changes::Broken(broken);
        }
        let mut site = Site::new(Archive { dossiers: Vec::new() });
        site.dossiers = found;
        Changes::Good { site: Rc::new(site.with_settings(parsed).with_ledgers(ledgers)), warnings }
    }

    fn load(&self, path: &Path) -> (Read, Option<Rc<Prepared>>) {
        let name = self.name(path);
        let (bytes, loaded) = match input::read(path) {
            Ok(bytes) => {
                let loaded = load(&name, &bytes);
                (bytes, loaded)
            }
            Err(unread) => (Vec::new(), Loaded { dossier: None, diagnostics: vec![*unread] }),
        };
        let prepared = loaded.dossier.and_then(|dossier| {
            Site::new(Archive { dossiers: vec![Rc::new(dossier)] }).dossiers.pop()
        });
        (Read { bytes, diagnostics: loaded.diagnostics }, prepared)
    }

    fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.folder).unwrap_or(path).display().to_string()
    }

    fn settings(&self) -> PathBuf {
        self.folder.join("onrecord.toml")
    }

    fn folders(&self) -> [PathBuf; 2] {
        [self.folder.join("dossiers"), self.folder.join("published")]
    }
}

impl Read {
    /// Returns the text of the file.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Returns the errors in the file.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|it| it.severity == Severity::Error)
    }
}
