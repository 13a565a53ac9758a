//! The parts of the text that some field of the dossier quotes, and the stretches that nothing
//! accounts for, which `check` lists.

use crate::load::cues::cues;
use crate::load::names::{Token, tokens};
use crate::model::{Carried, Coverage, Dossier, Run, Span, UnitIx};
use serde::Serialize;

/// The parts of each unit that fields quote.
pub struct Covered {
    units: Vec<Vec<Span>>,
}

/// Consecutive words of the article that nothing accounts for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// The paragraph, 1 for the first; 0 for the dateline.
    pub paragraph: u32,
    /// First code point, in the paragraph.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words.
    pub words: Box<str>,
}

impl Covered {
    /// Collects what the fields of a dossier quote.
    pub fn of(dossier: &Dossier) -> Self {
        Self::joined(dossier, dossier.quoted_spans().into_iter())
    }

    /// Collects the words of the statements, apart from their evidence, the background, and the
    /// quoted titles.
    pub fn by_statements_and_background(dossier: &Dossier) -> Self {
        let own = dossier.statements.iter().flat_map(|statement| {
            statement.source.own_words().iter().chain(&statement.cue).chain(&statement.content)
        });
        let background = dossier.background.iter().flat_map(|background| &background.words);
        let all = own.chain(background).chain(&dossier.article.quoted_titles);
        Self::joined(dossier, all.copied())
    }

    fn joined(dossier: &Dossier, spans: impl Iterator<Item = Span>) -> Self {
        let mut units = vec![Vec::new(); dossier.article.units.len()];
        for span in spans.filter(|span| !span.is_empty()) {
            units[span.unit.index()].push(span);
        }
        let joined = units.into_iter().map(|mut spans| {
            spans.sort();
            let mut joined: Vec<Span> = Vec::new();
            for span in spans {
                match joined.last_mut() {
                    Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                    _ => joined.push(span),
                }
            }
            joined
        });
        Self { units: joined.collect() }
    }

    /// Returns true if some field quotes a code point.
    pub fn contains(&self, unit: UnitIx, code_point: u32) -> bool {
        let spans = &self.units[unit.index()];
        let next = spans.partition_point(|span| span.end <= code_point);
        spans.get(next).is_some_and(|span| span.start <= code_point)
    }
}

/// Returns the words that nothing accounts for, in reading order: those that coverage counts as in
/// none. Leaves out stretches of articles, prepositions and the like alone, if the language has a
/// table.
pub fn stretches(dossier: &Dossier) -> Vec<Stretch> {
    let article = &dossier.article;
    if article.is_cut() {
        return Vec::new();
    }
    let cues = cues(&article.language);
    let says = |token: &Token| !cues.is_some_and(|cues| cues.is_function(&token.key));
    let is_left = |run: &Run| run.carried == Carried::Nothing;
    (Coverage::of(dossier).runs.into_iter().filter(is_left))
        .filter_map(|run| {
            let words = article.text(run.span);
            let found = tokens(words);
            found.iter().any(says).then_some(())?;
            let (first, last) = (found.first()?, found.last()?);
            let (start, end) = (run.span.start + first.start, run.span.start + last.end);
            let words = article.unit(run.span.unit).slice(start, end).into();
            Some(Stretch { paragraph: run.span.unit.0, start, end, words })
        })
        .collect()
}
