//! Differences between two similar texts: a quote, and the words of the article that were meant.

use super::escape::INVISIBLE;
use super::escape::shown;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Maximum number of characters shown before and after a difference. Some scripts do not put spaces
/// between words.
const MAX_CONTEXT: usize = 20;

/// Normalises a text so that texts that look the same are equal: white space becomes single plain
/// spaces, characters without width are removed, letters with marks are composed (NFC), and ligatures
/// and Arabic presentation forms become their letters (NFKC).
pub fn visual_form(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for c in text.chars().flat_map(unjoined).nfc().filter_map(seen) {
        if c != ' ' || !(form.ends_with(' ') || form.is_empty()) {
            form.push(c);
        }
    }
    form.truncate(form.trim_end().len());
    form
}

/// Returns the letters of a ligature or of an Arabic presentation form, or the character.
fn unjoined(c: char) -> impl Iterator<Item = char> {
    let is_joined =
        matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    let letters = is_joined.then(|| std::iter::once(c).nfkc());
    letters.into_iter().flatten().chain((!is_joined).then_some(c))
}

/// Returns a character as it looks: any white space as a plain space. `None` for characters without width.
pub fn seen(c: char) -> Option<char> {
    match c {
        c if c.is_whitespace() => Some(' '),
        c => invisible_name(c).is_none().then_some(c),
    }
}

/// Returns the words around the first difference between a quote and the article: from the quote,
/// and from the article. `original` is the text of the article, `straight` the same with straight
/// quotation marks, code point for code point.
pub fn first_difference(quote: &str, straight: &str, original: &str) -> (String, String) {
    let (quote, straight) = (chars(quote), chars(straight));
    let (start, end) = shared(&quote, &straight);
    let in_word = |at: &usize| quote.get(*at).is_some_and(|c| !c.is_whitespace());
    // From the word before the one that differs.
    let word = |from: usize| (0..from).rev().find(|at| !in_word(at)).map_or(0, |at| at + 1);
    let first = word(word(start).saturating_sub(1)).max(start.saturating_sub(MAX_CONTEXT));
    let tail = quote[quote.len() - end..].iter().take_while(|c| !c.is_whitespace()).count();
    let tail = tail.min(MAX_CONTEXT);
    let original = chars(original);
    let piece = |of: &[char]| {
        let last = (of.len() - end + tail).max(first);
        of.get(first..last).unwrap_or_default().iter().collect::<String>()
    };
    (piece(&quote), piece(&original))
}

/// Describes the first difference between two texts that look the same. `None` if they are equal.
pub fn invisible_difference(quote: &str, text: &str) -> Option<String> {
    let (quote, text) = (chars(quote), chars(text));
    let (start, _) = shared(&quote, &text);
    let before: String = quote[..start].iter().collect();
    let after = match before.split_whitespace().next_back() {
        Some(word) => format!("after {}", shown(word)),
        None => "at the beginning".to_owned(),
    };
    let at = |of: &[char]| of.get(start).copied();
    let (quoted, there) = (at(&quote), at(&text));
    let special = |c: Option<char>| c.filter(|c| *c != ' ' && invisible_name(*c).is_some());
    Some(match (special(quoted), special(there)) {
        (Some(quoted), Some(there)) => {
            format!("the article has {} {after}, and the quote has {}", named(there), named(quoted))
        }
        (None, Some(there)) => format!("the article has {} {after}", named(there)),
        (Some(quoted), None) => format!("the quote has {} {after}", named(quoted)),
        (None, None) => match (quoted, there) {
            (Some(' '), _) => format!("the quote has an extra space {after}"),
            (_, Some(' ')) => format!("the article has an extra space {after}"),
            (None, None) => return None,
            _ => format!(
                "the article has {} {after}, and the quote has {}, which looks the same",
                cluster(&text, start),
                cluster(&quote, start)
            ),
        },
    })
}

/// Returns the numbers of characters that two texts share at the start and, after those, at the
/// end.
fn shared(one: &[char], other: &[char]) -> (usize, usize) {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let pairs = one[start..].iter().rev().zip(other[start..].iter().rev());
    (start, pairs.take_while(|(a, b)| a == b).count())
}

/// Returns the code points of a character and the combining marks after it.
fn cluster(text: &[char], at: usize) -> String {
    let marks = text.iter().skip(at + 1).take_while(|c| is_combining_mark(**c));
    let all: Vec<String> =
        text.get(at).into_iter().chain(marks).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(" ") }
}

/// Returns the code point and the name of an invisible character.
pub fn named(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    match invisible_name(c) {
        Some("") | None => number,
        Some(name) => format!("{number} ({name})"),
    }
}

/// Returns the name of an invisible character, or an empty text if it has none here. `None` for
/// visible characters.
fn invisible_name(c: char) -> Option<&'static str> {
    let known = [('\t', "tab"), ('\n', "line feed"), ('\r', "carriage return")];
    let known = known.iter().chain(&INVISIBLE);
    let known = known.into_iter().find(|(invisible, _)| *invisible == c).map(|(_, name)| *name);
    known.or_else(|| (c.is_whitespace() || c.is_control()).then_some(""))
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_whole_words_around_a_difference() {
        let check = |quote: &str, text: &str, expected: (&str, &str)| {
            let (quoted, there) = first_difference(quote, text, text);
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
    fn describes_invisible_differences() {
        let check = |quote: &str, text: &str, expected: &str| {
            assert_eq!(visual_form(quote), visual_form(text));
            assert_eq!(invisible_difference(quote, text).as_deref(), Some(expected));
        };
        check(
            "will reopen on",
            "will reopen\u{a0}on",
            "the article has U+00A0 (no-break space) after \"reopen\"",
        );
        check("re\u{ad}open", "reopen", "the quote has U+00AD (soft hyphen) after \"re\"");
        check("\u{200b}on", "on", "the quote has U+200B (zero width space) at the beginning");
        check("on", "o\u{200e}n", "the article has U+200E (left-to-right mark) after \"o\"");
        check("will  reopen", "will reopen", "the quote has an extra space after \"will\"");
        check("will reopen", "will  reopen", "the article has an extra space after \"will\"");
        check(
            "a\u{2009}b",
            "a\u{202f}b",
            "the article has U+202F (narrow no-break space) after \"a\", and the quote has U+2009 (thin space)",
        );
        check(
            "caf\u{e9}",
            "cafe\u{301}",
            "the article has U+0065 U+0301 after \"caf\", and the quote has U+00E9, which looks the same",
        );
        check(
            "official",
            "o\u{fb03}cial",
            "the article has U+FB03 after \"o\", and the quote has U+0066, which looks the same",
        );
        check(
            "سلام",
            "س\u{fefc}م",
            "the article has U+FEFC after \"س\", and the quote has U+0644, which looks the same",
        );
        assert_eq!(invisible_difference("a", "a"), None);
    }
}
