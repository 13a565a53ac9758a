//! Laws: quotes never move to other words, and a file that was broken by a test loads to the same dossier again.

use super::support::{REAL, good, text};
use super::{RICH, SMALL, fixed};
use onrecord::load::{load, load_with_quotes, visual_form};
use onrecord::model::Span;
use onrecord::revise::retext;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// Replaces the paragraphs of a dossier, and nothing else, and fixes it. Returns true if it loads then. In
/// that case, every quote has the words that it has after `retext`, which knows the old text.
fn follows(file: &str, paragraphs: &[String]) -> bool {
    let json = text(file);
    let mut edited: Value = serde_json::from_str(&json).expect("JSON");
    edited["article"]["paragraphs"] = paragraphs.into();
    let fixed = fixed(edited.to_string().as_bytes());
    let moved = retext("dossier.json", json.as_bytes(), paragraphs).expect("it loads");
    let quotes = |json: &str| -> BTreeMap<String, (u32, String)> {
        let (loaded, quotes) = load_with_quotes("dossier.json", json.as_bytes());
        let units = loaded.dossier.expect("it loads").article.units;
        let words = |span: &Span| units[span.unit.index()].slice(span.start, span.end).to_owned();
        let place = |span: &Span| (span.unit.0, visual_form(&words(span)));
        quotes.iter().map(|quote| (quote.path.clone(), place(&quote.span))).collect()
    };
    let is_valid = fixed.loaded.dossier.is_some();
    if is_valid {
        let (now, right) = (quotes(&fixed.file), quotes(&moved.file));
        for (path, words) in &now {
            assert_eq!(right.get(path), Some(words), "{path} in {file}");
        }
    }
    is_valid
}

fn paragraphs_of(file: &str) -> Vec<String> {
    let json: Value = serde_json::from_str(&text(file)).expect("JSON");
    let list = json["article"]["paragraphs"].as_array().expect("a list");
    list.iter().map(|text| text.as_str().expect("text").to_owned()).collect()
}

#[test]
fn quotes_of_an_edited_article_never_move_to_other_words() {
    let mut loaded = 0;
    for file in [REAL, SMALL] {
        for at in 0..=paragraphs_of(file).len() {
            let mut paragraphs = paragraphs_of(file);
            paragraphs.insert(at, "Nobody had expected this paragraph.".to_owned());
            loaded += usize::from(follows(file, &paragraphs));
        }
        for (from, to) in [(" ", "\u{a0}"), ("e", "e\u{ad}"), ("a ", "a\u{202f}")] {
            let paragraphs: Vec<String> =
                paragraphs_of(file).iter().map(|text| text.replace(from, to)).collect();
            loaded += usize::from(follows(file, &paragraphs));
        }
    }
    assert!(loaded > 6, "{loaded}");
}

/// Ways to write a quote so that it looks the same.
fn disguised(words: &str, way: usize) -> String {
    use unicode_normalization::UnicodeNormalization;
    match way {
        0 => words.replace(' ', "\u{a0}"),
        1 => format!(" {words}\u{a0}"),
        2 => words.nfd().collect(),
        3 => words.replace(' ', " \u{ad}"),
        _ => words.replace('a', "a\u{200b}"),
    }
}

/// Rewrites some of the texts of a value that are quotes.
fn disguise(value: &mut Value, chosen: &mut impl FnMut() -> Option<usize>) {
    match value {
        Value::String(words) => {
            if let Some(way) = chosen() {
                *words = disguised(words, way);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|it| disguise(it, chosen)),
        Value::Object(object) => {
            for name in ["exact", "prefix", "suffix", "words", "evidence", "from", "to"] {
                if let Some(inner) = object.get_mut(name) {
                    disguise(inner, chosen);
                }
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is written in another way, the fixed file loads to the same dossier.
    #[test]
    fn a_fixed_dossier_loads_to_the_same_model(
        file in 0..3_usize,
        ways in prop::collection::vec(prop::option::weighted(0.3, 0..5_usize), 40),
    ) {
        let file = [REAL, RICH, SMALL][file];
        let mut json: Value = serde_json::from_str(&text(file)).expect("JSON");
        let mut at = 0;
        let mut chosen = || { at += 1; ways[at % ways.len()] };
        for statement in json["statements"].as_array_mut().expect("a list") {
            for field in ["source", "cue", "content"] {
                if let Some(value) = statement.get_mut(field) {
                    disguise(value, &mut chosen);
                }
            }
        }
        let written = serde_json::to_string_pretty(&json).expect("JSON");
        let fixed = fixed(written.as_bytes());
        let (now, was) = (fixed.loaded.dossier.clone(), good(file));
        for (now, was) in now.iter().flat_map(|it| &it.statements).zip(&was.statements) {
            prop_assert_eq!(now, was);
        }
        prop_assert_eq!(now, Some(was), "{:?}", fixed.loaded.diagnostics);
    }

    /// A paragraph's number that is wrong is right again, or the file has an error still.
    #[test]
    fn a_wrong_passage_is_never_made_worse(file in 0..2_usize, which in 0..100_usize, number in 0..30_u64) {
        let file = [REAL, SMALL][file];
        let mut json: Value = serde_json::from_str(&text(file)).expect("JSON");
        let statements = json["statements"].as_array_mut().expect("a list");
        let which = which % statements.len();
        let right = statements[which]["passage"].clone();
        statements[which]["passage"] = number.into();
        let written = serde_json::to_string_pretty(&json).expect("JSON");
        let was_valid = load("dossier.json", written.as_bytes()).dossier.is_some();
        let fixed = fixed(written.as_bytes());
        let now: Value = serde_json::from_str(&fixed.file).expect("JSON");
        let now = &now["statements"][which]["passage"];
        let is_kept = *now == number;
        let is_good = if was_valid { is_kept } else { is_kept || *now == right };
        prop_assert!(is_good, "{now}");
    }
}
