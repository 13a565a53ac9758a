//! Whether a statement's words stand together: its source, cue and content in its passage, or in
//! paragraphs that its content joins to it. Words from elsewhere would be somebody else's.

use super::super::anchor::place;
use super::super::diagnostic::Problem;
use super::super::nearest::shown;
use super::super::path::At;
use super::Context;
use crate::model::{Quotations, Span, Statement, Unit, UnitIx, is_letter};
use std::ops::RangeInclusive;

impl Context<'_, '_> {
    /// Tells words of a statement that stand apart from its passage; true where there are none.
    pub(super) fn check_passage(&mut self, statement: &Statement, at: &At<'_>) -> bool {
        let passage = statement.passage;
        if first_words(statement).1.is_none() {
            let message = format!("neither cue nor content stands in {}", place(passage));
            let problem = Problem::error("outside-passage", message)
                .hint("the passage is the paragraph that the statement stands in")
                .hint_if(statement.cue.first().map(|cue| {
                    format!("the cue, {}, stands in {}", self.words(*cue), place(cue.unit))
                }));
            self.report.add(&at.field("passage"), problem);
            return false;
        }
        // What stood around the words is gone from a text that was cut.
        if self.is_cut || own_words(statement).all(|span| span.unit == passage) {
            return true;
        }
        let reach = self.reach(statement);
        let apart = |spans: &[Span]| spans.iter().copied().find(|span| !reach.contains(&span.unit));
        let source = if statement.source.shared_with.is_some() {
            None
        } else {
            apart(&statement.source.words)
        };
        let (cue, content) = (apart(&statement.cue), apart(&statement.content));
        if let Some(span) = content {
            let problem = self.apart(span, passage).hint(format!(
                "the passage is the paragraph that the statement stands in: should it be {}?",
                span.unit.0
            ));
            self.report.add(&at.field("content"), problem);
            return false;
        }
        if let Some(span) = cue {
            let hint = "quote the words of saying that belong to this content";
            let problem = self.apart(span, passage).hint(hint);
            self.report.add(&at.field("cue"), problem);
        }
        if let Some(span) = source {
            let problem = self.apart(span, passage).hint(
                "quote the source as it stands beside the cue; fuller words from elsewhere are its \
                 \"antecedent\"",
            );
            self.report.add(&at.field("source").field("words"), problem);
        }
        if cue.is_some() || source.is_some() {
            return false;
        }
        self.look_at_breaks(statement, &reach, at);
        true
    }

    /// Statements stand in article order: their numbers and neighbours depend on it.
    pub(super) fn check_order(
        &mut self,
        statement: &Statement,
        before: Option<&Statement>,
        at: &At<'_>,
    ) {
        let Some(before) = before else { return };
        if first_words(statement) < first_words(before) {
            let message = format!(
                "{} stands before {} in the text",
                shown(statement.id.as_str()),
                shown(before.id.as_str())
            );
            let problem =
                Problem::error("order", message).hint("list the statements in article order");
            self.report.add(at, problem);
        }
    }

    fn apart(&self, span: Span, passage: UnitIx) -> Problem {
        let message = format!(
            "{} stands in {}, apart from the statement in {}",
            self.words(span),
            place(span.unit),
            place(passage)
        );
        Problem::error("outside-passage", message)
    }

    /// The paragraphs that the statement's words may stand in: its passage, and those before and after
    /// that its content joins to it without a gap.
    fn reach(&self, statement: &Statement) -> RangeInclusive<UnitIx> {
        let holds = |unit: UnitIx| own_words(statement).any(|span| span.unit == unit);
        let (mut first, mut last) = (statement.passage, statement.passage);
        while let Some(before) = first.0.checked_sub(1).map(UnitIx)
            && holds(before)
            && self.break_after(before, statement).is_some()
        {
            first = before;
        }
        while holds(UnitIx(last.0 + 1)) && self.break_after(last, statement).is_some() {
            last = UnitIx(last.0 + 1);
        }
        first..=last
    }

    /// How the content leads over the break after a paragraph; `None` where other words part it.
    fn break_after(&self, unit: UnitIx, statement: &Statement) -> Option<Break> {
        let text = &self.text.units[unit.index()];
        let next = self.text.units.get(unit.index() + 1)?;
        let next_ix = UnitIx(unit.0 + 1);
        let content = |of: UnitIx| statement.content.iter().filter(move |span| span.unit == of);
        let is_cue_before = statement.cue.iter().any(|cue| cue.unit == unit);
        if is_cue_before && content(next_ix).next().is_some() && ends_in_colon(text) {
            return Some(Break::Introduced);
        }
        let parted = |text: &str| text.contains(is_letter);
        let mut edges = Vec::new();
        edges.extend(
            content(unit)
                .find(|span| !parted(text.slice(span.end, text.len())))
                .and_then(|span| last_letter(text, *span).map(|letter| (unit, letter))),
        );
        edges.extend(
            content(next_ix)
                .find(|span| !parted(next.slice(0, span.start)))
                .and_then(|span| first_letter(next, *span).map(|letter| (next_ix, letter))),
        );
        (!edges.is_empty()).then_some(Break::RunsOn(edges))
    }

    /// Words that a quotation carries over a break, or that a colon announces, are the source's.
    /// Others may as well be the reporter's, or the next source's: a person should look, and say so.
    fn look_at_breaks(
        &mut self,
        statement: &Statement,
        reach: &RangeInclusive<UnitIx>,
        at: &At<'_>,
    ) {
        if statement.note.is_some() || statement.source.note.is_some() {
            return;
        }
        let mut is_introduced = false;
        for unit in reach.start().0..reach.end().0 {
            let is_quoted = match self.break_after(UnitIx(unit), statement) {
                Some(Break::RunsOn(edges)) => self.is_quoted_over(unit, &edges),
                Some(Break::Introduced) => {
                    is_introduced = true;
                    true
                }
                None => true,
            };
            if !is_quoted && !is_introduced {
                let message = format!(
                    "the statement's words stand in {} and in {}, and neither quotation marks nor a \
                     colon lead from one to the other",
                    place(UnitIx(unit)),
                    place(UnitIx(unit + 1))
                );
                let problem = Problem::warning("over-paragraphs", message).hint(
                    "look whether all of them are this source's; where they are, say why in a note",
                );
                self.report.add(&at.field("content"), problem);
                return;
            }
        }
    }

    /// True where a quotation holds one of these code points beside the break after a paragraph. Whether
    /// one runs on is seen in the paragraph behind it.
    fn is_quoted_over(&self, unit: u32, edges: &[(UnitIx, u32)]) -> bool {
        let first = UnitIx(unit).index();
        let last = (first + 3).min(self.text.units.len());
        let quotations = Quotations::find(&self.text.units[first..last], &[]);
        edges.iter().any(|(of, letter)| quotations.contains(UnitIx(of.0 - unit), *letter))
    }
}

/// How content leads over the break between two paragraphs.
enum Break {
    /// The first paragraph ends in a colon behind the cue.
    Introduced,
    /// The content reaches up to the break, on one side or on both: a code point of a word at each.
    RunsOn(Vec<(UnitIx, u32)>),
}

/// Where a statement begins: its passage, then its first word of cue or content.
pub fn first_words(statement: &Statement) -> (UnitIx, Option<Span>) {
    let own = statement.cue.iter().chain(&statement.content).copied();
    (statement.passage, own.filter(|span| span.unit == statement.passage).min())
}

/// The statement's own words. A source that it shares stands where the other statement has it.
fn own_words(statement: &Statement) -> impl Iterator<Item = Span> + '_ {
    let source = match statement.source.shared_with {
        Some(_) => [].as_slice(),
        None => statement.source.words.as_slice(),
    };
    source.iter().chain(&statement.cue).chain(&statement.content).copied()
}

fn ends_in_colon(text: &Unit) -> bool {
    text.as_str().trim_end().ends_with([':', '：', '︰'])
}

/// The first letter or digit of a span, as a code point of its unit.
fn first_letter(text: &Unit, span: Span) -> Option<u32> {
    let letters = text.slice(span.start, span.end).chars().zip(span.start..);
    letters.into_iter().find(|(c, _)| is_letter(*c)).map(|(_, at)| at)
}

/// The last letter or digit of a span, as a code point of its unit.
fn last_letter(text: &Unit, span: Span) -> Option<u32> {
    let letters = text.slice(span.start, span.end).chars().zip(span.start..);
    letters.into_iter().filter(|(c, _)| is_letter(*c)).last().map(|(_, at)| at)
}
