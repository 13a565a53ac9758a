//! How an author's file refers to words of the article.

use crate::model::{Span, Unit};
use serde_json::Value;

/// Maximum number of words of context given on each side of a quote.
const MAX_CONTEXT: usize = 8;

/// Returns the JSON of a quote of these words, without saying which of several equal ones are meant.
pub fn plain(units: &[Unit], span: Span) -> String {
    Value::from(words(units, span)).to_string()
}

/// Returns the JSON of a quote that only these words match: their paragraph, and as many words before and
/// after them as it takes.
pub fn exact(units: &[Unit], span: Span) -> String {
    let unit = &units[span.unit.index()];
    let (before, after) = (unit.slice(0, span.start), unit.slice(span.end, unit.len()));
    let exact = words(units, span);
    let count = |prefix: &str, suffix: &str| {
        unit.as_str().matches(&format!("{prefix}{exact}{suffix}")).count()
    };
    let (mut prefix, mut suffix) = ("", "");
    for context in 1..=MAX_CONTEXT {
        if count(prefix, suffix) <= 1 {
            break;
        }
        prefix = last_words(before, context);
        if count(prefix, suffix) > 1 {
            suffix = first_words(after, context);
        }
    }
    let mut fields = vec![field("exact", exact)];
    for (name, context) in [("prefix", prefix.trim()), ("suffix", suffix.trim())] {
        if !context.is_empty() {
            fields.push(field(name, context));
        }
    }
    fields.push(format!("\"in\": {}", span.unit.0));
    format!("{{ {} }}", fields.join(", "))
}

fn field(name: &str, text: &str) -> String {
    format!("\"{name}\": {}", Value::from(text))
}

/// Returns the words of a span.
pub fn words(units: &[Unit], span: Span) -> &str {
    units[span.unit.index()].slice(span.start, span.end)
}

/// Returns a span without white space at its ends.
pub fn trimmed(units: &[Unit], span: Span) -> Span {
    let text = words(units, span);
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let start = span.start + count(text) - count(text.trim_start());
    Span { start, end: start + count(text.trim()), ..span }
}

fn last_words(text: &str, count: usize) -> &str {
    let starts = text.char_indices().rev().filter(|(at, c)| {
        !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace)
    });
    starts.take(count).last().map_or("", |(at, _)| &text[at..])
}

fn first_words(text: &str, count: usize) -> &str {
    let ends = text.char_indices().filter(|(at, c)| {
        let end = at + c.len_utf8();
        !c.is_whitespace() && text[end..].chars().next().is_none_or(char::is_whitespace)
    });
    ends.take(count).last().map_or("", |(at, c)| &text[..at + c.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::UnitIx;

    #[test]
    fn adds_as_much_context_as_it_takes() {
        let units = [Unit::new("The ship left. The ship sank, the old ship sank too.")];
        let check = |start: u32, end: u32, expected: &str| {
            assert_eq!(exact(&units, Span { unit: UnitIx(0), start, end }), expected);
        };
        check(9, 13, r#"{ "exact": "left", "in": 0 }"#);
        check(4, 8, r#"{ "exact": "ship", "prefix": "The", "suffix": "left.", "in": 0 }"#);
        check(38, 42, r#"{ "exact": "ship", "prefix": "old", "in": 0 }"#);
    }
}
