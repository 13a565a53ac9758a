//! Whatever stops the app is seen within five seconds and said in words, and what is on screen is
//! true: blocked site data, scripts that fail or never arrive, translated pages, errors of other
//! scripts, and input that is too long.

use std::env;
use std::fs;

use serde_json::json;

use crate::engine::Setup;
use crate::pages::{ACTORS, ARTICLE, COMPARE, LIST, STATEMENT};
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
const SHARED: &str = "shafaq-2026-01-06/?kind=accusation";
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
        scenario!(a_translated_page_works),
        scenario!(a_page_that_is_translated_by_moving_its_texts_works),
        scenario!(a_page_that_was_translated_early_works)
            .with(no_load_wait)
            .allow("panicked at")
            .allow("unreachable")
            .allow("RuntimeError")
            .allow("failed to insert"),
        scenario!(a_text_that_disappeared_loads_the_page_again),
        scenario!(a_failure_in_use_loads_the_page_again_and_then_without_the_app)
            .allow("panicked at")
            .allow("unreachable")
            .allow("RuntimeError")
            .allow("failed to insert"),
        scenario!(errors_of_other_scripts_leave_the_app_alone)
            .allow("uncaught error")
            .allow("unreachable")
            .allow("RuntimeError")
            .allow("failed to insert"),
        scenario!(a_search_that_is_too_long_is_cut_in_words),
        scenario!(too_many_filters_are_cut_in_words),
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
fn after(reader: &Reader, code: &'static str) {
    reader.server.rewrite_bytes(EARLY, move |script| Some([&script, code.as_bytes()].concat()));
}

/// Opens a shared list whose app cannot run: the page says so, and that the list is not filtered.
async fn says_so(reader: &Reader) -> Outcome {
    reader.goto(SHARED).await?;
    shows_trouble(reader).await
}

async fn shows_trouble(reader: &Reader) -> Outcome {
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
async fn agrees(reader: &Reader, tally: &str, cards: u32) -> Outcome {
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
    reader.check("!document.querySelector('.no-script').checkVisibility()").await?;
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
    let add = "addEventListener('DOMContentLoaded', () => {}, true);
        new MutationObserver((_, observer) => {
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

/// Replaces every text of the page with elements, as Google Translate does.
const REPLACE: &str = "(() => {
    const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentNode.closest('font, svg')) texts.push(walker.currentNode);
    for (const text of texts.filter((text) => text.data.trim())) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    }
    return document.querySelectorAll('font').length;
})()";

/// Moves every text of the page into an element.
const MOVE: &str = "(() => {
    const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentNode.closest('font, svg')) texts.push(walker.currentNode);
    for (const text of texts) {
        const font = document.createElement('font');
        text.before(font);
        font.append(text);
    }
    return document.querySelectorAll('font').length;
})()";

async fn a_translated_page_works(reader: &mut Reader) -> Outcome {
    works_translated(reader, REPLACE).await
}

async fn a_page_that_is_translated_by_moving_its_texts_works(reader: &mut Reader) -> Outcome {
    works_translated(reader, MOVE).await
}

/// Uses a list while a translator changes all its texts again and again: nothing fails or is loaded
/// again, and the headings agree with the lists.
async fn works_translated(reader: &Reader, translate: &str) -> Outcome {
    reader.open(LIST).await?;
    reader.eval("void (window.same = true)").await?;
    let translated = async || match reader.eval(translate).await?.as_u64() {
        Some(0) | None => Err("no text was translated".to_owned()),
        Some(_) => Ok(()),
    };
    translated().await?;
    for (typed, tally, cards) in
        [("timel", "1 of 11 statements", 1), ("ines", "0 of 11 statements", 0)]
    {
        reader.type_into("#search", typed).await?;
        agrees(reader, tally, cards).await?;
        translated().await?;
    }
    reader.press("Escape").await?;
    agrees(reader, "11 statements", 11).await?;
    translated().await?;
    reader.pick("Type of statement", "Accusation").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    translated().await?;
    reader.pick("Type of statement", "Demand").await?;
    agrees(reader, "2 of 11 statements", 2).await?;
    assert_eq!(reader.texts(".pill bdi").await?, ["Demand", "Accusation"]);
    translated().await?;
    reader.click(".pill").await?;
    reader.wait_for("one pill", "document.querySelectorAll('.pill').length === 1").await?;
    assert_eq!(reader.texts(".pill bdi").await?, ["Accusation"]);
    translated().await?;
    reader.type_into("#search", "nothing has these words").await?;
    reader.wait_for("no results", "document.querySelector('.empty')").await?;
    translated().await?;
    reader.press("Escape").await?;
    reader.wait_for("results", "!document.querySelector('.empty')").await?;
    // Another page of the app, and back.
    reader.click(&format!(".views a[href$='{}']", "actors/")).await?;
    reader.wait_for_place(ACTORS).await?;
    reader.wait_for_text("h1", "Who’s in this report").await?;
    translated().await?;
    reader.click(".views a[href$='article/']").await?;
    reader.wait_for_place(ARTICLE).await?;
    reader.wait_for_text("h1", "The full text, annotated").await?;
    translated().await?;
    reader.click("#n-4").await?;
    reader.wait_for_text("#opened", "Statement 4").await?;
    translated().await?;
    reader.click(".beside .close").await?;
    reader.wait_for("the shares", "document.querySelector('.shares')").await?;
    reader.check("window.same").await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await
}

async fn a_page_that_was_translated_early_works(reader: &mut Reader) -> Outcome {
    let hold = reader.server.hold(".wasm");
    reader.goto(SHARED).await?;
    reader
        .wait_for(
            "the page",
            "document.readyState !== 'loading' && document.querySelector('.foot')",
        )
        .await?;
    for translate in [MOVE, REPLACE] {
        reader.eval(translate).await?;
    }
    hold.release();
    reader.ready().await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.eval(REPLACE).await?;
    reader.click(".active .clear").await?;
    agrees(reader, "11 statements", 11).await
}

async fn a_text_that_disappeared_loads_the_page_again(reader: &mut Reader) -> Outcome {
    reader.open(SHARED).await?;
    reader
        .eval("void (window.same = true, document.getElementById('tally').firstChild.remove())")
        .await?;
    reader.pick("Type of statement", "Demand").await?;
    reader
        .wait_for(
            "the page to be loaded again",
            "!window.same && document.documentElement.dataset.ready",
        )
        .await?;
    agrees(reader, "1 of 11 statements", 1).await
}

/// Removes an element next to which the app adds others.
const BREAK: &str = "void (window.same = true, document.querySelector('.listed').remove())";

async fn a_failure_in_use_loads_the_page_again_and_then_without_the_app(
    reader: &mut Reader,
) -> Outcome {
    reader.open(SHARED).await?;
    reader.eval(BREAK).await?;
    fails(reader).await?;
    let again = "!window.same && document.documentElement.dataset.ready";
    reader.wait_for("the page to be loaded again", again).await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.eval(BREAK).await?;
    fails(reader).await?;
    reader.wait_for("the page to be loaded again", "!window.same").await?;
    shows_trouble(reader).await?;
    // The next visit has the app again.
    reader.click_text("Try again").await?;
    reader.ready().await?;
    agrees(reader, "1 of 11 statements", 1).await
}

/// Makes the app add a note beside the element that was removed.
async fn fails(reader: &Reader) -> Outcome {
    reader.eval("void (document.getElementById('search').value = 'x'.repeat(301), document.getElementById('search').dispatchEvent(new InputEvent('input', { bubbles: true })))").await
        .map(|_| ())
}

async fn errors_of_other_scripts_leave_the_app_alone(reader: &mut Reader) -> Outcome {
    // A module with one function, which traps.
    let trap = "\naddEventListener('other', () => {
        const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
        new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f();
    });
    addEventListener('other', () => { throw new WebAssembly.RuntimeError('unreachable'); });
    addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('other')));\n";
    after(reader, trap);
    reader.open(SHARED).await?;
    reader.eval("void (window.same = true, dispatchEvent(new Event('other')))").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.click_text("Clear filters").await?;
    agrees(reader, "11 statements", 11).await?;
    reader.check("window.same").await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await
}

/// What the page says about input that is too long.
const TOO_LONG: &str = "This search or link is too long, so its end is ignored.";

async fn a_search_that_is_too_long_is_cut_in_words(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?q=e{}", "%CC%81".repeat(10_000))).await?;
    let note = reader.text(".unknown li").await?;
    assert!(note.starts_with(TOO_LONG), "{note}");
    reader.check("document.getElementById('search').value.length === 300").await?;
    reader.click_text("Clear filters").await?;
    agrees(reader, "11 statements", 11).await?;
    reader.wait_for("no note", "!document.querySelector('.unknown')").await?;
    // The same in the field.
    reader.eval("void (document.getElementById('search').value = 'israel '.repeat(9999), document.getElementById('search').dispatchEvent(new InputEvent('input', { bubbles: true })))").await?;
    reader
        .wait_for("the field to be cut", "document.getElementById('search').value.length === 300")
        .await?;
    let note = reader.text(".unknown li").await?;
    assert!(note.starts_with(TOO_LONG), "{note}");
    reader.click_text("Remove it").await?;
    reader.wait_for("no note", "!document.querySelector('.unknown')").await
}

async fn too_many_filters_are_cut_in_words(reader: &mut Reader) -> Outcome {
    let values: Vec<String> = (0..10_000).map(|value| format!("v{value}")).collect();
    reader.open(&format!("{LIST}?kind={}", values.join(","))).await?;
    let note = reader.text(".unknown li:last-child").await?;
    assert!(note.starts_with(TOO_LONG), "{note}");
    reader.check("document.querySelectorAll('.unknown li').length < 1000").await?;
    reader.click(".ways li:last-child button").await?;
    agrees(reader, "11 statements", 11).await
}
