//! The page of a figure.

use crate::model::{Dossier, Figure};
use crate::text::{Sentence, attribution, outlet};

/// Returns the text of the link to the list of figures.
pub fn all_figures(total: usize) -> String {
    if total == 1 { "All figures".to_owned() } else { format!("All {total} figures") }
}

/// Says who gave the number, so that it does not read as a fact that we assert: `according to
/// Syrian Observatory for Human Rights, reported by Shafaq News`.
pub fn according_to(dossier: &Dossier, figure: &Figure) -> String {
    let statement = dossier.statement(figure.statement);
    let source = match &figure.counted_by {
        Some(counted_by) => dossier.actor(counted_by.value).name.value.to_string(),
        None => attribution(dossier, statement),
    };
    format!("according to {source}, reported by {}", outlet(dossier))
}

/// A part of the heading. All but the number is for readers who cannot see the lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadingSlot {
    /// The number.
    Number,
    /// The thing that it counts.
    Counted,
    /// The source of the number.
    Source(String),
}

/// Returns the heading: `460 violations, according to …`.
pub fn heading(according_to: &str) -> Sentence<HeadingSlot> {
    let source = HeadingSlot::Source(format!(", {according_to}"));
    Sentence::new("{}{}{}", [HeadingSlot::Number, HeadingSlot::Counted, source])
}
