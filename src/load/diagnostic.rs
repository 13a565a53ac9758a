//! What is wrong with a dossier, as data. Showing it to a person is `cli`'s.

use serde::Serialize;
use std::ops::Range;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The dossier cannot be used.
    Error,
    /// The dossier can be used; a person should look.
    Warning,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What sort of problem it is, for tools: a few words joined by hyphens.
    pub code: &'static str,
    /// The file, as it was named to the loader.
    pub file: String,
    /// Line in the file, 1-based.
    pub line: usize,
    /// Column in the line, in code points, 1-based.
    pub column: usize,
    /// Bytes `start..end` of the file that the problem lies in, a byte-order mark included.
    #[serde(skip)]
    pub bytes: Range<usize>,
    /// The place within the JSON, such as `statements[3].content[0]`; empty for the whole file.
    pub path: String,
    /// What is wrong, with the offending value.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// An error of a whole file, of which not a line is known.
    pub fn of_file(file: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            file: file.to_owned(),
            line: 1,
            column: 1,
            bytes: 0..0,
            path: String::new(),
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// True where it is the file as a whole that cannot be used, and no line of it says more.
    pub fn is_of_file(&self) -> bool {
        matches!(self.code, UNREADABLE | TOO_LARGE)
    }
}

/// The code of a file that cannot be read.
pub const UNREADABLE: &str = "unreadable";

/// The code of a file that is larger than any that is read.
pub const TOO_LARGE: &str = "too-large";

/// The code that stands last where not all problems are told.
pub const TOO_MANY: &str = "too-many";
