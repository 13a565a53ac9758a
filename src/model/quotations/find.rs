//! Finding the quotations of an article.
//!
//! - A quotation extends from an opening mark to its closing mark, including both. Marks nested in
//!   it belong to it. `marks` decides which marks open and close.
//! - A mark that is never closed opens nothing, unless the next paragraph opens with the same mark, or,
//!   as in Spanish, with the closing one. The quotation then continues there, following the
//!   typographic convention for quotations of several paragraphs.
//! - If no mark closes an opening one, the mark of another keyboard does: `“…"`.
//! - A closing mark without an opening mark is ignored.
//! - Quoted titles listed in the dossier are not speech, so the marks around them are ignored. An
//!   unpaired mark inside a title is not a quotation mark ("‘Abd al-Rahman").
//! - Straight single marks are apostrophes, unless the dossier declares that the article quotes with
//!   them (`single`).

use super::super::{Cover, Span, Unit, UnitIx, is_letter};
use super::Quotations;
use super::convention::Convention;
use super::marks::{Marks, NOT_A_MARK, is_mark, starts_words};
use super::scan::scan;
use super::single::curl;
use std::ops::Range;

impl Quotations {
    /// Finds the quotations of each unit.
    pub fn find(units: &[Unit], quoted_titles: &[Span], convention: Convention<'_>) -> Self {
        let (texts, marks) = texts(units, quoted_titles, convention);
        Self::new(scan_all(&marks, &texts, quoted_titles))
    }
}

/// Returns the positions of the titles with no quotation mark in or around them. Listing such a
/// title has no effect.
pub fn titles_without_marks(
    units: &[Unit],
    quoted_titles: &[Span],
    convention: Convention<'_>,
) -> Vec<usize> {
    let (texts, marks) = texts(units, &[], convention);
    let quoted = Quotations::new(scan_all(&marks, &texts, &[]));
    let is_idle = |title: &Span| {
        let within = &texts[title.unit.index()][range(*title)];
        quoted.within(*title).next().is_none() && !within.iter().any(|c| is_mark(*c))
    };
    (0..).zip(quoted_titles).filter(|(_, title)| is_idle(title)).map(|(at, _)| at).collect()
}

/// Returns the stretches in straight single marks that are quotations only if the article quotes
/// with such marks.
pub fn single_quotations(units: &[Unit], quoted_titles: &[Span], language: &str) -> Vec<Span> {
    let find = |single_quotes| {
        Quotations::find(units, quoted_titles, Convention { language, single_quotes })
    };
    let all = |quotations: Quotations| quotations.units.into_iter().flatten();
    let known = Cover::of(all(find(false)).collect());
    let is_new = |span: &Span| known.all_overlapping(*span, &mut |_, _| false);
    all(find(true)).filter(is_new).collect()
}

/// Returns the characters of each unit, with the unpaired marks inside titles replaced, and how their
/// marks are read.
fn texts(
    units: &[Unit],
    quoted_titles: &[Span],
    convention: Convention<'_>,
) -> (Vec<Vec<char>>, Marks) {
    let mut texts: Vec<Vec<char>> = units.iter().map(|u| u.as_str().chars().collect()).collect();
    if convention.single_quotes {
        texts.iter_mut().for_each(|text| curl(text));
    }
    let marks = Marks {
        closing_only: convention.closing_only(&texts),
        attaches_endings: convention.attaches_endings(),
    };
    for title in quoted_titles {
        let Some(text) = texts.get_mut(title.unit.index()) else { continue };
        let within = range(*title);
        let paired = scan(&marks, text, within.clone(), None);
        for at in within {
            let next = paired.partition_point(|stretch| stretch.end <= at);
            let is_paired = paired.get(next).is_some_and(|stretch| stretch.start <= at);
            if is_mark(text[at]) && !is_paired {
                text[at] = NOT_A_MARK;
            }
        }
    }
    reopen(&mut texts, &marks);
    (texts, marks)
}

/// Replaces a closing mark at the start of a paragraph, before words, with the mark that opened a
/// quotation that goes on from the paragraph before (*comillas de seguir*).
fn reopen(texts: &mut [Vec<char>], marks: &Marks) {
    for next in 1..texts.len() {
        let (before, after) = texts.split_at_mut(next);
        let (Some(text), Some(following)) = (before.last(), after.first_mut()) else { continue };
        let Some(first) = following.iter().position(|c| !c.is_whitespace()) else { continue };
        let opener = match following[first] {
            '»' => '«',
            '”' => '“',
            _ => continue,
        };
        // Whether the last quotation is closed makes no difference only if the next paragraph opens.
        let is_open = || {
            let last = |next| scan(marks, text, 0..text.len(), next).pop();
            let open = last(Some(opener));
            open.as_ref().is_some_and(|it| text[it.start] == opener) && open != last(None)
        };
        if starts_words(following, first + 1) && is_open() {
            following[first] = opener;
        }
    }
}

/// Returns the quotations of each unit, without those around a title.
fn scan_all(marks: &Marks, texts: &[Vec<char>], quoted_titles: &[Span]) -> Vec<Vec<Span>> {
    let opens_with = |text: &Vec<char>| {
        let first = text.iter().position(|c| !c.is_whitespace())?;
        marks.opens(text, first).then_some(text[first])
    };
    let offset = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
    let titles = Cover::of(quoted_titles.to_vec());
    let mut all = Vec::with_capacity(texts.len());
    for (position, text) in texts.iter().enumerate() {
        let unit = UnitIx(offset(position));
        let next = texts.get(position + 1).and_then(opens_with);
        let found = scan(marks, text, 0..text.len(), next).into_iter();
        let spans = found.map(|at| Span { unit, start: offset(at.start), end: offset(at.end) });
        let is_title = |span: &Span| {
            let mut is_title = false;
            titles.overlapping(*span, &mut |title, _| {
                is_title |= is_only_title(text, *span, title);
            });
            is_title
        };
        all.push(spans.filter(|span| !is_title(span)).collect());
    }
    all
}

/// Returns the positions of a span's characters in its unit.
const fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Returns true if the quotation contains only the title, apart from marks, spaces and punctuation.
fn is_only_title(text: &[char], quotation: Span, title: Span) -> bool {
    let beside = |from: u32, to: u32| &text[from as usize..to.max(from) as usize];
    quotation.overlaps(title)
        && !beside(quotation.start, title.start).iter().any(|c| is_letter(*c))
        && !beside(title.end, quotation.end).iter().any(|c| is_letter(*c))
}
