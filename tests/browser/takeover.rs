//! The app takes over a page that is already read: nothing changes, moves or is lost.

use serde_json::{Value, json};

use crate::engine::{Engine, Setup};
use crate::places::{ACTORS, ARTICLE, FIGURES, LIST, RUN};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::server::{BLANK_PATH, Hold};
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    let impatient = Setup { impatient: true, ..Setup::default() };
    let chromium = &[Engine::Chromium];
    vec![
        scenario!(the_live_page_is_the_prerendered_one),
        scenario!(nothing_moves_on_the_statements).with(impatient).on(chromium),
        scenario!(nothing_moves_on_the_actors).with(impatient).on(chromium),
        scenario!(nothing_moves_on_the_figures).with(impatient).on(chromium),
        scenario!(nothing_moves_on_the_article).with(impatient).on(chromium),
        scenario!(nothing_moves_on_a_filtered_list).with(impatient).on(chromium),
        scenario!(nothing_moves_on_a_narrow_page).with(impatient).on(chromium),
        scenario!(what_was_typed_stays).with(impatient),
        scenario!(what_was_scrolled_to_and_selected_stays).with(impatient),
        scenario!(a_shared_view_never_flashes_the_whole_list).with(impatient),
        scenario!(a_shared_view_never_flashes_on_a_slow_machine).with(impatient).on(chromium),
    ]
}

/// Prints an element with its attributes in order of name, without comments, a node a line.
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

/// All that may differ: what `<html>` says of the state of things.
const ALLOWED: [&str; 2] = ["data-ready=\"true\"", "data-scripts=\"on\""];

async fn the_live_page_is_the_prerendered_one(reader: &mut Reader) -> Outcome {
    for path in RUN {
        // Parsed on a page without a policy, which would forbid to parse text.
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

/// Holds the app back until the page is painted, and adds up what moves when it takes over.
async fn nothing_moves(reader: &mut Reader, path: &str) -> Outcome {
    let hold = reader.server.hold(".wasm");
    reader.goto(path).await?;
    let painted = "!document.documentElement.dataset.ready
        && performance.getEntriesByName('first-contentful-paint').length";
    reader.wait_for("the first paint", painted).await?;
    let observe =
        "(window.moved = [], new PerformanceObserver((list) => moved.push(...list.getEntries()))
        .observe({ type: 'layout-shift', buffered: true }))";
    reader.eval(&format!("void {observe}")).await?;
    hold.release();
    reader.ready().await?;
    // Two frames: what the app drew is painted, and what moved is told.
    let frame = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";
    let who = "({ value, sources }) => [value, ...sources.map(({ node, previousRect, currentRect }) => [(node?.outerHTML ?? `${node?.data} in ${node?.parentNode?.outerHTML}`).slice(0, 160), previousRect, currentRect])]";
    let moved = reader.eval(&format!("{frame}.then(() => moved.map({who}))")).await?;
    assert_eq!(moved, json!([]), "{path}");
    Ok(())
}

async fn what_was_typed_stays(reader: &mut Reader) -> Outcome {
    let hold = reader.server.hold(".wasm");
    reader.goto(LIST).await?;
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

async fn what_was_scrolled_to_and_selected_stays(reader: &mut Reader) -> Outcome {
    let hold = reader.server.hold(".wasm");
    reader.goto(LIST).await?;
    reader.text(".cards > li:last-child").await?;
    let words = "document.querySelector('.cards > li:nth-child(6) .words')";
    reader.eval(&format!("void {words}.scrollIntoView()")).await?;
    reader.eval(&format!("void getSelection().selectAllChildren({words})")).await?;
    let selected = reader.eval("getSelection().toString()").await?;
    assert_ne!(selected, json!(""));
    let top = reader.eval(&format!("{words}.getBoundingClientRect().top")).await?;
    hold.release();
    reader.ready().await?;
    assert_eq!(reader.eval("getSelection().toString()").await?, selected);
    // An engine may round to its own pixels.
    // Firefox rounds to whole pixels anew with every layout.
    let stays = format!("Math.abs({words}.getBoundingClientRect().top - {top}) < 2");
    assert_eq!(reader.eval(&stays).await?, json!(true));
    Ok(())
}

async fn a_shared_view_never_flashes_the_whole_list(reader: &mut Reader) -> Outcome {
    let hold = shared_view_without_the_app(reader).await?;
    only_the_card_is_seen(reader, hold).await
}

/// As slow as a cheap phone, so that the browser paints between any two steps of the app.
async fn a_shared_view_never_flashes_on_a_slow_machine(reader: &mut Reader) -> Outcome {
    let hold = shared_view_without_the_app(reader).await?;
    reader.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 20 })).await?;
    only_the_card_is_seen(reader, hold).await
}

/// Opens a list that is to show one card, and holds the app back.
async fn shared_view_without_the_app(reader: &mut Reader) -> Outcome<Hold> {
    let hold = reader.server.hold(".wasm");
    reader.goto(&format!("{LIST}?kind=accusation")).await?;
    reader.text("h1").await?;
    reader.wait_for("the whole page", "document.readyState !== 'loading'").await?;
    // The style that hides the list gives up after some seconds. That is not what is tried here, and a
    // machine may be busy for as long.
    reader.eval("void document.getAnimations().forEach((animation) => animation.pause())").await?;
    assert_eq!(reader.count(".cards > li").await?, 11);
    Ok(hold)
}

async fn only_the_card_is_seen(reader: &mut Reader, hold: Hold) -> Outcome {
    // Notes in every frame how many cards are to be seen.
    let look = "const seen = (window.seen = []);
        const look = () => {
            const cards = [...document.querySelectorAll('.cards > li')];
            seen.push(cards.filter((card) => getComputedStyle(card).visibility === 'visible').length);
            requestAnimationFrame(look);
        };
        look();";
    reader.eval(&format!("(() => {{ {look} }})()")).await?;
    hold.release();
    reader.ready().await?;
    reader.wait_for("the one card to be seen", "seen.at(-1) === 1").await?;
    let seen: Vec<u32> =
        serde_json::from_value(reader.eval("seen").await?).or_failed("read what was seen")?;
    assert!(seen.iter().all(|cards| *cards <= 1), "{seen:?}");
    Ok(())
}
