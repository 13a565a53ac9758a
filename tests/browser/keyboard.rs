//! Using the site with the keyboard alone.

use serde_json::json;

use crate::pages::{LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_list_can_be_filtered_with_the_keyboard_alone),
        scenario!(the_skip_link_moves_past_the_header),
        scenario!(the_slash_shortcut_stays_off_after_a_reload),
        scenario!(a_slash_in_a_field_is_typed),
    ]
}

const ON_TYPES: &str = "focus.matches('[data-facet=kind]')";
const ON_ACCUSATION: &str = "focus.matches('[data-code=accusation]')";
const ON_SOURCES: &str = "focus.matches('[data-facet=speaker]')";

async fn a_list_can_be_filtered_with_the_keyboard_alone(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    reader.walk("Tab", "focus.matches('.crumb a')").await?;
    reader.press("Enter").await?;
    reader.wait_for_place(LIST).await?;
    reader.ready().await?;
    // A group is one stop. Arrow keys move in it.
    reader.walk("Tab", ON_SOURCES).await?;
    reader.press(" ").await?;
    reader.wait_for_text("#tally", "5 of 11 statements").await?;
    reader.press("Tab").await?;
    assert_eq!(
        reader.eval(&format!("((focus) => {ON_TYPES})(document.activeElement)")).await?,
        true
    );
    reader.walk("ArrowDown", ON_ACCUSATION).await?;
    reader.press(" ").await?;
    let chosen = format!("{LIST}?kind=accusation&speaker=~unnamed");
    reader.wait_for_place(&chosen).await?;
    reader.press("/").await?;
    reader.wait_for_focus("#search").await?;
    reader.write("stalling").await?;
    reader.wait_for_place(&chosen.replace("?", "?q=stalling&")).await?;
    reader.press("Escape").await?;
    reader.wait_for_place(&chosen).await?;
    reader.wait_for_focus("#search").await?;
    reader.walk("Shift+Tab", ON_ACCUSATION).await?;
    reader.press("Delete").await?;
    reader.wait_for_text("#tally", "5 of 11 statements").await?;
    reader.wait_for_focus("[data-code=accusation]").await?;
    reader.walk("Tab", "focus.textContent === 'Clear filters'").await?;
    reader.press("Enter").await?;
    reader.wait_for_text("#tally", "11 statements").await?;
    reader.walk("Tab", "focus.matches('.cards > li:nth-child(4) .number')").await?;
    reader.press("Enter").await?;
    reader.wait_for_place(STATEMENT).await
}

async fn the_skip_link_moves_past_the_header(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.press("Tab").await?;
    reader.wait_for_focus(".skip").await?;
    reader.press("Enter").await?;
    reader.wait_for_place(&format!("{LIST}#main")).await?;
    reader.press("Tab").await?;
    reader
        .wait_for("the focus to be in the main part", "document.activeElement.closest('main')")
        .await
}

async fn the_slash_shortcut_stays_off_after_a_reload(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.press("/").await?;
    reader.wait_for_focus("#search").await?;
    reader.click(".setting").await?;
    reader.wait_for("the hint to disappear", "!document.querySelector('.search kbd')").await?;
    reader.wait_for("the setting to be stored", "localStorage.length").await?;
    reader.reload().await?;
    reader.ready().await?;
    assert_eq!(reader.count(".setting input:checked").await?, 0);
    reader.press("/").await?;
    assert_eq!(reader.eval("document.activeElement.id").await?, json!(""));
    reader.click(".setting").await?;
    reader.wait_for("the hint to appear", "document.querySelector('.search kbd')").await?;
    reader.press("/").await?;
    reader.wait_for_focus("#search").await
}

async fn a_slash_in_a_field_is_typed(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.press("/").await?;
    reader.wait_for_focus("#search").await?;
    reader.write("a/b").await?;
    reader.wait_for_place(&format!("{LIST}?q=a/b")).await
}
