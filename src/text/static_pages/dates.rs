//! The timeline.

use crate::model::{Dossier, When};
use crate::text::{Sentence, day_text, outlet};

/// The heading.
pub const HEADING: &str = "Timeline";
/// The explanation of the timeline.
pub const LEAD: &str = "Bars show the dates that statements and figures refer to; rings show when \
                        a statement was made. A broken line means that years are skipped. The days \
                        around publication are on a larger scale.";
/// The note on the parts of the timeline that the annotator worked out.
pub const ANNOTATORS: &str = "The annotator worked out the dates.";
/// The note over the last dates, which have a scale of their own.
pub const ENLARGED: &str = "The days around publication, on a larger scale";
/// The link to the statements with a date in the period of a row.
pub const FILTER_BY_PERIOD: &str = "Filter statements by this period";
/// The name of the links to the statements of each year.
pub const BY_YEAR: &str = "Filter statements by year:";
/// The label of the control that opens the table.
pub const VIEW_AS_TABLE: &str = "View as table";
/// The caption of the table.
pub const CAPTION: &str = "The dates in this report";
/// The heads of the table's columns.
pub const COLUMNS: [&str; 6] =
    ["In the text", "Date", "EDTF code", "Made then", "Mentioned in", "Period covered by"];

/// A part of a line about a use of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UseSlot {
    /// The number of the statement.
    Statement,
    /// The statement by its type and source, or the source of the figure.
    Named(String),
    /// The figure.
    Figure,
}

/// Returns the line about a statement that was made on the date.
pub fn made_then(named: String) -> Sentence<UseSlot> {
    Sentence::new("Made on this date: {} – {}", [UseSlot::Statement, UseSlot::Named(named)])
}

/// Returns the line about a statement that mentions the date.
pub fn mentioned_in(named: String) -> Sentence<UseSlot> {
    Sentence::new("Mentioned in {} – {}", [UseSlot::Statement, UseSlot::Named(named)])
}

/// Returns the line about a figure for the period, with the source of the figure.
pub fn period_of(source: String) -> Sentence<UseSlot> {
    let slots = [UseSlot::Figure, UseSlot::Named(source)];
    Sentence::new("Period covered by the figure {} – {}", slots)
}

/// Returns the last entry of the timeline: `Published by Shafaq News`.
pub fn published_by(dossier: &Dossier) -> String {
    format!("Published by {}", outlet(dossier))
}

/// Says from which date a relative date such as `last Tuesday` was worked out. `None` for other
/// dates.
pub fn worked_out_from(dossier: &Dossier, when: &When) -> Option<String> {
    let from = when.relative_to.as_deref()?;
    let published = dossier.article.published;
    Some(if from == published.iso() {
        format!("Worked out from the publication date, {}.", day_text(published))
    } else {
        format!("Worked out from {from}.")
    })
}

/// Names a year, or the years from the first to the last: `2025`, `1900–1999`.
pub fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
