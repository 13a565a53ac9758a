//! The page of all sides, and the page of one side.

use crate::text::{Sentence, possessive};

/// The heading of the page of all sides.
pub const HEADING: &str = "What each side says";
/// The explanation of the table.
pub const LEAD: &str = "Each row is a topic, each column a side. A statement is listed under the \
                        side its source belongs to; that does not mean the source speaks for that \
                        side. An empty box means only that this article reports no such statement.";
/// The note on the parts of the table that the annotator wrote.
pub const ANNOTATORS: &str = "Topics, summaries and links between statements are the annotator’s.";
/// The label of the list of sides, for screen readers.
pub const SIDES: &str = "Sides";
/// The link to the page of all sides.
pub const ALL_SIDES: &str = "All sides";
/// The label of the choice of an order.
pub const SORT_TOPICS: &str = "Sort topics:";
/// The name of the dossier's own order.
pub const DEFAULT_ORDER: &str = "default order";
/// The name of the order by number of statements.
pub const MOST_FIRST: &str = "most statements first";
/// The heading over links between statements that share no topic.
pub const ACROSS_TOPICS: &str = "Links across topics";

/// The caption of the table, for screen readers.
pub const CAPTION: &str = "Statements by topic and side";
/// The head of the column of topics.
pub const TOPIC: &str = "Topic";
/// The head of the column of joint statements.
pub const JOINT: &str = "Joint statements";
/// The remark below the name of a source that belongs to no side.
pub const NO_SIDE: &str = "not part of a side";
/// The row of the statements on no topic.
pub const NO_TOPIC: &str = "No topic";
/// The link from a topic to the comparison of the sides on it.
pub const COMPARE: &str = "Compare";
/// The link from a cell to the list of its statements.
pub const SHOW_AS_LIST: &str = "Show as list";

/// Returns the heading of the page of one side: `Statements by sources on Syria’s side`.
pub fn heading_of(side: &str) -> String {
    format!("Statements by sources on {} side", possessive(side))
}

/// Returns the number of a side's statements, including joint ones: `4, 2 of them joint`.
pub fn side_count(total: usize, joint: usize) -> String {
    match (total, joint) {
        (total, 0) => total.to_string(),
        (1, 1) => "1, joint".to_owned(),
        (2, 2) => "2, both joint".to_owned(),
        (total, joint) if total == joint => format!("{total}, all joint"),
        (total, joint) => format!("{total}, {joint} of them joint"),
    }
}

/// A slot for the numbers of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers;

/// Returns the words in the cell of a side that speaks on a topic only together with others.
pub fn only_joint() -> Sentence<Numbers> {
    Sentence::new("in joint statements only: {}", [Numbers])
}

/// Returns the words after a link for readers who hear the link without its row: `: the talks`.
pub fn on_topic(topic: &str) -> String {
    format!(": {topic}")
}
