//! How values of a file are shown in messages: quoted, shortened, and with nothing invisible in them.

/// A value as it is shown in a message: in quotation marks, cut where it is long.
pub fn shown(value: &str) -> String {
    const MOST: usize = 60;
    let end = value.char_indices().nth(MOST).map_or(value.len(), |(at, _)| at);
    let mut cut = visible(&value[..end]);
    if end < value.len() {
        cut.push('…');
    }
    format!("\"{cut}\"")
}

/// A text with an escape for each character that would garble a terminal, or is not seen there:
/// control characters, marks that reorder the text, and what has no width.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_bidi_override(c) || is_unseen(c) {
            shown.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Characters that look like nothing, or like a plain space.
fn is_unseen(c: char) -> bool {
    // Joiners and variation selectors stand within emoji and within words of some scripts: there they are seen.
    let is_joiner = matches!(c, '\u{200c}' | '\u{200d}');
    !is_joiner && c != ' ' && (c.is_whitespace() || UNSEEN.iter().any(|(unseen, _)| *unseen == c))
}

/// What is not seen in a text, or looks like a space, by its Unicode name.
pub const UNSEEN: [(char, &str); 12] = [
    ('\u{a0}', "no-break space"),
    ('\u{ad}', "soft hyphen"),
    ('\u{2007}', "figure space"),
    ('\u{2009}', "thin space"),
    ('\u{200b}', "zero width space"),
    ('\u{200c}', "zero width non-joiner"),
    ('\u{200d}', "zero width joiner"),
    ('\u{200e}', "left-to-right mark"),
    ('\u{200f}', "right-to-left mark"),
    ('\u{202f}', "narrow no-break space"),
    ('\u{2060}', "word joiner"),
    ('\u{feff}', "byte-order mark"),
];

/// Characters that reorder what a reader sees, whatever the direction of the text.
pub fn is_bidi_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_show_no_control_characters() {
        assert_eq!(shown("a\u{202e}b\u{7}"), "\"a\\u{202e}b\\u{7}\"");
        assert_eq!(shown(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
    }
}
