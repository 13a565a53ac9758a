//! Translations of statements, and archived copies of articles, on pages and in exports.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::load;
use onrecord::model::{Settings, wording};
use onrecord::query::{Collection, Index, View, run};
use serde_json::Value;
use support::bundle::{Bundle, Page, bundle_with, select};
use support::good;
use support::html::words;

const FILE: &str = "tests/fixtures/good/translated/dossier.json";
const PAGE: &str = "lighthouse/statements/who-pays/index.html";
const ORIGINAL: &str = "من سيدفع";
const TRANSLATION: &str = "The critics asked: “Who will pay?”";
const ARCHIVED: &str = "https://archive.example/2026/https://news.example/lighthouse";

fn bundle() -> Bundle {
    bundle_with(&[FILE], Settings::default())
}

/// Returns the text of the translation in a part of a page, with its language and direction.
fn translation(page: &Page, part: &str) -> (String, String, String) {
    let found = select(page, &format!("{part} .ours.gist bdi[lang]"));
    let it = found.iter().find(|it| words(**it) == TRANSLATION).expect("the translation");
    let attribute = |name| it.value().attr(name).unwrap_or_default().to_owned();
    (words(*it), attribute("lang"), attribute("dir"))
}

#[test]
fn pages_show_the_original_and_then_the_translation() {
    let bundle = bundle();
    for (path, part) in [
        ("lighthouse/index.html", ".card"),
        (PAGE, ".one-head"),
        ("lighthouse/statements/who-pays/embed/index.html", ".embed"),
    ] {
        let page = &bundle.pages[path];
        let (_, language, direction) = translation(page, part);
        assert_eq!((&*language, &*direction), ("en", "ltr"), "{path}");
        let at = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("{path}: {words}"));
        let body = at("<main");
        let original = body + page.text[body..].find(ORIGINAL).expect("the original");
        assert!(original < body + page.text[body..].rfind("Who will pay?").expect("it"), "{path}");
        assert!(page.text.contains("Sam Translator"), "{path}");
    }
    let lead = select(&bundle.pages[PAGE], ".one-head .ours.gist .pencil");
    let lead: Vec<String> = lead.into_iter().map(words).collect();
    assert!(lead.contains(&"English translation by Sam Translator:".to_owned()), "{lead:?}");
    // The annotator translates unless somebody else is named.
    assert!(
        bundle.pages["lighthouse/index.html"].text.contains("Translation (en) by Ada Reader: ")
    );
}

#[test]
fn titles_stay_with_the_original() {
    let bundle = bundle();
    for element in ["title", "meta[name='description']", "meta[property='og:title']"] {
        for found in select(&bundle.pages[PAGE], element) {
            let text = found.value().attr("content").map_or_else(|| words(found), str::to_owned);
            assert!(!text.contains("Who will pay"), "{element}: {text}");
        }
    }
}

#[test]
fn the_search_finds_both() {
    let dossier = good(FILE);
    let index = Index::new(&dossier);
    for typed in [ORIGINAL, "who will pay"] {
        let mut view = View::default();
        view.q = typed.to_owned();
        let found = run(&dossier, &index, Collection::Statements, &view);
        assert_eq!(found.order, [1], "{typed}");
    }
}

#[test]
fn exports_carry_both() {
    let bundle = bundle();
    let file = |path: &str| String::from_utf8_lossy(&bundle.files[path]).into_owned();
    for name in
        ["statements.csv", "statements.json", "statements.md", "dossier.json", "annotations.jsonld"]
    {
        let text = file(&format!("lighthouse/{name}"));
        for words in [ORIGINAL, "Who will pay?", "Sam Translator"] {
            assert!(text.contains(words), "{name}: {words}");
        }
    }
    let rows: Value = serde_json::from_str(&file("lighthouse/statements.json")).expect("JSON");
    assert_eq!(rows[0]["translation_by"], "Ada Reader");
    assert_eq!(rows[1]["translation_language"], "en");
    assert_eq!(rows[2]["translation"], Value::Null);
    let data = linked(&bundle, PAGE, "Quotation");
    assert_eq!(data["workTranslation"]["text"], TRANSLATION);
    assert_eq!(data["workTranslation"]["inLanguage"], "en");
}

/// Returns the node of a type in the linked data of a page.
fn linked(bundle: &Bundle, path: &str, kind: &str) -> Value {
    let script = select(&bundle.pages[path], "script[type='application/ld+json']");
    let text: String = script[0].text().collect();
    let data: Value = serde_json::from_str(&text).expect("JSON");
    let graph = data["@graph"].as_array().expect("a graph");
    let found = graph.iter().find(|node| node["@type"] == kind);
    found.unwrap_or_else(|| panic!("{data}")).clone()
}

#[test]
fn archived_copies_are_linked_and_cited() {
    let bundle = bundle();
    for path in [PAGE, "lighthouse/about/index.html"] {
        let found = select(&bundle.pages[path], &format!("a[href='{ARCHIVED}']"));
        let names: Vec<String> = found.into_iter().map(words).collect();
        assert_eq!(names, ["Archived copy (4 March 2026)"], "{path}");
    }
    assert_eq!(linked(&bundle, PAGE, "NewsArticle")["archivedAt"], ARCHIVED);
    let cited = format!("Archived 4 March 2026: {ARCHIVED}.");
    assert!(bundle.pages[PAGE].text.matches(&cited).count() >= 5, "the styles cite it");
    for name in ["cite.bib", "cite.json", "cite.ris"] {
        let file = &bundle.files[&format!("lighthouse/statements/who-pays/{name}")];
        assert!(String::from_utf8_lossy(file).contains(&cited), "{name}");
    }
    let rows = String::from_utf8_lossy(&bundle.files["lighthouse/statements.json"]).into_owned();
    let rows: Value = serde_json::from_str(&rows).expect("JSON");
    assert_eq!(
        (&rows[0]["archived"], &rows[0]["archived_on"]),
        (&ARCHIVED.into(), &"2026-03-04".into())
    );
}

#[test]
fn an_article_can_declare_single_quotation_marks() {
    let small = support::text("tests/fixtures/bad/single-quotes/dossier.json");
    let quoted = |declared: Option<bool>| {
        let mut json: Value = serde_json::from_str(&small).expect("JSON");
        if let Some(declared) = declared {
            json["article"]["single_quotes"] = declared.into();
        }
        let loaded = load("x.json", json.to_string().as_bytes());
        let is_asked = loaded.diagnostics.iter().any(|it| it.code.as_str() == "single-quotes");
        assert_eq!(is_asked, declared.is_none(), "{:?}", loaded.diagnostics);
        let dossier = loaded.dossier.expect("a dossier");
        let content = &dossier.statements[0].content;
        wording(&dossier.article, &dossier.article.quotations(), content).directness
    };
    use onrecord::model::Directness::{Direct, Indirect};
    assert_eq!([Some(true), Some(false), None].map(quoted), [Direct, Indirect, Indirect]);
}
