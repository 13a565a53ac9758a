//! Query strings: writing and parsing views. Writing is canonical, with a fixed order of keys and
//! as little encoding as the URL Standard allows. Parsing is lenient, because links change when
//! shared.
//!
//! `?q=troop+withdrawal&kind=accusation,demand&speaker=syrian-official&sort=said`

use crate::model::Vocabulary;
use crate::query::{Facet, View};
use std::fmt::Write;

const SEARCH: &str = "q";
const SORT: &str = "sort";
const OPEN: &str = "statement";

/// Writes a view as a query string: `""` for the default view, otherwise `?` followed by the
/// search, the facets in the order of `Facet::ALL`, the sort order and the open statements.
pub fn query_string(view: &View) -> String {
    let mut query = String::new();
    if !view.q.is_empty() {
        begin(&mut query, SEARCH);
        encode(&mut query, &view.q);
    }
    let mut list = List { query, last: None };
    view.chosen().iter().for_each(|(facet, code)| list.add(facet.code(), code));
    view.sort_code().iter().for_each(|sort| list.add(SORT, sort));
    view.open().for_each(|id| list.add(OPEN, id));
    list.query
}

/// A query string to which values are added. Consecutive values of one key form a list.
struct List<'v> {
    query: String,
    /// The key and value added last.
    last: Option<(&'static str, &'v str)>,
}

impl<'v> List<'v> {
    fn add(&mut self, key: &'static str, value: &'v str) {
        match self.last.replace((key, value)) {
            Some((last, before)) if last == key && is_balanced(before) && is_balanced(value) => {
                self.query.push(',');
            }
            _ => begin(&mut self.query, key),
        }
        encode(&mut self.query, value);
    }
}

/// Parses a query string. Keys can be in any order and repeated, and commas can be encoded. Unknown
/// keys are ignored. An invalid `%` sequence is kept as text.
pub fn parse_query(query: &str) -> View {
    let mut view = View::default();
    let mut open: Vec<String> = Vec::new();
    for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        match &*decode(key) {
            SEARCH => {
                if !view.q.is_empty() && !value.is_empty() {
                    view.q.push(' ');
                }
                view.q.push_str(&value);
            }
            SORT => view = codes(&value).fold(view, |view, code| view.sorted_by_code(code)),
            OPEN => open.extend(codes(&value).map(str::to_owned)),
            key => {
                if let Some(facet) = Facet::from_code(key) {
                    codes(&value).for_each(|code| view.choose(facet, code));
                }
            }
        }
    }
    view.opening(open.iter().map(String::as_str))
}

/// Splits a list into codes. A comma inside brackets is part of a code, as in the date
/// `[1667,1668]`.
fn codes(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    let parts = value.split(move |c| {
        depth = step(depth, c).max(0);
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|code| !code.is_empty())
}

/// Returns true if the brackets of a code are balanced. Only then can the code be part of a list.
fn is_balanced(code: &str) -> bool {
    let mut depth = 0;
    code.chars().all(|c| {
        depth = step(depth, c);
        depth >= 0
    }) && depth == 0
}

fn step(depth: i32, c: char) -> i32 {
    match c {
        '[' | '{' => depth + 1,
        ']' | '}' => depth - 1,
        _ => depth,
    }
}

fn begin(query: &mut String, key: &str) {
    query.push(if query.is_empty() { '?' } else { '&' });
    query.push_str(key);
    query.push('=');
}

/// Encodes the characters of the URL Standard's special-query percent-encode set, which browsers
/// encode themselves, and the characters with a meaning in query strings.
fn encode(query: &mut String, text: &str) {
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

fn decode(text: &str) -> String {
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
    use crate::query::Sort;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    #[test]
    fn query_strings_are_readable_and_in_a_fixed_order() {
        let check = |view: View, expected: &str| {
            assert_eq!(query_string(&view), expected);
            assert_eq!(parse_query(expected), view);
        };
        let view = View::default();
        check(view.clone(), "");
        check(
            view.sorted(Sort::Said)
                .with(Facet::Speaker, "syrian-official")
                .with(Facet::Kind, "demand")
                .with(Facet::Kind, "accusation")
                .searching("timeline"),
            "?q=timeline&kind=demand,accusation&speaker=syrian-official&sort=said",
        );
        check(view.searching("troop withdrawal, -Paris"), "?q=troop+withdrawal,+-Paris");
        check(view.searching("\"both sides\""), "?q=%22both+sides%22");
        check(view.searching("a&b=c+d%e#f/g?h:i@j"), "?q=a%26b=c%2Bd%25e%23f/g?h:i@j");
        check(view.searching("سوريا"), "?q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7");
        check(view.searching("🎈é"), "?q=%F0%9F%8E%88%C3%A9");
        check(view.searching(" "), "?q=+");
        check(view.sorted_by_code("newest"), "?sort=newest");
        check(view.with(Facet::Kind, "rumour"), "?kind=rumour");
        check(
            view.with(Facet::Date, "[1667,1668]").with(Facet::Date, "2026-01-05/2026-01-06"),
            "?date=[1667,1668],2026-01-05/2026-01-06",
        );
        check(
            view.sorted(Sort::Said).opening(["b", "a"]).with(Facet::Kind, "denial"),
            "?kind=denial&sort=said&statement=b,a",
        );
    }

    #[test]
    fn parses_altered_links() {
        let check = |query: &str, canonical: &str| {
            assert_eq!(query_string(&parse_query(query)), canonical, "{query}");
        };
        check("?", "");
        check("q=timeline", "?q=timeline");
        check("?speaker=b&q=a%20b&kind=c", "?q=a+b&kind=c&speaker=b");
        check("?kind=a&kind=b,a&kind=c", "?kind=a,b,c");
        check("?kind=a%2Cb", "?kind=a,b");
        check("?kind=,a,,+b,", "?kind=a,b");
        check("?kind=&q=&sort=", "");
        check("?kind&q&sort", "");
        check("?q=a&q=b", "?q=a+b");
        check("?q=a=b", "?q=a=b");
        check("?utm_source=x&fbclid=y&q=z&Kind=a&=b&&", "?q=z");
        check("?sort=article", "");
        check("?sort=newest&sort=said", "?sort=said");
        check("?%71=a", "?q=a");
        check("?statement=a&q=b&statement=c,a,", "?q=b&statement=a,c");
        check("?kind=[a,b", "?kind=[a,b");
        check("?kind=a],b,c", "?kind=a]&kind=b,c");
        check("?kind=[a&kind=b]", "?kind=[a&kind=b]");
    }

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

    fn views() -> impl Strategy<Value = View> {
        let code = prop_oneof!["[a-z]{1,4}", "[^,\\s]{1,4}", "\\[[0-9]{4},[0-9]{4}\\]"]
            .prop_filter("codes are one word", |code| codes(code).eq([code.as_str()]));
        let chosen = vec((select(Facet::ALL), code.clone()), 0..6);
        let open = vec(code.clone(), 0..3);
        let sort = prop::option::of(prop_oneof![Just("said".to_owned()), code]);
        (any::<String>(), chosen, sort, open).prop_map(|(q, chosen, sort, open)| {
            let view = View::default().opening(open.iter().map(String::as_str));
            let view = sort.iter().fold(view, |view, code| view.sorted_by_code(code));
            let chosen = chosen.iter();
            chosen.fold(view.searching(&q), |view, (facet, code)| view.with(*facet, code))
        })
    }

    proptest! {
        #[test]
        fn a_view_survives_its_query_string(view in views()) {
            let query = query_string(&view);
            prop_assert_eq!(parse_query(&query), view);
            prop_assert!(query.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert!(!query.contains(['"', '#', '<', '>', '\'']));
        }

        #[test]
        fn a_canonical_query_string_survives_its_view(query in "\\PC{0,40}|[?&=+%,a-f0-9qkindsort]{0,40}") {
            let canonical = query_string(&parse_query(&query));
            prop_assert_eq!(parse_query(&canonical), parse_query(&query));
            prop_assert_eq!(query_string(&parse_query(&canonical)), canonical);
        }
    }
}
