//! JSON to the letter: what the parser would let pass, or would tell where it does not help an author.

use super::code::JsonCode;
use super::difference::named;
use super::escape::shown;
use super::problem::Located;
use super::problem::Problem;
use jsonc_parser::common::Range;
use jsonc_parser::errors::ParseErrorKind;
use serde::de::IgnoredAny;

/// Looks at texts and at what stands between values. Stops without a word at whatever the parser tells
/// well by itself.
///
/// # Errors
/// The first problem, with its byte range.
pub fn check(text: &str) -> Result<(), Located> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = check_text(text, at)?,
            b' ' | b'\t' | b'\r' | b'\n' | b'{' | b'}' | b'[' | b']' | b':' | b',' => at += 1,
            b'+' | b'-' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => at += 1,
            _ => match text[at..].chars().next() {
                Some(space) if space.is_whitespace() => {
                    let message = format!("{} stands between two values", named(space));
                    let range = Range::new(at, at + space.len_utf8());
                    return Err((range, not_json(&message).hint("write a plain space")));
                }
                _ => return Ok(()),
            },
        }
    }
    Ok(())
}

/// Whether another parser agrees that it is JSON.
///
/// # Errors
/// Where it does not.
pub fn agreed(text: &str) -> Result<(), Located> {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else { return Ok(()) };
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line: usize = before.map(str::len).sum();
    let place = text.floor_char_boundary(line + error.column().saturating_sub(1));
    Err((Range::new(place, place), not_json(&error.to_string())))
}

/// What to do about what the parser found.
pub fn hint(kind: &ParseErrorKind) -> Option<&'static str> {
    Some(match kind {
        ParseErrorKind::CommentsNotAllowed => {
            "JSON has no comments: take it out, or make it a \"note\""
        }
        ParseErrorKind::TrailingCommasNotAllowed => "take the comma out: nothing follows it",
        ParseErrorKind::ExpectedComma => {
            "a comma stands between two fields, and between two values of a list"
        }
        ParseErrorKind::ExpectedColonAfterObjectKey => {
            "write a colon between a field and its value"
        }
        ParseErrorKind::ExpectedObjectValue => "write the field's value after the colon",
        ParseErrorKind::ExpectedStringObjectProperty | ParseErrorKind::UnexpectedTokenInObject => {
            "a field is its name in quotation marks, a colon and a value"
        }
        ParseErrorKind::MultipleRootJsonValues => {
            "a file holds one object: nothing stands after its }"
        }
        ParseErrorKind::SingleQuotedStringsNotAllowed => {
            "write straight double quotation marks: \""
        }
        ParseErrorKind::String(_) => {
            "a backslash begins an escape: \\\" \\\\ \\n \\t, or \\u with four digits, and two of these beyond \
             U+FFFF, as in \\ud83d\\ude00; write \\\\ for itself"
        }
        ParseErrorKind::UnexpectedCloseBrace | ParseErrorKind::UnexpectedCloseBracket => {
            "nothing is open that this would close"
        }
        ParseErrorKind::UnterminatedArray => "close it with ]",
        ParseErrorKind::UnterminatedObject => "close it with }",
        ParseErrorKind::UnexpectedToken | ParseErrorKind::UnexpectedWord => {
            "texts stand in straight double quotation marks, numbers, true and false in none"
        }
        _ => return None,
    })
}

/// The end of the text that begins at a byte.
fn check_text(text: &str, start: usize) -> Result<usize, Located> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => break,
            Some(b'\\') => at += 2,
            Some(b'\r' | b'\n') | None => {
                let problem = not_json("a text that is begun here is not ended on its line");
                let hint =
                    "end it with a quotation mark, or write \\n for the end of a line within it";
                return Err((Range::new(start, at.min(bytes.len())), problem.hint(hint)));
            }
            Some(control) if control.is_ascii_control() && *control != 0x7f => {
                let c = char::from(*control);
                let problem = not_json(&format!("{} stands within a text", named(c)));
                let hint = if c == '\t' { "write \\t, or a space" } else { "take it out" };
                return Err((Range::new(at, at + 1), problem.hint(hint)));
            }
            Some(_) => at += 1,
        }
    }
    // Words on the same line after a text has ended: it holds a quotation mark that ends it too early.
    let rest = text[at + 1..].trim_start_matches(' ');
    let goes_on = |c: char| !matches!(c, ',' | ':' | ']' | '}' | '[' | '{' | '"' | '/') && c > ' ';
    if rest.starts_with(goes_on) && !rest.starts_with(char::is_whitespace) {
        let word = rest.chars().take_while(|c| c.is_alphanumeric()).count().max(1);
        let follows = shown(&rest.chars().take(word).collect::<String>());
        let problem = not_json(&format!("a text ends here, and {follows} follows"));
        let hint = "write \\\" for a quotation mark within a text";
        return Err((Range::new(at, at + 1), problem.hint(hint)));
    }
    Ok(at + 1)
}

fn not_json(what: &str) -> Problem {
    Problem::error(JsonCode::Invalid, format!("not JSON: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_parser_would_let_pass_is_told() {
        let check = |text: &str, place: Result<(), usize>| {
            let found = check(text).and_then(|()| agreed(text)).map_err(|(range, _)| range.start);
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
        // What the parser tells.
        check("{ \"a\": \"one\" // two\n }", Err(13));
        check("{ \"a\" \"one\" }", Err(6));
        check("{ \"a\": 01 }", Err(8));
        check("", Err(0));
    }
}
