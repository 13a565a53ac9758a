//! Drafts in the browser: they outlast the page, earlier versions can be restored, two tabs warn each other, and storage
//! that is refused, full or damaged loses nothing that is on screen.

use super::{
    ARTICLE, PAGE, before, begin, contains, contents, has, host, no_changes, open, paste, rename,
};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;
use serde_json::json;

pub fn scenarios() -> Vec<Scenario> {
    // Chromium notes that it does not ask before a page is left that nobody has used.
    let quiet = |scenario: Scenario| scenario.allow("'beforeunload'");
    let all = vec![
        scenario!(a_reload_restores_the_draft),
        scenario!(what_is_typed_in_a_field_outlasts_the_saving_of_the_draft),
        scenario!(earlier_versions_are_restored_and_drafts_deleted),
        scenario!(two_tabs_with_one_draft_warn_each_other),
        scenario!(without_web_locks_two_tabs_warn_each_other_too),
        scenario!(refused_storage_is_said_and_nothing_is_lost),
        scenario!(full_storage_is_said_and_nothing_is_lost),
        scenario!(earlier_versions_make_room_for_the_newest),
        scenario!(a_damaged_version_leads_to_the_one_before),
        scenario!(a_damaged_description_does_not_hide_its_draft),
        scenario!(leaving_asks_while_changes_are_in_no_file),
        scenario!(the_page_asks_no_other_origin)
            .allow("policy violation")
            .allow("Content Security Policy")
            .allow("browser log")
            .allow("127.0.0.1:1/"),
    ];
    all.into_iter().map(quiet).collect()
}

const STORED: &str = "Draft saved";

/// Accepts the open suggestion, which makes a statement.
async fn accept(reader: &Reader) -> Outcome {
    reader.wait_for_text("#card", "Is this a statement?").await?;
    reader.press("Enter").await?;
    contains(reader, "#card", "Statement").await
}

/// Goes to the start page, which lists the drafts.
async fn to_drafts(reader: &Reader) -> Outcome {
    contains(reader, "#kept", STORED).await?;
    reader.click_text("Drafts").await?;
    reader.wait_for("the list of drafts", &has(".desk-draft")).await
}

async fn what_is_typed_in_a_field_outlasts_the_saving_of_the_draft(reader: &mut Reader) -> Outcome {
    begin(reader, "typed", ARTICLE).await?;
    rename(reader, "Another title").await?;
    // The field is not left, so this is no change yet.
    reader.type_over("#article-outlet", "The Cou").await?;
    contains(reader, "#kept", "Draft saved · 2 changes not downloaded").await?;
    reader.check("document.getElementById('article-outlet').value === 'The Cou'").await
}

async fn a_reload_restores_the_draft(reader: &mut Reader) -> Outcome {
    begin(reader, "reload", ARTICLE).await?;
    contains(reader, "#kept", "Draft saved · 1 change not downloaded").await?;
    accept(reader).await?;
    contains(reader, "#kept", "Draft saved · 2 changes not downloaded").await?;
    reader.check("/[?]draft=[0-9a-f]{16}$/.test(location.href)").await?;
    reader.reload().await?;
    reader.ready().await?;
    contains(reader, ".desk-sheet", "cracks in two of the main cables").await?;
    contains(reader, "#kept", "Draft saved · 2 changes not downloaded").await?;
    contains(reader, "#card", "Statement").await?;
    // The address without the draft leads to the list.
    reader.open(PAGE).await?;
    contains(reader, ".desk-draft", "Harbour bridge to stay shut until spring").await?;
    contains(reader, ".desk-draft", "1 statement").await?;
    reader.click_text("Continue").await?;
    contains(reader, ".desk-sheet", "cracks in two of the main cables").await?;
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

async fn earlier_versions_are_restored_and_drafts_deleted(reader: &mut Reader) -> Outcome {
    begin(reader, "versions", ARTICLE).await?;
    contains(reader, "#kept", STORED).await?;
    accept(reader).await?;
    contains(reader, "#kept", "Draft saved · 2 changes").await?;
    to_drafts(reader).await?;
    contains(reader, ".desk-draft .quiet", "1 statement ·").await?;
    reader.click(".desk-draft summary").await?;
    let versions = contents(reader, ".desk-draft details li span").await?;
    assert!(versions.last().is_some_and(|it| it.starts_with("0 statements")), "{versions:?}");
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    reader.click(".desk-draft details li:last-child button").await?;
    reader.wait_for("the text", &has(".desk-sheet")).await?;
    contains(reader, "#kept", STORED).await?;
    // The version that was restored is the newest, and those after it are still there.
    to_drafts(reader).await?;
    contains(reader, ".desk-draft .quiet", "0 statements").await?;
    let versions = contents(reader, ".desk-draft details li span").await?;
    assert!(versions.iter().any(|it| it.starts_with("1 statement ·")), "{versions:?}");
    // Deleting asks.
    reader.click_text("Delete…").await?;
    contains(reader, ".desk-draft", "cannot be undone").await?;
    reader.click_text("Keep").await?;
    reader.click_text("Delete…").await?;
    reader.click("button[aria-label^='Delete:']").await?;
    reader.wait_for("an empty list", &format!("!{}", has(".desk-draft"))).await?;
    reader.open(PAGE).await?;
    reader.check(&format!("!{}", has(".desk-draft"))).await
}

async fn two_tabs_with_one_draft_warn_each_other(reader: &mut Reader) -> Outcome {
    two_tabs(reader, "tabs", "").await
}

async fn without_web_locks_two_tabs_warn_each_other_too(reader: &mut Reader) -> Outcome {
    const NONE: &str = "Object.defineProperty(navigator, 'locks', { value: undefined });\n";
    two_tabs(reader, "no-locks", NONE).await
}

async fn two_tabs(reader: &mut Reader, name: &str, stub: &'static str) -> Outcome {
    host(reader, name).await?;
    before(reader, stub);
    reader.open(PAGE).await?;
    paste(reader, ARTICLE).await?;
    contains(reader, "#kept", STORED).await?;
    reader.check(&format!("!{}", has("#elsewhere"))).await?;
    let address = reader.url().await?;
    let first = reader.other_tab().await?;
    reader.visit(&address).await?;
    contains(reader, "#elsewhere", "also open in another tab").await?;
    // One becomes a draft of its own.
    reader.click_text("Make this a separate draft").await?;
    reader.wait_for("no warning", &format!("!{}", has("#elsewhere"))).await?;
    contains(reader, "#kept", STORED).await?;
    assert_ne!(reader.url().await?, address);
    // The first again, which warns both, until it is closed.
    reader.visit(&address).await?;
    contains(reader, "#elsewhere", "also open in another tab").await?;
    reader.close_tab(&first).await?;
    reader.wait_for("no warning in the first tab", &format!("!{}", has("#elsewhere"))).await
}

async fn refused_storage_is_said_and_nothing_is_lost(reader: &mut Reader) -> Outcome {
    host(reader, "refused").await?;
    before(
        reader,
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });\n",
    );
    reader.open(PAGE).await?;
    paste(reader, ARTICLE).await?;
    // The message moves the page, so it is awaited before a click.
    contains(reader, "#not-stored", "stores nothing for this page").await?;
    reader.click(".slip-foot .strong").await?;
    contains(reader, "#not-stored", "download it").await?;
    contains(reader, "#kept", "Not saved").await?;
    still_works(reader).await
}

async fn full_storage_is_said_and_nothing_is_lost(reader: &mut Reader) -> Outcome {
    host(reader, "full").await?;
    before(
        reader,
        "IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'QuotaExceededError'); };\n",
    );
    reader.open(PAGE).await?;
    paste(reader, ARTICLE).await?;
    // The message moves the page, so it is awaited before a click.
    contains(reader, "#not-stored", "storage is full").await?;
    reader.click(".slip-foot .strong").await?;
    contains(reader, "#kept", "Not saved: the browser’s storage is full").await?;
    still_works(reader).await
}

/// The work is on screen, goes on, and can be downloaded. Leaving asks.
async fn still_works(reader: &Reader) -> Outcome {
    accept(reader).await?;
    contains(reader, ".desk-sheet", "cracks in two of the main cables").await?;
    contains(reader, ".desk-tool .count", "2").await?;
    assert!(asks(reader).await?);
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    reader.click("button[title^='Download']").await?;
    contains(reader, "#said", "Downloaded").await?;
    reader.check(&format!("!{}", has(".desk-tool .count"))).await
}

/// The storage takes one version, and no second one beside it.
async fn earlier_versions_make_room_for_the_newest(reader: &mut Reader) -> Outcome {
    host(reader, "room").await?;
    before(
        reader,
        "const put = IDBObjectStore.prototype.put, remove = IDBObjectStore.prototype.delete;
        let kept = new Set();
        IDBObjectStore.prototype.delete = function (key) { kept.delete(key); return remove.call(this, key); };
        IDBObjectStore.prototype.put = function (value, key) {
            if (this.name === 'bytes') {
                if (kept.size > 0) throw new DOMException('no', 'QuotaExceededError');
                kept.add(key);
            }
            return put.call(this, value, key);
        };\n",
    );
    reader.open(PAGE).await?;
    paste(reader, ARTICLE).await?;
    contains(reader, "#kept", STORED).await?;
    reader.click(".slip-foot .strong").await?;
    accept(reader).await?;
    contains(reader, "#kept", "Draft saved · 2 changes").await?;
    reader.check(&format!("!{}", has("#not-stored"))).await?;
    reader.reload().await?;
    reader.ready().await?;
    contains(reader, "#card", "Statement").await
}

/// Changes the newest records of a store of the database, as a broken disk would.
async fn damage(reader: &Reader, store: &str, from: &str, value: &str) -> Outcome {
    let code = format!(
        "new Promise((done, failed) => {{
            const open = indexedDB.open('onrecord-annotator');
            open.onerror = failed;
            open.onsuccess = () => {{
                const change = open.result.transaction({store}, 'readwrite');
                const records = change.objectStore({store});
                records.getAllKeys().onsuccess = ({{ target }}) => {{
                    const keys = target.result.filter((key) => key.startsWith({from}));
                    for (const key of keys.slice(-1)) records.put({value}, key);
                }};
                change.oncomplete = () => {{ open.result.close(); done(); }};
            }};
        }})",
        store = json!(store),
        from = json!(from),
    );
    reader.eval(&code).await.map(drop)
}

async fn a_damaged_version_leads_to_the_one_before(reader: &mut Reader) -> Outcome {
    begin(reader, "damaged", ARTICLE).await?;
    contains(reader, "#kept", STORED).await?;
    accept(reader).await?;
    contains(reader, "#kept", "Draft saved · 2 changes").await?;
    damage(reader, "bytes", "version/", "new Uint8Array([1, 2, 3])").await?;
    reader.reload().await?;
    reader.ready().await?;
    contains(reader, ".refused", "The newest version of this draft is damaged").await?;
    contains(reader, ".desk-sheet", "cracks in two of the main cables").await?;
    // What was restored is stored as the newest version. With all damaged, the page says so, and deletes nothing.
    contains(reader, "#kept", STORED).await?;
    let all = "new Promise((done) => {
        const open = indexedDB.open('onrecord-annotator');
        open.onsuccess = () => {
            const change = open.result.transaction('bytes', 'readwrite');
            const records = change.objectStore('bytes');
            records.getAllKeys().onsuccess = ({ target }) => target.result.forEach((key) => records.put(3, key));
            change.oncomplete = () => { open.result.close(); done(); };
        };
    })";
    reader.eval(all).await?;
    reader.reload().await?;
    reader.ready().await?;
    contains(reader, ".refused", "No version of this draft can be read").await?;
    contains(reader, ".desk-draft", "Harbour bridge").await
}

async fn a_damaged_description_does_not_hide_its_draft(reader: &mut Reader) -> Outcome {
    begin(reader, "description", ARTICLE).await?;
    contains(reader, "#kept", STORED).await?;
    damage(reader, "texts", "draft/", "'{'").await?;
    reader.open(PAGE).await?;
    contains(reader, ".desk-draft", "A draft whose description is damaged").await?;
    reader.click_text("Continue").await?;
    contains(reader, ".desk-sheet", "cracks in two of the main cables").await?;
    // A draft that is not there is said.
    let gone = reader.url().await?.replace("draft=", "draft=0");
    reader.visit(&gone).await?;
    reader.ready().await?;
    contains(reader, ".refused", "not in this browser. It was deleted here").await
}

/// Returns true if the page asks before it is left.
async fn asks(reader: &Reader) -> Outcome<bool> {
    let event = "new Event('beforeunload', { cancelable: true })";
    Ok(reader.eval(&format!("!dispatchEvent({event})")).await? == true)
}

async fn leaving_asks_while_changes_are_in_no_file(reader: &mut Reader) -> Outcome {
    open(reader, "leaving").await?;
    assert!(!asks(reader).await?);
    paste(reader, ARTICLE).await?;
    contains(reader, "#kept", STORED).await?;
    assert!(asks(reader).await?);
    reader.click("button[title^='Download']").await?;
    contains(reader, "#kept", STORED).await?;
    no_changes(reader).await?;
    assert!(!asks(reader).await?);
    reader.click(".slip-foot .strong").await?;
    accept(reader).await?;
    contains(reader, "#kept", "1 change not downloaded").await?;
    assert!(asks(reader).await?);
    Ok(())
}

async fn the_page_asks_no_other_origin(reader: &mut Reader) -> Outcome {
    begin(reader, "origin", ARTICLE).await?;
    accept(reader).await?;
    contains(reader, "#kept", STORED).await?;
    // The policy refuses every other address, whatever asks for it.
    let refused = "Promise.all(['https://example.org/', 'http://127.0.0.1:1/', 'ws://127.0.0.1:1/'].map((address) =>
        fetch(address).then(() => address, () => 'refused')))";
    assert_eq!(reader.eval(refused).await?, json!(["refused", "refused", "refused"]));
    let picture = "new Promise((done) => {
        const picture = new Image();
        picture.onload = () => done('loaded');
        picture.onerror = () => done('refused');
        picture.src = 'http://127.0.0.1:1/x.png';
    })";
    assert_eq!(reader.eval(picture).await?, json!("refused"));
    let policy = "document.querySelector('meta[http-equiv]').content";
    let policy = reader.eval(policy).await?;
    let policy = policy.as_str().unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(policy.contains("connect-src 'self';") && !policy.contains("http"), "{policy}");
    Ok(())
}
