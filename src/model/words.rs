//! Splitting text into words for counting. A word is a sequence of characters between white space
//! that contains a letter or digit.
//!
//! Text in scripts without spaces is also split at the punctuation of these scripts. A Chinese
//! clause counts as one word, so word shares of such texts are rough.

use super::{Span, Unit, UnitIx, is_letter};

/// A word of a text unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The span from white space to white space, including punctuation.
    pub span: Span,
    /// The offset in code points of its first letter or digit, which decides the span that the word
    /// belongs to.
    pub anchor: u32,
}

/// Splits a unit into words.
pub fn words(unit: UnitIx, text: &Unit) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start: Option<u32> = None;
    let mut anchor: Option<u32> = None;
    for (at, c) in (0..).zip(text.as_str().chars().chain([' '])) {
        if c.is_whitespace() || separates_words(c) {
            if let (Some(start), Some(anchor)) = (start.take(), anchor.take()) {
                words.push(Word { span: Span { unit, start, end: at }, anchor });
            }
        } else {
            start.get_or_insert(at);
            if is_letter(c) {
                anchor.get_or_insert(at);
            }
        }
    }
    words
}

/// Returns true for punctuation of scripts without spaces (CJK Symbols, Fullwidth Forms), which
/// separates words.
fn separates_words(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}') && !is_letter(c)
}

/// Counts the words that belong to a span.
pub fn word_count(words: &[Word], span: Span) -> usize {
    words.iter().filter(|word| word.is_in(span)).count()
}

impl Word {
    /// Returns true if the word belongs to the span.
    pub fn is_in(self, span: Span) -> bool {
        self.span.unit == span.unit && span.start <= self.anchor && self.anchor < span.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_white_space() {
        let unit = Unit::new("He said \"strategic files\" — U.N.-monitored, 1,500.");
        let found: Vec<_> = words(UnitIx(1), &unit)
            .iter()
            .map(|w| unit.slice(w.span.start, w.span.end).to_owned())
            .collect();
        assert_eq!(found, ["He", "said", "\"strategic", "files\"", "U.N.-monitored,", "1,500."]);
    }

    #[test]
    fn splits_scripts_without_spaces_at_punctuation() {
        let unit = Unit::new("彼は「行く」と、人々に言った。");
        let found = words(UnitIx(0), &unit);
        let texts: Vec<&str> = found.iter().map(|w| unit.slice(w.span.start, w.span.end)).collect();
        assert_eq!(texts, ["彼は", "行く", "と", "人々に言った"]);
    }

    #[test]
    fn a_word_belongs_to_the_span_with_its_first_letter() {
        let unit = Unit::new("(one) two");
        let words = words(UnitIx(0), &unit);
        let span = |start, end| Span { unit: UnitIx(0), start, end };
        assert_eq!(word_count(&words, span(1, 4)), 1);
        assert_eq!(word_count(&words, span(2, 9)), 1);
        assert_eq!(word_count(&words, span(0, 9)), 2);
    }
}
