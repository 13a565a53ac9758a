//! Checks of JSON syntax that the parser does not make, or for which its messages do not help.

use super::code::JsonCode;
use super::difference::named;
use super::escape::shown;
use super::problem::Located;
use super::problem::Problem;
use jsonc_parser::common::Range;
use jsonc_parser::errors::ParseErrorKind;
use serde::de::IgnoredAny;

/// Checks strings and the characters between values. Returns at the first character that the parser
/// reports well.
///
/// # Errors
/// Returns the first problem.
pub fn check(text: &str) -> Result<(), Located> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = check_string(text, at)?,
            b' ' | b'\t' | b'\r' | b'\n' | b'{' | b'}' | b'[' | b']' | b':' | b',' => at += 1,
            b'+' | b'-' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => at += 1,
            _ => match text[at..].chars().next() {
                Some(space) if space.is_whitespace() => {
                    let message = format!("unexpected {} between two values", named(space));
                    let range = Range::new(at, at + space.len_utf8());
                    return Err((range, invalid(&message).hint("replace it with a plain space")));
                }
                _ => return Ok(()),
            },
        }
    }
    Ok(())
}

/// Parses the text again with serde, which rejects some texts that the first parser accepts.
///
/// # Errors
/// Returns serde's error as a problem.
pub fn check_with_serde(text: &str) -> Result<(), Located> {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else { return Ok(()) };
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line: usize = before.map(str::len).sum();
    let place = text.floor_char_boundary(line + error.column().saturating_sub(1));
    Err((Range::new(place, place), invalid(&error.to_string())))
}

/// Returns a hint for an error of the parser.
pub fn hint(kind: &ParseErrorKind) -> Option<&'static str> {
    Some(match kind {
        ParseErrorKind::CommentsNotAllowed => {
            "JSON has no comments: remove it, or write it as a \"note\""
        }
        ParseErrorKind::TrailingCommasNotAllowed => "remove the comma: nothing follows it",
        ParseErrorKind::ExpectedComma => "separate fields, and the values of a list, with commas",
        ParseErrorKind::ExpectedColonAfterObjectKey => {
            "write a colon between the name of a field and its value"
        }
        ParseErrorKind::ExpectedObjectValue => "write a value after the colon",
        ParseErrorKind::ExpectedStringObjectProperty | ParseErrorKind::UnexpectedTokenInObject => {
            "a field is a name in quotation marks, a colon and a value"
        }
        ParseErrorKind::MultipleRootJsonValues => {
            "a file contains one object: remove everything after its closing }"
        }
        ParseErrorKind::SingleQuotedStringsNotAllowed => "use straight double quotation marks: \"",
        ParseErrorKind::String(_) => {
            "write \\\\ for a backslash; the other escapes are \\\" \\n \\t and \\u with four hexadecimal \
             digits, twice for a character above U+FFFF (\\ud83d\\ude00)"
        }
        ParseErrorKind::UnexpectedCloseBrace | ParseErrorKind::UnexpectedCloseBracket => {
            "remove it: no opening bracket matches it"
        }
        ParseErrorKind::UnterminatedArray => "close the list with ]",
        ParseErrorKind::UnterminatedObject => "close the object with }",
        ParseErrorKind::UnexpectedToken | ParseErrorKind::UnexpectedWord => {
            "put texts in straight double quotation marks; write numbers, true and false without them"
        }
        _ => return None,
    })
}

/// Checks the string that begins at a byte offset. Returns the offset after its end.
fn check_string(text: &str, start: usize) -> Result<usize, Located> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => break,
            Some(b'\\') => at += 2,
            Some(b'\r' | b'\n') | None => {
                let problem = invalid("this text is not closed on its line");
                let hint = "close it with a quotation mark, or write \\n for a line break in it";
                return Err((Range::new(start, at.min(bytes.len())), problem.hint(hint)));
            }
            Some(control) if control.is_ascii_control() && *control != 0x7f => {
                let c = char::from(*control);
                let problem = invalid(&format!("unescaped {} in a text", named(c)));
                let hint = if c == '\t' { "write \\t, or a space" } else { "remove it" };
                return Err((Range::new(at, at + 1), problem.hint(hint)));
            }
            Some(_) => at += 1,
        }
    }
    // More words on the same line: a quotation mark inside the text has probably closed it too
    // early.
    let rest = text[at + 1..].trim_start_matches(' ');
    let is_unexpected =
        |c: char| !matches!(c, ',' | ':' | ']' | '}' | '[' | '{' | '"' | '/') && c > ' ';
    if rest.starts_with(is_unexpected) && !rest.starts_with(char::is_whitespace) {
        let word = rest.chars().take_while(|c| c.is_alphanumeric()).count().max(1);
        let follows = shown(&rest.chars().take(word).collect::<String>());
        let problem = invalid(&format!("unexpected {follows} after the end of a text"));
        let hint = "write \\\" for a quotation mark inside a text";
        return Err((Range::new(at, at + 1), problem.hint(hint)));
    }
    Ok(at + 1)
}

/// Returns a syntax error. Parsers begin their messages with a capital.
pub fn invalid(cause: &str) -> Problem {
    let mut rest = cause.chars();
    let cause: String = rest.next().into_iter().flat_map(char::to_lowercase).chain(rest).collect();
    Problem::error(JsonCode::Invalid, format!("invalid JSON: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_what_the_parser_accepts() {
        let check = |text: &str, place: Result<(), usize>| {
            let found =
                check(text).and_then(|()| check_with_serde(text)).map_err(|(range, _)| range.start);
            assert_eq!(found, place, "{text:?}");
        };
        check("{ \"a\": [1, -2.5e+3, true, null, \"\\\"\\u00e9 \u{7f}é\"] }\r\n\t", Ok(()));
        check("{ \"a\": \"one\ntwo\" }", Err(7));
        check("{ \"a\": \"one\ttwo\" }", Err(11));
        check("{ \"a\": \"one", Err(7));
        check("{ \"a\": \"one\\", Err(7));
        check("{ \"a\":\u{b}1 }", Err(6));
        check("{ \"a\":\u{a0}1 }", Err(6));
        check("{ \"a\": \"he said \"no\" to it\" }", Err(16));
        check("{ \"a\": \"\"No,\" he said\" }", Err(8));
        check("{ \"a\": \"it is \"…\"\" }", Err(14));
        // The parser reports these.
        check("{ \"a\": \"one\" // two\n }", Err(13));
        check("{ \"a\" \"one\" }", Err(6));
        check("{ \"a\": 01 }", Err(8));
        check("", Err(0));
    }
}
