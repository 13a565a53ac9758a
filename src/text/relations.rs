//! Words for relations between statements, and for what a statement's words refer to.

use super::Sentence;
use crate::model::{Relation, RelationKind, StatementIx};

/// The heading over the statements that are related to one.
pub const RELATED: &str = "Related statements";
/// The link to the comparison of two statements.
pub const COMPARE: &str = "Compare";
/// The label of the list of references, for readers who cannot see the pencil.
pub const REFERENCES: &str = "What these words refer to, according to the annotator";

/// How the statement of a page is related to another one, which is named above the sentence.
pub fn related_sentence(kind: RelationKind, is_first: bool) -> &'static str {
    match (kind, is_first) {
        (RelationKind::Contrasts, _) => "Differs from it. ",
        (RelationKind::Answers, true) => "Responds to it. ",
        (RelationKind::Answers, false) => "It responds to this statement. ",
        (RelationKind::Elaborates, true) => "Adds detail to it. ",
        (RelationKind::Elaborates, false) => "It adds detail to this statement. ",
        (RelationKind::Repeats, true) => "Repeats it. ",
        (RelationKind::Repeats, false) => "It repeats this statement. ",
        (RelationKind::MayBeSameAs, _) => "May be the same statement. ",
    }
}

/// One end of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationSlot {
    /// The number of the first statement.
    From,
    /// The verb that relates them.
    Verb(&'static str),
    /// The number of the second statement.
    To,
}

/// A relation in one line: `9 differs from 7`.
pub fn relation_line(kind: RelationKind) -> Sentence<RelationSlot> {
    let verb = match kind {
        RelationKind::Contrasts => "differs from",
        RelationKind::Answers => "responds to",
        RelationKind::Elaborates => "adds detail to",
        RelationKind::Repeats => "repeats",
        RelationKind::MayBeSameAs => "may be the same statement as",
    };
    Sentence::new("{} {} {}", [RelationSlot::From, RelationSlot::Verb(verb), RelationSlot::To])
}

/// After [`COMPARE`], for readers who hear the link on its own: `: statements 7 and 9`.
pub fn compared(relation: &Relation) -> String {
    format!(": statements {} and {}", relation.from.index() + 1, relation.to.index() + 1)
}

/// A slot for links to actors and statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referents;

/// The actors that words refer to, as the annotator understands them.
pub fn taken_to_be() -> Sentence<Referents> {
    Sentence::new("taken to be {}", [Referents])
}

/// The statements whose subject words refer to.
pub fn see() -> Sentence<Referents> {
    Sentence::new("see {}", [Referents])
}

/// The text before the item at a position (from 0) of an enumeration: `a, b and c`.
pub fn separator(position: usize, total: usize) -> &'static str {
    match position {
        0 => "",
        last if last + 1 == total => " and ",
        _ => ", ",
    }
}

/// A statement within a sentence: `statement 3`.
pub fn statement_in_sentence(ix: StatementIx) -> String {
    format!("statement {}", ix.index() + 1)
}
