//! The first page of a site with several dossiers.

use crate::site::Entry;
use crate::text::{Sentence, day_text, statements};

/// The heading.
pub const HEADING: &str = "Who said what, and through whom";

/// A part of the line about one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportSlot {
    /// The outlet's name.
    Outlet,
    /// Any other text.
    Text(String),
}

/// Returns the line about one report: `Shafaq News, 6 January 2026: 11 statements`.
pub fn report_line(entry: &Entry) -> Sentence<ReportSlot> {
    let day = day_text(entry.published);
    let statements = statements(entry.statements());
    Sentence::new(
        "{}, {}: {}",
        [ReportSlot::Outlet, ReportSlot::Text(day), ReportSlot::Text(statements)],
    )
}
