//! The encoding of text in query strings: as little as the URL Standard allows when writing, and
//! everything when reading.

use std::fmt::Write;

/// Encodes the characters of the URL Standard's special-query percent-encode set, which browsers
/// encode themselves, and the characters with a meaning in query strings.
pub fn encode(query: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b' ' => query.push('+'),
            b'"' | b'#' | b'<' | b'>' | b'\'' | b'%' | b'&' | b'+' => escape(query, byte),
            b'!'..=b'~' => query.push(char::from(byte)),
            _ => escape(query, byte),
        }
    }
}

/// Percent-encodes a text (RFC 3986): all bytes of its UTF-8 except ASCII letters, digits and
/// `kept`.
pub fn percent_encoded(text: &str, kept: &[u8]) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            escape(&mut out, byte);
        }
    }
    out
}

fn escape(query: &mut String, byte: u8) {
    // Writing to a string cannot fail.
    let _ = write!(query, "%{byte:02X}");
}

/// Decodes a part of a query string.
pub fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['+', '%']) {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let bytes = escaped(rest);
        if let Some(after) = rest.strip_prefix('+') {
            decoded.push(' ');
            rest = after;
        } else if bytes.is_empty() {
            decoded.push('%');
            rest = &rest[1..];
        } else {
            let (run, after) = rest.split_at(3 * bytes.len());
            push_utf8(&mut decoded, &bytes, run);
            rest = after;
        }
    }
    decoded.push_str(rest);
    decoded
}

/// Decodes the `%XX` sequences at the start of a text.
fn escaped(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let byte = |sequence: &[u8]| match *sequence {
        [b'%', high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
        _ => None,
    };
    text.as_bytes().chunks(3).map_while(byte).collect()
}

/// Appends valid UTF-8 as text. Keeps the `%` sequences in `run` of invalid bytes.
fn push_utf8(decoded: &mut String, bytes: &[u8], run: &str) {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        decoded.push_str(chunk.valid());
        let bad = at + chunk.valid().len();
        at = bad + chunk.invalid().len();
        decoded.push_str(&run[3 * bad..3 * at]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_sequences_are_kept_as_text() {
        let check = |value: &str, expected: &str| assert_eq!(decode(value), expected);
        check("100%", "100%");
        check("%zz%4", "%zz%4");
        check("%%41", "%A");
        check("%fF", "%fF");
        check("%41%c3%42", "A%c3B");
        check("%C3%A9%C3", "é%C3");
        check("%é+%+", "%é % ");
        check("%00", "\0");
    }
}
