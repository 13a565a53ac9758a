//! The page of a statement: its folds, the way to the reader, and its link on the clipboard.

use serde_json::json;

use crate::pages::STATEMENT;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(the_evidence_starts_closed_on_a_phone_only),
        scenario!(a_link_into_a_closed_fold_opens_it),
        scenario!(evidence_on_a_phone_leads_to_its_words),
        scenario!(the_evidence_is_open_on_paper),
        scenario!(an_arrow_stays_with_the_name_after_it),
        scenario!(the_link_is_copied_while_the_panel_is_closed),
    ]
}

const IS_OPEN: &str = "document.getElementById('evidence').open";
const JOINT: &str = "shafaq-2026-01-06/statements/use-of-mechanism/";

async fn the_evidence_starts_closed_on_a_phone_only(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    reader.wait_for("open evidence", IS_OPEN).await?;
    reader.goto_on_phone(STATEMENT).await?;
    reader.wait_for("closed evidence", &format!("!{IS_OPEN}")).await?;
    reader.click("#evidence > summary").await?;
    reader.wait_for("open evidence", IS_OPEN).await
}

async fn a_link_into_a_closed_fold_opens_it(reader: &mut Reader) -> Outcome {
    for id in ["evidence", "h-evidence"] {
        reader.goto_on_phone(&format!("{STATEMENT}#{id}")).await?;
        reader.wait_for("open evidence", IS_OPEN).await?;
    }
    // The same link opens a panel again that the reader has closed.
    reader.goto(STATEMENT).await?;
    let is_open = "document.getElementById('take').open";
    for _ in 0..2 {
        reader.click_text("Cite or share").await?;
        reader.wait_for("the panel to open", is_open).await?;
        reader.click("#take > summary").await?;
        reader.wait_for("the panel to close", &format!("!{is_open}")).await?;
    }
    Ok(())
}

async fn evidence_on_a_phone_leads_to_its_words(reader: &mut Reader) -> Outcome {
    reader.goto_on_phone(STATEMENT).await?;
    reader.click("#evidence > summary").await?;
    let words = reader.text(".fields .evidence a").await?;
    reader.click(".fields .evidence a").await?;
    reader.wait_for("the words to be lit", "document.querySelector('.named')").await?;
    assert_eq!(reader.text(".named").await?, words);
    let seen = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(
        document.querySelector('.named').getBoundingClientRect())";
    reader.wait_for("the words to be in view", seen).await?;
    assert_eq!(reader.eval(IS_OPEN).await?, json!(true));
    Ok(())
}

async fn the_evidence_is_open_on_paper(reader: &mut Reader) -> Outcome {
    reader.goto_on_phone(STATEMENT).await?;
    reader.wait_for("closed evidence", &format!("!{IS_OPEN}")).await?;
    // The drivers cannot print in every engine.
    reader.eval("void dispatchEvent(new Event('beforeprint'))").await?;
    assert_eq!(reader.eval(IS_OPEN).await?, json!(true));
    reader.eval("void dispatchEvent(new Event('afterprint'))").await?;
    assert_eq!(reader.eval(IS_OPEN).await?, json!(false));
    let day = reader.eval("document.querySelector('[data-today]').textContent").await?;
    let year = reader.eval("String(new Date().getFullYear())").await?;
    let (day, year) = (day.as_str().unwrap_or_default(), year.as_str().unwrap_or_default());
    assert!(!year.is_empty() && day.ends_with(year), "{day}");
    let address = reader.eval("document.querySelector('.on-paper').textContent").await?;
    let url = format!("{}{STATEMENT}", reader.server.url(""));
    assert!(address.as_str().is_some_and(|line| line.contains(&url)), "{address}");
    Ok(())
}

async fn an_arrow_stays_with_the_name_after_it(reader: &mut Reader) -> Outcome {
    let parted = "[...document.querySelectorAll('.way .arrow')].filter((arrow) => {
        const name = arrow.parentNode.lastElementChild.getClientRects()[0];
        const { top, bottom, right } = arrow.getBoundingClientRect();
        return bottom < name.top || top > name.bottom || right > name.left;
    }).length";
    for width in [320, 390, 560, 900] {
        for path in [STATEMENT, JOINT] {
            reader.goto_in_frame(width, path).await?;
            assert_ne!(reader.count(".way .arrow").await?, 0);
            assert_eq!(reader.eval(parted).await?, json!(0), "{width} {path}");
        }
    }
    Ok(())
}

async fn the_link_is_copied_while_the_panel_is_closed(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    reader.click_text("Copy link").await?;
    let is_announced = "document.getElementById('export-status').textContent === 'Copied.'";
    reader.wait_for("the copy to be announced", is_announced).await?;
    assert_eq!(reader.eval("document.getElementById('take').open").await?, json!(false));
    let place = "void document.querySelector('.one').replaceChildren(
        Object.assign(document.createElement('textarea'), { id: 'text' }))";
    reader.eval(place).await?;
    reader.click("#text").await?;
    reader.press("Control+v").await?;
    reader.wait_for("text to be pasted", "document.getElementById('text').value").await?;
    let pasted = reader.eval("document.getElementById('text').value").await?;
    assert_eq!(pasted, format!("{}{STATEMENT}", reader.server.url("")));
    Ok(())
}
