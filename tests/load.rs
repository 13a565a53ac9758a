//! Loading: what is sound loads, every bad input is told as its fixture expects, and nothing panics.
//!
//! `UPDATE=1 cargo test --test load` rewrites what is expected; read the difference then.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::cli::report;
use onrecord::export::published_json;
use onrecord::load::{MOST_BYTES, MOST_DEPTH, MOST_PROBLEMS, Severity, load, load_published};
use proptest::prelude::*;
use support::mutate::{cut, edit, law};
use support::{
    REAL, as_expected, bytes, check_loaded, folders, good, good_files, path, report_text, text,
};

#[test]
fn every_bad_input_is_told_as_expected() {
    let mut reports = Vec::new();
    for name in folders("tests/fixtures/bad") {
        let bytes = bytes(&format!("tests/fixtures/bad/{name}/dossier.json"));
        // The name that the report gives is the same wherever the tests run.
        let loaded = load(&format!("{name}/dossier.json"), &bytes);
        check_loaded(&bytes, &loaded).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!loaded.diagnostics.is_empty(), "{name} has nothing wrong with it");
        let report = report_text(&bytes, &loaded.diagnostics);
        reports.push((format!("tests/fixtures/bad/{name}/expected.txt"), report));
    }
    as_expected(&reports);
}

/// Files that nobody would keep, nor an editor open: they are made here, the reports on them are kept.
#[test]
fn what_is_too_much_is_told_as_expected() {
    let made = [
        ("too-large", vec![b' '; MOST_BYTES + 1]),
        ("too-deep", format!("{{ \"id\": {} }}", "[".repeat(MOST_DEPTH)).into_bytes()),
        ("too-many", format!("{{ {}\"x\": 1 }}", "\"y\": 1,\n".repeat(MOST_PROBLEMS)).into_bytes()),
    ];
    let report = |(name, bytes): (&str, Vec<u8>)| {
        let loaded = load(&format!("{name}.json"), &bytes);
        // The first and the last stand for all.
        let (first, last) = (loaded.diagnostics.first(), loaded.diagnostics.last());
        let mut some: Vec<_> = first.into_iter().chain(last).cloned().collect();
        some.dedup();
        let report = report::render(&String::from_utf8_lossy(&bytes), &some, false);
        let tally = report::tally(&loaded.diagnostics);
        (format!("tests/fixtures/too-much/{name}.txt"), format!("{report}{tally}\n"))
    };
    as_expected(&made.map(report));
}

#[test]
fn what_is_sound_loads_without_a_word() {
    for file in good_files() {
        let bytes = bytes(&file);
        let loaded = load(&file, &bytes);
        assert!(loaded.diagnostics.is_empty(), "{}", report_text(&bytes, &loaded.diagnostics));
        assert_eq!(check_loaded(&bytes, &loaded), Ok(()));
        assert!(loaded.dossier.is_some(), "{file}");
    }
}

#[test]
fn a_file_from_windows_holds_the_same_dossier() {
    let windows = "tests/fixtures/good/windows/dossier.json";
    let raw = bytes(windows);
    assert!(raw.starts_with(b"\xef\xbb\xbf") && raw.windows(2).any(|two| two == b"\r\n"));
    assert_eq!(good(windows), good("tests/fixtures/good/small/dossier.json"));
}

#[test]
fn the_words_of_a_statement_stand_together() {
    let small = text("tests/fixtures/good/small/dossier.json");
    let mut json: serde_json::Value = serde_json::from_str(&small).expect("JSON");
    for list in ["figures", "relations"] {
        json[list] = serde_json::json!([]);
    }
    for actor in json["actors"].as_array_mut().expect("a list") {
        actor["name"] = serde_json::json!({ "is": actor["id"], "note": "Ours." });
    }
    let check = |paragraphs: &[&str],
                 passage,
                 [source, cue]: [&str; 2],
                 content: &[&str],
                 expected: &[&str]| {
        let mut json = json.clone();
        json["article"]["paragraphs"] = paragraphs.iter().copied().collect();
        json["statements"] = serde_json::json!([{
            "id": "one", "gist": "Says.", "passage": passage, "speakers": ["ada-lund"],
            "source": { "words": source }, "cue": cue, "content": content, "kind": "assertion",
            "channel": "not_stated", "identification": { "is": "named_person" },
            "topics": ["reopening"],
        }]);
        let loaded = load("one", json.to_string().as_bytes());
        let told: Vec<String> =
            loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.path)).collect();
        assert_eq!(told, expected, "{paragraphs:?}");
    };
    let [content_apart, cue_apart, source_apart, loose] = [
        "outside-passage statements[0].content",
        "outside-passage statements[0].cue",
        "outside-passage statements[0].source.words",
        "over-paragraphs statements[0].content",
    ];
    // A quotation of several paragraphs, its cue before, after, or in its midst.
    let quoted = ["Lund said this:", "“We wait.", "“For ever.”"];
    check(&quoted, 1, ["Lund", "said"], &["We wait", "For ever"], &[]);
    check(&quoted, 2, ["Lund", "said"], &["We wait.", "“For ever.”"], &[]);
    check(
        &["“We wait.", "“For ever,” Lund said."],
        1,
        ["Lund", "said"],
        &["We wait", "For ever"],
        &[],
    );
    check(
        &["“We wait,” Lund said.", "“For ever.”"],
        1,
        ["Lund", "said"],
        &["We wait", "For ever"],
        &[],
    );
    check(&["“We wait.”", "That is what Lund said."], 2, ["Lund", "said"], &["“We wait.”"], &[]);
    // What a colon announces, quoted or not.
    let listed = ["Lund said:", "– the port opens;", "– the ships go."];
    check(&listed, 1, ["Lund", "said"], &["the port opens", "the ships go"], &[]);
    // Words that only stand next to the break may be anybody's.
    let reported = ["Lund said the port opens.", "The ships go."];
    check(&reported, 1, ["Lund", "said"], &["the port opens", "The ships go"], &[loose]);
    check(
        &["The port opens.", "Lund said so."],
        2,
        ["Lund", "said"],
        &["The port opens"],
        &[loose],
    );
    // Words behind others are somebody else's.
    let apart = ["The port opens, Berg wrote.", "Lund said the ships go."];
    check(&apart, 2, ["Lund", "said"], &["The port opens"], &[content_apart]);
    check(&apart, 2, ["Lund", "wrote"], &["the ships go"], &[cue_apart]);
    check(&apart, 2, ["Berg", "said"], &["the ships go"], &[source_apart]);
    check(&apart, 2, ["Berg", "wrote"], &["the ships go"], &[cue_apart, source_apart]);
    // Nor does content leap over a paragraph.
    let leaps = ["“We wait,” Lund said.", "Rain fell.", "“For ever.”"];
    check(&leaps, 1, ["Lund", "said"], &["We wait", "For ever"], &[content_apart]);
}

#[test]
fn many_problems_are_told_at_once_and_in_file_order() {
    let bytes = bytes("tests/fixtures/bad/many/dossier.json");
    let loaded = load("many", &bytes);
    let places: Vec<usize> = loaded.diagnostics.iter().map(|d| d.bytes.start).collect();
    assert!(places.is_sorted(), "{places:?}");
    let mut codes: Vec<&str> = loaded.diagnostics.iter().map(|d| d.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() >= 8, "{codes:?}");
}

#[test]
fn line_and_column_are_right_after_windows_line_ends_and_a_mark() {
    let bytes = bytes("tests/fixtures/bad/crlf/dossier.json");
    let diagnostics = load("crlf", &bytes).diagnostics;
    let text = text("tests/fixtures/bad/crlf/dossier.json");
    for diagnostic in &diagnostics {
        let line = text.split("\r\n").nth(diagnostic.line - 1).expect("the line is in the file");
        let words: String = line.chars().skip(diagnostic.column - 1).collect();
        let quoted = &text[diagnostic.bytes.clone()];
        assert!(words.starts_with(quoted), "{words} {quoted}");
        assert!(["\"claled\"", "\"rumoured\""].contains(&quoted), "{quoted}");
    }
    assert_eq!(diagnostics.len(), 2);
}

#[test]
fn a_byte_that_is_no_utf8_is_told_where_it_stands() {
    let bytes = b"\xef\xbb\xbf{ \"a\": \"\xff\" }";
    let loaded = load("broken", bytes);
    let place: Vec<_> =
        loaded.diagnostics.iter().map(|d| (d.line, d.column, d.bytes.start)).collect();
    assert_eq!(place, [(1, 9, 11)]);
    assert_eq!(check_loaded(bytes, &loaded), Ok(()));
}

#[test]
fn a_file_nested_too_deep_is_told_and_not_parsed() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let codes = |depth| -> Vec<&str> {
        let text = nested(depth);
        let loaded = load("deep", text.as_bytes());
        assert_eq!(check_loaded(text.as_bytes(), &loaded), Ok(()));
        loaded.diagnostics.iter().map(|d| d.code).collect()
    };
    assert_eq!(codes(MOST_DEPTH), ["wrong-type"]);
    assert_eq!(codes(MOST_DEPTH + 1), ["too-deep"]);
    assert_eq!(codes(500_000), ["too-deep"]);
    let loaded = load("deep", "{\"a\":".repeat(100_000).as_bytes());
    assert_eq!(loaded.diagnostics.len(), 1);
    // Brackets in texts are not nesting.
    assert_eq!(
        load("text", format!("\"{}\"", "[".repeat(99)).as_bytes()).diagnostics[0].code,
        "wrong-type"
    );
}

#[test]
fn a_file_too_large_is_told_and_not_parsed() {
    let blank = vec![b' '; MOST_BYTES + 1];
    let told = load("large", &blank).diagnostics;
    assert_eq!(told.iter().map(|d| d.code).collect::<Vec<_>>(), ["too-large"]);
}

#[test]
fn no_more_problems_are_told_than_anybody_reads() {
    let many = format!("{{{}\"x\": 1}}", "\"y\": 1, ".repeat(MOST_PROBLEMS));
    let loaded = load("many", many.as_bytes());
    let (last, told) = loaded.diagnostics.split_last().expect("problems");
    assert_eq!((told.len(), last.code), (MOST_PROBLEMS, "too-many"));
    assert_eq!(report::tally(&loaded.diagnostics), format!("{MOST_PROBLEMS} errors and more"));
    assert_eq!(report::tally(told), format!("{MOST_PROBLEMS} errors"));
    assert_eq!(loaded.dossier, None);
}

#[test]
fn the_real_dossier_names_its_schema() {
    let json: serde_json::Value = serde_json::from_str(&text(REAL)).expect("JSON");
    assert_eq!(json["$schema"], "../dossier.schema.json");
    assert!(path("static/dossiers").join("../dossier.schema.json").is_file());
}

fn load_both(bytes: &[u8]) -> Result<(), String> {
    check_loaded(bytes, &load("any", bytes))?;
    check_loaded(bytes, &load_published("any", bytes))
}

/// What the laws break: small enough to be broken often, and the real one.
fn sources() -> Vec<Vec<u8>> {
    let published = |file: &String| published_json(&good(file)).into_bytes();
    let files = good_files();
    let (real, fixtures) = files.split_first().expect("the real dossier is a good one");
    let small = || fixtures.iter().flat_map(|file| [bytes(file), published(file)]);
    small().chain(small()).chain([bytes(real), published(real)]).collect()
}

#[test]
fn nothing_panics_on_any_bytes() {
    law(512, &prop::collection::vec(any::<u8>(), 0..200), |bytes| load_both(&bytes));
    law(512, &any::<String>(), |text| load_both(text.as_bytes()));
    let json = "[\\[\\]{}:,\"\\\\/ \r\n\u{feff}a-z0-9.eE+é🎈-]{0,60}";
    law(1024, &json, |text: String| load_both(text.as_bytes()));
}

#[test]
fn nothing_panics_on_a_file_whose_bytes_are_broken() {
    let sources = sources();
    let broken = (0..sources.len(), prop::collection::vec(cut(), 1..4));
    law(300, &broken, |(source, cuts)| {
        let mut bytes = sources[source].clone();
        cuts.iter().for_each(|cut| cut.apply(&mut bytes));
        load_both(&bytes)
    });
}

#[test]
fn nothing_panics_on_a_file_whose_json_is_broken() {
    let parse = |bytes: &Vec<u8>| {
        let text = String::from_utf8_lossy(bytes);
        serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("what is good is JSON")
    };
    let sources: Vec<serde_json::Value> = sources().iter().map(parse).collect();
    let broken = (0..sources.len(), prop::collection::vec(edit(), 1..5), any::<bool>());
    law(300, &broken, |(source, edits, indented)| {
        let mut json = sources[source].clone();
        edits.iter().for_each(|edit| edit.apply(&mut json));
        let text = if indented { format!("{json:#}") } else { json.to_string() };
        load_both(text.as_bytes())
    });
}

#[test]
fn warnings_alone_leave_the_dossier_usable() {
    let bytes = bytes("tests/fixtures/bad/unused-topic/dossier.json");
    let loaded = load("unused-topic", &bytes);
    assert!(loaded.dossier.is_some());
    assert!(loaded.diagnostics.iter().all(|d| d.severity == Severity::Warning));
}
