//! The command: where it writes, what it never does, and what it reports.

use super::support::path;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A temporary folder to work in.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("import-{name}"));
        // Left over from an earlier run.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("the file can be written");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(folder)).expect("a folder");
        let name = |entry: std::io::Result<fs::DirEntry>| {
            entry.expect("an entry").file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }

    /// Runs `onrecord import` and returns the exit code and everything that it printed.
    fn import(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .current_dir(&self.0)
            .arg("import")
            .args(arguments)
            .output()
            .expect("the command runs");
        let [out, errors] = [output.stdout, output.stderr].map(String::from_utf8);
        (output.status.code(), out.expect("text") + &errors.expect("text"))
    }
}

/// Returns the path of an example.
fn example(name: &str) -> String {
    path(&format!("tests/fixtures/import/{name}")).display().to_string()
}

#[test]
fn drafts_are_written_to_the_dossiers_of_a_site_and_never_over_a_file() {
    let desk = Desk::new("over");
    desk.write("onrecord.toml", "");
    let pasted = example("pasted.txt");
    let (code, said) = desk.import(&["text", &pasted]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("wrote dossiers/the-ferry-returns.json\n"), "{said}");
    desk.write("dossiers/the-ferry-returns.json", "mine");
    let (code, said) = desk.import(&["text", &pasted]);
    assert_eq!(code, Some(1));
    let expected =
        "onrecord: failed to write dossiers/the-ferry-returns.json (the file exists already";
    assert!(said.starts_with(expected), "{said}");
    assert_eq!(desk.read("dossiers/the-ferry-returns.json"), "mine");
    // If one of several files exists, none is written.
    desk.write("a.txt", "One.");
    let (code, _) = desk.import(&["text", "a.txt", &pasted]);
    assert_eq!((code, desk.files("dossiers").len()), (Some(1), 1));
    let (code, said) = desk.import(&["text", "a.txt", &pasted, "--out", "new/drafts"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("wrote 2 draft dossiers\n"), "{said}");
    assert_eq!(desk.files("new/drafts"), ["a.json", "the-ferry-returns.json"]);
}

#[test]
fn folders_with_a_table_and_a_mapping_can_be_imported() {
    let desk = Desk::new("folder");
    let table = example("brat/table.tsv");
    let (code, said) = desk.import(&["brat", &example("brat"), "--metadata", &table]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("7 attributions read, 6 statements made\n"), "{said}");
    assert!(said.contains("ferry.ann:37 (E5): the attribution has no content"), "{said}");
    let dossier = desk.read("ferry.json");
    for expected in
        ["\"The ferry returns\"", "\"2026-03-03\"", "\"The Courier\"", "\"by\": \"ada\""]
    {
        assert!(dossier.contains(expected), "{expected} is not in\n{dossier}");
    }
    let labels = example("brat/labels.toml");
    let (_, said) = desk.import(&[
        "brat",
        &example("brat"),
        "--labels",
        &labels,
        "--out",
        "x",
        "--content",
        "Content",
    ]);
    assert!(
        said.contains("ferry.ann:5 (E1): no part is mapped to the role \"Source\" (5 times)"),
        "{said}"
    );
    assert!(!said.contains("\"Place\""), "{said}");
}

#[test]
fn the_report_can_be_json() {
    let desk = Desk::new("json");
    let export = example("label-studio.json");
    let options = ["--published", "2026-03-04", "--outlet", "Other", "--by", "Ada Reader"];
    let (code, said) =
        desk.import(&[&["label-studio", &export, "--format", "json"], &options[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    let report: serde_json::Value = serde_json::from_str(&said).expect("the report is JSON");
    assert_eq!((&report["attributions"], &report["statements"]), (&6.into(), &6.into()));
    let document = &report["documents"][0];
    assert_eq!(document["dossier"], "./the-ferry-returns.json");
    let lost = document["findings"].as_array().expect("a list");
    assert!(
        lost.iter()
            .any(|it| it["code"] == "unknown-label" && it["lost"] == true && it["line"].is_u64())
    );
    // What the files say comes before the options, except who annotated.
    let dossier = desk.read("the-ferry-returns.json");
    assert!(dossier.contains("\"The Courier\"") && dossier.contains("\"2026-03-03\""), "{dossier}");
    assert!(dossier.contains("\"by\": \"Ada Reader\""), "{dossier}");
}

#[test]
fn wrong_arguments_are_explained() {
    let desk = Desk::new("usage");
    let pasted = example("pasted.txt");
    for (arguments, code, expected) in [
        (
            vec![],
            2,
            "missing argument: name a format, brat, uima-cas-json, label-studio, web-annotation or text",
        ),
        (vec!["brat"], 2, "missing argument: name the files to import"),
        (vec!["conll", "a"], 2, "unknown format \"conll\": use brat"),
        (vec!["text", "a", "--offsets", "words"], 2, "unknown unit \"words\""),
        (vec!["text", "a", "--published", "March"], 2, "\"March\" is not a valid date"),
        (vec!["text", "a", "--format", "xml"], 2, "unknown format \"xml\": use text or json"),
        (
            vec!["text", &pasted, "--cue", "Source"],
            2,
            "the label \"Source\" is mapped to more than one part",
        ),
        (vec!["text", "nowhere.txt"], 1, "failed to import nowhere.txt: failed to read the file"),
        (
            vec!["uima-cas-json", "."],
            1,
            "failed to import . (the folder contains no file that ends in .json)",
        ),
        (vec!["label-studio", &pasted], 1, "failed to import "),
    ] {
        let (found, said) = desk.import(&arguments);
        assert_eq!(found, Some(code), "{arguments:?}: {said}");
        assert!(said.starts_with(&format!("onrecord: {expected}")), "{said}");
    }
    assert_eq!(desk.files("."), Vec::<String>::new());
}
