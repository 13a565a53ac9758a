//! No file of a bundle contains text that must not be shown.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::published_json;
use onrecord::model::{Dossier, Settings, dates, is_letter};
use onrecord::prerender::File;
use onrecord::text::{day_text, when_text};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeSet;
use support::bundle::build_loaded;
use support::twins::{Twins, twins};
use support::{REAL, good};

/// Returns all files made from a dossier.
fn all_files(dossier: &Dossier) -> Vec<File> {
    let address = Some("https://example.org/".to_owned());
    let settings = Settings { address, ..Settings::default() };
    build_loaded(vec![dossier.clone()], settings, &[]).1
}

#[test]
fn no_file_depends_on_withheld_words() {
    for twins in twins() {
        let other = twins.with_other_secrets();
        assert!(other != twins.full, "{} withholds nothing", twins.name);
        let (own, others) = (all_files(&twins.cut), all_files(&other.clone().cut_to_excerpts()));
        assert_eq!(own.len(), others.len());
        for (own, other) in own.iter().zip(&others) {
            assert!(own == other, "{}: {} depends on withheld text", twins.name, own.path);
        }
        // Checks that the test can fail: shown in full, the two differ.
        assert!(all_files(&twins.full) != all_files(&other), "{}", twins.name);
    }
}

/// Returns the words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words =
        text.split(|c: char| !is_letter(c) && c != '\u{301}').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Returns the words of a file in order: those of its source and, for a page or JSON, also those of
/// the parsed text. For a table, each cell is separate, because words of different cells are not
/// consecutive.
fn words_of(file: &File) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(&file.bytes);
    if file.path.ends_with(".csv") {
        let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows = table.records().map(|row| row.expect("a row"));
        return rows.flat_map(|row| row.iter().map(words).collect::<Vec<_>>()).collect();
    }
    let mut all = vec![words(&text)];
    if file.path.ends_with(".html") {
        let html = Html::parse_document(&text);
        all.push(words(&html.root_element().text().collect::<String>()));
        let elements = Selector::parse("*").expect("a selector");
        for element in html.select(&elements) {
            all.extend(element.value().attrs().map(|(_, value)| words(value)));
        }
    }
    if let Ok(json) = serde_json::from_str::<Value>(&text) {
        texts(&json, &mut |text| all.push(words(text)));
    }
    all
}

fn texts(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(list) => list.iter().for_each(|value| texts(value, visit)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, visit)),
        _ => {}
    }
}

/// Returns the secrets: withheld words and pairs of consecutive withheld words that occur nowhere
/// else.
fn secrets(twins: &Twins) -> (BTreeSet<String>, BTreeSet<[String; 2]>) {
    let (mut single, mut pairs) = (BTreeSet::new(), BTreeSet::new());
    for (unit, shown) in twins.full.article.units.iter().zip(twins.shown()) {
        let hidden = unit.as_str().chars().zip(&shown);
        let hidden: String = hidden.map(|(c, shown)| if *shown { '\n' } else { c }).collect();
        for stretch in hidden.split('\n') {
            let words = words(stretch);
            pairs.extend(words.windows(2).map(|pair| [pair[0].clone(), pair[1].clone()]));
            single.extend(words);
        }
    }
    // Remove words that occur in the shown text, the annotator's text, or the text of the site.
    let mut known: Vec<Vec<String>> =
        twins.cut.article.units.iter().map(|unit| words(unit.as_str())).collect();
    let mut json = published(&twins.full);
    let article = &mut json["dossier"]["article"];
    article["dateline"] = Value::Null;
    article["paragraphs"] = Value::Null;
    visit_annotator_texts(&json["dossier"], &mut |text| known.push(words(text)));
    // The feed names a report by a day and the dossier's id.
    let Dossier { id, article, .. } = &twins.full;
    known.push(words(&format!("{}:{id}", article.published.iso())));
    // Pages spell out the day of publication and the readings of dates.
    known.push(words(&day_text(twins.full.article.published)));
    for date in dates(&twins.full) {
        known.push(words(&when_text(twins.full.when(date.at))));
    }
    // The context of a quote has a fixed length in characters, so it can start and end inside a
    // word.
    let shown: String = twins.cut.article.units.iter().map(|unit| unit.as_str()).collect();
    for quote in quote_contexts(&published(&twins.cut)) {
        assert!(shown.contains(&quote), "{quote} is not shown");
        known.push(words(&quote));
    }
    for file in all_files(&good("tests/fixtures/good/small/dossier.json")) {
        known.extend(words_of(&file));
    }
    for words in known {
        for word in &words {
            single.remove(word);
        }
        for pair in words.windows(2) {
            pairs.remove(&[pair[0].clone(), pair[1].clone()]);
        }
    }
    (single, pairs)
}

fn published(dossier: &Dossier) -> Value {
    serde_json::from_str(&published_json(dossier)).expect("what is published is JSON")
}

/// Returns the prefixes and suffixes of all quotes.
fn quote_contexts(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => (fields.iter())
            .flat_map(|(name, value)| match value {
                Value::String(text) if name == "prefix" || name == "suffix" => vec![text.clone()],
                value => quote_contexts(value),
            })
            .collect(),
        Value::Array(list) => list.iter().flat_map(quote_contexts).collect(),
        _ => Vec::new(),
    }
}

/// Visits the texts outside quotes, which the annotator wrote.
fn visit_annotator_texts(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) if fields.contains_key("exact") => {}
        Value::Object(fields) => {
            fields.values().for_each(|value| visit_annotator_texts(value, visit))
        }
        Value::Array(list) => list.iter().for_each(|value| visit_annotator_texts(value, visit)),
        Value::String(text) => visit(text),
        _ => {}
    }
}

/// Returns the secrets found in the files, each with the path of the file.
fn found(twins: &Twins, files: &[File]) -> Vec<String> {
    let (single, pairs) = secrets(twins);
    let mut found = Vec::new();
    for file in files {
        for words in words_of(file) {
            for word in words.iter().filter(|word| single.contains(*word)) {
                found.push(format!("{}: {word}", file.path));
            }
            for pair in words.windows(2) {
                if pairs.contains(&[pair[0].clone(), pair[1].clone()]) {
                    found.push(format!("{}: {} {}", file.path, pair[0], pair[1]));
                }
            }
        }
    }
    found
}

#[test]
fn no_file_contains_withheld_words() {
    for twins in twins() {
        let leaks = found(&twins, &all_files(&twins.cut));
        assert!(leaks.is_empty(), "{}: {:?}", twins.name, &leaks[..leaks.len().min(20)]);
    }
}

#[test]
fn finds_withheld_words_in_files() {
    let twins = twins().into_iter().find(|twins| twins.name.contains("good/excerpts"));
    let twins = twins.expect("there is a dossier in excerpts");
    let (single, pairs) = secrets(&twins);
    assert!(single.contains("tarpaulins") && single.contains("mutiny"), "{single:?}");
    assert!(pairs.contains(&["tide", "clock"].map(str::to_owned)), "{pairs:?}");
    // Shown in full, the withheld words are in pages, exports and packed data.
    let leaks = found(&twins, &all_files(&twins.full));
    for place in ["article/index.html: tarpaulins", "dossier.json: tide clock", ".bin: mutiny"] {
        assert!(leaks.iter().any(|leak| leak.ends_with(place)), "{place} is not found");
    }
    // A single word is also found if it is escaped, in an attribute or in capitals.
    for text in ["<p title='TARPAULINS&amp;'>", "<a href=\"?q=tarpaulins\">", "Tar&#112;aulins"] {
        let file = File { path: "leak.html".to_owned(), bytes: text.as_bytes().to_vec() };
        assert!(!found(&twins, &[file]).is_empty(), "{text}");
    }
    let file =
        File { path: "leak.json".to_owned(), bytes: br#"{"a": ["Tar\u0070aulins"]}"#.to_vec() };
    assert!(!found(&twins, &[file]).is_empty());
}

#[test]
fn a_dossier_in_full_is_not_cut() {
    let dossier = good(REAL);
    assert!(!dossier.article.is_cut());
    let hidden = Twins::of("real", dossier);
    assert!(hidden.cut.article.is_cut());
}
