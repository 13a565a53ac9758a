//! The problems found in one file, and their places.

use super::code::{FileCode, Severity};
use super::diagnostic::Diagnostic;
use super::path::At;
use super::problem::{MAX_PROBLEMS, Problem};
use super::suppressed::Suppressed;
use super::tree::locate;
use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged};

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
    suppressed: Suppressed,
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
            suppressed: Suppressed::default(),
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
        if self.suppressed.contains(at) {
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
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push((range, at.to_string(), problem));
        } else {
            self.has_more = true;
        }
    }

    /// Ends what is told of a place: what is wrong with it was told, and the rest would follow from it.
    pub fn suppress(&mut self, at: &At<'_>) {
        self.suppressed.add(at, false);
    }

    /// As `close`, and the value there is none of the author's.
    pub fn substitute(&mut self, at: &At<'_>) {
        self.suppressed.add(at, true);
    }

    /// True where something at a place, within it or around it is none of the author's.
    pub fn is_substituted(&self, at: &At<'_>) -> bool {
        self.suppressed.is_substituted(at)
    }

    /// True once an error was added.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// True once no more problems are told.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// How many errors were added.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// The problems in the order in which they stand in the file.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.problems.sort_by_key(|(range, _, _)| (range.start, range.end));
        if self.has_more {
            let message = format!("there are more problems; {MAX_PROBLEMS} are told");
            let problem = Problem::warning(FileCode::TooMany, message)
                .hint("put these right, and check again");
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
