//! `onrecord check`, run as an author runs it: by itself, and by the script that the documents name.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::cli::shelf;
use onrecord::load::settings;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use support::{bytes, path, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const BROKEN: &str = "tests/fixtures/bad/quote-not-found/dossier.json";

/// What a run gave: its exit code, and what it printed.
struct Ran {
    code: Option<i32>,
    out: String,
    told: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let [out, told] = [output.stdout, output.stderr].map(String::from_utf8);
        let (out, told) = (out.expect("text"), told.expect("text"));
        Self { code: output.status.code(), out, told }
    }

    /// Each problem's file and code.
    fn json(&self) -> Vec<(String, String)> {
        let all: Vec<Value> =
            serde_json::from_str(&self.out).expect("JSON alone on standard output");
        let word = |value: &Value| value.as_str().expect("a text").to_owned();
        all.iter().map(|one| (word(&one["file"]), word(&one["code"]))).collect()
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    command.current_dir(path("")).arg("check").args(arguments);
    command
}

fn check(arguments: &[&str]) -> Ran {
    Ran::of(command(arguments).output().expect("the command runs"))
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_checked() {
    let ran = check(&["--format", "json", BROKEN, "nope.json", SMALL]);
    let file = |name: &str, code: &str| (name.to_owned(), code.to_owned());
    assert_eq!(ran.code, Some(1));
    let problems = ran.json();
    assert_eq!(problems.first(), Some(&file(BROKEN, "quote-not-found")));
    assert_eq!(problems.last(), Some(&file("nope.json", "unreadable")));
    let ran = check(&["nope.json", "tests/fixtures", SMALL]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("error[unreadable]: failed to read the file"), "{}", ran.told);
    assert!(ran.told.contains("--> nope.json\n"), "{}", ran.told);
    let tallies: Vec<&str> =
        ran.out.lines().map(|line| line.split_once(':').expect("a name").1).collect();
    assert_eq!(tallies[..2], [" 1 error", " 1 error"]);
    assert!(tallies[2].contains("3 statements"), "{}", ran.out);
}

#[test]
fn standard_input_is_checked_as_a_file_is() {
    use std::io::Write;
    let check = |bytes: &[u8]| {
        let mut command = command(&["-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command runs");
        child.stdin.take().expect("a pipe").write_all(bytes).expect("it reads");
        Ran::of(child.wait_with_output().expect("the command ends"))
    };
    let ran = check(&bytes(SMALL));
    assert_eq!((ran.code, ran.told.as_str()), (Some(0), ""));
    let ran = check(&bytes(BROKEN));
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("--> standard input:"), "{}", ran.told);
}

#[test]
fn help_is_printed_where_it_is_asked_for() {
    for arguments in [["--help"], ["-h"]] {
        let ran = check(&arguments);
        assert_eq!(ran.code, Some(0));
        assert!(ran.out.contains("onrecord check"), "{}", ran.out);
    }
    let ran = check(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn a_name_does_not_reach_the_terminal_as_it_is() {
    let ran = check(&["no\u{1b}[31m\u{202e}pe.json"]);
    let printed = ran.out + &ran.told;
    assert!(!printed.contains(['\u{1b}', '\u{202e}']), "{printed:?}");
    assert!(printed.contains("no\\u{1b}[31m\\u{202e}pe.json: 1 error"), "{printed}");
}

/// The folders and the file that the script builds the command with: by their variables' names.
fn built_with(variable: &str) -> PathBuf {
    let script = text("tools/check");
    let start = format!("export {variable}=\"$root/");
    let line = script.lines().find_map(|line| line.strip_prefix(&start)).expect("it is set");
    path(line.trim_end_matches('"'))
}

#[test]
fn the_script_builds_the_command_with_dossiers_that_load() {
    let dossiers = built_with("ONRECORD_DOSSIERS");
    let read = shelf::read(Path::new(""), &dossiers, &built_with("ONRECORD_PUBLISHED"));
    assert_eq!(read.expect("it loads").warnings, "");
    let file = built_with("ONRECORD_SETTINGS");
    let text = fs::read_to_string(&file).expect("the settings can be read");
    settings(&file.display().to_string(), &text).expect("the settings load");
}

/// The script is run with a `cargo` that runs the command that is built already.
#[cfg(unix)]
#[test]
fn the_script_passes_on_options_names_and_the_exit_code() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-script");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("bin")).expect("a folder");
    let cargo = folder.join("bin/cargo");
    let command = env!("CARGO_BIN_EXE_onrecord");
    let stand_in = format!(
        "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec '{command}' \"$@\"\n"
    );
    fs::write(&cargo, stand_in).expect("it can be written");
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it can be run");
    fs::copy(path(BROKEN), folder.join("a name.json")).expect("a broken dossier");
    let paths = std::env::var("PATH").expect("a path");
    let run = |arguments: &[&str]| {
        let mut script = Command::new(path("tools/check"));
        script.current_dir(&folder).args(arguments);
        script.env("PATH", format!("{}:{paths}", folder.join("bin").display()));
        // It says where it compiles for the first time.
        script.env("CARGO_TARGET_DIR", &folder).env_remove("NO_COLOR");
        Ran::of(script.output().expect("the script runs"))
    };
    let ran = run(&["--format", "json", "a name.json"]);
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    assert!(ran.json().contains(&("a name.json".to_owned(), "quote-not-found".to_owned())));
    assert_eq!(run(&["--format", "none", "a name.json"]).code, Some(2));
    let ran = run(&[]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("shafaq-2026-01-06.json: "), "{}", ran.out);
}

#[test]
fn documents_name_the_way_that_reaches_the_check() {
    for document in ["README.md", "CONTRIBUTING.md", "docs/dossier.md"] {
        let document_text = text(document);
        assert!(document_text.contains("make check"), "{document}");
        // A build stops at the dossier that is to be checked.
        assert!(!document_text.contains("onrecord -- check"), "{document}");
    }
}

#[test]
fn many_problems_of_one_long_line_are_told_in_a_moment() {
    // Each problem's line is the whole file.
    let many =
        format!("{{{}\"format\": 1}}", "\"none\": \"\u{feff}of this is known\", ".repeat(900));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one-line.json");
    fs::write(&file, format!("\u{feff}{many}")).expect("it can be written");
    let start = std::time::Instant::now();
    let ran = check(&[&file.display().to_string()]);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    // The mark at the head of the file is no column of its first line.
    assert!(ran.told.contains(":1:2\n") && !ran.told.contains(":::"), "{}", &ran.told[..500]);
    assert!(ran.out.contains("1000 errors and more"), "{}", ran.out);
}
