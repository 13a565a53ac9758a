//! Directness: how much of a statement is in quotation marks.

use super::{Article, Directness, Quotations, Span, Word, is_letter, words};

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

/// Derives the wording of content from the quotation marks around its spans.
///
/// Content is direct if every letter is in quotation marks, indirect if no word is, and mixed
/// otherwise.
pub fn wording(article: &Article, quotations: &Quotations, content: &[Span]) -> Wording {
    let mut wording = Wording {
        directness: Directness::Indirect,
        words: 0,
        quoted_words: 0,
        length: 0,
        quoted: Vec::new(),
    };
    let mut is_whole = true;
    for piece in content {
        let in_unit = words(piece.unit, article.unit(piece.unit));
        let marked: Vec<Span> = quotations.within(*piece).collect();
        let is_marked = |word: &&Word| marked.iter().any(|quoted| is_quoted(**word, *quoted));
        wording.words += in_unit.iter().filter(|w| w.is_in(*piece) || is_marked(w)).count();
        wording.quoted_words += in_unit.iter().filter(is_marked).count();
        let mut from = piece.start;
        for quoted in &marked {
            is_whole &=
                !has_letters(article, Span { start: from, end: quoted.start.max(from), ..*piece });
            from = from.max(quoted.end);
        }
        is_whole &= !has_letters(article, Span { start: from, end: piece.end.max(from), ..*piece });
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

fn has_letters(article: &Article, span: Span) -> bool {
    article.text(span).contains(is_letter)
}

/// Returns true for a word that starts in the quotation, or inside which the quotation starts:
/// Arabic attaches "and", and French the article, to the word with the mark. A mark at the end of a
/// word does not start a quotation.
fn is_quoted(word: Word, quoted: Span) -> bool {
    word.is_in(quoted) || (word.anchor < quoted.start && quoted.start + 1 < word.span.end)
}
