//! Writing JSON: what was not edited as it was read, and the rest in the layout of the file.

use super::{Json, Kind, Read};
use serde_json::Value as Plain;

/// How a file is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    indent: String,
    line_end: &'static str,
}

impl Json {
    /// Writes the value as a file.
    pub fn write(&self, layout: &Layout) -> String {
        let mut out = String::new();
        self.write_to(&mut out, layout, 0);
        out + layout.line_end
    }

    fn write_to(&self, out: &mut String, layout: &Layout, depth: usize) {
        let is_kept = |read: &&Read| read.depth == depth && !layout.line_end.is_empty();
        if let Some(read) = self.read.as_ref().filter(is_kept)
            && let Some(written) = read.file.get(read.bytes.clone())
        {
            out.push_str(written);
            return;
        }
        let line = |out: &mut String, depth: usize| {
            out.push_str(layout.line_end);
            out.extend(std::iter::repeat_n(layout.indent.as_str(), depth));
        };
        match &self.kind {
            Kind::Null => out.push_str("null"),
            Kind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Kind::Number(number) => out.push_str(number),
            Kind::Text(text) => write_text(out, text),
            Kind::List(list) if list.is_empty() => out.push_str("[]"),
            Kind::Object(fields) if fields.is_empty() => out.push_str("{}"),
            Kind::List(list) => {
                for (at, element) in list.iter().enumerate() {
                    out.push(if at == 0 { '[' } else { ',' });
                    line(out, depth + 1);
                    element.write_to(out, layout, depth + 1);
                }
                line(out, depth);
                out.push(']');
            }
            Kind::Object(fields) => {
                for (at, (name, value)) in fields.iter().enumerate() {
                    out.push(if at == 0 { '{' } else { ',' });
                    line(out, depth + 1);
                    write_text(out, name);
                    out.push_str(if layout.line_end.is_empty() { ":" } else { ": " });
                    value.write_to(out, layout, depth + 1);
                }
                line(out, depth);
                out.push('}');
            }
        }
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push_str(&Plain::from(text).to_string());
}

impl Default for Layout {
    fn default() -> Self {
        Self { indent: "  ".to_owned(), line_end: "\n" }
    }
}

impl Layout {
    /// Returns the layout without white space.
    pub fn compact() -> Self {
        Self { indent: String::new(), line_end: "" }
    }

    /// Returns the layout of a file: the indent of its first field, and its line ends.
    pub fn of(text: &str) -> Self {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let second = text.lines().nth(1).unwrap_or_default();
        let indent = &second[..second.len() - second.trim_start_matches([' ', '\t']).len()];
        let indent = if indent.is_empty() { "  " } else { indent };
        Self { indent: indent.to_owned(), line_end }
    }
}
