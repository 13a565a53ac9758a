//! Computing coverage: which spans claim each word, in order of precedence.

use super::{Carried, Coverage, Dossier, Run, Span, UnitIx, words};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

impl Coverage {
    /// Computes the coverage of a dossier's article. For a cut article, returns the coverage of the
    /// whole text.
    pub fn of(dossier: &Dossier) -> Self {
        if dossier.article.is_precomputed() {
            return dossier.article.precomputed.coverage.clone();
        }
        let claims = claims(dossier);
        let mut runs: Vec<Run> = Vec::new();
        for (position, claims) in claims.iter().enumerate() {
            let unit = UnitIx(u32::try_from(position).unwrap_or(u32::MAX));
            let mut open = Open::new(claims);
            for word in words(unit, dossier.article.unit(unit)) {
                open.advance(word.anchor);
                let carried = open.first();
                let is_stated = matches!(carried, Carried::Statement(_));
                let also = is_stated.then(|| open.background()).flatten();
                let same =
                    |run: &Run| run.span.unit == unit && (run.carried, run.also) == (carried, also);
                match runs.last_mut() {
                    Some(run) if same(run) => {
                        run.span.end = word.span.end;
                        run.words += 1;
                    }
                    _ => runs.push(Run { span: word.span, words: 1, carried, also }),
                }
            }
        }
        Self { runs }
    }
}

/// The claims on the word at the current place, while a unit is read from start to end.
struct Open<'c> {
    /// The claims of the unit, in order of precedence.
    claims: &'c [(Span, Carried)],
    /// The positions of the claims that begin later, the next one last.
    later: Vec<usize>,
    /// The positions of the claims that have begun. Those that have ended are removed when they
    /// come first.
    begun: BinaryHeap<Reverse<usize>>,
    /// The same for claims as background.
    background: BinaryHeap<Reverse<usize>>,
    at: u32,
}

impl<'c> Open<'c> {
    fn new(claims: &'c [(Span, Carried)]) -> Self {
        let mut later: Vec<usize> = (0..claims.len()).collect();
        later.sort_by_key(|at| Reverse(claims[*at].0.start));
        let (begun, background) = Default::default();
        Self { claims, later, begun, background, at: 0 }
    }

    /// Moves to a code point, which must not be before the last one.
    fn advance(&mut self, to: u32) {
        self.at = to;
        while let Some(next) = self.later.pop_if(|next| self.claims[*next].0.start <= to) {
            self.begun.push(Reverse(next));
            if matches!(self.claims[next].1, Carried::Background(_)) {
                self.background.push(Reverse(next));
            }
        }
    }

    /// Returns the claim that comes first.
    fn first(&mut self) -> Carried {
        current(&mut self.begun, self.claims, self.at).unwrap_or(Carried::Nothing)
    }

    /// Returns the position of the first background with the word.
    fn background(&mut self) -> Option<usize> {
        match current(&mut self.background, self.claims, self.at) {
            Some(Carried::Background(position)) => Some(position),
            _ => None,
        }
    }
}

/// Returns the first claim that has not ended, and removes those before it.
fn current(
    begun: &mut BinaryHeap<Reverse<usize>>,
    claims: &[(Span, Carried)],
    at: u32,
) -> Option<Carried> {
    while let Some(Reverse(first)) = begun.peek() {
        let (span, carried) = claims[*first];
        if at < span.end {
            return Some(carried);
        }
        begun.pop();
    }
    None
}

/// Returns the claims on the words of each text unit, in order of precedence.
fn claims(dossier: &Dossier) -> Vec<Vec<(Span, Carried)>> {
    let mut units = vec![Vec::new(); dossier.article.units.len()];
    let mut claim = |span: &Span, carried| units[span.unit.index()].push((*span, carried));
    for (ix, s) in dossier.statements.iter().enumerate() {
        let words = s.source.words.iter().chain(&s.cue).chain(&s.content);
        words.for_each(|span| claim(span, Carried::Statement(ix.into())));
    }
    for (ix, s) in dossier.statements.iter().enumerate() {
        let naming = &s.identification;
        let words = (s.via.iter().flat_map(|hop| &hop.role.basis.evidence))
            .chain(&naming.kind.basis.evidence)
            .chain(&naming.condition)
            .chain(&naming.reason)
            .chain(&s.channel.basis.evidence)
            .chain(s.said_on.iter().flat_map(|when| &when.words));
        words.for_each(|span| claim(span, Carried::Evidence(ix.into())));
    }
    for (position, background) in dossier.background.iter().enumerate() {
        background.words.iter().for_each(|span| claim(span, Carried::Background(position)));
    }
    units
}
