//! Attributions by rules, for languages without a model: quoted stretches, the words of the
//! lexicon, and the order of words in the language.

use super::chain::PossibleCue;
use super::lexicon::{Class, Lexicon};
use super::tokens::{Quote, Text};
use super::types::Rule;
use std::ops::Range;

/// Minimum number of words of a quotation that counts without a cue.
const MIN_QUOTED: usize = 4;
/// Maximum number of tokens between a cue and the quotation that it introduces.
const NEAR: usize = 12;
/// Maximum number of tokens of a source.
const MAX_SOURCE: usize = 14;

/// An attribution as token ranges, each within one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The source.
    pub source: Vec<Range<usize>>,
    /// The cue.
    pub cue: Vec<Range<usize>>,
    /// The content.
    pub content: Vec<Range<usize>>,
    /// An estimate of the probability that it is right.
    pub confidence: f32,
    /// What found it.
    pub rule: Rule,
    /// The number of attributions that it is within.
    pub depth: usize,
    /// The position of the attribution whose content it is in.
    pub within: Option<usize>,
}

/// Returns the attributions that rules find, in text order.
pub fn attributions(text: &Text, lexicon: &Lexicon) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let sentence = text.sentence(at);
        at = sentence.end;
        Sentence { text, lexicon, range: sentence }.attributions(&mut found);
    }
    quotations(text, &mut found);
    found.sort_by_key(|it| it.content[0].start);
    found
}

/// Returns the words of the lexicon for what people say, with the words that then name the source. Other words of it
/// have too many other uses.
pub fn cues(text: &Text, lexicon: &Lexicon) -> Vec<PossibleCue> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let range = text.sentence(at);
        at = range.end;
        let sentence = Sentence { text, lexicon, range: range.clone() };
        found.extend(range.filter_map(|at| sentence.possible_cue(at)));
    }
    found
}

/// One sentence.
pub struct Sentence<'a> {
    /// The text.
    pub text: &'a Text,
    /// The lexicon of its language.
    pub lexicon: &'a Lexicon,
    /// The tokens of the sentence.
    pub range: Range<usize>,
}

impl Sentence<'_> {
    fn attributions(&self, found: &mut Vec<Found>) {
        let mut at = self.range.start;
        while at < self.range.end {
            let next = match self.cue_at(at) {
                Some((length, Class::Through)) => self.through(at..at + length),
                Some((length, class)) => self.said(at..at + length, class),
                None => None,
            };
            at = match next {
                Some(one) => {
                    let end = one.content.iter().chain(&one.cue).map(|it| it.end).max();
                    found.push(one);
                    end.unwrap_or(at).max(at + 1)
                }
                None => at + 1,
            };
        }
    }

    /// Returns the cue that begins at a token outside quotations.
    fn cue_at(&self, at: usize) -> Option<(usize, Class)> {
        use Class::{Act, Intend, Say, Show, Tell, Think, Through};
        if self.quote(at) != Quote::Outside {
            return None;
        }
        let rest = &self.text.tokens[at..self.range.end];
        let mut classes = self.lexicon.at(rest);
        classes.find(|(_, it)| matches!(it, Say | Tell | Think | Intend | Act | Show | Through))
    }

    /// Returns the cue that begins at a token, with its source.
    fn possible_cue(&self, at: usize) -> Option<PossibleCue> {
        let (length, class) = self.cue_at(at)?;
        let is_name = self.text.tokens[at].is_capital() && at > self.range.start;
        if !matches!(class, Class::Say | Class::Tell) || is_name {
            return None;
        }
        let cue = self.with_auxiliaries(at..at + length);
        let source = self.source_before(cue.start).or_else(|| self.source_after(cue.end));
        Some((cue, source))
    }

    /// Returns the attribution of "according to": its source follows, and the rest is the content.
    fn through(&self, cue: Range<usize>) -> Option<Found> {
        let ends = |at: &usize| self.is_mark(*at) || self.quote(*at) == Quote::Open;
        let source = cue.end..(cue.end..self.range.end).find(ends)?;
        let content = if cue.start <= self.range.start + 1 {
            self.trimmed(source.end..self.range.end)
        } else {
            self.trimmed(self.range.start..cue.start)
        };
        self.made(Some(source), cue, vec![content?], Rule::Through, 0.8)
    }

    /// Returns the attribution of a verb.
    fn said(&self, verb: Range<usize>, class: Class) -> Option<Found> {
        let cue = self.with_auxiliaries(verb.clone());
        let follows_cue = self.lexicon.has_phrase(&["source", "after", "cue"], Class::Order);
        let before = if follows_cue { None } else { self.source_before(cue.start) };
        let left = before.as_ref().map_or(cue.start, |source| source.start);
        let closes = left > self.range.start
            && (self.is_mark(left - 1) || self.quote(left - 1) == Quote::Close);
        let quoted = (cue.end..(cue.end + NEAR).min(self.range.end))
            .take_while(|at| !self.is_mark(*at) || matches!(self.word(*at), "," | ":" | "،"))
            .find(|at| self.quote(*at) == Quote::Open);
        let has_that =
            cue.end > verb.end && self.lexicon.is(&self.text.tokens[cue.end - 1], Class::That);
        let follows = self.range.end - cue.end <= NEAR && quoted.is_none();
        if closes && !has_that && (self.quote(left - 1) == Quote::Close || follows) {
            let content = self.quoted_before(left)?;
            let source = before.or_else(|| self.source_after(cue.end));
            return self.made(source, cue, vec![content], Rule::CueWord, 0.8);
        }
        let mut start = cue.end;
        let mut source = before;
        if source.is_none() || class == Class::Tell {
            let after = self.source_after(start)?;
            start = after.end;
            source = source.or(Some(after));
        }
        while start < self.range.end
            && (self.is_mark(start) || self.lexicon.is(&self.text.tokens[start], Class::That))
        {
            start += 1;
        }
        let content = match quoted {
            Some(open) if self.is_direct(class) => self.quotation_at(open),
            _ => self.trimmed(start..self.range.end),
        };
        let confidence = if has_that || quoted.is_some() { 0.7 } else { 0.5 };
        self.made(source, cue, vec![content?], Rule::CueWord, confidence)
    }

    /// Returns the source and the cue of a sentence that ends with a colon and introduces words.
    pub fn introduction(&self, colon: usize) -> Option<(Option<Range<usize>>, Range<usize>)> {
        let verb = (self.range.start..colon).rev().find_map(|at| {
            let (length, class) = self.cue_at(at)?;
            matches!(class, Class::Say | Class::Tell | Class::Show).then(|| at..at + length)
        })?;
        let cue = self.with_auxiliaries(verb);
        let source = self.source_before(cue.start).or_else(|| self.source_after(cue.end));
        Some((source, cue))
    }

    fn is_direct(&self, class: Class) -> bool {
        matches!(class, Class::Say | Class::Tell)
    }

    fn made(
        &self,
        source: Option<Range<usize>>,
        cue: Range<usize>,
        content: Vec<Range<usize>>,
        rule: Rule,
        confidence: f32,
    ) -> Option<Found> {
        let source: Vec<_> = source.into_iter().filter(|it| !it.is_empty()).collect();
        let has_words =
            content.iter().any(|it| self.text.tokens[it.clone()].iter().any(|it| it.is_word()));
        has_words.then_some(Found {
            source,
            cue: vec![cue],
            content,
            confidence,
            rule,
            depth: 0,
            within: None,
        })
    }

    /// Extends a verb over the auxiliaries before it and a "that" after it.
    fn with_auxiliaries(&self, verb: Range<usize>) -> Range<usize> {
        let is = |at: usize, class| {
            self.quote(at) == Quote::Outside && self.lexicon.is(&self.text.tokens[at], class)
        };
        let mut cue = verb;
        while cue.start > self.range.start && is(cue.start - 1, Class::Auxiliary) {
            cue.start -= 1;
        }
        if cue.end < self.range.end && is(cue.end, Class::That) {
            cue.end += 1;
        }
        cue
    }

    /// Returns the noun phrase that ends just before a token.
    fn source_before(&self, end: usize) -> Option<Range<usize>> {
        let mut start = end;
        while start > self.range.start && end - start < MAX_SOURCE && self.is_of_source(start - 1) {
            start -= 1;
        }
        if start < end {
            return Some(start..end);
        }
        // An apposition between two commas: "Anna Lund, the mayor, said".
        let comma =
            end.checked_sub(1).filter(|at| *at > self.range.start && self.word(*at) == ",")?;
        let open =
            (self.range.start..comma).rev().take(MAX_SOURCE).find(|at| self.word(*at) == ",")?;
        let name = self.source_before(open)?;
        self.text.tokens[name.start].is_capital().then_some(name.start..comma)
    }

    /// Returns the noun phrase that begins at a token.
    fn source_after(&self, start: usize) -> Option<Range<usize>> {
        let mut end = start;
        while end < self.range.end
            && end - start < MAX_SOURCE
            && self.is_of_source(end)
            && (end == start || !self.lexicon.is(&self.text.tokens[end], Class::Stop))
        {
            end += 1;
        }
        (end > start).then_some(start..end)
    }

    fn is_of_source(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let joins = token.is_word() || matches!(&*token.word, "'s" | "’s" | "-" | "’" | "'");
        joins
            && token.quote == Quote::Outside
            && !self.lexicon.is(token, Class::Boundary)
            && !self.lexicon.is(token, Class::That)
    }

    /// Returns the content that ends before a token: the quotation, or the rest of the sentence.
    fn quoted_before(&self, end: usize) -> Option<Range<usize>> {
        let mut start = self.range.start;
        if self.quote(end - 1) == Quote::Close {
            let unit = &self.text.units[self.text.tokens[end - 1].unit.index()];
            start = (unit.start..end).rev().find(|at| self.quote(*at) == Quote::Open)?;
        }
        let is_comma = self.quote(end - 1) == Quote::Outside && self.is_mark(end - 1);
        (start < end).then_some(start..if is_comma { end - 1 } else { end })
    }

    /// Returns the content that begins with a quotation.
    fn quotation_at(&self, open: usize) -> Option<Range<usize>> {
        let unit = &self.text.units[self.text.tokens[open].unit.index()];
        let close = (open + 1..unit.end).find(|at| self.quote(*at) == Quote::Close);
        let close = close.map_or(unit.end, |close| close + 1);
        let rest = self.trimmed(open..self.range.end).map_or(close, |it| it.end);
        Some(open..close.max(rest))
    }

    /// Returns a range without the punctuation at its ends.
    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = range;
        while start < end && self.is_mark(start) {
            start += 1;
        }
        while start < end && self.is_mark(end - 1) {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn is_mark(&self, at: usize) -> bool {
        matches!(self.word(at), "." | "," | ":" | ";" | "،" | "؛" | "؟" | "?" | "!" | "—" | "–")
    }

    fn word(&self, at: usize) -> &str {
        &self.text.tokens[at].word
    }

    fn quote(&self, at: usize) -> Quote {
        self.text.tokens[at].quote
    }
}

/// Adds the quotations that nothing attributes.
fn quotations(text: &Text, found: &mut Vec<Found>) {
    for unit in &text.units {
        let mut at = unit.start;
        while at < unit.end {
            if text.tokens[at].quote != Quote::Open {
                at += 1;
                continue;
            }
            let close = (at + 1..unit.end).find(|at| text.tokens[*at].quote == Quote::Close);
            let quotation = at..close.map_or(unit.end, |close| close + 1);
            at = quotation.end;
            let words = text.tokens[quotation.clone()].iter().filter(|it| it.is_word()).count();
            let is_used = |it: &Found| {
                it.content.iter().any(|own| own.start < quotation.end && quotation.start < own.end)
            };
            if words >= MIN_QUOTED && !found.iter().any(is_used) {
                let content = vec![quotation];
                let rule = Rule::Quotation;
                let (source, cue) = (Vec::new(), Vec::new());
                found.push(Found {
                    source,
                    cue,
                    content,
                    confidence: 0.5,
                    rule,
                    depth: 0,
                    within: None,
                });
            }
        }
    }
}
