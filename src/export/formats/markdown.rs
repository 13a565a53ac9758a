//! Markdown (CommonMark): a heading and a short paragraph for each item.

use super::Written;
use crate::export::Source;
use crate::export::table::Row;
use crate::query::Collection;
use crate::text;

pub fn write(source: &Source<'_>, collection: Collection, rows: &[Row]) -> Written {
    let items = rows.iter().map(|row| item(row, collection));
    Written::join(&opening(source, collection), items, "\n", "")
}

/// The heading of the file, and a paragraph that says whose title it is.
fn opening(source: &Source<'_>, collection: Collection) -> String {
    let dossier = &source.prepared.dossier;
    format!(
        "# {} in: {}\n\nTitle by the annotator, {}. Article: {}. Quotation marks are the \
         article’s own.\n\n",
        text::collection_name(collection),
        escaped(&dossier.title),
        escaped(&dossier.annotation.by),
        escaped(&text::byline(dossier)),
    )
}

fn item(row: &Row, collection: Collection) -> String {
    let cell = |name| escaped(&row.cell(name).text());
    let link = row.cell("link").text();
    let number = row.cell("number").text();
    match collection {
        Collection::Statements => format!(
            "## {number}. {} by {}\n\n> {}\n\nWording: {}. <{link}>\n",
            text::capital(&cell("kind").replace("\\_", " ")),
            cell("source"),
            cell("attributed"),
            cell("wording"),
        ),
        Collection::Actors => format!(
            "## {number}. {}\n\n{}; statements made: {}, passed on: {}, spoken of in: {}. <{link}>\n",
            cell("name"),
            text::capital(&cell("kind").replace("\\_", " ")),
            cell("statements"),
            cell("passed_on"),
            cell("spoken_of"),
        ),
        Collection::Figures => format!(
            "## {number}. {}: {}\n\n> {}\n\n<{link}>\n",
            cell("words"),
            cell("counted_words"),
            cell("attributed"),
        ),
    }
}

/// Text on one line, with every character escaped that Markdown could read as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            c if c.is_ascii_punctuation() && !".,;:'\"()?!/%-".contains(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        assert_eq!(
            escaped("*a* [b](c) <d> `e` #f\ng_h"),
            "\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\#f g\\_h"
        );
    }
}
