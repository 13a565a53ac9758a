//! The problems found in one file, and their places.

use super::code::{FileCode, Severity};
use super::diagnostic::Diagnostic;
use super::draft;
use super::fix::{Fix, Remedy, new_id, value_at};
use super::new_ids::Ids;
use super::path::At;
use super::problem::{MAX_PROBLEMS, Problem};
use super::suppressed::Suppressed;
use super::tree::locate;
use crate::model::Span;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Range;
use serde_json::Value as Json;
use std::collections::HashMap;

/// A quote in a file, and the words of the article that it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchored {
    /// The path within the JSON, such as `statements[3].content[0]`.
    pub path: String,
    /// Byte offsets of the quote in the file, including a byte-order mark.
    pub bytes: std::ops::Range<usize>,
    /// The words in the article, before it is cut to excerpts.
    pub span: Span,
}

/// The text of a file, and the problems found in it so far.
pub struct Report<'f> {
    file: &'f str,
    /// The text after a byte-order mark.
    text: &'f str,
    /// Number of bytes of the file before `text`.
    skipped: usize,
    root: Option<&'f Value<'f>>,
    problems: Vec<(Range, String, Problem, Option<Fix>)>,
    errors: usize,
    /// True if problems were dropped because there were too many.
    has_more: bool,
    suppressed: Suppressed,
    /// The quotes that were found. `None` if nobody asks for them.
    anchored: Option<Vec<Anchored>>,
    /// True if the author's file is read, which can be fixed.
    has_fixes: bool,
    /// The ids of each list, once one is proposed.
    ids: HashMap<String, Ids>,
}

impl<'f> Report<'f> {
    /// Starts a report. `skipped` is the number of bytes of the file before `text`.
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
            anchored: None,
            has_fixes: false,
            ids: HashMap::new(),
        }
    }

    /// Keeps the quotes that are found.
    pub fn keep_quotes(&mut self) {
        self.anchored = Some(Vec::new());
    }

    /// Records the words that the quote at a path refers to.
    pub fn found(&mut self, at: &At<'_>, span: Span) {
        let (Some(anchored), Some(root)) = (&mut self.anchored, self.root) else { return };
        let range = locate(root, &at.steps());
        let bytes = range.start + self.skipped..range.end + self.skipped;
        anchored.push(Anchored { path: at.to_string(), bytes, span });
    }

    /// Returns the quotes that were found, if they were kept, in file order.
    pub fn quotes(&mut self) -> Vec<Anchored> {
        let mut quotes = self.anchored.take().unwrap_or_default();
        quotes.sort_by_key(|quote| quote.bytes.start);
        quotes
    }

    /// Sets the JSON tree in which `add` looks up paths.
    pub fn with_root(mut self, root: &'f Value<'f>) -> Self {
        self.root = Some(root);
        self
    }

    /// Proposes fixes, because the file is an author's.
    pub fn propose_fixes(&mut self) {
        self.has_fixes = true;
    }

    /// Returns the fix that a remedy at a path stands for.
    fn fix(&self, at: &At<'_>, remedy: Remedy) -> Option<Fix> {
        if !self.has_fixes {
            return None;
        }
        let mut fix = match remedy {
            Remedy::Ready(fix) => fix,
            Remedy::Value { field, value, does } => {
                let inside = field.map(|field| at.field(field));
                self.value_fix(inside.as_ref().unwrap_or(at), &value, does)?
            }
        };
        fix.bytes = fix.bytes.start + self.skipped..fix.bytes.end + self.skipped;
        Some(fix)
    }

    /// Returns the fix that replaces the value at a path, as a change of the text after a byte-order mark.
    fn value_fix(&self, at: &At<'_>, value: &Json, does: String) -> Option<Fix> {
        let place = value_at(self.root?, &at.steps())?;
        Some(Fix { does, bytes: place.start..place.end, text: value.to_string() })
    }

    /// Returns the number of problems so far.
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    /// Returns true if one of the problems reported since there were `before` is of a kind.
    pub fn any_since(&self, before: usize, is_it: impl Fn(&Problem, &str) -> bool) -> bool {
        let since = self.problems.get(before..).unwrap_or_default();
        since.iter().any(|(_, path, problem, _)| is_it(problem, path))
    }

    /// Proposes a value at a path as the fix of the problems of a kind that were reported since there were
    /// `before`, and have none.
    pub fn propose(
        &mut self,
        before: usize,
        is_it: impl Fn(&Problem, &str) -> bool,
        at: &At<'_>,
        value: &Json,
        does: &str,
    ) {
        let remedy = Remedy::Value { field: None, value: value.clone(), does: does.to_owned() };
        let Some(new) = self.fix(at, remedy) else { return };
        for (_, path, problem, fix) in self.problems.iter_mut().skip(before) {
            if fix.is_none() && is_it(problem, path) {
                *fix = Some(new.clone());
            }
        }
    }

    /// Proposes an id for an element of a list that has none.
    pub fn propose_id(&mut self, object: &Object<'_>, at: &At<'_>) -> Option<Fix> {
        new_id(self.text, self.root.filter(|_| self.has_fixes)?, object, at, &mut self.ids)
    }

    /// Returns the text of the file, without a byte-order mark.
    pub fn text(&self) -> &'f str {
        self.text
    }

    /// Adds a problem at a path, unless problems there are suppressed.
    pub fn add(&mut self, at: &At<'_>, mut problem: Problem) {
        let remedy = problem.remedy.take().filter(|_| !self.is_full());
        let fix = remedy.and_then(|remedy| self.fix(at, *remedy));
        let inside = problem.field.map(|field| at.field(field));
        let at = inside.as_ref().unwrap_or(at);
        if self.suppressed.contains(at) {
            return;
        }
        // The place of a problem that will be dropped is not needed.
        let root = self.root.filter(|_| !self.is_full());
        let range = root.map_or(Range::new(0, 0), |root| locate(root, &at.steps()));
        self.push(range, at, problem, fix);
    }

    /// Adds a problem at a byte range, even if problems at its path are suppressed.
    pub fn add_at(&mut self, range: Range, at: &At<'_>, mut problem: Problem) {
        let fix = problem.remedy.take().and_then(|remedy| self.fix(at, *remedy));
        self.push(range, at, problem, fix);
    }

    fn push(&mut self, range: Range, at: &At<'_>, problem: Problem, fix: Option<Fix>) {
        if problem.severity == Severity::Error {
            self.errors += 1;
        }
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push((range, at.to_string(), problem, fix));
        } else {
            self.has_more = true;
        }
    }

    /// Returns true if a field can be missing, because the object at the path is part of a draft.
    pub fn can_wait(&self, at: &At<'_>, field: &str) -> bool {
        self.root.is_some_and(|root| draft::can_wait(root, &at.steps(), field))
    }

    /// Suppresses further problems at a path, because they would follow from one that was reported.
    pub fn suppress(&mut self, at: &At<'_>) {
        self.suppressed.add(at, false);
    }

    /// Suppresses further problems at a path whose value was replaced by a substitute.
    pub fn substitute(&mut self, at: &At<'_>) {
        self.suppressed.add(at, true);
    }

    /// Returns true if the value at a path, or a value inside or around it, was replaced by a
    /// substitute.
    pub fn is_substituted(&self, at: &At<'_>) -> bool {
        self.suppressed.is_substituted(at)
    }

    /// Returns true if there is at least one error.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Returns true if further problems will be dropped.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// Returns the number of errors so far.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Returns the problems in file order.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.problems.sort_by_key(|(range, ..)| (range.start, range.end));
        if self.has_more {
            let message = format!("more than {MAX_PROBLEMS} problems; the others are not shown");
            let problem =
                Problem::warning(FileCode::TooMany, message).hint("fix these, and check again");
            let end = Range::new(self.text.len(), self.text.len());
            self.problems.push((end, String::new(), problem, None));
        }
        let mut lines = Lines::new(self.text);
        let (file, skipped) = (self.file, self.skipped);
        (self.problems.into_iter())
            .map(|(range, path, problem, fix)| {
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
                    fix,
                }
            })
            .collect()
    }
}

/// Converts byte offsets to lines and columns in one pass over the text.
struct Lines<'t> {
    text: &'t str,
    line: usize,
    line_start: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, line: 1, line_start: 0 }
    }

    /// Returns the line and the column (in code points) of a byte offset, both 1-based. Offsets
    /// must not decrease from call to call.
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
