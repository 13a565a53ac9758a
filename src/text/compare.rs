//! Statements side by side.

use super::Sentence;
use crate::model::StatementIx;

/// The heading, if no topic is chosen.
pub const COMPARE_STATEMENTS: &str = "Compare statements";
/// The heading over the statements to choose from.
pub const CHOOSE_STATEMENT: &str = "Choose a statement";
/// The same, after one is chosen.
pub const CHOOSE_SECOND: &str = "Choose a second statement";
/// The caption of the comparison.
pub const COMPARISON: &str = "Comparison by detail";
/// The head of its first column.
pub const DETAIL: &str = "Detail";
/// The mark of a value that both statements have.
pub const BOTH: &str = "(both)";
/// The column of joint statements.
pub const JOINT_STATEMENTS: &str = "Joint statements";
/// The column of statements on no side.
pub const NO_SIDE: &str = "No side";

/// The type of statement.
pub const DETAIL_TYPE: &str = "Type of statement";
/// How much is quoted.
pub const DETAIL_WORDING: &str = "How much is quoted";
/// The source.
pub const DETAIL_SOURCE: &str = "Source";
/// How the source is identified.
pub const DETAIL_IDENTIFICATION: &str = "Source identified as";
/// Through whom the statement reached the article.
pub const DETAIL_VIA: &str = "Via";
/// How the statement was made public.
pub const DETAIL_CHANNEL: &str = "How it was made public";
/// When it was made.
pub const DETAIL_DATE: &str = "Date said";
/// Whom it is about.
pub const DETAIL_ABOUT: &str = "About";
/// Its topics.
pub const DETAIL_TOPICS: &str = "Topics";

/// A value that both statements have, with [`BOTH`] as the mark.
pub fn same_value<T>(value: T, both: T) -> Sentence<T> {
    Sentence::new("{} {}", [value, both])
}

/// The heading for chosen topics: `Compare: Israel–Syria talks`.
pub fn compare_topics(topics: &[&str]) -> String {
    format!("Compare: {}", topics.join(", "))
}

/// The link that keeps one statement and chooses another: `Compare statement 2 with another`.
pub fn compare_with_another(ix: StatementIx) -> String {
    format!("Compare statement {} with another", ix.index() + 1)
}
