//! Output to a terminal. Texts of files, names of files and arguments can contain characters that a
//! terminal obeys, so everything that the command prints passes through here and is escaped.

use crate::load::{is_dangerous, safe, visible};
use std::fmt::Display;
use std::io::Write;
use std::path::Path;

/// Prints a line to the standard output.
pub fn say(line: impl Display) {
    println!("{}", safe(&line.to_string()));
}

/// Prints a line to the standard error.
pub fn note(line: impl Display) {
    eprintln!("{}", safe(&line.to_string()));
}

/// Returns a path for a message. A name of a file can contain line feeds.
pub fn path(path: &Path) -> String {
    visible(&path.display().to_string())
}

/// Prints a report of [`super::report::render`] to the standard error. Its texts are escaped, and its
/// colours are not.
pub fn report(rendered: &str) {
    eprint!("{rendered}");
}

/// Writes over the last line of the standard error.
pub fn progress(line: impl Display) {
    eprint!("\r\u{1b}[K{}", safe(&line.to_string()));
    // Progress that cannot be shown is no reason to stop.
    let _ = std::io::stderr().flush();
}

/// Prints JSON to the standard output, with escapes of JSON where a terminal would obey a character.
pub fn json(json: &str) {
    println!("{}", safe_json(json));
}

/// Escapes characters in JSON without changing its values. Outside of strings, JSON has none of these
/// characters but line feeds.
fn safe_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if is_dangerous(c) && c != '\n' {
            // All of them are in the first plane, so one unit is enough.
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_in_json_keep_its_values() {
        let text = "a\u{7f}\u{85}\u{9b}\u{2028}\u{202e}\u{2066}\u{61c}\n\t\u{1b}é";
        let json = serde_json::to_string_pretty(&[text]).unwrap_or_default();
        let safe = safe_json(&json);
        assert!(safe.chars().all(|c| c == '\n' || !is_dangerous(c)), "{safe}");
        assert!(safe.contains("\\u202e") && safe.contains('é'), "{safe}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&safe).ok(), Some([text.to_owned()]));
    }
}
