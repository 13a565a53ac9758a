//! Ledgers of published ids: recording, loading, and the reports on broken ones. The command that
//! uses them is tested in `tests/ids.rs`.
//!
//! `UPDATE=1 cargo test --test ledger` rewrites the expected reports. Read the difference.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::ledger_json;
use onrecord::load::{LoadedLedger, Severity, load, load_ledgers};
use onrecord::model::{Change, Changed, Day, Digest, Dossier, IdKind, Ledger};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;
use support::mutate::{cut, edit, law};
use support::{as_expected, bytes, folders, good, path, report_text, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";

fn day(day: u32) -> Day {
    Day::new(2026, 1, day).expect("a day")
}

/// Loads the small dossier after an edit of its JSON.
fn edited(edit: impl FnOnce(&mut Value)) -> Dossier {
    let mut json: Value = serde_json::from_str(&text(SMALL)).expect("JSON");
    edit(&mut json);
    let bytes = json.to_string().into_bytes();
    let loaded = load("edited", &bytes);
    loaded.dossier.unwrap_or_else(|| panic!("{}", report_text(&bytes, &loaded.diagnostics)))
}

/// Returns the ledger of the small dossier, recorded on 7 January.
fn recorded() -> Ledger {
    let dossier = good(SMALL);
    let mut ledger = Ledger::new(dossier.id.clone());
    ledger.record(&dossier, day(7));
    ledger
}

fn loaded(json: &str, dossier: Dossier) -> LoadedLedger {
    let files = [("ledger.json".to_owned(), json.as_bytes().to_vec())];
    load_ledgers(&files, &[Arc::new(dossier)]).remove(0)
}

fn codes(loaded: &LoadedLedger) -> Vec<&str> {
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

#[test]
fn reports_each_bad_ledger_as_expected() {
    let dossier = Arc::new(good(SMALL));
    let mut reports = Vec::new();
    for name in folders("tests/fixtures/ledgers") {
        let bytes = bytes(&format!("tests/fixtures/ledgers/{name}/ledger.json"));
        let files = [(format!("{name}/ledger.json"), bytes.clone())];
        let loaded = load_ledgers(&files, &[Arc::clone(&dossier)]).remove(0);
        assert_eq!(loaded.ledger, None, "{name}");
        let report = report_text(&bytes, &loaded.diagnostics);
        reports.push((format!("tests/fixtures/ledgers/{name}/expected.txt"), report));
    }
    as_expected(&reports);
}

#[test]
fn a_recorded_ledger_loads_and_is_current() {
    let ledger = recorded();
    assert_eq!(ledger.changes(&good(SMALL)), []);
    let json = ledger_json(&ledger);
    let back = loaded(&json, good(SMALL));
    assert_eq!(back.diagnostics, []);
    assert_eq!(back.ledger.as_ref(), Some(&ledger));
    let mut again = ledger.clone();
    again.record(&good(SMALL), day(9));
    assert_eq!(ledger_json(&again), json, "recording again must not change the ledger");
    for kind in IdKind::ALL {
        assert!(!ledger.entries(kind).is_empty(), "{kind:?}");
    }
}

#[test]
fn recording_keeps_the_entries_of_removed_ids() {
    let mut json: Value = serde_json::from_str(&ledger_json(&recorded())).expect("JSON");
    let why = "One \"person\".";
    let gone = json!({ "how": "merged", "to": ["ada-lund"], "on": "2026-01-08", "why": why });
    json["actors"].as_array_mut().expect("a list").push(json!({
        "id": "port-chief", "since": "2026-01-07", "gone": gone,
    }));
    let mut ledger = loaded(&json.to_string(), good(SMALL)).ledger.expect("a valid ledger");
    ledger.record(&good(SMALL), day(9));
    let written: Value = serde_json::from_str(&ledger_json(&ledger)).expect("JSON");
    assert_eq!(written["actors"], json["actors"]);
    let fate = ledger.fate(IdKind::Actor, "port-chief").expect("the id is gone");
    assert_eq!(fate.leads_to.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["ada-lund"]);
}

#[test]
fn a_digest_depends_only_on_what_a_citation_contains() {
    let digests = |dossier: &Dossier| -> Vec<Digest> {
        dossier.statements.iter().map(|statement| Digest::of(dossier, statement)).collect()
    };
    let before = digests(&good(SMALL));
    // `expected` says which of the three statements an edit changes.
    let check = |what: &str, edit: fn(&mut Value), expected: [bool; 3]| {
        let after = digests(&edited(edit));
        let changed: Vec<bool> = before.iter().zip(&after).map(|(a, b)| a != b).collect();
        assert_eq!(changed, expected, "{what}");
    };
    check("a gist", |d| d["statements"][0]["gist"] = json!("Says it."), [false; 3]);
    check("a note", |d| d["statements"][0]["note"] = json!("A remark."), [false; 3]);
    check("a topic", |d| d["statements"][1]["topics"] = json!(["reopening"]), [false; 3]);
    check("an id", |d| d["statements"][0]["id"] = json!("reopens"), [false; 3]);
    check("the title", |d| d["title"] = json!("Another title"), [false; 3]);
    check(
        "an actor's id",
        |d| {
            d["actors"][3]["id"] = json!("alba");
            d["statements"][2]["via"][0]["actor"] = json!("alba");
        },
        [false; 3],
    );
    check(
        "a speaker",
        |d| d["statements"][1]["speakers"] = json!(["port-office"]),
        [false, true, false],
    );
    check("a speaker's name", |d| d["actors"][2]["name"] = json!("Lund"), [true; 3]);
    check(
        "a hop's role",
        |d| d["statements"][2]["via"][0]["role"] = json!("relayed"),
        [false, false, true],
    );
    check("the chain", |d| d["statements"][2]["via"] = json!([]), [false, false, true]);
    check(
        "the words",
        |d| d["statements"][0]["content"] = json!("reopen on Friday"),
        [true, false, false],
    );
    check(
        "the pieces",
        |d| d["statements"][1]["content"] = json!(["the delay", "\"a", "disgrace\""]),
        [false, true, false],
    );
    check(
        "the cue",
        |d| d["statements"][2]["cue"] = json!("told Radio Alba"),
        [false, false, true],
    );
    check("the kind", |d| d["statements"][0]["kind"] = json!("commitment"), [true, false, false]);
    check(
        "the channel",
        |d| d["statements"][1]["channel"] = json!("interview"),
        [false, true, false],
    );
    check(
        "the identification",
        |d| d["statements"][0]["identification"]["is"] = json!("office"),
        [true, false, false],
    );
    check(
        "the day it was said",
        |d| {
            d["statements"][0]["said_on"] =
                json!({ "edtf": "2026-01-06", "words": "6 January 2026" });
        },
        [true, false, false],
    );
}

#[test]
fn reports_a_missing_statement_with_what_to_record() {
    let ledger = ledger_json(&recorded());
    let removed = loaded(
        &ledger,
        edited(|d| {
            d["statements"].as_array_mut().expect("a list").remove(0);
        }),
    );
    assert_eq!(codes(&removed), ["published-id-missing"]);
    let renamed = loaded(&ledger, edited(|d| d["statements"][0]["id"] = json!("the-harbour")));
    assert_eq!(codes(&renamed), ["published-id-missing"]);
    let problem = &renamed.diagnostics[0];
    assert!(problem.message.contains("\"reopening-on-friday\""), "{problem:?}");
    assert_eq!(problem.path, "statements[0]");
    let hint = problem.hints.iter().find(|hint| hint.contains("renamed")).expect("a hint");
    let (_, gone) = hint.split_once("add ").expect("what to add");
    assert!(
        gone.contains("\"to\": [\"the-harbour\"]"),
        "the statement with the same content is suggested: {hint}"
    );
    assert!(gone.contains("\"on\": \"2026-01-07\""), "the day is not before publication: {hint}");
    // With a reason, and inserted at the reported line, the suggestion makes the ledger valid.
    let line = problem.line - 1;
    let fixed: Vec<String> = (ledger.lines().enumerate())
        .map(|(at, text)| match text.strip_suffix(" },") {
            Some(open) if at == line => {
                format!("{open}, {} }},", gone.replace('…', "The name says what reopens."))
            }
            _ => text.to_owned(),
        })
        .collect();
    let dossier = edited(|d| d["statements"][0]["id"] = json!("the-harbour"));
    let fixed = loaded(&fixed.join("\n"), dossier);
    assert_eq!(fixed.diagnostics, []);
    let fixed = fixed.ledger.expect("a valid ledger");
    assert!(fixed.fate(IdKind::Statement, "reopening-on-friday").is_some());
}

#[test]
fn a_changed_statement_needs_a_correction_on_or_after_its_publication() {
    let change = |corrections: Value| {
        let dossier = edited(|d| {
            d["annotation"]["date"] = json!("2026-01-31");
            d["statements"][0]["kind"] = json!("commitment");
            d["corrections"] = corrections;
        });
        recorded().changes(&dossier)
    };
    let id = || recorded().statements[0].id.clone();
    let change_is = |corrections: Value, what: Changed| {
        assert_eq!(change(corrections), [Change { kind: IdKind::Statement, id: id(), what }]);
    };
    let correction = |on: &str, statements: Value| json!({ "on": on, "of": "annotation", "what": "The kind.", "statements": statements });
    change_is(json!([]), Changed::Silently(day(7)));
    change_is(json!([correction("2026-01-06", json!([]))]), Changed::Silently(day(7)));
    change_is(json!([correction("2026-01-08", json!(["a-disgrace"]))]), Changed::Silently(day(7)));
    change_is(
        json!([correction("2026-01-08", json!(["reopening-on-friday"]))]),
        Changed::Corrected,
    );
    change_is(json!([correction("2026-01-07", json!([]))]), Changed::Corrected);
}

#[test]
fn each_later_change_needs_a_later_correction() {
    let corrected = |kind: &str| {
        edited(|d| {
            d["annotation"]["date"] = json!("2026-01-31");
            d["statements"][0]["kind"] = json!(kind);
            d["corrections"] =
                json!([{ "on": "2026-01-08", "of": "annotation", "what": "The kind." }]);
        })
    };
    let mut ledger = recorded();
    ledger.record(&corrected("commitment"), day(9));
    assert_eq!(ledger.statements[0].as_of(), day(9));
    assert_eq!(ledger.statements[1].as_of, None);
    let changes = ledger.changes(&corrected("demand"));
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].what, Changed::Silently(day(9)));
}

#[test]
fn follows_removed_dossiers_across_ledgers() {
    let file = |id: &str, gone: &str| {
        let json = format!("{{ \"format\": 1, \"dossier\": \"{id}\"{gone} }}");
        (format!("{id}.json"), json.into_bytes())
    };
    let to = |id: &str| {
        format!(
            ", \"gone\": {{ \"how\": \"renamed\", \"to\": [\"{id}\"], \"on\": \"2026-01-08\", \
             \"why\": \"Shorter.\" }}"
        )
    };
    let check = |files: &[(String, Vec<u8>)], expected: &[&[&str]]| {
        let loaded = load_ledgers(files, &[Arc::new(good(SMALL))]);
        let found: Vec<Vec<&str>> = loaded.iter().map(codes).collect();
        assert_eq!(found, expected);
    };
    check(&[file("a", &to("b")), file("b", &to("harbour"))], &[&[], &[]]);
    check(&[file("a", &to("b")), file("b", &to("a"))], &[&["loop"], &["loop"]]);
    check(&[file("a", &to("c"))], &[&["unknown-reference"]]);
    check(&[file("harbour", ""), file("harbour", "")], &[&[], &["ledger-twice"]]);
    check(&[file("harbour", &to("harbour"))], &[&["gone-and-there", "loop"]]);
}

/// Checks that any bytes give either a ledger or an error, and that a ledger survives being written
/// and loaded again.
fn load_any(dossier: &Arc<Dossier>, bytes: Vec<u8>) -> Result<(), String> {
    let files = [("any".to_owned(), bytes)];
    let loaded = load_ledgers(&files, &[Arc::clone(dossier)]).remove(0);
    let errors = loaded.diagnostics.iter().any(|d| d.severity == Severity::Error);
    let Some(ledger) = loaded.ledger else {
        return if errors { Ok(()) } else { Err("neither a ledger nor an error".to_owned()) };
    };
    if errors {
        return Err(format!("a ledger and an error: {:?}", loaded.diagnostics));
    }
    // Following the successors of an id must end.
    let files = [("back".to_owned(), ledger_json(&ledger).into_bytes())];
    let back = load_ledgers(&files, &[Arc::clone(dossier)]).remove(0);
    if back.ledger.as_ref() != Some(&ledger) {
        return Err(format!("the ledger changed: {ledger:?}"));
    }
    for kind in IdKind::ALL {
        for entry in ledger.entries(kind) {
            let fate = ledger.fate(kind, entry.id.as_str());
            if fate.is_some() != entry.gone.is_some() {
                return Err(format!("{:?} has no fate", entry.id));
            }
        }
    }
    Ok(())
}

#[test]
fn any_ledger_loads_without_a_panic() {
    let dossier = Arc::new(good(SMALL));
    let mut sources = vec![ledger_json(&recorded()).into_bytes()];
    for name in folders("tests/fixtures/ledgers") {
        sources.push(bytes(&format!("tests/fixtures/ledgers/{name}/ledger.json")));
    }
    law(400, &any::<String>(), |text| load_any(&dossier, text.into_bytes()));
    let cuts = (0..sources.len(), prop::collection::vec(cut(), 1..4));
    law(400, &cuts, |(source, cuts)| {
        let mut bytes = sources[source].clone();
        cuts.iter().for_each(|cut| cut.apply(&mut bytes));
        load_any(&dossier, bytes)
    });
    let parse = |bytes: &Vec<u8>| serde_json::from_slice::<Value>(bytes).ok();
    let values: Vec<Value> = sources.iter().filter_map(parse).collect();
    let edits = (0..values.len(), prop::collection::vec(edit(), 1..5));
    law(800, &edits, |(source, edits)| {
        let mut json = values[source].clone();
        edits.iter().for_each(|edit| edit.apply(&mut json));
        load_any(&dossier, json.to_string().into_bytes())
    });
}

#[test]
fn the_real_dossier_has_a_valid_ledger() {
    let dossier = good(support::REAL);
    let file = format!("static/published/{}.json", dossier.id);
    let files = [(file.clone(), bytes(&file))];
    let loaded = load_ledgers(&files, &[Arc::new(dossier)]).remove(0);
    assert_eq!(loaded.diagnostics, []);
    let json: Value = serde_json::from_str(&text(&file)).expect("JSON");
    assert_eq!(json["$schema"], "../ledger.schema.json");
    assert!(path("static/ledger.schema.json").is_file());
}
