//! The annotations in each text unit: statements, dates, figures and unattributed words.

use super::Prepared;
use crate::model::{
    Cover, Dossier, FigureIx, GAP, Span, Statement, StatementIx, UnitIx, dates, sorted_positions,
};

/// The annotations in a text unit.
#[derive(Debug, Default)]
pub(super) struct UnitMarks {
    statements: Vec<StatementIx>,
    /// Spans of dates, each with the number of the date, counted from 1 for the earliest.
    dates: Vec<(usize, Span)>,
    date_words: Cover,
    figures: Vec<FigureIx>,
    figure_words: Cover,
    background: Cover,
}

impl UnitMarks {
    pub(super) fn of(dossier: &Dossier) -> Vec<Self> {
        let mut units: Vec<UnitMarks> = Vec::new();
        units.resize_with(dossier.article.units.len(), UnitMarks::default);
        let length = |s: &Statement| s.content.iter().map(|span| span.len()).sum::<u32>();
        let lengths = dossier.statements.iter().map(|s| u64::from(u32::MAX - length(s)));
        for position in sorted_positions(lengths) {
            let ix = StatementIx(position);
            let s = dossier.statement(ix);
            for span in s.source.words.iter().chain(&s.cue).chain(&s.content) {
                let here = &mut units[span.unit.index()].statements;
                if here.last() != Some(&ix) {
                    here.push(ix);
                }
            }
        }
        for (ix, figure) in dossier.figures.iter().enumerate() {
            units[figure.words.unit.index()].figures.push(ix.into());
        }
        // A gap can hide other words as well, so it is not marked.
        let is_shown = |span: &&Span| dossier.article.text(**span) != GAP;
        let background = dossier.background.iter().flat_map(|background| &background.words);
        let mut words = vec![Vec::new(); units.len()];
        for span in background.filter(is_shown) {
            words[span.unit.index()].push(*span);
        }
        for (number, date) in (1..).zip(dates(dossier)) {
            for at in date.uses {
                for span in dossier.when(at).words.iter().filter(is_shown) {
                    units[span.unit.index()].dates.push((number, *span));
                }
            }
        }
        for (unit, background) in units.iter_mut().zip(words) {
            let figures = unit.figures.iter().map(|ix| dossier.figure(*ix).words);
            unit.figure_words = Cover::of(figures.collect());
            unit.date_words = Cover::of(unit.dates.iter().map(|(_, span)| *span).collect());
            unit.background = Cover::of(background);
        }
        units
    }
}

impl Prepared {
    /// Returns the statements with words in a text unit, longest content first, so that shorter
    /// ones nest in it.
    pub fn statements_in(&self, unit: UnitIx) -> &[StatementIx] {
        &self.units()[unit.index()].statements
    }

    /// Returns the words for dates that overlap a span, each with the number of the date, counted
    /// from 1 for the earliest.
    pub fn date_words(&self, span: Span) -> Vec<(usize, Span)> {
        let here = &self.units()[span.unit.index()];
        found(&here.date_words, span).map(|at| here.dates[at]).collect()
    }

    /// Returns the figures whose number overlaps a span.
    pub fn figures_in(&self, span: Span) -> Vec<FigureIx> {
        let here = &self.units()[span.unit.index()];
        found(&here.figure_words, span).map(|at| here.figures[at]).collect()
    }

    /// Returns the unattributed words that overlap a span.
    pub fn background_in(&self, span: Span) -> Vec<Span> {
        let mut words = Vec::new();
        let here = &self.units()[span.unit.index()];
        here.background.overlapping(span, &mut |other, _| words.push(other));
        words
    }
}

/// Returns the positions of the spans that overlap another, in ascending order.
fn found(words: &Cover, span: Span) -> impl Iterator<Item = usize> {
    let mut found: Vec<u32> = Vec::new();
    words.overlapping(span, &mut |_, at| found.push(at));
    let order = sorted_positions(found.iter().map(|at| u64::from(*at)));
    order.into_iter().map(move |at| found[at as usize] as usize)
}
