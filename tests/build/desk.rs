//! A folder with a site in which the command runs, and what its runs give.

use super::SMALL;
use super::support::text;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A temporary folder with a site in `site`. The command runs in it with an empty `PATH`.
pub struct Desk(pub PathBuf);

/// What a run of the command gave: its exit code and all that it printed.
pub struct Run(pub Option<i32>, pub String);

impl Desk {
    /// Makes a folder with a site that has the small dossier. `name` is that of the test.
    pub fn new(name: &str) -> Self {
        let desk = Self::empty(name);
        desk.write("site/onrecord.toml", "name = \"Harbour records\"\n");
        desk.write("site/dossiers/harbour.json", &text(SMALL));
        desk
    }

    pub fn empty(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{name}"));
        // Left over from an earlier run.
        let _ = fs::remove_dir_all(&folder);
        let desk = Self(folder);
        // The command may have been compiled without its app.
        desk.write("app/app.js", "js");
        desk.write("app/app_bg.wasm", "wasm");
        desk.write("app/annotator.js", "annotator");
        desk.write("app/annotator_bg.wasm", "annotator wasm");
        desk
    }

    pub fn at(&self, below: &str) -> PathBuf {
        self.0.join(below)
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.at(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("the file can be written");
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.at(file)).expect("the file can be read")
    }

    /// Replaces text in a file.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} does not contain {from}");
        self.write(file, &text.replace(from, to));
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        command.current_dir(&self.0).args(arguments).env_clear().env("PATH", "");
        if matches!(arguments.first(), Some(&("build" | "single"))) {
            command.args(["--app", "app"]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().expect("the command runs"))
    }

    /// Builds without what takes long.
    pub fn build(&self, arguments: &[&str]) -> Run {
        self.run(&[&["build", "site", "--no-previews", "--no-compress"], arguments].concat())
    }

    /// Lists the names in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(folder)).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Reads all files below a folder, by their paths.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.at(folder), "", &mut files);
        files
    }
}

pub fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            collect(&path, &format!("{below}{name}/"), files);
        } else {
            files.insert(format!("{below}{name}"), fs::read(&path).expect("the file can be read"));
        }
    }
}

impl Run {
    pub fn of(output: Output) -> Self {
        let [out, errors] = [output.stdout, output.stderr].map(String::from_utf8);
        Self(output.status.code(), out.expect("text") + &errors.expect("text"))
    }

    #[track_caller]
    pub fn succeeds(self) -> String {
        assert_eq!(self.0, Some(0), "{}", self.1);
        self.1
    }

    /// Checks the exit code and that the message has all of these parts.
    #[track_caller]
    pub fn fails(self, code: i32, parts: &[&str]) {
        assert_eq!(self.0, Some(code), "{}", self.1);
        for part in parts {
            assert!(self.1.contains(part), "no {part:?} in: {}", self.1);
        }
        assert!(!self.1.contains("panicked"), "{}", self.1);
    }
}

/// Checks that two sets of files are the same, and names the first that differs.
#[track_caller]
pub fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert!(one.keys().eq(other.keys()), "{:?}\n{:?}", one.keys(), other.keys());
    for (path, bytes) in one {
        assert!(bytes == &other[path], "{path} differs");
    }
}
