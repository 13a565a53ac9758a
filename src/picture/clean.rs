//! Removal of characters that would break a line of text.

use unicode_bidi::{BidiClass, bidi_class};

/// Maximum number of combining marks on one letter. More would reach into the lines above and
/// below.
const MAX_MARKS: usize = 4;

/// Appends text to `onto` without the characters that would break the line or change its direction.
///
/// Runs of white space and control characters become one space. Directional embeddings, overrides
/// and isolates are removed, and so are excessive combining marks and those without a letter.
pub fn push_clean(text: &str, onto: &mut String) {
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            // A single no-break space stays as it is.
            if !onto.is_empty() && !onto.ends_with(char::is_whitespace) {
                onto.push(if c == '\u{a0}' || c == '\u{202f}' { c } else { ' ' });
            }
            continue;
        }
        match bidi_class(c) {
            BidiClass::LRE | BidiClass::RLE | BidiClass::LRO | BidiClass::RLO | BidiClass::PDF => {}
            BidiClass::LRI | BidiClass::RLI | BidiClass::FSI | BidiClass::PDI => {}
            BidiClass::NSM => {
                marks += 1;
                // A mark without a letter would be drawn outside of the line.
                if marks <= MAX_MARKS && onto.ends_with(|c: char| !c.is_whitespace()) {
                    onto.push(c);
                }
            }
            _ => {
                marks = 0;
                onto.push(c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_and_direction_changes_are_removed() {
        let check = |text: &str, expected: &str| {
            let mut clean = String::new();
            push_clean(text, &mut clean);
            assert_eq!(clean, expected, "{text:?}");
        };
        check("a\n b\r\n\tc\u{2028}d\u{0}e\u{85}f", "a b c d e f");
        check("  a", "a");
        check("a\u{202e}b\u{202c}c\u{2066}d\u{2069}", "abcd");
        check("10\u{a0}km", "10\u{a0}km");
        check("e\u{301}", "e\u{301}");
        check("\u{301}e \u{301}", "e ");
        check(&format!("z{}y", "\u{301}".repeat(50)), "z\u{301}\u{301}\u{301}\u{301}y");
        check("<b>&amp;</b>", "<b>&amp;</b>");
    }
}
