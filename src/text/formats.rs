//! The names of export formats.

use crate::format::Format;

/// Returns the purpose and the name of a format.
const fn format_words(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Csv => ("Spreadsheet", "CSV"),
        Format::Json => ("Data", "JSON"),
        Format::Markdown => ("Text", "Markdown"),
        Format::Bibtex => ("Citations", "BibTeX"),
        Format::Csl => ("Citations", "CSL-JSON"),
        Format::Ris => ("Citations", "RIS"),
    }
}

/// Returns the name of a format: `CSV`.
pub const fn format_name(format: Format) -> &'static str {
    format_words(format).1
}

/// Returns the label of a format in a menu: `Spreadsheet (CSV)`.
pub fn format_label(format: Format) -> String {
    let (purpose, name) = format_words(format);
    [purpose, " (", name, ")"].concat()
}
