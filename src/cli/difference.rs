//! Shows what a command would change in a file.

use super::terminal;
use crate::load::visible;
use similar::TextDiff;

/// Prints a unified diff, with invisible characters escaped. Nothing if the texts are the same.
pub fn show(name: &str, before: &str, after: &str) {
    let diff = TextDiff::from_lines(before, after);
    let diff = diff.unified_diff().header(name, name).to_string();
    let lines: Vec<String> = diff.lines().map(visible).collect();
    if !lines.is_empty() {
        terminal::say(lines.join("\n"));
    }
}
