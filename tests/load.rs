//! Loading of dossiers: good ones load, bad ones are reported as their fixtures expect, and no
//! input causes a panic.
//!
//! `UPDATE=1 cargo test --test load` rewrites the expected reports. Read the difference.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::cli::report;
use onrecord::export::published_json;
use onrecord::load::{MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, Severity, load, load_published};
use proptest::prelude::*;
use support::mutate::{cut, edit, law};
use support::{
    REAL, as_expected, bytes, check_loaded, folders, good, good_files, path, report_text, text,
};

#[test]
fn reports_each_bad_fixture_as_expected() {
    let mut reports = Vec::new();
    for name in folders("tests/fixtures/bad") {
        let bytes = bytes(&format!("tests/fixtures/bad/{name}/dossier.json"));
        // A short name keeps the report the same on all machines.
        let loaded = load(&format!("{name}/dossier.json"), &bytes);
        check_loaded(&bytes, &loaded).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!loaded.diagnostics.is_empty(), "{name} has no problems");
        let report = report_text(&bytes, &loaded.diagnostics);
        reports.push((format!("tests/fixtures/bad/{name}/expected.txt"), report));
    }
    as_expected(&reports);
}

/// These files are too large to keep, so they are generated. Only the reports on them are fixtures.
#[test]
fn reports_files_beyond_the_limits_as_expected() {
    let files = [
        ("too-large", vec![b' '; MAX_BYTES + 1]),
        ("too-deep", format!("{{ \"id\": {} }}", "[".repeat(MAX_DEPTH)).into_bytes()),
        ("too-many", format!("{{ {}\"x\": 1 }}", "\"y\": 1,\n".repeat(MAX_PROBLEMS)).into_bytes()),
    ];
    let report = |(name, bytes): (&str, Vec<u8>)| {
        let loaded = load(&format!("{name}.json"), &bytes);
        // The first and the last problem represent all.
        let (first, last) = (loaded.diagnostics.first(), loaded.diagnostics.last());
        let mut some: Vec<_> = first.into_iter().chain(last).cloned().collect();
        some.dedup();
        let report = report::render(&String::from_utf8_lossy(&bytes), &some, false);
        let tally = report::tally(&loaded.diagnostics);
        (format!("tests/fixtures/too-much/{name}.txt"), format!("{report}{tally}\n"))
    };
    as_expected(&files.map(report));
}

#[test]
fn good_dossiers_load_without_problems() {
    for file in good_files() {
        let bytes = bytes(&file);
        let loaded = load(&file, &bytes);
        assert!(loaded.diagnostics.is_empty(), "{}", report_text(&bytes, &loaded.diagnostics));
        assert_eq!(check_loaded(&bytes, &loaded), Ok(()));
        assert!(loaded.dossier.is_some(), "{file}");
    }
}

#[test]
fn line_endings_and_a_byte_order_mark_do_not_matter() {
    let windows = "tests/fixtures/good/windows/dossier.json";
    let raw = bytes(windows);
    assert!(raw.starts_with(b"\xef\xbb\xbf") && raw.windows(2).any(|two| two == b"\r\n"));
    assert_eq!(good(windows), good("tests/fixtures/good/small/dossier.json"));
}

#[test]
fn the_words_of_a_statement_must_be_in_connected_paragraphs() {
    let small = text("tests/fixtures/good/small/dossier.json");
    let mut json: serde_json::Value = serde_json::from_str(&small).expect("JSON");
    for list in ["figures", "relations"] {
        json[list] = serde_json::json!([]);
    }
    for actor in json["actors"].as_array_mut().expect("a list") {
        actor["name"] = serde_json::json!({ "is": actor["id"], "note": "Made up." });
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
        let found: Vec<String> =
            loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.path)).collect();
        assert_eq!(found, expected, "{paragraphs:?}");
    };
    let [content_outside, cue_outside, source_outside, unconnected] = [
        "outside-passage statements[0].content",
        "outside-passage statements[0].cue",
        "outside-passage statements[0].source.words",
        "over-paragraphs statements[0].content",
    ];
    // A quotation over several paragraphs, with the cue before, after or inside it.
    let quoted = ["Lund said this:", "“We wait.", "“All day.”"];
    check(&quoted, 1, ["Lund", "said"], &["We wait", "All day"], &[]);
    check(&quoted, 2, ["Lund", "said"], &["We wait.", "“All day.”"], &[]);
    check(
        &["“We wait.", "“All day,” Lund said."],
        1,
        ["Lund", "said"],
        &["We wait", "All day"],
        &[],
    );
    check(
        &["“We wait,” Lund said.", "“All day.”"],
        1,
        ["Lund", "said"],
        &["We wait", "All day"],
        &[],
    );
    check(&["“We wait.”", "That is what Lund said."], 2, ["Lund", "said"], &["“We wait.”"], &[]);
    // Content after a colon, quoted or not.
    let listed = ["Lund said:", "– the port opens;", "– the ships go."];
    check(&listed, 1, ["Lund", "said"], &["the port opens", "the ships go"], &[]);
    // Words next to a paragraph break, without a quotation, may have another source.
    let reported = ["Lund said the port opens.", "The ships go."];
    check(&reported, 1, ["Lund", "said"], &["the port opens", "The ships go"], &[unconnected]);
    check(
        &["The port opens.", "Lund said so."],
        2,
        ["Lund", "said"],
        &["The port opens"],
        &[unconnected],
    );
    // Words in an unconnected paragraph have another source.
    let separate = ["The port opens, Berg wrote.", "Lund said the ships go."];
    check(&separate, 2, ["Lund", "said"], &["The port opens"], &[content_outside]);
    check(&separate, 2, ["Lund", "wrote"], &["the ships go"], &[cue_outside]);
    check(&separate, 2, ["Berg", "said"], &["the ships go"], &[source_outside]);
    check(&separate, 2, ["Berg", "wrote"], &["the ships go"], &[cue_outside, source_outside]);
    // Content cannot skip a paragraph.
    let interrupted = ["“We wait,” Lund said.", "Rain fell.", "“All day.”"];
    check(&interrupted, 1, ["Lund", "said"], &["We wait", "All day"], &[content_outside]);
}

#[test]
fn reports_many_problems_in_file_order() {
    let bytes = bytes("tests/fixtures/bad/many/dossier.json");
    let loaded = load("many", &bytes);
    let places: Vec<usize> = loaded.diagnostics.iter().map(|d| d.bytes.start).collect();
    assert!(places.is_sorted(), "{places:?}");
    let mut codes: Vec<&str> = loaded.diagnostics.iter().map(|d| d.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() >= 8, "{codes:?}");
}

#[test]
fn line_and_column_are_correct_with_crlf_and_a_byte_order_mark() {
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
fn reports_the_position_of_invalid_utf8() {
    let bytes = b"\xef\xbb\xbf{ \"a\": \"\xff\" }";
    let loaded = load("broken", bytes);
    let place: Vec<_> =
        loaded.diagnostics.iter().map(|d| (d.line, d.column, d.bytes.start)).collect();
    assert_eq!(place, [(1, 9, 11)]);
    assert_eq!(check_loaded(bytes, &loaded), Ok(()));
}

#[test]
fn rejects_deep_nesting_before_parsing() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let codes = |depth| -> Vec<&str> {
        let text = nested(depth);
        let loaded = load("deep", text.as_bytes());
        assert_eq!(check_loaded(text.as_bytes(), &loaded), Ok(()));
        loaded.diagnostics.iter().map(|d| d.code.as_str()).collect()
    };
    assert_eq!(codes(MAX_DEPTH), ["wrong-type"]);
    assert_eq!(codes(MAX_DEPTH + 1), ["too-deep"]);
    assert_eq!(codes(500_000), ["too-deep"]);
    let loaded = load("deep", "{\"a\":".repeat(100_000).as_bytes());
    assert_eq!(loaded.diagnostics.len(), 1);
    // Brackets inside strings do not count.
    assert_eq!(
        load("text", format!("\"{}\"", "[".repeat(99)).as_bytes()).diagnostics[0].code.as_str(),
        "wrong-type"
    );
}

#[test]
fn rejects_large_files_before_parsing() {
    let blank = vec![b' '; MAX_BYTES + 1];
    let diagnostics = load("large", &blank).diagnostics;
    assert_eq!(diagnostics.iter().map(|d| d.code.as_str()).collect::<Vec<_>>(), ["too-large"]);
}

#[test]
fn limits_the_number_of_problems() {
    let many = format!("{{{}\"x\": 1}}", "\"y\": 1, ".repeat(MAX_PROBLEMS));
    let loaded = load("many", many.as_bytes());
    let (last, others) = loaded.diagnostics.split_last().expect("problems");
    assert_eq!((others.len(), last.code.as_str()), (MAX_PROBLEMS, "too-many"));
    assert_eq!(
        report::tally(&loaded.diagnostics),
        format!("{MAX_PROBLEMS} errors (more not shown)")
    );
    assert_eq!(report::tally(others), format!("{MAX_PROBLEMS} errors"));
    assert_eq!(loaded.dossier, None);
}

#[test]
fn the_real_dossier_refers_to_its_schema() {
    let json: serde_json::Value = serde_json::from_str(&text(REAL)).expect("JSON");
    assert_eq!(json["$schema"], "../dossier.schema.json");
    assert!(path("static/dossiers").join("../dossier.schema.json").is_file());
}

fn load_both(bytes: &[u8]) -> Result<(), String> {
    check_loaded(bytes, &load("any", bytes))?;
    check_loaded(bytes, &load_published("any", bytes))
}

/// Returns the files that the property tests break: the small ones twice as often as the real one.
fn sources() -> Vec<Vec<u8>> {
    let published = |file: &String| published_json(&good(file)).into_bytes();
    let files = good_files();
    let (real, fixtures) = files.split_first().expect("the first good file is the real dossier");
    let small = || fixtures.iter().flat_map(|file| [bytes(file), published(file)]);
    small().chain(small()).chain([bytes(real), published(real)]).collect()
}

#[test]
fn any_bytes_load_without_a_panic() {
    law(512, &prop::collection::vec(any::<u8>(), 0..200), |bytes| load_both(&bytes));
    law(512, &any::<String>(), |text| load_both(text.as_bytes()));
    let json = "[\\[\\]{}:,\"\\\\/ \r\n\u{feff}a-z0-9.eE+é🎈-]{0,60}";
    law(1024, &json, |text: String| load_both(text.as_bytes()));
}

#[test]
fn files_with_broken_bytes_load_without_a_panic() {
    let sources = sources();
    let broken = (0..sources.len(), prop::collection::vec(cut(), 1..4));
    law(300, &broken, |(source, cuts)| {
        let mut bytes = sources[source].clone();
        cuts.iter().for_each(|cut| cut.apply(&mut bytes));
        load_both(&bytes)
    });
}

#[test]
fn files_with_broken_json_load_without_a_panic() {
    let parse = |bytes: &Vec<u8>| {
        let text = String::from_utf8_lossy(bytes);
        serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("a good file is JSON")
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
fn loads_a_dossier_that_only_has_warnings() {
    let bytes = bytes("tests/fixtures/bad/unused-topic/dossier.json");
    let loaded = load("unused-topic", &bytes);
    assert!(loaded.dossier.is_some());
    assert!(loaded.diagnostics.iter().all(|d| d.severity == Severity::Warning));
}
