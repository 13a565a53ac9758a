//! Messages about what happened, for people who hear them and for everybody if something was refused.

use super::head;
use crate::annotate::{EditName, Part, Refused};

/// Said after a suggestion was opened.
pub fn suggestion(letter: &str, source: &str, content: &str) -> String {
    format!("Suggestion {letter}. {source}: {content}")
}

/// Said after an edit: what was done, and the next question.
pub fn done(name: EditName, next: Option<&str>) -> String {
    let done = crate::text::capital(head::edit(name));
    match next {
        Some(next) => format!("{done}. {next}"),
        None => format!("{done}."),
    }
}

/// Said after an edit was undone.
pub fn undone(name: EditName) -> String {
    format!("Undone: {}.", head::edit(name))
}

/// Said after an edit was made again.
pub fn redone(name: EditName) -> String {
    format!("Done again: {}.", head::edit(name))
}

/// Said if there is nothing to undo.
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo.";
/// Said if nothing is open any more.
pub const NOTHING_OPEN: &str = "Nothing is open any more. Every word is accounted for.";
/// Said after a download.
pub const DOWNLOADED: &str = "Downloaded.";
/// Said if words must be given to a statement, and none is open.
pub const OPEN_A_STATEMENT: &str = "Open a statement first, or select its words and press W.";
/// Said if typed words are not in the article.
pub const NOT_IN_ARTICLE: &str =
    "These words are not in the article. Write them exactly as they are there.";
/// Said if a date cannot be read.
pub const NO_DATE: &str =
    "No date could be read from these words. Write it in the card, under Optional.";

/// Says what is selected.
pub fn selected(words: &str) -> String {
    format!("Selected: {words}")
}

/// Says at which word the selection is.
pub fn at(word: &str) -> String {
    word.to_owned()
}

/// Says why an edit was not made.
pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::Gone => "That is not there any more.".to_owned(),
        Refused::NoWords => "Select at least one word.".to_owned(),
        Refused::Repeated => {
            "The article repeats these words too often to say which are meant. Select more of them."
                .to_owned()
        }
        Refused::NeedsWords(Part::Content) => {
            "A statement needs words. Remove the statement instead.".to_owned()
        }
        Refused::NeedsWords(_) => "This needs words.".to_owned(),
        Refused::InChainAlready => {
            "It is the speaker, the outlet or in the chain already.".to_owned()
        }
        Refused::PassedItOn => {
            "It passed the words on, so it cannot be the speaker too.".to_owned()
        }
        Refused::NothingBefore => "No earlier statement has a source to take.".to_owned(),
        Refused::Empty => "This cannot be empty.".to_owned(),
        Refused::NotValid(why) => format!("This is not valid: {why}."),
        Refused::InUse => "Statements, numbers or other names refer to it.".to_owned(),
        Refused::SameActor => "It cannot be merged with itself.".to_owned(),
        Refused::NotANumber => "No number could be read from these words.".to_owned(),
        Refused::HasErrors(why) => {
            format!("The file has an error that must be fixed first: {why}.")
        }
        Refused::Invalid(why) => format!("That would make the dossier invalid: {why}."),
        Refused::TextFile => {
            "The text is in a file of its own, so it cannot be changed here.".to_owned()
        }
        Refused::TextNotOpened(name) => format!(
            "The text is in the file {name}, which is not open. Drop the dossier and {name} on this page together, and \
                paste the updated text again."
        ),
        Refused::TooLarge => "That is too large for this page.".to_owned(),
    }
}
