//! Parsing a search into terms, and matching them.
//!
//! A text matches if it contains all words, which can be parts of longer words, and every
//! `"phrase"`, and contains neither `-excluded` words nor `-"excluded phrases"`. Every text is a
//! valid search: a phrase without a closing mark extends to the end, and a single hyphen is
//! ignored.

use super::fold::{fold, fold_str};
use crate::model::sorted_positions;
use std::ops::Range;

/// A search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// The folded text. Never empty.
    text: Box<str>,
    /// False for an excluded term.
    wanted: bool,
}

impl Query {
    /// Parses a search as typed.
    pub fn parse(typed: &str) -> Self {
        let folded = fold_str(typed);
        let mut rest = folded.as_str();
        let mut terms = Vec::new();
        loop {
            rest = rest.trim_start_matches(' ');
            if rest.is_empty() {
                return Self { terms };
            }
            let unsigned = rest.strip_prefix('-');
            let (text, after) = first_term(unsigned.unwrap_or(rest));
            if !text.is_empty() {
                terms.push(Term { text: text.into(), wanted: unsigned.is_none() });
            }
            rest = after;
        }
    }

    /// Returns true if the search has no terms, so that every text matches.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Returns true if the search has words to find, and not only words to exclude.
    pub fn finds_words(&self) -> bool {
        self.terms.iter().any(|term| term.wanted)
    }

    /// Returns true if a folded text contains all wanted terms and no excluded term.
    pub fn matches(&self, folded: &str) -> bool {
        self.terms.iter().all(|term| folded.contains(&*term.text) == term.wanted)
    }

    /// Returns the parts of a text that match, as ranges of code points: in order and separate.
    pub fn marks(&self, text: &str) -> Vec<Range<u32>> {
        if !self.finds_words() {
            return Vec::new();
        }
        let folded = fold(text);
        let mut marks: Vec<Range<u32>> = (self.terms.iter().filter(|term| term.wanted))
            .flat_map(|term| occurrences(folded.as_str(), &term.text))
            .map(|bytes| folded.original(bytes))
            .collect();
        let starts = sorted_positions(marks.iter().map(|mark| u64::from(mark.start)));
        marks = starts.into_iter().map(|at| marks[at as usize].clone()).collect();
        marks.dedup_by(|next, kept| {
            let touches = next.start <= kept.end;
            if touches {
                kept.end = kept.end.max(next.end);
            }
            touches
        });
        marks
    }
}

/// Splits off the first word or phrase, without its quotation marks.
fn first_term(text: &str) -> (&str, &str) {
    if let Some(phrase) = text.strip_prefix('"') {
        let (phrase, after) = phrase.split_once('"').unwrap_or((phrase, ""));
        return (phrase.trim_matches(' '), after);
    }
    text.split_at(text.find([' ', '"']).unwrap_or(text.len()))
}

/// Returns all occurrences of a term as byte ranges, including overlapping ones.
fn occurrences<'a>(text: &'a str, term: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let step = term.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(term)?;
        from = start + step;
        Some(start..start + term.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parses_words_phrases_and_exclusions() {
        let check = |typed: &str, expected: &[&str]| {
            let terms: Vec<String> = (Query::parse(typed).terms.iter())
                .map(|term| format!("{}{}", if term.wanted { "+" } else { "-" }, term.text))
                .collect();
            assert_eq!(terms, expected, "{typed}");
        };
        check("", &[]);
        check("  ", &[]);
        check("Clear  timeline", &["+clear", "+timeline"]);
        check("\"clear timeline\" Syria", &["+clear timeline", "+syria"]);
        check(
            "“both sides” «deux côtés» „beide Seiten“",
            &["+both sides", "+deux cotes", "+beide seiten"],
        );
        check("talks -Paris -\"joint statement\"", &["+talks", "-paris", "-joint statement"]);
        check("\"never closed", &["+never closed"]);
        check("-\"never closed", &["-never closed"]);
        check("- a -", &["+a"]);
        check("\"\" -\"\" \" \" \"", &[]);
        check("Israel – Syria", &["+israel", "+syria"]);
        check("U.N.-monitored", &["+u.n.-monitored"]);
        check("a\"b c\"d", &["+a", "+b c", "+d"]);
        check("--a", &["--a"]);
        check("ـ \u{200b}", &[]);
    }

    #[test]
    fn matches_inside_words_and_respects_exclusions() {
        let check = |typed: &str, text: &str, expected: bool| {
            assert_eq!(Query::parse(typed).matches(&fold_str(text)), expected, "{typed}: {text}");
        };
        check("", "anything", true);
        check("line time", "A clear timeline", true);
        check("\"line time\"", "A clear timeline", false);
        check("clear -binding", "A clear timeline", true);
        check("clear -binding", "A binding, clear timeline", false);
        check("-binding", "", true);
        check("سوريا", "قالت سُورِيَا", true);
        check("office's", "Netanyahu’s office, the office’s", true);
    }

    #[test]
    fn marks_matches() {
        let check = |typed: &str, text: &str, expected: &[(u32, u32)]| {
            let marks = Query::parse(typed).marks(text);
            let marks: Vec<(u32, u32)> = marks.iter().map(|mark| (mark.start, mark.end)).collect();
            assert_eq!(marks, expected, "{typed}: {text}");
        };
        check("", "text", &[]);
        check("-text", "text", &[]);
        check("talks", "Talks on talks", &[(0, 5), (9, 14)]);
        check("ta alk", "talk", &[(0, 4)]);
        check("aba", "ababa", &[(0, 5)]);
        check("a b", "ab a", &[(0, 2), (3, 4)]);
        check("“files” strategic", "the “strategic files”", &[(5, 14), (15, 20)]);
        check("cote", "à côté", &[(2, 6)]);
    }

    proptest! {
        #[test]
        fn every_mark_contains_a_term(
            typed in "[ab\"é -]{0,6}",
            text in "[abéß\u{301} «–]{0,12}",
        ) {
            let query = Query::parse(&typed);
            let marks = query.marks(&text);
            let chars: Vec<char> = text.chars().collect();
            let mut after = 0;
            for mark in &marks {
                prop_assert!(mark.start < mark.end && (mark.start >= after));
                after = mark.end + 1;
                let marked: String = chars[mark.start as usize..mark.end as usize].iter().collect();
                let contains = |term: &Term| term.wanted && fold_str(&marked).contains(&*term.text);
                prop_assert!(query.terms.iter().any(contains), "{marked}");
            }
            let wanted = query.terms.iter().any(|term| term.wanted);
            if wanted && query.matches(&fold_str(&text)) {
                prop_assert!(!marks.is_empty());
            }
        }

        #[test]
        fn any_text_is_a_search(typed in any::<String>(), text in any::<String>()) {
            let query = Query::parse(&typed);
            let length = text.chars().count() as u32;
            prop_assert!(query.marks(&text).iter().all(|mark| mark.end <= length));
        }
    }
}
