//! Parsing: from text to a JSON tree that knows the position of each value.

use super::code::{FileCode, JsonCode};
use super::path::Step;
use super::problem::{Located, Problem};
use super::strict;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// Maximum size of a file in bytes. A hundred thousand statements fit.
pub const MAX_BYTES: usize = 128 * 1024 * 1024;

/// Maximum depth of nested objects and lists. The format itself needs seven levels.
pub const MAX_DEPTH: usize = 64;

/// Standard JSON only, without any extension of the parser.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Checks that a file is small enough to be read.
///
/// # Errors
/// Returns a problem if it has more than [`MAX_BYTES`].
pub fn check_size(bytes: usize) -> Result<(), Located> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let message = format!("the file is larger than {MAX_BYTES} bytes");
    let problem = Problem::error(FileCode::TooLarge, message);
    Err((Range::new(0, 0), problem.hint("split it: a dossier contains one article")))
}

/// Parses strict JSON.
///
/// # Errors
/// Returns one problem if the text is nested too deeply, empty or not JSON.
pub fn parse(text: &str) -> Result<Value<'_>, Located> {
    if let Some(start) = too_deep(text) {
        let problem =
            Problem::error(JsonCode::TooDeep, format!("nested more than {MAX_DEPTH} levels deep"))
                .hint("a dossier needs seven levels: look for a bracket that is never closed");
        return Err((Range::new(start, start + 1), problem));
    }
    strict::check(text)?;
    match parse_to_ast(text, &CollectOptions::default(), &STRICT).map(|parsed| parsed.value) {
        Ok(Some(value)) => strict::check_with_serde(text).map(|()| value),
        Ok(None) => {
            let problem = Problem::error(JsonCode::Invalid, "the file is empty");
            Err((
                Range::new(0, 0),
                problem.hint("a dossier is a JSON object: { \"format\": 1, … }"),
            ))
        }
        Err(error) => {
            let problem = strict::invalid(&error.kind().to_string())
                .hint_if(strict::hint(error.kind()).map(str::to_owned));
            let range = error.range();
            let end = range.end.min(text.len()).max(range.start);
            Err((Range::new(range.start, end), problem))
        }
    }
}

/// Parses strict JSON of any kind. The error is a byte offset and a message.
///
/// # Errors
/// If the text is nested too deeply, empty or not JSON.
pub fn parse_json(text: &str) -> Result<Value<'_>, (usize, String)> {
    parse(text).map_err(|(range, problem)| (range.start, problem.message))
}

/// Returns the byte offset of the first bracket that is nested too deeply. This runs before the
/// parser, because the parser is recursive.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(at);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Returns the byte range of the value at a path, or of its nearest parent that exists.
pub fn locate(root: &Value<'_>, steps: &[Step<'_>]) -> Range {
    let mut value = root;
    for step in steps {
        let next = match (step, value) {
            (Step::Field(name), Value::Object(object)) => field(object, name),
            (Step::Element(position), Value::Array(list)) => list.elements.get(*position),
            _ => None,
        };
        match next {
            Some(next) => value = next,
            None => break,
        }
    }
    value.range()
}

/// Returns the value of the first field with a name.
pub fn field<'v, 'a>(object: &'v Object<'a>, name: &str) -> Option<&'v Value<'a>> {
    object.properties.iter().find(|p| p.name.as_str() == name).map(|p| &p.value)
}
