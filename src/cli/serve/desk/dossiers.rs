//! The files in the folder of dossiers, as the annotator reads and saves them. A file is named by the id of
//! its dossier, so no name can lead out of the folder.

use crate::cli::{input, terminal};
use crate::load::load_with;
use crate::model::Slug;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The folder of the dossiers.
pub struct Dossiers {
    folder: PathBuf,
    is_quiet: bool,
}

/// A dossier in a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Listed {
    /// The id, which is the name of the file.
    pub id: Slug,
    /// The title. Empty if the file is broken.
    pub title: String,
    /// The number of statements.
    pub statements: usize,
    /// True if it is a draft.
    pub is_draft: bool,
}

/// A dossier that was opened.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    /// The file.
    pub file: String,
    /// The text file that it names, with its name.
    pub beside: Vec<(String, String)>,
    /// A hash of the file.
    pub tag: String,
}

/// What a file replaces.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing: there must be no such file.
    New,
    /// The file with this hash.
    Of(String),
}

/// A dossier that was saved.
#[derive(Debug, PartialEq, Eq)]
pub struct Saved {
    /// A hash of the file.
    pub tag: String,
    /// True if there was no such file before.
    pub is_new: bool,
}

/// Why a dossier was not read or saved.
#[derive(Debug, PartialEq, Eq)]
pub enum Failed {
    /// There is no such file.
    Missing,
    /// The file is not the one that was to be replaced.
    Changed {
        /// The hash of the file. `None` if there is none.
        tag: Option<String>,
    },
    /// The folder or the file cannot be written.
    ReadOnly(String),
    /// There is no space.
    Full(String),
    /// The file is not UTF-8.
    NotText,
    /// The new content is not a JSON object.
    NotADossier,
    /// The file is a link to another file.
    Link,
    /// Anything else, with the cause.
    Other(String),
}

impl Dossiers {
    /// Returns the dossiers in a folder, which need not exist yet.
    pub fn new(folder: PathBuf, is_quiet: bool) -> Self {
        Self { folder, is_quiet }
    }

    /// Lists the dossiers whose files are named by an id.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn list(&mut self) -> Result<Vec<Listed>, Failed> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| failed(&error))?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| failed(&error))?.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            let Some(id) = stem.and_then(|stem| Slug::new(stem).ok()) else { continue };
            if path.extension().is_none_or(|it| it != "json") {
                continue;
            }
            let bytes = input::read(&path).unwrap_or_default();
            let dossier: Value = serde_json::from_slice(&bytes).unwrap_or_default();
            found.push(Listed {
                id,
                title: dossier["title"].as_str().unwrap_or_default().to_owned(),
                statements: dossier["statements"].as_array().map_or(0, Vec::len),
                is_draft: dossier["draft"].as_bool().unwrap_or_default(),
            });
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(found)
    }

    /// Reads a dossier, and the text file that it names.
    ///
    /// # Errors
    /// If there is none, or it cannot be read.
    pub fn open(&mut self, id: &Slug) -> Result<Read, Failed> {
        let path = self.path(id);
        let bytes = self.read(&path)?.ok_or(Failed::Missing)?;
        let tag = tag(&bytes);
        let beside = RefCell::new(Vec::new());
        load_with(id.as_str(), &bytes, &|name| {
            let read = input::read_beside(&path, &path.with_file_name(name))?;
            let text = String::from_utf8_lossy(&read).into_owned();
            beside.borrow_mut().push((name.to_owned(), text));
            Ok(read)
        });
        let file = String::from_utf8(bytes).map_err(|_| Failed::NotText)?;
        Ok(Read { file, beside: beside.into_inner(), tag })
    }

    /// Saves a dossier: writes it beside its place and moves it there, so that it is never half written.
    ///
    /// # Errors
    /// If the file is not the one that was to be replaced, or cannot be written. Then it is as it was.
    pub fn save(&mut self, id: &Slug, change: &Change, bytes: &[u8]) -> Result<Saved, Failed> {
        let is_object = serde_json::from_slice::<Value>(bytes).is_ok_and(|it| it.is_object());
        if !is_object {
            return Err(Failed::NotADossier);
        }
        let path = self.path(id);
        fs::create_dir_all(&self.folder).map_err(|error| failed(&error))?;
        let beside = self.folder.join(format!(".{id}.{}", std::process::id()));
        let written = (|| {
            self.check(&path, change)?;
            write_new(&beside, bytes).map_err(|error| failed(&error))?;
            // As late as possible, because an editor may have saved the file in the meantime.
            let before = self.check(&path, change)?;
            if before.is_some()
                && let Ok(old) = fs::metadata(&path)
            {
                if old.permissions().readonly() {
                    return Err(Failed::ReadOnly("the file is write-protected".to_owned()));
                }
                let _ = fs::set_permissions(&beside, old.permissions());
            }
            fs::rename(&beside, &path).map_err(|error| failed(&error))?;
            Ok(Saved { tag: tag(bytes), is_new: before.is_none() })
        })();
        match &written {
            Err(_) => drop(fs::remove_file(&beside)),
            Ok(_) if !self.is_quiet => {
                terminal::note(format_args!("saved {}", terminal::path(&path)));
            }
            Ok(_) => {}
        }
        written
    }

    /// Checks that a file is the one that is to be replaced. Returns its hash, if there is one.
    fn check(&self, path: &Path, change: &Change) -> Result<Option<String>, Failed> {
        let before = self.read(path)?.map(|bytes| tag(&bytes));
        match (change, &before) {
            (Change::New, None) => Ok(before),
            (Change::Of(tag), Some(before_tag)) if tag == before_tag => Ok(before),
            _ => Err(Failed::Changed { tag: before }),
        }
    }

    /// Reads a file. `None` if there is none.
    fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, Failed> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(&error)),
            // It may lead to another folder.
            Ok(found) if !found.is_file() => return Err(Failed::Link),
            Ok(_) => {}
        }
        input::read(path).map(Some).map_err(|unread| Failed::Other(unread.message))
    }

    fn path(&self, id: &Slug) -> PathBuf {
        self.folder.join(format!("{id}.json"))
    }
}

/// Writes a file that must not exist, so that a link in its place is not followed, and waits until it is on
/// the disk.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Left over from a run that was ended.
    let _ = fs::remove_file(path);
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the hash by which a file is recognised.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn failed(error: &io::Error) -> Failed {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Failed::ReadOnly(error.to_string())
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Failed::Full(error.to_string())
        }
        _ => Failed::Other(error.to_string()),
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("There is no such dossier."),
            Self::Changed { tag: None } => f.write_str("The file was deleted or renamed."),
            Self::Changed { tag: Some(_) } => f.write_str("The file was changed in the meantime."),
            Self::ReadOnly(cause) => {
                write!(f, "The folder of dossiers cannot be written ({cause}).")
            }
            Self::Full(cause) => write!(f, "There is no space on the disk ({cause})."),
            Self::NotText => f.write_str("The file is not valid UTF-8."),
            Self::NotADossier => f.write_str("What was sent is not a JSON object."),
            Self::Link => f.write_str("In its place is a link or a folder, which is not replaced."),
            Self::Other(cause) => write!(f, "The dossier could not be read or saved ({cause})."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_read_only_folder_are_told_apart() {
        let check = |kind: ErrorKind, expected: fn(&Failed) -> bool, words: &str| {
            let failed = failed(&io::Error::from(kind));
            assert!(expected(&failed) && failed.to_string().contains(words), "{failed}");
        };
        check(ErrorKind::StorageFull, |it| matches!(it, Failed::Full(_)), "no space");
        check(ErrorKind::QuotaExceeded, |it| matches!(it, Failed::Full(_)), "no space");
        check(ErrorKind::PermissionDenied, |it| matches!(it, Failed::ReadOnly(_)), "cannot be");
        check(ErrorKind::ReadOnlyFilesystem, |it| matches!(it, Failed::ReadOnly(_)), "cannot be");
        check(ErrorKind::Interrupted, |it| matches!(it, Failed::Other(_)), "could not be");
    }
}
