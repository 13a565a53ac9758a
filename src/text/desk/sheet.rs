//! The text of the article as a sheet, and the bar over selected words.

use crate::text::count;

/// The name of the text.
pub const ARTICLE: &str = "The article";
/// How to use it with a keyboard.
pub const ARTICLE_HELP: &str = "Arrow keys go from word to word. With Shift, they select.";
/// The name of the bar.
pub const BAR: &str = "The selected words are";
/// The buttons of the bar.
pub const WORDS: &str = "Words";
/// Adds to the words.
pub const ADD: &str = "Add";
/// The source.
pub const SOURCE: &str = "Source";
/// The verb.
pub const VERB: &str = "Verb";
/// The name that is asked for.
pub const NAME: &str = "Name";
/// The fuller words.
pub const FULLER: &str = "Fuller";
/// The reporter's own words.
pub const REPORTER: &str = "Reporter’s own";
/// A number.
pub const NUMBER: &str = "Number";
/// A date.
pub const DATE: &str = "Date";
/// Another statement.
pub const ANOTHER: &str = "New";
/// Another piece.
pub const PIECE: &str = "+ Piece";
/// The mark of a statement with a problem.
pub const BAD: &str = "!";
/// The mark of a statement to check.
pub const ASK: &str = "?";

/// Names the number of a statement in the margin.
pub fn statement(number: usize) -> String {
    format!("Statement {number}")
}

/// Names the letter of a suggestion.
pub fn suggestion(letter: &str) -> String {
    format!("Suggestion {letter}")
}

/// Names the mark of a problem.
pub fn to_fix(problems: usize) -> String {
    format!("{} to fix here", count(problems, "problem", "problems"))
}

/// Names the mark of something to check.
pub fn to_check(problems: usize) -> String {
    format!("{} to check here", count(problems, "thing", "things"))
}
