//! What the documents show holds.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::{load, settings};
use onrecord::model::{Coverage, Settings, Vocabulary, wording};
use support::REAL;
use support::bundle::{bundle, bundle_with, select};

#[test]
fn the_example_of_a_dossier_loads_and_is_as_it_is_told() {
    let guide = include_str!("../docs/dossier.md");
    let (_, rest) = guide.split_once("```json\n").expect("the guide has an example");
    let (json, _) = rest.split_once("```").expect("the example ends");
    let loaded = load("docs/dossier.md", json.as_bytes());
    assert_eq!(loaded.diagnostics, []);
    let dossier = loaded.dossier.expect("no problem was told");
    let quotations = dossier.article.quotations();
    let directness = |content: &[_]| wording(&dossier.article, &quotations, content).directness;
    let found: Vec<&str> =
        dossier.statements.iter().map(|s| directness(&s.content).code()).collect();
    assert_eq!(found, ["indirect", "mixed", "indirect", "mixed", "indirect"]);
    assert_eq!(Coverage::of(&dossier).total().uncovered, 0);
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
