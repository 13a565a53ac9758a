//! `onrecord check`, run as an author runs it.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::is_dangerous;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use support::{bytes, path};

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

    /// Parses the JSON output.
    fn values(&self) -> Vec<Value> {
        serde_json::from_str(&self.out).expect("only JSON on standard output")
    }

    /// Returns the file and code of each problem in the JSON output.
    fn json(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().expect("a string").to_owned();
        let problems = self.values().into_iter().filter(|one| one["severity"] != "info");
        problems.map(|one| (text(&one["file"]), text(&one["code"]))).collect()
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
    let result = check(&["nope.json", "tests/fixtures/nope", SMALL]);
    assert_eq!(result.code, Some(1));
    assert!(
        result.errors.contains("error[unreadable]: failed to read the file"),
        "{}",
        result.errors
    );
    assert!(result.errors.contains("--> nope.json\n"), "{}", result.errors);
    let lines = result.out.lines().filter(|line| !line.starts_with(' '));
    let tallies: Vec<&str> = lines.map(|line| line.split_once(':').expect("a name").1).collect();
    assert_eq!(tallies[..2], [" 1 error", " 1 error"]);
    assert!(tallies[2].contains("3 statements"), "{}", result.out);
}

#[test]
fn lists_the_words_that_nothing_accounts_for() {
    let result = check(&[SMALL]);
    assert_eq!((result.code, result.errors.as_str()), (Some(0), ""));
    let lines: Vec<&str> = result.out.lines().skip(1).collect();
    let dateline = "    dateline: Port Alba, 6 January 2026 (The Courier";
    assert_eq!(lines, ["  nothing accounts for", dateline], "{}", result.out);
    let values = check(&["--format", "json", SMALL]).values();
    let expected = serde_json::json!([{
        "severity": "info",
        "code": "not-accounted-for",
        "file": SMALL,
        "path": "article.dateline",
        "message": "nothing accounts for \"Port Alba, 6 January 2026 (The Courier\" in the dateline",
        "paragraph": 0,
        "start": 0,
        "end": 38,
        "words": "Port Alba, 6 January 2026 (The Courier"
    }]);
    assert_eq!(Value::from(values), expected);
    // "and" alone is not listed.
    assert!(result.out.contains("8 in none"), "{}", result.out);
    let result = check(&["tests/fixtures/bad/name-left-out/dossier.json"]);
    assert!(
        result.out.contains("\n    paragraph 3: The Port Council meets on Monday. The"),
        "{}",
        result.out
    );
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

/// Makes a folder for a site with one valid dossier.
fn site(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("dossiers")).expect("a folder");
    fs::copy(path(SMALL), folder.join("dossiers/harbour.json")).expect("a copy");
    folder
}

/// Escape sequences, C1 controls, line separators and bidirectional controls, in the content and in the
/// name of a file.
#[test]
fn prints_nothing_that_a_terminal_obeys() {
    const HOSTILE: &str = "tests/fixtures/bad/terminal-controls/dossier.json";
    let folder = site("check-terminal");
    let name = "a\u{1b}[2J\u{9b}\u{85}\n\u{2028}\u{202e}\u{2066}.json";
    fs::copy(path(HOSTILE), folder.join("dossiers").join(name)).expect("a hostile name");
    let settings = "name = \"\u{202e}\u{2029}\"\n\u{9b}\u{85} = 1\n";
    fs::write(folder.join("onrecord.toml"), settings).expect("settings");
    let place = folder.display().to_string();
    let plain = |text: &str| text.chars().all(|c| c == '\n' || !is_dangerous(c));
    let result = check(&[&place, "no\u{1b}[2J\u{9b}such"]);
    assert!(result.errors.contains("\\u{1b}[2J\\u{9b}\\u{85}\\u{a}\\u{2028}"), "{}", result.errors);
    assert!(plain(&result.errors) && plain(&result.out), "{}\n{}", result.errors, result.out);
    let result = check(&["--format", "json", &place]);
    assert!(plain(&result.out), "{}", result.out);
    assert!(result.json().iter().any(|(file, _)| file.ends_with(name)), "{}", result.out);
    let arguments = ["build", &place, "--out", "no\u{1b}such\u{9b}"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    let result = RunResult::of(command.args(arguments).output().expect("the command runs"));
    assert_eq!(result.code, Some(1));
    assert!(plain(&result.errors) && plain(&result.out), "{}\n{}", result.errors, result.out);
}

#[test]
fn checks_all_files_of_a_site() {
    let folder = site("check-site");
    let place = folder.display().to_string();
    let result = check(&[&place]);
    assert_eq!((result.code, result.errors.as_str()), (Some(0), ""), "{}", result.errors);
    assert_eq!(result.out, format!("{place}: 1 valid dossier, 3 statements, no problems\n"));
    fs::write(folder.join("onrecord.toml"), "name = 3\n").expect("settings");
    fs::copy(path(BROKEN), folder.join("dossiers/broken.json")).expect("a broken dossier");
    fs::copy(path(SMALL), folder.join("dossiers/twice.json")).expect("the same id twice");
    let result = check(&["--format", "json", &place]);
    assert_eq!(result.code, Some(1));
    let file = |below: &str, code: &str| (format!("{place}/{below}"), code.to_owned());
    let found = result.json();
    for expected in [
        file("dossiers/broken.json", "quote-not-found"),
        file("dossiers/twice.json", "same-id"),
        file("onrecord.toml", "settings"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
}

#[test]
fn checks_the_site_in_the_current_folder() {
    let folder = site("check-here");
    fs::copy(path(BROKEN), folder.join("dossiers/broken.json")).expect("a broken dossier");
    let output = command(&[]).current_dir(&folder).output().expect("the command runs");
    let result = RunResult::of(output);
    assert_eq!(result.code, Some(1));
    assert!(result.errors.contains("--> dossiers/broken.json:"), "{}", result.errors);
    assert!(result.out.starts_with("site: 1 valid dossier, "), "{}", result.out);
}

#[test]
fn a_new_site_has_no_problems() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-new");
    let _ = fs::remove_dir_all(&folder);
    let place = folder.display().to_string();
    let new = Command::new(env!("CARGO_BIN_EXE_onrecord")).args(["new", &place]).output();
    let new = RunResult::of(new.expect("the command runs"));
    assert_eq!((new.code, new.errors.as_str()), (Some(0), ""));
    for file in ["README.md", "onrecord.toml", "dossier.schema.json", "ledger.schema.json"] {
        assert!(folder.join(file).is_file(), "{file}");
    }
    let result = check(&[&place]);
    assert_eq!((result.code, result.errors.as_str()), (Some(0), ""));
    assert_eq!(result.out, format!("{place}: 1 valid dossier, 4 statements, no problems\n"));
}

#[test]
fn says_what_is_missing_in_a_folder_that_is_no_site() {
    let result = check(&["tests/fixtures"]);
    assert_eq!(result.code, Some(1));
    assert!(result.errors.contains("failed to find a site in tests/fixtures"), "{}", result.errors);
    assert!(result.errors.contains("onrecord new"), "{}", result.errors);
}

#[test]
fn prints_help_on_request() {
    for arguments in [["--help"], ["-h"]] {
        let result = check(&arguments);
        assert_eq!(result.code, Some(0));
        assert!(result.out.contains("onrecord check"), "{}", result.out);
    }
}

#[test]
fn escapes_control_characters_in_file_names() {
    let result = check(&["no\u{1b}[31m\u{202e}pe.json"]);
    let printed = result.out + &result.errors;
    assert!(!printed.contains(['\u{1b}', '\u{202e}']), "{printed:?}");
    assert!(printed.contains("no\\u{1b}[31m\\u{202e}pe.json: 1 error"), "{printed}");
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

#[test]
fn reads_the_text_file_beside_a_dossier_and_no_other() {
    let folder = std::env::temp_dir().join(format!("onrecord-text-{}", std::process::id()));
    fs::create_dir_all(folder.join("dossiers")).expect("a folder");
    let mut dossier: Value = serde_json::from_slice(&bytes(SMALL)).expect("JSON");
    let article = dossier["article"].as_object_mut().expect("fields");
    let paragraphs = article.remove("paragraphs").expect("paragraphs");
    let paragraphs: Vec<&str> =
        paragraphs.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    article.insert("text".to_owned(), "harbour.txt".into());
    let file = folder.join("dossiers/harbour.json");
    fs::write(&file, dossier.to_string()).expect("a file");
    let (inside, outside) = (folder.join("dossiers/harbour.txt"), folder.join("harbour.txt"));
    fs::write(&outside, paragraphs.join("\n\n")).expect("a file");
    let run = || check(&[&file.display().to_string()]);
    assert!(run().errors.contains("error[text-file]: failed to read \"harbour.txt\""));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, &inside).expect("a link");
        assert!(run().errors.contains("(it is not a file)"));
        fs::remove_file(&inside).expect("a link");
    }
    fs::copy(&outside, &inside).expect("a file");
    let result = run();
    let _ = fs::remove_dir_all(&folder);
    assert_eq!((result.code, result.errors.as_str()), (Some(0), ""));
}
