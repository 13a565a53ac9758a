//! `fix`: problems with one safe solution are solved, and nothing else in the file changes. What was
//! broken by a test loads to the same dossier again.

#![cfg(not(target_arch = "wasm32"))]

mod laws;
#[path = "../support/mod.rs"]
mod support;
mod text_file;

use onrecord::load::{Code, load, load_published};
use onrecord::revise::{Fixed, fix};
use std::fs;
use std::process::Command;
use support::{bytes, folders, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const RICH: &str = "tests/fixtures/good/rich/dossier.json";

fn fixed(file: &[u8]) -> Fixed {
    fix("dossier.json", file, &|_| Err("no file".to_owned()))
}

/// Replaces a piece of the small dossier.
#[track_caller]
fn broken(from: &str, to: &str) -> String {
    let json = text(SMALL);
    assert!(json.contains(from), "{from}");
    json.replacen(from, to, 1)
}

/// Breaks the small dossier, and expects that the fix makes it valid and writes one piece of the file.
#[track_caller]
fn check_fix(from: &str, to: &str, expected: &str) {
    let broken = broken(from, to);
    assert!(load("dossier.json", broken.as_bytes()).dossier.is_none(), "{to} is an error");
    let fixed = fixed(broken.as_bytes());
    assert_eq!(fixed.file, broken.replacen(to, expected, 1), "{:?}", fixed.loaded.diagnostics);
    assert!(fixed.loaded.dossier.is_some(), "{:?}", fixed.loaded.diagnostics);
    assert_eq!(fixed.done.len(), 1, "{:?}", fixed.done);
}

/// Expects that nothing is done.
#[track_caller]
fn check_left(from: &str, to: &str) {
    let broken = broken(from, to);
    let fixed = fixed(broken.as_bytes());
    assert_eq!(fixed.file, broken);
    assert!(fixed.loaded.dossier.is_none(), "{to} is an error");
}

#[test]
fn quotes_take_the_characters_of_the_article() {
    let quote = "\"content\": \"The harbour will reopen on Friday\"";
    for looks_the_same in [
        "The harbour\u{a0}will reopen on Friday",
        " The harbour will reopen on Friday ",
        "The har\u{ad}bour will  reopen\u{200b} on Friday",
        "The harbour will reopen on\\nFriday",
    ] {
        check_fix(quote, &format!("\"content\": \"{looks_the_same}\""), quote);
    }
    let selector = |exact: &str, prefix: &str, suffix: &str| {
        format!(
            "\"content\": {{ \"exact\" : \"{exact}\", \"suffix\":\"{suffix}\", \"prefix\": \"{prefix}\" }}"
        )
    };
    let (words, before, after) = ("will reopen on Friday", "The harbour", ", port chief");
    let right = selector(words, before, after);
    for wrong in [
        selector("will\u{a0}reopen on Friday", before, after),
        selector(words, "The\u{a0}harbour", after),
        selector(words, before, ", port\u{a0}chief"),
    ] {
        check_fix(quote, &wrong, &right);
    }
    let stretch =
        |from: &str, to: &str| format!("\"content\": {{ \"from\": \"{from}\", \"to\": \"{to}\" }}");
    let right = stretch("The harbour", "on Friday");
    check_fix(quote, &stretch("The\u{a0}harbour", "on Friday"), &right);
    check_fix(quote, &stretch("The harbour", "on \u{ad}Friday"), &right);
}

#[test]
fn letters_are_encoded_as_in_the_article() {
    let json = text(SMALL).replace("Ada Lund", "Ad\u{e1} L\u{fc}nd");
    let broken =
        json.replacen("chief Ad\u{e1} L\u{fc}nd\" }", "chief Ada\u{301} Lu\u{308}nd\" }", 1);
    assert_ne!(json, broken);
    assert_eq!(fixed(broken.as_bytes()).file, json);
}

#[test]
fn other_words_and_two_places_are_left() {
    check_left("\"content\": \"The harbour will", "\"content\": \"A harbour will");
    check_left("\"content\": \"The harbour will", "\"content\": \"The har-bour will");
    check_left("\"cue\": \"said\"", "\"cue\": \"sa\"");
    // Both paragraphs have these words, in other forms.
    let json =
        broken("The harbour will reopen on Friday, port", "The\u{2009}port will reopen, port");
    let json = json.replacen("and for the tide.", "and the\u{a0}port will\u{2009}reopen.", 1);
    let json = json.replacen(
        "\"The harbour will reopen on Friday\"",
        "{ \"exact\": \"port will reopen\" }",
        1,
    );
    let json = json.replacen("\"passage\": 1,", "", 1);
    let json =
        json.replacen("The\u{2009}port will reopen", "The\u{2009}port will\u{202f}reopen", 1);
    let fixed = fixed(json.as_bytes());
    assert_eq!(fixed.file, json, "{:?}", fixed.done);
}

#[test]
fn invisible_characters_are_removed() {
    let gist = "\"gist\": \"Calls the delay a disgrace.\"";
    check_fix(
        gist,
        "\"gist\": \"Calls \\u202ethe delay\\u0007 a \\/ disgrace.\"",
        "\"gist\": \"Calls the delay a \\/ disgrace.\"",
    );
    check_fix(
        gist,
        "\"gist\": \"Calls \u{9d}the delay\\ra disgrace.\"",
        "\"gist\": \"Calls the delay a disgrace.\"",
    );
    check_left(gist, "\"gist\": \"\\u0007\"");
    check_left("\"id\": \"ada-lund\"", "\"id\": \"ada\\u0007-lund\"");
}

#[test]
fn a_wrong_paragraph_is_corrected() {
    let first = "\"passage\": 1,\n      \"source\": { \"words\": \"port chief";
    for wrong in ["2", "0", "9"] {
        let wrong = first.replace("1,", &format!("{wrong},"));
        check_fix(first, &wrong, first);
    }
    let quote = "\"content\": \"The harbour will reopen on Friday\"";
    let named = |unit: u32| {
        format!(
            "\"content\": {{ \"in\" : {unit} , \"exact\": \"The harbour will reopen on Friday\" }}"
        )
    };
    check_fix(quote, &named(2), &named(1));
    check_fix(quote, &named(7), &named(1));
}

#[test]
fn ids_are_given_and_none_is_changed() {
    check_fix(
        "      \"id\": \"reopening-on-friday\",\n      \"gist\"",
        "      \"gist\"",
        "      \"id\": \"the-harbour-will-reopen-on-friday\",\n      \"gist\"",
    );
    // A reference to the missing id decides nothing, and the id that is given answers it.
    check_fix(
        "{ \"id\": \"ada-lund\", \"name\": \"Ada",
        "{ \"name\": \"Ada",
        "{ \"id\": \"ada-lund\", \"name\": \"Ada",
    );
    check_fix(
        "[{ \"id\": \"port-alba\", \"name\"",
        "[{ \"name\"",
        "[{ \"id\": \"port-alba\", \"name\"",
    );
    // Two with the same words, and one of the same id.
    let json = broken(
        "\"actors\": [",
        "\"actors\": [{\"name\":\"Ada Lund\",\"kind\":\"person\"},\n{ \"name\": \"Ada Lund\", \"kind\": \"person\" },",
    );
    let fixed = fixed(json.as_bytes());
    assert!(fixed.file.contains("[{\"id\":\"ada-lund-2\",\"name\""), "{}", fixed.file);
    assert!(fixed.file.contains("{ \"id\": \"ada-lund-3\", \"name\""));
    assert!(fixed.loaded.dossier.is_some());
}

#[test]
fn the_format_and_spelling_of_fields_are_corrected() {
    check_fix(
        "\"format\": 1,\n  \"id\": \"harbour\"",
        "\"id\": \"harbour\"",
        "\"format\": 1,\n  \"id\": \"harbour\"",
    );
    check_fix("\"gist\": \"Calls", "\"gits\": \"Calls", "\"gist\": \"Calls");
    // Another type, a field that exists, and a name that is like no other.
    check_left("\"gist\": \"Calls the delay a disgrace.\"", "\"gits\": 5");
    check_left("\"gist\": \"Calls", "\"gits\": \"a\", \"gist\": \"Calls");
    check_left("\"gist\": \"Calls", "\"summary\": \"Calls");
}

#[test]
fn a_fix_uncovers_others_and_all_are_applied() {
    let json = broken("\"content\": \"The harbour will", "\"contnet\": \"The\u{a0}harbour will");
    let json = json.replacen("\"format\": 1,", "", 1);
    let json = json.replacen("\"id\": \"a-disgrace\",", "", 1);
    let json = json.replacen(
        "\"shared_with\": \"a-disgrace\"",
        "\"shared_with\": \"the-delay-a-disgrace\"",
        1,
    );
    let fixed = fixed(json.as_bytes());
    assert_eq!(fixed.done.len(), 4, "{:?}", fixed.done);
    assert!(fixed.file.contains("\"content\": \"The harbour will"));
}

#[test]
fn a_second_run_and_valid_files_change_nothing() {
    let bad = folders("tests/fixtures/bad").into_iter();
    let bad = bad.map(|name| format!("tests/fixtures/bad/{name}/dossier.json"));
    let all: Vec<String> = support::good_files().into_iter().chain(bad).collect();
    for file in all {
        let bytes = bytes(&file);
        let once = fixed(&bytes);
        if once.loaded.dossier.is_some() && load(&file, &bytes).dossier.is_some() {
            assert_eq!(once.file.as_bytes(), bytes, "{file}");
        }
        let again = fixed(once.file.as_bytes());
        assert_eq!(again.file, once.file, "{file}");
        assert!(again.done.is_empty(), "{file}: {:?}", again.done);
        assert!(once.done.iter().all(|problem| problem.code.fix().is_some()), "{file}");
    }
}

#[test]
fn every_code_that_says_so_is_fixed_somewhere() {
    let mut codes: Vec<&str> = Vec::new();
    for name in folders("tests/fixtures/bad") {
        let file = bytes(&format!("tests/fixtures/bad/{name}/dossier.json"));
        codes.extend(fixed(&file).done.iter().map(|problem| problem.code.as_str()));
    }
    let missing: Vec<_> = Code::ALL.iter().filter(|code| code.fix().is_some()).collect();
    let missing: Vec<_> = missing.iter().filter(|code| !codes.contains(&code.as_str())).collect();
    assert!(missing.is_empty(), "no fixture has a fix of {missing:?}");
}

#[test]
fn files_that_are_no_dossiers_stay_as_they_are() {
    for file in [
        &b""[..],
        b"\xff\xfe{",
        b"{",
        b"{}",
        b"[]",
        b"\"a\\u0007b\"",
        b"{\"actors\":[{},{\"name\":{}},{\"name\":[]},{\"name\":\" \"}]}",
        "\u{feff}{\"a\": 1}".as_bytes(),
    ] {
        let fixed = fixed(file);
        if !fixed.done.is_empty() {
            let places: Vec<_> = fixed.done.iter().map(|problem| problem.path.as_str()).collect();
            assert_eq!(places, [""], "only the format is added: {}", fixed.file);
        }
    }
    let marked = format!("\u{feff}{}", broken("\"gist\": \"Calls", "\"gits\": \"Calls"));
    assert_eq!(fixed(marked.as_bytes()).file, format!("\u{feff}{}", text(SMALL)));
    // Nothing takes long in a file that repeats itself.
    let many = "a\u{a0}".repeat(200_000);
    let json = broken("and for the tide.", &format!("and for the tide. {many}"));
    let json = json.replacen(
        "\"content\": \"The harbour",
        &format!("\"content\": \"{}The harbour", "a ".repeat(50_000)),
        1,
    );
    assert!(fixed(json.as_bytes()).done.is_empty());
}

#[test]
fn the_command_shows_or_writes_the_changes() {
    let folder = std::env::temp_dir().join(format!("onrecord-fix-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("dossier.json");
    let broken = broken("\"gist\": \"Calls", "\"gits\": \"Calls");
    fs::write(&file, &broken).expect("written");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        let output = command.arg("fix").arg(&file).args(arguments).output().expect("it runs");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (is_valid, shown) = run(&["--dry-run"]);
    assert!(
        is_valid
            && shown.contains("-      \"gits\": \"Calls")
            && shown.contains("+      \"gist\": \"Calls"),
        "{shown}"
    );
    assert!(shown.contains("1 problem can be fixed"), "{shown}");
    assert_eq!(fs::read_to_string(&file).expect("read"), broken);
    let (is_valid, shown) = run(&[]);
    assert!(is_valid && shown.contains("1 problem fixed, none left\n"), "{shown}");
    assert!(
        shown.contains("statements[1].gits (unknown-field): renames it to \"gist\""),
        "{shown}"
    );
    assert_eq!(fs::read_to_string(&file).expect("read"), text(SMALL));
    fs::write(&file, text(SMALL).replacen("\"cue\": \"said\"", "\"cue\": \"shouted\"", 1))
        .expect("written");
    assert!(!run(&[]).0, "an error is left");
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn the_json_of_the_check_has_the_change() {
    let broken = format!("\u{feff}{}", broken("\"gist\": \"Calls", "\"gits\": \"Calls"));
    let found = load("dossier.json", broken.as_bytes()).diagnostics;
    let json = serde_json::to_value(&found).expect("JSON");
    let start = broken.find("\"gits\"").expect("the field");
    let expected = serde_json::json!({
        "does": "renames it to \"gist\"", "start": start, "end": start + 6, "text": "\"gist\""
    });
    assert_eq!(json[0]["fix"], expected);
    // Nothing is proposed for files that no author writes.
    let published = b"{\"format\": 1, \"dossier\": {\"titel\": \"a\\u0007 b\"}}";
    let found = load_published("dossier.json", published).diagnostics;
    assert!(!found.is_empty() && found.iter().all(|problem| problem.fix.is_none()), "{found:?}");
}
