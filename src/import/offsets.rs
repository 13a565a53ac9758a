//! Offsets: what a tool counted, detected by the words that it says are there.

use super::document::Piece;

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode code points, as Python counts.
    CodePoints,
    /// Code units of UTF-16, as Java and JavaScript count.
    Utf16,
    /// Bytes of UTF-8.
    Bytes,
}

impl OffsetUnit {
    /// All units.
    pub const ALL: [Self; 3] = [Self::CodePoints, Self::Utf16, Self::Bytes];

    /// Returns the name, for options and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CodePoints => "code-points",
            Self::Utf16 => "utf-16",
            Self::Bytes => "bytes",
        }
    }
}

/// Converts the offsets of a text to bytes.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// What the offsets count.
    pub unit: OffsetUnit,
    /// What the offsets of the format usually count.
    usual: OffsetUnit,
    /// True if a line break of two characters counts as one.
    pub joins_line_breaks: bool,
    /// The byte of each offset. `None` inside a character.
    bytes: Vec<Option<usize>>,
}

/// A span as a file gives it: offsets, and the words there if the file repeats them.
pub type Marked<'m> = (&'m [(usize, usize)], Option<&'m str>);

impl<'t> Offsets<'t> {
    /// Detects what offsets count: the way in which the most words are at their offsets. If several
    /// ways do equally well, the usual one of the format is taken.
    pub fn detect<'m>(
        text: &'t str,
        marked: impl Iterator<Item = Marked<'m>> + Clone,
        usual: OffsetUnit,
    ) -> Self {
        let mut best = Self::new(text, usual, false);
        if text.is_ascii() && !text.contains("\r\n") {
            return best;
        }
        let mut most = best.score(marked.clone());
        let breaks: &[bool] = if text.contains("\r\n") { &[false, true] } else { &[false] };
        for (unit, joins) in
            OffsetUnit::ALL.into_iter().flat_map(|u| breaks.iter().map(move |b| (u, *b)))
        {
            let other = Self::new(text, unit, joins);
            let other = Self { usual, ..other };
            let score = other.score(marked.clone());
            if score > most {
                (best, most) = (other, score);
            }
        }
        best
    }

    /// Makes the conversion for a unit.
    pub fn new(text: &'t str, unit: OffsetUnit, joins_line_breaks: bool) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + 1);
        let mut left = text.char_indices().peekable();
        while let Some((at, c)) = left.next() {
            bytes.push(Some(at));
            let is_break = c == '\r' && left.peek().is_some_and(|(_, next)| *next == '\n');
            if joins_line_breaks && is_break {
                left.next();
            }
            let further = match unit {
                OffsetUnit::CodePoints => 0,
                OffsetUnit::Utf16 => c.len_utf16() - 1,
                OffsetUnit::Bytes => c.len_utf8() - 1,
            };
            bytes.extend(std::iter::repeat_n(None, further));
        }
        bytes.push(Some(text.len()));
        Self { text, unit, usual: unit, joins_line_breaks, bytes }
    }

    /// Converts offsets to bytes. `None` if they are outside the text, empty or inside a character.
    pub fn piece(&self, start: usize, end: usize) -> Option<Piece> {
        let byte = |offset: usize| self.bytes.get(offset).copied().flatten();
        let (start, end) = (byte(start)?, byte(end)?);
        (start < end).then_some(start..end)
    }

    /// Converts all pieces of a span.
    pub fn pieces(&self, offsets: &[(usize, usize)]) -> Option<Vec<Piece>> {
        offsets.iter().map(|(start, end)| self.piece(*start, *end)).collect()
    }

    /// Returns true if the words are those at the pieces. White space may differ, because tools write
    /// line breaks as spaces, and pieces with a space between them.
    pub fn fits(&self, pieces: &[Piece], words: &str) -> bool {
        let found = pieces.iter().flat_map(|piece| self.text[piece.clone()].split_whitespace());
        let squeezed = |words: String| words.replace([' ', '\u{fffd}'], "");
        let found = squeezed(found.collect());
        found == squeezed(words.split_whitespace().collect())
    }

    /// Returns a sentence about what offsets count. `None` if it is what the format usually counts.
    pub fn conclusion(&self) -> Option<String> {
        if self.unit == self.usual && !self.joins_line_breaks {
            return None;
        }
        let unit = match self.unit {
            OffsetUnit::CodePoints => "Unicode code points",
            OffsetUnit::Utf16 => "code units of UTF-16",
            OffsetUnit::Bytes => "bytes of UTF-8",
        };
        let breaks = if self.joins_line_breaks { ", and a line break as one" } else { "" };
        Some(format!("offsets count {unit}{breaks}"))
    }

    /// Counts the spans whose words are at their offsets or, without words, that begin and end with
    /// whole words.
    fn score<'m>(&self, marked: impl Iterator<Item = Marked<'m>>) -> usize {
        let is_whole = |piece: &Piece| {
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let is_cut = |at: usize| {
                let (before, after) = self.text.split_at(at);
                word(before.chars().next_back()) && word(after.chars().next())
            };
            let words = &self.text[piece.clone()];
            !is_cut(piece.start) && !is_cut(piece.end) && words.trim() == words
        };
        let fits = |(offsets, words): &Marked<'_>| {
            self.pieces(offsets).is_some_and(|pieces| match words {
                Some(words) => self.fits(&pieces, words),
                None => pieces.iter().all(is_whole),
            })
        };
        marked.filter(fits).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "🎈 «É» said\r\nاليوم 👩‍👩‍👧 yes";

    /// Returns the offsets of words, counted in a unit.
    fn offsets(words: &str, unit: OffsetUnit, joins: bool) -> (usize, usize) {
        let at = TEXT.find(words).expect("the words occur");
        let length = |text: &str| {
            let text = if joins { text.replace("\r\n", "\n") } else { text.to_owned() };
            match unit {
                OffsetUnit::CodePoints => text.chars().count(),
                OffsetUnit::Utf16 => text.encode_utf16().count(),
                OffsetUnit::Bytes => text.len(),
            }
        };
        (length(&TEXT[..at]), length(&TEXT[..at + words.len()]))
    }

    #[test]
    fn what_offsets_count_is_detected_by_the_words() {
        let all = ["«É»", "said", "اليوم", "yes"];
        for usual in OffsetUnit::ALL {
            for (unit, joins) in OffsetUnit::ALL.into_iter().flat_map(|u| [(u, false), (u, true)]) {
                let marked = all.map(|words| ([offsets(words, unit, joins)], Some(words)));
                let marked = marked.iter().map(|(offsets, words)| (offsets.as_slice(), *words));
                let found = Offsets::detect(TEXT, marked, usual);
                assert_eq!((found.unit, found.joins_line_breaks), (unit, joins));
                for words in all {
                    let (start, end) = offsets(words, unit, joins);
                    let piece = found.piece(start, end).expect("the offsets fit");
                    assert_eq!(&TEXT[piece], words);
                }
            }
        }
    }

    #[test]
    fn offsets_outside_the_text_or_inside_a_character_are_no_piece() {
        let offsets = Offsets::new("🎈é", OffsetUnit::Utf16, false);
        assert_eq!(offsets.piece(0, 2), Some(0..4));
        for (start, end) in [(0, 1), (1, 2), (2, 9), (2, 2), (3, 2), (usize::MAX, usize::MAX)] {
            assert_eq!(offsets.piece(start, end), None, "{start}..{end}");
        }
    }

    #[test]
    fn white_space_between_words_makes_no_difference() {
        let offsets = Offsets::new("one\ntwo three", OffsetUnit::Bytes, false);
        assert!(offsets.fits(&[0..7], "one two"));
        assert!(offsets.fits(&[0..3, 8..13], "one three"));
        assert!(!offsets.fits(&[0..3], "two"));
    }
}
