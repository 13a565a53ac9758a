//! `retext`: annotations that are moved to an edited article. Whatever happens to a paragraph, every quote
//! whose words are still there refers to them, and no other is changed in silence.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::{Severity, load, load_with, load_with_quotes, paragraphs};
use onrecord::model::Dossier;
use onrecord::revise::{Retexted, retext, retext_with};
use serde_json::Value;
use support::text;

const FIRST: &str = "static/dossiers/shafaq-2026-01-06.json";
const RICH: &str = "tests/fixtures/good/rich/dossier.json";
const SMALL: &str = "tests/fixtures/good/small/dossier.json";

fn paragraphs_of(json: &str) -> Vec<String> {
    let json: Value = serde_json::from_str(json).expect("JSON");
    let list = json["article"]["paragraphs"].as_array().expect("paragraphs");
    list.iter().map(|text| text.as_str().expect("text").to_owned()).collect()
}

fn moved(json: &str, text: &[String]) -> Retexted {
    retext("dossier.json", json.as_bytes(), text).expect("the dossier loads")
}

/// Loads a file that must have no errors.
#[track_caller]
fn loaded(json: &str, what: &str) -> Dossier {
    let loaded = load("dossier.json", json.as_bytes());
    let errors: Vec<_> =
        loaded.diagnostics.iter().filter(|it| it.severity == Severity::Error).collect();
    loaded.dossier.unwrap_or_else(|| panic!("{what}: {errors:#?}"))
}

/// Returns the words of each quote, in file order. Pieces of one quote are joined.
fn quoted(json: &str) -> Vec<String> {
    let units: Vec<String> = {
        let value: Value = serde_json::from_str(json).expect("JSON");
        let dateline = value["article"]["dateline"].as_str().unwrap_or_default().to_owned();
        [dateline].into_iter().chain(paragraphs_of(json)).collect()
    };
    let (_, quotes) = load_with_quotes("dossier.json", json.as_bytes());
    let words = quotes.iter().map(|quote| {
        let unit = units[quote.span.unit.index()].chars();
        let (start, end) = (quote.span.start as usize, quote.span.end as usize);
        unit.skip(start).take(end - start).collect::<String>()
    });
    words.collect()
}

#[test]
fn the_same_text_changes_nothing() {
    for file in [FIRST, RICH, SMALL] {
        let json = text(file);
        let moved = moved(&json, &paragraphs_of(&json));
        assert_eq!(moved.review, [], "{file}");
        assert_eq!(quoted(&moved.file), quoted(&json), "{file}");
        let (old, new): (Value, Value) = (
            serde_json::from_str(&json).expect("JSON"),
            serde_json::from_str(&moved.file).expect("JSON"),
        );
        assert_eq!(old, new, "{file}");
    }
}

#[test]
fn an_inserted_paragraph_moves_every_quote() {
    for file in [FIRST, RICH, SMALL] {
        let json = text(file);
        for at in 0..=paragraphs_of(&json).len() {
            let mut text = paragraphs_of(&json);
            text.insert(
                at,
                "Nobody had expected this paragraph, which a late edition added.".into(),
            );
            let moved = moved(&json, &text);
            assert_eq!(moved.review, [], "{file}: {at}");
            assert_eq!(quoted(&moved.file), quoted(&json), "{file}: {at}");
        }
    }
}

#[test]
fn a_split_paragraph_divides_the_quotes_across_the_break() {
    for file in [FIRST, SMALL] {
        let json = text(file);
        for at in 0..paragraphs_of(&json).len() {
            let mut text = paragraphs_of(&json);
            let middle = text[at].len() / 2;
            let Some(space) = text[at].get(middle..).and_then(|rest| rest.find(' ')) else {
                continue;
            };
            let second = text[at].split_off(middle + space);
            text.insert(at + 1, second.trim().to_owned());
            let moved = moved(&json, &text);
            // These fields take one quote, which cannot be divided.
            let is_single =
                |path: &str| path.contains(".mentions[") || path.starts_with("figures[");
            assert!(moved.review.iter().all(|it| is_single(&it.path)), "{:?}", moved.review);
            if moved.review.is_empty() {
                let (now, was) = (quoted(&moved.file).join(" "), quoted(&json).join(" "));
                assert_eq!(now, was, "{file}: {at}");
            }
        }
    }
}

#[test]
fn merged_paragraphs_keep_every_quote() {
    for file in [FIRST, SMALL] {
        let json = text(file);
        for at in 1..paragraphs_of(&json).len() {
            let mut text = paragraphs_of(&json);
            let second = text.remove(at);
            text[at - 1] += &format!(" {second}");
            let moved = moved(&json, &text);
            assert_eq!(moved.review, [], "{file}: {at}");
            assert_eq!(quoted(&moved.file), quoted(&json), "{file}: {at}");
            loaded(&moved.file, &format!("{file}: {at}"));
        }
    }
}

#[test]
fn a_removed_paragraph_is_reported_by_its_quotes_alone() {
    let json = text(FIRST);
    for at in 0..paragraphs_of(&json).len() {
        let mut text = paragraphs_of(&json);
        text.remove(at);
        let moved = moved(&json, &text);
        let number = u32::try_from(at + 1).expect("few");
        let (_, quotes) = load_with_quotes("dossier.json", json.as_bytes());
        let inside = quotes.iter().filter(|quote| quote.span.unit.0 == number).count();
        assert_eq!(moved.review.len(), inside, "{at}");
        assert!(moved.review.iter().all(|change| change.now.is_empty()), "{at}");
    }
}

#[test]
fn a_replaced_word_is_one_item_to_review() {
    let json = text(SMALL);
    let mut text = paragraphs_of(&json);
    let position = text.iter().position(|text| text.contains("a disgrace")).expect("the words");
    text[position] = text[position].replace("a disgrace", "a scandal");
    let moved = moved(&json, &text);
    let changes: Vec<(&str, &str)> =
        moved.review.iter().map(|it| (it.was.as_str(), it.now[0].1.as_str())).collect();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert!(changes[0].0.contains("a disgrace") && changes[0].1.contains("a scandal"));
    assert_eq!(moved.statements.len(), 1);
    loaded(&moved.file, "after the change");
    let correction = moved.correction("2026-02-03").expect("a proposal");
    let correction: Value = serde_json::from_str(&correction).expect("JSON");
    assert_eq!(correction["of"], "text");
    assert_eq!(correction["statements"][0], *moved.statements[0]);
}

#[test]
fn other_spaces_and_other_forms_of_letters_need_no_review() {
    let json = text(FIRST);
    for (from, to) in [(" ", "\u{a0}"), ("e", "e\u{ad}")] {
        let text: Vec<String> =
            paragraphs_of(&json).iter().map(|text| text.replacen(from, to, 40)).collect();
        let moved = moved(&json, &text);
        assert_eq!(moved.review, [], "{to:?}");
    }
}

#[test]
fn words_that_occur_twice_now_get_their_context() {
    let json = text(SMALL);
    let mut text = paragraphs_of(&json);
    let copy = text[0].clone();
    text.push(copy);
    let moved = moved(&json, &text);
    assert_eq!(moved.review, []);
    assert_eq!(quoted(&moved.file), quoted(&json));
    loaded(&moved.file, "with a paragraph twice");
}

#[test]
fn the_layout_of_the_file_is_kept() {
    let json = text(FIRST);
    let mut text = paragraphs_of(&json);
    text.insert(1, "A new paragraph.".to_owned());
    let moved = moved(&json, &text);
    let (old, new): (Vec<&str>, Vec<&str>) = (json.lines().collect(), moved.file.lines().collect());
    assert_eq!(new.len(), old.len() + 1, "one line for each paragraph");
    let same = new.iter().filter(|line| old.contains(line)).count();
    assert!(same * 10 > new.len() * 8, "{same} of {} lines are the same", new.len());
}

#[test]
fn a_text_file_may_begin_with_the_headline_and_the_dateline() {
    let json = text(FIRST);
    let value: Value = serde_json::from_str(&json).expect("JSON");
    let of = |name: &str| value["article"][name].as_str().unwrap_or_default().to_owned();
    let mut parts = vec![of("headline"), of("dateline")];
    parts.retain(|part| !part.is_empty());
    parts.extend(paragraphs_of(&json));
    let file = parts.join("\n\n") + "\n";
    let moved = moved(&json, &paragraphs(&file));
    assert_eq!(paragraphs_of(&moved.file), paragraphs_of(&json));
}

/// A dossier whose text is in a file beside it.
const EXAMPLE: &str = "static/new/dossiers/example.json";
const EXAMPLE_TEXT: &str = "static/new/dossiers/example.txt";

#[test]
fn a_text_file_beside_the_dossier_is_moved_with_it() {
    let (json, old) = (text(EXAMPLE), text(EXAMPLE_TEXT));
    let read = |name: &str| {
        assert_eq!(name, "example.txt");
        Ok(old.clone().into_bytes())
    };
    // A paragraph more, and one word replaced in a quote.
    let new = format!("A storm passed.\n\n{old}").replace("a disgrace", "a scandal");
    let moved = retext_with("dossier.json", json.as_bytes(), &paragraphs(&new), &read);
    let moved = moved.expect("it loads");
    assert_eq!(moved.text, Some(("example.txt".to_owned(), new.clone())));
    assert_eq!(moved.dossier.review.len(), 1, "{:#?}", moved.dossier.review);
    assert!(moved.dossier.file.contains("\"text\": \"example.txt\""));
    assert!(moved.dossier.file.contains("a scandal"));
    let after = |_: &str| Ok(new.clone().into_bytes());
    let loaded = load_with("dossier.json", moved.dossier.file.as_bytes(), &after);
    let errors: Vec<_> =
        loaded.diagnostics.iter().filter(|it| it.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // Only the quote that changed is written anew.
    let lines = |file: &str| file.lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (lines(&json), lines(&moved.dossier.file));
    assert_eq!(before.len(), after.len());
    assert_eq!(before.iter().zip(&after).filter(|(a, b)| a != b).count(), 1);
}

#[test]
fn the_old_text_is_needed() {
    let failed = |_: &str| Err("no such file".to_owned());
    let new = paragraphs(&text(EXAMPLE_TEXT));
    let problems = retext_with("dossier.json", text(EXAMPLE).as_bytes(), &new, &failed);
    let problems = problems.expect_err("there is no text");
    assert!(problems[0].message.contains("no such file"), "{problems:#?}");
}
