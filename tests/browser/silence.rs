//! Whatever stops the app at its start is seen within five seconds and said in words: blocked site
//! data, WebAssembly that is missing, scripts that fail or never arrive, and changed pages.

use std::env;
use std::fs;

use serde_json::json;

use crate::engine::Setup;
use crate::pages::{COMPARE, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::trouble::{GENERAL, NARROWED, shows_note, shows_the_whole_list};
use crate::wait::{OrFailed, Outcome};

/// Part of the path of the script that runs first.
const EARLY: &str = "/early-";
/// Part of the path of the script that starts the app.
const BOOT: &str = "/boot-";
/// A list whose address has a filter.
pub const SHARED: &str = "shafaq-2026-01-06/?kind=accusation";
/// The reader has blocked site data.
const DENIED: &str = "for (const name of ['localStorage', 'sessionStorage']) {
    const get = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
    Object.defineProperty(window, name, { configurable: true, get });
}\n";
/// The browser has no storage.
const NO_STORAGE: &str = "for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { configurable: true, value: null });
}\n";

pub fn scenarios() -> Vec<Scenario> {
    // The load event waits for the file that a scenario holds back.
    let no_load_wait = Setup { no_load_wait: true, ..Setup::default() };
    vec![
        scenario!(pages_work_if_site_data_is_denied),
        scenario!(pages_work_if_there_is_no_storage),
        scenario!(one_file_works_if_site_data_is_denied),
        scenario!(without_webassembly_the_page_says_so).allow("404").allow("WebAssembly"),
        scenario!(refused_webassembly_is_reported),
        scenario!(a_boot_script_that_throws_is_reported).allow("Error: broken").allow("preload"),
        scenario!(a_boot_script_that_is_cut_is_reported)
            .allow("uncaught error")
            .allow("SyntaxError")
            .allow("preload"),
        scenario!(an_app_that_never_arrives_is_reported_within_five_seconds).with(no_load_wait),
        scenario!(a_boot_script_that_never_arrives_is_reported).with(no_load_wait),
        scenario!(a_late_app_takes_over_cleanly).with(no_load_wait),
        scenario!(a_comparison_that_cannot_be_drawn_leads_elsewhere)
            .allow("404")
            .allow("wasm")
            .allow("WebAssembly"),
        scenario!(an_element_before_the_page_is_removed)
            .allow("panicked at")
            .allow("unreachable")
            .allow("RuntimeError")
            .allow("failed to insert"),
        scenario!(a_page_without_comments_is_drawn_again)
            .allow("panicked at")
            .allow("unreachable")
            .allow("RuntimeError")
            .allow("failed to insert"),
        scenario!(without_the_early_script_a_search_can_be_cleared).allow("404").allow(EARLY),
        scenario!(without_any_script_the_page_says_so).allow("404").allow(EARLY).allow(BOOT),
    ]
}

/// Runs code before the first script of every page.
fn before(reader: &Reader, code: &'static str) {
    for script in [EARLY, "/read-"] {
        reader
            .server
            .rewrite_bytes(script, move |script| Some([code.as_bytes(), &script].concat()));
    }
}

/// Runs code after the first script of every list.
pub fn after(reader: &Reader, code: &'static str) {
    reader.server.rewrite_bytes(EARLY, move |script| Some([&script, code.as_bytes()].concat()));
}

/// Opens a shared list whose app cannot run.
async fn says_so(reader: &Reader) -> Outcome {
    reader.goto(SHARED).await?;
    shows_trouble(reader).await
}

/// Checks that the page says that the app does not run, and that the list is not filtered.
pub async fn shows_trouble(reader: &Reader) -> Outcome {
    shows_note(reader, GENERAL).await?;
    assert_eq!(reader.text("#trouble p:last-child").await?, NARROWED);
    shows_the_whole_list(reader).await?;
    assert_eq!(reader.attr("html", "data-ready").await?, None);
    assert_eq!(reader.text("#tally").await?, "11 statements");
    Ok(())
}

/// Number of cards that the reader sees.
const CARDS: &str =
    "[...document.querySelectorAll('.card')].filter((it) => it.checkVisibility()).length";

/// Checks that the count is true of the cards.
pub async fn agrees(reader: &Reader, tally: &str, cards: u32) -> Outcome {
    reader.wait_for_text("#tally", tally).await?;
    reader.wait_for(&format!("{cards} cards"), &format!("{CARDS} === {cards}")).await
}

async fn works_without_storage(reader: &mut Reader) -> Outcome {
    reader.open(SHARED).await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.click_text("Clear filters").await?;
    reader.type_into("#search", "timeline").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    // The setting that would be stored.
    reader.click(".setting input").await?;
    reader.wait_for("no key", "!document.querySelector('.search kbd')").await?;
    reader.open(&format!("{COMPARE}?topic=talks")).await?;
    reader.wait_for("the comparison", "document.querySelector('.compare .item')").await?;
    reader.goto(STATEMENT).await?;
    reader.wait_for("the page's script", "document.documentElement.dataset.scripts").await
}

async fn pages_work_if_site_data_is_denied(reader: &mut Reader) -> Outcome {
    before(reader, DENIED);
    works_without_storage(reader).await
}

async fn pages_work_if_there_is_no_storage(reader: &mut Reader) -> Outcome {
    before(reader, NO_STORAGE);
    works_without_storage(reader).await
}

async fn one_file_works_if_site_data_is_denied(reader: &mut Reader) -> Outcome {
    // The checks after each scenario need a page of the server.
    reader.open(LIST).await?;
    let file = fs::read_to_string("dist-single/on-record.html")
        .or_failed("read dist-single/on-record.html: run `make single`")?;
    // The policy allows no other script.
    let file = file.replacen("http-equiv=\"Content-Security-Policy\"", "", 1);
    let file = file.replacen("<title>", &format!("<script>{DENIED}</script><title>"), 1);
    let folder = env::current_dir().or_failed("find the folder")?.join("target/tmp");
    let path = folder.join(format!("denied-{}.html", reader.engine));
    fs::create_dir_all(&folder).and_then(|()| fs::write(&path, file)).or_failed("write a file")?;
    reader.visit(&format!("file://{}#/{SHARED}", path.display())).await?;
    reader.wait_for("the end", "document.documentElement.dataset.whole").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await
}

async fn without_webassembly_the_page_says_so(reader: &mut Reader) -> Outcome {
    before(reader, "delete globalThis.WebAssembly;\n");
    says_so(reader).await
}

async fn refused_webassembly_is_reported(reader: &mut Reader) -> Outcome {
    before(
        reader,
        "WebAssembly.instantiate = WebAssembly.instantiateStreaming =
            () => Promise.reject(new WebAssembly.CompileError('refused'));\n",
    );
    says_so(reader).await
}

async fn a_boot_script_that_throws_is_reported(reader: &mut Reader) -> Outcome {
    reader.server.rewrite(BOOT, |_| "throw new Error('broken');".to_owned());
    says_so(reader).await
}

async fn a_boot_script_that_is_cut_is_reported(reader: &mut Reader) -> Outcome {
    reader.server.rewrite(BOOT, |script| script[..script.len() / 2].to_owned());
    says_so(reader).await
}

/// The timer of the test starts after that of the page, so their order does not depend on the speed
/// of the machine.
async fn an_app_that_never_arrives_is_reported_within_five_seconds(reader: &mut Reader) -> Outcome {
    let look = "\nsetTimeout(() => {
        window.seen = Boolean(document.getElementById('trouble')?.checkVisibility());
    }, 5000);";
    after(reader, look);
    let hold = reader.server.hold(".wasm");
    reader.goto(SHARED).await?;
    reader.wait_for("five seconds", "window.seen !== undefined").await?;
    assert_eq!(reader.eval("window.seen").await?, json!(true));
    shows_trouble(reader).await?;
    hold.release();
    reader.ready().await
}

async fn a_boot_script_that_never_arrives_is_reported(reader: &mut Reader) -> Outcome {
    let hold = reader.server.hold(BOOT);
    says_so(reader).await?;
    hold.release();
    reader.ready().await
}

async fn a_late_app_takes_over_cleanly(reader: &mut Reader) -> Outcome {
    let hold = reader.server.hold(".wasm");
    says_so(reader).await?;
    hold.release();
    reader.ready().await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await?;
    reader.check("!document.querySelector('.no-script')").await?;
    reader.click_text("Clear filters").await?;
    reader.type_into("#search", "timeline").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.wait_for_place(&format!("{LIST}?q=timeline")).await
}

async fn a_comparison_that_cannot_be_drawn_leads_elsewhere(reader: &mut Reader) -> Outcome {
    reader.server.refuse(".wasm");
    reader.goto(&format!("{COMPARE}?topic=talks")).await?;
    let note = (
        "Comparing statements isn’t working right now.",
        &["Try again", "What each side says"][..],
    );
    shows_note(reader, note).await?;
    reader.click("#trouble p:not([hidden]) a:last-child").await?;
    reader.wait_for_place("shafaq-2026-01-06/accounts/").await
}

async fn an_element_before_the_page_is_removed(reader: &mut Reader) -> Outcome {
    let add = "new MutationObserver((_, observer) => {
            const app = document.getElementById('app');
            if (!app?.nextElementSibling) return;
            observer.disconnect();
            app.prepend(document.createElement('extension-panel'));
        }).observe(document, { childList: true, subtree: true });\n";
    before(reader, add);
    works(reader).await
}

/// Opens a shared list whose app can run: it is filtered and can be used.
async fn works(reader: &Reader) -> Outcome {
    reader.open(SHARED).await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    assert_eq!(reader.count("#app > *").await?, 1);
    reader.click_text("Clear filters").await?;
    agrees(reader, "11 statements", 11).await?;
    reader.type_into("#search", "timeline").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await
}

async fn a_page_without_comments_is_drawn_again(reader: &mut Reader) -> Outcome {
    reader.server.rewrite(LIST, |page| {
        let mut parts = page.split("<!--");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |page, part| page + part.split_once("-->").map_or(part, |(_, rest)| rest))
    });
    works(reader).await
}

async fn without_the_early_script_a_search_can_be_cleared(reader: &mut Reader) -> Outcome {
    reader.server.refuse(EARLY);
    reader.open(&format!("{LIST}?q=timeline")).await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.check("!document.querySelector('.no-script').checkVisibility()").await?;
    reader.wait_for("the search", "document.getElementById('search').checkVisibility()").await?;
    reader.wait_for("its words", "document.getElementById('search').value === 'timeline'").await?;
    reader.click("#search").await?;
    reader.press("Escape").await?;
    agrees(reader, "11 statements", 11).await
}

async fn without_any_script_the_page_says_so(reader: &mut Reader) -> Outcome {
    reader.server.refuse(EARLY);
    reader.server.refuse(BOOT);
    reader.goto(SHARED).await?;
    let note = reader.text(".no-script").await?;
    assert!(note.contains("need JavaScript"), "{note}");
    shows_the_whole_list(reader).await
}
