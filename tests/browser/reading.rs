//! Reading in context: the article, the accounts, the dates, and comparisons of statements.

use serde_json::json;

use crate::engine::Engine;
use crate::pages::{ACCOUNT, ACCOUNTS, ARTICLE, COMPARE, DATES, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_statement_is_compared_with_a_contrasting_one),
        scenario!(statements_are_compared_with_the_keyboard_alone),
        scenario!(statements_that_do_not_match_are_dimmed),
        scenario!(a_card_highlights_its_words_in_the_article),
        scenario!(pointing_at_a_card_previews_its_words),
        scenario!(a_shared_link_opens_a_statement_in_the_article),
        scenario!(a_coverage_segment_scrolls_to_its_paragraph),
        scenario!(evidence_links_highlight_their_words),
        scenario!(accounts_can_be_sorted_and_opened),
        scenario!(a_date_links_to_a_filtered_list),
        scenario!(any_two_statements_can_be_compared),
    ]
}

const PAIR: &str = "?statement=focus-of-israel,focus-on-1974-agreement";
const OPEN: &str = "?statement=focus-of-israel";

async fn a_statement_is_compared_with_a_contrasting_one(reader: &mut Reader) -> Outcome {
    reader.open(ARTICLE).await?;
    assert_eq!(reader.text(".beside h2").await?, "Where the words come from");
    reader.click(".annotated .content[data-statement='7']").await?;
    reader.wait_for_text("#opened", "Statement 7").await?;
    reader.wait_for_place(&format!("{ARTICLE}{OPEN}")).await?;
    assert_eq!(reader.count(".annotated .content.lit[data-statement='7']").await?, 1);
    assert_eq!(reader.text("#n-7").await?, "7");
    assert_eq!(reader.attr("#n-7", "aria-current").await?.as_deref(), Some("true"));
    // The driver may scroll to the link before it clicks, so the position is read at the click.
    reader.eval("void addEventListener('click', () => { window.left = scrollY; }, true)").await?;
    reader.click_text("Compare").await?;
    reader.wait_for_place(&format!("{COMPARE}{PAIR}")).await?;
    reader.wait_for_text("h1", "Compare statements 7 and 9").await?;
    assert_eq!(reader.count(".side .card").await?, 2);
    let same = reader.texts(".differences .same").await?;
    assert_eq!(same[0], "Assertion (both)", "{same:?}");
    let source = reader.texts(".differences tr:nth-child(3) td").await?;
    assert_eq!(source, ["Prime Minister Benjamin Netanyahu's office", "Syrian state media"]);
    assert!(reader.title().await?.starts_with("Compare"));
    reader.back().await?;
    reader.wait_for_text("#opened", "Statement 7").await?;
    reader.wait_for_place(&format!("{ARTICLE}{OPEN}")).await?;
    reader.wait_for("the earlier scroll position", "Math.abs(scrollY - left) < 50").await?;
    reader.back().await?;
    reader.wait_for_place(ARTICLE).await?;
    reader.wait_for_text(".beside h2", "Where the words come from").await
}

async fn statements_are_compared_with_the_keyboard_alone(reader: &mut Reader) -> Outcome {
    reader.open(ARTICLE).await?;
    reader.walk("Tab", "focus.id === 'n-7'").await?;
    // Focus previews a statement, as pointing does.
    let lit = "document.querySelector('.annotated .content.lit[data-statement=\"7\"]')";
    reader.wait_for("the words to be highlighted", lit).await?;
    reader.press("Enter").await?;
    reader.wait_for_focus("#opened").await?;
    reader.walk("Tab", "focus.textContent === 'Compare'").await?;
    reader.press("Enter").await?;
    reader.wait_for_place(&format!("{COMPARE}{PAIR}")).await?;
    reader.wait_for_focus("#title").await?;
    reader.back().await?;
    reader.wait_for_place(&format!("{ARTICLE}{OPEN}")).await?;
    reader.wait_for_text("#opened", "Statement 7").await?;
    reader.press("Escape").await?;
    reader.wait_for_place(ARTICLE).await?;
    reader.wait_for("the statement to be closed", "!document.getElementById('opened')").await?;
    reader.wait_for_focus("#n-7").await
}

async fn statements_that_do_not_match_are_dimmed(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{ARTICLE}?kind=accusation")).await?;
    assert_eq!(reader.text("#tally").await?, "1 of 11 statements");
    assert_eq!(reader.count(".annotated .content:not(.recedes)").await?, 1);
    assert_eq!(reader.count(".annotated .content.recedes").await?, 10);
    reader.click_text("Clear filters").await?;
    reader.wait_for("no statement to be dimmed", "!document.querySelector('.recedes')").await?;
    reader.type_into("#search", "talks").await?;
    reader.wait_for_place(&format!("{ARTICLE}?q=talks")).await?;
    let marks = reader.found(".annotated").await?;
    assert!(marks.len() == 5 && marks.iter().all(|mark| mark == "talks"), "{marks:?}");
    assert_ne!(reader.count(".annotated .recedes").await?, 0);
    reader.open(&format!("{ARTICLE}?q=timeline&kind=accusation")).await?;
    assert_eq!(reader.count(".empty").await?, 1);
    Ok(())
}

async fn a_card_highlights_its_words_in_the_article(reader: &mut Reader) -> Outcome {
    reader.viewport(1400, 900).await?;
    reader.open(LIST).await?;
    reader.click(".cards > li:nth-child(11) .at").await?;
    reader.wait_for_place(&format!("{LIST}?statement=targets-and-risks")).await?;
    let lit = "document.querySelector('#beside .content.lit[data-statement=\"11\"]')";
    reader.wait_for("the words to be highlighted", lit).await?;
    let seen = format!(
        "(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)({lit}.getBoundingClientRect())"
    );
    reader.wait_for("the words to be in view", &seen).await?;
    assert_eq!(reader.count(".card.is-lit").await?, 1);
    // In the other direction, words in the article reveal their card.
    reader.click("#beside .content[data-statement='8']").await?;
    reader.wait_for_place(&format!("{LIST}?statement=continued-dialogue")).await?;
    let card = "document.querySelector('.card.is-lit')";
    let seen =
        format!("(({{ top }}) => top >= 0 && top < innerHeight)({card}.getBoundingClientRect())");
    reader.wait_for("the card to be in view", &seen).await?;
    reader.back().await?;
    reader.wait_for_place(&format!("{LIST}?statement=targets-and-risks")).await
}

async fn pointing_at_a_card_previews_its_words(reader: &mut Reader) -> Outcome {
    reader.viewport(1400, 900).await?;
    reader.open(LIST).await?;
    let over = |css: &str| {
        let event = "new MouseEvent('mouseover', { bubbles: true })";
        format!("void document.querySelector({}).dispatchEvent({event})", json!(css))
    };
    reader.eval(&over(".cards > li:nth-child(2) .facts")).await?;
    let lit = "document.querySelector('#beside .content.lit')?.dataset.statement";
    reader.wait_for("the card's words to be highlighted", &format!("{lit} === '2'")).await?;
    reader.eval(&over("#beside .content[data-statement='9']")).await?;
    reader
        .wait_for("the words under the pointer to be highlighted", &format!("{lit} === '9'"))
        .await?;
    reader.eval(&over("#search")).await?;
    reader.wait_for("no words to be highlighted", &format!("{lit} === undefined")).await?;
    assert_eq!(reader.place().await?, LIST);
    Ok(())
}

async fn a_shared_link_opens_a_statement_in_the_article(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{ARTICLE}?statement=targets-and-risks,nobody-said-it")).await?;
    assert_eq!(reader.text("#opened").await?, "Statement 11");
    let notes = reader.texts(".unknown li").await?;
    assert!(notes.len() == 1 && notes[0].contains("nobody-said-it"), "{notes:?}");
    let words = "document.querySelector('.annotated .content.lit')";
    let seen = format!(
        "(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)({words}.getBoundingClientRect())"
    );
    reader.wait_for("the words to be in view", &seen).await?;
    reader.click(".close").await?;
    reader.wait_for("the statement to be closed", "!document.getElementById('opened')").await
}

async fn a_coverage_segment_scrolls_to_its_paragraph(reader: &mut Reader) -> Outcome {
    reader.open(ARTICLE).await?;
    let shares = reader.texts(".shares b").await?;
    assert_eq!(shares, ["236", "31", "18", "6", "3"]);
    // The drivers of two engines cannot scroll to a shape in an SVG, and so cannot click it.
    let click = "new MouseEvent('click', { bubbles: true, cancelable: true, view: window })";
    let segment = "document.querySelector('.coverage a:last-child rect')";
    reader.eval(&format!("void {segment}.dispatchEvent({click})")).await?;
    reader.wait_for_place(&format!("{ARTICLE}#p-8")).await?;
    let seen = "document.getElementById('p-8').getBoundingClientRect().top < innerHeight";
    reader.wait_for("the paragraph to be in view", seen).await
}

async fn evidence_links_highlight_their_words(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    let named = "[...document.querySelectorAll('.named')].map((it) => it.textContent)";
    let innermost = format!("[...new Set({named})].join(' | ')");
    for words in ["on condition of anonymity", "Reuters cited"] {
        reader.click_text(words).await?;
        reader
            .wait_for("the words to be highlighted", &format!("{innermost} === {words:?}"))
            .await?;
    }
    reader.back().await?;
    let first = format!("{innermost} === 'on condition of anonymity'");
    reader.wait_for("the first words to be highlighted again", &first).await
}

async fn accounts_can_be_sorted_and_opened(reader: &mut Reader) -> Outcome {
    reader.goto(ACCOUNTS).await?;
    assert_eq!(reader.text(".matrix tbody th a").await?, "Communication mechanism");
    reader.choose("[data-sorts]", "most statements first").await?;
    reader.wait_for_text(".matrix tbody th a", "Israel–Syria talks").await?;
    reader.wait_for_place(&format!("{ACCOUNTS}?sort=most")).await?;
    reader.reload().await?;
    reader.wait_for_text(".matrix tbody th a", "Israel–Syria talks").await?;
    // WebKit skips history entries without a user gesture, and its driver makes none here.
    if reader.engine != Engine::WebKit {
        reader.back().await?;
        reader.wait_for_text(".matrix tbody th a", "Communication mechanism").await?;
    }
    reader.click_text("Syria").await?;
    reader.wait_for_place(ACCOUNT).await?;
    reader.wait_for_text("h1", "Statements by sources on Syria’s side").await?;
    let heads = reader.texts(".matrix thead th > a").await?;
    assert_eq!(heads, ["Syria"]);
    reader.click(".matrix .as-list").await?;
    reader.ready().await?;
    assert!(reader.place().await?.contains("topic=talks"), "{}", reader.place().await?);
    reader.wait_for_text("#tally", "5 of 11 statements").await
}

async fn a_date_links_to_a_filtered_list(reader: &mut Reader) -> Outcome {
    reader.goto(DATES).await?;
    reader.click("#date-4 h2 a").await?;
    reader.ready().await?;
    reader.wait_for_place(&format!("{LIST}?date=2025")).await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.open(ARTICLE).await?;
    reader.click(".annotated .date-mark").await?;
    reader.wait_for_place(&format!("{DATES}#date-6")).await?;
    assert_eq!(reader.text(":target .date-words").await?, "Tuesday");
    Ok(())
}

async fn any_two_statements_can_be_compared(reader: &mut Reader) -> Outcome {
    reader.open(COMPARE).await?;
    assert_eq!(reader.texts(".side h2").await?, ["Two sides on a topic", "Two statements"]);
    assert_eq!(reader.count(".choice li").await?, 11);
    reader.click(".choice li:nth-child(4) a:not(.number)").await?;
    reader.wait_for_place(&format!("{COMPARE}?statement=accusation-of-stalling")).await?;
    let second = ".side.needs-script h2";
    reader.wait_for_text(second, "Choose a second statement").await?;
    assert_eq!(reader.count(".choice li").await?, 10);
    reader.click(".choice li:nth-child(9) a:not(.number)").await?;
    reader
        .wait_for_place(&format!("{COMPARE}?statement=accusation-of-stalling,ground-violations"))
        .await?;
    assert_eq!(reader.count(".side .card").await?, 2);
    reader.back().await?;
    reader.wait_for_text(second, "Choose a second statement").await
}
