//! A reader follows a link to one statement and explores from there.

use serde_json::json;

use crate::pages::{ACTOR, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_reader_goes_from_a_statement_to_its_source_and_the_list),
        scenario!(filters_and_a_phrase_survive_a_reload),
        scenario!(cards_link_to_statements_that_share_a_fact),
        scenario!(lists_link_to_each_other_and_back),
        scenario!(the_root_shows_the_only_dossier).under("/"),
    ]
}

async fn a_reader_goes_from_a_statement_to_its_source_and_the_list(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    assert_eq!(reader.text("h1 .kind").await?, "Accusation");
    let chain = reader.texts(".way a").await?;
    let chain: Vec<&str> = chain.iter().map(|name| name.trim()).collect();
    assert_eq!(chain, ["Syrian official unnamed", "Reuters", "Shafaq News"]);
    // Reuters is named in another paragraph.
    let inferred = reader.texts(".way li:nth-child(2) .inferred").await?;
    assert_eq!(inferred.iter().map(|mark| mark.trim()).collect::<Vec<_>>(), ["(inferred)"]);
    reader.click(".way .chip").await?;
    reader.wait_for_place(ACTOR).await?;
    reader.wait_for_text("h1", "Syrian official").await?;
    reader.back().await?;
    reader.wait_for_place(STATEMENT).await?;
    assert_eq!(reader.text("h1 .kind").await?, "Accusation");
    reader.click(".crumb a").await?;
    reader.ready().await?;
    reader.wait_for_place(LIST).await?;
    assert_eq!(reader.text("#tally").await?, "11 statements");
    Ok(())
}

async fn filters_and_a_phrase_survive_a_reload(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.pick("Type of statement", "Accusation").await?;
    reader.pick("Type of statement", "Demand").await?;
    reader.pick("How the source is identified", "Unnamed person").await?;
    reader.wait_for_text("#tally", "2 of 11 statements").await?;
    reader.type_into("#search", "\"technicalities in the talks\"").await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    let place = format!(
        "{LIST}?q=%22technicalities+in+the+talks%22&kind=accusation,demand&identification=unnamed_person"
    );
    reader.wait_for_place(&place).await?;
    let marked = reader.found(".cards").await?.join(" ");
    assert!(marked.contains("technicalities"), "marked: {marked}");
    reader.reload().await?;
    reader.ready().await?;
    reader.wait_for_place(&place).await?;
    assert_eq!(reader.text("#tally").await?, "1 of 11 statements");
    let phrase = json!("\"technicalities in the talks\"");
    let is_kept = format!("document.getElementById('search').value === {phrase}");
    reader.wait_for("the phrase in the search", &is_kept).await?;
    reader.click_text("Clear filters").await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.wait_for_place(LIST).await?;
    reader.wait_for("an empty search", "!document.getElementById('search').value").await
}

async fn cards_link_to_statements_that_share_a_fact(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.click(".cards > li:nth-child(4) .facts a[href*='topic=']").await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?topic=talks")).await?;
    reader.back().await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.click(".cards > li:nth-child(4) .number").await?;
    reader.wait_for_place(STATEMENT).await
}

async fn lists_link_to_each_other_and_back(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?kind=accusation")).await?;
    let title = reader.title().await?;
    reader.click("nav.views a[href$='actors/']").await?;
    reader.wait_for_text("#tally", "15 actors").await?;
    reader.wait_for_focus("h1").await?;
    assert_ne!(reader.title().await?, title);
    let link = "document.querySelector('nav.views a[aria-current]').getAttribute('href')";
    assert_eq!(reader.eval(link).await?, json!("../../shafaq-2026-01-06/actors/"));
    reader.click("nav.views a[href$='figures/']").await?;
    reader.wait_for_place("shafaq-2026-01-06/figures/").await?;
    reader.back().await?;
    reader.wait_for_text("#tally", "15 actors").await?;
    reader.back().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?kind=accusation")).await?;
    reader.wait_for("the earlier title", &format!("document.title === {}", json!(title))).await?;
    // Relative links are correct again on the page that the reader came back to.
    reader.click(".cards > :not([hidden]) .chip").await?;
    reader.wait_for_place(ACTOR).await
}

async fn the_root_shows_the_only_dossier(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    assert_eq!(reader.count(".card").await?, 11);
    reader.pick("How much is quoted", "Quoted").await?;
    reader.wait_for_place("?directness=direct").await?;
    reader.click(".cards > :not([hidden]) .number").await?;
    reader.wait_for_place("shafaq-2026-01-06/statements/continued-dialogue/").await?;
    reader.back().await?;
    reader.ready().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await
}
