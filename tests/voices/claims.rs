//! Pages claim nothing that is not known: whose words a paraphrase is, whether the report has a
//! headline, and whether anonymity was an issue.

use crate::outputs::{descriptions, linked_data, titles};
use crate::support::REAL;
use crate::support::bundle::{bundle, select};
use crate::support::html::words;
use crate::{dossiers, first};
use onrecord::model::IdentificationKind;
use onrecord::text;
use serde_json::json;

/// What no page may say of words outside quotation marks.
const CLAIMS: [&str; 4] =
    ["they are the reporter", "rest is the reporter", "reporter’s paraphrase", "reporter’s words"];

#[test]
fn words_outside_quotation_marks_are_never_called_the_reporters() {
    for site in dossiers() {
        for ix in site.statements() {
            let wording = site.site().dossiers[0].wording(ix).clone();
            let picture = site.picture(ix);
            let how_much =
                [text::wording_text(&wording), text::wording_fact(&wording), picture.manner];
            for words in how_much {
                assert!(!words.to_lowercase().contains("reporter"), "{words}");
            }
        }
        for (path, page) in &site.bundle.pages {
            let all = "head > title, .directness, .key, .strip, h1, h2, h3, summary, caption, .embed .said-in";
            for element in select(page, all) {
                let words = words(element).to_lowercase();
                assert!(!words.contains("reporter"), "{path}: {words}");
            }
            let shown = words(select(page, "body")[0]).to_lowercase();
            for claim in CLAIMS {
                assert!(!shown.contains(claim), "{path}: {claim}");
            }
        }
    }
    // The home page of several reports explains the marks.
    let several = bundle(&[REAL, "tests/fixtures/good/small/dossier.json"]);
    let shown = words(select(&several.pages["index.html"], "body")[0]).to_lowercase();
    for claim in CLAIMS {
        assert!(!shown.contains(claim), "home page: {claim}");
    }
    // The first article does not mention a reporter, so no preview and no linked data may.
    let site = first();
    for (path, page) in &site.bundle.pages {
        let mut texts: Vec<(String, String)> = titles(page);
        texts.extend(descriptions(page));
        if !path.contains("/embed/") && path != "404.html" {
            texts.push(("linked data".to_owned(), json!(linked_data(page)).to_string()));
        }
        for (name, text) in texts {
            assert!(!text.to_lowercase().contains("reporter"), "{path}: {name}: {text}");
        }
    }
}

#[test]
fn a_missing_headline_is_missing_from_the_text_and_not_from_the_report() {
    for site in dossiers() {
        let headline = site.dossier.article.headline.as_deref();
        for (path, bytes) in &site.bundle.files {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let text = text.to_lowercase();
            for claim in ["without a headline", "no headline", "untitled", "has no title"] {
                for (at, _) in text.match_indices(claim) {
                    let before = &text[..at];
                    let is_about_text = before.ends_with("the text we have carries ");
                    assert!(is_about_text && headline.is_none(), "{path}: {claim}");
                }
            }
        }
    }
}

#[test]
fn anonymity_is_an_issue_only_for_unnamed_people() {
    for site in dossiers() {
        for ix in site.statements() {
            let naming = &site.dossier.statement(ix).identification;
            let can_ask = matches!(
                naming.kind.value,
                IdentificationKind::UnnamedPerson | IdentificationKind::UnnamedGroup
            );
            let is_stated = !naming.condition.is_empty() || !naming.reason.is_empty();
            let page = site.page(&format!("statements/{}/", site.id(ix)));
            let shown = words(select(page, "main")[0]).to_lowercase();
            let mentions = |what: &str| shown.contains(&format!("{what} anonymity"));
            // The article’s own phrase may be in the passage.
            let says = mentions("reason for") || shown.contains("condition of anonymitynot stated");
            assert!(!says || can_ask || is_stated, "{}: {shown}", site.id(ix));
            assert!(
                !can_ask || mentions("condition of") || mentions("reason for"),
                "{}",
                site.id(ix)
            );
        }
    }
}
