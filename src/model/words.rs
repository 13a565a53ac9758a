//! Words, for counting: what stands between white space and holds a letter or a digit.
//!
//! Scripts written without spaces count by their runs between white space and their own
//! punctuation, so a Chinese sentence counts as few words; shares of such a text are rough.

use super::{Span, Unit, UnitIx, is_letter};

/// A word of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// From white space to white space, punctuation included.
    pub span: Span,
    /// Its first letter or digit: the code point that decides which span the word belongs to.
    pub anchor: u32,
}

/// The words of a unit, in order.
pub fn words(unit: UnitIx, text: &Unit) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start: Option<u32> = None;
    let mut anchor: Option<u32> = None;
    for (at, c) in (0..).zip(text.as_str().chars().chain([' '])) {
        if c.is_whitespace() || parts_runs(c) {
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

/// Punctuation of scripts without spaces (CJK Symbols, Fullwidth Forms): it parts words by itself.
fn parts_runs(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}') && !is_letter(c)
}

/// How many words begin within a span of the unit's text.
pub fn word_count(words: &[Word], span: Span) -> usize {
    words.iter().filter(|word| word.is_in(span)).count()
}

impl Word {
    /// True when the word belongs to the span.
    pub fn is_in(self, span: Span) -> bool {
        self.span.unit == span.unit && span.start <= self.anchor && self.anchor < span.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_by_their_first_letter() {
        let unit = Unit::new("He said \"strategic files\" — U.N.-monitored, 1,500.");
        let found: Vec<_> = words(UnitIx(1), &unit)
            .iter()
            .map(|w| unit.slice(w.span.start, w.span.end).to_owned())
            .collect();
        assert_eq!(found, ["He", "said", "\"strategic", "files\"", "U.N.-monitored,", "1,500."]);
    }

    #[test]
    fn marks_part_the_runs_of_scripts_without_spaces() {
        let unit = Unit::new("彼は「行く」と、人々に言った。");
        let found = words(UnitIx(0), &unit);
        let texts: Vec<&str> = found.iter().map(|w| unit.slice(w.span.start, w.span.end)).collect();
        assert_eq!(texts, ["彼は", "行く", "と", "人々に言った"]);
    }

    #[test]
    fn a_word_belongs_where_its_first_letter_is() {
        let unit = Unit::new("(one) two");
        let words = words(UnitIx(0), &unit);
        let span = |start, end| Span { unit: UnitIx(0), start, end };
        assert_eq!(word_count(&words, span(1, 4)), 1);
        assert_eq!(word_count(&words, span(2, 9)), 1);
        assert_eq!(word_count(&words, span(0, 9)), 2);
    }
}
