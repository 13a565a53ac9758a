//! Computing coverage: which spans claim each word, in order of precedence.

use super::{Carried, Coverage, Dossier, Run, Span, UnitIx, words};

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
            for word in words(unit, dossier.article.unit(unit)) {
                let own = || claims.iter().filter(|(span, _)| word.is_in(*span));
                let carried = own().next().map_or(Carried::Nothing, |(_, carried)| *carried);
                let is_stated = matches!(carried, Carried::Statement(_));
                let also = own().skip(1).filter(|_| is_stated).find_map(|(_, also)| match also {
                    Carried::Background(position) => Some(*position),
                    _ => None,
                });
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
