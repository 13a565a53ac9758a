//! The excerpts in a published file whose article text was cut.

use super::super::code::QuoteCode;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::published::{Counted, Excerpts, Stretch};
use super::Context;
use crate::model::{Carried, Coverage, CutMap, Precomputed, Run, Show, Span, StatementIx, UnitIx};

/// Maximum offset in code points. The text of a file is always shorter.
const MAX_OFFSET: u32 = u32::MAX / 2;

const PUBLISH_AGAIN: &str = "publish the dossier again from its source";

impl Context<'_, '_> {
    /// Returns the spans that are shown, and what is derived from the whole text. Reports a problem
    /// if they do not match the text in the file.
    pub(super) fn cut(
        &mut self,
        excerpts: &Excerpts,
        show: Show,
    ) -> Option<(Vec<Span>, Precomputed)> {
        let root = At::ROOT;
        let at = root.field("excerpts");
        if show != Show::Excerpts {
            let message = "the whole text is shown, but the file lists excerpts";
            let problem = Problem::error(QuoteCode::NotExcerpts, message).hint(PUBLISH_AGAIN);
            self.report.add(&at, problem);
            return None;
        }
        let cut = self.read_cut(excerpts).filter(|(shown, _)| {
            let mut units = (0..).map(UnitIx).zip(&self.text.units);
            units.all(|(ix, unit)| CutMap::of_cut(ix, shown, unit).fits(unit))
        });
        if cut.is_none() {
            let message = "the excerpts do not match the text in this file";
            let problem = Problem::error(QuoteCode::ExcerptsMoved, message).hint(PUBLISH_AGAIN);
            self.report.add(&at, problem);
        }
        cut
    }

    fn read_cut(&self, excerpts: &Excerpts) -> Option<(Vec<Span>, Precomputed)> {
        let whole = |stretch: &Stretch| {
            let unit = self.text.unit(stretch.unit)?;
            let offset = |value: u64| u32::try_from(value).ok();
            let (start, end) = (offset(stretch.start)?, offset(stretch.end)?);
            (start < end && end <= MAX_OFFSET).then_some(Span { unit, start, end })
        };
        let here = |stretch: &Stretch| {
            let span = whole(stretch)?;
            (span.end <= self.text.units[span.unit.index()].len()).then_some(span)
        };
        let run = |counted: &Counted| self.run(counted, here(&counted.at)?);
        let shown: Option<Vec<Span>> = excerpts.shown.iter().map(whole).collect();
        let quoted: Option<Vec<Span>> = excerpts.quoted.iter().map(here).collect();
        let runs: Option<Vec<Run>> = excerpts.coverage.iter().map(run).collect();
        let (shown, quoted, coverage) = (shown?, quoted?, Coverage { runs: runs? });
        let are_separate = |spans: &[Span], gap: u32| {
            spans.windows(2).all(|pair| {
                let (a, b) = (pair[0], pair[1]);
                a.unit < b.unit || (a.unit == b.unit && a.end + gap <= b.start)
            })
        };
        (!shown.is_empty() && are_separate(&shown, 1) && are_separate(&quoted, 0))
            .then_some((shown, Precomputed { quoted, coverage, sentences: Vec::new() }))
    }

    fn run(&self, counted: &Counted, span: Span) -> Option<Run> {
        let statement = |id: &String| {
            self.statements.positions.get(id).map(|position| StatementIx::from(*position))
        };
        let position = |number: u64| usize::try_from(number).ok();
        let background = match counted.background {
            Some(number) => Some(position(number).filter(|at| *at < self.background)?),
            None => None,
        };
        let (carried, also) = match (&counted.statement, &counted.evidence, background) {
            (Some(id), None, also) => (Carried::Statement(statement(id)?), also),
            (None, Some(id), None) => (Carried::Evidence(statement(id)?), None),
            (None, None, Some(at)) => (Carried::Background(at), None),
            (None, None, None) => (Carried::Nothing, None),
            _ => return None,
        };
        Some(Run { span, words: position(counted.words)?, carried, also })
    }
}
