//! The words of the comparison of statements.

use super::{Sentence, count, enumerate};
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
/// The heading over joint statements.
pub const JOINT_STATEMENTS: &str = "Joint statements";
/// The heading of the column of statements on no side.
pub const NO_SIDE: &str = "Not part of a side";

/// The heading over the links to comparisons of two sides.
pub const COMPARE_TWO_SIDES: &str = "Two sides on a topic";
/// The row of links that are not about one topic, and the choice of all topics.
pub const ALL_TOPICS: &str = "All topics";
/// The link to the statements of all sides on a topic, and the choice of all sides.
pub const ALL_SIDES: &str = "All sides";
/// The heading over the statements to choose from, below the links to sides.
pub const COMPARE_TWO_STATEMENTS: &str = "Two statements";
/// The note in a report that has too few statements.
pub const NOTHING_TO_COMPARE: &str = "This report has no other statement to compare.";
/// The heading over the statement that is chosen.
pub const FIRST_STATEMENT: &str = "First statement";
/// The heading over two statements, for screen readers.
pub const BOTH_STATEMENTS: &str = "The two statements";
/// The heading over the table of differences.
pub const DIFFERENCES: &str = "Point by point";

/// The label of the choice of the first side.
pub const SIDE: &str = "Side";
/// The label of the choice of the second side, seen beside [`SIDE`].
pub const WITH: &str = "with";
/// The label of the choice of a topic.
pub const TOPIC: &str = "Topic";
/// The label of the choice of a second topic, seen beside [`TOPIC`].
pub const AND: &str = "and";
/// The choice of no second topic.
pub const NO_SECOND_TOPIC: &str = "No second topic";
/// The words after [`WITH`], for readers who hear the label on its own.
pub const WITH_SIDE: &str = " side";
/// The words after [`AND`], for readers who hear the label on its own.
pub const AND_TOPIC: &str = " topic";
/// The button that copies the address of the comparison.
pub const COPY_LINK: &str = "Copy link";
/// The message after the link is copied.
pub const LINK_COPIED: &str = "Copied.";
/// The message if the browser does not let the page copy.
pub const LINK_NOT_COPIED: &str = "Copy the address of this page.";
/// The note on filters other than sides and topics.
pub const OTHER_FILTERS: &str =
    "Only statements that match the other filters in the address are shown. ";
/// The link without these filters.
pub const WITHOUT_FILTERS: &str = "Show all";

/// The head of the column of types, for screen readers.
pub const TYPE: &str = "Type";
/// The head of the only row, for screen readers, if no compared side speaks alone.
pub const ANY_TYPE: &str = "Any type";
/// In the row of a type, for a side that has no such statement.
pub const NO_STATEMENT_OF_TYPE: &str = "No statement of this type";
/// In the column of a side without a statement on a topic.
pub const NO_STATEMENT_ON_TOPIC: &str = "No statement on this topic in this article";
/// In the column of a side without a statement.
pub const NO_STATEMENT_AT_ALL: &str = "No statement in this article";
/// The same under filters other than sides and topics.
pub const NO_MATCHING_STATEMENT: &str = "No statement that matches the filters";

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

/// Returns the heading for two statements: `Compare statements 7 and 9`.
pub fn compare_pair(one: StatementIx, other: StatementIx) -> String {
    format!("Compare statements {} and {}", one.index() + 1, other.index() + 1)
}

/// Returns the heading for chosen sides: `Compare: Israel and Syria`.
pub fn compare_sides(names: &[String]) -> String {
    format!("Compare: {}", enumerate(names))
}

/// Returns the name of a side before what it says, on narrow pages: `Israel: `.
pub fn side_label(name: &str) -> String {
    format!("{name}: ")
}

/// Names two sides in a link: `Israel and Syria`.
pub fn two_sides(names: &[String]) -> String {
    enumerate(names)
}

/// Returns the words after a link for readers who hear it on its own: `, on Israel–Syria talks`.
pub fn compared_on(topic: &str) -> String {
    format!(", on {topic}")
}

/// Returns the number of statements of a section: `3 statements`, `7 statements, none joint`.
pub fn section_count(total: usize, joint: usize) -> String {
    let total_text = count(total, "statement", "statements");
    match (total, joint) {
        (0 | 1, 0) => total_text,
        (_, 0) => format!("{total_text}, none joint"),
        _ => total_text,
    }
}

/// Returns the number of statements of a side: `5`, `1, and 2 jointly`, `2 jointly`.
pub fn own_and_joint(own: usize, joint: usize) -> String {
    match (own, joint) {
        (own, 0) => own.to_string(),
        (0, joint) => format!("{joint} jointly"),
        (own, joint) => format!("{own}, and {joint} jointly"),
    }
}

/// Returns the words in the cell of a side that has a part in joint statements only, with their
/// numbers: `In joint statements only: 1, 6`.
pub fn in_joint_statements_only<T>(numbers: T) -> Sentence<T> {
    Sentence::new("In joint statements only: {}", [numbers])
}

/// Describes the table of a section, for screen readers.
pub fn table_of(topic: &str, names: &[String]) -> String {
    format!("{topic}: {}", enumerate(names))
}
