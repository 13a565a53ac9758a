//! Accessibility: an automated check of every state, narrow pages, and what a screen reader hears.

use super::{ARTICLE, begin, contains, contents, has, open, paste};
use crate::engine::Engine;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(axe_finds_nothing_in_any_state),
        scenario!(a_statement_is_made_by_ear),
        scenario!(no_state_is_wider_than_a_narrow_page).on(&[Engine::Chromium]),
    ]
}

async fn axe_finds_nothing_in_any_state(reader: &mut Reader) -> Outcome {
    open(reader, "axe").await?;
    check(reader, "start").await?;
    paste(reader, ARTICLE).await?;
    check(reader, "recognised").await?;
    reader.click(".slip-foot .strong").await?;
    reader.wait_for_text("#card", "Is this a statement?").await?;
    check(reader, "suggestion").await?;
    reader.press("Enter").await?;
    reader.wait_for("a question", &has(".ask")).await?;
    check(reader, "question").await?;
    // The first answer to each question, up to that about the type.
    while reader.eval(&has(".types button")).await? != true {
        reader.click(".answer").await?;
    }
    check(reader, "types").await?;
    reader.press("Escape").await?;
    reader.press("ArrowRight").await?;
    reader.press("Shift+ArrowRight").await?;
    reader.wait_for("the bar", &has(".desk-bar")).await?;
    check(reader, "selection").await?;
    reader.press("Escape").await?;
    reader.press("Escape").await?;
    reader.press("?").await?;
    reader.wait_for("all keys", "document.querySelector('dialog').open").await?;
    check(reader, "keys").await?;
    reader.press("Escape").await?;
    reader.wait_for("the keys to close", "!document.querySelector('dialog').open").await?;
    // A screen reader meets headings, regions and buttons with names in this order.
    let headings = contents(reader, "h1, h2, h3").await?;
    assert!(headings.len() > 3, "{headings:?}");
    let nameless = "[...document.querySelectorAll('button')].filter((it) => !it.textContent.trim() && !it.ariaLabel).length === 0";
    reader.check(nameless).await
}

/// What is said is enough to choose the keys, and the focus stays in the article.
async fn a_statement_is_made_by_ear(reader: &mut Reader) -> Outcome {
    begin(reader, "ear", ARTICLE).await?;
    let heard = async |reader: &Reader, words: &str| {
        contains(reader, "#said[role=status]", words).await?;
        reader.check("document.activeElement.closest('.desk-sheet')").await
    };
    heard(reader, "Suggestion a. the port authority: The bridge over the harbour").await?;
    reader.press("Enter").await?;
    heard(
        reader,
        "Who is “the port authority”? 1: the port authority; 0: The article does not say.",
    )
    .await?;
    reader.press("1").await?;
    heard(reader, "What do the words do? A: Assertion; ").await?;
    reader.press("a").await?;
    heard(reader, "When was it said? 0: There is none.").await?;
    reader.press("0").await?;
    heard(reader, "Left empty.").await?;
    reader.press("Enter").await?;
    heard(reader, "Suggestion b. Anna Lund").await
}

async fn check(reader: &Reader, state: &str) -> Outcome {
    let found = reader.axe().await?;
    if found.is_empty() { Ok(()) } else { Err(format!("{state}: {}", found.join("\n"))) }
}

async fn no_state_is_wider_than_a_narrow_page(reader: &mut Reader) -> Outcome {
    reader.viewport(320, 640).await?;
    let fits = async |reader: &Reader, state: &str| {
        let fits = "document.documentElement.scrollWidth <= innerWidth";
        reader.check(fits).await.map_err(|_| format!("{state} is wider than the page"))
    };
    begin(reader, "narrow", ARTICLE).await?;
    fits(reader, "the suggestion").await?;
    reader.click(".slip-foot .strong").await?;
    reader.wait_for("a question", &has(".ask")).await?;
    fits(reader, "the question").await?;
    check(reader, "narrow question").await?;
    reader.click(".desk-tool h1 button").await?;
    reader.wait_for("the details", &has(".slip .fields")).await?;
    fits(reader, "the details").await
}
