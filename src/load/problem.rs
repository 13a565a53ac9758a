//! Problems that are being described, before a report gives them a position.

use super::code::{Code, Severity};
use super::fix::Remedy;
use jsonc_parser::common::Range;

/// Maximum number of problems reported for one file. More would only bury the first ones.
pub const MAX_PROBLEMS: usize = 1_000;

/// A problem and its byte range in the text of the file.
pub type Located = (Range, Problem);

/// A problem without its position.
#[must_use]
#[derive(Debug)]
pub struct Problem {
    /// The severity.
    pub severity: Severity,
    /// The kind of problem.
    pub code: Code,
    /// The message.
    pub message: String,
    /// Suggestions for the author.
    pub hints: Vec<String>,
    /// The field, below the path that it is reported for, in which the problem is.
    pub field: Option<&'static str>,
    /// A change of the file that solves the problem and changes nothing that the author means.
    pub remedy: Option<Box<Remedy>>,
}

impl Problem {
    /// Returns a problem that makes the dossier unusable.
    pub fn error(code: impl Into<Code>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code: code.into(),
            message: message.into(),
            hints: Vec::new(),
            field: None,
            remedy: None,
        }
    }

    /// Returns a problem that a person should look at.
    pub fn warning(code: impl Into<Code>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Returns something that is missing in a draft.
    pub fn to_do(code: impl Into<Code>, message: impl Into<String>) -> Self {
        Self { severity: Severity::ToDo, ..Self::error(code, message) }
    }

    /// Makes the problem a to-do if it is in a draft.
    pub fn or_to_do(mut self, is_draft: bool) -> Self {
        if is_draft {
            self.severity = Severity::ToDo;
        }
        self
    }

    /// Adds a suggestion.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds a suggestion, if there is one.
    pub fn hint_if(mut self, hint: Option<String>) -> Self {
        self.hints.extend(hint);
        self
    }

    /// Adds a safe fix, if there is one.
    pub fn remedy(mut self, remedy: Option<impl Into<Remedy>>) -> Self {
        self.remedy = remedy.map(|it| Box::new(it.into())).or(self.remedy);
        self
    }

    /// Moves the problem into a field below its path.
    pub fn at_field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}
