//! Whatever the bytes of a file are, an importer reads them or says why not, and every draft that it
//! makes loads.

use super::support::mutate::{cut, edit, law};
use super::{EXAMPLES, example, examples};
use onrecord::import::{Choices, Defaults, File, Format, Ids, Labels, draft, read};
use onrecord::load::{Diagnostic, Severity, load};
use proptest::prelude::*;

/// Imports files, and checks the drafts that come of it.
fn check(format: Format, files: &[File]) -> Result<(), String> {
    let Ok(mut documents) = read(format, files, &Labels::default(), &Choices::default()) else {
        return Ok(());
    };
    let mut ids = Ids::with(&["about"]);
    let defaults =
        Defaults { today: "2026-03-05".to_owned(), format: format.name(), ..Defaults::default() };
    for document in &mut documents {
        let attributions = document.attributions.len();
        let draft = draft(document, &defaults, &mut ids);
        let left_out = document.findings.iter().filter(|it| it.code.as_str() == "no-content");
        if draft.statements > attributions || draft.statements + left_out.count() < attributions {
            return Err(format!("{} of {attributions} attributions", draft.statements));
        }
        let loaded = load("draft.json", draft.json.as_bytes());
        let is_error = |it: &&Diagnostic| it.severity == Severity::Error;
        if let Some(error) = loaded.diagnostics.iter().find(is_error) {
            return Err(format!(
                "{}: {} at {}\n{}",
                error.code.as_str(),
                error.message,
                error.path,
                draft.json
            ));
        }
    }
    Ok(())
}

fn formats() -> impl Iterator<Item = (Format, Vec<File>)> {
    let annotated = EXAMPLES.into_iter().map(|(format, files)| (format, examples(files)));
    annotated.chain([(Format::Text, vec![example("pasted.txt")])])
}

#[test]
fn broken_bytes_are_read_or_refused() {
    for (format, files) in formats() {
        for broken in 0..files.len() {
            law(300, &prop::collection::vec(cut(), 1..5), |cuts| {
                let mut files = files.clone();
                cuts.iter().for_each(|cut| cut.apply(&mut files[broken].bytes));
                check(format, &files)
            });
        }
    }
}

#[test]
fn broken_values_are_read_or_refused() {
    for (format, files) in formats().filter(|(_, files)| files[0].name.ends_with(".json")) {
        let json: serde_json::Value = serde_json::from_slice(&files[0].bytes).expect("JSON");
        law(300, &prop::collection::vec(edit(), 1..5), |edits| {
            let mut json = json.clone();
            edits.iter().for_each(|edit| edit.apply(&mut json));
            let bytes = json.to_string().into_bytes();
            check(format, &[File { name: files[0].name.clone(), bytes }])
        });
    }
}
