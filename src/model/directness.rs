//! How much of a statement stands in quotation marks.

use super::{Article, Directness, Quotations, Span, word_count, words};

/// The wording of a statement's content: what of it is quoted, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Direct, mixed or indirect.
    pub directness: Directness,
    /// How many words the content has.
    pub words: usize,
    /// How many of them stand in quotation marks.
    pub quoted_words: usize,
    /// The content's length in code points, its pieces joined.
    pub length: u32,
    /// The quoted stretches, as code points `start..end` of the joined content.
    pub quoted: Vec<(u32, u32)>,
}

/// Derives the wording of content from the quotation marks around its spans.
///
/// Direct: every word stands in quotation marks. Indirect: none does. Mixed: some do.
pub fn wording(article: &Article, quotations: &Quotations, content: &[Span]) -> Wording {
    let mut wording = Wording {
        directness: Directness::Indirect,
        words: 0,
        quoted_words: 0,
        length: 0,
        quoted: Vec::new(),
    };
    for piece in content {
        let in_unit = words(piece.unit, article.unit(piece.unit));
        wording.words += word_count(&in_unit, *piece);
        for quoted in quotations.within(*piece) {
            wording.quoted_words += word_count(&in_unit, quoted);
            let shift = |offset: u32| wording.length + offset - piece.start;
            wording.quoted.push((shift(quoted.start), shift(quoted.end)));
        }
        wording.length += piece.len();
    }
    wording.directness = match wording.quoted_words {
        0 => Directness::Indirect,
        all if all == wording.words => Directness::Direct,
        _ => Directness::Mixed,
    };
    wording
}
