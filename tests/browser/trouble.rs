//! Failures: an app that cannot start, an app that cannot take over, and addresses without a page.

use serde_json::json;

use crate::pages::{LIST, NOWHERE};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

/// The note if something is missing or damaged.
pub const GENERAL: (&str, &[&str]) =
    ("Search and filters aren’t working right now.", &["Try again", "go to the home page"]);
/// The second part of the note if the address has filters.
pub const NARROWED: &str = "The search, filters or order in this link aren’t applied: this page \
                            shows everything, in its usual order.";
/// The note if the data is that of another version.
pub const UPDATED: (&str, &[&str]) = ("This site was updated", &["Load it again"]);

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(without_its_wasm_the_page_stays_readable)
            .allow("404")
            .allow("WebAssembly")
            .allow("wasm"),
        scenario!(without_its_module_the_page_stays_readable)
            .allow("404")
            .allow("app-")
            .allow("boot-"),
        scenario!(without_its_start_script_the_page_stays_readable).allow("404").allow("boot-"),
        scenario!(a_page_that_the_app_cannot_take_over_is_rendered_again)
            .allow("panicked at")
            .allow("RuntimeError"),
        scenario!(a_missing_page_links_home).allow("404"),
        scenario!(a_missing_page_far_below_the_root_links_home).under("/").allow("404"),
    ]
}

async fn without_its_wasm_the_page_stays_readable(reader: &mut Reader) -> Outcome {
    reader.server.refuse(".wasm");
    stays_readable(reader).await
}

async fn without_its_module_the_page_stays_readable(reader: &mut Reader) -> Outcome {
    reader.server.refuse("/app-");
    stays_readable(reader).await
}

async fn without_its_start_script_the_page_stays_readable(reader: &mut Reader) -> Outcome {
    reader.server.refuse("/boot-");
    stays_readable(reader).await
}

async fn stays_readable(reader: &mut Reader) -> Outcome {
    reader.goto(&format!("{LIST}?kind=accusation")).await?;
    shows_note(reader, GENERAL).await?;
    shows_the_whole_list(reader).await?;
    reader.click_text("go to the home page").await?;
    reader.wait_for_place("").await
}

/// Checks that the page shows a note: the start of its text, and its links.
pub async fn shows_note(reader: &Reader, (start, links): (&str, &[&str])) -> Outcome {
    let note = "document.getElementById('trouble')?.checkVisibility()";
    reader.wait_for("the message to appear", note).await?;
    let shown = reader.text("#trouble").await?;
    assert!(shown.starts_with(start), "{shown}");
    assert_eq!(reader.texts("#trouble p:not([hidden]) a").await?, links);
    Ok(())
}

/// Checks that all statements can be read and that no control is shown that cannot work.
pub async fn shows_the_whole_list(reader: &Reader) -> Outcome {
    let shown = |css: &str| {
        let all = format!("[...document.querySelectorAll('{css}')]");
        format!("{all}.filter((it) => it.checkVisibility()).length")
    };
    assert_eq!(reader.eval(&shown(".card .words")).await?, json!(11));
    assert_ne!(reader.text(".cards .words").await?, "");
    assert_eq!(reader.eval(&shown(".needs-script")).await?, json!(0));
    Ok(())
}

async fn a_page_that_the_app_cannot_take_over_is_rendered_again(reader: &mut Reader) -> Outcome {
    reader.server.rewrite(LIST, |page| page.replace("<h2", "<h4").replace("</h2>", "</h4>"));
    reader.open(&format!("{LIST}?kind=accusation")).await?;
    assert_eq!(reader.count("#app > *").await?, 1);
    assert_eq!(reader.count("h4").await?, 0);
    assert_eq!(reader.text("h2#tally").await?, "1 of 11 statements");
    reader.pick("Type of statement", "Demand").await?;
    reader.wait_for_text("#tally", "2 of 11 statements").await?;
    reader.wait_for_place(&format!("{LIST}?kind=accusation,demand")).await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await
}

async fn a_missing_page_links_home(reader: &mut Reader) -> Outcome {
    reader.open(NOWHERE).await?;
    assert_eq!(reader.text("h1").await?, "Page not found");
    assert_eq!(reader.count(".hint").await?, 0);
    reader.click("#ways li:nth-child(2) a").await?;
    reader.wait_for_place(LIST).await?;
    reader.open(&format!("{LIST}statements/no-such-statement/")).await?;
    reader.click_text("Go to the home page").await?;
    reader.wait_for_place("").await?;
    reader.ready().await
}

async fn a_missing_page_far_below_the_root_links_home(reader: &mut Reader) -> Outcome {
    reader.open("a/b/c/d/e/f/g.html?x=1").await?;
    reader.click_text("Go to the home page").await?;
    reader.wait_for_place("").await?;
    reader.ready().await
}
