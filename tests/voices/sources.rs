//! Whatever names a statement has its source, its chain, and what is inferred.

use crate::outputs::{Outputs, Shown, linked_data, single, string, titles, unescaped};
use crate::support::bundle::select;
use crate::support::html::words;
use crate::{check_has, dossiers, first};
use onrecord::model::{Dossier, Statement, StatementIx};
use onrecord::text;
use scraper::Selector;
use serde_json::{Value, json};

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
        for link in select(page, "a.mini, a.step, .choice a:not(.number)") {
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
            let unnamed = unnamed.filter(|_| !statement.speakers.is_empty());
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
    match statement.speakers.is_empty() {
        true => assert!(line.contains(text::UNKNOWN_SOURCE), "{line}"),
        false => assert!(text::unnamed(statement).is_none_or(|how| line.contains(how)), "{line}"),
    }
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
