//! Words for relations between statements, and for the references in a statement.

use super::Sentence;
use crate::model::{Relation, RelationKind, StatementIx};

/// The heading over the statements that are related to one.
pub const RELATED: &str = "Related statements";
/// The link to the comparison of two statements.
pub const COMPARE: &str = "Compare";
/// The lead of the references, for readers who cannot see the pencil.
pub const REFERENCES: &str = "Inferred by the annotator: ";

/// The lead of a line about a relation, for readers who cannot see the pencil.
pub const ANNOTATOR_ON_RELATION: &str = "Annotator: statement ";

/// The button that shows the annotator's note on a relation.
pub const RELATION_NOTE: &str = "Note";

/// Says how the statement of a page is related to another one, which is named above the sentence.
pub fn related_sentence(kind: RelationKind, is_first: bool) -> &'static str {
    match (kind, is_first) {
        (RelationKind::Contrasts, _) => "This statement differs from it. ",
        (RelationKind::Answers, true) => "This statement responds to it. ",
        (RelationKind::Answers, false) => "It responds to this statement. ",
        (RelationKind::Elaborates, true) => "This statement adds detail to it. ",
        (RelationKind::Elaborates, false) => "It adds detail to this statement. ",
        (RelationKind::Repeats, true) => "This statement repeats it. ",
        (RelationKind::Repeats, false) => "It repeats this statement. ",
        (RelationKind::MayBeSameAs, _) => "The two may be the same statement. ",
    }
}

/// A part of the line about a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationSlot {
    /// The number of the first statement.
    From,
    /// The number of the second statement.
    To,
}

/// Describes a relation in a sentence: `9 differs from 7; both may be true.`
pub fn relation_line(kind: RelationKind) -> Sentence<RelationSlot> {
    let template = match kind {
        RelationKind::Contrasts => "{} differs from {}; both may be true. ",
        RelationKind::Answers => "{} responds to {}. ",
        RelationKind::Elaborates => "{} adds detail to {}. ",
        RelationKind::Repeats => "{} repeats {}. ",
        RelationKind::MayBeSameAs => "{} may be the same statement as {}. ",
    };
    Sentence::new(template, [RelationSlot::From, RelationSlot::To])
}

/// Returns the words after [`COMPARE`] for readers who hear the link on its own:
/// `: statements 7 and 9`.
pub fn compared(relation: &Relation) -> String {
    format!(": statements {} and {}", relation.from.index() + 1, relation.to.index() + 1)
}

/// The separator of two references.
pub const REFERENCE_SEPARATOR: &str = " · ";

/// Says what words refer to: `it: Israel`.
pub fn refers_to<T>(words_and_meaning: [T; 2]) -> Sentence<T> {
    Sentence::new("{}: {}", words_and_meaning)
}

/// A slot for links to actors and statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referents;

/// Returns a phrase for the actors that words refer to, according to the annotator.
pub fn taken_to_be() -> Sentence<Referents> {
    Sentence::new("taken to be {}", [Referents])
}

/// Returns a phrase for the statements whose subject words refer to.
pub fn see() -> Sentence<Referents> {
    Sentence::new("see {}", [Referents])
}

/// Returns the text before the item at a 0-based position of an enumeration: `a, b and c`.
pub fn separator(position: usize, total: usize) -> &'static str {
    match position {
        0 => "",
        last if last + 1 == total => " and ",
        _ => ", ",
    }
}

/// Names a statement within a sentence: `statement 3`.
pub fn statement_in_sentence(ix: StatementIx) -> String {
    format!("statement {}", ix.index() + 1)
}
