//! Words that are shown alone say what they refer to, and are the same everywhere.

use crate::{check_has, dossiers, edited, first};
use onrecord::text;
use serde_json::{Value, json};

#[test]
fn words_that_are_shown_alone_say_what_they_refer_to() {
    let site = first();
    let expected = [
        ("mechanism-agreement", "the three sides [Israel, Syria and United States] said"),
        ("accusation-of-stalling", "He [The Syrian official] accused Israel of stalling"),
        ("accusation-of-stalling", "in the talks [see statements 2 and 3]"),
        (
            "demand-on-mentality",
            "[The Syrian official] said it [Israel] should abandon its \"expansionist mentality\" so",
        ),
        ("use-of-mechanism", "both sides [Israel and Syria] would use"),
        ("focus-of-israel", "during the talks [see statement 3]"),
        (
            "continued-dialogue",
            "[Prime Minister Benjamin Netanyahu's office] adding that “both sides [Israel and Syria] agreed to continue dialogue",
        ),
        ("targets-and-risks", "these operations [see statement 10] targeted civilians"),
    ];
    for (id, words) in expected {
        let ix = site.dossier.find_statement(id).expect("a statement");
        for shown in site.alone(ix) {
            check_has(&shown, words);
        }
    }
}

#[test]
fn what_words_refer_to_is_shown_once_and_only_if_it_says_more() {
    let check = |edit: fn(&mut Value), expected: &str| {
        let site = edited(edit);
        let ix = site.dossier.find_statement("a-disgrace").expect("a statement");
        let found = text::statement_text(&site.dossier, site.dossier.statement(ix));
        assert_eq!(found, expected);
    };
    fn mention(json: &mut Value, words: &str, field: &str, ids: &[&str]) {
        let mentions = &mut json["statements"][1]["mentions"];
        let known = mentions.as_array().cloned().unwrap_or_default();
        let new = json!({ "words": words, field: ids, "note": "Ours." });
        *mentions = known.into_iter().chain([new]).collect();
    }
    // The name that the source refers to repeats its own words.
    check(|_| {}, "Lund called the delay \"a disgrace\"");
    check(
        |json| {
            mention(json, "the delay", "statements", &["reopening-on-friday"]);
            mention(json, "a disgrace", "statements", &["reopening-on-friday"]);
        },
        "Lund called the delay [see statement 1] \"a disgrace\"",
    );
    check(
        |json| {
            mention(json, "a disgrace", "statements", &["reopening-on-friday", "ships-waiting"]);
            mention(json, "the delay", "actors", &["port-office", "ada-lund"]);
        },
        "Lund called the delay [Port office and Ada Lund] \"a disgrace [see statements 1 and 3]\"",
    );
    // Words within the name of the actor still refer to it; the whole name needs no note.
    check(
        |json| mention(json, "Lund", "actors", &["ada-lund"]),
        "Lund [Ada Lund] called the delay \"a disgrace\"",
    );
}

#[test]
fn every_place_that_shows_a_statement_alone_has_the_same_words() {
    // The escapes of hostile texts have tests of their own.
    for site in dossiers().iter().filter(|site| site.dossier.id.as_str() != "hostile") {
        for ix in site.statements() {
            let expected = text::statement_text(&site.dossier, site.dossier.statement(ix));
            let alone = site.alone(ix);
            assert!(alone.len() > 15, "{:?}", alone.iter().map(|s| &s.place).collect::<Vec<_>>());
            for shown in alone {
                check_has(&shown, &expected);
            }
        }
    }
}
