//! The page of a figure.

use crate::text::Sentence;

/// Returns the text of the link to the list of figures.
pub fn all_figures(total: usize) -> String {
    if total == 1 { "All figures".to_owned() } else { format!("All {total} figures") }
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
