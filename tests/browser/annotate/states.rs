//! Names, problems with their fixes, an updated text, and the preview.

use super::{ARTICLE, begin, contains, contents, drag, has, open};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;
use serde_json::json;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(names_are_chosen_changed_and_merged),
        scenario!(a_wrong_speaker_turns_red_at_once),
        scenario!(a_problem_is_solved_by_its_button),
        scenario!(the_preview_is_the_readers_own_page),
        scenario!(an_updated_text_takes_the_statements_along),
        scenario!(what_cannot_be_opened_is_explained),
    ]
}

/// Accepts the open suggestion, and waits for the question about the speaker.
async fn accept(reader: &Reader) -> Outcome {
    reader.wait_for_text("#card", "Is this a statement?").await?;
    reader.press("Enter").await?;
    contains(reader, "#card", "Statement").await?;
    contains(reader, ".ask", "Who is").await
}

async fn names_are_chosen_changed_and_merged(reader: &mut Reader) -> Outcome {
    begin(reader, "names", "“The ferry is late,” Bob Lund said. “We are sorry,” Robert Lund said.")
        .await?;
    for _ in 0..2 {
        accept(reader).await?;
        let name = contents(reader, ".slot .w").await?;
        let name = name.first().cloned().unwrap_or_default();
        reader.type_into("#name", &name).await?;
        reader.press("Enter").await?;
        reader.wait_for_text(".ask", "What do the words do?").await?;
        reader.click(".types button").await?;
        reader.wait_for("no question", &format!("!{}", has(".ask"))).await?;
        reader.click(".slip-foot .strong").await?;
    }
    let names = contents(reader, ".names .chip").await?;
    assert!(
        names.contains(&"Bob Lund".to_owned()) && names.contains(&"Robert Lund".to_owned()),
        "{names:?}"
    );
    reader.click("button[aria-label='Edit Robert Lund']").await?;
    reader.wait_for_text("#card", "Robert Lund").await?;
    reader.choose("#actor-kind", "Group of people").await?;
    contains(reader, "#said", "Change of a name").await?;
    reader.choose("#actor-merge", "Bob Lund").await?;
    reader.click_text("Merge").await?;
    contains(reader, "#said", "Merge names").await?;
    contains(reader, ".names", "2 statements").await?;
    contains(reader, ".names", "also: Robert Lund").await
}

async fn a_wrong_speaker_turns_red_at_once(reader: &mut Reader) -> Outcome {
    let text = "Erik Dahl: the ferry sails. Anna Lund: the pier is shut. Dahl: it rains.";
    begin(reader, "wrong", text).await?;
    let all = [
        ("the ferry sails", "Erik Dahl", "Erik Dahl"),
        ("the pier is shut", "Anna Lund", "Anna Lund"),
        ("it rains", "Dahl", "Anna Lund"),
    ];
    for (content, source, speaker) in all {
        reader.press("Escape").await?;
        reader.press("Escape").await?;
        reader.wait_for("nothing to be open", &format!("!{}", has(".slip .slot"))).await?;
        reader.check(&format!("!{}", has(".is-wrong"))).await?;
        drag(reader, content).await?;
        reader.press("w").await?;
        reader.wait_for_text(".ask", "Which word attributes it?").await?;
        reader.press("0").await?;
        reader.wait_for_text(".ask", "Which words name the source?").await?;
        drag(reader, source).await?;
        reader.press("s").await?;
        contains(reader, ".ask", "Who is").await?;
        reader.type_into("#name", speaker).await?;
        reader.press("Enter").await?;
        reader.wait_for_text(".ask", "What do the words do?").await?;
    }
    reader.wait_for("the speaker to turn red", &has(".slot.is-wrong .slot-problem")).await?;
    reader.check(&has(".desk-sheet .to-fix")).await?;
    contains(reader, "#to-fix", "1 to fix").await?;
    reader.press("Control+z").await?;
    reader.wait_for("the red to go", &format!("!{}", has(".slot.is-wrong"))).await
}

async fn a_problem_is_solved_by_its_button(reader: &mut Reader) -> Outcome {
    begin(reader, "fix", "It rained. \"We never knew\" was painted on a wall.").await?;
    // While a suggestion covers the quotation, nothing else asks about it.
    reader.wait_for_text("#card", "Is this a statement?").await?;
    reader.check(&format!("!{}", has(".problem .number.is-doubtful"))).await?;
    reader.press("x").await?;
    contains(reader, ".problem", "A quotation belongs to nobody").await?;
    contains(reader, ".problem", "We never knew").await?;
    reader.click_text("Reporter’s own").await?;
    reader.wait_for("no problem", &format!("!{}", has(".problem .number.is-doubtful"))).await?;
    reader.wait_for("the words to be the reporter’s", &has(".desk-sheet .is-own")).await
}

async fn the_preview_is_the_readers_own_page(reader: &mut Reader) -> Outcome {
    begin(reader, "preview", ARTICLE).await?;
    accept(reader).await?;
    reader.click(".answer:not(.is-wrong)").await?;
    reader.click_text("Preview").await?;
    reader.wait_for("a card", &has(".preview-page article.card blockquote.words")).await?;
    reader.wait_for_focus("#card").await?;
    reader.click(".preview-page .number").await?;
    reader
        .wait_for("the page of the statement", &has(".preview-page article.one #evidence"))
        .await?;
    reader.click_text("Back to the text").await?;
    reader.wait_for("the text", &has(".desk-sheet")).await
}

async fn an_updated_text_takes_the_statements_along(reader: &mut Reader) -> Outcome {
    let text = "It rained all day. The ferry is late.\n\nThe pier is shut.";
    begin(reader, "updated", text).await?;
    reader.press("Escape").await?;
    drag(reader, "The ferry is late").await?;
    reader.press("w").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.click(".desk-tool h1 button").await?;
    reader.click_text("The text was updated…").await?;
    let set = format!(
        "void (document.getElementById('updated').value = {})",
        json!(
            "“We are sorry,” Bob Lund said.\n\nIt rained. The ferry is late.\n\nThe pier is shut."
        )
    );
    reader.eval(&set).await?;
    reader.click_text("Move the annotation").await?;
    contains(reader, ".desk-sheet", "We are sorry").await?;
    // What is new gets suggestions.
    reader.wait_for("a suggestion", &has(".desk-sheet .is-suggested")).await?;
    assert_eq!(contents(reader, ".desk-sheet .is-in").await?.join(""), "The ferry is late");
    Ok(())
}

async fn what_cannot_be_opened_is_explained(reader: &mut Reader) -> Outcome {
    open(reader, "explained").await?;
    reader.click(".desk-start .strong").await?;
    contains(reader, ".refused", "There are no words").await?;
    let file = "(() => {
        const data = new DataTransfer();
        data.items.add(new File(['{ broken'], 'dossier.json'));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    })()";
    reader.eval(file).await?;
    contains(reader, ".refused", "not valid JSON: line 1").await
}
