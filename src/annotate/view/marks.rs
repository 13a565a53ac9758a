//! How the words of a paragraph are marked, and how many of them are accounted for.

use super::SuggestionIx;
use crate::annotate::json::Key;
use crate::model::Span;
use std::ops::{BitOr, BitOrAssign, Range};

/// Words of a paragraph that are marked alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, in code points.
    pub span: Span,
    /// The same in bytes of the paragraph's text.
    pub bytes: Range<usize>,
    /// How they are marked.
    pub marks: Marks,
    /// The statement that they belong to: the open one, or the first.
    pub statement: Option<Key>,
    /// The open suggestion that they belong to.
    pub suggestion: Option<SuggestionIx>,
}

/// How words are marked: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Marks(pub u32);

impl Marks {
    /// In quotation marks.
    pub const QUOTED: Self = Self(1);
    /// Words that a statement reports.
    pub const CONTENT: Self = Self(1 << 1);
    /// Words that name a source.
    pub const SOURCE: Self = Self(1 << 2);
    /// An attributing verb.
    pub const CUE: Self = Self(1 << 3);
    /// Evidence for a statement.
    pub const EVIDENCE: Self = Self(1 << 4);
    /// The reporter's own words.
    pub const BACKGROUND: Self = Self(1 << 5);
    /// Words that may be the reporter's or the source's.
    pub const UNCLEAR: Self = Self(1 << 6);
    /// A number.
    pub const FIGURE: Self = Self(1 << 7);
    /// A date.
    pub const DATE: Self = Self(1 << 8);
    /// Content of a suggestion.
    pub const SUGGESTED: Self = Self(1 << 9);
    /// The source of a suggestion.
    pub const SUGGESTED_SOURCE: Self = Self(1 << 10);
    /// The verb of a suggestion.
    pub const SUGGESTED_CUE: Self = Self(1 << 11);
    /// Words of the statement or suggestion that is open.
    pub const OPEN: Self = Self(1 << 12);
    /// Words that a problem to fix concerns.
    pub const FIX: Self = Self(1 << 13);
    /// Words that a problem to check concerns.
    pub const CHECK: Self = Self(1 << 14);
    /// The source is not named.
    pub const UNNAMED: Self = Self(1 << 15);
    /// A title or name in quotation marks.
    pub const TITLE: Self = Self(1 << 16);
    /// What makes words accounted for.
    pub const ACCOUNTED: Self = Self(
        Self::CONTENT.0 | Self::SOURCE.0 | Self::CUE.0 | Self::EVIDENCE.0 | Self::BACKGROUND.0,
    );

    /// Returns true if the sets have a mark in common.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Marks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Numbers of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// All words.
    pub words: usize,
    /// Words of statements, evidence for them, and background.
    pub accounted: usize,
    /// Further words of open suggestions.
    pub suggested: usize,
    /// Words that nothing accounts for, suggested ones included.
    pub open: usize,
    /// Accounted words that a problem concerns.
    pub in_doubt: usize,
    /// Quotations of which no word is accounted for.
    pub unused_quotations: usize,
}
