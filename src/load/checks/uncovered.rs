//! The parts of the text that some field of the dossier quotes, and the rest.

use crate::load::cues::cues;
use crate::load::names::Tokens;
use crate::model::{Dossier, Span, UnitIx};
use serde::Serialize;

/// The parts of each unit that fields quote.
pub struct Covered {
    units: Vec<Vec<Span>>,
}

/// Words of the article that no field of the dossier quotes.
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

/// Returns the words that no field of a dossier quotes, in reading order. Articles, prepositions and
/// the like are left out where nothing else is missing, if the language has a table.
pub fn stretches(dossier: &Dossier) -> Vec<Stretch> {
    if dossier.article.is_cut() {
        return Vec::new();
    }
    let tokens = Tokens::of(&dossier.article.units);
    let cues = cues(&dossier.article.language);
    let covered = Covered::of(dossier);
    let mut found = Vec::new();
    for (unit, text) in (0..).map(UnitIx).zip(&dossier.article.units) {
        let mut run: Option<(u32, u32, bool)> = None;
        let mut runs = Vec::new();
        for token in tokens.unit(unit) {
            if covered.contains(unit, token.start) {
                runs.extend(run.take());
                continue;
            }
            let says = !cues.is_some_and(|cues| cues.is_function(&token.key));
            let (start, _, before) = run.unwrap_or((token.start, 0, false));
            run = Some((start, token.end, before || says));
        }
        runs.extend(run);
        for (start, end, _) in runs.into_iter().filter(|(_, _, says)| *says) {
            let words = text.slice(start, end).into();
            found.push(Stretch { paragraph: unit.0, start, end, words });
        }
    }
    found
}
