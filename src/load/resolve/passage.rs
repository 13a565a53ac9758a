//! The check that the source, cue and content of a statement are in its passage, or in paragraphs
//! that its content connects to the passage. Words from elsewhere may belong to another source.

use super::super::article_text::{Text, place};
use super::super::code::{Code, QuoteCode, StatementCode};
use super::super::escape::shown;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::selector::MAX_SEARCHED;
use super::super::wire;
use super::{Anchor, Context};
use crate::model::{Quotations, Span, Statement, Unit, UnitIx, is_letter};
use std::ops::RangeInclusive;

impl Context<'_, '_> {
    /// Reports words of a statement outside its passage, in a draft as something to do. Returns true if
    /// all words are inside.
    pub(super) fn check_passage(
        &mut self,
        statement: &Statement,
        is_draft: bool,
        at: &At<'_>,
    ) -> bool {
        let passage = statement.passage;
        if first_words(statement).1.is_none() {
            let message = format!("neither the cue nor the content is in {}", place(passage));
            let problem =
                Problem::error(StatementCode::OutsidePassage, message)
                    .hint("set \"passage\" to the paragraph that contains the statement")
                    .hint_if(statement.cue.first().map(|cue| {
                        format!("the cue {} is in {}", self.words(*cue), place(cue.unit))
                    }));
            self.report.add(&at.field("passage"), problem);
            return false;
        }
        // A text that was cut no longer contains what was around the words.
        if self.is_cut || own_words(statement).all(|span| span.unit == passage) {
            return true;
        }
        let connected = self.connected_paragraphs(statement);
        let introduced_in = self.introduced_in(statement);
        let is_inside = |unit: UnitIx| connected.contains(&unit) || introduced_in == Some(unit);
        let outside = |spans: &[Span]| spans.iter().copied().find(|span| !is_inside(span.unit));
        let source = if statement.source.shared_with.is_some() {
            None
        } else {
            outside(&statement.source.words)
        };
        let cue = outside(&statement.cue);
        let content = outside(&statement.content).filter(|_| introduced_in.is_none());
        if let Some(span) = content {
            let problem = self
                .outside_passage(span, passage)
                .or_to_do(is_draft)
                .hint(format!("should \"passage\" be {}?", span.unit.0))
                .hint_if(cue_unit(statement).filter(|unit| *unit < span.unit).map(|_| {
                    "if the cue introduces these words from further away, say how in a \"note\""
                        .to_owned()
                }));
            self.report.add(&at.field("content"), problem);
            return false;
        }
        if let Some(span) = cue {
            let hint = "quote the cue that belongs to this content";
            let problem = self.outside_passage(span, passage).or_to_do(is_draft).hint(hint);
            self.report.add(&at.field("cue"), problem);
        }
        if let Some(span) = source {
            let problem = self.outside_passage(span, passage).or_to_do(is_draft).hint(
                "quote the source next to the cue, and put fuller words from elsewhere in \
                 \"antecedent\"",
            );
            self.report.add(&at.field("source").field("words"), problem);
        }
        if cue.is_some() || source.is_some() {
            return false;
        }
        self.check_breaks(statement, &connected, at);
        true
    }

    /// Reports a statement that is not in article order, on which numbers and neighbours depend.
    pub(super) fn check_order(
        &mut self,
        statement: &Statement,
        before: Option<&Statement>,
        at: &At<'_>,
    ) {
        let Some(before) = before else { return };
        if first_words(statement) < first_words(before) {
            let message = format!(
                "{} comes before {} in the article",
                shown(statement.id.as_str()),
                shown(before.id.as_str())
            );
            let problem = Problem::error(StatementCode::Order, message)
                .hint("list the statements in article order");
            self.report.add(at, problem);
        }
    }

    /// Proposes another passage for the problems reported since there were `before`, if the statement's
    /// words are all in only one other paragraph.
    pub(super) fn propose_passage<Q: Anchor>(
        &mut self,
        wire: &wire::Statement<Q>,
        before: usize,
        at: &At<'_>,
    ) {
        let follows = |problem: &Problem, path: &str| match problem.code {
            Code::Quote(QuoteCode::NoSuchParagraph) => path.ends_with("].passage"),
            Code::Quote(QuoteCode::Ambiguous) | Code::Statement(StatementCode::OutsidePassage) => {
                true
            }
            _ => false,
        };
        if !self.has_text || !self.report.any_since(before, follows) {
            return;
        }
        let Some(unit) = right_passage(wire, self.text) else { return };
        let at = at.field("passage");
        let does = format!("sets \"passage\" to {}", unit.0);
        self.report.propose(before, follows, &at, &unit.0.into(), &does);
    }

    fn outside_passage(&self, span: Span, passage: UnitIx) -> Problem {
        let message = format!(
            "{} is in {}, but the statement is in {}",
            self.words(span),
            place(span.unit),
            place(passage)
        );
        Problem::error(StatementCode::OutsidePassage, message)
    }

    /// Returns the paragraph of a cue that introduces content further away, such as a list or a
    /// post. It ends in a colon, or a note says how the cue introduces the content.
    fn introduced_in(&self, statement: &Statement) -> Option<UnitIx> {
        let unit = cue_unit(statement)?;
        let follows = statement.content.iter().all(|span| span.unit >= unit);
        let is_noted = statement.note.is_some() || statement.source.note.is_some();
        let leads = is_noted || ends_in_colon(&self.text.units[unit.index()]);
        (follows && leads).then_some(unit)
    }

    /// Returns the paragraphs that may contain the statement's words: its passage, and those before
    /// and after that its content connects to it without a gap.
    fn connected_paragraphs(&self, statement: &Statement) -> RangeInclusive<UnitIx> {
        let has_words = |unit: UnitIx| own_words(statement).any(|span| span.unit == unit);
        let (mut first, mut last) = (statement.passage, statement.passage);
        while let Some(before) = first.0.checked_sub(1).map(UnitIx)
            && has_words(before)
            && self.break_after(before, statement).is_some()
        {
            first = before;
        }
        while has_words(UnitIx(last.0 + 1)) && self.break_after(last, statement).is_some() {
            last = UnitIx(last.0 + 1);
        }
        first..=last
    }

    /// Returns the way in which the content continues after a paragraph. `None` if other words are
    /// in between.
    fn break_after(&self, unit: UnitIx, statement: &Statement) -> Option<Break> {
        let text = &self.text.units[unit.index()];
        let next = self.text.units.get(unit.index() + 1)?;
        let next_ix = UnitIx(unit.0 + 1);
        let content = |of: UnitIx| statement.content.iter().filter(move |span| span.unit == of);
        let is_cue_before = statement.cue.iter().any(|cue| cue.unit == unit);
        if is_cue_before && content(next_ix).next().is_some() && ends_in_colon(text) {
            return Some(Break::Introduced);
        }
        let has_words = |text: &str| text.contains(is_letter);
        let mut edges = Vec::new();
        edges.extend(
            content(unit)
                .find(|span| !has_words(text.slice(span.end, text.len())))
                .and_then(|span| last_letter(text, *span).map(|letter| (unit, letter))),
        );
        edges.extend(
            content(next_ix)
                .find(|span| !has_words(next.slice(0, span.start)))
                .and_then(|span| first_letter(next, *span).map(|letter| (next_ix, letter))),
        );
        (!edges.is_empty()).then_some(Break::Continues(edges))
    }

    /// Warns if the content continues in another paragraph without a quotation or a colon: the
    /// words there may be another source's or in the reporter's own voice. A note silences the
    /// warning.
    fn check_breaks(
        &mut self,
        statement: &Statement,
        connected: &RangeInclusive<UnitIx>,
        at: &At<'_>,
    ) {
        if statement.note.is_some() || statement.source.note.is_some() {
            return;
        }
        let mut is_introduced = false;
        for unit in connected.start().0..connected.end().0 {
            let is_quoted = match self.break_after(UnitIx(unit), statement) {
                Some(Break::Continues(edges)) => self.is_quoted_across(unit, &edges),
                Some(Break::Introduced) => {
                    is_introduced = true;
                    true
                }
                None => true,
            };
            if !is_quoted && !is_introduced {
                let message = format!(
                    "the statement continues from {} into {}, but neither quotation marks nor a colon \
                     connect them",
                    place(UnitIx(unit)),
                    place(UnitIx(unit + 1))
                );
                let problem = Problem::warning(StatementCode::OverParagraphs, message)
                    .hint("check that all the words are this source's, and say why in a \"note\"");
                self.report.add(&at.field("content"), problem);
                return;
            }
        }
    }

    /// Returns true if one of these code points next to a paragraph break is inside a quotation.
    /// Whether a quotation continues shows only in the paragraph after it.
    fn is_quoted_across(&self, unit: u32, edges: &[(UnitIx, u32)]) -> bool {
        let first = UnitIx(unit).index();
        let last = (first + 3).min(self.text.units.len());
        let units = &self.text.units[first..last];
        let quotations = Quotations::find(units, &[], self.convention());
        edges.iter().any(|(of, letter)| quotations.contains(UnitIx(of.0 - unit), *letter))
    }
}

/// The way in which content continues across a paragraph break.
enum Break {
    /// The cue is in the first paragraph, which ends in a colon.
    Introduced,
    /// The content touches the break on one or both sides: a code point of a word on each side.
    Continues(Vec<(UnitIx, u32)>),
}

/// Returns the only text unit that has all words of a statement, unless it is the given passage.
fn right_passage<Q: Anchor>(wire: &wire::Statement<Q>, text: &Text) -> Option<UnitIx> {
    let given = text.unit(wire.passage?);
    let mut units: Option<Vec<UnitIx>> = None;
    let quotes = [&wire.content, &wire.cue, wire.source.words()];
    for quote in quotes.into_iter().flat_map(wire::Quotes::iter) {
        let found: Vec<UnitIx> = quote.occurrences(text).iter().map(|it| it.unit).collect();
        // Further places are not known.
        if found.len() >= MAX_SEARCHED {
            return None;
        }
        units = Some(match units {
            None => found,
            Some(units) => units.into_iter().filter(|unit| found.contains(unit)).collect(),
        });
    }
    let mut units = units?;
    units.dedup();
    let [unit] = *units else { return None };
    (Some(unit) != given && !wire.content.is_empty()).then_some(unit)
}

/// Returns the start of a statement: its passage, and its first cue or content there.
pub fn first_words(statement: &Statement) -> (UnitIx, Option<Span>) {
    let own = statement.cue.iter().chain(&statement.content).copied();
    (statement.passage, own.filter(|span| span.unit == statement.passage).min())
}

/// Returns the paragraph of the cue, if all of it is in one.
fn cue_unit(statement: &Statement) -> Option<UnitIx> {
    let unit = statement.cue.first()?.unit;
    statement.cue.iter().all(|span| span.unit == unit).then_some(unit)
}

/// Returns the words of a statement, without a source that it shares with another statement.
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

/// Returns the offset of the first letter or digit of a span, in code points of its unit.
fn first_letter(text: &Unit, span: Span) -> Option<u32> {
    let letters = text.slice(span.start, span.end).chars().zip(span.start..);
    letters.into_iter().find(|(c, _)| is_letter(*c)).map(|(_, at)| at)
}

/// Returns the offset of the last letter or digit of a span, in code points of its unit.
fn last_letter(text: &Unit, span: Span) -> Option<u32> {
    let letters = text.slice(span.start, span.end).chars().zip(span.start..);
    letters.into_iter().filter(|(c, _)| is_letter(*c)).last().map(|(_, at)| at)
}
