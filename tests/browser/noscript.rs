//! A reader without JavaScript can read everything and sees no control that does not work.

use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::pages::{
    ABOUT, ACCOUNTS, ACTOR, ACTORS, ARTICLE, COMPARE, DATES, FIGURES, LIST, STATEMENT,
};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    let no_script = Setup { no_script: true, ..Setup::default() };
    let scenarios = vec![
        scenario!(a_list_is_complete),
        scenario!(a_statement_is_complete),
        scenario!(the_article_accounts_and_dates_are_complete),
        scenario!(no_page_shows_a_control_that_does_not_work),
    ];
    let both = &[Engine::Chromium, Engine::Firefox];
    scenarios.into_iter().map(|scenario| scenario.with(no_script).on(both)).collect()
}

async fn a_list_is_complete(reader: &mut Reader) -> Outcome {
    reader.goto(LIST).await?;
    let note = reader.text(".no-script").await?;
    assert!(note.contains("need JavaScript"), "{note}");
    assert_eq!(reader.text("#tally").await?, "11 statements");
    assert_eq!(reader.count(".card").await?, 11);
    let words = reader.text(".cards > li:nth-child(4) .words").await?;
    assert!(words.contains("stalling by using technicalities"), "{words}");
    reader.click(".cards > li:nth-child(4) .number").await?;
    reader.wait_for_place(STATEMENT).await
}

async fn a_statement_is_complete(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    let words = reader.text(".words.big").await?;
    assert!(words.contains("stalling by using technicalities"), "{words}");
    assert_ne!(reader.text(".one-passage").await?, "");
    assert_ne!(reader.text(".one-evidence").await?, "");
    reader.click(".way .chip").await?;
    reader.wait_for_place(ACTOR).await?;
    reader.click("nav.views .end a").await?;
    reader.wait_for_place(ABOUT).await?;
    assert_ne!(reader.text("h1").await?, "");
    Ok(())
}

async fn the_article_accounts_and_dates_are_complete(reader: &mut Reader) -> Outcome {
    reader.goto(ARTICLE).await?;
    assert_eq!(reader.count(".annotated .para").await?, 9);
    let words = reader.text("#p-4").await?;
    assert!(words.contains("stalling by using technicalities"), "{words}");
    reader.click("#n-4").await?;
    reader.wait_for_place(STATEMENT).await?;
    // The fragment of the address is enough to highlight the evidence.
    let link = ".fields a[href^='#words-3-']";
    let words = reader.text(link).await?;
    reader.click(link).await?;
    let lit = "getComputedStyle(document.querySelector(':target')).outlineStyle";
    reader.wait_for("the words to be highlighted", &format!("{lit} === 'solid'")).await?;
    assert_eq!(reader.text(":target").await?, words);
    reader.goto(ACCOUNTS).await?;
    assert_eq!(reader.count(".matrix tbody").await?, 10);
    reader.goto(DATES).await?;
    assert_eq!(reader.count(".timeline [id^=date-]").await?, 6);
    Ok(())
}

async fn no_page_shows_a_control_that_does_not_work(reader: &mut Reader) -> Outcome {
    let controls =
        "[...document.querySelectorAll('.needs-script, input, button, select, textarea')]";
    for path in ["", LIST, ACTORS, FIGURES, ARTICLE, COMPARE, ACCOUNTS, DATES, STATEMENT, ABOUT] {
        reader.goto(path).await?;
        let shown =
            format!("{controls}.filter((it) => it.checkVisibility()).map((it) => it.outerHTML)");
        assert_eq!(reader.eval(&shown).await?, json!([]), "{path}");
    }
    Ok(())
}
