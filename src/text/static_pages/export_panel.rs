//! The panel with which a reader shares, cites or embeds a statement.

use crate::model::{Dossier, Statement};
use crate::text::{capital, named};

/// The label of the control that opens the panel.
pub const SUMMARY: &str = "Cite, share or embed";
/// The row for the link.
pub const LINK: &str = "Link";
/// The row for the words with their attribution.
pub const WITH_ATTRIBUTION: &str = "Text with attribution";
/// The row for files that reference managers read.
pub const REFERENCE_MANAGERS: &str = "Reference managers";
/// The same row, if the files are those of the whole report.
pub const REFERENCES_OF_ALL: &str = "Reference managers (all statements of the report)";
/// The row for the code that shows the statement on another site.
pub const EMBED: &str = "Embed";
/// The link to the files with the whole dossier.
pub const ALL_FILES: &str = "Files with all statements of this report";
/// The button that opens the device's share menu.
pub const SHARE: &str = "Share…";
/// The visible label of each button that copies.
pub const COPY: &str = "Copy";

/// The accessible name of the button that copies the link.
pub const COPY_LINK: &str = "Copy link";
/// The accessible name of the button that copies the words with their attribution.
pub const COPY_WITH_ATTRIBUTION: &str = "Copy text with attribution";
/// The accessible name of the button that copies the code to embed.
pub const COPY_EMBED: &str = "Copy code to embed";

/// Returns the accessible name of the button that copies a citation: `Copy citation, APA`.
pub fn copy_citation(style: &str) -> String {
    format!("Copy citation, {style}")
}

/// Returns the title of the frame on the other site: `Condition by Syrian official (unnamed), …`.
pub fn frame_title(dossier: &Dossier, statement: &Statement) -> String {
    capital(&named(dossier, statement))
}

/// A file with all statements that is not an export of the list, with its label.
pub const ANNOTATIONS: (&str, &str) = ("annotations.jsonld", "Web Annotations");
