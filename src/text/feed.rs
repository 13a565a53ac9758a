//! The words of the feed of reports and corrections.

use super::{byline_of, count, day_text, statements_and_sources};
use crate::model::CorrectedPart;
use crate::site::{Corrected, Entry};

/// Returns the title of the feed: `On Record: reports and corrections`.
pub fn feed_title(site: &str) -> String {
    format!("{site}: reports and corrections")
}

/// Describes a report: where it appeared, its size, and the annotator's summary.
pub fn feed_report(entry: &Entry) -> String {
    let byline = byline_of(&entry.outlet, entry.published);
    let size = statements_and_sources(entry.statements(), entry.sources);
    match &entry.summary {
        Some(summary) => {
            format!("{byline}. {size}. Title and summary by the annotator: {summary}")
        }
        None => format!("{byline}. {size}. Title by the annotator."),
    }
}

/// Returns the title of a correction: `Correction: The harbour reopens`.
pub fn feed_correction_title(entry: &Entry) -> String {
    format!("Correction: {}", entry.title)
}

/// Describes a correction: `Corrected 9 January 2026 (annotation; 2 statements): …`.
pub fn feed_correction(corrected: &Corrected) -> String {
    let part = match corrected.of {
        CorrectedPart::Text => "article text",
        CorrectedPart::Annotation => "annotation",
    };
    let scope = match corrected.statements.len() {
        0 => "applies to the whole article".to_owned(),
        number => count(number, "statement", "statements"),
    };
    format!("Corrected {} ({part}; {scope}): {}", day_text(corrected.on), corrected.what)
}
