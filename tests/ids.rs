//! `onrecord ids`, run as an editor runs it: recording, renaming and editing a published statement.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::ledger_json;
use onrecord::model::{Day, Ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{good, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";

/// A folder of the tests' own, with the dossiers and the ledgers of a newsroom.
struct Newsroom(PathBuf);

impl Newsroom {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // What an earlier run left.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("dossiers")).expect("a folder");
        let room = Self(folder);
        room.write("dossiers/harbour.json", &text(SMALL));
        room
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).expect("it can be written");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect("it can be read")
    }

    /// Replaces words of a file.
    fn replace(&self, file: &str, words: &str, by: &str) {
        let text = self.read(file);
        assert!(text.contains(words), "{file} has no {words}");
        self.write(file, &text.replace(words, by));
    }

    /// Runs `onrecord ids`: its exit code, and all that it printed.
    fn ids(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .current_dir(&self.0)
            .args(["ids", "--dossiers", "dossiers"])
            .args(arguments)
            .output()
            .expect("the command runs");
        let [out, told] = [output.stdout, output.stderr].map(String::from_utf8);
        let [out, told] = [out.expect("text"), told.expect("text")];
        (output.status.code(), out + &told)
    }
}

#[test]
fn the_command_records_what_is_published_and_tells_what_is_not() {
    let room = Newsroom::new("ids-record");
    let (code, told) = room.ids(&[]);
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("statement \"a-disgrace\": new") && told.contains("ids --record"),
        "{told}"
    );
    let (code, told) = room.ids(&["--record", "--on", "2026-01-07"]);
    assert_eq!(code, Some(0), "{told}");
    let ledger = room.read("published/harbour.json");
    let dossier = good(SMALL);
    let mut recorded = Ledger::new(dossier.id.clone());
    recorded.record(&dossier, Day::new(2026, 1, 7).expect("a day"));
    assert_eq!(ledger, ledger_json(&recorded));
    assert_eq!(room.ids(&[]).0, Some(0));
    assert_eq!(room.ids(&["--record", "--on", "2026-02-01"]).0, Some(0));
    assert_eq!(room.read("published/harbour.json"), ledger, "recording again changes nothing");
    assert_eq!(room.ids(&["--record", "--on", "2026-02-30"]).0, Some(2));
}

#[test]
fn the_command_tells_a_renamed_statement_and_takes_what_it_told_to_write() {
    let room = Newsroom::new("ids-rename");
    room.ids(&["--record", "--on", "2026-01-07"]);
    room.replace("dossiers/harbour.json", "reopening-on-friday", "the-harbour-reopens");
    for arguments in [&[][..], &["--record"]] {
        let (code, told) = room.ids(arguments);
        assert_eq!(code, Some(1), "{told}");
        assert!(
            told.contains("error[published-id-missing]") && told.contains("harbour.json:6:5"),
            "{told}"
        );
        assert!(told.contains("\"to\": [\"the-harbour-reopens\"]"), "{told}");
    }
    let gone = ", \"gone\": { \"how\": \"renamed\", \"to\": [\"the-harbour-reopens\"], \
                \"on\": \"2026-01-09\", \"why\": \"The name told the day alone.\" } },";
    let ledger = room.read("published/harbour.json");
    let line = ledger.lines().nth(5).expect("the line that was told").to_owned();
    room.replace("published/harbour.json", &line, &line.replace(" },", gone));
    let (code, told) = room.ids(&[]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("statement \"the-harbour-reopens\": new"), "{told}");
    assert_eq!(room.ids(&["--record", "--on", "2026-01-09"]).0, Some(0));
    let ledger = room.read("published/harbour.json");
    assert!(ledger.contains("The name told the day alone."), "{ledger}");
    assert_eq!(room.ids(&[]).0, Some(0));
}

#[test]
fn the_command_refuses_a_change_that_no_correction_tells() {
    let room = Newsroom::new("ids-change");
    room.ids(&["--record", "--on", "2026-01-07"]);
    let before = room.read("published/harbour.json");
    room.replace("dossiers/harbour.json", "\"kind\": \"evaluation\"", "\"kind\": \"accusation\"");
    let (code, told) = room.ids(&["--record", "--on", "2026-01-09"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("nothing was recorded") && told.contains("\"statements\": [\"a-disgrace\"]"),
        "{told}"
    );
    assert_eq!(room.read("published/harbour.json"), before);
    let correction = "\"corrections\": [{ \"on\": \"2026-01-09\", \"of\": \"annotation\", \
                      \"what\": \"The kind was evaluation.\", \"statements\": [\"a-disgrace\"] }],\n  \"relations\"";
    room.replace("dossiers/harbour.json", "\"relations\"", correction);
    room.replace("dossiers/harbour.json", "\"date\": \"2026-01-07\"", "\"date\": \"2026-01-09\"");
    let (code, told) = room.ids(&["--record", "--on", "2026-01-09"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(room.read("published/harbour.json").contains("\"as_of\": \"2026-01-09\""));
}
