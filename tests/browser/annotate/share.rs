//! Sharing without a server: a link that contains one statement, and a page that contains the dossier.

use super::file::{KEEP_DOWNLOADS, SMALL, downloaded};
use super::{PAGE, before, contains, has, host};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};
use serde_json::json;
use std::fs;
use std::path::Path;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_link_shows_its_statement_to_anybody),
        scenario!(a_damaged_link_says_so),
        scenario!(a_statement_that_is_too_long_for_a_link_is_said),
        scenario!(one_page_opens_from_disk),
    ]
}

/// Keeps what is copied.
const KEEP_COPIES: &str = "Object.defineProperty(navigator, 'clipboard', { value: {
    writeText: async (text) => { window.__copied = text; } } });\n";

/// Opens a dossier by its text.
async fn open_file(reader: &mut Reader, name: &str, stub: &'static str, text: &str) -> Outcome {
    host(reader, name).await?;
    before(reader, stub);
    reader.open(PAGE).await?;
    let code = format!(
        "(() => {{
            const all = new DataTransfer();
            all.items.add(new File([{}], 'dossier.json'));
            document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: all, bubbles: true, cancelable: true }}));
        }})()",
        json!(text)
    );
    reader.eval(&code).await?;
    reader.wait_for("the text", &has(".desk-sheet")).await
}

/// Copies the link to the first statement, and returns it.
async fn link(reader: &mut Reader, name: &str) -> Outcome<String> {
    let text = fs::read_to_string(SMALL).or_failed("read a dossier")?;
    open_file(reader, name, KEEP_COPIES, &text).await?;
    reader.press("Escape").await?;
    reader.press("j").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.click_text("Copy link").await?;
    contains(reader, "#said", "Link copied").await?;
    let link = reader.eval("window.__copied").await?;
    Ok(link.as_str().unwrap_or_default().to_owned())
}

async fn a_link_shows_its_statement_to_anybody(reader: &mut Reader) -> Outcome {
    let link = link(reader, "link").await?;
    let (page, fragment) = link.split_once('#').ok_or("the link has no fragment")?;
    assert!(page.ends_with("/annotate/") && fragment.len() <= 2_000, "{link}");
    // A new browser, without the draft.
    reader.restart().await?;
    reader.visit(&link).await?;
    reader.ready().await?;
    contains(reader, "#shared", "A statement from a link").await?;
    contains(reader, "#shared .preview-page", "The harbour will reopen on Friday").await?;
    reader.check(&format!("!{}", has(".desk-sheet"))).await?;
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    // The server never sees the statement.
    let hits = reader.server.hits();
    assert!(hits.iter().all(|hit| !hit.path.contains(&fragment[..20])), "{hits:?}");
    reader.click_text("Open it as a draft").await?;
    contains(reader, ".desk-sheet", "The harbour will reopen on Friday").await?;
    contains(reader, "#kept", "Draft saved · 1 change not downloaded").await?;
    reader.check("!location.hash").await
}

async fn a_damaged_link_says_so(reader: &mut Reader) -> Outcome {
    let link = link(reader, "damaged-link").await?;
    let (page, fragment) = link.split_once('#').ok_or("the link has no fragment")?;
    let middle = fragment.len() / 2;
    let other = if &fragment[middle..=middle] == "A" { "B" } else { "A" };
    let damaged = [&fragment[..middle], other, &fragment[middle + 1..]].concat();
    for (fragment, words) in [
        (&fragment[..fragment.len() - 40], "The end of this link is missing"),
        (damaged.as_str(), "This link is damaged"),
        ("not-a-statement-at-all", "This link is damaged"),
        (&"A".repeat(50_000), "This link contains no statement"),
        ("<img src=x onerror=window.__ran=1>", "This link is damaged"),
    ] {
        reader.goto("").await?;
        reader.visit(&format!("{page}#{fragment}")).await?;
        reader.ready().await?;
        contains(reader, ".refused", words).await?;
        reader.check("!window.__ran").await?;
    }
    reader.click_text("Annotate an article").await?;
    reader.wait_for("the start", &has("#paste")).await
}

async fn a_statement_that_is_too_long_for_a_link_is_said(reader: &mut Reader) -> Outcome {
    // Words that hardly compress.
    let mut word = 7_u64;
    let words: Vec<String> = (0..1_500)
        .map(|_| {
            word = word.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            format!("{:x}", word >> 34)
        })
        .collect();
    let long = words.join(" ");
    let text = fs::read_to_string(SMALL).or_failed("read a dossier")?;
    let text = text.replace(
        "The harbour will reopen on Friday",
        &format!("The harbour will reopen on {long} Friday"),
    );
    open_file(reader, "long-link", KEEP_COPIES, &text).await?;
    reader.press("Escape").await?;
    reader.press("j").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.click_text("Copy link").await?;
    contains(reader, "#said", "too long for a link").await?;
    contains(reader, "#said", "2000").await?;
    reader.check("!window.__copied").await
}

async fn one_page_opens_from_disk(reader: &mut Reader) -> Outcome {
    let text = fs::read_to_string(SMALL).or_failed("read a dossier")?;
    open_file(reader, "page", KEEP_DOWNLOADS, &text).await?;
    reader.click_text("Preview").await?;
    reader.click_text("Save as one page").await?;
    contains(reader, "#said", "Downloaded as one page").await?;
    let page = downloaded(reader).await?;
    assert!(page.starts_with("<!doctype html>"), "{}", &page[..100.min(page.len())]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("one-page-{}.html", reader.engine));
    fs::write(&file, page).or_failed("write the page")?;
    // A new browser, as on another machine. The checks after each scenario need a page of the server.
    reader.restart().await?;
    reader.goto("").await?;
    reader.visit(&format!("file://{}", file.display())).await?;
    reader.wait_for("the app to start", "document.documentElement.dataset.ready").await?;
    reader.wait_for_text("#tally", "3 statements").await?;
    contains(reader, "body", "The harbour will reopen on Friday").await?;
    reader.visit(&format!("file://{}#/harbour/statements/a-disgrace/", file.display())).await?;
    contains(reader, "#read", "In the article").await?;
    reader.goto("").await
}
