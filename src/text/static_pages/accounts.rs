//! The page of all sides, and the page of one side.

use crate::model::{HopRole, Kind};
use crate::text::{Sentence, kind_title, possessive};

/// The heading of the page of all sides.
pub const HEADING: &str = "What each side says";
/// The explanation of the table.
pub const LEAD: &str = "Each row is a topic, each column a side. A statement is listed under the \
                        side its source belongs to; that does not mean the source speaks for that \
                        side. A dash means only that this article reports no such statement.";
/// The note on the parts of the table that the annotator wrote.
pub const ANNOTATORS: &str = "Topics, summaries and links between statements are the annotator’s.";
/// The link to the comparison of two sides.
pub const COMPARE_TWO: &str = "Compare two sides";
/// The label of the list of sides, for screen readers.
pub const SIDES: &str = "Sides";
/// The link to the page of all sides.
pub const ALL_SIDES: &str = "All sides";
/// The label of the choice of an order.
pub const SORT_TOPICS: &str = "Sort topics";
/// The name of the dossier's own order.
pub const DEFAULT_ORDER: &str = "default order";
/// The name of the order by number of statements.
pub const MOST_FIRST: &str = "most statements first";
/// The heading over links between statements that share no topic.
pub const ACROSS_TOPICS: &str = "Links across topics";
/// The note below the table.
pub const ONCE: &str =
    "Each summary is printed once, in its narrowest topic; a number elsewhere leads to it.";

/// The caption of the table, for screen readers.
pub const CAPTION: &str = "Statements by topic and side";
/// The head of the column of topics.
pub const TOPIC: &str = "Topic";
/// The head of the column of joint statements.
pub const JOINT: &str = "Joint";
/// The remark below the name of a source that belongs to no side.
pub const NO_SIDE: &str = "not part of a side";
/// The separator of a column's count, sources and remarks.
pub const SEPARATOR: &str = " · ";
/// The row of the statements on no topic.
pub const NO_TOPIC: &str = "No topic";
/// The link from a topic to the comparison of two sides on it.
pub const COMPARE: &str = "Compare";
/// The link from a cell to the list of its statements.
pub const SHOW_AS_LIST: &str = "Show as list";
/// The mark of a cell without a statement.
pub const DASH: &str = "–";
/// The words of the same cell, for readers who do not see the dash.
pub const NO_STATEMENT: &str = "No statement";
/// The words of the column of joint statements, if a topic has none.
pub const NO_JOINT_STATEMENT: &str = "No joint statement";
/// The words in the cell of a side that speaks on a topic only together with others.
pub const ONLY_JOINTLY: &str = "In joint statements only";
/// The lead of the numbers of statements whose summaries are printed in another row.
pub const ALSO: &str = "Also ";
/// The lead of the topics of a joint statement, for screen readers.
pub const TOPICS: &str = "Topics: ";
/// The lead of a summary, for readers who cannot see the pencil.
pub const SUMMARY: &str = "Summary by the annotator: ";
/// The words after a name, for readers who do not see its box.
pub const UNNAMED: &str = " (unnamed)";

/// Returns the heading of the page of one side: `Statements by sources on Syria’s side`.
pub fn heading_of(side: &str) -> String {
    format!("Statements by sources on {} side", possessive(side))
}

/// Returns the note on a side that no passage names as the source of its statements.
pub fn inferred_throughout(number: usize) -> String {
    match number {
        1 => "The annotator infers that this side speaks here; the passage does not name it."
            .to_owned(),
        2 => {
            "The annotator infers that this side speaks in both statements; neither passage names \
              it."
            .to_owned()
        }
        _ => format!(
            "The annotator infers that this side speaks in all {number} statements; no passage \
             names it."
        ),
    }
}

/// Returns the last item of a list of sides that names only those with the most statements:
/// `176 more sides`.
pub fn more_sides(number: usize) -> String {
    match number {
        1 => "1 more side".to_owned(),
        _ => format!("{} more sides", number),
    }
}

/// Returns the last item of a list of sources: `176 more sources`.
pub fn more_sources(number: usize) -> String {
    match number {
        1 => "1 more source".to_owned(),
        _ => format!("{} more sources", number),
    }
}

/// Says which sides and sources have no column in the table:
/// `The table has a column for the sides with the most statements. 176 more sides and 1 more source
/// are in the list of statements.`
pub fn without_column(sides: usize, sources: usize) -> Sentence<Missing> {
    let missing = match (sides, sources) {
        (0, sources) => more_sources(sources),
        (sides, 0) => more_sides(sides),
        (sides, sources) => format!("{} and {}", more_sides(sides), more_sources(sources)),
    };
    let template = match sides + sources {
        1 => "The table has columns for those with the most statements. {} is in the {}.",
        _ => "The table has columns for those with the most statements. {} are in the {}.",
    };
    Sentence::new(template, [Missing::Number(missing), Missing::List("list of statements")])
}

/// A part of the note on the sides and sources that have no column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// How many there are.
    Number(String),
    /// The link to the list of all statements, with its words.
    List(&'static str),
}

/// Returns the number of a side's statements, including joint ones: `4, incl. 2 joint`.
pub fn side_count(total: usize, joint: usize) -> String {
    match (total, joint) {
        (total, 0) => total.to_string(),
        (1, 1) => "1, joint".to_owned(),
        (2, 2) => "2, both joint".to_owned(),
        (total, joint) if total == joint => format!("{total}, all joint"),
        (total, joint) => format!("{total}, incl. {joint} joint"),
    }
}

/// A part of the line about a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The type.
    Kind,
    /// The sources, with [`by`], and the steps through which it reached the article.
    Chain,
    /// The annotator's summary.
    Summary,
}

/// Describes a statement: `Accusation by Syrian official, via Reuters. Accuses Israel of …`.
pub fn said() -> Sentence<Said> {
    Sentence::new("{}{}. {}", [Said::Kind, Said::Chain, Said::Summary])
}

/// Returns the sources of a statement after its type: ` by Syrian official`.
pub fn by<T>(kind: Kind, sources: T) -> Sentence<T> {
    let template = match kind {
        Kind::DeclinedComment => ": {}",
        _ => " by {}",
    };
    Sentence::new(template, [sources])
}

/// Returns a step of a chain: `, via Reuters`, `, issued by US State Department`.
pub fn step<T>(role: HopRole, name: T) -> Sentence<T> {
    let template = match role {
        HopRole::Relayed => ", via {}",
        HopRole::Issued => ", issued by {}",
        HopRole::Reported => ", reported by {}",
    };
    Sentence::new(template, [name])
}

/// A slot for the numbers of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers;

/// Returns the words in the cell of a side that has a part in some of the joint statements on a
/// topic, but not in all.
pub fn only_some_jointly() -> Sentence<Numbers> {
    Sentence::new("In joint statements only: {}", [Numbers])
}

/// Puts a remark on a name in brackets: ` (unnamed)`.
pub fn in_brackets(remark: &str) -> String {
    format!(" ({remark})")
}

/// Names the sides without a statement on a topic: `No statement: Israel, Syria`.
pub fn silent(names: &[String]) -> String {
    format!("No statement: {}", names.join(", "))
}

/// Returns the words after a link for readers who hear the link without its row: `: the talks`.
pub fn on_topic(topic: &str) -> String {
    format!(": {topic}")
}

/// Returns the tooltip of a number: `Accusation. Accuses Israel of …`.
pub fn in_short(kind: Kind, summary: &str) -> String {
    format!("{}. {summary}", kind_title(kind))
}
