//! Plurals, lists and capitals: the grammar that sentences share.

use crate::route::percent_encoded;

/// Returns a number with a noun: `1 statement`, `3 statements`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Joins names: `a, b and c`.
pub fn enumerate(names: &[String]) -> String {
    joined(names, " and ")
}

/// Joins alternative names: `a, b or c`.
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

/// Returns the possessive form of a name: `Israel’s`, `United States’`.
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

/// Encodes a text as a part of a `mailto:` address (RFC 6068): UTF-8, with everything but
/// unreserved characters percent-encoded.
pub fn mail_part(text: &str) -> String {
    percent_encoded(&text.replace('\n', "\r\n"), b"-._~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_lists_read_as_english() {
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(count(0, "actor", "actors"), "0 actors");
        assert_eq!(count(1, "actor", "actors"), "1 actor");
        assert_eq!(enumerate(&names(&["a"])), "a");
        assert_eq!(enumerate(&names(&["a", "b"])), "a and b");
        assert_eq!(enumerate(&names(&["a", "b", "c"])), "a, b and c");
        assert_eq!(alternatives(&names(&["a", "b", "c"])), "a, b or c");
        assert_eq!(possessive("Israel"), "Israel’s");
        assert_eq!(possessive("United States"), "United States’");
        assert_eq!(capital("until 2019"), "Until 2019");
        assert_eq!(capital("été"), "été");
        assert_eq!(mail_part("a b\n"), "a%20b%0D%0A");
    }
}
