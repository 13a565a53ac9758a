//! Published dossiers: they load to the same dossier, and their offsets match the quoted words.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::published_json;
use onrecord::load::{dossier_schema, ledger_schema, load, load_published, published_schema};
use onrecord::model::{Coverage, Dossier, Span};
use onrecord::prerender::pretty;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::mutate::law;
use support::{REAL, good, good_files, report_text, text};

fn published(dossier: &Dossier) -> Value {
    serde_json::from_str(&published_json(dossier)).expect("a published dossier is JSON")
}

#[test]
fn a_published_dossier_loads_to_the_same_dossier() {
    for file in good_files() {
        let dossier = good(&file);
        let json = published_json(&dossier);
        let loaded = load_published("dossier.json", json.as_bytes());
        assert!(
            loaded.diagnostics.is_empty(),
            "{}",
            report_text(json.as_bytes(), &loaded.diagnostics)
        );
        let back = loaded.dossier.expect("the published dossier loads");
        assert!(back == dossier, "{file} changed");
        assert_eq!(published_json(&back), json, "{file} is published differently the second time");
    }
}

#[test]
fn the_shipped_schemas_are_up_to_date() {
    let schemas = [
        ("dossier", dossier_schema()),
        ("published", published_schema()),
        ("ledger", ledger_schema()),
    ];
    for (file, schema) in schemas {
        let file = format!("static/{file}.schema.json");
        assert!(
            text(&file) == pretty(&schema),
            "{file} is out of date: run cargo run -- schema static"
        );
    }
}

/// Collects all quotes of a published file.
fn quotes<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| quotes(value, found)),
        Value::Object(fields) if fields.contains_key("exact") => found.push(value),
        Value::Object(fields) => fields.values().for_each(|value| quotes(value, found)),
        _ => {}
    }
}

#[test]
fn the_offsets_of_quotes_match_their_words() {
    for file in good_files() {
        let json = published(&good(&file));
        let article = &json["dossier"]["article"];
        let paragraphs = article["paragraphs"].as_array().expect("a list").iter();
        let paragraphs = paragraphs.map(|paragraph| paragraph.as_str().expect("text"));
        let dateline = article["dateline"].as_str().unwrap_or_default();
        let units: Vec<Vec<char>> =
            [dateline].into_iter().chain(paragraphs).map(|unit| unit.chars().collect()).collect();
        let mut found = Vec::new();
        quotes(&json, &mut found);
        assert!(found.len() > 5, "{file}");
        for quote in found {
            let number = |field: &str| -> usize {
                quote[field].as_u64().and_then(|n| n.try_into().ok()).expect("a number")
            };
            let (unit, start, end) = (&units[number("in")], number("start"), number("end"));
            let slice =
                |from: usize, to: usize| Value::from(unit[from..to].iter().collect::<String>());
            assert_eq!(quote["exact"], slice(start, end), "{file}");
            assert_eq!(quote["prefix"], slice(start.saturating_sub(32), start), "{file}");
            assert_eq!(quote["suffix"], slice(end, (end + 32).min(unit.len())), "{file}");
        }
    }
}

#[test]
fn derived_values_match_the_model() {
    for file in good_files() {
        let dossier = good(&file);
        let derived = &published(&dossier)["derived"];
        let total = Coverage::of(&dossier).total();
        assert_eq!(
            derived["coverage"],
            json!({
                "words": total.words, "statements": total.statements,
                "evidence": total.evidence, "background": total.background,
            })
        );
        for (number, statement) in (1_u64..).zip(&dossier.statements) {
            let derived = &derived["statements"][statement.id.as_str()];
            assert_eq!(derived["number"], number);
            assert_eq!(derived["joint"], statement.speakers.len() > 1);
        }
        assert_eq!(derived["actors"].as_object().map(|a| a.len()), Some(dossier.actors.len()));
    }
}

#[test]
fn reports_quotes_with_wrong_offsets() {
    let json = published(&good("tests/fixtures/good/rich/dossier.json"));
    let content = "/dossier/statements/0/content/0";
    let check = |field: &str, value: Value, expected: &str| {
        let mut json = json.clone();
        json.pointer_mut(content).expect("a quote")[field] = value;
        let loaded = load_published("moved", json.to_string().as_bytes());
        let codes: Vec<&str> = loaded.diagnostics.iter().map(|d| d.code.as_str()).collect();
        assert_eq!((loaded.dossier, codes.as_slice()), (None, [expected].as_slice()), "{field}");
    };
    check("start", json!(0), "quote-moved");
    check("start", json!(u64::MAX), "quote-moved");
    check("end", json!(4_000_000_000_u64), "quote-moved");
    check("end", json!(0), "quote-moved");
    check("exact", json!("other words"), "quote-moved");
    check("in", json!(2), "quote-moved");
    check("in", json!(77), "no-such-paragraph");
    check("in", json!(-1), "wrong-type");
    check("exact", json!(""), "empty-text");
    check("start", Value::Null, "wrong-type");
}

#[test]
fn reports_problems_at_their_position_in_the_published_file() {
    let mut json = published(&good("tests/fixtures/good/small/dossier.json"));
    json["dossier"]["statements"][1]["speakers"][0] = json!("nobody");
    json["dossier"]["article"]["language"] = json!("?");
    json["dossier"]["actors"][0]["id"] = json!("The Courier");
    let text = pretty(&json);
    let loaded = load_published("dossier.json", text.as_bytes());
    let mut places: Vec<(&str, &str)> =
        (loaded.diagnostics.iter()).map(|d| (d.path.as_str(), &text[d.bytes.clone()])).collect();
    places.sort_unstable();
    let expected = [
        ("dossier.actors[0].id", "\"The Courier\""),
        ("dossier.article.language", "\"?\""),
        ("dossier.article.outlet", "\"courier\""),
        ("dossier.statements[1].speakers[0]", "\"nobody\""),
    ];
    assert_eq!(places, expected);
}

#[test]
fn the_two_forms_of_a_dossier_are_not_interchangeable() {
    let published = published_json(&good(REAL));
    let loaded = load("published", published.as_bytes());
    assert!(loaded.dossier.is_none(), "the author's loader must reject a published dossier");
    assert!(load_published("authored", text(REAL).as_bytes()).dossier.is_none());
}

const WORDS: [&str; 16] = [
    "a",
    "the",
    "talks",
    "the",
    "“talks”",
    "\"talks\"",
    "he’d",
    "don't",
    "U.N.",
    "«نعم»",
    "قال",
    "cafe\u{301}",
    "👩‍👩‍👧",
    "—",
    "1,500",
    "ha",
];

/// Generates the words of a paragraph, and three passages of it, each as its first word and number
/// of words.
fn passage() -> impl Strategy<Value = (Vec<&'static str>, [(usize, usize); 3])> {
    let passage = || (0_usize..20, 1_usize..5);
    let words = prop::collection::vec(prop::sample::select(WORDS.to_vec()), 3..20);
    (words, [passage(), passage(), passage()])
}

/// Replaces curly marks by straight ones, which an author may type.
fn straight(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace('’', "'")
}

#[test]
fn a_span_contains_the_quoted_words() {
    let small: Value =
        serde_json::from_str(&text("tests/fixtures/good/small/dossier.json")).expect("JSON");
    law(400, &(passage(), any::<bool>()), |((words, passages), types_straight)| {
        let [source, cue, content] = passages.map(|(first, count)| {
            let first = first % words.len();
            let quote = words[first..(first + count).min(words.len())].join(" ");
            if types_straight { straight(&quote) } else { quote }
        });
        let mut json = small.clone();
        json["article"]["paragraphs"] =
            json!([words.join(" "), "Port chief Ada Lund told Radio Alba."]);
        json["figures"] = json!([]);
        json["relations"] = json!([]);
        json["statements"] = json!([{
            "id": "one", "gist": "Says.", "passage": 1, "speakers": ["ada-lund"], "kind": "assertion",
            "channel": "not_stated", "identification": { "is": "named_person" }, "topics": ["reopening"],
            "source": { "words": source }, "cue": cue, "content": content,
        }]);
        let loaded = load("generated", json.to_string().as_bytes());
        let Some(dossier) = loaded.dossier else {
            // Words that occur twice are ambiguous, which is the only problem allowed here.
            let others =
                loaded.diagnostics.into_iter().find(|d| d.code.as_str() != "ambiguous-quote");
            return others.map_or(Ok(()), |other| Err(format!("{other:?}")));
        };
        let statement = &dossier.statements[0];
        let matches = |spans: &[Span], quote: &str| {
            let found = dossier.article.text(spans[0]);
            let once = straight(&words.join(" ")).matches(&straight(quote)).count() >= 1;
            spans.len() == 1 && once && straight(found) == straight(quote)
        };
        if !matches(&statement.source.words, &source)
            || !matches(&statement.cue, &cue)
            || !matches(&statement.content, &content)
        {
            return Err(format!("{statement:?} for {source:?}, {cue:?}, {content:?}"));
        }
        let back = load_published("back", published_json(&dossier).as_bytes());
        if back.dossier.as_ref() == Some(&dossier) {
            Ok(())
        } else {
            Err("the published dossier is different".to_owned())
        }
    });
}
