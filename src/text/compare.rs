//! The words of the comparison of statements.

use super::{Sentence, enumerate};
use crate::model::StatementIx;

/// The heading, if no topic is chosen.
pub const COMPARE_STATEMENTS: &str = "Compare statements";
/// The heading over the statements to choose from.
pub const CHOOSE_STATEMENT: &str = "Choose a statement";
/// The same heading after one is chosen.
pub const CHOOSE_SECOND: &str = "Choose a second statement";
/// The caption of the comparison.
pub const COMPARISON: &str = "Comparison by detail";
/// The head of its first column.
pub const DETAIL: &str = "Detail";
/// The mark of a value that both statements have.
pub const BOTH: &str = "(both)";
/// The heading of the column of joint statements.
pub const JOINT_STATEMENTS: &str = "Joint statements";
/// The heading of the column of statements on no side.
pub const NO_SIDE: &str = "No side";
/// In the column of a side without a statement. It may have a part in a joint one.
pub const NO_OWN_STATEMENT: &str = "no statement of its own";

/// The row for the type of statement.
pub const DETAIL_TYPE: &str = "Type of statement";
/// The row for the share that is quoted.
pub const DETAIL_WORDING: &str = "How much is quoted";
/// The row for the source.
pub const DETAIL_SOURCE: &str = "Source";
/// The row for the identification of the source.
pub const DETAIL_IDENTIFICATION: &str = "Source identified as";
/// The row for the actors through whom the statement reached the article.
pub const DETAIL_VIA: &str = "Via";
/// The row for the channel.
pub const DETAIL_CHANNEL: &str = "How it was made public";
/// The row for the date on which the statement was made.
pub const DETAIL_DATE: &str = "Date said";
/// The row for the actors that it is about.
pub const DETAIL_ABOUT: &str = "About";
/// The row for its topics.
pub const DETAIL_TOPICS: &str = "Topics";

/// Returns the link to the comparison of two sides on a topic:
/// `Compare Israel and Syria on this topic`.
pub fn compare_on_topic(sides: &[String]) -> String {
    format!("Compare {} on this topic", enumerate(sides))
}

/// Returns a value that both statements have, with [`BOTH`] as the mark.
pub fn same_value<T>(value: T, both: T) -> Sentence<T> {
    Sentence::new("{} {}", [value, both])
}

/// Returns the heading for chosen topics: `Compare: Israel–Syria talks`.
pub fn compare_topics(topics: &[&str]) -> String {
    format!("Compare: {}", topics.join(", "))
}

/// Returns the text of the link that keeps one statement and chooses another:
/// `Compare statement 2 with another`.
pub fn compare_with_another(ix: StatementIx) -> String {
    format!("Compare statement {} with another", ix.index() + 1)
}
