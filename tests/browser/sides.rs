//! By side and Compare: what fits on a page, which numbers lead to which summaries, and the fields
//! that choose the sides.

use serde_json::json;

use crate::pages::{ACCOUNTS, COMPARE};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(all_sides_fit_on_two_screens),
        scenario!(a_number_leads_to_its_summary),
        scenario!(narrow_pages_name_each_side),
        scenario!(two_sides_are_compared_from_a_topic),
        scenario!(sides_and_topics_are_chosen_with_fields),
        scenario!(comparisons_fit_narrow_windows),
    ]
}

/// The height of the page of all sides, in CSS pixels, in a window 1440 wide.
const MAX_HEIGHT: u64 = 1800;

async fn all_sides_fit_on_two_screens(reader: &mut Reader) -> Outcome {
    reader.goto_in_frame(1440, ACCOUNTS).await?;
    reader.text(".matrix").await?;
    let height = reader.eval("document.documentElement.scrollHeight").await?;
    assert!(height.as_u64().is_some_and(|height| height <= MAX_HEIGHT), "{height} px");
    Ok(())
}

async fn a_number_leads_to_its_summary(reader: &mut Reader) -> Outcome {
    reader.goto(ACCOUNTS).await?;
    reader.click(".matrix a[href='#said-9']").await?;
    reader.wait_for_place(&format!("{ACCOUNTS}#said-9")).await?;
    let shown = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)
        (document.querySelector('#said-9.named').getBoundingClientRect())";
    reader.wait_for("the summary to be in view", shown).await?;
    let head = "document.querySelector('.matrix thead').getBoundingClientRect().bottom
        <= document.querySelector('#said-9').getBoundingClientRect().top";
    reader.wait_for("the summary to be below the head", head).await
}

async fn narrow_pages_name_each_side(reader: &mut Reader) -> Outcome {
    for width in [320, 390, 1000] {
        reader.goto_in_frame(width, ACCOUNTS).await?;
        reader.text(".matrix").await?;
        let nameless = "[...document.querySelectorAll('.matrix td:not([colspan])')]
            .filter((cell) => cell.checkVisibility()
                && !cell.querySelector('.side-label').checkVisibility()).length";
        assert_eq!(reader.eval(nameless).await?, json!(0), "{width}");
        let wide = "document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(reader.eval(wide).await?, json!(true), "{width}");
        // Silence is mentioned once for each topic, and differs from speaking jointly.
        let text = "document.querySelector('.matrix tbody').innerText";
        let first = reader.eval(text).await?;
        let first = first.as_str().unwrap_or_default();
        assert!(first.contains("United States: In joint statements only"), "{first}");
        assert!(first.contains("No statement: Syrian Observatory"), "{first}");
    }
    Ok(())
}

async fn two_sides_are_compared_from_a_topic(reader: &mut Reader) -> Outcome {
    reader.goto(ACCOUNTS).await?;
    reader.click(".matrix tbody:nth-of-type(2) .side-link").await?;
    reader.ready().await?;
    reader.wait_for_place(&format!("{COMPARE}?party=israel,syria&topic=talks")).await?;
    reader.wait_for_text("h1", "Compare: Israel and Syria").await?;
    assert_eq!(reader.texts(".duel thead th").await?, ["Type", "Israel 2", "Syria 5"]);
    // Joint statements appear once, and without a choice of sides, sources on no side as well.
    reader.open(&format!("{COMPARE}?topic=military-activity")).await?;
    let heads = reader.texts(".duel thead th").await?;
    let expected =
        ["Type", "Israel 1 jointly", "Syria 1, and 1 jointly", "United States 1 jointly"];
    assert_eq!(heads[..4], expected);
    assert_eq!(heads[4], "Not part of a side 2");
    assert_eq!(reader.texts(".band .item .number").await?, ["6"]);
    Ok(())
}

async fn sides_and_topics_are_chosen_with_fields(reader: &mut Reader) -> Outcome {
    let place = |query: &str| format!("{COMPARE}{query}");
    reader.open(&place("?party=israel,syria&topic=talks")).await?;
    choose(reader, 2, "united-states").await?;
    reader.wait_for_place(&place("?party=israel,united-states&topic=talks")).await?;
    reader.wait_for_text("h1", "Compare: Israel and United States").await?;
    let silent = reader.text(".duel .none").await?;
    assert_eq!(silent, "No statement on this topic in this article");
    let focused = format!("document.activeElement === document.querySelector('{}')", field(2));
    reader.check(&focused).await?;
    choose(reader, 4, "economy-and-commerce").await?;
    let both = place("?party=israel,united-states&topic=talks,economy-and-commerce");
    reader.wait_for_place(&both).await?;
    reader.reload().await?;
    reader.ready().await?;
    reader.wait_for_place(&both).await?;
    let chosen = "[...document.querySelectorAll('.choose select')].map((field) => field.value)";
    let expected = json!(["israel", "united-states", "talks", "economy-and-commerce"]);
    assert_eq!(reader.eval(chosen).await?, expected);
    choose(reader, 1, "").await?;
    reader.wait_for_place(&place("?topic=talks,economy-and-commerce")).await?;
    reader.back().await?;
    reader.wait_for_place(&both).await?;
    let first = format!("document.querySelector('{}').value === 'israel'", field(1));
    reader.wait_for("the first side to be back", &first).await?;
    reader.click_text("Copy link").await?;
    let said = "document.getElementById('copied').textContent !== ''";
    reader.wait_for("a message about the link", said).await
}

fn field(at: usize) -> String {
    format!(".choose label:nth-child({at}) select")
}

/// Focuses a field and chooses an option by its value. Drivers differ in where the focus is after
/// they choose.
async fn choose(reader: &Reader, at: usize, value: &str) -> Outcome {
    // WebKit skips history entries that a page adds before the reader interacts with it.
    reader.click("h1").await?;
    let choose = format!(
        "void (() => {{
            const field = document.querySelector('{}');
            field.focus();
            field.value = '{value}';
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()",
        field(at)
    );
    reader.eval(&choose).await?;
    Ok(())
}

async fn comparisons_fit_narrow_windows(reader: &mut Reader) -> Outcome {
    for width in [320, 700, 1000] {
        for query in
            ["", "?party=israel,syria&topic=security-and-intelligence,talks", "?topic=talks"]
        {
            reader.open_in_frame(width, &format!("{COMPARE}{query}")).await?;
            let wide = "document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(reader.eval(wide).await?, json!(true), "{width} {query}");
        }
    }
    Ok(())
}
