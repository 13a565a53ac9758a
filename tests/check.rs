//! `onrecord check`, run directly and through `tools/check`, as an author runs it.

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

/// Result of a run: the exit code, standard output and standard error.
struct RunResult {
    code: Option<i32>,
    out: String,
    errors: String,
}

impl RunResult {
    fn of(output: Output) -> Self {
        let [out, errors] = [output.stdout, output.stderr].map(String::from_utf8);
        let (out, errors) = (out.expect("text"), errors.expect("text"));
        Self { code: output.status.code(), out, errors }
    }

    /// Parses the JSON output and returns the file and code of each problem.
    fn json(&self) -> Vec<(String, String)> {
        let all: Vec<Value> =
            serde_json::from_str(&self.out).expect("only JSON on standard output");
        let text = |value: &Value| value.as_str().expect("a string").to_owned();
        all.iter().map(|one| (text(&one["file"]), text(&one["code"]))).collect()
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    command.current_dir(path("")).arg("check").args(arguments);
    command
}

fn check(arguments: &[&str]) -> RunResult {
    RunResult::of(command(arguments).output().expect("the command runs"))
}

#[test]
fn reports_unreadable_files_and_checks_the_others() {
    let result = check(&["--format", "json", BROKEN, "nope.json", SMALL]);
    let file = |name: &str, code: &str| (name.to_owned(), code.to_owned());
    assert_eq!(result.code, Some(1));
    let problems = result.json();
    assert_eq!(problems.first(), Some(&file(BROKEN, "quote-not-found")));
    assert_eq!(problems.last(), Some(&file("nope.json", "unreadable")));
    let result = check(&["nope.json", "tests/fixtures", SMALL]);
    assert_eq!(result.code, Some(1));
    assert!(
        result.errors.contains("error[unreadable]: failed to read the file"),
        "{}",
        result.errors
    );
    assert!(result.errors.contains("--> nope.json\n"), "{}", result.errors);
    let tallies: Vec<&str> =
        result.out.lines().map(|line| line.split_once(':').expect("a name").1).collect();
    assert_eq!(tallies[..2], [" 1 error", " 1 error"]);
    assert!(tallies[2].contains("3 statements"), "{}", result.out);
}

#[test]
fn checks_standard_input_like_a_file() {
    use std::io::Write;
    let check = |bytes: &[u8]| {
        let mut command = command(&["-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command runs");
        child.stdin.take().expect("a pipe").write_all(bytes).expect("it reads");
        RunResult::of(child.wait_with_output().expect("the command ends"))
    };
    let result = check(&bytes(SMALL));
    assert_eq!((result.code, result.errors.as_str()), (Some(0), ""));
    let result = check(&bytes(BROKEN));
    assert_eq!(result.code, Some(1));
    assert!(result.errors.contains("--> standard input:"), "{}", result.errors);
}

#[test]
fn prints_help_on_request() {
    for arguments in [["--help"], ["-h"]] {
        let result = check(&arguments);
        assert_eq!(result.code, Some(0));
        assert!(result.out.contains("onrecord check"), "{}", result.out);
    }
    let result = check(&[]);
    assert_eq!((result.code, result.out.as_str()), (Some(2), ""));
}

#[test]
fn escapes_control_characters_in_file_names() {
    let result = check(&["no\u{1b}[31m\u{202e}pe.json"]);
    let printed = result.out + &result.errors;
    assert!(!printed.contains(['\u{1b}', '\u{202e}']), "{printed:?}");
    assert!(printed.contains("no\\u{1b}[31m\\u{202e}pe.json: 1 error"), "{printed}");
}

/// Returns the path to which `tools/check` sets an environment variable.
fn built_with(variable: &str) -> PathBuf {
    let script = text("tools/check");
    let start = format!("export {variable}=\"$root/");
    let line = script
        .lines()
        .find_map(|line| line.strip_prefix(&start))
        .expect("the script sets the variable");
    path(line.trim_end_matches('"'))
}

#[test]
fn script_builds_with_valid_dossiers_and_settings() {
    let dossiers = built_with("ONRECORD_DOSSIERS");
    let read = shelf::read(Path::new(""), &dossiers, &built_with("ONRECORD_PUBLISHED"));
    assert_eq!(read.expect("the dossiers load").warnings, "");
    let file = built_with("ONRECORD_SETTINGS");
    let text = fs::read_to_string(&file).expect("the settings can be read");
    settings(&file.display().to_string(), &text).expect("the settings load");
}

/// Runs the script with a substitute for `cargo` that starts the command that is already built.
#[cfg(unix)]
#[test]
fn script_passes_on_options_file_names_and_exit_code() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-script");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("bin")).expect("a folder");
    let cargo = folder.join("bin/cargo");
    let command = env!("CARGO_BIN_EXE_onrecord");
    let substitute = format!(
        "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec '{command}' \"$@\"\n"
    );
    fs::write(&cargo, substitute).expect("the substitute can be written");
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755))
        .expect("the substitute can be made executable");
    fs::copy(path(BROKEN), folder.join("a name.json")).expect("a broken dossier");
    let paths = std::env::var("PATH").expect("a path");
    let run = |arguments: &[&str]| {
        let mut script = Command::new(path("tools/check"));
        script.current_dir(&folder).args(arguments);
        script.env("PATH", format!("{}:{paths}", folder.join("bin").display()));
        // If this folder exists, the script does not announce that it compiles.
        script.env("CARGO_TARGET_DIR", &folder).env_remove("NO_COLOR");
        RunResult::of(script.output().expect("the script runs"))
    };
    let result = run(&["--format", "json", "a name.json"]);
    assert_eq!(result.code, Some(1), "{}", result.errors);
    assert!(result.json().contains(&("a name.json".to_owned(), "quote-not-found".to_owned())));
    assert_eq!(run(&["--format", "none", "a name.json"]).code, Some(2));
    let result = run(&[]);
    assert_eq!(result.code, Some(0), "{}", result.errors);
    assert!(result.out.contains("shafaq-2026-01-06.json: "), "{}", result.out);
}

#[test]
fn documents_mention_make_check() {
    for document in ["README.md", "CONTRIBUTING.md", "docs/dossier.md"] {
        let document_text = text(document);
        assert!(document_text.contains("make check"), "{document}");
        // `cargo run` would not build while the dossier to check is broken.
        assert!(!document_text.contains("onrecord -- check"), "{document}");
    }
}

#[test]
fn reports_many_problems_in_one_long_line_quickly() {
    // The whole file is the line of each problem.
    let many =
        format!("{{{}\"format\": 1}}", "\"none\": \"\u{feff}of this is known\", ".repeat(900));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one-line.json");
    fs::write(&file, format!("\u{feff}{many}")).expect("the file can be written");
    let start = std::time::Instant::now();
    let result = check(&[&file.display().to_string()]);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    // The byte-order mark does not count as a column.
    assert!(
        result.errors.contains(":1:2\n") && !result.errors.contains(":::"),
        "{}",
        &result.errors[..500]
    );
    assert!(result.out.contains("1000 errors (more not shown)"), "{}", result.out);
}
