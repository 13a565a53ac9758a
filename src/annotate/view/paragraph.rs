//! Paragraphs: the text cut into runs that are marked alike, and the margin.

use super::{Marks, Paragraph, Run, SuggestionIx, Totals};
use crate::annotate::Text;
use crate::annotate::json::Key;
use crate::model::{Span, UnitIx};

/// Whose words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A statement.
    Statement(Key),
    /// A suggestion.
    Suggestion(SuggestionIx),
    /// Neither.
    Nobody,
}

/// Words of a unit with a mark.
pub type Marked = (Span, Marks, Owner);

/// What a paragraph is made of. The same input makes the same paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Input {
    /// The marks, in any order. Of several statements, the first owns the words.
    pub marked: Vec<Marked>,
    /// The statements in it.
    pub statements: Vec<(usize, Key)>,
    /// The suggestions in it.
    pub suggestions: Vec<(String, SuggestionIx)>,
    /// The problems in it.
    pub problems: Vec<usize>,
}

impl Input {
    /// Makes the paragraph of a unit.
    pub fn paragraph(&self, unit: UnitIx, text: &Text) -> Paragraph {
        let runs = runs(unit, text, &self.marked);
        Paragraph {
            unit,
            text: text.shared(unit),
            totals: totals(unit, text, &runs),
            runs,
            statements: self.statements.clone(),
            suggestions: self.suggestions.clone(),
            problems: self.problems.clone(),
        }
    }
}

/// Cuts a unit into runs, in one pass over the ends of all marks.
fn runs(unit: UnitIx, text: &Text, marked: &[Marked]) -> Vec<Run> {
    let Some(whole) = text.units().get(unit.index()) else { return Vec::new() };
    let mut ends: Vec<(u32, bool, usize)> = Vec::with_capacity(marked.len() * 2);
    for (at, (span, ..)) in marked.iter().enumerate().filter(|(_, (span, ..))| !span.is_empty()) {
        ends.push((span.start, true, at));
        ends.push((span.end.min(whole.len()), false, at));
    }
    ends.sort_unstable();
    let mut open: std::collections::BTreeSet<usize> = std::collections::BTreeSet::new();
    let mut counts = [0_u32; 32];
    let mut runs: Vec<Run> = Vec::new();
    let (mut from, mut from_byte) = (0, 0);
    let mut close = |runs: &mut Vec<Run>,
                     open: &std::collections::BTreeSet<usize>,
                     counts: &[u32; 32],
                     to: u32| {
        if to <= from {
            return;
        }
        let to_byte = whole.byte(to);
        let marks = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let marks = Marks(marks.map(|(bit, _)| 1 << bit).sum());
        let owner = |is_it: &dyn Fn(&Owner) -> bool| {
            let is_open = |at: &&usize| marked[**at].1.has(Marks::OPEN) && is_it(&marked[**at].2);
            let first = open.iter().find(|at| is_it(&marked[**at].2));
            open.iter().find(is_open).or(first).map(|at| marked[*at].2)
        };
        let statement = match owner(&|it| matches!(it, Owner::Statement(_))) {
            Some(Owner::Statement(key)) => Some(key),
            _ => None,
        };
        let suggestion = match owner(&|it| matches!(it, Owner::Suggestion(_))) {
            Some(Owner::Suggestion(ix)) => Some(ix),
            _ => None,
        };
        let same = |run: &Run| {
            (run.marks, run.statement, run.suggestion) == (marks, statement, suggestion)
        };
        match runs.last_mut() {
            Some(last) if same(last) => {
                (last.span.end, last.bytes.end) = (to, to_byte);
            }
            _ => runs.push(Run {
                span: Span { unit, start: from, end: to },
                bytes: from_byte..to_byte,
                marks,
                statement,
                suggestion,
            }),
        }
        (from, from_byte) = (to, to_byte);
    };
    for (at, begins, which) in ends {
        close(&mut runs, &open, &counts, at);
        let bits = marked[which].1.0;
        for (bit, count) in counts.iter_mut().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0)
        {
            let _ = bit;
            if begins { *count += 1 } else { *count = count.saturating_sub(1) }
        }
        if begins {
            open.insert(which);
        } else {
            open.remove(&which);
        }
    }
    close(&mut runs, &open, &counts, whole.len());
    runs
}

/// Counts the words of a unit.
fn totals(unit: UnitIx, text: &Text, runs: &[Run]) -> Totals {
    let mut totals = Totals::default();
    let mut at = 0;
    for word in text.words(unit) {
        while runs.get(at).is_some_and(|run| run.span.end <= word.anchor) {
            at += 1;
        }
        let marks = runs.get(at).map(|run| run.marks).unwrap_or_default();
        totals.words += 1;
        let is_accounted = marks.has(Marks::ACCOUNTED);
        totals.accounted += usize::from(is_accounted);
        totals.open += usize::from(!is_accounted);
        let suggested = Marks::SUGGESTED | Marks::SUGGESTED_CUE | Marks::SUGGESTED_SOURCE;
        totals.suggested += usize::from(!is_accounted && marks.has(suggested));
        totals.in_doubt += usize::from(is_accounted && marks.has(Marks::FIX | Marks::CHECK));
    }
    let told = Marks::CONTENT | Marks::SOURCE | Marks::CUE | Marks::BACKGROUND | Marks::TITLE;
    let is_used = |quotation: &Span| {
        let first = runs.partition_point(|run| run.span.end <= quotation.start);
        let within = runs[first..].iter().take_while(|run| run.span.start < quotation.end);
        within.into_iter().any(|run| run.marks.has(told))
    };
    let quotations = text.quotations().of(unit);
    totals.unused_quotations = quotations.iter().filter(|it| !is_used(it)).count();
    totals
}

impl Totals {
    /// Adds the numbers of a paragraph.
    pub(super) fn add(&mut self, other: Self) {
        self.words += other.words;
        self.accounted += other.accounted;
        self.suggested += other.suggested;
        self.open += other.open;
        self.in_doubt += other.in_doubt;
        self.unused_quotations += other.unused_quotations;
    }
}
