//! The dates of a dossier in chronological order, each with its uses.

use super::{Dossier, FigureIx, StatementIx, When};
#[cfg(not(reader))]
use super::{pair_key, sorted_positions};
use serde::{Deserialize, Serialize};

/// The location of a date in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateRef {
    /// The date on which a statement was said.
    Said(StatementIx),
    /// A date that a statement mentions, by its position in the statement's dates.
    SpokenOf(StatementIx, u32),
    /// The period of a figure.
    Period(FigureIx),
}

/// A date in the article. Words with the same reading are one date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The first use.
    pub at: DateRef,
    /// All uses in article order: first `Said`, then `SpokenOf`, then `Period`.
    pub uses: Vec<DateRef>,
}

impl DateRef {
    /// Returns the statement to which the date belongs. `None` for a figure in the reporter's own
    /// voice.
    pub fn statement(self, dossier: &Dossier) -> Option<StatementIx> {
        match self {
            Self::Said(statement) | Self::SpokenOf(statement, _) => Some(statement),
            Self::Period(figure) => dossier.figure(figure).statement,
        }
    }
}

impl Dossier {
    /// Returns the date at a location.
    ///
    /// # Panics
    /// Panics if the location has no date. [`dates`] never returns such a location.
    pub fn when(&self, at: DateRef) -> &When {
        let found = match at {
            DateRef::Said(statement) => self.statement(statement).said_on.as_ref(),
            DateRef::SpokenOf(statement, position) => {
                self.statement(statement).dates.get(position as usize)
            }
            DateRef::Period(figure) => self.figure(figure).period.as_ref(),
        };
        found.expect("the location should have a date")
    }
}

/// Returns the dates of a dossier in chronological order: by the first day that a reading covers,
/// then by the last. An open end counts as equal to the other end. Unknown dates come last.
#[cfg(not(reader))]
pub fn dates(dossier: &Dossier) -> Vec<Dated> {
    let uses = uses(dossier);
    let sort_key = |at: &DateRef| {
        let when = dossier.when(*at);
        let (first, last) = (when.first.or(when.last), when.last.or(when.first));
        first.zip(last).map_or(u64::MAX, |(first, last)| pair_key(first.number(), last.number()))
    };
    let mut dates: Vec<Dated> = Vec::new();
    // Different readings can have the same key. `same_key` is the first date with the current key.
    let mut same_key = 0;
    let mut last_key = None;
    for position in sorted_positions(uses.iter().map(sort_key)) {
        let at = uses[position as usize];
        let current_key = Some(sort_key(&at));
        if last_key != current_key {
            (last_key, same_key) = (current_key, dates.len());
        }
        let reading = &dossier.when(at).edtf;
        match dates[same_key..].iter_mut().find(|date| dossier.when(date.at).edtf == *reading) {
            Some(date) => date.uses.push(at),
            None => dates.push(Dated { at, uses: vec![at] }),
        }
    }
    dates
}

#[cfg(not(reader))]
fn uses(dossier: &Dossier) -> Vec<DateRef> {
    let statements = || (0..dossier.statements.len()).map(StatementIx::from);
    let said = statements().filter(|ix| dossier.statement(*ix).said_on.is_some());
    let mentioned = statements().flat_map(|ix| {
        let dates = (0..).take(dossier.statement(ix).dates.len());
        dates.map(move |position| DateRef::SpokenOf(ix, position))
    });
    let figures = (0..dossier.figures.len()).map(FigureIx::from);
    let periods = figures.filter(|ix| dossier.figure(*ix).period.is_some()).map(DateRef::Period);
    said.map(DateRef::Said).chain(mentioned).chain(periods).collect()
}
