//! Search, filters and order: what each does to the list, the address and the history.

use serde_json::json;

use crate::places::{ACTORS, FIGURES, LIST};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(choosing_adds_an_entry_and_typing_replaces_it),
        scenario!(an_unknown_value_is_told_and_can_be_dropped),
        scenario!(tracking_parameters_are_ignored),
        scenario!(nothing_found_offers_ways_out),
        scenario!(the_order_is_in_the_address),
        scenario!(pills_take_back_one_choice_each),
        scenario!(the_count_is_told_when_typing_rests),
        scenario!(every_list_has_filters_of_its_own),
        scenario!(coming_back_restores_the_scroll),
        scenario!(a_narrower_view_opens_at_its_start),
    ]
}

async fn choosing_adds_an_entry_and_typing_replaces_it(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.pick("Source", "Syrian official").await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader.pick("Type of statement", "Demand").await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    let entries = reader.eval("history.length").await?;
    reader.type_into("#search", "mentality").await?;
    let typed = format!("{LIST}?q=mentality&kind=demand&speaker=syrian-official");
    reader.wait_for_place(&typed).await?;
    assert_eq!(reader.eval("history.length").await?, entries);
    reader.back().await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    assert_eq!(reader.place().await?, format!("{LIST}?speaker=syrian-official"));
    assert_eq!(reader.eval("document.getElementById('search').value").await?, json!(""));
    reader.back().await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    assert_eq!(reader.place().await?, LIST);
    reader.forward().await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader.forward().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    assert_eq!(reader.place().await?, typed);
    assert_eq!(reader.eval("document.getElementById('search').value").await?, json!("mentality"));
    assert_eq!(reader.count(".facet input:checked").await?, 2);
    Ok(())
}

async fn an_unknown_value_is_told_and_can_be_dropped(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?kind=rumour,demand&sort=newest")).await?;
    let told = reader.texts(".unknown li").await?;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("type of statement: rumour")
            && told[1].contains("sort order we don’t have (newest)"),
        "{told:?}"
    );
    assert_eq!(reader.text("#tally").await?, "1 of 11 statements");
    reader.click(".unknown li button").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand&sort=newest")).await?;
    reader.click(".unknown li button").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand")).await?;
    assert_eq!(reader.count(".unknown li").await?, 0);
    Ok(())
}

async fn tracking_parameters_are_ignored(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?utm_source=mail&kind=demand&fbclid=x")).await?;
    assert_eq!(reader.text("#tally").await?, "1 of 11 statements");
    assert_eq!(reader.count(".unknown li").await?, 0);
    reader.pick("Type of statement", "Accusation").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand,accusation")).await
}

async fn nothing_found_offers_ways_out(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?q=timeline&kind=accusation")).await?;
    assert_eq!(reader.text("#tally").await?, "0 of 11 statements");
    assert_eq!(
        reader.texts(".asked li").await?,
        ["Type of statement: Accusation", "Search: timeline"]
    );
    assert_eq!(
        reader.texts(".ways button").await?,
        [
            "Remove filter – Type of statement (1 statement)",
            "Remove search (1 statement)",
            "Clear all filters (11 statements)"
        ]
    );
    reader.click_text("Remove search (1 statement)").await?;
    reader.wait_for_place(&format!("{LIST}?kind=accusation")).await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.back().await?;
    reader.click_text("Clear all filters (11 statements)").await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.wait_for_place(LIST).await
}

async fn the_order_is_in_the_address(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let labels = "[...document.querySelectorAll('.card h3')].map((it) => it.textContent)";
    let in_article_order = reader.eval(labels).await?;
    // WebKit skips entries that were made before the reader did anything on the page.
    reader.click("h1").await?;
    reader.choose(".sort select", "source").await?;
    reader.wait_for_place(&format!("{LIST}?sort=source")).await?;
    assert_ne!(reader.eval(labels).await?, in_article_order);
    reader.back().await?;
    reader.wait_for_place(LIST).await?;
    reader
        .wait_for(
            "the order to be back",
            "document.querySelector('.sort select').value === 'article'",
        )
        .await?;
    assert_eq!(reader.eval(labels).await?, in_article_order);
    reader.open(&format!("{LIST}?sort=said")).await?;
    assert_eq!(reader.eval("document.querySelector('.sort select').value").await?, json!("said"));
    Ok(())
}

async fn pills_take_back_one_choice_each(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?q=israel&speaker=syrian-official&kind=demand")).await?;
    assert_eq!(reader.count(".pill").await?, 3);
    reader.click("[aria-label='Remove filter – Type of statement: Demand']").await?;
    reader.wait_for_place(&format!("{LIST}?q=israel&speaker=syrian-official")).await?;
    reader.click("[aria-label='Remove search: israel']").await?;
    reader.wait_for_place(&format!("{LIST}?speaker=syrian-official")).await?;
    assert_eq!(reader.eval("document.getElementById('search').value").await?, json!(""));
    reader.click_text("Clear filters").await?;
    reader.wait_for_place(LIST).await?;
    assert_eq!(reader.count(".pill").await?, 0);
    Ok(())
}

async fn the_count_is_told_when_typing_rests(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let told = "document.querySelector('[role=status]').textContent";
    assert_eq!(reader.eval(told).await?, json!(""));
    // Notes all that is ever said, so that what is said too often is seen.
    let note = "(window.said = [], new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent))
        .observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true }))";
    reader.eval(&format!("void {note}")).await?;
    reader.type_into("#search", "timeline").await?;
    reader.wait_for("the count to be told", &format!("{told} === '1 of 11 statements'")).await?;
    assert_eq!(reader.eval("said.length < 'timeline'.length").await?, json!(true));
    Ok(())
}

async fn every_list_has_filters_of_its_own(reader: &mut Reader) -> Outcome {
    reader.open(ACTORS).await?;
    reader.pick("Type", "State").await?;
    reader.wait_for_place(&format!("{ACTORS}?kind=state")).await?;
    reader.wait_for_text("#tally", "3 of 15 actors").await?;
    reader.type_into("#search", "syria").await?;
    reader.wait_for_text("#tally", "1 of 15 actors").await?;
    reader.open(&format!("{FIGURES}?place=quneitra")).await?;
    assert_eq!(reader.text("#tally").await?, "1 figure");
    assert_eq!(reader.count(".pill").await?, 1);
    Ok(())
}

async fn coming_back_restores_the_scroll(reader: &mut Reader) -> Outcome {
    let card = ".cards > li:nth-child(9)";
    for (link, place) in [
        (".facts a[href*='identification=']", "?identification=generic_group"),
        (".number", "statements/focus-on-1974-agreement/"),
    ] {
        reader.open(LIST).await?;
        let scrolled = scroll_to(reader, card).await?;
        reader.click(&format!("{card} {link}")).await?;
        reader.wait_for_place(&format!("{LIST}{place}")).await?;
        reader.back().await?;
        reader.wait_for_text("#tally", "11 statements").await?;
        let near = format!("Math.abs(scrollY - {scrolled}) < 50");
        reader.wait_for("the scroll to be back", &near).await?;
    }
    // And forward again, to where the narrower list was left.
    reader.open(&format!("{LIST}?speaker=syrian-official")).await?;
    let first = scroll_to(reader, ".cards > li:nth-child(3)").await?;
    reader.click(".cards > li:nth-child(3) .facts a[href*='topic=']").await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    let second = scroll_to(reader, ".cards > li:nth-child(6)").await?;
    reader.back().await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader.wait_for("the first scroll", &format!("Math.abs(scrollY - {first}) < 50")).await?;
    reader.forward().await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    reader.wait_for("the second scroll", &format!("Math.abs(scrollY - {second}) < 50")).await
}

/// Scrolls to an element as a reader would, and answers with how far down that is.
async fn scroll_to(reader: &mut Reader, element: &str) -> Outcome<serde_json::Value> {
    reader.eval(&format!("void document.querySelector(\"{element}\").scrollIntoView()")).await?;
    // The app hears of it in the next frame.
    let frame = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    let scrolled = reader.eval(&format!("{frame}.then(() => Math.round(scrollY))")).await?;
    assert_ne!(scrolled, json!(0));
    Ok(scrolled)
}

async fn a_narrower_view_opens_at_its_start(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    scroll_to(reader, ".cards > li:nth-child(9)").await?;
    reader.click(".cards > li:nth-child(9) .facts a[href*='topic=talks']").await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    reader.wait_for("the start of the page", "scrollY === 0").await?;
    reader.wait_for_focus("#title").await
}
