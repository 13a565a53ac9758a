//! What the documents show holds.

#![cfg(not(target_arch = "wasm32"))]

use onrecord::load::load;
use onrecord::model::{Coverage, Vocabulary, wording};

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
