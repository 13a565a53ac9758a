//! Drafts: they load with to-dos and without errors, and say what the files say.

use super::support::bundle::files_of;
use super::support::{REAL, good, good_files};
use super::{EXAMPLES, FERRY, examples, only};
use onrecord::import::{Defaults, Document, File, Format, Ids, draft};
use onrecord::load::load;
use onrecord::model::{Dossier, Settings, Span, Statement};
use std::sync::Arc;

/// Makes the draft of a document, and loads it.
fn loaded(document: &mut Document) -> Dossier {
    let defaults =
        Defaults { today: "2026-03-05".to_owned(), format: "brat", ..Defaults::default() };
    let draft = draft(document, &defaults, &mut Ids::default());
    let loaded = load("draft.json", draft.json.as_bytes());
    let dossier =
        loaded.dossier.unwrap_or_else(|| panic!("{:#?}\n{}", loaded.diagnostics, draft.json));
    assert_eq!(dossier.statements.len(), draft.statements);
    dossier
}

fn words(dossier: &Dossier, spans: &[Span]) -> String {
    let words: Vec<&str> = spans.iter().map(|span| dossier.article.text(*span)).collect();
    words.join("|")
}

#[test]
fn the_draft_of_every_format_has_the_same_words() {
    for (format, files) in EXAMPLES {
        let dossier = loaded(&mut only(format, &examples(files)));
        assert!(dossier.draft);
        let parts = |it: &Arc<Statement>| {
            [it.source.own_words(), &it.cue, &it.content].map(|spans| words(&dossier, spans))
        };
        let found: Vec<[String; 3]> = dossier.statements.iter().map(parts).collect();
        assert_eq!(found, FERRY, "{format:?}");
    }
}

#[test]
fn published_annotations_lead_back_to_the_same_spans() {
    for name in good_files() {
        let dossier = Arc::new(good(&name));
        let files = files_of(&[Arc::clone(&dossier)], Settings::default());
        let file = |name: &str| {
            let path = format!("{}/{name}", dossier.id);
            let file = files.iter().find(|file| file.path == path).expect("the file exists");
            File { name: name.to_owned(), bytes: file.bytes.clone() }
        };
        let mut document =
            only(Format::WebAnnotation, &[file("annotations.jsonld"), file("article.txt")]);
        assert_eq!(document.findings, [], "{name}");
        let again = loaded(&mut document);
        let spans = |of: &Dossier| -> Vec<_> {
            let parts = |it: &Arc<Statement>| {
                let spans = [it.source.own_words(), &it.cue, &it.content].map(<[Span]>::to_vec);
                (it.id.clone(), spans, it.kind.value)
            };
            of.statements.iter().map(parts).collect()
        };
        assert_eq!(spans(&again), spans(&dossier), "{name}");
        if name == REAL {
            assert_eq!(again.article.units, dossier.article.units);
        }
    }
}
