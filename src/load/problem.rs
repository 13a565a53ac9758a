//! Problems while they are being described, before the report gives them their place.

use super::diagnostic::Severity;
use jsonc_parser::common::Range;

/// Maximum number of problems reported for one file; more would only bury the first.
pub const MAX_PROBLEMS: usize = 1_000;

/// A problem and its byte range in the text of the file.
pub type Located = (Range, Problem);

/// A problem being described; its place is known already.
#[must_use]
#[derive(Debug)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What sort of problem it is.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hints: Vec<String>,
    /// The field below its place that it lies in.
    pub field: Option<&'static str>,
}

impl Problem {
    /// A problem that makes the dossier unusable.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            hints: Vec::new(),
            field: None,
        }
    }

    /// A problem that a person should look at.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Adds what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says which field below its place it lies in.
    pub fn at_field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// Adds what to do about it, where there is something.
    pub fn hint_if(mut self, hint: Option<String>) -> Self {
        self.hints.extend(hint);
        self
    }
}
