//! `onrecord serve` in a browser: an editor changes a dossier, and the open page follows.

use std::fs;

use serde_json::json;

use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::served::Served;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    // It has an origin of its own, and answers 500 while a dossier is broken.
    let scenario = |scenario: Scenario| {
        scenario.allow("foreign request: http://127.0.0.1:").allow("status of 500")
    };
    vec![
        scenario(scenario!(a_page_follows_the_dossier_that_an_editor_changes)).allow("404"),
        scenario(scenario!(a_report_takes_the_place_of_the_page_until_the_dossier_is_corrected)),
    ]
}

const DOSSIER: &str = "static/dossiers/shafaq-2026-01-06.json";
/// The name of its copy.
const REPORT: &str = "report.json";
const LIST: &str = "shafaq-2026-01-06/";
const ARTICLE: &str = "shafaq-2026-01-06/article/";
const STATEMENT: &str = "shafaq-2026-01-06/statements/mechanism-agreement/";

const TITLE: &str = "Reports on Israel–Syria talks in Paris";
const OTHER_TITLE: &str = "What was said about the talks in Paris";
const GIST: &str = "Says Israel and Syria agreed to set up a communication mechanism.";
const OTHER_GIST: &str = "Says that a mechanism for communication was agreed.";

fn serve(reader: &Reader, name: &str) -> Outcome<Served> {
    Served::start(reader, &format!("browser-{name}"), DOSSIER, REPORT, &[])
}

/// Saves the dossier with another text in place of one.
fn save(served: &Served, from: &str, to: &str) -> Outcome {
    let text = fs::read_to_string(DOSSIER).or_failed("read the dossier")?;
    assert!(text.contains(from), "{from}");
    served.write(REPORT, &text.replace(from, to))
}

fn shows(text: &str) -> String {
    format!("document.body.textContent.includes({})", json!(text))
}

async fn a_page_follows_the_dossier_that_an_editor_changes(reader: &mut Reader) -> Outcome {
    // The recorder needs a page of the bundle.
    reader.open("").await?;
    let served = serve(reader, "follow")?;
    let list = format!("{}{LIST}?q=israel", served.address);
    reader.visit(&list).await?;
    reader.ready().await?;
    assert!(reader.text("h1").await?.contains(TITLE));
    let tally = reader.text("#tally").await?;
    save(&served, TITLE, OTHER_TITLE)?;
    reader.wait_for("the new title", &shows(OTHER_TITLE)).await?;
    reader.ready().await?;
    // The address, and with it the view, is the same.
    assert_eq!(reader.url().await?, list);
    reader.wait_for_text("#tally", &tally).await?;
    reader.check(&format!("!{}", shows(TITLE))).await?;

    reader.visit(&format!("{}{STATEMENT}", served.address)).await?;
    reader.wait_for("a static page", &shows(GIST)).await?;
    save(&served, GIST, OTHER_GIST)?;
    reader.wait_for("the new summary", &shows(OTHER_GIST)).await?;

    // A page that does not exist yet appears when it does.
    reader.visit(&format!("{}{LIST}statements/renamed/", served.address)).await?;
    reader.wait_for_text("h1", "Page not found").await?;
    save(&served, "\"mechanism-agreement\"", "\"renamed\"")?;
    reader.wait_for("the page", &format!("!{}", shows("Page not found"))).await?;
    // A page that is open when its server ends logs an error.
    reader.goto("").await
}

async fn a_report_takes_the_place_of_the_page_until_the_dossier_is_corrected(
    reader: &mut Reader,
) -> Outcome {
    reader.open("").await?;
    let served = serve(reader, "report")?;
    let article = format!("{}{ARTICLE}", served.address);
    reader.visit(&article).await?;
    reader.ready().await?;
    save(&served, &format!("\"{GIST}\""), "3")?;
    reader.wait_for_text("h1", "1 problem in dossiers/report.json").await?;
    assert_eq!(reader.title().await?, "1 problem in dossiers/report.json");
    assert_eq!(reader.url().await?, article);
    assert_eq!(reader.text("mark").await?, "3");
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");

    reader.click_text("Show the last good version").await?;
    reader.wait_for("the older page", "Boolean(document.querySelector('.old-state'))").await?;
    reader.ready().await?;
    assert_eq!(reader.url().await?, format!("{}_serve/last/{ARTICLE}", served.address));
    // Its style sheet has arrived.
    reader
        .check("getComputedStyle(document.querySelector('.old-state')).position === 'sticky'")
        .await?;
    reader.click_text("Show the report").await?;
    reader.wait_for_text("mark", "3").await?;
    // Another error replaces the first in the report.
    save(&served, &format!("\"{GIST}\""), "[]")?;
    reader.wait_for_text("mark", "[]").await?;
    save(&served, GIST, GIST)?;
    reader.wait_for("the page", "Boolean(document.querySelector('#app'))").await?;
    assert_eq!(reader.url().await?, article);
    reader.ready().await?;
    reader.goto("").await
}
