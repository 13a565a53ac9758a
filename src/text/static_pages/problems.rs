//! The words of the page that `onrecord serve` shows while files of the site have errors, and of
//! the notice on pages of an older state. Their readers are editors of the site.

use crate::text::Sentence;

/// The name of the server, at the top of the page.
pub const SERVER: &str = "onrecord serve";
/// The advice under the heading.
pub const COMES_BACK: &str = "Correct the problems and save. This page then shows your site again.";
/// The link to the page as it was before the errors.
pub const SHOW_LAST_GOOD: &str = "Show the last good version";
/// The link from that page to the report, in [`old_state`].
pub const SHOW_REPORT: &str = "Show the report";

/// Returns the heading: the number of problems, and the file or the number of files.
pub fn title(problems: usize, files: &[String]) -> String {
    let problems = match problems {
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    match files {
        [] => problems,
        [file] => format!("{problems} in {file}"),
        files => format!("{problems} in {} files", files.len()),
    }
}

/// Returns the place of a problem in its file.
pub fn place(line: usize, column: usize) -> String {
    format!("Line {line}, column {column}")
}

/// Returns the note with the code of a problem.
pub fn code<T>(code: T) -> Sentence<T> {
    Sentence::new("Code: {}", [code])
}

/// Returns the notice on a page of an older state.
pub fn old_state<T>(report: T) -> Sentence<T> {
    Sentence::new("This is the last good version. The files now have problems. {}", [report])
}
