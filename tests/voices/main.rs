//! Whose words everything is: every place that shows a statement or a figure alone says who said
//! it and through whom, what its words refer to, and what is inferred.

#![cfg(not(target_arch = "wasm32"))]

mod outputs;
#[path = "../support/mod.rs"]
mod support;

use onrecord::load::load;
use onrecord::model::{
    ActorIx, DateRef, Dossier, FigureIx, IdentificationKind, Statement, StatementIx, dates,
};
use onrecord::text;
use outputs::{Outputs, Shown, descriptions, linked_data, single, string, titles, unescaped};
use scraper::Selector;
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
    let line = select(site.page(&format!("statements/{statement}/")), ".its-figure");
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

/// Returns the elements that name a statement by its source, and lead to it or show it.
fn naming(site: &Outputs, ix: StatementIx) -> Vec<Shown> {
    let id = site.id(ix);
    let own = format!("statements/{id}/");
    let mut all = Vec::new();
    let mut add = |place: String, text: String| all.push(Shown { place, text: single(&text) });
    for (name, text) in
        titles(site.page(&own)).into_iter().chain(titles(site.page(&format!("{own}embed/"))))
    {
        add(format!("{id}: {name}"), text);
    }
    let page = site.page(&own);
    let share = select(page, "[data-share]")[0].attr("data-share").unwrap_or_default();
    add(format!("{id}: what is shared"), share.to_owned());
    let code = words(select(page, "#export-embed")[0]);
    let title = code.split(" title=\"").nth(1).and_then(|rest| rest.split('"').next());
    let title = title.expect("a frame has a title").replace("&quot;", "\"").replace("&amp;", "&");
    add(format!("{id}: title of the frame"), title);
    let annotations: Value = serde_json::from_str(&site.file("annotations.jsonld")).expect("JSON");
    let bodies = annotations["first"]["items"][ix.index()]["body"].as_array().expect("bodies");
    let describing = bodies.iter().find(|body| body["purpose"] == "describing");
    add(format!("{id}: annotation"), string(&describing.expect("a description")["value"]));
    add(format!("{id}: source"), string(&site.rows("statements")[ix.index()]["source"]));
    let markdown = site.file("statements.md");
    let mut headings = markdown.lines().filter(|line| line.starts_with("## "));
    add(
        format!("{id}: heading in statements.md"),
        unescaped(headings.nth(ix.index()).expect("a heading")),
    );
    for (path, page) in &site.bundle.pages {
        // Minis, the links to the statements before and after, and the choice of the comparison.
        for link in select(page, "a.mini, a.step, .choice a.chip") {
            let href = link.attr("href").unwrap_or_default();
            let is_to = href.ends_with(&format!("statements/{id}/"))
                || href.ends_with(&format!("statement={id}"));
            if is_to {
                add(format!("link in {path}"), words(link));
            }
        }
        for card in select(page, "article.card") {
            let heading = Selector::parse("h3").expect("a selector");
            let heading = card.select(&heading).next().map(words).unwrap_or_default();
            if heading.starts_with(&format!("Statement {}:", ix.index() + 1)) {
                add(format!("card in {path}"), heading);
            }
        }
    }
    all
}

#[test]
fn whatever_names_a_statement_has_its_source_its_chain_and_what_is_inferred() {
    for site in dossiers().iter().filter(|site| site.dossier.id.as_str() != "hostile") {
        for ix in site.statements() {
            let statement = site.dossier.statement(ix);
            let attribution = text::attribution(&site.dossier, statement);
            let all = naming(site, ix);
            let count =
                |word: &str| all.iter().filter(|shown| shown.place.starts_with(word)).count();
            assert!(count("card") > 0 && count("link") > 0, "{}", site.id(ix));
            for shown in &all {
                check_has(shown, &attribution);
            }
            let own = format!("statements/{}/", site.id(ix));
            for path in [format!("{own}embed/"), own] {
                let line = select(site.page(&path), ".way")[0];
                check_byline(&site.dossier, statement, &words(line));
            }
            for speaker in statement.speakers.iter().filter(|s| statement.infers_speaker(s)) {
                let name = &*site.dossier.actor(speaker.value).name.value;
                assert!(attribution.contains("inferred"), "{name}: {attribution}");
            }
            for hop in statement.via.iter().filter(|hop| statement.infers_hop(hop)) {
                let name = &*site.dossier.actor(hop.actor).name.value;
                assert!(attribution.contains(&format!("{name} (inferred)")), "{attribution}");
            }
            let unnamed = text::unnamed(statement);
            assert_eq!(unnamed.is_some(), statement.is_unnamed());
            assert!(unnamed.is_none_or(|word| attribution.contains(word)), "{attribution}");
        }
    }
    let site = first();
    let of = |id| {
        let ix = site.dossier.find_statement(id).expect("a statement");
        text::attribution(&site.dossier, site.dossier.statement(ix))
    };
    let joint =
        "Israel, Syria and United States (jointly; inferred), issued by US State Department";
    assert_eq!(of("mechanism-agreement"), joint);
    assert_eq!(of("use-of-mechanism"), joint);
    assert_eq!(of("demand-on-mentality"), "Syrian official (unnamed), via Reuters (inferred)");
}

/// Checks the line below the words of a statement's page, which has a mark for each inferred name.
fn check_byline(dossier: &Dossier, statement: &Statement, line: &str) {
    let check = |actor, is_inferred: bool| {
        let name = &dossier.actor(actor).name.value;
        let expected = if is_inferred { format!("{name} (inferred)") } else { name.to_string() };
        assert!(line.contains(&single(&expected)), "{expected}: {line}");
    };
    for speaker in &statement.speakers {
        check(speaker.value, statement.infers_speaker(speaker));
    }
    for hop in &statement.via {
        check(hop.actor, statement.infers_hop(hop));
    }
    assert!(text::unnamed(statement).is_none_or(|how| line.contains(how)), "{line}");
    assert!(!statement.is_joint() || line.contains(text::JOINTLY), "{line}");
}

#[test]
fn machines_and_pictures_know_which_speakers_are_inferred() {
    for site in dossiers() {
        let csv = site.file("statements.csv");
        for ix in site.statements() {
            let statement = site.dossier.statement(ix);
            let id = site.id(ix);
            let names: Vec<String> = (statement.speakers.iter())
                .map(|speaker| {
                    let inferred =
                        if statement.infers_speaker(speaker) { " (inferred)" } else { "" };
                    format!("{}{inferred}", site.dossier.actor(speaker.value).name.value)
                })
                .collect();
            assert_eq!(site.rows("statements")[ix.index()]["speakers"], json!(names), "{id}");
            assert!(names.len() < 2 || csv.contains(&names.join("; ")), "{id}: {names:?}");
            let linked = linked_data(site.page(&format!("statements/{id}/")));
            let node = linked
                .iter()
                .find(|node| !node["appearance"].is_null() || node["@type"] == "Quotation");
            let node = node.expect("the statement is in the linked data");
            let agents = node.get("author").unwrap_or(&node["creator"]).as_array().expect("a list");
            assert_eq!(agents.len(), statement.speakers.len(), "{id}");
            for (agent, speaker) in agents.iter().zip(&statement.speakers) {
                let remark = agent["description"].as_str().unwrap_or_default();
                assert_eq!(
                    remark.contains("inferred"),
                    statement.infers_speaker(speaker),
                    "{id}: {agent}"
                );
                let unnamed = text::unnamed(statement);
                assert!(unnamed.is_none_or(|word| remark.contains(word)), "{id}: {agent}");
            }
            let picture = site.picture(ix);
            for speaker in &statement.speakers {
                let name = &*site.dossier.actor(speaker.value).name.value;
                let is_all = statement.speakers.iter().all(|s| statement.infers_speaker(s));
                let is_marked =
                    picture.how.ends_with("inferred") && (is_all || picture.how.contains(name));
                assert_eq!(is_marked, statement.infers_speaker(speaker), "{id}: {}", picture.how);
            }
            for (step, hop) in picture.hops.iter().zip(&statement.via) {
                assert_eq!(step.note == "inferred", statement.infers_hop(hop), "{id}");
            }
        }
    }
}

#[test]
fn pages_of_sides_mark_inferred_speakers() {
    let site = first();
    for id in ["israel", "syria", "united-states"] {
        let page = site.page(&format!("accounts/{id}/"));
        let marks = select(page, ".inferred").len();
        // Both joint statements are inferred to be theirs.
        assert!(marks >= 2, "{id} has {marks} marks");
    }
    let chips = select(site.page("accounts/"), ".joint .chip");
    assert!(!chips.is_empty());
    for chip in chips {
        assert!(words(chip).ends_with("(inferred)"), "{}", words(chip));
    }
}

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
            for claim in [
                "they are the reporter",
                "rest is the reporter",
                "reporter’s paraphrase",
                "reporter’s words",
            ] {
                assert!(!shown.contains(claim), "{path}: {claim}");
            }
        }
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

#[test]
fn values_of_unclear_voice_are_marked_where_they_are_credited() {
    let mut seen = 0;
    for site in dossiers() {
        let dossier = &site.dossier;
        let marked = |text: &str| text.matches("nclear whose words").count();
        for actor in (0..dossier.actors.len()).map(ActorIx::from) {
            let page = site.page(&format!("actors/{}/", dossier.actor(actor).id));
            let shown = words(select(page, "main")[0]);
            let about = site.statements().filter(|ix| {
                let about = &dossier.statement(*ix).about;
                about
                    .iter()
                    .any(|a| a.value == actor && dossier.is_voice_unclear(&a.basis.evidence))
            });
            let about = about.count();
            // Each is marked in the list of statements, and at least once beside its sources.
            let expected = if about > 0 { about + 1 } else { 0 };
            assert!(marked(&shown) >= expected, "{}: {shown}", dossier.actor(actor).id);
            seen += about;
        }
        let page = site.page("dates/");
        let rows = select(page, ".timeline > li[id^='date-']");
        let table = select(page, "table tbody tr");
        for (position, date) in dates(dossier).iter().enumerate() {
            let is_unclear = |at: &&DateRef| dossier.is_voice_unclear(&dossier.when(**at).words);
            let unclear = date.uses.iter().filter(is_unclear).count();
            for row in [rows[position], table[position]] {
                assert_eq!(marked(&words(row)), unclear, "{}", words(row));
            }
            seen += unclear;
        }
        for ix in site.statements() {
            let row = &site.rows("statements")[ix.index()];
            let unclear = dossier.unclear_words(dossier.statement(ix));
            let expected: Vec<&str> =
                unclear.iter().map(|span| dossier.article.text(*span)).collect();
            assert_eq!(row["unclear_words"], json!(expected.join(" […] ")), "{}", site.id(ix));
        }
    }
    assert!(seen >= 7, "only {seen} values");
}
