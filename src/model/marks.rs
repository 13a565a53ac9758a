//! The annotations in each text unit: statements, dates, figures and unattributed words.

#[cfg(not(reader))]
use super::GAP;
use super::{Cover, Dossier, FigureIx, Span, StatementIx, UnitIx, sorted_positions};
use serde::{Deserialize, Serialize};

/// What is marked in the text of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Marks {
    /// For each unit, the statements with words in it.
    statements: Vec<Vec<StatementIx>>,
    /// For each of the words for dates, the number of the date, counted from 1 for the earliest.
    dates: Vec<u32>,
    date_words: Cover,
    /// The words of each figure.
    figures: Cover,
    background: Cover,
}

#[cfg(not(reader))]
impl Marks {
    pub fn of(dossier: &Dossier) -> Self {
        let mut statements: Vec<Vec<StatementIx>> = vec![Vec::new(); dossier.article.units.len()];
        let length = |ix: u32| {
            let content = &dossier.statements[ix as usize].content;
            content.iter().map(|span| u64::from(span.len())).sum::<u64>()
        };
        let mut longest_first: Vec<u32> = (0..).take(dossier.statements.len()).collect();
        longest_first.sort_by_key(|ix| std::cmp::Reverse(length(*ix)));
        for ix in longest_first.into_iter().map(StatementIx) {
            let s = dossier.statement(ix);
            for span in s.source.words.iter().chain(&s.cue).chain(&s.content) {
                let here = &mut statements[span.unit.index()];
                if here.last() != Some(&ix) {
                    here.push(ix);
                }
            }
        }
        // A gap can hide other words as well, so it is not marked.
        let is_shown = |span: &&Span| dossier.article.text(**span) != GAP;
        let (mut dates, mut date_words) = (Vec::new(), Vec::new());
        for (number, date) in (1..).zip(dossier.dates()) {
            for at in &date.uses {
                for span in dossier.when(*at).words.iter().filter(is_shown) {
                    dates.push(number);
                    date_words.push(*span);
                }
            }
        }
        let background = dossier.background.iter().flat_map(|background| &background.words);
        Self {
            statements,
            dates,
            date_words: Cover::of(date_words),
            figures: Cover::of(dossier.figures.iter().map(|figure| figure.words).collect()),
            background: Cover::of(background.filter(is_shown).copied().collect()),
        }
    }
}

impl Dossier {
    /// Returns the statements with words in a text unit, longest content first, so that shorter
    /// ones nest in it.
    pub fn statements_in(&self, unit: UnitIx) -> &[StatementIx] {
        &self.marks().statements[unit.index()]
    }

    /// Returns the words for dates that overlap a span, each with the number of the date, counted
    /// from 1 for the earliest.
    pub fn date_words(&self, span: Span) -> Vec<(u32, Span)> {
        let marks = self.marks();
        let number = |(at, words): (u32, Span)| (marks.dates[at as usize], words);
        found(&marks.date_words, span).into_iter().map(number).collect()
    }

    /// Returns the figures whose number overlaps a span, with its words.
    pub fn figures_in(&self, span: Span) -> Vec<(FigureIx, Span)> {
        let figure = |(at, words): (u32, Span)| (FigureIx(at), words);
        found(&self.marks().figures, span).into_iter().map(figure).collect()
    }

    /// Returns the unattributed words that overlap a span.
    pub fn background_in(&self, span: Span) -> Vec<Span> {
        let mut words = Vec::new();
        self.marks().background.overlapping(span, &mut |other, _| words.push(other));
        words
    }
}

/// Returns the spans that overlap another, with their positions, in ascending order of position.
pub(super) fn found(words: &Cover, span: Span) -> Vec<(u32, Span)> {
    let mut found: Vec<(u32, Span)> = Vec::new();
    words.overlapping(span, &mut |words, at| found.push((at, words)));
    let order = sorted_positions(found.iter().map(|(at, _)| u64::from(*at)));
    order.into_iter().map(|at| found[at as usize]).collect()
}
