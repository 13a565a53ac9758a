//! Files on the person's machine: opening and saving without a change gives the same bytes, and a file that was changed
//! in the meantime is not overwritten without a question.

use super::{ARTICLE, PAGE, before, contains, contents, has, host, no_changes, paste, rename};
use crate::engine::Engine;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};
use serde_json::{Value, json};
use std::fs;

pub fn scenarios() -> Vec<Scenario> {
    // Only Chromium writes files that a person chose.
    const WRITES: &[Engine] = &[Engine::Chromium];
    vec![
        scenario!(opening_and_saving_without_a_change_gives_the_same_bytes),
        scenario!(a_file_is_saved_where_it_was_opened).on(WRITES),
        scenario!(a_file_that_changed_on_disk_is_not_overwritten_unasked).on(WRITES),
        scenario!(a_new_dossier_is_saved_where_a_person_chooses).on(WRITES),
    ]
}

/// Keeps what is downloaded.
pub const KEEP_DOWNLOADS: &str = "window.__saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.__saved.push(blob); return make.call(URL, blob); };\n";

/// The dialogs of the browser, which a test cannot use, choose files in the page's private folder. All else is as in use.
const DIALOGS: &str = "const choose = async () => (await navigator.storage.getDirectory()).getFileHandle('ferry.json', { create: true });
    window.showOpenFilePicker = async () => [await choose()];
    window.showSaveFilePicker = async ({ suggestedName }) =>
        (window.__suggested = suggestedName, (await navigator.storage.getDirectory()).getFileHandle('other.json', { create: true }));\n";

/// A small dossier.
pub const SMALL: &str = "tests/fixtures/good/small/dossier.json";

/// Returns the text of a dossier that is laid out in an unusual way.
fn dossier() -> Outcome<String> {
    let text = fs::read_to_string(SMALL).or_failed("read a dossier")?;
    Ok(text.replacen("\": ", "\" :\t", 3).replace('\n', "\r\n"))
}

/// Returns the last download.
pub async fn downloaded(reader: &Reader) -> Outcome<String> {
    let text = reader.eval("window.__saved.at(-1).text()").await?;
    text.as_str().map(str::to_owned).ok_or_else(|| "nothing was downloaded".to_owned())
}

/// Writes a file in the page's private folder.
async fn write(reader: &Reader, name: &str, text: &str) -> Outcome {
    let code = format!(
        "navigator.storage.getDirectory()
            .then((folder) => folder.getFileHandle({}, {{ create: true }}))
            .then((file) => file.createWritable())
            .then(async (stream) => {{ await stream.write({}); await stream.close(); }})",
        json!(name),
        json!(text)
    );
    reader.eval(&code).await.map(drop)
}

async fn read(reader: &Reader, name: &str) -> Outcome<String> {
    let code = format!(
        "navigator.storage.getDirectory().then((folder) => folder.getFileHandle({}))
            .then((file) => file.getFile()).then((file) => file.text())",
        json!(name)
    );
    Ok(reader.eval(&code).await?.as_str().unwrap_or_default().to_owned())
}

async fn opening_and_saving_without_a_change_gives_the_same_bytes(reader: &mut Reader) -> Outcome {
    host(reader, "bytes").await?;
    before(reader, KEEP_DOWNLOADS);
    reader.open(PAGE).await?;
    let file = dossier()?;
    drop_file(reader, "ferry.json", &file).await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    contains(reader, "#kept", "No changes yet").await?;
    reader.click("button[title^='Download']").await?;
    assert_eq!(downloaded(reader).await?, file);
    Ok(())
}

/// Drops a file on the page.
async fn drop_file(reader: &Reader, name: &str, text: &str) -> Outcome {
    let code = format!(
        "(() => {{
            const all = new DataTransfer();
            all.items.add(new File([{}], {}));
            document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: all, bubbles: true, cancelable: true }}));
        }})()",
        json!(text),
        json!(name)
    );
    reader.eval(&code).await.map(drop)
}

/// Opens the file in the page's private folder.
async fn open_picked(reader: &mut Reader, name: &str) -> Outcome<String> {
    host(reader, name).await?;
    before(reader, DIALOGS);
    reader.open(PAGE).await?;
    let file = dossier()?;
    write(reader, "ferry.json", &file).await?;
    // A driver does not click fields for files.
    reader.eval("document.getElementById('files').click()").await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    Ok(file)
}

async fn a_file_is_saved_where_it_was_opened(reader: &mut Reader) -> Outcome {
    let file = open_picked(reader, "picked").await?;
    reader.press("Control+s").await?;
    contains(reader, "#said", "Saved in ferry.json").await?;
    assert_eq!(read(reader, "ferry.json").await?, file);
    rename(reader, "Another title").await?;
    contains(reader, "#kept", "1 change not in ferry.json").await?;
    reader.click_text("Save").await?;
    no_changes(reader).await?;
    let saved = read(reader, "ferry.json").await?;
    assert!(saved.contains("\"Another title\""), "{saved}");
    only_the_title_differs(&file, &saved)
}

/// Compares two dossiers, apart from the title and the day of the annotation.
pub fn only_the_title_differs(a: &str, b: &str) -> Outcome {
    let read = |text: &str| -> Outcome<Value> {
        let mut value: Value = serde_json::from_str(text).or_failed("read a dossier")?;
        value["title"] = Value::Null;
        value["annotation"]["date"] = Value::Null;
        Ok(value)
    };
    assert_eq!(read(a)?, read(b)?);
    Ok(())
}

async fn a_file_that_changed_on_disk_is_not_overwritten_unasked(reader: &mut Reader) -> Outcome {
    let file = open_picked(reader, "changed").await?;
    rename(reader, "Mine").await?;
    let theirs = file.replace("Anna Berg", "Somebody Else");
    let theirs = if theirs == file { file.replacen('{', "{ ", 1) } else { theirs };
    write(reader, "ferry.json", &theirs).await?;
    reader.click_text("Save").await?;
    contains(reader, "#changed", "changed in the meantime").await?;
    assert_eq!(read(reader, "ferry.json").await?, theirs);
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    reader.click_text("Compare").await?;
    reader.wait_for("the lines that differ", &has(".desk-lines .is-own")).await?;
    let own = contents(reader, ".desk-lines .is-own").await?;
    assert!(own.iter().any(|line| line.contains("\"Mine\"")), "{own:?}");
    // Not now: nothing happens, and the changes are still unsaved.
    reader.click_text("Not now").await?;
    reader.check(&format!("!{}", has("#changed"))).await?;
    contains(reader, "#kept", "1 change not in ferry.json").await?;
    // Another file.
    reader.click_text("Save").await?;
    reader.wait_for("the question", &has("#changed")).await?;
    reader.click_text("Save mine as another file").await?;
    contains(reader, "#said", "Saved in other.json").await?;
    assert_eq!(read(reader, "ferry.json").await?, theirs);
    assert!(read(reader, "other.json").await?.contains("\"Mine\""));
    // That one is changed and overwritten.
    rename(reader, "Mine again").await?;
    write(reader, "other.json", "{}").await?;
    reader.click_text("Save").await?;
    reader.wait_for("the question", &has("#changed")).await?;
    reader.click_text("Overwrite it with mine").await?;
    no_changes(reader).await?;
    assert!(read(reader, "other.json").await?.contains("\"Mine again\""));
    Ok(())
}

async fn a_new_dossier_is_saved_where_a_person_chooses(reader: &mut Reader) -> Outcome {
    host(reader, "chosen").await?;
    before(reader, DIALOGS);
    reader.open(PAGE).await?;
    paste(reader, ARTICLE).await?;
    reader.click_text("Save").await?;
    contains(reader, "#said", "Saved in other.json").await?;
    reader.check("window.__suggested.endsWith('.json')").await?;
    assert!(read(reader, "other.json").await?.contains("cracks in two of the main cables"));
    // A person who closes the dialog changes nothing.
    reader.open(PAGE).await?;
    reader.eval("void (window.showSaveFilePicker = () => Promise.reject(new DOMException('no', 'AbortError')))").await?;
    paste(reader, ARTICLE).await?;
    reader.click_text("Save").await?;
    contains(reader, "#kept", "1 change not downloaded").await?;
    reader.check(&format!("!{}", has(".refused"))).await
}
