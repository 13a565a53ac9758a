//! Query strings: writing and parsing views. Writing is canonical, with a fixed order of keys and
//! as little encoding as the URL Standard allows. Parsing is lenient, because links change when
//! shared.
//!
//! `?q=troop+withdrawal&kind=accusation,demand&speaker=-syrian-official&from=2025-01-01&sort=said`
//!
//! A minus sign before a value leaves it out. Dates take two, as one is the sign of a year before 0.

use super::encoding::{decode, encode};
use crate::model::Vocabulary;
use crate::query::{Choice, End, Facet, View};

const SEARCH: &str = "q";
const FROM: &str = "from";
const TO: &str = "to";
const SORT: &str = "sort";
const OPEN: &str = "statement";

/// Maximum length of a query string in bytes: more than the longest search needs, and less than web
/// servers accept. Thousands of values would freeze the page.
const MAX_QUERY: usize = 4_000;

/// Writes a view as a query string: `""` for the default view, otherwise `?` followed by the
/// search, the facets in the order of `Facet::ALL`, the range, the sort order and the open
/// statements.
pub fn query_string(view: &View) -> String {
    written(view, sign)
}

/// Returns a part of a file name that says what a view asks for: `-kind-accusation-not-demand`.
/// Empty for the default view.
pub fn file_name_part(view: &View) -> String {
    let query = written(view, |_| "not-").replace('~', "");
    query.replace(['?', '=', '&', ',', '+', '%', '/', ':'], "-")
}

/// Writes a view as a query string, with these signs before the values that are left out.
fn written(view: &View, sign: fn(Facet) -> &'static str) -> String {
    let mut query = String::new();
    if !view.q.is_empty() {
        begin(&mut query, SEARCH);
        encode(&mut query, &view.q);
    }
    let mut list = List { query, last: None };
    for chosen in view.chosen() {
        let sign = if chosen.choice == Choice::LeftOut { sign(chosen.facet) } else { "" };
        list.add(chosen.facet.code(), sign, &chosen.code);
    }
    for (end, key) in End::ALL.into_iter().zip([FROM, TO]) {
        if let Some(day) = view.day_code(end) {
            begin(&mut list.query, key);
            encode(&mut list.query, &day);
        }
    }
    view.sort_code().iter().for_each(|sort| list.add(SORT, "", sort));
    view.open().for_each(|id| list.add(OPEN, "", id));
    list.query
}

/// Returns the sign before a value that is left out. Only a date can itself begin with a minus sign,
/// but not with two.
fn sign(facet: Facet) -> &'static str {
    if facet == Facet::Date { "--" } else { "-" }
}

/// A query string to which values are added. Consecutive values of one key form a list.
struct List<'v> {
    query: String,
    /// The key and value added last.
    last: Option<(&'static str, &'v str)>,
}

impl<'v> List<'v> {
    fn add(&mut self, key: &'static str, sign: &str, value: &'v str) {
        match self.last.replace((key, value)) {
            Some((last, before)) if last == key && is_balanced(before) && is_balanced(value) => {
                self.query.push(',');
            }
            _ => begin(&mut self.query, key),
        }
        self.query.push_str(sign);
        encode(&mut self.query, value);
    }
}

/// Parses a query string. Keys can be in any order and repeated, and commas can be encoded. Unknown
/// keys are ignored. An invalid `%` sequence is kept as text. Capitals, and the stop or bracket that
/// followed the link in a text, are not part of a code. The end of a query string that is too long is
/// ignored, and the view says so.
pub fn parse_query(query: &str) -> View {
    let query = query.strip_prefix('?').unwrap_or(query);
    let start = beginning(query);
    let mut view = View::default();
    let mut q = String::new();
    let mut open: Vec<String> = Vec::new();
    for mut pair in start.split('&') {
        // Mail software writes "&amp;".
        while let Some(rest) = pair.strip_prefix("amp;") {
            pair = rest;
        }
        // "%3D" for the sign between key and value.
        let unescaped = if pair.contains('=') { None } else { Some(decode(pair)) };
        let pair = unescaped.as_deref().unwrap_or(pair);
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        match &*decode(key).to_ascii_lowercase() {
            SEARCH => {
                if !q.is_empty() && !value.is_empty() {
                    q.push(' ');
                }
                q.push_str(&value);
            }
            SORT => {
                for code in codes(&value) {
                    view = view.sorted_by_code(code);
                }
            }
            FROM => view = within(&view, End::From, &value),
            TO => view = within(&view, End::To, &value),
            OPEN => codes(&value).into_iter().for_each(|code| open.push(code.to_owned())),
            key => {
                if let Some(facet) = Facet::from_code(key) {
                    for code in codes(&value) {
                        choose(&mut view, facet, code);
                    }
                }
            }
        }
    }
    let view = view.opening(open.iter().map(String::as_str)).searching(&q);
    if start.len() < query.len() { view.cut() } else { view }
}

/// Returns the part of a query string that is read: all of it, or the values before the limit.
fn beginning(query: &str) -> &str {
    if query.len() <= MAX_QUERY {
        return query;
    }
    let start = &query[..query.floor_char_boundary(MAX_QUERY)];
    &start[..start.rfind(['&', ',']).unwrap_or(start.len())]
}

fn within(view: &View, end: End, day: &str) -> View {
    let day = without_stop(day.trim());
    if day.is_empty() { view.clone() } else { view.within_code(end, day) }
}

/// Chooses a value as written. A sign with nothing after it is a value.
fn choose(view: &mut View, facet: Facet, written: &str) {
    // EDTF has capitals.
    let lower = written.to_ascii_lowercase();
    let written = if facet == Facet::Date { written } else { &lower };
    let left_out = written.strip_prefix(sign(facet)).map(str::trim);
    match left_out.filter(|code| !code.is_empty()) {
        Some(code) => view.choose(facet, code, Choice::LeftOut),
        None => view.choose(facet, written, Choice::Kept),
    }
}

/// Splits a list into codes. A comma inside brackets is part of a code, as in the date
/// `[1667,1668]`.
fn codes(value: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = value.split(move |c| {
        depth = step(depth, c).max(0);
        c == ',' && depth == 0
    });
    parts.map(|code| without_stop(code.trim())).filter(|code| !code.is_empty()).collect()
}

/// Removes the stops, brackets and quotation marks after a link, and the space between them. An open date
/// ends with two stops (`2026/..`).
fn without_stop(code: &str) -> &str {
    let is_open = |rest: &&str| !rest.ends_with('.');
    let shorter = (code.strip_suffix([')', '>', '"', '”', '»', ';']))
        .or_else(|| code.strip_suffix('.').filter(is_open));
    shorter.map_or(code, |shorter| without_stop(shorter.trim_end()))
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
        check(
            view.leaving_out(Facet::Kind, "denial").with(Facet::Speaker, "~unnamed"),
            "?kind=-denial&speaker=~unnamed",
        );
        check(
            view.leaving_out(Facet::Speaker, "~unnamed").with(Facet::Speaker, "israel"),
            "?speaker=-~unnamed,israel",
        );
        check(
            view.with(Facet::Date, "-0043").leaving_out(Facet::Date, "2026"),
            "?date=-0043,--2026",
        );
        check(view.leaving_out(Facet::Date, "-0043"), "?date=---0043");
        let range = view.within_code(End::From, "2025").within_code(End::To, "2025");
        check(range.clone(), "?from=2025-01-01&to=2025-12-31");
        check(
            range.within_code(End::To, "last week").sorted(Sort::Said),
            "?from=2025-01-01&to=last+week&sort=said",
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
        check("?utm_source=x&fbclid=y&q=z&=b&&", "?q=z");
        check("?q=ferry&amp;kind=denial&amp;amp;sort=said", "?q=ferry&kind=denial&sort=said");
        check("?q=ferry&kind=denial.", "?q=ferry&kind=denial");
        check("?speaker=port-office).", "?speaker=port-office");
        check("?KIND=Denial&Speaker=-Port-Office", "?kind=denial&speaker=-port-office");
        check("?date=2026/..&from=2025.", "?date=2026/..&from=2025-01-01");
        check("?date=2026-XX)", "?date=2026-XX");
        check("?statement=b.", "?statement=b");
        check("?kind=denial>", "?kind=denial");
        check("?speaker=port-office”.", "?speaker=port-office");
        check("?KIND=%44enial&amp;SORT=Said);", "?kind=denial&sort=said");
        check("?kind%3Ddenial&q%3Dferry", "?q=ferry&kind=denial");
        check("?to=2025-03>", "?to=2025-03-31");
        check("?date=1974?", "?date=1974?");
        check("?statement=b\"", "?statement=b");
        check("?to=later+%22%0D%22&kind=denial+)+.", "?kind=denial&to=later");
        check("?q=troop%20withdrawal", "?q=troop+withdrawal");
        check("?sort=article", "");
        check("?sort=newest&sort=said", "?sort=said");
        check("?%71=a", "?q=a");
        check("?statement=a&q=b&statement=c,a,", "?q=b&statement=a,c");
        check("?kind=[a,b", "?kind=[a,b");
        check("?kind=a],b,c", "?kind=a]&kind=b,c");
        check("?kind=[a&kind=b]", "?kind=[a&kind=b]");
        check("?kind=%2Da,-+b,--c", "?kind=-a,-b,--c");
        check("?kind=-&date=-,--", "?kind=-&date=-,--");
        check("?kind=a,-a&speaker=-b&speaker=b", "?kind=-a&speaker=b");
        check("?kind=-[a,b", "?kind=-[a,b");
        check("?to=2024-02&from=2024", "?from=2024-01-01&to=2024-02-29");
        check("?from=&to=+&kind=a", "?kind=a");
        check("?from=soon&from=2025-06-01", "?from=2025-06-01");
        check("?from=2025-06-01&from=soon,+later", "?from=soon,+later");
        check("?from=2026&to=2025", "?from=2026-01-01&to=2025-12-31");
    }

    #[test]
    fn a_file_name_says_what_is_left_out() {
        let view = View::default()
            .searching("troop withdrawal")
            .with(Facet::Kind, "denial")
            .leaving_out(Facet::Kind, "demand")
            .leaving_out(Facet::Speaker, "~unnamed")
            .leaving_out(Facet::Date, "2026-01-05/2026-01-06")
            .within_code(End::From, "2025");
        let expected = "-q-troop-withdrawal-kind-denial-not-demand-speaker-not-unnamed\
                        -date-not-2026-01-05-2026-01-06-from-2025-01-01";
        assert_eq!(file_name_part(&view), expected);
        assert_eq!(file_name_part(&View::default()), "");
    }

    #[test]
    fn the_early_script_knows_all_keys() {
        let script = include_str!("../../static/early.js");
        let keys = Facet::ALL.iter().map(|facet| facet.code());
        let keys: Vec<&str> =
            [SEARCH].into_iter().chain(keys).chain([FROM, TO, SORT, OPEN]).collect();
        assert!(script.contains(&format!("({})=", keys.join("|"))), "{keys:?}");
    }

    #[test]
    fn the_end_of_a_long_query_string_is_ignored_and_reported() {
        let values: Vec<String> = (0..10_000).map(|value| format!("value-{value}")).collect();
        let view = parse_query(&format!("?speaker=b&kind={}", values.join(",")));
        let kept: Vec<&str> = view.kept(Facet::Kind).collect();
        assert!(kept.len() > 100 && kept.len() < 1_000, "{}", kept.len());
        assert!(kept.iter().eq(values.iter().take(kept.len())), "values are whole");
        assert!(view.is_cut());
        let view = parse_query(&format!("?q={}", "e%CC%81".repeat(50_000)));
        assert_eq!(view.q.chars().count(), 300);
        assert!(view.is_cut());
        assert!(parse_query(&"é".repeat(MAX_QUERY)).is_cut());
        let short = query_string(&view);
        assert!(!parse_query(&short).is_cut());
        assert_eq!(query_string(&parse_query(&short)), short);
    }

    fn views() -> impl Strategy<Value = View> {
        let code = prop_oneof!["[a-z]{1,4}", "[^,\\sA-Z]{1,4}", "\\[[0-9]{4},[0-9]{4}\\]"]
            .prop_filter("codes are one word", |code| codes(code) == [code.as_str()]);
        let kept = (select(Facet::ALL), code.clone())
            .prop_filter("kept codes have no sign", |(facet, code)| {
                !code.starts_with(sign(*facet))
            });
        let value = (kept, select(&[Choice::Kept, Choice::LeftOut][..]));
        let day = prop_oneof![
            "-?[0-9]{4}(-0[1-9])?",
            "[0-9]{3,4}-[0-9]{2}-[0-9]{2}",
            "\\S.{0,3}[^\\s.)>\"”»;]"
        ];
        let days = vec((select(&End::ALL[..]), day), 0..3);
        let open = vec(code.clone(), 0..3);
        let sort = prop::option::of(prop_oneof![Just("said".to_owned()), code]);
        let parts = (any::<String>(), vec(value, 0..6), days, sort, open);
        parts.prop_map(|(q, chosen, days, sort, open)| {
            let view = View::default().opening(open.iter().map(String::as_str));
            let view = sort.iter().fold(view, |view, code| view.sorted_by_code(code));
            let view = days.iter().fold(view, |view, (end, day)| view.within_code(*end, day));
            chosen.iter().fold(view.searching(&q), |mut view, ((facet, code), choice)| {
                view.choose(*facet, code, *choice);
                view
            })
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
        fn a_canonical_query_string_survives_its_view(query in "\\PC{0,40}|[?&=+%,a-f0-9qkindsortm-]{0,40}") {
            let canonical = query_string(&parse_query(&query));
            prop_assert_eq!(parse_query(&canonical), parse_query(&query));
            prop_assert_eq!(query_string(&parse_query(&canonical)), canonical);
        }
    }
}
