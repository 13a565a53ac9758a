//! Whose words everything is: every place that shows a statement or a figure alone says who said
//! it and through whom, what its words refer to, and what is inferred. One file for each fault.

#![cfg(not(target_arch = "wasm32"))]

mod alone;
mod claims;
mod figures;
mod outputs;
mod sources;
#[path = "../support/mod.rs"]
mod support;
mod unclear;

use onrecord::load::load;
use outputs::{Outputs, Shown, single};
use serde_json::Value;
use support::{REAL, bytes, good, good_files};

/// Returns every valid dossier: the first one, then the fixtures.
fn dossiers() -> Vec<Outputs> {
    good_files().iter().map(|file| Outputs::of(good(file))).collect()
}

fn first() -> Outputs {
    Outputs::of(good(REAL))
}

/// Returns the small fixture after an edit.
fn edited(edit: impl FnOnce(&mut Value)) -> Outputs {
    let mut json: Value = serde_json::from_slice(&bytes("tests/fixtures/good/small/dossier.json"))
        .expect("the fixture is JSON");
    edit(&mut json);
    let loaded = load("edited", json.to_string().as_bytes());
    Outputs::of(loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
}

/// Checks that a text has some words, or as many of them as fit if it is cut.
fn check_has(Shown { place, text }: &Shown, expected: &str) {
    let expected = single(expected);
    if text.contains(&expected) {
        return;
    }
    let cut = text.trim_end_matches(['"', '”', '»']).strip_suffix('…');
    let cut = cut.unwrap_or_else(|| panic!("{place} lacks “{expected}”: {text}"));
    let start: String = expected.chars().take(12).collect();
    let begins = cut.match_indices(&start).map(|(at, _)| &cut[at..]);
    let is_cut = begins.into_iter().any(|rest| expected.starts_with(rest));
    assert!(is_cut, "{place} lacks “{expected}”: {text}");
}
