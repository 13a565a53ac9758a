//! How much of the text the annotation accounts for, in words.

use super::{Dossier, Span, StatementIx, UnitIx, words};
use serde::{Deserialize, Serialize};

/// What words count as. A word counts once, as the first of these that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carried {
    /// Source, cue or content of a statement: the first one that they stand in.
    Statement(StatementIx),
    /// Not in a statement, but evidence for one: how it came, how its source is named.
    Evidence(StatementIx),
    /// Background, by its position: no source is given for them.
    Background(usize),
    /// Nothing: the annotation says nothing of them.
    Nothing,
}

/// Words that stand together and count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// From the first word to the last.
    pub span: Span,
    /// How many words.
    pub words: usize,
    /// What they count as.
    pub carried: Carried,
    /// The background, by its position, that words of a statement are listed as too.
    pub also: Option<usize>,
}

/// How many words count as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// All words.
    pub words: usize,
    /// In a statement.
    pub statements: usize,
    /// Evidence for one.
    pub evidence: usize,
    /// Background.
    pub background: usize,
    /// Nothing.
    pub uncovered: usize,
    /// In a statement, and listed as background too: whose words they are is open.
    pub also_background: usize,
}

/// The coverage of a dossier's text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// The text's words in reading order.
    pub runs: Vec<Run>,
}

impl Coverage {
    /// Sorts the words of a dossier's article; of a cut one, as they were before.
    pub fn of(dossier: &Dossier) -> Self {
        if let Some(cut) = &dossier.article.cut {
            return cut.coverage.clone();
        }
        let claims = claims(dossier);
        let mut runs: Vec<Run> = Vec::new();
        for (position, claims) in claims.iter().enumerate() {
            let unit = UnitIx(u32::try_from(position).unwrap_or(u32::MAX));
            for word in words(unit, dossier.article.unit(unit)) {
                let own = || claims.iter().filter(|(span, _)| word.is_in(*span));
                let carried = own().next().map_or(Carried::Nothing, |(_, carried)| *carried);
                let is_said = matches!(carried, Carried::Statement(_));
                let also = own().skip(1).filter(|_| is_said).find_map(|(_, also)| match also {
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

    /// The sum over the whole text.
    pub fn total(&self) -> Total {
        let mut total = Total::default();
        for run in &self.runs {
            total.words += run.words;
            total.also_background += if run.also.is_some() { run.words } else { 0 };
            *match run.carried {
                Carried::Statement(_) => &mut total.statements,
                Carried::Evidence(_) => &mut total.evidence,
                Carried::Background(_) => &mut total.background,
                Carried::Nothing => &mut total.uncovered,
            } += run.words;
        }
        total
    }
}

/// By text unit: the spans that claim its words, the stronger claims first.
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
