//! A marked article, as training sees it.

use crate::suggest::chain::{Described, MIN_PART};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::tokens::Text;
use std::ops::Range;

/// An attribution that a person marked, as ranges of tokens, each within one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The source.
    pub source: Vec<Range<usize>>,
    /// The cue.
    pub cue: Vec<Range<usize>>,
    /// The content. Never empty.
    pub content: Vec<Range<usize>>,
}

impl Marked {
    /// Returns true if cue and content lie within some tokens, and are not all of them.
    fn is_within(&self, piece: &Range<usize>) -> bool {
        let all = || self.cue.iter().chain(&self.content);
        all().all(|it| piece.start <= it.start && it.end <= piece.end)
            && !self.content.contains(piece)
    }

    /// Returns the attribution as seen from a part of the text, without what is outside.
    fn moved(&self, start: usize, length: usize) -> Option<Self> {
        let moved = |ranges: &[Range<usize>]| {
            let inside = |it: &Range<usize>| {
                let end = it.end.saturating_sub(start).min(length);
                Some(it.start.saturating_sub(start)..end).filter(|it| it.start < it.end)
            };
            ranges.iter().filter_map(inside).collect::<Vec<_>>()
        };
        let content = moved(&self.content);
        let has_content = !content.is_empty();
        has_content.then(|| Self { source: moved(&self.source), cue: moved(&self.cue), content })
    }
}

/// A marked article.
pub struct Sample {
    /// Its tokens.
    pub text: Text,
    /// What the weights look at.
    pub described: Described,
    /// The attributions that are in no other.
    pub marked: Vec<Marked>,
    /// The contents of the attributions, as articles of their own.
    pub inner: Vec<Sample>,
    /// True for a content.
    pub is_inner: bool,
}

impl Sample {
    /// Describes a text with the attributions marked in it.
    pub fn new(text: Text, lexicon: &Lexicon, marked: &[Marked]) -> Self {
        let described = Described::of(&text, lexicon);
        let mut own: Vec<Marked> = Vec::new();
        let mut inner = Vec::new();
        for (at, it) in marked.iter().enumerate() {
            let is_inner = |piece: &Range<usize>| it.is_within(piece);
            let others = marked.iter().enumerate().filter(|(other, _)| *other != at);
            if others.flat_map(|(_, other)| &other.content).any(is_inner) {
                continue;
            }
            own.push(it.clone());
            for piece in &it.content {
                let (part, start) = text.part(piece.clone());
                if part.tokens.len() < MIN_PART {
                    continue;
                }
                let within = marked.iter().enumerate();
                let within = within.filter(|(other, own)| *other != at && own.is_within(piece));
                let moved: Vec<Marked> =
                    within.filter_map(|(_, own)| own.moved(start, part.tokens.len())).collect();
                inner.push(Self { is_inner: true, ..Self::new(part, lexicon, &moved) });
            }
        }
        Self { text, described, marked: own, inner, is_inner: false }
    }

    /// Returns the sample and all within it.
    pub fn all(&self) -> Vec<&Self> {
        let inner = self.inner.iter().flat_map(Self::all);
        std::iter::once(self).chain(inner).collect()
    }

    /// Returns the number of letters and digits of each token.
    pub fn words(&self) -> Vec<usize> {
        let count = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).count();
        self.text.tokens.iter().map(|token| count(&token.word)).collect()
    }
}
