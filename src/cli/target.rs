//! The folder that a build writes: first beside its place, then moved there at once, so that what was
//! there stays whole until the new bundle is complete.
//!
//! A bundle contains a list of its files, `.onrecord`. A folder with other files is not replaced. After
//! the path of a file that takes long to make, the list has a tab and a key of what it was made from.

use super::files::{all_files, failed, write};
use super::{Failure, terminal};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Name of the list of a bundle's files.
pub const LIST: &str = ".onrecord";
/// The first line of that list.
const LIST_HEAD: &str =
    "# The files of this bundle. 'onrecord build' replaces a folder only if it wrote all of it.";
/// Number of foreign files that an error names.
const NAMED: usize = 3;

/// A bundle that is being written.
pub struct Target {
    /// Where it will be.
    place: PathBuf,
    /// Where it is written.
    staging: PathBuf,
    /// Where the last bundle is moved before it is removed.
    old: PathBuf,
    lock: PathBuf,
    /// Held until the build ends.
    _locked: File,
    /// The keys of the files of the last bundle.
    last: BTreeMap<String, String>,
    /// The keys of the files of this bundle.
    keys: Mutex<BTreeMap<String, String>>,
}

impl Target {
    /// Starts a bundle. Leftovers of a build that was stopped are removed.
    ///
    /// # Errors
    /// If the folder holds files that no build wrote, another build is writing there, or nothing can
    /// be written beside it.
    pub fn start(place: &Path) -> Result<Self, Failure> {
        // A path such as `out/..` has no name.
        let absolute = std::path::absolute(place).map_err(|error| failed("find", place, &error))?;
        let (Some(name), Some(parent)) = (absolute.file_name(), absolute.parent()) else {
            return Err(Failure::Usage(format!(
                "{} is not a folder of its own",
                terminal::path(place)
            )));
        };
        require_own(&absolute)?;
        fs::create_dir_all(parent).map_err(|error| failed("write", parent, &error))?;
        let beside = |suffix: &str| {
            let mut name = name.to_owned();
            name.push(suffix);
            parent.join(name)
        };
        let lock = beside(".onrecord-lock");
        let locked = locked(&lock, place)?;
        let staging = beside(".onrecord-new");
        remove(&staging)?;
        let old = beside(".onrecord-old");
        if absolute.exists() {
            remove(&old)?;
        } else if old.exists() {
            // A build was stopped between moving the old bundle away and moving the new one here.
            fs::rename(&old, &absolute).map_err(|error| failed("restore", &absolute, &error))?;
        }
        fs::create_dir_all(&staging).map_err(|error| failed("write", &staging, &error))?;
        let last = listed(&absolute);
        let keys = Mutex::default();
        Ok(Self { place: absolute, staging, old, lock, _locked: locked, last, keys })
    }

    /// Returns a file of the last bundle if it was made from the same.
    pub fn kept(&self, path: &str, key: &str) -> Option<Vec<u8>> {
        let is_same = self.last.get(path).is_some_and(|last| last == key);
        is_same.then(|| fs::read(self.place.join(path)).ok()).flatten()
    }

    /// Notes the key of what a file of this bundle was made from.
    pub fn note(&self, path: &str, key: String) {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        keys.insert(path.to_owned(), key);
    }

    /// Writes a file of the bundle.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        write(&self.staging.join(path), bytes)
    }

    /// Completes the bundle and puts it in its place.
    ///
    /// # Errors
    /// If the folder cannot be moved. The last bundle is then still in its place.
    pub fn finish(self) -> Result<(), Failure> {
        let files = all_files(&self.staging)?;
        let keys = std::mem::take(&mut *self.keys.lock().unwrap_or_else(PoisonError::into_inner));
        let mut list = format!("{LIST_HEAD}\n");
        for file in files {
            let path = slashed(file.strip_prefix(&self.staging).unwrap_or(&file));
            list.push_str(&path);
            if let Some(key) = keys.get(&path) {
                list.push('\t');
                list.push_str(key);
            }
            list.push('\n');
        }
        self.write(LIST, list.as_bytes())?;
        // Something may have been added meanwhile.
        require_own(&self.place)?;
        if self.place.exists() {
            swap(&self.staging, &self.place, &self.old)
                .map_err(|error| failed("replace", &self.place, &error))?;
        } else {
            fs::rename(&self.staging, &self.place)
                .map_err(|error| failed("write", &self.place, &error))?;
        }
        remove(&self.old)
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        // What cannot be removed now, the next build removes.
        let _ = fs::remove_dir_all(&self.staging);
        let _ = fs::remove_file(&self.lock);
    }
}

/// Makes a lock file and locks it.
fn locked(lock: &Path, place: &Path) -> Result<File, Failure> {
    loop {
        let locked = File::create(lock).map_err(|error| failed("write", lock, &error))?;
        match locked.try_lock() {
            // If another build removed the file after it was opened here, it locks nothing.
            Ok(()) if is_at(&locked, lock) => return Ok(locked),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let place = terminal::path(place);
                let message = format!("another build is writing {place}: wait until it is done");
                return Err(Failure::Input(message));
            }
            Err(TryLockError::Error(error)) => return Err(failed("lock", lock, &error)),
        }
    }
}

/// Returns true if an open file is the one at a path. Systems without such numbers do not remove open
/// files.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let number = |found: fs::Metadata| (found.dev(), found.ino());
        let at_path = fs::metadata(path).map(number).ok();
        at_path.is_some() && file.metadata().map(number).ok() == at_path
    }
    #[cfg(not(unix))]
    {
        let _ = (file, path);
        true
    }
}

/// Puts a new folder in the place of an old one, which is moved away. Where the system can, it
/// exchanges them in one step.
fn swap(new: &Path, place: &Path, old: &Path) -> std::io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, place, RenameFlags::EXCHANGE).is_ok() {
            return fs::rename(new, old);
        }
    }
    fs::rename(place, old)?;
    fs::rename(new, place).inspect_err(|_| {
        let _ = fs::rename(old, place);
    })
}

/// Requires that a folder is missing, empty, or contains only files that a build wrote.
fn require_own(place: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed("read", place, &error)),
        Ok(found) if found.is_symlink() => {
            let to = fs::read_link(place).unwrap_or_default();
            return Err(Failure::Input(format!(
                "{} is a link to {}: name that folder, or another, with --out",
                terminal::path(place),
                terminal::path(&to)
            )));
        }
        Ok(found) if !found.is_dir() => {
            let place = terminal::path(place);
            return Err(Failure::Input(format!(
                "{place} is not a folder: name another with --out"
            )));
        }
        Ok(_) => {}
    }
    let listed = listed(place);
    let files = all_files(place)?;
    let foreign: Vec<String> = (files.iter())
        .map(|file| slashed(file.strip_prefix(place).unwrap_or(file)))
        .filter(|path| path != LIST && !listed.contains_key(path))
        .collect();
    if foreign.is_empty() {
        return Ok(());
    }
    let mut named = foreign[..foreign.len().min(NAMED)].join(", ");
    if foreign.len() > NAMED {
        named.push_str(&format!(" and {} more", foreign.len() - NAMED));
    }
    Err(Failure::Input(format!(
        "{} contains files that no build wrote ({named}), and replacing the folder would delete them: \
         move them away, or name another folder with --out",
        terminal::path(place)
    )))
}

/// Reads the list of a bundle: its files, each with its key or nothing.
fn listed(place: &Path) -> BTreeMap<String, String> {
    let list = fs::read_to_string(place.join(LIST)).unwrap_or_default();
    let files = list.lines().skip(1).map(|line| line.split_once('\t').unwrap_or((line, "")));
    files.map(|(path, key)| (path.to_owned(), key.to_owned())).collect()
}

/// Returns a path with `/` between its parts.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed("remove", folder, &error)),
        _ => Ok(()),
    }
}
