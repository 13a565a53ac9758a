//! `onrecord import`: files of other tools, made as these tools write them, become draft dossiers
//! with the same spans.

#![cfg(not(target_arch = "wasm32"))]

mod bad;
mod command;
mod drafts;
mod formats;
mod guide;
mod mutated;
#[path = "../support/mod.rs"]
mod support;

use onrecord::import::{BadInput, Choices, Document, File, Format, Labels, Piece, read};
use support::bytes;

/// The attributions of all examples: the words of source, cue and content, with a bar between
/// pieces.
const FERRY: [[&str; 3]; 6] = [
    ["the Harbour Office", "announced", "The ferry to Skerry Island returns on Monday"],
    ["a harbour official", "told", "“The old timetable”|“was a bad joke.”"],
    ["she", "added", "About 1,200 islanders had been cut off"],
    ["وزير النقل", "وقال", "«العبّارة ستعود غدًا»"],
    ["a banner", "", "“Nobody asked us”"],
    ["The islanders’ council", "accused", "the office of “stalling”"],
];

/// The files of each example.
const EXAMPLES: [(Format, &[&str]); 3] = [
    (Format::Brat, &["brat/ferry.txt", "brat/ferry.ann"]),
    (Format::LabelStudio, &["label-studio.json"]),
    (Format::UimaCasJson, &["uima-cas.json"]),
];

/// Reads an example, given its path below the examples.
fn example(name: &str) -> File {
    let path = format!("tests/fixtures/import/{name}");
    File { bytes: bytes(&path), name: name.to_owned() }
}

fn examples(names: &[&str]) -> Vec<File> {
    names.iter().map(|name| example(name)).collect()
}

fn file(name: &str, text: &str) -> File {
    File { name: name.to_owned(), bytes: text.into() }
}

fn imported(format: Format, files: &[File]) -> Result<Vec<Document>, BadInput> {
    read(format, files, &Labels::default(), &Choices::default())
}

/// Imports files that make one document.
fn only(format: Format, files: &[File]) -> Document {
    let mut documents = imported(format, files).unwrap_or_else(|bad| panic!("{bad}"));
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

/// Returns the words of source, cue and content of each attribution.
fn attributions(document: &Document) -> Vec<[String; 3]> {
    let words = |pieces: &Vec<Piece>| -> String {
        let words: Vec<&str> = pieces.iter().map(|it| &document.text[it.clone()]).collect();
        words.join("|")
    };
    let all = document.attributions.iter();
    all.map(|it| [&it.source, &it.cue, &it.content].map(words)).collect()
}

/// Returns the findings of a document, each as its code and its place without the file.
fn findings(document: &Document) -> Vec<(&'static str, Option<usize>, &str)> {
    let all = document.findings.iter();
    all.map(|it| (it.code.as_str(), it.place.line, it.place.id.as_str())).collect()
}
