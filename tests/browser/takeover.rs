//! The app takes over a page that the reader is already using: nothing changes, moves or is lost.

use serde_json::{Value, json};

use crate::engine::{Engine, Setup};
use crate::pages::{ACTORS, APP_PAGES, ARTICLE, FIGURES, LIST};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::server::{BLANK_PATH, Hold};
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    // The load event may have to wait for the file that a scenario holds back.
    let no_load_wait = Setup { no_load_wait: true, ..Setup::default() };
    let chromium = &[Engine::Chromium];
    vec![
        scenario!(the_live_page_equals_the_prerendered_page),
        scenario!(nothing_moves_on_the_statements).with(no_load_wait).on(chromium),
        scenario!(nothing_moves_on_the_actors).with(no_load_wait).on(chromium),
        scenario!(nothing_moves_on_the_figures).with(no_load_wait).on(chromium),
        scenario!(nothing_moves_on_the_article).with(no_load_wait).on(chromium),
        scenario!(nothing_moves_on_a_filtered_list).with(no_load_wait).on(chromium),
        scenario!(nothing_moves_on_a_narrow_page).with(no_load_wait).on(chromium),
        scenario!(typed_text_and_caret_are_kept).with(no_load_wait),
        scenario!(scroll_and_selection_are_kept).with(no_load_wait),
        scenario!(a_filtered_link_never_shows_the_whole_list).with(no_load_wait),
        scenario!(a_filtered_link_never_shows_the_whole_list_on_a_slow_machine)
            .with(no_load_wait)
            .on(chromium),
    ]
}

/// Prints an element without comments, one line for each node, attributes sorted by name.
const PRINT: &str = "((root) => {
    const lines = [];
    const print = (node) => {
        if (node.nodeType === Node.TEXT_NODE) lines.push(JSON.stringify(node.data));
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
        lines.push([`<${node.localName}`, ...attributes.sort()].join(' ') + '>');
        node.childNodes.forEach(print);
        lines.push(`</${node.localName}>`);
    };
    const copy = root.cloneNode(true);
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    found.forEach((comment) => comment.remove());
    copy.normalize();
    print(copy);
    return lines;
})";

/// The only attributes that may differ: `<html>` has them once scripts run, and groups of controls
/// become one stop of the Tab key.
const ALLOWED: [&str; 5] = [
    "data-ready=\"true\"",
    "data-scripts=\"on\"",
    "data-trouble=\"true\"",
    "tabindex=\"-1\"",
    "tabindex=\"0\"",
];

async fn the_live_page_equals_the_prerendered_page(reader: &mut Reader) -> Outcome {
    for path in APP_PAGES {
        // The blank page has no policy. The policy of the bundle's pages forbids parsing text.
        reader.visit(&format!("{}{BLANK_PATH}", reader.server.origin)).await?;
        let fetched =
            format!("fetch({}).then((answer) => answer.text())", json!(reader.server.url(path)));
        let parsed =
            format!("{fetched}.then((text) => new DOMParser().parseFromString(text, 'text/html'))");
        let shipped = reader
            .eval(&format!("{parsed}.then((page) => [...{PRINT}(page.getElementById('app')), ...{PRINT}(page.documentElement.cloneNode())])"))
            .await?;
        reader.open(path).await?;
        let live = reader
            .eval(&format!("[...{PRINT}(document.getElementById('app')), ...{PRINT}(document.documentElement.cloneNode())]"))
            .await?;
        let (shipped, live) = (lines(shipped)?, lines(live)?);
        for (shipped, live) in shipped.iter().zip(&live) {
            assert_eq!(live, shipped, "{path}");
        }
        assert_eq!(live.len(), shipped.len(), "{path}");
    }
    Ok(())
}

fn lines(value: Value) -> Outcome<Vec<String>> {
    let lines: Vec<String> = serde_json::from_value(value).or_failed("read the page")?;
    let without = |line: &String| {
        ALLOWED.iter().fold(line.clone(), |line, allowed| line.replace(&format!(" {allowed}"), ""))
    };
    Ok(lines.iter().map(without).collect())
}

async fn nothing_moves_on_the_statements(reader: &mut Reader) -> Outcome {
    nothing_moves(reader, LIST).await
}

async fn nothing_moves_on_the_actors(reader: &mut Reader) -> Outcome {
    nothing_moves(reader, ACTORS).await
}

async fn nothing_moves_on_the_figures(reader: &mut Reader) -> Outcome {
    nothing_moves(reader, FIGURES).await
}

async fn nothing_moves_on_the_article(reader: &mut Reader) -> Outcome {
    nothing_moves(reader, ARTICLE).await
}

async fn nothing_moves_on_a_filtered_list(reader: &mut Reader) -> Outcome {
    nothing_moves(reader, &format!("{LIST}?q=israel&kind=accusation,demand")).await
}

async fn nothing_moves_on_a_narrow_page(reader: &mut Reader) -> Outcome {
    reader.viewport(390, 800).await?;
    nothing_moves(reader, &format!("{LIST}?q=israel&kind=accusation,demand")).await?;
    nothing_moves(reader, LIST).await
}

/// Adds up what moves when the app takes over a page that is already painted.
async fn nothing_moves(reader: &mut Reader, path: &str) -> Outcome {
    let hold = open_without_app(reader, path).await?;
    let painted = "performance.getEntriesByName('first-contentful-paint').length";
    reader.wait_for("the first paint", painted).await?;
    // What moves when the fonts arrive is measured in `fonts`.
    reader.wait_for("the fonts", "document.fonts.status === 'loaded'").await?;
    let observe = "void (() => {
        window.moved = [];
        window.observer = new PerformanceObserver((list) => moved.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift' });
    })()";
    reader.eval(observe).await?;
    hold.release();
    reader.ready().await?;
    // After two frames, everything that the app drew is painted and its shifts are recorded.
    let frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    let shift = "({ value, sources }) => [value, ...sources.map(({ node, previousRect, currentRect }) => [(node?.outerHTML ?? `${node?.data} in ${node?.parentNode?.outerHTML}`).slice(0, 160), previousRect, currentRect])]";
    let moved = format!("[...moved, ...observer.takeRecords()].map({shift})");
    let moved = reader.eval(&format!("{frames}.then(() => {moved})")).await?;
    assert_eq!(moved, json!([]), "{path}");
    Ok(())
}

async fn typed_text_and_caret_are_kept(reader: &mut Reader) -> Outcome {
    let hold = open_without_app(reader, LIST).await?;
    reader.type_into("#search", "timeline").await?;
    reader.press("ArrowLeft").await?;
    assert_eq!(reader.attr("html", "data-ready").await?, None);
    hold.release();
    reader.ready().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?q=timeline")).await?;
    reader.wait_for_focus("#search").await?;
    assert_eq!(reader.eval("document.getElementById('search').selectionStart").await?, json!(7));
    reader.write("s").await?;
    reader.wait_for_place(&format!("{LIST}?q=timelinse")).await
}

async fn scroll_and_selection_are_kept(reader: &mut Reader) -> Outcome {
    let hold = open_without_app(reader, LIST).await?;
    let words = "document.querySelector('.cards > li:nth-child(6) .words')";
    reader.eval(&format!("void {words}.scrollIntoView()")).await?;
    reader.eval(&format!("void getSelection().selectAllChildren({words})")).await?;
    let selected = reader.eval("getSelection().toString()").await?;
    assert_ne!(selected, json!(""));
    let top = reader.eval(&format!("{words}.getBoundingClientRect().top")).await?;
    hold.release();
    reader.ready().await?;
    assert_eq!(reader.eval("getSelection().toString()").await?, selected);
    // Engines round to device pixels, and Firefox does so again with every layout.
    let stays = format!("Math.abs({words}.getBoundingClientRect().top - {top}) < 2");
    assert_eq!(reader.eval(&stays).await?, json!(true));
    Ok(())
}

async fn a_filtered_link_never_shows_the_whole_list(reader: &mut Reader) -> Outcome {
    let hold = open_without_app(reader, &format!("{LIST}?kind=accusation")).await?;
    only_one_card_is_ever_visible(reader, hold).await
}

/// Slows the page down to the speed of a cheap phone, so that the browser paints between any two
/// steps of the app.
async fn a_filtered_link_never_shows_the_whole_list_on_a_slow_machine(
    reader: &mut Reader,
) -> Outcome {
    let hold = open_without_app(reader, &format!("{LIST}?kind=accusation")).await?;
    reader.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 20 })).await?;
    only_one_card_is_ever_visible(reader, hold).await
}

/// Lets the app start on a list of eleven cards whose address selects one. Counts the visible cards
/// in every frame.
async fn only_one_card_is_ever_visible(reader: &mut Reader, hold: Hold) -> Outcome {
    assert_eq!(reader.count(".cards > li").await?, 11);
    let look = "void (() => {
        window.seen = [];
        const look = () => {
            const cards = [...document.querySelectorAll('.cards > li > *')];
            seen.push(cards.filter((card) => card.checkVisibility({ visibilityProperty: true })).length);
            requestAnimationFrame(look);
        };
        look();
    })()";
    reader.eval(look).await?;
    hold.release();
    reader.ready().await?;
    reader.wait_for("the one card to be visible", "seen.at(-1) === 1").await?;
    let seen: Vec<u32> =
        serde_json::from_value(reader.eval("seen").await?).or_failed("read the counts")?;
    assert!(seen.iter().all(|cards| *cards <= 1), "{seen:?}");
    Ok(())
}

/// Opens a page and holds the app back: the page is parsed and styled, and stays as it was
/// prerendered until the hold is released.
///
/// Also switches off the time limit after which the page says that the app is late. A busy machine
/// may reach it before the app takes over, and these scenarios must not depend on which is first.
pub async fn open_without_app(reader: &Reader, path: &str) -> Outcome<Hold> {
    reader.server.rewrite("/early-", |script| script.replace(", 4500);", ", 1e9);"));
    let hold = reader.server.hold(".wasm");
    reader.goto(path).await?;
    let styled = "document.getElementById('app')
        && document.readyState !== 'loading'
        && !document.documentElement.dataset.ready
        && [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)";
    reader.wait_for("the page without the app", styled).await?;
    Ok(hold)
}
