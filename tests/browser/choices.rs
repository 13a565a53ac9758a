//! Filters with three states, ranges of dates, the boxes for comparing, the export menu, and where
//! the reader is after each choice.

use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::pages::LIST;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::takeover::open_without_app;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    let no_load_wait = Setup { no_load_wait: true, ..Setup::default() };
    let forced_colors = Setup { forced_colors: true, ..Setup::default() };
    vec![
        scenario!(a_value_is_kept_then_left_out_then_neither),
        scenario!(a_range_of_dates_is_in_the_address),
        scenario!(arrow_keys_follow_the_direction_of_the_page),
        scenario!(results_stay_in_sight_after_a_choice),
        scenario!(the_focus_moves_to_the_count_when_its_control_is_gone),
        scenario!(results_are_shown_after_the_sheet).on(&[Engine::Chromium]),
        scenario!(choices_made_before_the_app_runs_are_applied).with(no_load_wait),
        scenario!(the_export_menu_closes_and_pushes_nothing_down),
        scenario!(two_ticks_open_a_comparison),
        scenario!(a_topic_offers_the_comparison_of_its_sides),
        scenario!(only_the_current_section_is_marked_in_forced_colours)
            .with(forced_colors)
            .on(&[Engine::Chromium]),
        scenario!(hints_on_keys_are_shown_only_with_a_keyboard),
    ]
}

async fn a_value_is_kept_then_left_out_then_neither(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let pressed = "document.querySelector('[data-code=accusation]').getAttribute('aria-pressed')";
    assert_eq!(reader.eval(pressed).await?, json!("false"));
    reader.pick("Type of statement", "Accusation").await?;
    reader.wait_for_place(&format!("{LIST}?kind=accusation")).await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    assert_eq!(reader.eval(pressed).await?, json!("true"));
    reader.click("[data-code=accusation]").await?;
    reader.wait_for_place(&format!("{LIST}?kind=-accusation")).await?;
    reader.wait_for_text("#tally", "10 of 11 statements").await?;
    let name = "document.querySelector('[data-code=accusation]').textContent";
    assert_eq!(reader.eval(name).await?, json!("Accusation, left out, 1 statement"));
    assert_eq!(reader.texts(".pill.is-out bdi").await?, ["not Accusation"]);
    reader.click("[data-code=accusation]").await?;
    reader.wait_for_place(LIST).await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    // A link leads to the same view in a fresh page.
    reader.open(&format!("{LIST}?kind=-accusation&speaker=~unnamed")).await?;
    assert_eq!(reader.text("#tally").await?, "4 of 11 statements");
    Ok(())
}

async fn a_range_of_dates_is_in_the_address(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}?from=2025&to=2025-12")).await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    assert_eq!(reader.count(".unknown li").await?, 0);
    let fields = "[...document.querySelectorAll('.range input')].map((field) => field.value)";
    assert_eq!(reader.eval(fields).await?, json!(["2025-01-01", "2025-12-31"]));
    reader.click(".pill").await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.wait_for_place(LIST).await?;
    reader.open(&format!("{LIST}?from=yesterday")).await?;
    assert_eq!(reader.text("#tally").await?, "11 statements");
    assert_eq!(reader.count(".unknown li").await?, 1);
    Ok(())
}

async fn arrow_keys_follow_the_direction_of_the_page(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let focus_first = "void document.querySelector('.facts a').focus()";
    let place = "[...document.querySelectorAll('.cards > li:first-child .facts :is(a, input)')]
        .indexOf(document.activeElement)";
    for (direction, onward, back) in
        [("ltr", "ArrowRight", "ArrowLeft"), ("rtl", "ArrowLeft", "ArrowRight")]
    {
        reader.eval(&format!("void (document.documentElement.dir = '{direction}')")).await?;
        reader.eval(focus_first).await?;
        for (key, expected) in [(onward, 1), (onward, 2), (back, 1), (back, 0)] {
            reader.press(key).await?;
            assert_eq!(reader.eval(place).await?, expected, "{direction} {key}");
        }
    }
    Ok(())
}

async fn results_stay_in_sight_after_a_choice(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.eval("void scrollTo(0, 1500)").await?;
    reader.click("[data-code='syrian-state-media']").await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    let in_sight =
        "['.cards > li:not([hidden])', '#tally', '.pill', '[data-code=syrian-state-media]']
        .map((css) => document.querySelector(css).getBoundingClientRect())
        .every(({ top, bottom }) => top >= 0 && top < innerHeight)";
    reader.wait_for("the result and the choice to be in sight", in_sight).await
}

async fn the_focus_moves_to_the_count_when_its_control_is_gone(reader: &mut Reader) -> Outcome {
    let one = format!("{LIST}?kind=accusation");
    let none = format!("{LIST}?q=timeline&kind=accusation");
    for (place, control) in [
        (&one, ".pill"),
        (&one, ".active .clear"),
        (&none, ".ways button"),
        (&none, ".ways li:last-child button"),
    ] {
        reader.open(place).await?;
        reader.eval(&format!("void document.querySelector('{control}').focus()")).await?;
        reader.press("Enter").await?;
        reader.wait_for_focus("#tally").await?;
    }
    Ok(())
}

async fn results_are_shown_after_the_sheet(reader: &mut Reader) -> Outcome {
    reader.viewport(390, 664).await?;
    reader.open(LIST).await?;
    reader.click("#open-filters").await?;
    reader.wait_for_focus("#filters-heading").await?;
    reader.pick("Type of statement", "Accusation").await?;
    reader.click(".apply button").await?;
    reader.wait_for_focus("#tally").await?;
    let card = "document.querySelector('.cards > :not([hidden]) .card').getBoundingClientRect()";
    reader
        .wait_for(
            "the card to be in sight",
            &format!("{card}.top > 0 && {card}.bottom < innerHeight"),
        )
        .await
}

async fn choices_made_before_the_app_runs_are_applied(reader: &mut Reader) -> Outcome {
    let hold = open_without_app(reader, LIST).await?;
    reader.click("[data-code=accusation]").await?;
    reader.click("[data-code=demand]").await?;
    reader.click(".cards > li:nth-child(2) .tick").await?;
    reader.choose(".bar .sort select", "source").await?;
    assert_eq!(reader.count(".option[data-early]").await?, 2);
    hold.release();
    reader.ready().await?;
    reader.wait_for_place(&format!("{LIST}?kind=accusation,demand&sort=source")).await?;
    reader.wait_for_text("#tally", "2 of 11 statements").await?;
    assert_eq!(reader.texts(".compare-bar .number").await?, ["2"]);
    assert_eq!(reader.count("[data-early]").await?, 0);
    Ok(())
}

async fn the_export_menu_closes_and_pushes_nothing_down(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let top = "document.querySelector('.card').getBoundingClientRect().top";
    let before = reader.eval(top).await?;
    let is_open = "document.querySelector('.menu').open";
    for close in ["Escape", "outside", "choice"] {
        reader.click(".menu summary").await?;
        reader.wait_for("the menu to open", is_open).await?;
        assert_eq!(reader.eval(top).await?, before);
        match close {
            "Escape" => reader.press("Escape").await?,
            "outside" => reader.click("#tally").await?,
            _ => {
                reader.eval("void (globalThis.exportView = () => {})").await?;
                reader.click(".menu button").await?;
            }
        }
        reader.wait_for("the menu to close", &format!("!{is_open}")).await?;
        if close != "outside" {
            reader.wait_for_focus(".menu summary").await?;
        }
    }
    Ok(())
}

async fn two_ticks_open_a_comparison(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.click(".cards > li:nth-child(7) .tick").await?;
    reader.wait_for_text(".compare-bar .hint", "Tick one more").await?;
    // Ticks survive filters.
    reader.pick("Type of statement", "Assertion").await?;
    reader.wait_for_text("#tally", "4 of 11 statements").await?;
    for number in [3, 9] {
        let tick = format!("[data-tick='{number}']");
        let middle = "scrollIntoView({ block: 'center' })";
        reader.eval(&format!("void document.querySelector(\"{tick}\").{middle}")).await?;
        reader.click(&tick).await?;
    }
    // A third replaces the oldest.
    reader
        .wait_for("two numbers", "document.querySelectorAll('.compare-bar .number').length === 2")
        .await?;
    assert_eq!(reader.texts(".compare-bar .number").await?, ["3", "9"]);
    assert_eq!(reader.count(".tick :checked").await?, 2);
    reader.click(".compare-bar a").await?;
    reader
        .wait_for_place(
            "shafaq-2026-01-06/compare/?statement=paris-initiative,focus-on-1974-agreement",
        )
        .await
}

async fn a_topic_offers_the_comparison_of_its_sides(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.click(".cards > li:nth-child(4) .facts a[href*='topic=']").await?;
    reader.wait_for_text(".offer a", "Compare Israel and Syria on this topic").await?;
    reader.click(".offer a").await?;
    reader.wait_for_place("shafaq-2026-01-06/compare/?party=israel,syria&topic=talks").await
}

async fn only_the_current_section_is_marked_in_forced_colours(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let marked = "[...document.querySelectorAll('.views a')].filter((link) => {
        const { borderBlockEndColor } = getComputedStyle(link);
        return borderBlockEndColor !== getComputedStyle(document.body).backgroundColor;
    }).map((link) => link.getAttribute('aria-current'))";
    assert_eq!(reader.eval(marked).await?, json!(["page"]));
    Ok(())
}

async fn hints_on_keys_are_shown_only_with_a_keyboard(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    let is_touch = "matchMedia('(hover: none) and (pointer: coarse)').matches";
    let shown = "[...document.querySelectorAll('.search kbd, .setting')]
        .filter((it) => it.checkVisibility()).length";
    let expected = if reader.eval(is_touch).await? == true { 0 } else { 2 };
    assert_eq!(reader.eval(shown).await?, expected);
    let rule = "[...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
        .filter(({ conditionText }) => conditionText === '(hover: none) and (pointer: coarse)')
        .flatMap(({ cssRules }) => [...cssRules]).filter(({ style }) => style.display === 'none').length";
    assert_eq!(reader.eval(rule).await?, 2);
    Ok(())
}
