//! Fixtures in eleven languages, one article told in each: they load without a problem, and what is derived is right.

#![cfg(not(target_arch = "wasm32"))]

use onrecord::load::load;
use onrecord::model::{Archive, Directness, Dossier, wording};
use onrecord::prerender::missing_scripts;
use onrecord::site::Site;
use std::fs;
use std::rc::Rc;
use std::sync::Arc;

use Directness::{Direct, Indirect, Mixed};

/// A language, whether it runs from right to left, how much of each statement is quoted, and whether preview pictures
/// can show it.
const LANGUAGES: [(&str, bool, [Directness; 3], bool); 11] = [
    ("ar", true, [Mixed, Indirect, Mixed], true),
    ("ckb", true, [Direct, Indirect, Mixed], true),
    ("de", false, [Mixed, Indirect, Mixed], true),
    ("es", false, [Direct, Direct, Mixed], true),
    ("fr", false, [Mixed, Indirect, Mixed], true),
    ("he", true, [Direct, Indirect, Mixed], true),
    ("hi", false, [Mixed, Indirect, Mixed], false),
    ("ja", false, [Direct, Indirect, Mixed], false),
    ("ko", false, [Direct, Indirect, Mixed], false),
    ("th", false, [Direct, Indirect, Mixed], false),
    ("zh", false, [Mixed, Indirect, Mixed], false),
];

fn dossier(language: &str) -> Dossier {
    let file = format!("tests/fixtures/languages/{language}.json");
    let loaded = load(&file, &fs::read(&file).expect("a fixture"));
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded.dossier.expect("it loads")
}

#[test]
fn each_language_is_read_as_it_is_written() {
    for (language, is_rtl, expected, has_pictures) in LANGUAGES {
        let dossier = dossier(language);
        assert_eq!(dossier.article.is_rtl, is_rtl, "{language}");
        let quotations = dossier.article.quotations();
        let directness: Vec<_> = (dossier.statements.iter())
            .map(|it| wording(&dossier.article, &quotations, &it.content).directness)
            .collect();
        assert_eq!(directness, expected, "{language}");
        let site = Rc::new(Site::new(Archive { dossiers: vec![Arc::new(dossier)] }));
        for prepared in &site.dossiers {
            assert_eq!(missing_scripts(&site, prepared).is_empty(), has_pictures, "{language}");
        }
    }
}

#[test]
fn every_fixture_is_in_the_table() {
    let files = fs::read_dir("tests/fixtures/languages").expect("the fixtures");
    let mut names: Vec<_> = (files.flatten())
        .filter_map(|it| it.file_name().to_string_lossy().strip_suffix(".json").map(str::to_owned))
        .collect();
    names.sort();
    assert_eq!(names, LANGUAGES.map(|(language, ..)| language));
}
