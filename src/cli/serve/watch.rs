//! The files of a site on the disk, and whether they have changed since an earlier look.
//!
//! A look is a list of the files with their sizes and times. Unlike the notifications of operating
//! systems, it works the same on every file system, such as those of containers and networks.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Age up to which a file counts as new. Its time alone does not show whether it has changed: some
/// file systems count in steps of two seconds.
const NEW: Duration = Duration::from_secs(3);

/// The files of a site at one moment.
#[derive(Debug, Clone, Default)]
pub struct Look {
    files: BTreeMap<PathBuf, Stamp>,
}

/// What a look records about a file.
#[derive(Debug, Clone, Copy)]
struct Stamp {
    modified: Option<SystemTime>,
    size: u64,
    /// A hash of the content, for a new file only.
    content: Option<u64>,
}

impl Look {
    /// Looks at files and at the files directly in folders. Those that do not exist are not listed.
    pub fn at(files: &[PathBuf], folders: &[PathBuf], is_part: impl Fn(&Path) -> bool) -> Self {
        let now = SystemTime::now();
        let inside = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
        let inside = inside.filter_map(|entry| Some(entry.ok()?.path()));
        let all = files.iter().cloned().chain(inside.filter(|path| is_part(path)));
        let stamped = all.filter_map(|path| Stamp::of(&path, now).map(|stamp| (path, stamp)));
        Self { files: stamped.collect() }
    }

    /// Returns true if a file that is not as it was at another look is empty. Programs empty a file
    /// before they write it, so its content may be on the way.
    pub fn empties(&self, other: &Self) -> bool {
        let mut empty = self.files.iter().filter(|(_, stamp)| stamp.size == 0);
        empty.any(|(path, _)| self.differs_at(other, path))
    }

    /// Returns true if a file is not as it was at another look.
    pub fn differs(&self, other: &Self) -> bool {
        let paths = self.files.keys().eq(other.files.keys());
        !paths || self.files.keys().any(|path| self.differs_at(other, path))
    }

    /// Returns true if one file is not as it was at another look.
    pub fn differs_at(&self, other: &Self, path: &Path) -> bool {
        match (self.files.get(path), other.files.get(path)) {
            (Some(own), Some(others)) => own.differs(*others),
            (own, others) => own.is_some() || others.is_some(),
        }
    }
}

impl Stamp {
    fn of(path: &Path, now: SystemTime) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let modified = metadata.modified().ok();
        let age = modified
            .map(|modified| now.duration_since(modified).unwrap_or_else(|error| error.duration()));
        let content = age.filter(|age| *age < NEW).and_then(|_| hash(path));
        Some(Self { modified, size: metadata.len(), content })
    }

    /// Returns true if the stamps show a change. A file that is no longer new has no hash.
    fn differs(self, other: Self) -> bool {
        let hashes = self.content.zip(other.content);
        self.modified != other.modified
            || self.size != other.size
            || hashes.is_some_and(|(own, others)| own != others)
    }
}

fn hash(path: &Path) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    fs::read(path).ok()?.hash(&mut hasher);
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let name = format!("onrecord-watch-{name}-{}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            fs::create_dir_all(folder.join("in")).expect("a folder");
            Self(folder)
        }

        fn write(&self, name: &str, text: &str, modified: SystemTime) {
            let path = self.0.join(name);
            fs::write(&path, text).expect("a file");
            let file = File::options().append(true).open(path).expect("a file");
            file.set_modified(modified).expect("a time");
        }

        fn look(&self) -> Look {
            let is_part = |path: &Path| path.extension().is_some_and(|it| it == "json");
            Look::at(&[self.0.join("one.toml")], &[self.0.join("in"), self.0.join("no")], is_part)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn shows_new_removed_and_changed_files() {
        let folder = Folder::new("changes");
        let old = SystemTime::now() - Duration::from_secs(60);
        let empty = folder.look();
        assert!(!empty.differs(&Look::default()));
        folder.write("one.toml", "a", old);
        let first = folder.look();
        assert!(first.differs(&empty) && !first.differs(&folder.look()));
        folder.write("in/a.json", "a", old);
        let second = folder.look();
        assert!(second.differs(&first));
        assert!(second.differs_at(&first, &folder.0.join("in/a.json")));
        assert!(!second.differs_at(&first, &folder.0.join("one.toml")));
        let changes = |why: &str, is_change: bool| {
            assert_eq!(folder.look().differs(&second), is_change, "{why}");
        };
        folder.write("in/a.txt", "a", old);
        changes("another kind of file", false);
        folder.write("in/a.json", "ab", old);
        changes("another size", true);
        assert!(!folder.look().empties(&second));
        folder.write("in/a.json", "", old);
        assert!(folder.look().empties(&second) && !folder.look().empties(&folder.look()));
        folder.write("in/a.json", "b", old + Duration::from_secs(1));
        changes("another time", true);
        folder.write("in/a.json", "a", old);
        changes("as before", false);
        fs::rename(folder.0.join("in/a.json"), folder.0.join("in/b.json")).expect("a file");
        changes("another name", true);
    }

    #[test]
    fn shows_a_change_within_one_step_of_the_clock() {
        let folder = Folder::new("step");
        let now = SystemTime::now();
        folder.write("in/a.json", "a", now);
        let first = folder.look();
        folder.write("in/a.json", "b", now);
        assert!(folder.look().differs(&first));
        folder.write("in/a.json", "a", now);
        assert!(!folder.look().differs(&first));
    }

    #[test]
    fn a_file_that_only_grows_old_has_not_changed() {
        let path = PathBuf::from("a");
        let stamp = |content| Stamp { modified: None, size: 1, content };
        let look = |content| Look { files: [(path.clone(), stamp(content))].into() };
        assert!(!look(Some(1)).differs(&look(None)) && !look(None).differs(&look(Some(1))));
        assert!(look(Some(1)).differs(&look(Some(2))));
    }
}
