//! The nearest valid value to a wrong one, for hints.

/// Values less alike than this are no help (Jaro–Winkler, 0 to 1).
const LEAST_LIKENESS: f64 = 0.7;

/// Longer values are not compared: nobody mistypes a page.
const LONGEST: usize = 200;

/// The candidate most like a value, where one is alike at all.
pub fn nearest<'c>(value: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if value.len() > LONGEST {
        return None;
    }
    let lower = value.to_lowercase().replace([' ', '-'], "_");
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| {
            let other = candidate.to_lowercase().replace([' ', '-'], "_");
            (strsim::jaro_winkler(&lower, &other), candidate)
        })
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, candidate)| candidate)
}

/// `did you mean "x"?`, where something is near.
pub fn did_you_mean<'c>(
    value: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<String> {
    nearest(value, candidates).map(|near| format!("did you mean \"{near}\"?"))
}

/// `one of "a", "b", "c"`.
pub fn one_of<'c>(values: impl IntoIterator<Item = &'c str>) -> String {
    let quoted: Vec<String> = values.into_iter().map(|value| format!("\"{value}\"")).collect();
    format!("one of {}", quoted.join(", "))
}

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
    fn nearest_values() {
        let kinds = ["assertion", "accusation", "declined_comment"];
        let check = |value, expected| assert_eq!(nearest(value, kinds), expected, "{value}");
        check("acusation", Some("accusation"));
        check("Accusation", Some("accusation"));
        check("declined comment", Some("declined_comment"));
        check("xyz", None);
        check(&"a".repeat(1000), None);
    }

    #[test]
    fn messages_show_no_control_characters() {
        assert_eq!(shown("a\u{202e}b\u{7}"), "\"a\\u{202e}b\\u{7}\"");
        assert_eq!(shown(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
    }
}
