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
    let mut cut: String = value.chars().take(MOST).flat_map(visible).collect();
    if value.chars().count() > MOST {
        cut.push('…');
    }
    format!("\"{cut}\"")
}

/// Control and bidi-override characters would garble a terminal: their escapes are shown.
fn visible(c: char) -> Vec<char> {
    if c.is_control() || is_bidi_override(c) {
        format!("\\u{{{:x}}}", u32::from(c)).chars().collect()
    } else {
        vec![c]
    }
}

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
