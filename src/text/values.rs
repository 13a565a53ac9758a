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

/// The remark after a value that rests only on words whose voice is unclear.
pub const UNCLEAR: &str = " – unclear whose words";

/// Returns a number of statements, and the numbers of those in which the actor's part is inferred,
/// and in which it is unclear whose words give it: `4 statements (3 inferred)`,
/// `1 statement (unclear whose words)`.
pub fn statements_with_readings(number: usize, inferred: usize, unclear: usize) -> String {
    let remark = |some: usize, what: &str| match some {
        0 => None,
        1 if number == 1 => Some(what.to_owned()),
        all if all == number => Some(format!("all {what}")),
        some => Some(format!("{some} {what}")),
    };
    let remarks = [remark(inferred, "inferred"), remark(unclear, "unclear whose words")];
    let remarks: Vec<String> = remarks.into_iter().flatten().collect();
    let statements = statements(number);
    if remarks.is_empty() { statements } else { format!("{statements} ({})", remarks.join("; ")) }
}
