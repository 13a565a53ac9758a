//! A dossier with its text in a file beside it, moved to an edited text: for the time of the move, the
//! paragraphs are in the dossier.

use super::retext::{Retexted, field, retext};
use crate::load::{Diagnostic, ReadText, load_with, paragraphs};
use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Value, json};
use std::ops::Range;

/// A dossier that was moved, and the text file that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The dossier.
    pub dossier: Retexted,
    /// The name and the new content of its text file, if the dossier has one.
    pub text: Option<(String, String)>,
}

/// Moves the annotation of a dossier to an edited text, as [`retext`] does, wherever the old text is. `read`
/// reads the text file that the dossier may name.
///
/// # Errors
/// Returns the diagnostics of a dossier that does not load.
pub fn retext_with(
    file: &str,
    bytes: &[u8],
    new: &[String],
    read: ReadText<'_>,
) -> Result<Moved, Vec<Diagnostic>> {
    let text = String::from_utf8_lossy(bytes);
    let Some((property, name)) = property(&text, "text") else {
        return Ok(Moved { dossier: retext(file, bytes, new)?, text: None });
    };
    let loaded = load_with(file, bytes, read);
    let old = read(&name).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let (Some(_), Some(old)) = (loaded.dossier, old) else { return Err(loaded.diagnostics) };
    let inside = replaced(&text, property, &paragraphs(&old));
    let mut moved = retext(file, inside.as_bytes(), new)?;
    let list = self::property(&moved.file, "paragraphs");
    let (place, list) = list.unwrap_or_else(|| unreachable!("the paragraphs stay in the article"));
    let list: Vec<String> = serde_json::from_str(&list).unwrap_or_default();
    moved.file.replace_range(place, &format!("\"text\": {}", json!(name)));
    Ok(Moved { dossier: moved, text: Some((name, list.join("\n\n") + "\n")) })
}

/// Replaces a field of the article with its paragraphs.
fn replaced(text: &str, property: Range<usize>, paragraphs: &[String]) -> String {
    let list = Value::from(paragraphs.to_vec());
    [&text[..property.start], &format!("\"paragraphs\": {list}"), &text[property.end..]].concat()
}

/// Returns the place of a field of the article, with its name, and its value: a text, or JSON.
fn property(text: &str, name: &str) -> Option<(Range<usize>, String)> {
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let parsed =
        parse_to_ast(&text[skipped..], &CollectOptions::default(), &ParseOptions::default());
    let root = parsed.ok()?.value?;
    let article = field(&root, "article")?.as_object()?;
    let found = article.properties.iter().find(|property| property.name.as_str() == name)?;
    let value = match &found.value {
        Node::StringLit(text) => text.value.to_string(),
        other => text[other.start() + skipped..other.end() + skipped].to_owned(),
    };
    Some((found.start() + skipped..found.end() + skipped, value))
}
