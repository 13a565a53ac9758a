//! The description of the whole text in a published dossier that contains only excerpts of it.

use crate::load::published::{Counted, Excerpts, Stretch};
use crate::model::{Article, Carried, Dossier, Run, Span, StatementIx};

/// Describes the whole text, or returns `None` if the dossier has all of it.
pub fn excerpts(dossier: &Dossier) -> Option<Excerpts> {
    let Article { shown, precomputed, .. } = &dossier.article;
    if !dossier.article.is_cut() {
        return None;
    }
    let stretches = |spans: &[Span]| spans.iter().copied().map(stretch).collect();
    Some(Excerpts {
        shown: stretches(shown),
        quoted: stretches(&precomputed.quoted),
        coverage: precomputed.coverage.runs.iter().map(|run| counted(dossier, run)).collect(),
    })
}

fn stretch(span: Span) -> Stretch {
    Stretch { unit: span.unit.0.into(), start: span.start.into(), end: span.end.into() }
}

fn counted(dossier: &Dossier, run: &Run) -> Counted {
    let id = |ix: StatementIx| Some(dossier.statement(ix).id.to_string());
    let (statement, evidence, background) = match run.carried {
        Carried::Statement(ix) => (id(ix), None, run.also),
        Carried::Evidence(ix) => (None, id(ix), None),
        Carried::Background(position) => (None, None, Some(position)),
        Carried::Nothing => (None, None, None),
    };
    let background = background.map(|position| position as u64);
    let at = stretch(run.span);
    Counted { at, words: run.words as u64, statement, evidence, background }
}
