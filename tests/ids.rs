//! `onrecord ids`, run as an editor runs it: records, renames and edits published statements.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::ledger_json;
use onrecord::model::{Day, Ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{good, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";

/// Temporary folder with dossiers and ledgers.
struct Newsroom(PathBuf);

impl Newsroom {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // Left over from an earlier run.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("dossiers")).expect("a folder");
        let room = Self(folder);
        room.write("dossiers/harbour.json", &text(SMALL));
        room
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).expect("the file can be written");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect("the file can be read")
    }

    /// Replaces text in a file.
    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} does not contain {from}");
        self.write(file, &text.replace(from, to));
    }

    /// Runs `onrecord ids` and returns the exit code and everything that it printed.
    fn ids(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .current_dir(&self.0)
            .arg("ids")
            .args(arguments)
            .output()
            .expect("the command runs");
        let [out, errors] = [output.stdout, output.stderr].map(String::from_utf8);
        let [out, errors] = [out.expect("text"), errors.expect("text")];
        (output.status.code(), out + &errors)
    }
}

#[test]
fn lists_and_records_new_ids() {
    let room = Newsroom::new("ids-record");
    let (code, output) = room.ids(&[]);
    assert_eq!(code, Some(1), "{output}");
    assert!(
        output.contains("statement \"a-disgrace\": new") && output.contains("ids --record ."),
        "{output}"
    );
    let (code, output) = room.ids(&["--record", "--on", "2026-01-07"]);
    assert_eq!(code, Some(0), "{output}");
    let ledger = room.read("published/harbour.json");
    let dossier = good(SMALL);
    let mut recorded = Ledger::new(dossier.id.clone());
    recorded.record(&dossier, Day::new(2026, 1, 7).expect("a day"));
    assert_eq!(ledger, ledger_json(&recorded));
    assert_eq!(room.ids(&[]).0, Some(0));
    assert_eq!(room.ids(&["--record", "--on", "2026-02-01"]).0, Some(0));
    assert_eq!(
        room.read("published/harbour.json"),
        ledger,
        "recording again should change nothing"
    );
    assert_eq!(room.ids(&["--record", "--on", "2026-02-30"]).0, Some(2));
}

#[test]
fn reports_a_renamed_statement_and_accepts_the_suggested_entry() {
    let room = Newsroom::new("ids-rename");
    room.ids(&["--record", "--on", "2026-01-07"]);
    room.replace("dossiers/harbour.json", "reopening-on-friday", "the-harbour-reopens");
    for arguments in [&[][..], &["--record"]] {
        let (code, output) = room.ids(arguments);
        assert_eq!(code, Some(1), "{output}");
        assert!(
            output.contains("error[published-id-missing]") && output.contains("harbour.json:6:5"),
            "{output}"
        );
        assert!(output.contains("\"to\": [\"the-harbour-reopens\"]"), "{output}");
    }
    let gone = ", \"gone\": { \"how\": \"renamed\", \"to\": [\"the-harbour-reopens\"], \
                \"on\": \"2026-01-09\", \"why\": \"The old id named only the day.\" } },";
    let ledger = room.read("published/harbour.json");
    let line = ledger.lines().nth(5).expect("the line in the report").to_owned();
    room.replace("published/harbour.json", &line, &line.replace(" },", gone));
    let (code, output) = room.ids(&[]);
    assert_eq!(code, Some(1), "{output}");
    assert!(output.contains("statement \"the-harbour-reopens\": new"), "{output}");
    assert_eq!(room.ids(&["--record", "--on", "2026-01-09"]).0, Some(0));
    let ledger = room.read("published/harbour.json");
    assert!(ledger.contains("The old id named only the day."), "{ledger}");
    assert_eq!(room.ids(&[]).0, Some(0));
}

#[test]
fn rejects_a_change_without_a_correction() {
    let room = Newsroom::new("ids-change");
    room.ids(&["--record", "--on", "2026-01-07"]);
    let before = room.read("published/harbour.json");
    room.replace("dossiers/harbour.json", "\"kind\": \"evaluation\"", "\"kind\": \"accusation\"");
    let (code, output) = room.ids(&["--record", "--on", "2026-01-09"]);
    assert_eq!(code, Some(1), "{output}");
    assert!(
        output.contains("nothing was written")
            && output.contains("\"statements\": [\"a-disgrace\"]"),
        "{output}"
    );
    assert_eq!(room.read("published/harbour.json"), before);
    let correction = "\"corrections\": [{ \"on\": \"2026-01-09\", \"of\": \"annotation\", \
                      \"what\": \"The kind was evaluation.\", \"statements\": [\"a-disgrace\"] }],\n  \"relations\"";
    room.replace("dossiers/harbour.json", "\"relations\"", correction);
    room.replace("dossiers/harbour.json", "\"date\": \"2026-01-07\"", "\"date\": \"2026-01-09\"");
    let (code, output) = room.ids(&["--record", "--on", "2026-01-09"]);
    assert_eq!(code, Some(0), "{output}");
    assert!(room.read("published/harbour.json").contains("\"as_of\": \"2026-01-09\""));
}
