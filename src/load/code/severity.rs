//! The severity of a problem.

use serde::Serialize;
use std::fmt;

/// The severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The dossier cannot be used.
    Error,
    /// The dossier can be used, but a person should look at it.
    Warning,
    /// Something in a draft is missing.
    ToDo,
}

/// The severities that problems with a code can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severities {
    /// Always an error.
    Error,
    /// Always a warning.
    Warning,
    /// An error or a warning, depending on the dossier.
    Either,
    /// An error, or a to-do in a draft.
    ErrorOrToDo,
    /// Always a to-do.
    ToDo,
}

impl Severities {
    /// Returns true if a problem with the code can have this severity.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity == Severity::Warning,
            Self::Either => matches!(severity, Severity::Error | Severity::Warning),
            Self::ErrorOrToDo => matches!(severity, Severity::Error | Severity::ToDo),
            Self::ToDo => severity == Severity::ToDo,
        }
    }
}

impl fmt::Display for Severities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Either => "error or warning",
            Self::ErrorOrToDo => "error; in a draft, a to-do",
            Self::ToDo => "to-do",
        })
    }
}
