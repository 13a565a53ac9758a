//! Directness: how much of a statement is in quotation marks.

use super::{Article, Directness, Quotations, Span, Word, is_letter, words};
use std::cell::OnceCell;

/// The wording of a statement's content: how much of it is quoted, and which parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Direct, mixed or indirect.
    pub directness: Directness,
    /// Number of words of the content.
    pub words: usize,
    /// Number of words in quotation marks.
    pub quoted_words: usize,
    /// Length of the content in code points, with its spans joined.
    pub length: u32,
    /// The quoted parts, as code points `start..end` of the joined content.
    pub quoted: Vec<(u32, u32)>,
}

/// Derives the wording of statements. Each text unit is split into words once.
pub struct ContentReader<'a> {
    article: &'a Article,
    quotations: &'a Quotations,
    units: Vec<OnceCell<Vec<Word>>>,
}

impl<'a> ContentReader<'a> {
    /// Prepares to derive the wording of statements from the quotation marks of an article.
    pub fn new(article: &'a Article, quotations: &'a Quotations) -> Self {
        let mut units = Vec::new();
        units.resize_with(article.units.len(), OnceCell::new);
        Self { article, quotations, units }
    }

    /// Derives the wording of content from the quotation marks around its spans.
    ///
    /// Content is direct if every letter is in quotation marks, indirect if no word is, and mixed
    /// otherwise.
    pub fn of(&self, content: &[Span]) -> Wording {
        let mut wording = Wording {
            directness: Directness::Indirect,
            words: 0,
            quoted_words: 0,
            length: 0,
            quoted: Vec::new(),
        };
        let mut is_whole = true;
        for piece in content {
            let unit = &self.units[piece.unit.index()];
            let all = unit.get_or_init(|| words(piece.unit, self.article.unit(piece.unit)));
            // Only words that reach into the piece can belong to it or to its quoted parts.
            let first = all.partition_point(|word| word.span.end <= piece.start);
            let near = all[first..].iter().take_while(|word| word.span.start < piece.end);
            let marked: Vec<Span> = self.quotations.within(*piece).collect();
            for word in near {
                let next = marked.partition_point(|quoted| quoted.end <= word.span.start);
                let mut here = marked[next..].iter();
                let is_marked = here
                    .by_ref()
                    .take_while(|quoted| quoted.start < word.span.end)
                    .any(|quoted| is_quoted(*word, *quoted));
                wording.words += usize::from(word.is_in(*piece) || is_marked);
                wording.quoted_words += usize::from(is_marked);
            }
            let has_letters = |start: u32, end: u32| {
                self.article.text(Span { start, end: end.max(start), ..*piece }).contains(is_letter)
            };
            let mut from = piece.start;
            for quoted in &marked {
                is_whole &= !has_letters(from, quoted.start);
                from = from.max(quoted.end);
            }
            is_whole &= !has_letters(from, piece.end);
            for quoted in marked {
                let shift = |offset: u32| wording.length + offset - piece.start;
                wording.quoted.push((shift(quoted.start), shift(quoted.end)));
            }
            wording.length += piece.len();
        }
        wording.directness = match wording.quoted_words {
            0 => Directness::Indirect,
            _ if is_whole => Directness::Direct,
            _ => Directness::Mixed,
        };
        wording
    }
}

/// Derives the wording of one statement's content.
pub fn wording(article: &Article, quotations: &Quotations, content: &[Span]) -> Wording {
    ContentReader::new(article, quotations).of(content)
}

/// Returns true for a word that starts in the quotation, or inside which the quotation starts:
/// Arabic attaches "and", and French the article, to the word with the mark. A mark at the end of a
/// word does not start a quotation.
fn is_quoted(word: Word, quoted: Span) -> bool {
    word.is_in(quoted) || (word.anchor < quoted.start && quoted.start + 1 < word.span.end)
}
