//! Plurals, lists and capitals: the grammar that sentences share.

use crate::route::percent_encoded;

/// `1 statement`, `3 statements`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// `a, b and c`.
pub fn enumerate(names: &[String]) -> String {
    joined(names, " and ")
}

/// `a, b or c`.
pub fn alternatives(names: &[String]) -> String {
    joined(names, " or ")
}

fn joined(names: &[String], last_separator: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => [&first.join(", "), last_separator, last].concat(),
    }
}

/// `Israel’s`, `United States’`.
pub fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// Capitalises the first letter. ASCII only: our own words begin with ASCII letters, and the tables
/// for other letters would cost readers kilobytes.
pub fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Encodes a text as a part of a `mailto:` address (RFC 6068): UTF-8, with everything but unreserved
/// characters percent-encoded.
pub fn mail_part(text: &str) -> String {
    percent_encoded(&text.replace('\n', "\r\n"), b"-._~")
}
