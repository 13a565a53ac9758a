//! Whose words everything is: every place that shows a statement or a figure alone says who said
//! it and through whom, what its words refer to, and what is inferred.

#![cfg(not(target_arch = "wasm32"))]

mod outputs;
#[path = "../support/mod.rs"]
mod support;

use onrecord::load::load;
use onrecord::model::FigureIx;
use onrecord::text;
use outputs::{Outputs, Shown, descriptions, linked_data, single, string, titles, unescaped};
use serde_json::{Value, json};
use support::bundle::select;
use support::html::words;
use support::{REAL, bytes, good, good_files};

/// Returns every valid dossier: the first one, then the fixtures.
fn dossiers() -> Vec<Outputs> {
    good_files().iter().map(|file| Outputs::of(good(file))).collect()
}

fn first() -> Outputs {
    Outputs::of(good(REAL))
}

/// Returns the small fixture after an edit.
fn edited(edit: impl FnOnce(&mut Value)) -> Outputs {
    let mut json: Value = serde_json::from_slice(&bytes("tests/fixtures/good/small/dossier.json"))
        .expect("the fixture is JSON");
    edit(&mut json);
    let loaded = load("edited", json.to_string().as_bytes());
    Outputs::of(loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
}

/// Returns every text that titles a figure, and the descriptions of its page.
fn titles_of_figure(site: &Outputs, figure: FigureIx) -> Vec<Shown> {
    let it = site.dossier.figure(figure);
    let path = format!("figures/{}/", it.id);
    let mut all = Vec::new();
    let mut add = |place: &str, text: String| {
        all.push(Shown { place: format!("{path}: {place}"), text: single(&text) });
    };
    let page = site.page(&path);
    for (name, text) in titles(page).into_iter().chain(descriptions(page)) {
        // The picture of the report shows no figure.
        if name != "og:image:alt" {
            add(&name, text);
        }
    }
    let linked = linked_data(page);
    add("JSON-LD, name", string(&linked[0]["name"]));
    add("JSON-LD, description", string(&linked[0]["description"]));
    add("heading", words(select(page, "h1")[0]));
    let list = site.page("figures/");
    let card = select(list, "article.figure")[figure.index()];
    add("label in the list", card.attr("aria-label").unwrap_or_default().to_owned());
    add("heading in the list", words(select(list, "article.figure h2")[figure.index()]));
    let statement = site.id(it.statement);
    let line = select(site.page(&format!("statements/{statement}/")), ".facts");
    let line = line.into_iter().map(words).find(|line| line.contains(&number(site, figure)));
    add("line on the statement’s page", line.expect("the statement’s page names the figure"));
    add("figures.json", string(&site.rows("figures")[figure.index()]["title"]));
    let markdown = site.file("figures.md");
    let mut headings = markdown.lines().filter(|line| line.starts_with("## "));
    add("figures.md", unescaped(headings.nth(figure.index()).expect("a heading")));
    all
}

/// Returns the article's words for a figure's number.
fn number(site: &Outputs, figure: FigureIx) -> String {
    single(site.dossier.article.text(site.dossier.figure(figure).words))
}

#[test]
fn the_title_of_a_figure_says_who_counted_and_according_to_whom() {
    for site in dossiers().iter().filter(|site| site.dossier.id.as_str() != "hostile") {
        for figure in (0..site.dossier.figures.len()).map(FigureIx::from) {
            let it = site.dossier.figure(figure);
            let source = single(&text::figure_source(&site.dossier, it));
            let counted = single(site.dossier.article.text(it.counted));
            for shown in titles_of_figure(site, figure) {
                let Shown { place, text } = &shown;
                let start =
                    text.find(&number(site, figure)).unwrap_or_else(|| panic!("{place}: {text}"));
                let after = &text[start..];
                assert!(after.contains(&counted), "{place}: {text}");
                check_has(&shown, &source);
                // Plain text has no style that shows whose words these are.
                let is_styled = place.contains("heading") || place.contains("line on");
                assert!(is_styled || after.contains(&format!("“{counted}”, ")), "{place}: {text}");
            }
        }
    }
    let site = first();
    let name = "460 “Israeli ground violations”, counted by Syrian Observatory for Human Rights, \
                according to Shafaq News";
    assert_eq!(text::figure_name(&site.dossier, &site.dossier.figures[0]), name);
}

#[test]
fn the_source_of_a_figure_has_every_part_that_is_known() {
    let check = |edit: fn(&mut Value), expected: &str| {
        let site = edited(edit);
        let found = text::figure_name(&site.dossier, &site.dossier.figures[0]);
        assert_eq!(found, expected);
    };
    fn by(json: &mut Value, id: &str, evidence: Option<&str>) {
        json["figures"][0]["counted_by"] = match evidence {
            Some(words) => json!({ "is": id, "evidence": words }),
            None => json!({ "is": id, "note": "Ours." }),
        };
    }
    check(
        |_| {},
        "12 to 15 “ships”, according to Ada Lund, reported by Radio Alba, as reported by The Courier",
    );
    check(
        |json| by(json, "ada-lund", Some("Lund called")),
        "12 to 15 “ships”, counted by Ada Lund, reported by Radio Alba, according to The Courier",
    );
    check(
        |json| by(json, "ada-lund", None),
        "12 to 15 “ships”, counted by Ada Lund (inferred), according to Ada Lund, reported by Radio \
         Alba, as reported by The Courier",
    );
    check(
        |json| {
            by(json, "port-office", Some("pilots"));
            json["statements"][2]["identification"] = json!({ "is": "unnamed_person" });
        },
        "12 to 15 “ships”, counted by Port office, according to Ada Lund (unnamed), reported by Radio \
         Alba, as reported by The Courier",
    );
}

/// Checks that a text has some words, or as many of them as fit if it is cut.
fn check_has(Shown { place, text }: &Shown, expected: &str) {
    let expected = single(expected);
    if text.contains(&expected) {
        return;
    }
    let cut = text.trim_end_matches(['"', '”', '»']).strip_suffix('…');
    let cut = cut.unwrap_or_else(|| panic!("{place} lacks “{expected}”: {text}"));
    let start: String = expected.chars().take(12).collect();
    let begins = cut.match_indices(&start).map(|(at, _)| &cut[at..]);
    let is_cut = begins.into_iter().any(|rest| expected.starts_with(rest));
    assert!(is_cut, "{place} lacks “{expected}”: {text}");
}

#[test]
fn words_that_are_shown_alone_say_what_they_refer_to() {
    let site = first();
    let expected = [
        ("mechanism-agreement", "the three sides [Israel, Syria and United States] said"),
        ("accusation-of-stalling", "He [The Syrian official] accused Israel of stalling"),
        ("accusation-of-stalling", "in the talks [see statements 2 and 3]"),
        ("demand-on-mentality", "it [Israel] should abandon its \"expansionist mentality\" so"),
        ("use-of-mechanism", "both sides [Israel and Syria] would use"),
        ("focus-of-israel", "during the talks [see statement 3]"),
        ("continued-dialogue", "“both sides [Israel and Syria] agreed to continue dialogue"),
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
