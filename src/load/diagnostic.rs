//! Diagnostics: the problems in a file, as data. `cli` renders them.

use super::code::{Code, FileCode, Severity};
use super::fix::Fix;
use serde::Serialize;
use std::ops::Range;

/// One problem in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// The kind of problem, for tools.
    pub code: Code,
    /// The file, by the name that was passed to the loader.
    pub file: String,
    /// Line in the file, 1-based.
    pub line: usize,
    /// Column in the line, in code points, 1-based.
    pub column: usize,
    /// Byte offsets of the problem in the file, including a byte-order mark.
    #[serde(skip)]
    pub bytes: Range<usize>,
    /// The path within the JSON, such as `statements[3].content[0]`; empty for the whole file.
    pub path: String,
    /// The message, with the offending value.
    pub message: String,
    /// Suggestions for the author.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// A change of the file that solves the problem and changes nothing that the author means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Returns an error that concerns a whole file.
    pub fn of_file(file: &str, code: impl Into<Code>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code: code.into(),
            file: file.to_owned(),
            line: 1,
            column: 1,
            bytes: 0..0,
            path: String::new(),
            message: message.into(),
            hints: Vec::new(),
            fix: None,
        }
    }

    /// Returns true if the whole file cannot be used, so that there is no line to show.
    pub fn is_of_file(&self) -> bool {
        matches!(
            self.code,
            Code::File(FileCode::Unreadable | FileCode::TooLarge | FileCode::SameId)
        )
    }
}
