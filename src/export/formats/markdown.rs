//! Markdown (CommonMark): a heading and a short paragraph for each item.

use super::Written;
use crate::export::Source;
use crate::export::table::Row;
use crate::model::{ActorKind, Directness, Kind, Vocabulary};
use crate::query::Collection;
use crate::text::{self, Label};

pub fn write(source: &Source<'_>, collection: Collection, rows: &[Row]) -> Written {
    let items = rows.iter().map(|row| item(row, collection));
    Written::join(&opening(source, collection), items, "\n", "")
}

/// Returns the heading of the file, and a remark on the article.
fn opening(source: &Source<'_>, collection: Collection) -> String {
    let dossier = &source.prepared.dossier;
    let heading =
        text::exported_heading(text::collection_name(collection), &escaped(&dossier.title));
    let annotator = escaped(&dossier.annotation.by);
    let remark = text::exported_remark(&annotator, &escaped(&text::byline(dossier)));
    format!("# {heading}\n\n{remark}\n\n")
}

fn item(row: &Row, collection: Collection) -> String {
    let cell = |name| escaped(&row.cell(name).text());
    let link = row.cell("link").text();
    let number = row.cell("number").text();
    match collection {
        Collection::Statements => {
            let heading = text::exported_statement(label::<Kind>(row, "kind"), &cell("source"));
            let wording = label::<Directness>(row, "wording");
            let words = cell("attributed");
            let translation = match row.cell("translation").text().is_empty() {
                true => String::new(),
                false => {
                    let lead = text::exported_translation(
                        &cell("translation_language"),
                        &cell("translation_by"),
                    );
                    format!("{lead} {}\n\n", cell("translation"))
                }
            };
            format!("## {number}. {heading}\n\n> {words}\n\n{translation}{wording}. <{link}>\n")
        }
        Collection::Actors => {
            let counts = [&*cell("statements"), &*cell("passed_on"), &*cell("spoken_of")];
            let actor = text::exported_actor(label::<ActorKind>(row, "kind"), counts);
            format!("## {number}. {}\n\n{actor} <{link}>\n", cell("name"))
        }
        Collection::Figures => {
            let (title, words) = (cell("title"), cell("attributed"));
            format!("## {number}. {title}\n\n> {words}\n\n<{link}>\n")
        }
    }
}

/// Returns the label of the code in a cell.
fn label<T: Vocabulary + Label>(row: &Row, column: &str) -> &'static str {
    T::from_code(&row.cell(column).text()).map_or("", Label::label)
}

/// Returns text on one line, with every character escaped that Markdown could read as markup. A list
/// marker is one only at the start: "1. ", "2) " and "- ".
fn escaped(text: &str) -> String {
    let text = text.trim_start();
    let mut out = String::with_capacity(text.len());
    let marker = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker = text.len() - marker.len();
    for (at, c) in text.char_indices() {
        match c {
            '.' | ')' if at == marker && at > 0 => out.extend(['\\', c]),
            '-' if at == 0 => out.extend(['\\', c]),
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

    #[test]
    fn a_list_marker_is_escaped_at_the_start() {
        assert_eq!(escaped("2. Kanal"), "2\\. Kanal");
        assert_eq!(escaped("24) Heures"), "24\\) Heures");
        assert_eq!(escaped("- Novosti"), "\\- Novosti");
        assert_eq!(escaped("+ Plus"), "\\+ Plus");
        assert_eq!(escaped("1. FC, 2. Liga"), "1\\. FC, 2. Liga");
        assert_eq!(escaped("Kanal 2. Well-known (a)"), "Kanal 2. Well-known (a)");
    }
}
