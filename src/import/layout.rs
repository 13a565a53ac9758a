//! From a plain text to the paragraphs of a dossier, with the way back: where each part of the text
//! is in them.

use super::clean::{Fate, fate, is_line_break};
use super::document::Piece;
use crate::model::{Span, UnitIx};
use std::collections::BTreeMap;
use std::ops::Range;

/// Maximum width of a line that is broken by hand or by an email program, in characters.
const MAX_WIDTH: usize = 100;

/// The paragraphs of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The dateline, empty if there is none, and then the paragraphs.
    pub units: Vec<Placed>,
    /// What was changed, in short sentences.
    pub changes: Vec<String>,
}

/// A text unit, and where each of its characters was in the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Placed {
    /// The text of the unit.
    pub text: String,
    /// The byte of each character in the whole text.
    bytes: Vec<usize>,
}

impl Layout {
    /// Returns the paragraphs of a text that blank lines divide, with the dateline first, as in
    /// `article.txt` of a site.
    pub fn of_divided(text: &str) -> Self {
        let mut changes = Changes { keeps_ends: true, ..Changes::default() };
        let mut units = Vec::new();
        let mut start = 0;
        for unit in text.strip_suffix('\n').unwrap_or(text).split("\n\n") {
            units.push(changes.unit(text, &[start..start + unit.len()]));
            start += unit.len() + 2;
        }
        // Only the dateline can be empty.
        let mut position = 0;
        units.retain(|unit| {
            position += 1;
            position == 1 || !unit.text.trim().is_empty()
        });
        // A single unit is the text.
        if units.len() == 1 {
            units.insert(0, Placed::default());
        }
        Self { units, changes: changes.finish() }
    }

    /// Divides a text into paragraphs: at line breaks or, if its lines are broken to a width, at
    /// blank lines. With `has_dateline`, the first paragraph is the dateline.
    pub fn of(text: &str, has_dateline: bool) -> Self {
        let blocks = blocks(text);
        let is_wrapped = is_wrapped(text, &blocks);
        let mut changes = Changes::default();
        let mut units = if has_dateline { Vec::new() } else { vec![Placed::default()] };
        for block in &blocks {
            let paragraphs: Vec<&[Range<usize>]> =
                if is_wrapped { vec![block] } else { block.chunks(1).collect() };
            for lines in paragraphs {
                let unit = changes.unit(text, lines);
                if !unit.text.is_empty() {
                    units.push(unit);
                }
            }
        }
        if is_wrapped {
            changes.sentences.push("lines that were broken to a width are joined".to_owned());
        }
        Self { units, changes: changes.finish() }
    }

    /// Returns the texts of the units.
    pub fn texts(&self) -> Vec<&str> {
        self.units.iter().map(|unit| unit.text.as_str()).collect()
    }

    /// Returns the spans of a piece of the text, one for each unit that it touches.
    pub fn spans(&self, piece: &Piece) -> Vec<Span> {
        let mut spans = Vec::new();
        let first = self.units.partition_point(|unit| unit.last() < piece.start);
        for (position, unit) in self.units.iter().enumerate().skip(first) {
            if unit.bytes.first().is_some_and(|byte| *byte >= piece.end) {
                break;
            }
            let offset = |byte: usize| unit.bytes.partition_point(|it| *it < byte);
            let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
            let (start, end) = (number(offset(piece.start)), number(offset(piece.end)));
            if start < end {
                spans.push(Span { unit: UnitIx(number(position)), start, end });
            }
        }
        spans
    }

    /// Returns the part of the text that a span is.
    pub fn piece(&self, text: &str, span: Span) -> Piece {
        let bytes = &self.units[span.unit.index()].bytes;
        let last = bytes[span.end as usize - 1];
        let length = text[last..].chars().next().map_or(0, char::len_utf8);
        bytes[span.start as usize]..last + length
    }
}

impl Placed {
    /// Returns the byte of the last character in the whole text. Less than any other if there is none.
    fn last(&self) -> usize {
        self.bytes.last().copied().unwrap_or(0)
    }
}

/// What is changed while a text is divided.
#[derive(Default)]
struct Changes {
    /// True if white space at the ends of lines stays.
    keeps_ends: bool,
    sentences: Vec<String>,
    removed: BTreeMap<&'static str, usize>,
    tabs: usize,
    trimmed: usize,
}

impl Changes {
    /// Makes a unit of lines, joined by spaces.
    fn unit(&mut self, text: &str, lines: &[Range<usize>]) -> Placed {
        let mut unit = Placed::default();
        for line in lines {
            let whole = &text[line.clone()];
            let is_space = |c: char| c.is_whitespace() || matches!(fate(c), Fate::Removed(_));
            let is_end = |c: char| !self.keeps_ends && is_space(c);
            let words = whole.trim_matches(is_end);
            if words.is_empty() {
                continue;
            }
            let start = line.start + (whole.len() - whole.trim_start_matches(is_end).len());
            self.trimmed += usize::from(!self.keeps_ends && whole.trim() != whole);
            if !unit.text.is_empty() {
                unit.text.push(' ');
                unit.bytes.push(start - 1);
            }
            for (at, c) in whole.char_indices() {
                let at = line.start + at;
                let is_inside = (start..start + words.len()).contains(&at);
                match fate(c) {
                    _ if self.keeps_ends && matches!(c, '\n' | '\t') => {
                        unit.text.push(c);
                        unit.bytes.push(at);
                    }
                    Fate::Removed(what) => *self.removed.entry(what).or_default() += 1,
                    _ if !is_inside => {}
                    fate => {
                        self.tabs += usize::from(fate == Fate::Space);
                        unit.text.push(if fate == Fate::Space { ' ' } else { c });
                        unit.bytes.push(at);
                    }
                }
            }
        }
        unit
    }

    fn finish(mut self) -> Vec<String> {
        let counted = |count: usize, noun: &str| {
            if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
        };
        for (what, count) in &self.removed {
            self.sentences.push(format!("{} removed", counted(*count, what)));
        }
        if self.tabs > 0 {
            self.sentences.push(format!("{} replaced by spaces", counted(self.tabs, "tab")));
        }
        if self.trimmed > 0 {
            let lines = counted(self.trimmed, "line");
            self.sentences.push(format!("white space at the ends of {lines} removed"));
        }
        self.sentences
    }
}

/// Returns the lines of a text in blocks, which blank lines part.
fn blocks(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut blocks = vec![Vec::new()];
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    let mut end_line = |line: Range<usize>| {
        if text[line.clone()].trim().is_empty() {
            blocks.push(Vec::new());
        } else if let Some(block) = blocks.last_mut() {
            block.push(line);
        }
    };
    while let Some((at, c)) = chars.next() {
        if !is_line_break(c) {
            continue;
        }
        end_line(start..at);
        start = at + c.len_utf8();
        if c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n') {
            chars.next();
            start += 1;
        }
    }
    end_line(start..text.len());
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Returns true if lines are broken to a width: nearly every line that goes on in its block has no
/// room for the first word of the next.
fn is_wrapped(text: &str, blocks: &[Vec<Range<usize>>]) -> bool {
    let length = |text: &str| text.trim().chars().count();
    let lines = || blocks.iter().flatten().map(|line| length(&text[line.clone()]));
    let width = lines().max().unwrap_or(0);
    if width > MAX_WIDTH {
        return false;
    }
    let pairs = || blocks.iter().flat_map(|block| block.windows(2));
    let is_full = |pair: &&[Range<usize>]| {
        let (line, next) = (&text[pair[0].clone()], &text[pair[1].clone()]);
        let word = next.split_whitespace().next().unwrap_or_default();
        length(line) + 1 + length(word) > width
    };
    let (all, full) = (pairs().count(), pairs().filter(is_full).count());
    all >= 2 && full * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let layout = Layout::of(text, false);
        layout.units.into_iter().skip(1).map(|unit| unit.text).collect()
    }

    #[test]
    fn a_line_is_a_paragraph_unless_lines_are_broken_to_a_width() {
        assert_eq!(texts("One. \n\n Two.\r\nThree.\n"), ["One.", "Two.", "Three."]);
        let wrapped =
            "The minister said on\nTuesday that the bill\nwould be paid.\n\nNobody else\ndid.";
        assert_eq!(
            texts(wrapped),
            [
                "The minister said on",
                "Tuesday that the bill",
                "would be paid.",
                "Nobody else",
                "did."
            ]
        );
        let wrapped =
            "The minister said on\nTuesday that bills\nwould be paid by all.\n\nNobody else did.";
        assert_eq!(
            texts(wrapped),
            ["The minister said on Tuesday that bills would be paid by all.", "Nobody else did."]
        );
        assert_eq!(texts(" \n\u{feff}\n"), Vec::<String>::new());
    }

    #[test]
    fn every_part_of_a_text_is_found_in_its_paragraphs() {
        let text = "\u{feff}One\u{ad} é\ttwo  \r\n\r\n🎈 three\u{0} four \nfive";
        let layout = Layout::of(text, false);
        assert_eq!(layout.texts(), ["", "One é two", "🎈 three four", "five"]);
        for (words, expected) in [
            ("One\u{ad} é", vec![(1, 0, 5)]),
            ("two  \r\n\r\n🎈", vec![(1, 6, 9), (2, 0, 1)]),
            ("three\u{0} four", vec![(2, 2, 12)]),
            ("five", vec![(3, 0, 4)]),
            ("\r\n\r\n", vec![]),
        ] {
            let start = text.find(words).expect("the words occur");
            let spans = layout.spans(&(start..start + words.len()));
            let spans: Vec<_> = spans.iter().map(|it| (it.unit.0, it.start, it.end)).collect();
            assert_eq!(spans, expected, "{words:?}");
        }
        assert_eq!(
            layout.changes,
            [
                "1 byte-order mark removed",
                "1 control character removed",
                "1 soft hyphen removed",
                "1 tab replaced by spaces",
                "white space at the ends of 2 lines removed"
            ]
        );
    }

    #[test]
    fn a_text_that_is_divided_stays_as_it_is() {
        for units in [[" Oslo ", "One. ", "Two.\nThree."], ["", "One.", " "]] {
            let layout = Layout::of_divided(&(units.join("\n\n") + "\n"));
            assert_eq!(
                layout.texts(),
                units.into_iter().filter(|it| *it != " ").collect::<Vec<_>>()
            );
            assert_eq!(layout.changes, Vec::<String>::new());
        }
    }

    #[test]
    fn the_first_paragraph_can_be_the_dateline() {
        let layout = Layout::of("Oslo, 3 March\n\nOne.", true);
        assert_eq!(layout.texts(), ["Oslo, 3 March", "One."]);
    }
}
