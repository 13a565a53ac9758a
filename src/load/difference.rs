//! Where two texts that are much alike part, told to the author of one of them.

use super::escape::UNSEEN;
use super::escape::shown;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// So many characters are told around a difference; some scripts put no space between words.
const AROUND: usize = 20;

/// A text in which all that looks the same is the same: spaces are plain and single, characters without
/// width are gone, and letters with marks are composed.
pub fn look(text: &str) -> String {
    let mut look = String::with_capacity(text.len());
    for c in text.nfc().filter(|c| c.is_whitespace() || unseen_name(*c).is_none()) {
        match c {
            c if !c.is_whitespace() => look.push(c),
            _ if look.ends_with(' ') || look.is_empty() => {}
            _ => look.push(' '),
        }
    }
    look.truncate(look.trim_end().len());
    look
}

/// Where a quote and the words of the text first part, with some words around: as the quote has it, and
/// as the text has it. `marks` is the text's own stretch, `plain` the same with its quotation marks
/// straightened, code point for code point.
pub fn parting(quote: &str, plain: &str, marks: &str) -> (String, String) {
    let (quote, plain) = (chars(quote), chars(plain));
    let (start, end) = middle(&quote, &plain);
    let in_word = |at: &usize| quote.get(*at).is_some_and(|c| !c.is_whitespace());
    // The word in which they part, and the one before.
    let word = |from: usize| (0..from).rev().find(|at| !in_word(at)).map_or(0, |at| at + 1);
    let first = word(word(start).saturating_sub(1)).max(start.saturating_sub(AROUND));
    let tail = quote[quote.len() - end..].iter().take_while(|c| !c.is_whitespace()).count();
    let tail = tail.min(AROUND);
    let marks = chars(marks);
    let piece = |of: &[char]| {
        let last = (of.len() - end + tail).max(first);
        of.get(first..last).unwrap_or_default().iter().collect::<String>()
    };
    (piece(&quote), piece(&marks))
}

/// The first character that is not seen, or otherwise written, though two texts look the same.
pub fn unseen(quote: &str, text: &str) -> Option<String> {
    let (quote, text) = (chars(quote), chars(text));
    let (start, _) = middle(&quote, &text);
    let before: String = quote[..start].iter().collect();
    let after = match before.split_whitespace().next_back() {
        Some(word) => format!("after {}", shown(word)),
        None => "at the start".to_owned(),
    };
    let at = |of: &[char]| of.get(start).copied();
    let (quoted, there) = (at(&quote), at(&text));
    let special = |c: Option<char>| c.filter(|c| *c != ' ' && unseen_name(*c).is_some());
    Some(match (special(quoted), special(there)) {
        (Some(quoted), Some(there)) => {
            format!("the text has {} {after}, and the quote {}", named(there), named(quoted))
        }
        (None, Some(there)) => format!("the text has {} {after}", named(there)),
        (Some(quoted), None) => format!("the quote has {} {after}", named(quoted)),
        (None, None) => match (quoted, there) {
            (Some(' '), _) => format!("the quote has one space more {after}"),
            (_, Some(' ')) => format!("the text has one space more {after}"),
            (None, None) => return None,
            _ => format!(
                "the text has {} {after}, and the quote {}, which looks the same",
                cluster(&text, start),
                cluster(&quote, start)
            ),
        },
    })
}

/// How many characters two texts share at the start, and how many at the end beside those.
fn middle(one: &[char], other: &[char]) -> (usize, usize) {
    let shared = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let pairs = one[shared..].iter().rev().zip(other[shared..].iter().rev());
    (shared, pairs.take_while(|(a, b)| a == b).count())
}

/// A character with the marks upon it, by their numbers.
fn cluster(text: &[char], at: usize) -> String {
    let marks = text.iter().skip(at + 1).take_while(|c| is_combining_mark(**c));
    let all: Vec<String> =
        text.get(at).into_iter().chain(marks).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(" ") }
}

/// A character that is not seen, by its number and name.
pub fn named(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    match unseen_name(c) {
        Some("") | None => number,
        Some(name) => format!("{number} ({name})"),
    }
}

/// The name of a character that is not seen, empty where it is not known; `None` for one that is seen.
fn unseen_name(c: char) -> Option<&'static str> {
    let known = [('\t', "tab"), ('\n', "line feed"), ('\r', "carriage return")];
    let known = known.iter().chain(&UNSEEN);
    let known = known.into_iter().find(|(unseen, _)| *unseen == c).map(|(_, name)| *name);
    known.or_else(|| (c.is_whitespace() || c.is_control()).then_some(""))
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_part_at_a_word() {
        let check = |quote: &str, text: &str, expected: (&str, &str)| {
            let (quoted, there) = parting(quote, text, text);
            assert_eq!((quoted.as_str(), there.as_str()), expected, "{quote} {text}");
        };
        check(
            "on military deescalation now",
            "on military de-escalation now",
            ("military deescalation", "military de-escalation"),
        );
        check("a b", "a c", ("a b", "a c"));
        check("a b c", "a c", ("a b c", "a c"));
        check("a c", "a b c", ("a c", "a b c"));
        check("", "a", ("", "a"));
        check("a", "", ("a", ""));
    }

    #[test]
    fn what_is_not_seen_is_named() {
        let check = |quote: &str, text: &str, expected: &str| {
            assert_eq!(look(quote), look(text));
            assert_eq!(unseen(quote, text).as_deref(), Some(expected));
        };
        check(
            "will reopen on",
            "will reopen\u{a0}on",
            "the text has U+00A0 (no-break space) after \"reopen\"",
        );
        check("re\u{ad}open", "reopen", "the quote has U+00AD (soft hyphen) after \"re\"");
        check("\u{200b}on", "on", "the quote has U+200B (zero width space) at the start");
        check("on", "o\u{200e}n", "the text has U+200E (left-to-right mark) after \"o\"");
        check("will  reopen", "will reopen", "the quote has one space more after \"will\"");
        check("will reopen", "will  reopen", "the text has one space more after \"will\"");
        check(
            "a\u{2009}b",
            "a\u{202f}b",
            "the text has U+202F (narrow no-break space) after \"a\", and the quote U+2009 (thin space)",
        );
        check(
            "caf\u{e9}",
            "cafe\u{301}",
            "the text has U+0065 U+0301 after \"caf\", and the quote U+00E9, which looks the same",
        );
        assert_eq!(unseen("a", "a"), None);
    }
}
