//! `docs/ten-minutes.md`, followed as an editor would: its article, its commands and its JSON make a
//! dossier without a warning.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::text;

const DRAFT: &str = "record/dossiers/ferry-to-skerry-will-return-in-may.json";

/// Returns the examples in the guide in one language.
fn examples(guide: &str, language: &str) -> Vec<String> {
    let parts = guide.split("\n```").skip(1).step_by(2);
    let own = parts.filter_map(|part| part.strip_prefix(language)?.strip_prefix('\n'));
    own.map(str::to_owned).collect()
}

#[test]
fn the_guide_makes_a_dossier_without_a_warning() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    // Left over from an earlier run.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let guide = text("docs/ten-minutes.md");
    fs::write(folder.join("ferry.txt"), &examples(&guide, "text")[0]).expect("a file");
    let run = |line: &str| {
        // The quotation marks in the commands are around two words.
        let words = line.split('"').enumerate().flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        });
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        let output = command.args(words.skip(1)).current_dir(&folder).output().expect("it runs");
        let printed = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&printed).into_owned())
    };
    let commands = examples(&guide, "console");
    for line in commands[0].lines().filter(|line| !line.contains("serve")) {
        let (is_done, printed) = run(line);
        assert!(is_done, "{line}: {printed}");
    }
    let file = folder.join(DRAFT);
    let json = fs::read_to_string(&file).expect("the draft");
    let mut dossier: Value = serde_json::from_str(&json).expect("JSON");
    let pieces = examples(&guide, "json");
    let fields = |piece: &str| -> Value {
        let piece = piece.trim().trim_end_matches(',');
        serde_json::from_str(&format!("{{ {piece} }}")).expect("fields")
    };
    dossier["article"]["rights"] = fields(&pieces[0])["rights"].clone();
    let actors: Vec<Value> = serde_json::from_str(&format!("[{}]", pieces[1])).expect("a list");
    dossier["actors"].as_array_mut().expect("a list").extend(actors);
    dossier["statements"] = fields(&pieces[2])["statements"].clone();
    dossier["statements"][3]["identification"] = fields(&pieces[3])["identification"].clone();
    dossier.as_object_mut().expect("fields").remove("draft");
    fs::write(&file, dossier.to_string()).expect("the file can be written");
    let (is_valid, printed) = run(&commands[1]);
    assert!(is_valid && printed.contains("4 statements, 5 actors"), "{printed}");
    assert!(!printed.contains("warning") && !printed.contains("to-do"), "{printed}");
    // The wrong speaker that the guide suggests to try.
    dossier["statements"][2]["speakers"][0] = "official".into();
    fs::write(&file, dossier.to_string()).expect("the file can be written");
    assert!(run(&commands[1]).1.contains("warning[other-speaker]"));
}
