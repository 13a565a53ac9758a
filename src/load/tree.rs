//! The JSON as a tree that knows where each value stands.

use super::code::{FileCode, JsonCode};
use super::path::Step;
use super::problem::{Located, Problem};
use super::strict;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The largest file: a hundred thousand statements fit.
pub const MAX_BYTES: usize = 128 * 1024 * 1024;

/// The deepest nesting: the format itself needs seven levels.
pub const MAX_DEPTH: usize = 64;

/// The whole JSON is only JSON: no comments, no trailing commas, no other quotation marks.
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

/// Refuses a file that is too large to be read.
///
/// # Errors
/// That it is.
pub fn check_size(bytes: usize) -> Result<(), Located> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let message = format!("the file has more than {MAX_BYTES} bytes, the most that are read");
    let problem = Problem::error(FileCode::TooLarge, message);
    Err((Range::new(0, 0), problem.hint("split the dossier: one file per article")))
}

/// Parses strict JSON.
///
/// # Errors
/// One problem with its byte range: too deep, empty or not JSON.
pub fn parse(text: &str) -> Result<Value<'_>, Located> {
    if let Some(start) = too_deep(text) {
        let problem =
            Problem::error(JsonCode::TooDeep, format!("nested deeper than {MAX_DEPTH} levels"))
                .hint("a dossier needs seven: look for brackets that are not closed");
        return Err((Range::new(start, start + 1), problem));
    }
    strict::check(text)?;
    match parse_to_ast(text, &CollectOptions::default(), &STRICT).map(|parsed| parsed.value) {
        Ok(Some(value)) => strict::agreed(text).map(|()| value),
        Ok(None) => {
            let problem = Problem::error(JsonCode::Invalid, "the file is empty");
            Err((
                Range::new(0, 0),
                problem.hint("a dossier is a JSON object: { \"format\": 1, … }"),
            ))
        }
        Err(error) => {
            let problem = Problem::error(JsonCode::Invalid, format!("not JSON: {}", error.kind()))
                .hint_if(strict::hint(error.kind()).map(str::to_owned));
            let range = error.range();
            let end = range.end.min(text.len()).max(range.start);
            Err((Range::new(range.start, end), problem))
        }
    }
}

/// The first byte that opens a level too many. Runs before the parser, which recurses.
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

/// The range of the value at a path, or of the nearest value above it.
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

/// The value of an object's field.
pub fn field<'v, 'a>(object: &'v Object<'a>, name: &str) -> Option<&'v Value<'a>> {
    object.properties.iter().find(|p| p.name.as_str() == name).map(|p| &p.value)
}
