//! A table of the articles beside brat files, such as PolNeAR's `metadata.tsv`.

use super::super::File;
use super::super::document::{About, BadInput, Place};
use std::collections::HashMap;

/// The rows of a table, by the name of the text file without its extension.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    rows: HashMap<String, About>,
}

impl Metadata {
    /// Reads a table with tabs between its columns. The column `filename` is required; `title`,
    /// `publisher`, `publication_date`, `language`, `address` and `annotators` are used.
    ///
    /// # Errors
    /// If a row has another number of columns than the header, or there is no column `filename`.
    pub fn read(file: &File) -> Result<Self, BadInput> {
        let text = file.text()?.trim_start_matches('\u{feff}');
        let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let header: Vec<&str> =
            lines.next().map(|(_, line)| line.split('\t').collect()).unwrap_or_default();
        let column = |name: &str| header.iter().position(|it| *it == name);
        let Some(filename) = column("filename") else {
            let place = Place::line(&file.name, 1, "");
            return Err(BadInput::at(&place, "the header has no column \"filename\""));
        };
        let mut rows = HashMap::new();
        for (line, row) in lines {
            let cells: Vec<&str> = row.split('\t').collect();
            if cells.len() != header.len() {
                let message = format!(
                    "the row has {} columns, but the header has {}",
                    cells.len(),
                    header.len()
                );
                return Err(BadInput::at(&Place::line(&file.name, line, ""), message));
            }
            let cell = |name: &str| {
                let value = cells[column(name)?].trim();
                (!value.is_empty() && value != "None").then(|| value.to_owned())
            };
            let annotators = cell("annotators").unwrap_or_default();
            let about = About {
                headline: cell("title"),
                outlet: cell("publisher"),
                published: cell("publication_date"),
                language: cell("language"),
                address: cell("address"),
                annotators: annotators
                    .split('|')
                    .filter(|it| !it.is_empty())
                    .map(str::to_owned)
                    .collect(),
            };
            let name = cells[filename].trim();
            rows.insert(name.strip_suffix(".txt").unwrap_or(name).to_owned(), about);
        }
        Ok(Self { rows })
    }

    /// Returns what the table says of a text.
    pub fn about(&self, name: &str) -> Option<&About> {
        self.rows.get(name)
    }
}
