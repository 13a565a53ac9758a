//! The goals of `goals`, measured as a reader meets them: where the words begin on a phone, how much
//! is on screen at once, how many steps a task takes. The same scenarios can measure an older build,
//! which `ONRECORD_DIST` names, so selectors also accept what earlier pages had.

use serde_json::{Value, json};

use crate::export::{catch_files, saved};
use crate::goals::{self, Goal};
use crate::pages::{ABOUT, ACCOUNTS, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(the_first_card_is_near_the_top_of_a_phone),
        scenario!(the_first_words_of_the_list_are_near_the_top_of_a_phone),
        scenario!(the_words_of_a_statement_are_near_the_top_of_its_page),
        scenario!(cards_are_mostly_the_words_of_the_article),
        scenario!(few_filter_options_are_shown_at_first),
        scenario!(the_first_page_has_few_tab_stops).under("/"),
        scenario!(the_evidence_is_a_short_table),
        scenario!(all_sides_fit_two_screens),
        scenario!(unnamed_accusations_are_exported_in_four_clicks).under("/"),
        scenario!(two_sides_on_one_topic_are_two_clicks_from_the_list).under("/"),
        scenario!(two_sides_on_one_topic_are_two_clicks_from_a_statement),
        scenario!(the_first_screen_says_what_this_is).under("/"),
        scenario!(the_first_screen_of_about_says_what_who_and_how),
    ]
}

/// Window for tasks on a computer, as on a common laptop.
const LAPTOP: (u32, u32) = (1440, 900);
/// Maximum number of presses of Tab, more than any page has stops.
const MAX_STOPS: usize = 600;
/// Maximum number of pages that are opened on the way to another one.
const MAX_PAGES: usize = 20;

/// The words of a card, or of the statement that a page is about.
const WORDS: &str = "document.querySelector('.cards .words, .one .words, .one .big')";

async fn the_first_card_is_near_the_top_of_a_phone(reader: &mut Reader) -> Outcome {
    reader.open_on_phone("").await?;
    let card = "document.querySelector('.cards .card')";
    let top = number(reader, &format!("{card}.getBoundingClientRect().top + scrollY")).await?;
    goals::FIRST_CARD.check(reader.engine, top, "/")
}

async fn the_first_words_of_the_list_are_near_the_top_of_a_phone(reader: &mut Reader) -> Outcome {
    reader.open_on_phone("").await?;
    let top = number(reader, &format!("{WORDS}.getBoundingClientRect().top + scrollY")).await?;
    goals::FIRST_WORDS.check(reader.engine, top, "/")
}

async fn the_words_of_a_statement_are_near_the_top_of_its_page(reader: &mut Reader) -> Outcome {
    let mut lowest = (None, String::new());
    for path in statements(reader).await? {
        reader.goto_on_phone(&path).await?;
        let top = number(reader, &format!("{WORDS}.getBoundingClientRect().top + scrollY")).await?;
        lowest = lowest.max((top, path));
    }
    goals::OWN_WORDS.check(reader.engine, lowest.0, &lowest.1)
}

async fn cards_are_mostly_the_words_of_the_article(reader: &mut Reader) -> Outcome {
    reader.open_on_phone("").await?;
    assert_eq!(reader.count(".cards .card .words").await?, 11);
    let sum = "((css) => [...document.querySelectorAll(css)]
        .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0))";
    let share = format!("100 * {sum}('.cards .card .words') / {sum}('.cards .card')");
    goals::SHARE.check(reader.engine, number(reader, &share).await?, "/")
}

async fn few_filter_options_are_shown_at_first(reader: &mut Reader) -> Outcome {
    reader.viewport(LAPTOP.0, LAPTOP.1).await?;
    reader.open(LIST).await?;
    let options = "[...document.querySelectorAll('#filters .option')]";
    let shown = format!("{options}.filter((option) => option.checkVisibility()).length");
    goals::OPTIONS.check(reader.engine, number(reader, &shown).await?, LIST)
}

/// The number of stops in each part of the page.
const STOPS_BY_PART: &str = "[...stops].reduce((parts, stop) => {
    const part = stop.closest('header, footer, #filters, .cards, aside, section, main, body');
    const name = part.id || part.className || part.localName;
    return { ...parts, [name]: (parts[name] ?? 0) + 1 };
}, {})";

/// Presses Tab from the top of the page until the focus leaves it or comes back to an earlier
/// element.
async fn the_first_page_has_few_tab_stops(reader: &mut Reader) -> Outcome {
    reader.viewport(LAPTOP.0, LAPTOP.1).await?;
    reader.open("").await?;
    let watch = "void (() => {
        window.stops = new Set();
        window.isOver = false;
        document.addEventListener('focusin', ({ target }) => {
            window.isOver ||= stops.has(target);
            stops.add(target);
        });
    })()";
    reader.eval(watch).await?;
    for _ in 0..MAX_STOPS {
        reader.press("Tab").await?;
        let is_over = "isOver || !document.hasFocus() || document.activeElement === document.body";
        if reader.eval(is_over).await? == true {
            let stops = number(reader, "stops.size").await?;
            let parts = reader.eval(STOPS_BY_PART).await?;
            return goals::STOPS.check(reader.engine, stops, &parts.to_string());
        }
    }
    Err(format!("more than {MAX_STOPS} stops; last state: {}", reader.state().await?))
}

async fn the_evidence_is_a_short_table(reader: &mut Reader) -> Outcome {
    let mut longest = (None, String::new());
    for path in statements(reader).await? {
        reader.goto(&path).await?;
        // Rows without a cell are headings of groups.
        let rows = "document.querySelectorAll('.fields tr:has(td)').length";
        longest = longest.max((number(reader, rows).await?, path));
    }
    goals::EVIDENCE.check(reader.engine, longest.0.filter(|rows| *rows > 0), &longest.1)
}

async fn all_sides_fit_two_screens(reader: &mut Reader) -> Outcome {
    reader.viewport(LAPTOP.0, LAPTOP.1).await?;
    reader.goto(ACCOUNTS).await?;
    let height = "document.documentElement.scrollHeight";
    goals::SIDES.check(reader.engine, number(reader, height).await?, ACCOUNTS)
}

/// Finds a control by its text and marks it for a click, in the page. Returns null if there is none,
/// otherwise true if all of it is on screen and nothing covers it. Scrolls to it if it is not.
const FIND: &str = "((css, text) => {
    document.querySelector('[data-step]')?.removeAttribute('data-step');
    const label = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
    const control = [...document.querySelectorAll(css)]
        .find((element) => element.checkVisibility() && text.test(label(element)));
    if (!control) return null;
    control.dataset.step = '';
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isShown = top >= 0 && bottom <= innerHeight && (met === control || control.contains(met));
    if (!isShown) control.scrollIntoView({ block: 'center' });
    return isShown;
})";

async fn unnamed_accusations_are_exported_in_four_clicks(reader: &mut Reader) -> Outcome {
    reader.viewport(LAPTOP.0, LAPTOP.1).await?;
    reader.open("").await?;
    let (mut clicks, mut scrolls) = (0, 0);
    // Without the one option for all unnamed sources, a reader chooses each that fits.
    let any = step(reader, "#filters .option", "/^Any unnamed source/", &mut scrolls).await?;
    let kinds = ["/^Unnamed person/", "/^Unnamed group/", "/^Unspecified group/", "/^Implied/"];
    let of_sources = if any { &["/^Any unnamed source/"][..] } else { &kinds[..] };
    let options =
        of_sources.iter().chain(&["/^Accusation/"]).map(|text| ("#filters .option", *text));
    scrolls = 0;
    for (css, text) in options.chain([("button, summary", "/^Export/"), ("a, button", "/CSV/")]) {
        catch_files(reader).await?;
        if step(reader, css, text, &mut scrolls).await? {
            reader.click("[data-step]").await?;
            clicks += 1;
        } else if any || !kinds.contains(&text) {
            goals::CLICKS.check(reader.engine, None, &format!("no control for {text}"))?;
        }
    }
    reader.wait_for("a file to be saved", "window.saved !== undefined").await?;
    let name = reader.eval("window.savedAs").await?;
    let name = name.as_str().unwrap_or_default().to_owned();
    let file = saved(reader, &name).await?;
    let mut table = csv::Reader::from_reader(file.trim_start_matches('\u{FEFF}').as_bytes());
    assert_eq!(table.records().count(), 1, "{file}");
    let clicks = goals::CLICKS.check(reader.engine, Some(clicks), &name);
    clicks.and(goals::SCROLLS.check(reader.engine, Some(scrolls), &name))
}

/// Finds the control of a step and counts the scroll that it needs. Returns false if there is none.
async fn step(reader: &Reader, css: &str, text: &str, scrolls: &mut u32) -> Outcome<bool> {
    let found = reader.eval(&format!("{FIND}({}, {text})", json!(css))).await?;
    *scrolls += u32::from(found == Value::Bool(false));
    Ok(!found.is_null())
}

async fn two_sides_on_one_topic_are_two_clicks_from_the_list(reader: &mut Reader) -> Outcome {
    two_sides_on_one_topic(reader, "", &goals::PAIR_LIST).await
}

async fn two_sides_on_one_topic_are_two_clicks_from_a_statement(reader: &mut Reader) -> Outcome {
    two_sides_on_one_topic(reader, STATEMENT, &goals::PAIR_PAGE).await
}

/// Follows visible links, shortest way first, to a page that compares Israel and Syria on a topic.
async fn two_sides_on_one_topic(reader: &mut Reader, from: &str, goal: &Goal) -> Outcome {
    reader.viewport(LAPTOP.0, LAPTOP.1).await?;
    reader.goto(from).await?;
    let mut clicks = 1;
    let mut found = links(reader).await?;
    if !found.iter().any(|link| compares_the_sides(link)) {
        clicks = 2;
        let leads = |link: &String| link.contains("/accounts/") || link.contains("/compare/");
        let mut further = Vec::new();
        for page in found.into_iter().filter(leads).take(MAX_PAGES) {
            reader.visit(&page).await?;
            further.extend(links(reader).await?);
        }
        found = further;
    }
    let Some(place) = found.into_iter().find(|link| compares_the_sides(link)) else {
        return goal.check(reader.engine, None, from);
    };
    reader.visit(&place).await?;
    reader.ready().await?;
    let text = "document.querySelector('main').innerText";
    for side in ["Israel", "Syria"] {
        reader.check(&format!("{text}.includes({})", json!(side))).await?;
    }
    goal.check(reader.engine, Some(clicks), &place)
}

/// Returns the addresses of all links that a reader can see, each once.
async fn links(reader: &Reader) -> Outcome<Vec<String>> {
    // Some links are hidden until scripts run.
    reader.wait_for("scripts to run", "document.documentElement.dataset.scripts").await?;
    let shown = "[...document.links].filter((link) => link.checkVisibility())";
    let links = reader.eval(&format!("[...new Set({shown}.map((link) => link.href))]")).await?;
    serde_json::from_value(links).or_failed("read the links")
}

/// Returns true for an address that compares Israel with Syria on one topic. Without sides in the
/// address, the page compares all of them.
fn compares_the_sides(link: &str) -> bool {
    let Ok(url) = url::Url::parse(link) else { return false };
    let value = |key: &str| url.query_pairs().find(|(name, _)| name == key).map(|(_, value)| value);
    let is_pair =
        value("party").is_none_or(|sides| matches!(&*sides, "israel,syria" | "syria,israel"));
    url.path().ends_with("/compare/") && value("topic").is_some() && is_pair
}

/// The lowest edge on the page of elements whose text matches a pattern, the first for each pattern.
const ENDS: &str = "((css, patterns) => Math.max(...patterns.map((pattern) => {
    const element = [...document.querySelectorAll(css)]
        .find((element) => element.checkVisibility() && pattern.test(element.innerText));
    return element ? element.getBoundingClientRect().bottom + scrollY : NaN;
})))";

async fn the_first_screen_says_what_this_is(reader: &mut Reader) -> Outcome {
    reader.open_on_phone("").await?;
    let end = format!("{ENDS}('p', [/who said what/i])");
    goals::WHAT.check(reader.engine, number(reader, &end).await?, "/")
}

async fn the_first_screen_of_about_says_what_who_and_how(reader: &mut Reader) -> Outcome {
    reader.goto_on_phone(ABOUT).await?;
    // A heading, or a link in the list of contents.
    let end = format!(
        "{ENDS}('main h1, main h2, main p, main a', [/who said what|what this is/i, /who made/i, /make one/i])"
    );
    goals::ABOUT.check(reader.engine, number(reader, &end).await?, ABOUT)
}

/// Returns the value of a JavaScript expression, rounded; `None` if it is not a number or its element
/// is missing.
async fn number(reader: &Reader, expression: &str) -> Outcome<Option<u32>> {
    let fonts = "document.fonts.ready";
    let value = format!("{fonts}.then(() => {{ try {{ return {expression}; }} catch {{ }} }})");
    let value = reader.eval(&value).await?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size on a page")]
    Ok(value.as_f64().map(|value| value.round() as u32))
}

/// Returns the paths of the pages of all statements.
async fn statements(reader: &Reader) -> Outcome<Vec<String>> {
    reader.goto(LIST).await?;
    let numbers = "[...document.querySelectorAll('.cards .card .number')]";
    let paths = reader.eval(&format!("{numbers}.map((link) => link.href)")).await?;
    let paths: Vec<String> = serde_json::from_value(paths).or_failed("read the links")?;
    let base = reader.server.url("");
    let paths: Vec<_> = paths.iter().filter_map(|path| path.strip_prefix(&base)).collect();
    assert_eq!(paths.len(), 11, "{paths:?}");
    Ok(paths.into_iter().map(str::to_owned).collect())
}
