//! By mouse alone, and with scripts from right to left.

use super::{ARTICLE, begin, contains, contents, drag, has};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_statement_is_made_by_mouse_alone),
        scenario!(several_speakers_are_chosen_by_mouse_and_by_keyboard),
        scenario!(words_from_right_to_left_and_emoji_are_selected),
    ]
}

async fn a_statement_is_made_by_mouse_alone(reader: &mut Reader) -> Outcome {
    begin(reader, "mouse", ARTICLE).await?;
    // Words that no rule suggests. Whole words are selected, even if the mouse stops within one.
    drag(reader, "people cross the bridge each da").await?;
    contains(reader, "#said", "Selected: people cross the bridge each day").await?;
    reader.click(".desk-bar button:first-child").await?;
    contains(reader, "#card", "Statement").await?;
    reader.wait_for_text(".ask", "Which word attributes it?").await?;
    // The last answer: there is none.
    reader.click(".answers .answer:last-child").await?;
    reader.wait_for_text(".ask", "Which words name the source?").await?;
    drag(reader, "Anna Lund,").await?;
    reader.click(".desk-bar button:nth-child(2)").await?;
    reader.wait_for_text(".ask", "Who is “Anna Lund”?").await?;
    reader.click(".answer:not(.is-wrong)").await?;
    reader.wait_for_text(".ask", "What do the words do?").await?;
    reader.click(".types button").await?;
    reader.wait_for("no question", &format!("!{}", has(".ask"))).await?;
    contains(reader, ".slip .chip", "Anna Lund").await?;
    // A click on its number opens it again, and one on a suggestion opens that.
    reader.click(".number.is-maybe").await?;
    reader.wait_for_text("#card", "Is this a statement?").await?;
    reader.click(".slip-foot .strong").await?;
    contains(reader, "#card", "Statement").await
}

async fn several_speakers_are_chosen_by_mouse_and_by_keyboard(reader: &mut Reader) -> Outcome {
    let text = "Anna Lund and Erik Dahl met on Monday. The ferry is late, both said.";
    begin(reader, "several", text).await?;
    reader.press("Escape").await?;
    reader.press("Escape").await?;
    reader.wait_for("nothing to be open", &format!("!{}", has(".slip .slot"))).await?;
    drag(reader, "The ferry is late").await?;
    reader.press("w").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.press("i").await?;
    reader.wait_for_text(".ask", "Who said it?").await?;
    reader.click(".several").await?;
    // Names that the text uses need no typing.
    for (count, name) in [(1, "Anna Lund"), (2, "Erik Dahl")] {
        drag(reader, name).await?;
        reader.click(".desk-bar button:nth-child(4)").await?;
        let chosen =
            format!("document.querySelectorAll('.answer[aria-pressed=true]').length === {count}");
        reader.wait_for("the speaker to be chosen", &chosen).await?;
    }
    reader.click(".several").await?;
    reader.wait_for("both", "document.querySelectorAll('.slot .joint .chip').length === 2").await?;
    // The keyboard takes one away.
    reader.press("i").await?;
    reader.wait_for_text(".ask", "Who said it?").await?;
    reader.press("+").await?;
    reader.wait_for("the choice of several", &has(".answer[aria-pressed=true]")).await?;
    let key = contents(reader, ".answer[aria-pressed=true] kbd").await?;
    reader.press(&key[0]).await?;
    reader
        .wait_for(
            "one left",
            "document.querySelectorAll('.answer[aria-pressed=true]').length === 1",
        )
        .await?;
    reader.press("Enter").await?;
    reader.wait_for("one", "document.querySelectorAll('.slot .joint .chip').length === 1").await
}

/// An Arabic article with a picture character outside the basic plane.
const ARABIC: &str =
    "قال عمر حداد إن السفينة 🚢 تأخرت بسبب العاصفة.\n\nوأضاف أن الميناء سيفتح غدا.";

async fn words_from_right_to_left_and_emoji_are_selected(reader: &mut Reader) -> Outcome {
    begin(reader, "rtl", ARABIC).await?;
    reader.wait_for("the direction", &has(".desk-sheet[dir=rtl][lang|=ar]")).await?;
    reader.press("Escape").await?;
    reader.press("Escape").await?;
    reader.wait_for_focus("#sheet").await?;
    drag(reader, "السفينة 🚢 تأخرت").await?;
    contains(reader, "#said", "Selected: السفينة 🚢 تأخرت").await?;
    // To the left is forward.
    reader.press("Shift+ArrowLeft").await?;
    contains(reader, "#said", "Selected: السفينة 🚢 تأخرت بسبب").await?;
    reader.press("w").await?;
    contains(reader, "#card", "Statement").await?;
    assert_eq!(contents(reader, ".is-in.is-open").await?.join(""), "السفينة 🚢 تأخرت بسبب");
    Ok(())
}
