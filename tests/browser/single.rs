//! The single file with all pages, opened from disk as by a double click.

use std::env;

use crate::pages::{ACCOUNTS, ARTICLE, COMPARE, DATES, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![scenario!(one_file_contains_every_page), scenario!(controls_work_in_one_file)]
}

/// Returns the address of a page in the file.
fn within(path: &str) -> String {
    let file = env::current_dir().expect("a folder").join("dist-single/on-record.html");
    format!("file://{}#/{path}", file.display())
}

async fn arrives(reader: &Reader, path: &str) -> Outcome {
    let here = format!("location.hash === '#/{path}'");
    reader.wait_for(path, &here).await
}

async fn one_file_contains_every_page(reader: &mut Reader) -> Outcome {
    // The checks after each scenario need a page of the server.
    reader.open(LIST).await?;
    reader.visit(&within(&format!("{LIST}?kind=accusation"))).await?;
    reader.wait_for("the app to start", "document.documentElement.dataset.whole").await?;
    // A view, its filters and the search.
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.click_text("Clear filters").await?;
    arrives(reader, LIST).await?;
    reader.type_into("#search", "timeline").await?;
    arrives(reader, &format!("{LIST}?q=timeline")).await?;
    // A card's page, which works without the app, and back.
    let shown = reader.text("#tally").await?;
    reader.click(".cards > :not([hidden]) .number").await?;
    reader.wait_for("a statement", "/statements\\/[a-z-]+\\/$/.test(location.hash)").await?;
    assert_eq!(reader.count("h1").await?, 1);
    assert!(reader.title().await?.starts_with("Statement "));
    reader.back().await?;
    reader.wait_for_text("#tally", &shown).await?;
    arrives(reader, &format!("{LIST}?q=timeline")).await?;
    // Evidence on the same page.
    reader.visit(&within(STATEMENT)).await?;
    reader.wait_for("the app to start", "document.documentElement.dataset.whole").await?;
    reader.click(".fields .evidence a").await?;
    reader.wait_for("the words to be highlighted", "document.querySelector('.named')").await?;
    assert!(reader.url().await?.contains(&format!("#/{STATEMENT}#words-")));
    // Links between pages that work without the app and pages of the app.
    for (name, path, there) in [
        ("Article", ARTICLE, ".annotated"),
        ("Accounts", ACCOUNTS, ".matrix"),
        ("Dates", DATES, ".timeline"),
    ] {
        reader.click(&format!("header a[href='#/{path}']")).await?;
        arrives(reader, path).await?;
        reader.wait_for(name, &format!("document.querySelector('{there}')")).await?;
        assert_eq!(reader.count("h1").await?, 1, "{name}");
    }
    reader.visit(&within(&format!("{COMPARE}?topic=talks"))).await?;
    reader.wait_for("the app to start", "document.documentElement.dataset.whole").await?;
    reader.wait_for("sides side by side", "document.querySelector('.duel .item')").await
}

/// Checks that a group of controls is one stop of the Tab key, and that a menu closes.
async fn controls_work_in_one_file(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.visit(&within(LIST)).await?;
    reader.wait_for("the app to start", "document.documentElement.dataset.ready").await?;
    let stops = "document.querySelectorAll('[data-facet=speaker]:not([tabindex=\"-1\"])').length";
    reader.wait_for("one stop for a filter", &format!("{stops} === 1")).await?;
    reader.click(".menu summary").await?;
    assert_eq!(reader.count(".menu[open]").await?, 1);
    reader.press("Escape").await?;
    reader.check("!document.querySelector('.menu').open").await?;
    reader.wait_for_focus(".menu summary").await
}
