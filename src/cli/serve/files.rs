//! The files of a site, each loaded only if it has changed.

use super::watch::Look;
use crate::cli::Failure;
use crate::cli::folder::{DossierFile, Drafts, FileReport, Folder, Held, is_read};
use crate::cli::progress::Progress;
use crate::load::{Diagnostic, FileCode};
use crate::model::{Annotator, Archive, Dossier, Ledger, Settings};
use crate::site::{Entry, Prepared, Site};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

/// The files of a site, and what was made of them.
pub struct Files {
    folder: Folder,
    annotator: Annotator,
    latest: Look,
    /// The files as they were when they were loaded.
    loaded: Option<Look>,
    dossiers: BTreeMap<PathBuf, DossierFile>,
    others: Others,
}

/// Everything in a site but the dossiers.
#[derive(PartialEq, Default)]
struct Others {
    settings: Settings,
    ledgers: Vec<(PathBuf, Ledger)>,
    reports: Vec<FileReport>,
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
    /// No file has errors. The reports contain warnings.
    Good(Rc<Site>, Vec<FileReport>),
    /// These files have errors.
    Broken(Vec<FileReport>),
}

impl Files {
    /// Returns the files of a folder, none of them loaded. The annotator is not that of the settings, which are
    /// for a site that is published.
    pub fn new(folder: Folder, annotator: Annotator) -> Self {
        let mut files = Self {
            folder,
            annotator,
            latest: Look::default(),
            loaded: None,
            dossiers: BTreeMap::new(),
            others: Others::default(),
        };
        files.look();
        files
    }

    /// Returns a site without dossiers.
    pub fn bare(&self) -> Rc<Site> {
        let settings = Settings { annotator: self.annotator, ..Settings::default() };
        Rc::new(Site::new(Archive { dossiers: Vec::new() }).with_settings(settings))
    }

    /// Returns the name of a file for people, below the folder of the site.
    pub fn name<'n>(&self, name: &'n str) -> &'n str {
        let below = Path::new(name).strip_prefix(self.folder.root()).ok();
        below.and_then(Path::to_str).unwrap_or(name)
    }

    /// Looks at the files.
    pub fn look(&mut self) -> Seen {
        let Self { folder, .. } = self;
        let folders = [folder.dossiers(), folder.published()];
        let look = Look::at(&[folder.settings()], &folders, is_read);
        let is_changing = look.differs(&self.latest);
        self.latest = look;
        match &self.loaded {
            _ if is_changing => Seen::Changing,
            Some(loaded) if self.latest.empties(loaded) => Seen::Emptied,
            _ => Seen::Settled,
        }
    }

    /// Loads the files that have changed since the last time. `good` is the last site without
    /// errors.
    pub fn read(&mut self, good: Option<&Rc<Site>>, progress: &Progress) -> Changes {
        let earlier = self.loaded.replace(self.latest.clone());
        if earlier.as_ref().is_some_and(|earlier| !self.latest.differs(earlier)) {
            return Changes::None;
        }
        let found = Mutex::new(BTreeMap::new());
        let (known, latest) = (&self.dossiers, &self.latest);
        let drafts = self.folder.drafts();
        let load = |path: &Path| {
            let text = known.get(path).and_then(|known| known.text.as_deref());
            let is_same = |earlier: &Look| {
                let mut parts = std::iter::once(path).chain(text);
                !parts.any(|part| latest.differs_at(earlier, part))
            };
            let is_same = earlier.as_ref().is_some_and(is_same);
            let file = load(path, drafts, known.get(path), is_same);
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.insert(path.to_owned(), file.clone());
            file
        };
        let held = self.folder.read_with(&load, progress);
        let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Held { settings, archive, ledgers, reports, left_out: _ } = match held {
            Ok(held) if held.archive.dossiers.is_empty() && held.is_valid() => {
                return self.broken("there are no dossiers: add a file to the folder dossiers");
            }
            Ok(held) => held,
            Err(Failure::Usage(message) | Failure::Input(message)) => return self.broken(&message),
        };
        let others = Others { settings, ledgers, reports };
        if earlier.is_some() && self.others == others && self.dossiers == found {
            return Changes::None;
        }
        self.dossiers = found;
        self.others = others;
        let reports = self.others.reports.clone();
        if reports.iter().any(|report| !report.is_valid) {
            return Changes::Broken(reports.into_iter().filter(|it| !it.is_valid).collect());
        }
        Changes::Good(self.assemble(archive.dossiers, good), reports)
    }

    /// Makes the site of valid files. What was derived from a dossier is kept if neither it nor the
    /// parts of the site that its data contains have changed.
    fn assemble(&self, dossiers: Vec<Arc<Dossier>>, good: Option<&Rc<Site>>) -> Rc<Site> {
        let Others { settings, ledgers, .. } = &self.others;
        let ledgers: Vec<Ledger> = ledgers.iter().map(|(_, ledger)| ledger.clone()).collect();
        let is_alone = dossiers.len() == 1;
        let kept =
            good.filter(|site| site.settings.name == settings.name && site.is_alone == is_alone);
        let both = kept.map(|site| site.dossiers.iter().zip(site.entries.iter()));
        let by_id = |(prepared, entry): (_, _)| {
            let prepared: &Rc<Prepared> = prepared;
            (prepared.dossier.id.as_str(), (prepared, entry))
        };
        let known: BTreeMap<&str, (&Rc<Prepared>, &Entry)> =
            both.into_iter().flatten().map(by_id).collect();
        let prepare = |dossier: Arc<Dossier>| {
            let kept = known.get(dossier.id.as_str());
            let kept = kept.filter(|(prepared, _)| Arc::ptr_eq(&prepared.dossier, &dossier));
            match kept {
                Some((prepared, entry)) => (Rc::clone(prepared), (*entry).clone()),
                None => {
                    let site = Site::new(Archive { dossiers: vec![dossier] });
                    (Rc::clone(&site.dossiers[0]), site.entries[0].clone())
                }
            }
        };
        let (prepared, entries): (Vec<Rc<Prepared>>, Vec<Entry>) =
            dossiers.into_iter().map(prepare).unzip();
        let site = Site { dossiers: prepared, ..Site::of(entries) };
        let settings = Settings { annotator: self.annotator, ..settings.clone() };
        Rc::new(site.with_settings(settings).with_ledgers(ledgers))
    }

    /// Returns a problem of the whole folder.
    fn broken(&mut self, message: &str) -> Changes {
        self.others = Others::default();
        self.dossiers.clear();
        let problem = Diagnostic::of_file("", FileCode::Unreadable, message);
        let report = FileReport {
            name: String::new(),
            bytes: Vec::new(),
            problems: vec![problem],
            is_valid: false,
        };
        Changes::Broken(vec![report])
    }
}

/// Loads a dossier, unless its file is the same as when it was loaded. A dossier that has not changed is
/// the same object as before.
fn load(path: &Path, drafts: Drafts, known: Option<&DossierFile>, is_same: bool) -> DossierFile {
    match known {
        Some(known) if is_same => known.clone(),
        _ => {
            let file = DossierFile::load(path, drafts);
            known.filter(|known| **known == file).cloned().unwrap_or(file)
        }
    }
}
