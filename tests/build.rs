//! `onrecord build` and `onrecord single`, run as a newsroom runs them: from an empty folder, with no
//! other program on the path, onto folders that exist, are missing, or cannot be written, and stopped
//! half way.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use support::{path, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const BROKEN: &str = "tests/fixtures/bad/quote-not-found/dossier.json";
/// The list of files in a bundle.
const LIST: &str = ".onrecord";
/// A preview picture of the small dossier.
const PREVIEW: &str = "harbour/statements/a-disgrace/preview.png";

/// A temporary folder with a site in `site`. The command runs in it with an empty `PATH`.
struct Desk(PathBuf);

/// What a run of the command gave: its exit code and all that it printed.
struct Run(Option<i32>, String);

impl Desk {
    /// Makes a folder with a site that has the small dossier. `name` is that of the test.
    fn new(name: &str) -> Self {
        let desk = Self::empty(name);
        desk.write("site/onrecord.toml", "name = \"Harbour records\"\n");
        desk.write("site/dossiers/harbour.json", &text(SMALL));
        desk
    }

    fn empty(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{name}"));
        // Left over from an earlier run.
        let _ = fs::remove_dir_all(&folder);
        let desk = Self(folder);
        // The command may have been compiled without its app.
        desk.write("app/app.js", "js");
        desk.write("app/app_bg.wasm", "wasm");
        desk
    }

    fn at(&self, below: &str) -> PathBuf {
        self.0.join(below)
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.at(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("the file can be written");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.at(file)).expect("the file can be read")
    }

    /// Replaces text in a file.
    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} does not contain {from}");
        self.write(file, &text.replace(from, to));
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        command.current_dir(&self.0).args(arguments).env_clear().env("PATH", "");
        if matches!(arguments.first(), Some(&("build" | "single"))) {
            command.args(["--app", "app"]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().expect("the command runs"))
    }

    /// Builds without what takes long.
    fn build(&self, arguments: &[&str]) -> Run {
        self.run(&[&["build", "site", "--no-previews", "--no-compress"], arguments].concat())
    }

    /// Lists the names in a folder.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(folder)).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Reads all files below a folder, by their paths.
    fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.at(folder), "", &mut files);
        files
    }
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
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
    fn of(output: Output) -> Self {
        let [out, errors] = [output.stdout, output.stderr].map(String::from_utf8);
        Self(output.status.code(), out.expect("text") + &errors.expect("text"))
    }

    #[track_caller]
    fn succeeds(self) -> String {
        assert_eq!(self.0, Some(0), "{}", self.1);
        self.1
    }

    /// Checks the exit code and that the message has all of these parts.
    #[track_caller]
    fn fails(self, code: i32, parts: &[&str]) {
        assert_eq!(self.0, Some(code), "{}", self.1);
        for part in parts {
            assert!(self.1.contains(part), "no {part:?} in: {}", self.1);
        }
        assert!(!self.1.contains("panicked"), "{}", self.1);
    }
}

/// Checks that two sets of files are the same, and names the first that differs.
#[track_caller]
fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert!(one.keys().eq(other.keys()), "{:?}\n{:?}", one.keys(), other.keys());
    for (path, bytes) in one {
        assert!(bytes == &other[path], "{path} differs");
    }
}

#[test]
fn a_new_site_is_checked_and_built_with_no_other_program() {
    let desk = Desk::empty("new");
    let said = desk.run(&["new", "site"]).succeeds();
    assert!(said.contains("onrecord build site --out DIR"), "{said}");
    assert_eq!(desk.run(&["check", "site"]).succeeds().lines().count(), 1);
    let said = desk.run(&["build", "site", "--out", "out"]).succeeds();
    assert!(said.starts_with("built out: 1 dossier, "), "{said}");
    let files = desk.files("out");
    for path in
        ["index.html", "index.html.br", "index.html.gz", "404.html", "about/index.html", LIST]
    {
        assert!(files.contains_key(path), "{path} is missing");
    }
    let list = desk.read("out/.onrecord");
    let listed: Vec<&str> =
        list.lines().skip(1).map(|line| line.split('\t').next().unwrap_or(line)).collect();
    let written: Vec<&str> =
        files.keys().map(String::as_str).filter(|path| *path != LIST).collect();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, written, "the list names all files");
    assert_eq!(desk.names("."), ["app", "out", "site"], "nothing is left beside the bundle");
    desk.run(&["single", "site", "--out", "one/site.html"]).succeeds();
    assert!(desk.read("one/site.html").starts_with("<!doctype html>"));
    assert_eq!(desk.names("one"), ["site.html"]);
}

#[test]
fn two_builds_on_two_paths_have_the_same_bytes() {
    let (desk, other) = (Desk::new("bytes"), Desk::new("bytes-on-a-longer-path"));
    desk.run(&["build", "site", "--out", "out"]).succeeds();
    other.run(&["build", "site", "--out", "below/out"]).succeeds();
    assert_same(&desk.files("out"), &other.files("below/out"));
    desk.run(&["single", "site", "--out", "a.html"]).succeeds();
    other.run(&["single", "site", "--out", "b.html"]).succeeds();
    assert!(desk.read("a.html") == other.read("b.html"));
}

/// `taskset` gives a process one processor, and `onrecord` starts one thread for each that it has.
#[cfg(target_os = "linux")]
#[test]
fn one_thread_and_several_write_the_same_bytes() {
    let desk = Desk::new("threads");
    desk.run(&["build", "site", "--out", "several"]).succeeds();
    let built = Command::new("taskset")
        .args(["--cpu-list", first_processor().as_str(), env!("CARGO_BIN_EXE_onrecord")])
        .args(["build", "site", "--out", "one", "--app", "app"])
        .current_dir(&desk.0)
        .output();
    let Ok(built) = built else { return eprintln!("skipped: taskset is not installed") };
    Run::of(built).succeeds();
    assert_same(&desk.files("several"), &desk.files("one"));
}

/// Returns the number of a processor that this process may use.
#[cfg(target_os = "linux")]
fn first_processor() -> String {
    let status = fs::read_to_string("/proc/self/status").expect("the status of this process");
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    let list = list.expect("a list of processors").trim();
    list.split([',', '-']).next().unwrap_or(list).to_owned()
}

#[test]
fn a_folder_with_files_that_no_build_wrote_is_left_alone() {
    let desk = Desk::new("foreign");
    for file in ["notes.txt", "a/b/c.html", "d.html", "e.html"] {
        desk.write(&format!("out/{file}"), "mine");
    }
    let before = desk.files("out");
    desk.build(&["--out", "out"])
        .fails(1, &["a/b/c.html, d.html, e.html and 1 more", "move them away", "--out"]);
    assert_same(&before, &desk.files("out"));
    // One file among those of a build.
    desk.build(&["--out", "built"]).succeeds();
    desk.write("built/harbour/notes.txt", "mine");
    let before = desk.files("built");
    desk.build(&["--out", "built"]).fails(1, &["(harbour/notes.txt)"]);
    assert_same(&before, &desk.files("built"));
    assert_eq!(desk.names("."), ["app", "built", "out", "site"]);
}

#[test]
fn an_empty_folder_is_used() {
    let desk = Desk::new("empty");
    fs::create_dir(desk.at("out")).expect("a folder");
    desk.build(&["--out", "out"]).succeeds();
    assert!(desk.at("out/index.html").is_file());
    assert_eq!(desk.names("."), ["app", "out", "site"]);
}

#[test]
fn a_file_that_is_no_longer_made_goes_with_the_next_build() {
    let desk = Desk::new("gone");
    desk.build(&["--out", "out"]).succeeds();
    assert!(desk.at("out/harbour/statements/a-disgrace").is_dir());
    desk.replace("site/dossiers/harbour.json", "a-disgrace", "no-disgrace");
    desk.build(&["--out", "out"]).succeeds();
    assert!(desk.at("out/harbour/statements/no-disgrace").is_dir());
    assert!(!desk.at("out/harbour/statements/a-disgrace").exists());
}

#[test]
fn a_site_with_errors_keeps_its_last_bundle() {
    let desk = Desk::new("errors");
    desk.build(&["--out", "out"]).succeeds();
    let before = desk.files("out");
    desk.write("site/dossiers/broken.json", &text(BROKEN));
    desk.build(&["--out", "out"]).fails(1, &["error[quote-not-found]", "broken.json"]);
    assert_same(&before, &desk.files("out"));
    let single = ["single", "site", "--out", "one.html"];
    desk.write("one.html", "the last one");
    desk.run(&single).fails(1, &["error[quote-not-found]"]);
    assert_eq!(desk.read("one.html"), "the last one");
    fs::remove_file(desk.at("site/dossiers/broken.json")).expect("it can be removed");
    fs::remove_file(desk.at("site/dossiers/harbour.json")).expect("it can be removed");
    desk.build(&["--out", "out"]).fails(1, &["failed to find dossiers in site", "onrecord new"]);
    assert_same(&before, &desk.files("out"));
    assert_eq!(desk.names("."), ["app", "one.html", "out", "site"]);
}

#[test]
fn targets_that_cannot_be_written_are_named() {
    let desk = Desk::new("targets");
    desk.write("file", "mine");
    desk.build(&["--out", "file"]).fails(1, &["file is not a folder", "--out"]);
    // A file as parent.
    desk.build(&["--out", "file/below/out"]).fails(1, &["file/below"]);
    desk.run(&["single", "site", "--out", "file/one.html"]).fails(1, &["file/one.html"]);
    fs::create_dir(desk.at("folder")).expect("a folder");
    desk.run(&["single", "site", "--out", "folder"]).fails(1, &["folder"]);
    assert_eq!(desk.read("file"), "mine");
    desk.build(&["--out", "/"]).fails(2, &["/ is not a folder of its own"]);
    // Parents that are missing are made.
    desk.build(&["--out", "a/b/out"]).succeeds();
    assert!(desk.at("a/b/out/index.html").is_file());
    assert_eq!(desk.names("."), ["a", "app", "file", "folder", "site"]);
}

/// A site must not be replaced by its own bundle.
#[test]
fn the_folder_of_the_site_is_left_alone() {
    let desk = Desk::new("own");
    let before = desk.files("site");
    desk.build(&["--out", "site"]).fails(1, &["dossiers/harbour.json", "onrecord.toml"]);
    desk.build(&["--out", "."]).fails(1, &["site/dossiers/harbour.json"]);
    assert_same(&before, &desk.files("site"));
}

/// Nobody can write in `/proc`, not even root.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let desk = Desk::new("read-only");
    desk.build(&["--out", "/proc/onrecord"]).fails(1, &["failed to write /proc/"]);
    desk.run(&["single", "site", "--out", "/proc/one.html"])
        .fails(1, &["failed to write /proc/one.html"]);
}

/// A limit on the size of files stands for a full disk: writing fails half way.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_keeps_the_last_bundle() {
    let desk = Desk::new("full");
    desk.build(&["--out", "out"]).succeeds();
    desk.write("one.html", "the last one");
    let before = desk.files("out");
    let limited = |arguments: &str| {
        // Without the signal, writing beyond the limit is an error, as on a full disk.
        let script = format!("trap '' XFSZ; ulimit -f 8; exec \"$0\" {arguments} --app app");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_onrecord")]).current_dir(&desk.0);
        Run::of(command.output().expect("a shell"))
    };
    limited("build site --out out --no-previews")
        .fails(1, &["failed to write ", "(File too large"]);
    assert_same(&before, &desk.files("out"));
    limited("single site --out one.html").fails(1, &["failed to write ", "one.html"]);
    assert_eq!(desk.read("one.html"), "the last one");
    assert_eq!(desk.names("."), ["app", "one.html", "out", "site"], "nothing is left");
}

/// Ends a build at ten moments. What is there afterwards must be the old bundle or the new one, and
/// the next build must succeed.
#[test]
fn a_build_that_is_killed_leaves_a_whole_bundle() {
    let desk = Desk::new("killed");
    let site = |title: &str| desk.write("site/onrecord.toml", &format!("name = \"{title}\"\n"));
    let arguments = ["build", "site", "--out", "out", "--quiet", "--no-compress"];
    site("Old");
    desk.run(&arguments).succeeds();
    let old = desk.files("out");
    fs::remove_dir_all(desk.at("out")).expect("the bundle can be removed");
    site("New");
    let start = Instant::now();
    desk.run(&arguments).succeeds();
    let whole = start.elapsed();
    let new = desk.files("out");
    assert!(old != new);
    let mut ended_early = 0;
    for moment in 0..10 {
        site("Old");
        desk.run(&arguments).succeeds();
        assert_same(&old, &desk.files("out"));
        site("New");
        let mut build = desk.command(&arguments).spawn().expect("the command runs");
        let was_killed = kill_after(&mut build, whole * (2 * moment + 1) / 20);
        ended_early += u32::from(was_killed);
        let found = desk.files("out");
        let expected = if found["index.html"] == old["index.html"] { &old } else { &new };
        assert_same(expected, &found);
        desk.run(&arguments).succeeds();
        assert_same(&new, &desk.files("out"));
        assert_eq!(desk.names("."), ["app", "out", "site"], "a build was killed in part {moment}");
    }
    assert!(ended_early >= 5, "only {ended_early} of 10 builds were killed before they ended");
}

/// Kills a process after a time. Returns false if it had ended by itself.
fn kill_after(child: &mut Child, time: Duration) -> bool {
    // This wait is the moment of the test and not for anything to happen.
    std::thread::sleep(time);
    let has_ended = child.try_wait().expect("a process").is_some();
    child.kill().expect("the process can be killed");
    child.wait().expect("the process ends");
    !has_ended
}

/// What a build leaves that was killed between its last two steps: the new bundle beside an empty
/// place, or the old one beside the new.
#[test]
fn leftovers_of_a_killed_build_are_put_back_or_removed() {
    let desk = Desk::new("leftovers");
    desk.build(&["--out", "out"]).succeeds();
    let whole = desk.files("out");
    fs::rename(desk.at("out"), desk.at("out.onrecord-old")).expect("it can be moved");
    desk.write("out.onrecord-new/index.html", "half");
    desk.write("out.onrecord-lock", "");
    // The site is broken now: the last bundle comes back with the next build that starts.
    desk.build(&["--out", "out"]).succeeds();
    assert_same(&whole, &desk.files("out"));
    desk.write("out.onrecord-old/index.html", "old");
    desk.write("out.onrecord-new/index.html", "half");
    desk.build(&["--out", "out"]).succeeds();
    assert_same(&whole, &desk.files("out"));
    assert_eq!(desk.names("."), ["app", "out", "site"]);
}

#[test]
fn two_builds_into_one_folder_do_not_disturb_each_other() {
    let desk = Desk::new("two");
    let arguments = ["build", "site", "--out", "out", "--quiet", "--no-compress"];
    desk.run(&arguments).succeeds();
    let whole = desk.files("out");
    for _ in 0..3 {
        let builds: Vec<Child> =
            (0..3).map(|_| desk.command(&arguments).spawn().expect("it runs")).collect();
        let outputs = builds.into_iter().map(|it| it.wait_with_output().expect("it ends"));
        let runs: Vec<Run> = outputs.map(Run::of).collect();
        assert!(runs.iter().any(|run| run.0 == Some(0)), "one of them should succeed");
        for run in runs.into_iter().filter(|run| run.0 != Some(0)) {
            run.fails(1, &["another build is writing out", "wait until it is done"]);
        }
        assert_same(&whole, &desk.files("out"));
        assert_eq!(desk.names("."), ["app", "out", "site"]);
    }
}

/// A host may keep its bundles elsewhere. The link stays, and what it points to is left alone.
#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_not_replaced() {
    let desk = Desk::new("link");
    desk.write("real/notes.txt", "mine");
    std::os::unix::fs::symlink("real", desk.at("out")).expect("a link");
    desk.build(&["--out", "out"]).fails(1, &["out is a link to real", "--out"]);
    assert!(desk.at("out").is_symlink());
    assert_eq!(desk.names("real"), ["notes.txt"]);
}

#[test]
fn wrong_arguments_are_explained() {
    let desk = Desk::new("arguments");
    desk.build(&[]).fails(2, &["missing option", "--out DIR"]);
    desk.run(&["single", "site"]).fails(2, &["missing option", "--out FILE"]);
    let output = desk.command(&["build", "site"]).arg("--out").output();
    Run::of(output.expect("the command runs")).fails(2, &["missing argument", "--out"]);
    desk.build(&["--out", "out", "--fast"]).fails(2, &["--fast", "onrecord --help"]);
    desk.run(&["single", "site", "--out", "x", "--no-previews"]).fails(2, &["--no-previews"]);
    desk.build(&["--out", "out", "another"]).fails(2, &["another"]);
    desk.build(&["--out", "out", "--address", "not an address"]).fails(2, &["not an address"]);
    desk.run(&["build", "nowhere", "--out", "out"]).fails(1, &["nowhere", "onrecord new nowhere"]);
    desk.run(&["bild"]).fails(2, &["unknown command \"bild\""]);
    assert_eq!(desk.names("."), ["app", "site"]);
}

#[test]
fn a_public_address_needs_recorded_ids() {
    let desk = Desk::new("address");
    let address = ["--out", "out", "--address", "https://example.org/record/"];
    desk.build(&address)
        .fails(1, &["not recorded", "\"a-disgrace\": new", "run: onrecord ids --record site"]);
    assert!(!desk.at("out").exists());
    desk.run(&["ids", "--record", "site"]).succeeds();
    desk.build(&address).succeeds();
    let page = desk.read("out/harbour/index.html");
    assert!(page.contains("https://example.org/record/harbour/"), "the address is in the page");
}

#[test]
fn previews_are_kept_while_nothing_changes_in_them() {
    let desk = Desk::new("previews");
    let arguments = ["build", "site", "--out", "out", "--no-compress"];
    desk.run(&arguments).succeeds();
    let first = desk.files("out");
    desk.run(&arguments).succeeds();
    assert_same(&first, &desk.files("out"));
    // The key is that of the last build, so the file is taken as it is.
    desk.write(&format!("out/{PREVIEW}"), "as it is");
    desk.run(&arguments).succeeds();
    assert_eq!(desk.read(&format!("out/{PREVIEW}")), "as it is");
    // With another key, or none, it is drawn again.
    let list = desk.read("out/.onrecord");
    let line = list.lines().find(|line| line.starts_with(PREVIEW)).expect("it is in the list");
    let (path, key) = line.split_once('\t').expect("it has a key");
    for other in [format!("{path}\t{}", "0".repeat(key.len())), path.to_owned()] {
        desk.write(&format!("out/{PREVIEW}"), "as it is");
        desk.write("out/.onrecord", &list.replace(line, &other));
        desk.run(&arguments).succeeds();
        assert_same(&first, &desk.files("out"));
    }
    // A picture shows the name of the site.
    desk.replace("site/onrecord.toml", "Harbour records", "Other records");
    desk.run(&arguments).succeeds();
    assert!(first[PREVIEW] != desk.files("out")[PREVIEW], "the picture shows the new name");
    // Without previews, none are kept.
    desk.run(&[&arguments[..], &["--no-previews"]].concat()).succeeds();
    assert!(!desk.at(&format!("out/{PREVIEW}")).exists());
}

/// A checkout from before the command took a folder: its site was in `static`, among other files.
#[test]
fn an_old_checkout_builds_as_it_is_and_keeps_its_addresses() {
    let desk = Desk::empty("old");
    for file in ["dossiers/shafaq-2026-01-06.json", "onrecord.toml", "boot.js", "icon.svg"] {
        desk.write(&format!("static/{file}"), &text(&format!("static/{file}")));
    }
    let ledger = "published/shafaq-2026-01-06.json";
    if path(&format!("static/{ledger}")).is_file() {
        desk.write(&format!("static/{ledger}"), &text(&format!("static/{ledger}")));
    }
    let built = desk.run(&["build", "static", "--out", "dist", "--no-compress"]);
    built.succeeds();
    let files = desk.files("dist");
    let addresses = text("tests/fixtures/old-addresses.txt");
    let missing: Vec<&str> = addresses
        .lines()
        .filter(|address| {
            let file = if address.is_empty() || address.ends_with('/') {
                format!("{address}index.html")
            } else {
                (*address).to_owned()
            };
            !files.contains_key(&file)
        })
        .collect();
    assert!(addresses.lines().count() > 40, "the list of old addresses is complete");
    assert!(missing.is_empty(), "old addresses without a file: {missing:?}");
}
