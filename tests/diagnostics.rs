//! The codes of diagnostics: their documentation and their tests.
//!
//! `UPDATE=1 cargo test --test diagnostics` rewrites `docs/diagnostics.md`. Read the difference.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::{Code, Diagnostic, load, load_ledgers};
use std::collections::BTreeSet;
use std::sync::Arc;
use support::{as_expected, bytes, folders, good, text};

/// Codes that no fixture has, each with the test that checks it.
const TESTED_ELSEWHERE: [(&str, &str); 12] = [
    // These concern the files of a site.
    ("settings", "tests/check.rs"),
    ("same-id", "tests/check.rs"),
    // The file does not exist.
    ("unreadable", "tests/check.rs"),
    // It takes a text file.
    ("text-file", "tests/least.rs"),
    // The test generates these files; only the reports on them are kept.
    ("too-large", "tests/load.rs"),
    ("beyond-limit", "tests/growth.rs"),
    ("too-deep", "tests/load.rs"),
    ("too-many", "tests/load.rs"),
    // The test publishes a dossier first.
    ("quote-moved", "tests/published.rs"),
    ("not-excerpts", "tests/excerpts.rs"),
    ("excerpts-moved", "tests/excerpts.rs"),
    // It takes two ledgers.
    ("ledger-twice", "tests/ledger.rs"),
];

/// Codes that no test emits, each with the reason.
const UNTESTED: [(&str, &str); 1] = [(
    "wrong-shape",
    "a safeguard for a value that fits the schema but that serde cannot read; none is known",
)];

/// The head of `docs/diagnostics.md`.
const INTRODUCTION: &str = "\
# Diagnostics

`onrecord check` reports each problem with a code, as in `error[quote-not-found]`. The codes never change, so tools
may rely on them. A dossier with an error cannot be published. A dossier with a warning can, but a person should read
the warning first.

Some problems have only one solution. `onrecord fix` applies it, and the check says so below the problem. The last column
says in which cases.

This page is generated: `UPDATE=1 cargo test --test diagnostics` rewrites it from `src/load/code/`.
";

#[test]
fn the_documentation_lists_all_codes() {
    let mut document = INTRODUCTION.to_owned();
    let mut area = "";
    for code in Code::ALL {
        if code.area() != area {
            area = code.area();
            document.push_str(&format!("\n## {area}\n\n"));
            document.push_str("| code | severity | meaning | what to do | `onrecord fix` |\n");
            document.push_str("| --- | --- | --- | --- | --- |\n");
        }
        let (severities, meaning, action) = (code.severities(), code.meaning(), code.action());
        let fix = code.fix().unwrap_or_default();
        document
            .push_str(&format!("| `{code}` | {severities} | {meaning}. | {action}. | {fix} |\n"));
    }
    as_expected(&[("docs/diagnostics.md".to_owned(), document)]);
}

#[test]
fn codes_are_unique_and_kebab_case() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
    for code in codes {
        let words: Vec<&str> = code.split('-').collect();
        let is_word =
            |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric());
        assert!(words.iter().all(is_word) && code == code.to_lowercase(), "{code}");
    }
}

/// Returns the diagnostics of all fixtures with a problem.
fn emitted() -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for name in folders("tests/fixtures/bad") {
        let file = format!("tests/fixtures/bad/{name}/dossier.json");
        all.extend(load(&file, &bytes(&file)).diagnostics);
    }
    let dossier = Arc::new(good("tests/fixtures/good/small/dossier.json"));
    for name in folders("tests/fixtures/ledgers") {
        let file = format!("tests/fixtures/ledgers/{name}/ledger.json");
        let files = [(file.clone(), bytes(&file))];
        all.extend(load_ledgers(&files, &[Arc::clone(&dossier)]).remove(0).diagnostics);
    }
    all
}

#[test]
fn every_code_is_tested() {
    let emitted: BTreeSet<&str> =
        emitted().iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    for code in Code::ALL.iter().map(|code| code.as_str()) {
        let elsewhere = TESTED_ELSEWHERE.iter().find(|(other, _)| *other == code);
        if let Some((_, file)) = elsewhere {
            assert!(text(file).contains(&format!("\"{code}\"")), "{file} does not test {code}");
        }
        let is_exempt = UNTESTED.iter().any(|(other, _)| *other == code);
        let is_emitted = emitted.contains(code);
        let count =
            [is_emitted, elsewhere.is_some(), is_exempt].into_iter().filter(|is| *is).count();
        assert_eq!(count, 1, "{code} needs a fixture, a test elsewhere or a reason, and only one");
    }
}

#[test]
fn severities_match_the_documentation() {
    for diagnostic in emitted() {
        let Diagnostic { code, severity, .. } = &diagnostic;
        assert!(code.severities().includes(*severity), "{diagnostic:?}");
    }
}
