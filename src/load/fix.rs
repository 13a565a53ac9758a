//! Fixes: changes of an author's file that solve a problem and change nothing that the author means.
//! `revise` applies them.

use super::escape::forbidden_character;
use super::new_ids::Ids;
use super::path::{At, Step};
use super::tree;
use crate::model::Slug;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range as Place, Ranged};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::HashMap;
use std::ops::Range;

/// A change of a file that solves a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the change does, as in `renames it to "gist"`.
    pub does: String,
    /// Byte offsets of the part of the file that is replaced, including a byte-order mark.
    #[serde(flatten)]
    pub bytes: Range<usize>,
    /// The new text of the part.
    pub text: String,
}

/// A fix, or what it takes to make one.
#[derive(Debug, Clone, PartialEq)]
pub enum Remedy {
    /// A change of the text after a byte-order mark.
    Ready(Fix),
    /// Another value at the path of the problem, or in a field there.
    Value {
        /// The field.
        field: Option<&'static str>,
        /// The new value.
        value: Json,
        /// What the change does.
        does: String,
    },
}

impl From<Fix> for Remedy {
    fn from(fix: Fix) -> Self {
        Self::Ready(fix)
    }
}

/// Returns the place of the value at a path. Unlike [`tree::locate`], never one around it.
pub fn value_at(root: &Value<'_>, steps: &[Step<'_>]) -> Option<Place> {
    let mut value = root;
    for step in steps {
        value = match (step, value) {
            (Step::Field(name), Value::Object(object)) => tree::field(object, name)?,
            (Step::Element(position), Value::Array(list)) => list.elements.get(*position)?,
            _ => return None,
        };
    }
    Some(value.range())
}

/// Returns the fix that adds a field at the start of an object that has others, with the spaces of
/// the first one.
pub fn insert(text: &str, object: &Object<'_>, name: &str, value: &Json) -> Option<Fix> {
    let first = object.properties.first()?;
    let (start, name_end) = (first.name.range().start, first.name.range().end);
    let colon = text.get(name_end..first.value.range().start)?;
    let gap = text.get(object.range.start + 1..start)?;
    Some(Fix {
        does: format!("adds \"{name}\": {value}"),
        bytes: start..start,
        text: format!("\"{name}\"{colon}{value},{gap}"),
    })
}

/// Returns the fix that gives an id to an element of a list, by the words of the element.
pub fn new_id(
    text: &str,
    root: &Value<'_>,
    object: &Object<'_>,
    at: &At<'_>,
    ids: &mut HashMap<String, Ids>,
) -> Option<Fix> {
    let [Step::Field(list), Step::Element(_)] = *at.steps() else { return None };
    let (what, field) = match list {
        "statements" => ("statement", "content"),
        "figures" => ("figure", "words"),
        "actors" => ("actor", "name"),
        "places" => ("place", "name"),
        "topics" => ("topic", "label"),
        _ => return None,
    };
    let words = words(tree::field(object, field)?);
    if words.trim().is_empty() {
        return None;
    }
    let ids = ids.entry(list.to_owned()).or_insert_with(|| {
        let elements = root.as_object().and_then(|root| tree::field(root, list)?.as_array());
        let elements = elements.into_iter().flat_map(|list| &list.elements);
        let taken = elements.filter_map(|element| match tree::field(element.as_object()?, "id")? {
            Value::StringLit(id) => Some(&*id.value),
            _ => None,
        });
        Ids::with(&taken.collect::<Vec<_>>())
    });
    insert(text, object, "id", &ids.take(&words, what).into())
}

/// Returns the words of a text, a quote, a value with evidence, or a list of them.
fn words(value: &Value<'_>) -> String {
    match value {
        Value::StringLit(text) => text.value.clone().into_owned(),
        Value::Object(object) => {
            let field = ["exact", "from", "is"].iter().find_map(|name| tree::field(object, name));
            field.map(words).unwrap_or_default()
        }
        Value::Array(list) => list.elements.iter().map(words).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

/// Returns the fix that removes the characters from a text that no text may contain. A line break or
/// another space among them becomes a space. `None` if nothing is left, or for what can be an id,
/// which could become that of another element.
pub fn without_forbidden(text: &str, value: &Value<'_>) -> Option<Fix> {
    let place = value.range();
    let written = text.get(place.start..place.end)?;
    let cleaned = clean(written);
    let left: String = serde_json::from_str(&cleaned).ok()?;
    let is_good = !left.trim().is_empty() && forbidden_character(&left).is_none();
    (is_good && cleaned != written && Slug::new(left.trim()).is_err()).then(|| Fix {
        does: "removes the invisible characters".to_owned(),
        bytes: place.start..place.end,
        text: cleaned,
    })
}

/// Removes the characters from a JSON string, written as themselves or as escapes.
fn clean(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        let (piece, meant) = match rest.strip_prefix('\\').and_then(|it| it.chars().next()) {
            None => (c.len_utf8(), Some(c)),
            Some('u') => {
                let code = rest.get(2..6).and_then(|code| u32::from_str_radix(code, 16).ok());
                (6, code.and_then(char::from_u32))
            }
            Some('r') => (2, Some('\r')),
            Some('b') => (2, Some('\u{8}')),
            Some('f') => (2, Some('\u{c}')),
            Some(other) => (1 + other.len_utf8(), None),
        };
        let Some((piece, after)) = rest.split_at_checked(piece) else {
            return out + rest;
        };
        rest = after;
        let is_line_end = meant == Some('\r') && after.starts_with("\\n");
        let forbidden = meant
            .filter(|c| !is_line_end && forbidden_character(c.encode_utf8(&mut [0; 4])).is_some());
        match forbidden {
            None => out.push_str(piece),
            Some(space) if space.is_whitespace() => out.push(' '),
            Some(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_forbidden_characters_are_removed() {
        for (written, expected) in [
            (r#""a\u0007b \u00e9 \/ \\u0007""#, r#""ab \u00e9 \/ \\u0007""#),
            (r#""a\rb\r\nc\fd\be""#, r#""a b\r\nc de""#),
            (r#""\uD83D\uDE00\u202E\u0085""#, r#""\uD83D\uDE00 ""#),
            ("\"a\u{202e}b\u{7f}\u{9b}c\u{200d}\"", "\"abc\u{200d}\""),
        ] {
            assert_eq!(clean(written), expected);
        }
    }
}
