//! Text units and spans. All conversion between code points and bytes happens here.

use super::{pair_key, sorted_positions};
use serde::{Deserialize, Serialize};

/// Position of a text unit in an article: 0 is the dateline, 1 the first paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitIx(pub u32);

impl UnitIx {
    /// The dateline.
    pub const DATELINE: Self = Self(0);

    /// Returns the position in a slice of units.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Returns the paragraph's number, counted from 1. `None` for the dateline.
    pub const fn paragraph(self) -> Option<u32> {
        if self.0 == 0 { None } else { Some(self.0) }
    }
}

/// A location in the text: code points `start..end` (0-based, half-open) of one text unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The text unit.
    pub unit: UnitIx,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// Returns the length in code points.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Returns true for a span without code points.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns true if both spans are in the same unit and share a code point.
    pub fn overlaps(self, other: Self) -> bool {
        self.unit == other.unit && self.start < other.end && other.start < self.end
    }

    /// Returns true if `other` lies entirely within this span.
    pub fn contains(self, other: Self) -> bool {
        self.unit == other.unit && self.start <= other.start && other.end <= self.end
    }
}

/// Returns true for letters of scripts that put no spaces between words: Han, kana, Thai, Lao,
/// Tibetan, Burmese and Khmer. Each is counted as a word.
pub const fn is_unspaced(c: char) -> bool {
    is_letter(c)
        && matches!(c,
            '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
            | '\u{3000}'..='\u{312F}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
            | '\u{20000}'..='\u{3FFFF}')
}

/// Returns true for vowels and tones of these scripts that are written on the letter before.
const fn is_on_letter(c: char) -> bool {
    matches!(c,
        '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{EB1}' | '\u{EB3}'..='\u{EBC}'
        | '\u{EC8}'..='\u{ECE}' | '\u{F71}'..='\u{F84}' | '\u{F8D}'..='\u{FBC}'
        | '\u{102B}'..='\u{103E}' | '\u{1056}'..='\u{1059}' | '\u{17B4}'..='\u{17D3}'
        | '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}')
}

/// Returns true if a letter of a script without spaces begins a word of its own.
pub(super) const fn is_word_alone(c: char) -> bool {
    is_unspaced(c) && !is_on_letter(c)
}

/// Returns true for letters and digits of any script. Used to count and cut words.
///
/// Outside ASCII, this excludes the blocks of punctuation, symbols, arrows and pictographs, and
/// accepts everything else. Unicode's own tables would add kilobytes to the app.
pub const fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !matches!(c,
        '\u{80}'..='\u{A9}' | '\u{AB}'..='\u{B4}' | '\u{B6}'..='\u{B9}' | '\u{BB}'..='\u{BF}'
        | '×' | '÷' | '\u{2B9}'..='\u{2DF}' | '\u{55A}'..='\u{55F}' | '\u{589}'..='\u{58F}'
        | '־' | '׳' | '״' | '\u{600}'..='\u{60F}' | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}'
        | '۔' | '।' | '॥' | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}'
        | '\u{2190}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{3030}' | '・' | '\u{FE10}'..='\u{FE6F}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}' | '\u{FFF0}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Sorts spans into reading order. Of two spans with the same start, the shorter comes first.
pub fn sort_spans(spans: &mut Vec<Span>) {
    // The second sort is stable, so spans of the same unit keep their order.
    let by_offset = sorted_positions(spans.iter().map(|span| pair_key(span.start, span.end)));
    *spans = by_offset.into_iter().map(|at| spans[at as usize]).collect();
    let by_unit = sorted_positions(spans.iter().map(|span| u64::from(span.unit.0)));
    *spans = by_unit.into_iter().map(|at| spans[at as usize]).collect();
}

/// Returns those of a statement's spans that overlap another. They are in reading order, without
/// overlaps.
pub fn near(spans: &[Span], span: Span) -> Vec<Span> {
    let first = spans.partition_point(|it| (it.unit, it.end) <= (span.unit, span.start));
    spans[first..].iter().take_while(|it| it.overlaps(span)).copied().collect()
}

/// One text unit: the dateline or a paragraph, unchanged.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Unit {
    text: Box<str>,
    /// Length in code points. Equal to the length in bytes exactly if the text is ASCII.
    len: u32,
    /// The byte offset of every 64th code point, so that a long text is not read from its start for
    /// each span. Empty in ASCII texts, and in the browser.
    #[serde(skip)]
    marks: Box<[u32]>,
}

/// Number of code points from one mark to the next.
const MARKED: u32 = 64;

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Unit {}

impl Unit {
    /// Wraps the text of one unit.
    pub fn new(text: &str) -> Self {
        let len = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let marks = match len as usize == text.len() {
            true => Box::default(),
            false => marks(text),
        };
        Self { text: text.into(), len, marks }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the length in code points.
    pub const fn len(&self) -> u32 {
        self.len
    }

    /// Returns true for a unit without text.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn is_ascii(&self) -> bool {
        self.len as usize == self.text.len()
    }

    /// Converts a code point offset to a byte offset, at most the length of the text.
    pub fn byte(&self, code_point: u32) -> usize {
        if self.is_ascii() {
            return (code_point as usize).min(self.text.len());
        }
        let (from, passed) = match self.marks.get((code_point / MARKED) as usize) {
            Some(byte) => (*byte as usize, code_point / MARKED * MARKED),
            None if self.marks.is_empty() => (0, 0),
            None => return self.text.len(),
        };
        let mut rest = self.text[from..].char_indices();
        rest.nth((code_point - passed) as usize).map_or(self.text.len(), |(byte, _)| from + byte)
    }

    /// Converts a byte offset on a character boundary to a code point offset.
    pub fn code_point(&self, byte: usize) -> u32 {
        if self.is_ascii() {
            return u32::try_from(byte).unwrap_or(u32::MAX);
        }
        let passed = self.marks.partition_point(|mark| *mark as usize <= byte).saturating_sub(1);
        let from = self.marks.get(passed).map_or(0, |mark| *mark as usize);
        let before = self.text.get(from..byte).unwrap_or(&self.text[from..]);
        let count = passed * MARKED as usize + before.chars().count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Returns the text of code points `start..end`.
    pub fn slice(&self, start: u32, end: u32) -> &str {
        let from = self.byte(start);
        let to = self.byte(end).max(from);
        self.text.get(from..to).unwrap_or_default()
    }
}

/// Returns the byte offset of every 64th code point, from the first.
#[cfg(not(reader))]
fn marks(text: &str) -> Box<[u32]> {
    let bytes = text.char_indices().step_by(MARKED as usize);
    bytes.map(|(byte, _)| u32::try_from(byte).unwrap_or(u32::MAX)).collect()
}

/// The browser reads texts of one article, for which it does not need them.
#[cfg(reader)]
fn marks(_: &str) -> Box<[u32]> {
    Box::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points_not_bytes() {
        let unit = Unit::new("a“é”🎈z");
        assert_eq!(unit.len(), 6);
        assert_eq!(unit.slice(1, 4), "“é”");
        assert_eq!(unit.slice(4, 5), "🎈");
        assert_eq!(unit.code_point(unit.byte(5)), 5);
        assert_eq!(unit.slice(6, 9), "");
    }

    #[test]
    fn offsets_in_long_texts_are_those_of_a_count_from_the_start() {
        let text: String = "a“é”🎈z ".repeat(40);
        let unit = Unit::new(&text);
        for (code_point, (byte, _)) in (0..).zip(text.char_indices()) {
            assert_eq!((unit.byte(code_point), unit.code_point(byte)), (byte, code_point));
        }
        let end = (unit.byte(unit.len()), unit.byte(unit.len() + 900), unit.code_point(text.len()));
        assert_eq!(end, (text.len(), text.len(), unit.len()));
    }

    #[test]
    fn accepts_letters_of_all_scripts_and_nothing_else() {
        for c in "aZ0éßªµΩяאبة٤हन์ガ漢字ᄀ".chars() {
            assert!(is_letter(c), "{c:?}");
        }
        for c in " .,-“”«»‘’…—،؛؟٪۔×÷€→★🎈、。！？".chars() {
            assert!(!is_letter(c), "{c:?}");
        }
    }

    #[test]
    fn spans_sort_into_reading_order_in_texts_of_any_size() {
        let span = |unit, start, end| Span { unit: UnitIx(unit), start, end };
        let sorted = [
            span(0, 7, 9),
            span(1, 2, 3),
            span(1, 2, 30_000_000),
            span(70_000, 0, 1),
            span(70_000, 20_000_000, 20_000_001),
            span(u32::MAX, 0, u32::MAX),
        ];
        let mut spans: Vec<Span> = sorted.iter().rev().copied().collect();
        sort_spans(&mut spans);
        assert_eq!(spans, sorted);
    }

    #[test]
    fn spans_of_other_units_never_overlap() {
        let a = Span { unit: UnitIx(1), start: 0, end: 5 };
        assert!(a.overlaps(Span { start: 4, end: 9, ..a }));
        assert!(!a.overlaps(Span { start: 5, end: 9, ..a }));
        assert!(!a.overlaps(Span { unit: UnitIx(2), ..a }));
        assert!(a.contains(Span { start: 1, end: 5, ..a }));
    }
}
