//! Splitting text into words for counting. A word is a sequence of characters between white space
//! that contains a letter or digit.
//!
//! In scripts without spaces between words, such as Han, kana and Thai, each letter counts as a word.

use super::units::is_word_alone;
use super::{Span, Unit, UnitIx, is_letter, is_unspaced};

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
    let mut is_in_unspaced = false;
    let mut before = ' ';
    for (at, c) in (0..).zip(text.as_str().chars().chain([' '])) {
        let is_alone = is_word_alone(c);
        // A letter on the one before, as in Thai, is part of its word.
        let goes_on = is_alone || (is_unspaced(c) && !is_in_unspaced);
        // "है।वह": a sentence may begin without white space.
        let is_next = ends_sentence(before) && is_letter(c);
        before = c;
        if goes_on
            || is_next
            || c.is_whitespace()
            || separates_words(c)
            || (is_in_unspaced && !is_unspaced(c))
        {
            if let (Some(start), Some(anchor)) = (start.take(), anchor.take()) {
                words.push(Word { span: Span { unit, start, end: at }, anchor });
            }
            is_in_unspaced = is_unspaced(c);
        }
        if is_alone {
            (start, anchor) = (Some(at), Some(at));
        } else if !c.is_whitespace() && !separates_words(c) {
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

/// Returns true for marks that only end sentences, in scripts with spaces between words.
const fn ends_sentence(c: char) -> bool {
    matches!(c, '।' | '॥' | '۔' | '።' | '։' | '؟')
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
    fn each_letter_of_a_script_without_spaces_is_a_word() {
        let check = |text: &str, expected: &[&str]| {
            let unit = Unit::new(text);
            let found = words(UnitIx(0), &unit);
            let texts: Vec<&str> =
                found.iter().map(|w| unit.slice(w.span.start, w.span.end)).collect();
            assert_eq!(texts, expected);
        };
        check("ठीक है।वह आया।", &["ठीक", "है।", "वह", "आया।"]);
        check("ٹھیک ہے۔وہ آیا۔", &["ٹھیک", "ہے۔", "وہ", "آیا۔"]);
        check("彼は「行く」と、言った。", &["彼", "は", "行", "く", "と", "言", "っ", "た"]);
        check("NATOは5日 WHO表示", &["NATO", "は", "5", "日", "WHO", "表", "示"]);
        check("他说“不行”了 OK", &["他", "说", "不", "行", "了", "OK"]);
        check("น้ำดี ok", &["น้ำ", "ดี", "ok"]);
        check("ｶﾞｽ 가스", &["ｶﾞ", "ｽ", "가스"]);
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
