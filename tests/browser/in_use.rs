//! What is on screen is true while the app is used: on translated pages, after failures, with errors
//! of other scripts, and with input that is too long.

use std::env;

use crate::engine::Setup;
use crate::pages::{ACTORS, ARTICLE, LIST};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::silence::{SHARED, after, agrees, shows_trouble};
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    // The load event waits for the file that a scenario holds back.
    let no_load_wait = Setup { no_load_wait: true, ..Setup::default() };
    vec![
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
        scenario!(a_failure_in_one_file_shows_the_page_without_the_app)
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

/// Breaks the app in a file with all pages: the file shows the page as it was prerendered.
async fn a_failure_in_one_file_shows_the_page_without_the_app(reader: &mut Reader) -> Outcome {
    // The checks after each scenario need a page of the server.
    reader.open(LIST).await?;
    let file = env::current_dir().or_failed("find the folder")?.join("dist-single/on-record.html");
    reader.visit(&format!("file://{}#/{SHARED}", file.display())).await?;
    reader.wait_for("the end", "document.documentElement.dataset.whole").await?;
    agrees(reader, "1 of 11 statements", 1).await?;
    reader.eval(BREAK).await?;
    fails(reader).await?;
    shows_trouble(reader).await?;
    reader.click(".cards .number").await?;
    reader.wait_for("a statement", "document.title.startsWith('Statement ')").await
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
