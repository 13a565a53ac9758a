//! Search, filters and sorting: their effect on the list, the address and the history.

use serde_json::json;

use crate::engine::Engine;
use crate::pages::{ACTORS, FIGURES, LIST};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(choosing_adds_a_history_entry_and_typing_replaces_it),
        scenario!(unknown_values_are_reported_and_can_be_removed),
        scenario!(tracking_parameters_are_ignored),
        scenario!(an_empty_list_offers_to_widen_the_search),
        scenario!(the_order_is_in_the_address),
        scenario!(each_pill_removes_one_choice),
        scenario!(the_count_is_announced_once_typing_pauses),
        scenario!(each_list_has_its_own_filters),
        scenario!(actors_keep_their_groups_and_columns),
        scenario!(words_leave_the_highlights_of_an_earlier_search),
        scenario!(a_long_search_leaves_room_for_the_list),
        scenario!(a_printed_list_shows_its_filters).on(&[Engine::Chromium]),
        scenario!(going_back_restores_the_scroll_position),
        scenario!(a_narrower_view_starts_at_the_top),
    ]
}

async fn choosing_adds_a_history_entry_and_typing_replaces_it(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.pick("Source", "Syrian official").await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?speaker=syrian-official")).await?;
    reader.pick("Type of statement", "Demand").await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand&speaker=syrian-official")).await?;
    let entries = reader.eval("history.length").await?;
    reader.type_into("#search", "mentality").await?;
    let typed = format!("{LIST}?q=mentality&kind=demand&speaker=syrian-official");
    reader.wait_for_place(&typed).await?;
    assert_eq!(reader.eval("history.length").await?, entries);
    reader.back().await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?speaker=syrian-official")).await?;
    reader.wait_for("an empty search", "!document.getElementById('search').value").await?;
    reader.back().await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.wait_for_place(LIST).await?;
    reader.forward().await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader.forward().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.wait_for_place(&typed).await?;
    reader
        .wait_for("the earlier search", "document.getElementById('search').value === 'mentality'")
        .await?;
    assert_eq!(reader.count(".option[aria-pressed='true']").await?, 2);
    Ok(())
}

async fn unknown_values_are_reported_and_can_be_removed(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?kind=rumour,demand&sort=newest")).await?;
    let notes = reader.texts(".unknown li").await?;
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(
        notes[0].contains("type of statement: rumour")
            && notes[1].contains("sort order we don’t have (newest)"),
        "{notes:?}"
    );
    assert_eq!(reader.text("#tally").await?, "1 of 11 statements");
    reader.click(".unknown li button").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand&sort=newest")).await?;
    reader.click(".unknown li button").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand")).await?;
    assert_eq!(reader.count(".unknown li").await?, 0);
    Ok(())
}

async fn tracking_parameters_are_ignored(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?utm_source=mail&kind=demand&fbclid=x")).await?;
    assert_eq!(reader.text("#tally").await?, "1 of 11 statements");
    assert_eq!(reader.count(".unknown li").await?, 0);
    reader.pick("Type of statement", "Accusation").await?;
    reader.wait_for_place(&format!("{LIST}?kind=demand,accusation")).await
}

async fn an_empty_list_offers_to_widen_the_search(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?q=timeline&kind=accusation")).await?;
    assert_eq!(reader.text("#tally").await?, "0 of 11 statements");
    let cards =
        "[...document.querySelectorAll('.cards > li > *')].filter((it) => it.checkVisibility())";
    reader.check(&format!("{cards}.length === 0")).await?;
    assert_eq!(
        reader.texts(".asked li").await?,
        ["Type of statement: Accusation", "Search: timeline"]
    );
    assert_eq!(
        reader.texts(".ways button").await?,
        [
            "Remove filter – Type of statement (1 statement)",
            "Remove search (1 statement)",
            "Clear all filters (11 statements)"
        ]
    );
    reader.click_text("Remove search (1 statement)").await?;
    reader.wait_for_place(&format!("{LIST}?kind=accusation")).await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.check(&format!("{cards}.length === 1")).await?;
    reader.back().await?;
    reader.click_text("Clear all filters (11 statements)").await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.check(&format!("{cards}.length === 11")).await?;
    reader.wait_for_place(LIST).await
}

async fn the_order_is_in_the_address(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let labels = "[...document.querySelectorAll('.card h3')].map((it) => it.textContent)";
    let in_article_order = reader.eval(labels).await?;
    // WebKit skips history entries that a page adds before the reader interacts with it.
    reader.click("h1").await?;
    reader.choose(".bar .sort select", "source").await?;
    reader.wait_for_place(&format!("{LIST}?sort=source")).await?;
    assert_ne!(reader.eval(labels).await?, in_article_order);
    reader.back().await?;
    reader.wait_for_place(LIST).await?;
    reader
        .wait_for(
            "the earlier order",
            "document.querySelector('.bar .sort select').value === 'article'",
        )
        .await?;
    assert_eq!(reader.eval(labels).await?, in_article_order);
    reader.open(&format!("{LIST}?sort=said")).await?;
    assert_eq!(
        reader.eval("document.querySelector('.bar .sort select').value").await?,
        json!("said")
    );
    Ok(())
}

async fn each_pill_removes_one_choice(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?q=israel&speaker=syrian-official&kind=demand")).await?;
    assert_eq!(reader.count(".pill").await?, 3);
    reader.click("[aria-label='Remove filter – Type of statement: Demand']").await?;
    reader.wait_for_place(&format!("{LIST}?q=israel&speaker=syrian-official")).await?;
    reader.click("[aria-label='Remove filter – Search: israel']").await?;
    reader.wait_for_place(&format!("{LIST}?speaker=syrian-official")).await?;
    reader.wait_for("an empty search", "!document.getElementById('search').value").await?;
    reader.click_text("Clear filters").await?;
    reader.wait_for_place(LIST).await?;
    assert_eq!(reader.count(".pill").await?, 0);
    Ok(())
}

async fn the_count_is_announced_once_typing_pauses(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let text = "document.querySelector('[role=status]').textContent";
    assert_eq!(reader.eval(text).await?, json!(""));
    // The page's timers run only when the scenario runs them. A slow machine may take longer
    // between two keys than the page waits for the next one.
    let observe = "void (() => {
        window.announced = [];
        const status = document.querySelector('[role=status]');
        new MutationObserver(() => announced.push(status.textContent))
            .observe(status, { childList: true, characterData: true, subtree: true });
        window.timers = new Map();
        let last = 0;
        const { setTimeout, clearTimeout } = window;
        // Timers without a delay let the browser handle events while the app draws. Long ones are
        // limits that WebKit's driver sets for its scripts in the page.
        window.setTimeout = (run, delay) => delay > 0 && delay < 10_000
            ? (timers.set(--last, run), last)
            : setTimeout(run, delay);
        window.clearTimeout = (timer) => timers.delete(timer) || clearTimeout(timer);
    })()";
    reader.eval(observe).await?;
    reader.type_into("#search", "timeline").await?;
    reader.wait_for_place(&format!("{LIST}?q=timeline")).await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    assert_eq!(reader.eval("announced").await?, json!([]));
    reader.eval("void [...timers.values()].forEach((run) => run())").await?;
    reader.wait_for("the count to be announced", "announced.length").await?;
    assert_eq!(reader.eval("announced").await?, json!(["1 of 11 statements"]));
    Ok(())
}

async fn each_list_has_its_own_filters(reader: &mut Reader) -> Outcome {
    reader.open(ACTORS).await?;
    reader.pick("Type", "State").await?;
    reader.wait_for_place(&format!("{ACTORS}?kind=state")).await?;
    reader.wait_for_text("#tally", "3 of 15 actors").await?;
    reader.type_into("#search", "syria").await?;
    reader.wait_for_text("#tally", "1 of 15 actors").await?;
    reader.open(&format!("{FIGURES}?place=quneitra")).await?;
    assert_eq!(reader.text("#tally").await?, "1 figure");
    assert_eq!(reader.count(".pill").await?, 1);
    Ok(())
}

async fn going_back_restores_the_scroll_position(reader: &mut Reader) -> Outcome {
    let card = ".cards > li:nth-child(9)";
    for (link, place) in [
        (".facts a[href*='topic=']", "?topic=talks"),
        (".number", "statements/focus-on-1974-agreement/"),
    ] {
        reader.open(LIST).await?;
        let scrolled = scroll_to(reader, card).await?;
        reader.click(&format!("{card} {link}")).await?;
        reader.wait_for_place(&format!("{LIST}{place}")).await?;
        reader.back().await?;
        reader.wait_for_text("#tally", "11 statements").await?;
        let near = format!("Math.abs(scrollY - {scrolled}) < 50");
        reader.wait_for("the earlier scroll position", &near).await?;
    }
    // Going forward restores the position in the narrower list.
    reader.open(&format!("{LIST}?speaker=syrian-official")).await?;
    let first = scroll_to(reader, ".cards > :nth-child(3 of :not([hidden]))").await?;
    reader.click(".cards > :nth-child(3 of :not([hidden])) .facts a[href*='topic=']").await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    // The app scrolls to the top before it moves the focus.
    reader.wait_for_focus("#title").await?;
    let second = scroll_to(reader, ".cards > :nth-child(6 of :not([hidden]))").await?;
    reader.back().await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    reader
        .wait_for("the first scroll position", &format!("Math.abs(scrollY - {first}) < 50"))
        .await?;
    reader.forward().await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    reader
        .wait_for("the second scroll position", &format!("Math.abs(scrollY - {second}) < 50"))
        .await
}

/// Scrolls to an element and returns the position of the page, in CSS pixels.
async fn scroll_to(reader: &mut Reader, element: &str) -> Outcome<serde_json::Value> {
    reader.eval(&format!("void document.querySelector(\"{element}\").scrollIntoView()")).await?;
    // The scroll event is dispatched in the next frame.
    let frame = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    let scrolled = reader.eval(&format!("{frame}.then(() => Math.round(scrollY))")).await?;
    assert_ne!(scrolled, json!(0));
    Ok(scrolled)
}

async fn a_narrower_view_starts_at_the_top(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    scroll_to(reader, ".cards > li:nth-child(9)").await?;
    reader.click(".cards > li:nth-child(9) .facts a[href*='topic=']").await?;
    reader.wait_for_text("#tally", "7 of 11 statements").await?;
    reader.wait_for("the top of the page", "scrollY === 0").await?;
    reader.wait_for_focus("#title").await
}

/// Checks that each group of actors that is shown has one heading, and that the first actor that is
/// shown has the names of the columns, whichever actors a filter hides.
async fn actors_keep_their_groups_and_columns(reader: &mut Reader) -> Outcome {
    let shown = "[...document.querySelectorAll('.of-actors .group')]
        .filter((it) => it.offsetParent).map((it) => it.textContent)";
    let named = "[...document.querySelectorAll('.of-actors .count-row dt')]
        .filter((it) => it.offsetHeight > 2).map((it) => it.textContent)";
    let columns = json!(["Statements made", "Passed on", "Statements about"]);
    reader.viewport(1440, 900).await?;
    reader.open(ACTORS).await?;
    let groups = json!(["Speak in this article", "Pass words on", "Only mentioned"]);
    assert_eq!(reader.eval(shown).await?, groups);
    assert_eq!(reader.eval(named).await?, columns);
    // What the outlet published is not below "Statements made".
    let left =
        |css: &str| format!("document.querySelector(\"{css}\").getBoundingClientRect().left");
    let published = left("[aria-label='Shafaq News'] dd a");
    reader.check(&format!("{published} >= {}", left(".count-row:nth-child(2) dt"))).await?;
    reader.pick("Type", "Person").await?;
    reader.wait_for_text("#tally", "3 of 15 actors").await?;
    assert_eq!(reader.eval(shown).await?, json!(["Speak in this article", "Only mentioned"]));
    assert_eq!(reader.eval(named).await?, columns);
    reader.choose(".bar .sort select", "source").await?;
    reader.wait_for_place(&format!("{ACTORS}?kind=person&sort=source")).await?;
    reader.wait_for("no groups", &format!("{shown}.length === 0")).await?;
    assert_eq!(reader.eval(named).await?, columns);
    Ok(())
}

/// Checks that a new search takes the words out of the highlight before it is replaced. WebKit
/// would otherwise leave them yellow.
async fn words_leave_the_highlights_of_an_earlier_search(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    if reader.eval("!globalThis.Highlight").await? == json!(true) {
        return Ok(());
    }
    reader.type_into("#search", "ta").await?;
    let found = "CSS.highlights.get('found')";
    reader.wait_for("highlights", &format!("{found}?.size > 12")).await?;
    let keep = format!("void CSS.highlights.set('before', {found})");
    reader.eval(&keep).await?;
    reader.type_into("#search", "lks").await?;
    let before = "CSS.highlights.get('before')";
    reader
        .wait_for("other highlights", &format!("{found} !== {before} && {found}.size > 0"))
        .await?;
    reader.check(&format!("{before}.size === 0")).await
}

/// Checks that a very long search does not push the list out of sight.
async fn a_long_search_leaves_room_for_the_list(reader: &mut Reader) -> Outcome {
    reader.viewport(1440, 900).await?;
    reader.open(&format!("{LIST}?q={}", "long ".repeat(600).trim().replace(' ', "%20"))).await?;
    reader.wait_for_text("#tally", "0 of 11 statements").await?;
    reader.check("document.querySelector('.pill').offsetHeight < 80").await?;
    reader.check("document.querySelector('.ways').getBoundingClientRect().bottom < 900").await
}

/// Checks that a printed list says which filters it was printed with.
async fn a_printed_list_shows_its_filters(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?kind=-accusation&speaker=~unnamed")).await?;
    reader.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let shown = "[...document.querySelectorAll('.pill')]
        .filter((it) => it.offsetParent && getComputedStyle(it).color === 'rgb(0, 0, 0)')
        .map((it) => it.innerText.replace(/\\s+/g, ' ').trim())";
    let filters = json!(["Source Any unnamed source", "Type of statement not Accusation"]);
    assert_eq!(reader.eval(shown).await?, filters);
    reader.check("!document.querySelector('.clear').offsetParent").await?;
    reader.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    Ok(())
}
