//! Quotes that look like words of the article, but have other spaces, invisible characters or another
//! encoding of the same letters. They are never used as a match: a fix writes the article's own
//! characters.

use super::anchor::Anchor;
use super::article_text::Text;
use super::boundary::is_word_boundary;
use super::difference::{seen, visual_form};
use super::fix::Remedy;
use super::wire::{Quote, Selector, Stretch};
use crate::model::{Span, UnitIx};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Maximum number of places that are compared.
const MAX_COMPARED: usize = 100;

/// A text unit as it looks, and where each character of that is in the unit.
pub struct Seen {
    form: String,
    /// For each character of the form: its byte offset, and code points of the unit.
    places: Vec<(usize, Range<u32>)>,
}

impl Seen {
    /// Takes a unit with straight quotation marks.
    pub fn of(unit: &str) -> Self {
        let (mut form, mut places) = (String::with_capacity(unit.len()), Vec::new());
        let mut start = 0;
        for cluster in unit.graphemes(true) {
            let end = start + u32::try_from(cluster.chars().count()).unwrap_or(u32::MAX);
            for c in cluster.nfc().filter_map(seen) {
                if c != ' ' || !(form.is_empty() || form.ends_with(' ')) {
                    places.push((form.len(), start..end));
                    form.push(c);
                }
            }
            start = end;
        }
        Self { form, places }
    }

    /// Returns the code points of the unit that the bytes of the form come from.
    fn place(&self, bytes: Range<usize>) -> Range<u32> {
        let first = self.places.partition_point(|(at, _)| *at < bytes.start);
        let last = self.places.partition_point(|(at, _)| *at < bytes.end);
        let places = self.places.get(first..last).unwrap_or_default();
        match places {
            [(_, one)] => one.clone(),
            [(_, first), .., (_, last)] => first.start..last.end,
            [] => 0..0,
        }
    }
}

/// Words as they look, with the words around them.
struct Look {
    exact: String,
    prefix: String,
    suffix: String,
}

/// A place that looks like a quote and its context.
#[derive(Clone)]
struct Alike {
    exact: Span,
    prefix: Span,
    suffix: Span,
}

impl Look {
    fn new(exact: &str, prefix: &str, suffix: &str) -> Self {
        let [exact, prefix, suffix] = [exact, prefix, suffix]
            .map(|words| visual_form(&super::article_text::straighten(words)));
        Self { exact, prefix, suffix }
    }

    /// Returns the places in a unit that look like the words.
    fn in_unit(&self, text: &Text, unit: UnitIx) -> Vec<Alike> {
        let Some(seen) = text.seen().get(unit.index()) else { return Vec::new() };
        let (form, mut from, mut found) = (seen.form.as_str(), 0, Vec::new());
        while let Some(at) = form.get(from..).and_then(|rest| rest.find(&self.exact)) {
            let (start, end) = (from + at, from + at + self.exact.len());
            from = start + form[start..].chars().next().map_or(1, char::len_utf8);
            let (before, after) = (form[..start].trim_end(), form[end..].trim_start());
            let fits = before.ends_with(&self.prefix) && after.starts_with(&self.suffix);
            let is_whole = is_word_boundary(form, start) && is_word_boundary(form, end);
            if self.exact.is_empty() || found.len() >= MAX_COMPARED {
                break;
            }
            if !fits || !is_whole {
                continue;
            }
            let span = |bytes: Range<usize>| {
                let place = seen.place(bytes);
                Span { unit, start: place.start, end: place.end }
            };
            let after = form.len() - after.len();
            let alike = Alike {
                exact: span(start..end),
                prefix: span(before.len() - self.prefix.len()..before.len()),
                suffix: span(after..after + self.suffix.len()),
            };
            // A part of what is displayed as one character is not the same.
            if visual_form(text.straight_words(alike.exact)) == self.exact {
                found.push(alike);
            }
        }
        found
    }
}

/// Returns the remedy for a quote that does not occur as it is written: the article's own characters,
/// if all places that look like the quote have the same. Which of them is meant is decided when it is
/// found. `within` is the paragraph that the quote names.
pub fn remedy(quote: &Quote, text: &Text, within: Option<UnitIx>) -> Option<Remedy> {
    let (exact, length) = match quote {
        Quote::Words(exact) | Quote::Selector(Selector { exact, .. }) => (exact, exact.len()),
        Quote::Stretch(Stretch { from, to, .. }) => (from, from.len() + to.len()),
    };
    if quote.is_blank() || length > text.size() || !text.allows_hint(exact) {
        return None;
    }
    let units = text.unit_indexes().filter(|unit| within.is_none_or(|within| within == *unit));
    let found = units.flat_map(|unit| in_unit(quote, text, unit)).take(MAX_COMPARED + 1);
    let found: Vec<Option<Remedy>> = found.collect();
    let first = found.first()?;
    let are_same = found.len() <= MAX_COMPARED && found.iter().all(|other| other == first);
    first.clone().filter(|_| are_same)
}

/// Returns the first change that it takes for each place in a unit that a quote looks like.
fn in_unit(quote: &Quote, text: &Text, unit: UnitIx) -> Vec<Option<Remedy>> {
    let write = |field: Option<&'static str>, written: &str, span: Span| {
        let words = text.units[span.unit.index()].slice(span.start, span.end);
        let is_same =
            super::article_text::straighten(words) == super::article_text::straighten(written);
        (!is_same).then(|| Remedy::Value {
            field,
            value: words.into(),
            does: "copies the article's own characters".to_owned(),
        })
    };
    match quote {
        Quote::Words(exact) => (Look::new(exact, "", "").in_unit(text, unit).into_iter())
            .map(|alike| write(None, exact, alike.exact))
            .collect(),
        Quote::Selector(Selector { exact, prefix, suffix, .. }) => {
            let [prefix, suffix] =
                [prefix, suffix].map(|words| words.as_deref().unwrap_or_default().trim());
            let found = Look::new(exact, prefix, suffix).in_unit(text, unit).into_iter();
            let remedy = |it: &Alike| {
                write(Some("exact"), exact, it.exact)
                    .or_else(|| write(Some("prefix"), prefix, it.prefix))
                    .or_else(|| write(Some("suffix"), suffix, it.suffix))
            };
            found.map(|alike| remedy(&alike)).collect()
        }
        Quote::Stretch(Stretch { from, to, .. }) => {
            let begins = Look::new(from, "", "").in_unit(text, unit);
            let ends = Look::new(to, "", "").in_unit(text, unit);
            let pairs = begins.iter().flat_map(|begin| {
                let after = ends.iter().filter(|end| end.exact.start >= begin.exact.end);
                after.map(|end| (begin.exact, end.exact))
            });
            let remedy = |(begin, end): (Span, Span)| {
                write(Some("from"), from, begin).or_else(|| write(Some("to"), to, end))
            };
            pairs.take(MAX_COMPARED).map(remedy).collect()
        }
    }
}
