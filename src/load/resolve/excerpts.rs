//! What a published file says of a text that was cut.

use super::super::diagnostic::Problem;
use super::super::path::At;
use super::super::published::{Counted, Excerpts, Stretch};
use super::Context;
use crate::model::{Carried, Coverage, CutMap, Precomputed, Run, Show, Span, StatementIx, UnitIx};

/// No text that was loaded from a file is longer, in code points.
const MOST_OFFSET: u32 = u32::MAX / 2;

impl Context<'_, '_> {
    /// The stretches that are shown, and what is known of the whole text; told and `None` where it does not fit the text in the file.
    pub(super) fn cut(
        &mut self,
        excerpts: &Excerpts,
        show: Show,
    ) -> Option<(Vec<Span>, Precomputed)> {
        let root = At::ROOT;
        let at = root.field("excerpts");
        if show != Show::Excerpts {
            let message = "the text is shown in full, so there are no excerpts";
            self.report.add(&at, Problem::error("not-excerpts", message));
            return None;
        }
        let cut = self.read_cut(excerpts).filter(|(shown, _)| {
            let mut units = (0..).map(UnitIx).zip(&self.text.units);
            units.all(|(ix, unit)| CutMap::of_cut(ix, shown, unit).fits(unit))
        });
        if cut.is_none() {
            let message = "the excerpts are not those of the text in this file";
            let problem = Problem::error("excerpts-moved", message)
                .hint("publish the dossier anew from its source");
            self.report.add(&at, problem);
        }
        cut
    }

    fn read_cut(&self, excerpts: &Excerpts) -> Option<(Vec<Span>, Precomputed)> {
        let whole = |stretch: &Stretch| {
            let unit = self.text.unit(stretch.unit)?;
            let offset = |value: u64| u32::try_from(value).ok();
            let (start, end) = (offset(stretch.start)?, offset(stretch.end)?);
            (start < end && end <= MOST_OFFSET).then_some(Span { unit, start, end })
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
        let parted = |spans: &[Span], least: u32| {
            spans.windows(2).all(|pair| {
                let (a, b) = (pair[0], pair[1]);
                a.unit < b.unit || (a.unit == b.unit && a.end + least <= b.start)
            })
        };
        (!shown.is_empty() && parted(&shown, 1) && parted(&quoted, 0))
            .then_some((shown, Precomputed { quoted, coverage }))
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
