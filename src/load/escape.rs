//! Formatting values for messages: in quotation marks, shortened, and with invisible characters
//! escaped.

/// Formats a value for a message: in quotation marks, and shortened if it is long.
pub fn shown(value: &str) -> String {
    format!("\"{}\"", cut(value))
}

/// Formats a value for a message, like [`shown`], but without quotation marks.
pub fn cut(value: &str) -> String {
    const MAX_CHARS: usize = 60;
    let end = value.char_indices().nth(MAX_CHARS).map_or(value.len(), |(at, _)| at);
    let mut cut = visible(&value[..end]);
    if end < value.len() {
        cut.push('…');
    }
    cut
}

/// Escapes the characters of a text that are invisible or would garble a terminal: control
/// characters, line separators, bidirectional controls, and characters without width.
pub fn visible(text: &str) -> String {
    visible_but(text, |c| is_dangerous(c) || is_invisible(c))
}

/// Escapes only the characters that a terminal obeys or that hide others, except line feeds and
/// tabs. Spaces of all kinds stay, because an article may be full of them.
pub fn safe(text: &str) -> String {
    visible_but(text, |c| is_dangerous(c) && !matches!(c, '\n' | '\t'))
}

fn visible_but(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_escaped(c) {
            shown.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Returns true for control characters (C0 and C1), line and paragraph separators, and
/// bidirectional controls (UAX #9). A terminal may obey them, and they can make a line look like
/// another one.
pub fn is_dangerous(c: char) -> bool {
    let is_bidi_control = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || is_bidi_control || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Returns true for characters that are invisible or look like a plain space.
fn is_invisible(c: char) -> bool {
    // Joiners are part of emoji and of words in some scripts, where they have a visible effect.
    let is_joiner = matches!(c, '\u{200c}' | '\u{200d}');
    !is_joiner
        && c != ' '
        && (c.is_whitespace() || INVISIBLE.iter().any(|(invisible, _)| *invisible == c))
}

/// Characters that are invisible or look like a space, with their Unicode names.
pub const INVISIBLE: [(char, &str); 12] = [
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

/// Returns true for bidirectional overrides, which reorder the characters that a reader sees.
fn is_bidi_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

/// Returns the first character that no text may contain, because it is invisible but changes how the
/// text is displayed, and the name of its class.
pub fn forbidden_character(text: &str) -> Option<(char, &'static str)> {
    text.chars().find_map(|c| match c {
        '\n' | '\t' => None,
        c if is_bidi_override(c) => Some((c, "bidirectional override")),
        c if c.is_control() => Some((c, "control character")),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_shortens_values() {
        assert_eq!(shown("a\u{202e}b\u{7}"), "\"a\\u{202e}b\\u{7}\"");
        assert_eq!(shown(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
        assert_eq!(cut("1\u{9b}2"), "1\\u{9b}2");
    }

    #[test]
    fn nothing_reaches_a_terminal_that_it_would_obey() {
        let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
        let bidi = ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
        let marks = ['\u{61c}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}'];
        for c in controls.chain(bidi).chain(marks) {
            let escaped = format!("a\\u{{{:x}}}b", u32::from(c));
            let text = format!("a{c}b");
            assert_eq!(visible(&text), escaped);
            assert_eq!(safe(&text), if matches!(c, '\n' | '\t') { text } else { escaped });
        }
        // Spaces and joiners are part of texts.
        let kept = "un\u{a0}mot\u{202f}! \u{1f469}\u{200d}\u{1f467} \\u{7}";
        assert_eq!(safe(kept), kept);
    }
}
