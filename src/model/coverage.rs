//! How much of the text the annotation accounts for, in words.

use super::{Dossier, Span, UnitIx, words};

/// The words of one unit, each counted once, under the first heading that it falls under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitCoverage {
    /// All words.
    pub words: usize,
    /// In a statement's source, cue or content.
    pub statements: usize,
    /// Not in a statement, but evidence for one: how it came, how its source is named.
    pub evidence: usize,
    /// Background: no source is given for them.
    pub background: usize,
}

impl UnitCoverage {
    /// Words that the annotation says nothing of.
    pub fn uncovered(self) -> usize {
        self.words - self.statements - self.evidence - self.background
    }
}

/// The coverage of a dossier's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// By text unit.
    pub units: Vec<UnitCoverage>,
}

impl Coverage {
    /// Counts the words of a dossier's article.
    pub fn of(dossier: &Dossier) -> Self {
        let mut statements = Vec::new();
        let mut evidence = Vec::new();
        for s in &dossier.statements {
            statements.extend(s.source.words.iter().chain(&s.cue).chain(&s.content));
            evidence.extend(s.via.iter().flat_map(|hop| &hop.role.basis.evidence));
            evidence.extend(&s.identification.kind.basis.evidence);
            evidence.extend(&s.identification.condition);
            evidence.extend(&s.identification.reason);
            evidence.extend(&s.channel.basis.evidence);
            evidence.extend(s.said_on.iter().flat_map(|when| &when.words));
        }
        let background: Vec<Span> =
            dossier.background.iter().flat_map(|b| b.words.clone()).collect();
        let lists = [
            by_unit(dossier, statements),
            by_unit(dossier, evidence),
            by_unit(dossier, background),
        ];
        let units = (0..dossier.article.units.len()).map(|position| {
            let unit = UnitIx(u32::try_from(position).unwrap_or(u32::MAX));
            let mut coverage = UnitCoverage::default();
            for word in words(unit, dossier.article.unit(unit)) {
                coverage.words += 1;
                let under =
                    lists.iter().position(|list| list[position].iter().any(|s| word.is_in(*s)));
                match under {
                    Some(0) => coverage.statements += 1,
                    Some(1) => coverage.evidence += 1,
                    Some(_) => coverage.background += 1,
                    None => {}
                }
            }
            coverage
        });
        Self { units: units.collect() }
    }

    /// The sum over all units.
    pub fn total(&self) -> UnitCoverage {
        self.units.iter().fold(UnitCoverage::default(), |sum, unit| UnitCoverage {
            words: sum.words + unit.words,
            statements: sum.statements + unit.statements,
            evidence: sum.evidence + unit.evidence,
            background: sum.background + unit.background,
        })
    }
}

fn by_unit(dossier: &Dossier, spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut units = vec![Vec::new(); dossier.article.units.len()];
    for span in spans {
        units[span.unit.index()].push(span);
    }
    units
}
