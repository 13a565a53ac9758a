//! By keyboard alone.

use super::{ARTICLE, PAGE, begin, contains, contents, has, open, paste};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_statement_is_made_from_pasted_text_by_keyboard_alone),
        scenario!(words_are_selected_by_word_sentence_and_piece),
        scenario!(suggestions_are_accepted_rejected_changed_and_undone),
        scenario!(single_keys_can_be_turned_off),
    ]
}

/// Maximum number of keys for a statement, the summary aside.
const MAX_KEYS: usize = 25;

async fn a_statement_is_made_from_pasted_text_by_keyboard_alone(reader: &mut Reader) -> Outcome {
    open(reader, "keyboard").await?;
    reader.walk("Tab", "focus.id === 'paste'").await?;
    reader.type_into("#paste", ARTICLE).await?;
    reader.walk("Tab", "focus.matches('.strong')").await?;
    reader.press("Enter").await?;
    reader.wait_for_focus("#card").await?;
    reader.wait_for_text("#card", "Is this right?").await?;
    reader.walk("Tab", "focus.matches('.slip-foot .strong')").await?;
    reader.press("Enter").await?;
    // The first suggestion is open, and has been said.
    reader.wait_for_text("#card", "Is this a statement?").await?;
    contains(reader, "#said", "Suggestion a.").await?;
    let mut keys = 0;
    let mut asked = Vec::new();
    reader.press("Enter").await?;
    keys += 1;
    reader.wait_for_text("#card", "Statement 1").await?;
    // Each question has answers with keys; the first one is taken until none is left.
    while reader.eval(&has(".ask")).await? == true {
        let ask = reader.text(".ask").await?;
        assert!(!asked.contains(&ask), "asked twice: {ask:?}");
        contains(reader, "#said", &ask).await?;
        let key = contents(reader, ".answer kbd, .types kbd")
            .await?
            .into_iter()
            .find(|it| !it.is_empty());
        let key = key.ok_or_else(|| format!("no answer to {ask:?} has a key"))?;
        reader.press(&key.to_lowercase()).await?;
        keys += 1;
        let gone = format!("document.querySelector('.ask')?.textContent !== {ask:?}");
        reader.wait_for("the answer to be taken", &gone).await?;
        asked.push(ask);
    }
    assert!(asked.len() > 1 && keys <= MAX_KEYS, "{keys} keys for {asked:?}");
    // Done: the next suggestion is open, and the statement has its number in the margin.
    reader.press("Enter").await?;
    reader.wait_for_text("#card", "Is this a statement?").await?;
    assert_eq!(
        contents(reader, ".desk-numbers .number:not(.is-maybe, .is-doubtful, .is-bad)").await?,
        ["1"]
    );
    reader.check("document.activeElement !== document.body").await?;
    assert!(reader.place().await?.contains(PAGE));
    Ok(())
}

async fn words_are_selected_by_word_sentence_and_piece(reader: &mut Reader) -> Outcome {
    begin(
        reader,
        "select",
        "It rained. The mayor left early, and nobody knew why.\n\nShe was told to go.",
    )
    .await?;
    reader.press("Escape").await?;
    reader.wait_for("nothing to be selected", &format!("!{}", has(".is-picked"))).await?;
    reader.wait_for_focus("#sheet").await?;
    let picked = async |reader: &Reader| -> Outcome<String> {
        Ok(contents(reader, ".is-picked").await?.join("|"))
    };
    reader.press("ArrowRight").await?;
    contains(reader, "#said", "It").await?;
    reader.press("ArrowDown").await?;
    contains(reader, "#said", "The").await?;
    reader.press("Shift+ArrowRight").await?;
    contains(reader, "#said", "Selected: The mayor").await?;
    assert_eq!(picked(reader).await?, "The mayor");
    reader.press("Shift+ArrowDown").await?;
    contains(reader, "#said", "nobody knew why").await?;
    reader.press("Escape").await?;
    reader.wait_for("nothing to be selected", &format!("!{}", has(".is-picked"))).await?;
    // Two pieces, each of two words.
    reader.press("ArrowRight").await?;
    reader.press("Shift+ArrowRight").await?;
    contains(reader, "#said", "Selected: It rained").await?;
    reader.press("+").await?;
    contains(reader, "#said", " … The").await?;
    reader.press("Shift+ArrowRight").await?;
    contains(reader, "#said", " … The mayor").await?;
    reader.press("w").await?;
    reader.wait_for_text("#card", "Statement 1").await?;
    contains(reader, ".slot:not(.is-now) .w", "none").await?;
    assert_eq!(contents(reader, ".is-in").await?, ["It rained", "The mayor"]);
    // The selected words answer the question about the verb.
    reader.wait_for_text(".ask", "Which word attributes it?").await?;
    for _ in 0..3 {
        reader.press("ArrowRight").await?;
    }
    reader.press("v").await?;
    reader.wait_for("the verb", &has("i.cue")).await
}

async fn suggestions_are_accepted_rejected_changed_and_undone(reader: &mut Reader) -> Outcome {
    begin(reader, "suggestions", ARTICLE).await?;
    reader.wait_for_text("#card", "Is this a statement?").await?;
    let open = async |reader: &Reader| contents(reader, ".desk-numbers .number.is-maybe").await;
    let before = open(reader).await?;
    assert!(before.len() > 2, "{before:?}");
    let unsaved = contents(reader, ".desk-tool .count").await?;
    // Nothing is in the dossier by itself.
    reader.wait_for("no statement", &format!("!{}", has(".is-in"))).await?;
    reader.press("x").await?;
    contains(reader, "#said", "Dismiss the suggestion").await?;
    assert_eq!(open(reader).await?.len(), before.len() - 1);
    reader.press("Control+z").await?;
    contains(reader, "#said", "Undone: dismiss the suggestion").await?;
    assert_eq!(open(reader).await?, before);
    reader.press("Control+Shift+z").await?;
    contains(reader, "#said", "Done again").await?;
    reader.press("Control+z").await?;
    contains(reader, "#said", "Undone").await?;
    reader.press("j").await?;
    reader.wait_for_text("#card", "Is this a statement?").await?;
    // Changing accepts the words and selects them.
    reader.press("w").await?;
    reader.wait_for("the words to be selected", &has(".desk-bar")).await?;
    reader.press("Shift+ArrowRight").await?;
    reader.press("Shift+ArrowLeft").await?;
    reader.press("w").await?;
    reader.wait_for("the bar to close", &format!("!{}", has(".desk-bar"))).await?;
    reader.press("Control+z").await?;
    contains(reader, "#said", "Undone: change of words").await?;
    reader.press("Control+z").await?;
    contains(reader, "#said", "Undone: accept the suggestion").await?;
    assert_eq!(open(reader).await?, before);
    // The number on the button for downloads is that of changes in no file.
    assert_eq!(contents(reader, ".desk-tool .count").await?, unsaved);
    Ok(())
}

async fn single_keys_can_be_turned_off(reader: &mut Reader) -> Outcome {
    open(reader, "off").await?;
    paste(reader, ARTICLE).await?;
    reader.click(".slip-foot .strong").await?;
    reader.press("?").await?;
    reader.wait_for("all keys", "document.querySelector('dialog').open").await?;
    reader.click(".desk-dialog input").await?;
    reader.press("Escape").await?;
    reader.wait_for("the list to close", "!document.querySelector('dialog').open").await?;
    reader.press("x").await?;
    reader.press("Control+z").await?;
    contains(reader, "#said", "There is nothing to undo").await?;
    // The draft opens again, and so does the choice.
    contains(reader, "#kept", "Draft saved").await?;
    reader.reload().await?;
    reader.ready().await?;
    contains(reader, ".desk-keys", "Keys are off").await
}
