//! Selections of words, as pure functions of the text.

use super::text::Text;
use crate::model::{Span, UnitIx, is_letter};

/// An end of a selection, in reading order, whatever the direction of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first word.
    Start,
    /// The last word.
    End,
}

/// How far an end of a selection moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By a word.
    Word,
    /// To the next comma, colon, dash or end of a sentence.
    Clause,
    /// To the next end of a sentence.
    Sentence,
    /// To the end of the paragraph.
    Paragraph,
}

impl Text {
    /// Returns the whole words that a range touches. `None` if it touches none.
    pub fn snap(&self, range: Span) -> Option<Span> {
        let unit = self.units().get(range.unit.index())?;
        let range = Span { end: range.end.min(unit.len()), ..range };
        if range.start >= range.end { None } else { self.quoting().whole_words(range) }
    }

    /// Returns the word at a code point, or the next one in its unit, without punctuation around it.
    pub fn word_at(&self, unit: UnitIx, at: u32) -> Option<Span> {
        let words = self.words(unit);
        let next = words.partition_point(|word| word.span.end <= at);
        let word = words.get(next).or_else(|| words.last())?;
        Some(self.bare(word.span))
    }

    /// Returns a word without punctuation around it. Quotation marks and pairs of brackets stay: they say
    /// what the words are.
    fn bare(&self, word: Span) -> Span {
        let chars: Vec<char> = self.slice(word).chars().collect();
        let letters = |c: &char| is_letter(*c);
        let (Some(first), Some(last)) =
            (chars.iter().position(letters), chars.iter().rposition(letters))
        else {
            return word;
        };
        let has_pair = chars[..first].contains(&'(') && chars[last..].contains(&')');
        let is_kept = |c: &char| is_mark(*c) || (has_pair && matches!(c, '(' | ')'));
        let from = chars[..first].iter().position(is_kept).unwrap_or(first);
        let to = last + 1 + chars[last + 1..].iter().rposition(is_kept).map_or(0, |at| at + 1);
        let number = |at: usize| word.start + u32::try_from(at).unwrap_or(0);
        let bare = Span { start: number(from), end: number(to), ..word };
        self.snap(bare).unwrap_or(word)
    }
}

impl Text {
    /// Returns the sentence at a code point, or the last one before it.
    pub fn sentence_at(&self, unit: UnitIx, at: u32) -> Option<Span> {
        let sentences = self.sentences(unit);
        let next = sentences.partition_point(|it| it.end <= at);
        sentences.get(next).or_else(|| sentences.last()).copied()
    }

    /// Returns the parts of the sentences of a unit between commas, colons and dashes, without punctuation
    /// around them.
    fn clauses(&self, unit: UnitIx) -> Vec<Span> {
        let sentences = self.sentences(unit);
        let mut clauses: Vec<Span> = Vec::new();
        let mut is_over = true;
        for word in self.words(unit) {
            let bare = self.bare(word.span);
            let starts =
                sentences.iter().any(|it| word.span.start <= it.start && it.start < word.span.end);
            match clauses.last_mut() {
                Some(clause) if !is_over && !starts => clause.end = bare.end,
                _ => clauses.push(bare),
            }
            let next = self.words(unit).iter().find(|it| it.span.start >= word.span.end);
            let end = next.map_or(word.span.end, |it| it.span.start);
            let after = Span { start: bare.end, end, ..bare };
            is_over = self.slice(after).contains([',', ';', ':', '–', '—', '،', '؛', '、', '，']);
        }
        clauses
    }

    /// Returns a paragraph without white space around it.
    pub fn paragraph(&self, unit: UnitIx) -> Option<Span> {
        let end = self.units().get(unit.index())?.len();
        self.snap(Span { unit, start: 0, end })
    }

    /// Moves an end of a selection outwards by a step. At the end of the paragraph, it stays.
    pub fn extend(&self, selection: Span, side: Side, step: Step) -> Span {
        let unit = selection.unit;
        let all: Vec<Span> = match step {
            Step::Word => self.words(unit).iter().map(|it| self.bare(it.span)).collect(),
            Step::Clause => self.clauses(unit),
            Step::Sentence => self.sentences(unit),
            Step::Paragraph => self.paragraph(unit).into_iter().collect(),
        };
        match side {
            Side::End => {
                let next = all.iter().map(|it| it.end).find(|end| *end > selection.end);
                Span { end: next.unwrap_or(selection.end), ..selection }
            }
            Side::Start => {
                let next = all.iter().rev().map(|it| it.start).find(|it| *it < selection.start);
                Span { start: next.unwrap_or(selection.start), ..selection }
            }
        }
    }

    /// Moves an end of a selection inwards by a step. At least one word stays.
    pub fn shrink(&self, selection: Span, side: Side, step: Step) -> Span {
        let unit = selection.unit;
        let all: Vec<Span> = match step {
            Step::Word => self.words(unit).iter().map(|it| self.bare(it.span)).collect(),
            Step::Clause => self.clauses(unit),
            Step::Sentence => self.sentences(unit),
            Step::Paragraph => Vec::new(),
        };
        match side {
            Side::End => {
                let next = all.iter().rev().map(|it| it.end).find(|it| *it < selection.end);
                let next = next.filter(|end| *end > selection.start);
                Span { end: next.unwrap_or(selection.end), ..selection }
            }
            Side::Start => {
                let next = all.iter().map(|it| it.start).find(|it| *it > selection.start);
                let next = next.filter(|start| *start < selection.end);
                Span { start: next.unwrap_or(selection.start), ..selection }
            }
        }
    }

    /// Returns the quotation at a code point, with its marks: one span for each paragraph through which
    /// it runs. Empty if there is none.
    pub fn quotation_at(&self, unit: UnitIx, at: u32) -> Vec<Span> {
        let of = |unit: u32| self.quotations().of(UnitIx(unit));
        let Some(here) = of(unit.0).iter().find(|it| it.start <= at && at < it.end) else {
            return Vec::new();
        };
        let mut parts = vec![*here];
        while let Some(before) = parts[0].unit.0.checked_sub(1)
            && let Some(last) = of(before).last()
            && self.runs_on(*last, parts[0])
        {
            parts.insert(0, *last);
        }
        while let Some(last) = parts.last().copied()
            && let Some(next) = of(last.unit.0 + 1).first()
            && self.runs_on(last, *next)
        {
            parts.push(*next);
        }
        parts
    }

    /// Returns true if a quotation has no closing mark at the end of its paragraph, and the next paragraph
    /// begins with another one.
    fn runs_on(&self, quotation: Span, next: Span) -> bool {
        let rest = |unit: UnitIx, start: u32, end: u32| {
            start >= end || !self.slice(Span { unit, start, end }).contains(is_letter)
        };
        let Some(unit) = self.units().get(quotation.unit.index()) else { return false };
        let is_closed = self.slice(quotation).trim_end().ends_with(|c: char| {
            matches!(c, '"' | '＂' | '”' | '“' | '»' | '«' | '’' | '‘' | '›' | '‹' | '」' | '』')
        });
        !is_closed
            && rest(quotation.unit, quotation.end, unit.len())
            && rest(next.unit, 0, next.start)
    }
}

/// Returns true for quotation marks.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '＂'
            | '”'
            | '“'
            | '„'
            | '»'
            | '«'
            | '’'
            | '‘'
            | '‚'
            | '›'
            | '‹'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}
