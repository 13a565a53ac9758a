//! The card of a suggestion or a statement.

use crate::annotate::Slot;
use crate::text::{count, enumerate};

/// The heading of a suggestion.
pub const IS_THIS: &str = "Is this a statement?";
/// The mark of what nobody has confirmed.
pub const SUGGESTED: &str = "suggested";
/// What follows after it is accepted.
pub const YOU_CHOOSE: &str = "you choose next";
/// The buttons.
pub const ACCEPT: &str = "Accept";
/// Rejects.
pub const DISMISS: &str = "Dismiss";
/// Changes the words.
pub const CHANGE: &str = "Change";
/// Closes the card.
pub const CLOSE: &str = "Close";
/// Finishes the card.
pub const DONE: &str = "Done";
/// Removes the statement.
pub const REMOVE: &str = "Remove statement";
/// Nothing is in a slot.
pub const EMPTY: &str = "none";
/// Said of a name that this passage does not give.
pub const INFERRED: &str = "inferred";
/// Said of an unnamed source.
pub const UNNAMED: &str = "unnamed";
/// Opens the rest of the card.
pub const OPTIONAL: &str = "Optional: summary, topics, about, date";
/// The fields there.
pub const GIST: &str = "Summary in your words";
/// The topics.
pub const TOPICS: &str = "Topics, separated by commas";
/// The note.
pub const NOTE: &str = "Note for readers";
/// The day on which it was said.
pub const SAID_ON: &str = "Said on (YYYY-MM-DD)";
/// The name of the slot of a speaker that is unknown.
pub const UNKNOWN: &str = "not known";
/// Nobody passed the words on.
pub const NOBODY: &str = "nobody";
/// Between the pieces of words.
pub const ELLIPSIS: &str = " … ";
/// Marks a slot that has been answered.
pub const ANSWERED: &str = "answered";
/// Sets words by typing them.
pub const TYPE_WORDS: &str = "Or type the words as they are in the article";
/// The button for it.
pub const USE_WORDS: &str = "Use";

/// Says who probably speaks, which a person confirms next.
pub fn probably(name: &str) -> String {
    format!("probably {name}; you choose next")
}

/// Says which of the suggestions is open.
pub fn of(position: usize, total: usize) -> String {
    format!("{position} of {total}")
}

/// The heading of a statement.
pub fn statement(number: usize) -> String {
    format!("Statement {number}")
}

/// The name of a slot.
pub const fn slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Words => "Words",
        Slot::Verb => "Verb",
        Slot::Source => "Source",
        Slot::Speaker => "Speaker",
        Slot::Antecedent => "Refers to",
        Slot::Chain => "Via",
        Slot::Kind => "Type",
        Slot::Date => "Said on",
    }
}

/// Names the button that changes a slot.
pub fn change(slot: Slot) -> String {
    format!("Change: {}", self::slot(slot))
}

/// Says how many words there are, and how many are quoted.
pub fn quoted(quoted: usize, words: usize) -> String {
    match quoted {
        0 => count(words, "word", "words"),
        _ => format!("{quoted} of {words} quoted"),
    }
}

/// Says from which statement the source is taken.
pub fn shared_with(number: usize) -> String {
    format!("as in statement {number}")
}

/// Says what is still needed.
pub fn needed(slots: &[Slot]) -> String {
    let names: Vec<String> = slots.iter().map(|it| slot(*it).to_lowercase()).collect();
    format!("still needed: {}", enumerate(&names))
}

/// Shortens words: the first and the last ones.
pub fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= 12 {
        return words.to_owned();
    }
    format!("{}{ELLIPSIS}{}", all[..5].join(" "), all[all.len() - 4..].join(" "))
}
