//! Hostile input: very large texts and dossiers, and markup in every field. Nothing is lost, and nothing runs.

use super::file::{KEEP_DOWNLOADS, SMALL, downloaded};
use super::{PAGE, before, contains, has, host, open};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};
use serde_json::{Value, json};
use std::fs;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(two_megabytes_of_text_are_opened_and_more_is_refused),
        scenario!(a_dossier_of_3000_statements_is_opened_edited_and_saved),
        scenario!(markup_in_every_field_runs_nothing),
    ]
}

/// Drops a file whose text an expression makes.
async fn drop_text(reader: &Reader, name: &str, text: &str) -> Outcome {
    let code = format!(
        "(() => {{
            const all = new DataTransfer();
            all.items.add(new File([{text}], {}));
            document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: all, bubbles: true, cancelable: true }}));
        }})()",
        json!(name),
    );
    reader.eval(&code).await.map(drop)
}

/// A paragraph of 100 bytes.
const PARAGRAPH: &str = "'The ferry is late because of the storm, Bob Lund said on Monday, and the pier stays shut until noon.\\n\\n'";

async fn two_megabytes_of_text_are_opened_and_more_is_refused(reader: &mut Reader) -> Outcome {
    open(reader, "large").await?;
    let text = format!("{PARAGRAPH}.repeat(20400)");
    reader.eval(&format!("void (document.getElementById('paste').value = {text})")).await?;
    reader.eval("void (window.__began = performance.now())").await?;
    reader.click(".desk-start .strong").await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    told(reader, "2 MB of text opened").await?;
    contains(reader, "#kept", "Draft saved").await?;
    told(reader, "and stored").await?;
    // More than that is refused, and what is open stays.
    reader.open(PAGE).await?;
    drop_text(reader, "article.txt", &format!("{PARAGRAPH}.repeat(22000)")).await?;
    contains(reader, ".refused", "too large").await?;
    contains(reader, ".desk-draft", "0 statements").await
}

/// Prints the time since an action.
async fn told(reader: &Reader, what: &str) -> Outcome {
    let time = reader.eval("Math.round(performance.now() - window.__began)").await?;
    println!("    {}: {what} after {time} ms", reader.engine);
    Ok(())
}

/// Returns a dossier with this many statements, each in a paragraph of its own.
fn large(statements: usize) -> String {
    let paragraphs: Vec<String> =
        (0..statements).map(|at| format!("The ferry {at} is late, Bob Lund said.")).collect();
    let statements: Vec<Value> = (0..statements)
        .map(|at| {
            json!({
                "id": format!("ferry-{at}"), "gist": format!("Says that ferry {at} is late."), "passage": at + 1,
                "source": { "words": "Bob Lund" }, "cue": "said", "content": format!("The ferry {at} is late"),
                "speakers": ["bob-lund"], "kind": "factual_claim",
            })
        })
        .collect();
    let dossier = json!({
        "format": 1, "id": "ferries", "title": "Ferries",
        "annotation": { "by": "Nobody", "date": "2026-01-07", "method": "Made up for a test." },
        "article": {
            "outlet": "courier", "published": "2026-01-06", "language": "en",
            "rights": { "holder": "Nobody", "notice": "Made up." }, "paragraphs": paragraphs,
        },
        "actors": [
            { "id": "courier", "name": { "is": "The Courier", "note": "Made up." }, "kind": "media" },
            { "id": "bob-lund", "name": "Bob Lund", "kind": "person" },
        ],
        "statements": statements,
    });
    format!("{dossier:#}\n")
}

async fn a_dossier_of_3000_statements_is_opened_edited_and_saved(reader: &mut Reader) -> Outcome {
    host(reader, "3000").await?;
    before(reader, KEEP_DOWNLOADS);
    reader.open(PAGE).await?;
    let text = large(3_000);
    reader.eval("void (window.__began = performance.now())").await?;
    drop_text(reader, "ferries.json", &json!(text).to_string()).await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    told(reader, "3,000 statements opened").await?;
    reader.eval("void (window.__began = performance.now())").await?;
    reader.click("button[title^='Download']").await?;
    assert!(downloaded(reader).await? == text, "the bytes are different");
    told(reader, "and saved as a file").await?;
    reader.press("Escape").await?;
    reader.press("j").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.eval("void (window.__began = performance.now())").await?;
    reader.press("Delete").await?;
    contains(reader, "#said", "Remove the statement").await?;
    told(reader, "and edited").await?;
    contains(reader, "#kept", "Draft saved · 1 change").await?;
    told(reader, "and stored").await?;
    reader.reload().await?;
    reader.ready().await?;
    contains(reader, "#kept", "Draft saved · 1 change").await
}

async fn markup_in_every_field_runs_nothing(reader: &mut Reader) -> Outcome {
    host(reader, "markup").await?;
    before(reader, KEEP_DOWNLOADS);
    reader.open(PAGE).await?;
    let text = fs::read_to_string(SMALL).or_failed("read a dossier")?;
    let mut dossier: Value = serde_json::from_str(&text).or_failed("read a dossier")?;
    let hostile = "<img src=x onerror=window.__ran=1></script><script>window.__ran=1</script>";
    for field in ["title", "summary"] {
        dossier[field] = hostile.into();
    }
    dossier["annotation"]["by"] = hostile.into();
    dossier["annotation"]["method"] = hostile.into();
    dossier["article"]["headline"] = hostile.into();
    dossier["article"]["rights"]["holder"] = hostile.into();
    dossier["article"]["rights"]["notice"] = hostile.into();
    let paragraph = format!("{hostile} Ada Lund said.");
    dossier["article"]["paragraphs"].as_array_mut().ok_or("a list")?.push(paragraph.into());
    for actor in dossier["actors"].as_array_mut().ok_or("a list")? {
        actor["name"] = json!({ "is": hostile, "note": hostile });
    }
    for statement in dossier["statements"].as_array_mut().ok_or("a list")? {
        statement["gist"] = hostile.into();
        statement["note"] = hostile.into();
    }
    drop_text(reader, "harbour.json", &json!(dossier.to_string()).to_string()).await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    contains(reader, ".desk-sheet", "onerror=window.__ran=1").await?;
    reader.press("Escape").await?;
    reader.press("j").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.click_text("Preview").await?;
    contains(reader, ".desk-preview", "onerror=window.__ran=1").await?;
    reader.click_text("Back to the text").await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    reader.press("f").await?;
    // As a draft, in the list of drafts, and with a title that is edited.
    reader.click("button[aria-label='Edit title and details']").await?;
    reader.wait_for("the panel", &has(".slip .fields")).await?;
    reader.type_into(".slip .fields input", "!").await?;
    reader.press("Enter").await?;
    contains(reader, "#kept", "Draft saved").await?;
    reader.click_text("Drafts").await?;
    contains(reader, ".desk-draft", "onerror=window.__ran=1").await?;
    reader
        .check("!window.__ran && !document.querySelector('.desk-frame img, .desk-frame script')")
        .await
}
