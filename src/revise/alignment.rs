//! An edited text aligned with the old one, word by word.

use crate::load::visual_form;
use crate::model::{Span, Unit, UnitIx};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The token between two text units. No token of a text equals it, because white space is compared as one space.
const BREAK: &str = "\n\n";

/// Where the words of an old text are in a new one.
pub struct Alignment<'t> {
    old: Tokens<'t>,
    new: Tokens<'t>,
    /// For each old token: what became of it.
    fates: Vec<Fate>,
}

/// What became of a token.
#[derive(Debug, Clone)]
enum Fate {
    /// It is this token of the new text.
    Kept(usize),
    /// These tokens of the new text, perhaps none, are in its place.
    Replaced(Range<usize>),
}

/// A text as words, spaces and marks.
struct Tokens<'t> {
    tokens: Vec<&'t str>,
    /// What is compared of each token: texts that look the same are the same.
    keys: Vec<String>,
    /// The position of each token: code points from the start of the text, in which a break between units
    /// counts as one. One more entry is the end.
    starts: Vec<u32>,
    /// The position of each unit.
    units: Vec<u32>,
}

impl<'t> Alignment<'t> {
    /// Aligns two texts, given as their units: the dateline and the paragraphs.
    pub fn new(old: &'t [Unit], new: &'t [Unit]) -> Self {
        let (old_units, new_units) = (old, new);
        let (old, new) = (Tokens::of(old), Tokens::of(new));
        let mut fates = vec![Fate::Replaced(0..0); old.tokens.len()];
        for op in capture_diff_slices(Algorithm::Patience, &old.keys, &new.keys) {
            let (tag, from, to) = (op, op.old_range(), op.new_range());
            for (position, at) in from.enumerate() {
                fates[at] = match tag {
                    DiffOp::Equal { .. } => Fate::Kept(to.start + position),
                    _ => Fate::Replaced(to.clone()),
                };
            }
        }
        let mut alignment = Self { old, new, fates };
        alignment.find_moved_paragraphs(old_units, new_units);
        alignment
    }

    /// Finds paragraphs that are unchanged but in another order. An alignment in order misses them.
    fn find_moved_paragraphs(&mut self, old: &[Unit], new: &[Unit]) {
        let mut is_used = vec![false; new.len()];
        for fate in &self.fates {
            if let Fate::Kept(token) = fate {
                is_used[self.new.unit_at(self.new.starts[*token])] = true;
            }
        }
        for (unit, text) in old.iter().enumerate() {
            let tokens = self.old.tokens_of(unit);
            if self.fates[tokens.clone()].iter().any(|fate| matches!(fate, Fate::Kept(_))) {
                continue;
            }
            let same = (0..new.len()).find(|at| !is_used[*at] && new[*at] == *text);
            if let Some(same) = same {
                is_used[same] = true;
                let there = self.new.tokens_of(same);
                for (from, to) in tokens.zip(there) {
                    self.fates[from] = Fate::Kept(to);
                }
            }
        }
    }

    /// Returns where the words of a span are now, or what is in their place: one span for each unit. Empty
    /// if they are gone.
    pub fn place(&self, span: Span) -> Vec<Span> {
        let unit = self.old.units[span.unit.index()];
        let (start, end) = (self.start(unit + span.start), self.end(unit + span.end));
        if start >= end {
            return Vec::new();
        }
        (self.new.unit_at(start)..=self.new.unit_at(end - 1))
            .filter_map(|unit| {
                let first = self.new.units[unit];
                // The last position of a unit is the break after it.
                let last = self.new.units.get(unit + 1).map_or(self.new.len(), |next| next - 1);
                let (start, end) = (start.max(first), end.min(last));
                let unit = UnitIx(u32::try_from(unit).ok()?);
                (start < end).then(|| Span { unit, start: start - first, end: end - first })
            })
            .collect()
    }

    fn start(&self, at: u32) -> u32 {
        let token = self.old.token_at(at);
        match &self.fates[token] {
            Fate::Kept(kept) => self.within(token, *kept, at - self.old.starts[token]),
            Fate::Replaced(by) => self.new.starts[by.start],
        }
    }

    fn end(&self, at: u32) -> u32 {
        let token = self.old.token_at(at - 1);
        match &self.fates[token] {
            Fate::Kept(kept) => self.within(token, *kept, at - self.old.starts[token]),
            Fate::Replaced(by) => self.new.starts[by.end],
        }
    }

    /// Returns the position in a new token of an offset in the old one, which looks the same.
    fn within(&self, old: usize, new: usize, offset: u32) -> u32 {
        let start = self.new.starts[new];
        let (old, new) = (self.old.tokens[old], self.new.tokens[new]);
        if old == new || offset == 0 {
            return start + offset;
        }
        let ends = |text: &'t str| {
            text.char_indices().map(|(at, c)| at + c.len_utf8()).map(|end| &text[..end])
        };
        let before = ends(old).nth(offset as usize - 1).map_or(String::new(), visual_form);
        let is_whole = before == visual_form(old);
        let length = match ends(new).position(|end| visual_form(end) == before) {
            Some(position) if !is_whole => position + 1,
            _ => ends(new).count(),
        };
        start + u32::try_from(length).unwrap_or(u32::MAX)
    }
}

impl<'t> Tokens<'t> {
    fn of(text: &'t [Unit]) -> Self {
        let mut all =
            Self { tokens: Vec::new(), keys: Vec::new(), starts: Vec::new(), units: Vec::new() };
        let mut at = 0;
        for (position, unit) in text.iter().enumerate() {
            if position > 0 {
                all.push(BREAK, &mut at, 1);
            }
            all.units.push(at);
            for token in unit.as_str().split_word_bounds().flat_map(apart) {
                all.push(token, &mut at, u32::try_from(token.chars().count()).unwrap_or(u32::MAX));
            }
        }
        all.starts.push(at);
        all
    }

    fn push(&mut self, token: &'t str, at: &mut u32, length: u32) {
        self.tokens.push(token);
        self.keys.push(match token {
            BREAK => BREAK.to_owned(),
            _ if token.trim().is_empty() => " ".to_owned(),
            _ => visual_form(token),
        });
        self.starts.push(*at);
        *at += length;
    }

    fn len(&self) -> u32 {
        self.starts.last().copied().unwrap_or_default()
    }

    fn token_at(&self, at: u32) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn unit_at(&self, at: u32) -> usize {
        self.units.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn tokens_of(&self, unit: usize) -> Range<usize> {
        let end = self.units.get(unit + 1).map_or(self.len(), |next| next - 1);
        let token = |at: u32| self.starts.partition_point(|start| *start < at);
        token(self.units[unit])..token(end)
    }
}

/// Splits a word at narrow no-break spaces, which Unicode counts as part of a word.
fn apart(word: &str) -> impl Iterator<Item = &str> {
    let pieces = word.split_inclusive('\u{202f}').flat_map(|piece| {
        let text = piece.trim_end_matches('\u{202f}');
        [text, &piece[text.len()..]]
    });
    pieces.filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Aligns two texts and returns what is at the place of some words of the old one.
    fn placed(old: &[&str], new: &[&str], words: &str) -> Vec<(u32, String)> {
        let units = |text: &[&str]| text.iter().map(|unit| Unit::new(unit)).collect::<Vec<_>>();
        let (old, new) = (units(old), units(new));
        let unit = old.iter().position(|unit| unit.as_str().contains(words)).expect("the words");
        let before = old[unit].as_str().split(words).next().unwrap_or_default().chars().count();
        let start = u32::try_from(before).expect("short");
        let length = u32::try_from(words.chars().count()).expect("short");
        let unit = UnitIx(u32::try_from(unit).expect("few"));
        let span = Span { unit, start, end: start + length };
        let places = Alignment::new(&old, &new).place(span);
        let words = |at: &Span| new[at.unit.index()].slice(at.start, at.end).to_owned();
        places.iter().map(|at| (at.unit.0, words(at))).collect()
    }

    #[test]
    fn follows_words_into_an_edited_text() {
        let check = |new: &[&str], words: &str, expected: &[(u32, &str)]| {
            let old =
                ["Port", "Ada said the ship left.", "Bob denied it at noon.", "They met again."];
            let found = placed(&old, new, words);
            let found: Vec<_> = found.iter().map(|(unit, words)| (*unit, words.as_str())).collect();
            assert_eq!(found, expected, "{words} in {new:?}");
        };
        let (ada, bob, met) =
            ("Ada said the ship left.", "Bob denied it at noon.", "They met again.");
        check(&["Port", "New words.", ada, bob, met], "the ship left", &[(2, "the ship left")]);
        check(&["Port", bob, met], "the ship left", &[]);
        check(&["Port", bob, met], "denied it", &[(1, "denied it")]);
        let split = ["Port", "Ada said the", "ship left.", bob, met];
        check(&split, "the ship left", &[(1, "the"), (2, "ship left")]);
        check(&split, "denied it", &[(3, "denied it")]);
        let merged = ["Port", "Ada said the ship left. Bob denied it at noon.", met];
        check(&merged, "denied it", &[(1, "denied it")]);
        check(&["Port", "Ada said the boat left.", bob], "the ship left", &[(1, "the boat left")]);
        let narrow = ["Port", "Ada said the\u{202f}ship\u{202f}left."];
        check(&narrow, "the ship", &[(1, "the\u{202f}ship")]);
        check(&["Port", "Ada said the boat left.", bob], "ship", &[(1, "boat")]);
        check(&["Port", met, bob, ada], "the ship left", &[(3, "the ship left")]);
        check(&["Port", "Ada, a pilot, said the ship left.", bob], "said", &[(1, "said")]);
    }
}
