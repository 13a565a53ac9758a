//! Phrases for values that are inferred, withheld or missing.

use super::statements;

/// The mark of a value that no words of the article support directly.
pub const OUR_READING: &str = "Inferred";
/// The tooltip of the pencil after a source or a step of a chain.
pub const INFERRED: &str = "Inferred by the annotator: this passage does not name it";
/// The same, for readers who cannot see the pencil.
pub const INFERRED_REMARK: &str = " (inferred)";
/// The entry of a side without a statement on a topic. It may have made statements on other topics.
pub const NO_STATEMENT: &str = "no statement";
/// The entry for a value that the article does not give.
pub const NOT_STATED: &str = "Not stated";
/// The entry for a statement that only the outlet passed on.
pub const NO_INTERMEDIARY: &str = "No intermediary named";
/// The note on a value whose evidence the site is not allowed to show.
pub const WITHHELD: &str = "The supporting words are in the article but cannot be shown here.";
/// The tooltip of the mark for words omitted from an excerpt.
pub const LEFT_OUT: &str = "Words omitted";
/// The mark for words omitted from an excerpt.
pub const WORDS_LEFT_OUT: &str = " […] ";
/// The mark for paragraphs omitted from a passage.
pub const PARAGRAPHS_LEFT_OUT: &str = "[…]";

/// Returns a number of statements, and the number of those in which the actor's part is inferred:
/// `4 statements (3 inferred)`.
pub fn statements_with_readings(number: usize, inferred: usize) -> String {
    let statements = statements(number);
    match inferred {
        0 => statements,
        1 if number == 1 => format!("{statements} (inferred)"),
        all if all == number => format!("{statements} (all inferred)"),
        some => format!("{statements} ({some} inferred)"),
    }
}
