//! Text made safe to be set in a line.

use unicode_bidi::{BidiClass, bidi_class};

/// The most marks above and below one letter. More would climb out of the line.
const MOST_MARKS: usize = 4;

/// Adds a text to another without what would break the line or turn its direction: white space and
/// control characters become one space; embeddings, overrides and isolates are left out, as are
/// marks that pile up or stand on nothing. A space after a space is left out too.
pub fn push_clean(text: &str, onto: &mut String) {
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            // A no-break space keeps its nature; nothing is gained by two of them.
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
                // A mark without a letter would hang out of the line's beginning.
                if marks <= MOST_MARKS && onto.ends_with(|c: char| !c.is_whitespace()) {
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
    fn nothing_breaks_the_line_or_turns_it() {
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
