//! The dates of a dossier: each reading once, in the order of time, with all that uses it.

use super::{Dossier, FigureIx, StatementIx, When, in_order, key};

/// Where a date stands in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateRef {
    /// When a statement was said.
    Said(StatementIx),
    /// What a statement speaks of: the date at this position of its dates.
    SpokenOf(StatementIx, u32),
    /// The time that a figure covers.
    Period(FigureIx),
}

/// A date that the article gives, by its reading: words that are read alike are one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Where it stands first.
    pub at: DateRef,
    /// All places where it stands, in article order: when said, then what is spoken of, then periods.
    pub uses: Vec<DateRef>,
}

impl DateRef {
    /// The statement that the date belongs to.
    pub fn statement(self, dossier: &Dossier) -> StatementIx {
        match self {
            Self::Said(statement) | Self::SpokenOf(statement, _) => statement,
            Self::Period(figure) => dossier.figure(figure).statement,
        }
    }
}

impl Dossier {
    /// The date at a place.
    ///
    /// # Panics
    /// At a place without a date, which [`dates`] never gives.
    pub fn when(&self, at: DateRef) -> &When {
        let found = match at {
            DateRef::Said(statement) => self.statement(statement).said_on.as_ref(),
            DateRef::SpokenOf(statement, position) => {
                self.statement(statement).dates.get(position as usize)
            }
            DateRef::Period(figure) => self.figure(figure).period.as_ref(),
        };
        found.expect("a date stands where it is referred to")
    }
}

/// The dates of a dossier, earliest first: by the first day that a reading takes in, then by the
/// last. An open end counts as the other one; what is at no known time comes last.
pub fn dates(dossier: &Dossier) -> Vec<Dated> {
    let uses = uses(dossier);
    let place = |at: &DateRef| {
        let when = dossier.when(*at);
        let (first, last) = (when.first.or(when.last), when.last.or(when.first));
        first.zip(last).map_or(u64::MAX, |(first, last)| key(first.number(), last.number()))
    };
    let mut dates: Vec<Dated> = Vec::new();
    // Where the dates of one place in time begin: readings differ also within it.
    let mut near = 0;
    let mut before = None;
    for position in in_order(uses.iter().map(place)) {
        let at = uses[position as usize];
        let now = Some(place(&at));
        if before != now {
            (before, near) = (now, dates.len());
        }
        let reading = &dossier.when(at).edtf;
        match dates[near..].iter_mut().find(|date| dossier.when(date.at).edtf == *reading) {
            Some(date) => date.uses.push(at),
            None => dates.push(Dated { at, uses: vec![at] }),
        }
    }
    dates
}

fn uses(dossier: &Dossier) -> Vec<DateRef> {
    let statements = || (0..dossier.statements.len()).map(StatementIx::from);
    let said = statements().filter(|ix| dossier.statement(*ix).said_on.is_some());
    let spoken_of = statements().flat_map(|ix| {
        let dates = (0..).take(dossier.statement(ix).dates.len());
        dates.map(move |position| DateRef::SpokenOf(ix, position))
    });
    let figures = (0..dossier.figures.len()).map(FigureIx::from);
    let periods = figures.filter(|ix| dossier.figure(*ix).period.is_some()).map(DateRef::Period);
    said.map(DateRef::Said).chain(spoken_of).chain(periods).collect()
}
