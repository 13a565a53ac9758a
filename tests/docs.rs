//! What the documents show holds.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::{load, settings};
use onrecord::model::{Coverage, Settings, Vocabulary, wording};
use support::REAL;
use support::bundle::{bundle, bundle_with, select};

#[test]
fn dossier_guide_examples_load_without_diagnostics() {
    let guide = include_str!("../docs/dossier.md");
    let blocks = guide.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let examples: Vec<&str> = blocks.filter(|json| json.contains("\"format\": 1")).collect();
    let [minimal, full] = examples.as_slice() else {
        panic!("expected a minimal and a full dossier, found {}", examples.len())
    };
    // The statements' directness, and the words of the text that nothing accounts for.
    let check = |json: &str, expected: &[&str], uncovered: usize| {
        let loaded = load("docs/dossier.md", json.as_bytes());
        assert_eq!(loaded.diagnostics, []);
        let dossier = loaded.dossier.expect("a dossier without errors loads");
        let quotations = dossier.article.quotations();
        let directness = |content: &[_]| wording(&dossier.article, &quotations, content).directness;
        let found: Vec<&str> =
            dossier.statements.iter().map(|s| directness(&s.content).code()).collect();
        assert_eq!(found, expected);
        assert_eq!(Coverage::of(&dossier).total().uncovered, uncovered);
    };
    // “Coast Radio” and the seven words of the dateline.
    check(minimal, &["mixed"], 9);
    check(full, &["indirect", "mixed", "indirect", "mixed", "indirect"], 0);
}

#[test]
fn the_example_of_settings_loads_and_shows_every_one() {
    let example = include_str!("../onrecord.example.toml");
    let settings = settings("onrecord.example.toml", example).expect("the example loads");
    assert_eq!(settings.name.as_deref(), Some("The Example Record"));
    assert_eq!(settings.address.as_deref(), Some("https://example.org/record/"));
    assert_eq!(settings.contact.as_deref(), Some("corrections@example.org"));
    assert_eq!(settings.about.len(), 2);
}

#[test]
fn nginx_sends_the_policies_that_the_pages_carry() {
    let rules = include_str!("../docs/publish/nginx.conf");
    let bundle = bundle(&[REAL]);
    let policy = |path: &str| {
        let metas = select(&bundle.pages[path], "meta[http-equiv=Content-Security-Policy]");
        let [meta] = metas.as_slice() else { panic!("{path} has not one policy") };
        meta.attr("content").unwrap_or_default().to_owned()
    };
    // The second is that of pages to embed: variables are set anew where they differ.
    for (path, times) in [("index.html", 2), ("404.html", 1)] {
        let line = format!("set $onrecord_policy \"{}\";", policy(path));
        let found = rules.matches(&line).count();
        assert_eq!(found, times, "docs/publish/nginx.conf should say, {times} times:\n{line}");
    }
}

#[test]
fn every_ending_of_a_bundle_has_its_type_in_the_documents() {
    let (rules, document) =
        (include_str!("../docs/publish/nginx.conf"), include_str!("../docs/publishing.md"));
    let address = Some("https://example.org/on/".to_owned());
    let bundle = bundle_with(&[REAL], Settings { address, ..Settings::default() });
    let (_, types) = rules.split_once("types {").expect("nginx is told the types");
    let (types, _) = types.split_once('}').expect("the types end");
    for path in bundle.files.keys() {
        let ending = path.rsplit('.').next().unwrap_or_default();
        let is_told = types.split([' ', ';', '\n']).any(|word| word == ending);
        assert!(is_told, "{path}: docs/publish/nginx.conf does not know .{ending}");
        assert!(document.contains(&format!("`.{ending}`")), "{path}: docs/publishing.md");
    }
}
