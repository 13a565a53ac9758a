//! The JSON as a tree that knows where each value stands.

use super::diagnostic::{Diagnostic, MOST_PROBLEMS, Problem, Severity, TOO_LARGE, TOO_MANY};
use super::path::{At, Step};
use super::strict;
use super::told::Told;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The largest file: a hundred thousand statements fit.
pub const MOST_BYTES: usize = 128 * 1024 * 1024;

/// The deepest nesting: the format itself needs seven levels.
pub const MOST_DEPTH: usize = 64;

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

/// The text of a file, and the problems found in it.
pub struct Report<'f> {
    file: &'f str,
    /// The text without a byte-order mark.
    text: &'f str,
    /// Bytes of the file before `text`.
    skipped: usize,
    root: Option<&'f Value<'f>>,
    problems: Vec<(Range, String, Problem)>,
    errors: usize,
    /// There were more problems than are told.
    has_more: bool,
    told: Told,
}

/// Why a file could not be parsed.
pub type NotJson = (Range, Problem);

/// Refuses a file that is too large to be read.
///
/// # Errors
/// That it is.
pub fn check_size(bytes: usize) -> Result<(), NotJson> {
    if bytes <= MOST_BYTES {
        return Ok(());
    }
    let message = format!("the file has more than {MOST_BYTES} bytes, the most that are read");
    let problem = Problem::error(TOO_LARGE, message);
    Err((Range::new(0, 0), problem.hint("split the dossier: one file per article")))
}

/// Parses strict JSON.
///
/// # Errors
/// One problem with its byte range: too deep, empty or not JSON.
pub fn parse(text: &str) -> Result<Value<'_>, NotJson> {
    if let Some(start) = too_deep(text) {
        let problem = Problem::error("too-deep", format!("nested deeper than {MOST_DEPTH} levels"))
            .hint("a dossier needs seven: look for brackets that are not closed");
        return Err((Range::new(start, start + 1), problem));
    }
    strict::check(text)?;
    match parse_to_ast(text, &CollectOptions::default(), &STRICT).map(|parsed| parsed.value) {
        Ok(Some(value)) => strict::agreed(text).map(|()| value),
        Ok(None) => {
            let problem = Problem::error("not-json", "the file is empty");
            Err((
                Range::new(0, 0),
                problem.hint("a dossier is a JSON object: { \"format\": 1, … }"),
            ))
        }
        Err(error) => {
            let problem = Problem::error("not-json", format!("not JSON: {}", error.kind()))
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
                if depth > MOST_DEPTH {
                    return Some(at);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

impl<'f> Report<'f> {
    /// A report on a file without problems so far.
    pub fn new(file: &'f str, text: &'f str, skipped: usize) -> Self {
        Self {
            file,
            text,
            skipped,
            root: None,
            problems: Vec::new(),
            errors: 0,
            has_more: false,
            told: Told::default(),
        }
    }

    /// Lets the report find places by their paths.
    pub fn with_root(mut self, root: &'f Value<'f>) -> Self {
        self.root = Some(root);
        self
    }

    /// Adds a problem at a path, unless all that is to say of that place was told already.
    pub fn add(&mut self, at: &At<'_>, problem: Problem) {
        let inside = problem.field.map(|field| at.field(field));
        let at = inside.as_ref().unwrap_or(at);
        if self.told.holds(at) {
            return;
        }
        let range = self.root.map_or(Range::new(0, 0), |root| locate(root, &at.steps()));
        self.add_at(range, at, problem);
    }

    /// Adds a problem at a byte range, told with a path.
    pub fn add_at(&mut self, range: Range, at: &At<'_>, problem: Problem) {
        if problem.severity == Severity::Error {
            self.errors += 1;
        }
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push((range, at.to_string(), problem));
        } else {
            self.has_more = true;
        }
    }

    /// Ends what is told of a place: what is wrong with it was told, and the rest would follow from it.
    pub fn close(&mut self, at: &At<'_>) {
        self.told.add(at, false);
    }

    /// As `close`, and the value there is none of the author's.
    pub fn stand_in(&mut self, at: &At<'_>) {
        self.told.add(at, true);
    }

    /// True where something at a place, within it or around it is none of the author's.
    pub fn stands_in(&self, at: &At<'_>) -> bool {
        self.told.stands_in(at)
    }

    /// True once an error was added.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// True once no more problems are told.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// How many errors were added.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// The problems in the order in which they stand in the file.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.problems.sort_by_key(|(range, _, _)| (range.start, range.end));
        if self.has_more {
            let message = format!("there are more problems; {MOST_PROBLEMS} are told");
            let problem =
                Problem::warning(TOO_MANY, message).hint("put these right, and check again");
            let end = Range::new(self.text.len(), self.text.len());
            self.problems.push((end, String::new(), problem));
        }
        let mut lines = Lines::new(self.text);
        let (file, skipped) = (self.file, self.skipped);
        (self.problems.into_iter())
            .map(|(range, path, problem)| {
                let (line, column) = lines.locate(range.start);
                Diagnostic {
                    severity: problem.severity,
                    code: problem.code,
                    file: file.to_owned(),
                    line,
                    column,
                    bytes: range.start + skipped..range.end + skipped,
                    path,
                    message: problem.message,
                    hints: problem.hints,
                }
            })
            .collect()
    }
}

/// The range of the value at a path, or of the nearest value above it.
fn locate(root: &Value<'_>, steps: &[Step<'_>]) -> Range {
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

/// Lines of a text, walked forward once.
struct Lines<'t> {
    text: &'t str,
    line: usize,
    line_start: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, line: 1, line_start: 0 }
    }

    /// Line and column of a byte offset, both 1-based; offsets must not go backwards.
    fn locate(&mut self, byte: usize) -> (usize, usize) {
        let byte = (0..=byte.min(self.text.len()))
            .rev()
            .find(|at| self.text.is_char_boundary(*at))
            .unwrap_or(0);
        while let Some(end) = self.text[self.line_start..byte].find('\n') {
            self.line += 1;
            self.line_start += end + 1;
        }
        (self.line, self.text[self.line_start..byte].chars().count() + 1)
    }
}
