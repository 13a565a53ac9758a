//! Characters that a dossier's text does not keep: those that nobody sees and that hinder quoting.

use unicode_normalization::char::is_combining_mark;

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Kept,
    /// It becomes a space.
    Space,
    /// It is removed: what it is, as in "3 soft hyphens".
    Removed(&'static str),
}

/// Returns what becomes of a character within a line.
pub fn fate(c: char) -> Fate {
    match c {
        '\t' => Fate::Space,
        '\u{ad}' => Fate::Removed("soft hyphen"),
        '\u{feff}' => Fate::Removed("byte-order mark"),
        '\u{200b}' | '\u{2060}' => Fate::Removed("space without width"),
        '\u{202d}' | '\u{202e}' => Fate::Removed("bidirectional override"),
        c if c.is_control() => Fate::Removed("control character"),
        _ => Fate::Kept,
    }
}

/// Returns a text in one line, without what nobody sees. `None` if nothing is left.
pub fn line(text: &str) -> Option<String> {
    let kept = text.chars().filter(|c| c.is_whitespace() || !matches!(fate(*c), Fate::Removed(_)));
    let words = kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words).filter(|words| !words.is_empty())
}

/// Returns true for characters that end a line.
pub const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns true if a text has marks that Unicode writes together with their letters (NFC).
pub fn is_decomposed(text: &str) -> bool {
    text.chars().any(is_combining_mark) && !unicode_normalization::is_nfc(text)
}
