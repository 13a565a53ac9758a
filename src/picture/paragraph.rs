//! Shaping a paragraph into atoms: pieces of text that are shaped together and stay on one line,
//! unless a word is longer than its line.

use super::Direction;
use super::clean::push_clean;
use super::fonts::{FontIx, Typeface};
use super::palette::Ink;
use super::shape::{Shapes, shape};
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

/// Maximum length of a shaped text, in characters: several times as much as fits in a picture.
const MAX_CHARS: usize = 2_000;

/// The style of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The typeface.
    pub typeface: Typeface,
    /// The colour.
    pub ink: Ink,
    /// Font size, relative to the rest of the paragraph.
    pub scale: f32,
    /// True for words in quotation marks, which are underlined.
    pub is_quoted: bool,
    /// The box around a source.
    pub frame: Option<Frame>,
}

/// The outline of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// For a named source.
    Solid,
    /// For an unnamed source.
    Dashed,
}

impl Style {
    /// Returns a style without underline and box.
    pub const fn plain(typeface: Typeface, ink: Ink) -> Self {
        Self { typeface, ink, scale: 1.0, is_quoted: false, frame: None }
    }
}

/// A piece of text in one font and style.
#[derive(Debug, Clone, PartialEq)]
pub struct Atom {
    /// Start in the paragraph's text, in bytes.
    pub start: usize,
    /// End in the paragraph's text, in bytes.
    pub end: usize,
    /// The style.
    pub style: Style,
    /// Embedding level (UAX #9); odd levels run from right to left.
    pub level: u8,
    /// The shaped glyphs.
    pub shapes: Shapes,
    /// True for white space.
    pub is_space: bool,
    /// True if a line may begin here.
    pub may_begin: bool,
}

impl Atom {
    /// Returns the width, in ems of the paragraph.
    pub fn width(&self) -> f32 {
        self.shapes.advance * self.style.scale
    }
}

/// A paragraph, ready to be broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The text, without the characters that would break the line.
    pub text: String,
    /// The atoms, in reading order.
    pub atoms: Vec<Atom>,
    /// The paragraph's direction.
    pub direction: Direction,
    /// True if the text is so long that its end was not shaped.
    pub is_cut: bool,
    language: String,
}

impl Paragraph {
    /// Shapes runs of words. If `direction` is `None`, the first letter with a direction decides.
    pub fn new(runs: &[(&str, Style)], direction: Option<Direction>, language: &str) -> Self {
        let mut text = String::new();
        let mut styles: Vec<(usize, Style)> = Vec::new();
        let mut is_cut = false;
        for (words, style) in runs {
            push_clean(words, &mut text);
            let longest = text.char_indices().nth(MAX_CHARS).map(|(end, _)| end);
            text.truncate(longest.unwrap_or(text.len()));
            styles.push((text.len(), *style));
            is_cut |= longest.is_some();
            if is_cut {
                break;
            }
        }
        text.truncate(text.trim_end().len());
        let base = direction.map(|direction| match direction {
            Direction::Ltr => Level::ltr(),
            Direction::Rtl => Level::rtl(),
        });
        let bidi = BidiInfo::new(&text, base);
        let is_rtl = bidi.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
        let levels = bidi.levels;
        let direction = direction.unwrap_or(if is_rtl { Direction::Rtl } else { Direction::Ltr });
        let mut paragraph =
            Self { atoms: Vec::new(), is_cut, direction, language: language.to_owned(), text };
        let breaks: Vec<usize> = linebreaks(&paragraph.text).map(|(at, _)| at).collect();
        paragraph.atoms = paragraph.cut(&styles, &levels, &breaks);
        paragraph
    }

    /// Shapes text in one style.
    pub fn plain(text: &str, style: Style, direction: Option<Direction>) -> Self {
        Self::new(&[(text, style)], direction, "")
    }

    fn cut(&self, styles: &[(usize, Style)], levels: &[Level], breaks: &[usize]) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = Vec::new();
        let mut styles = styles.iter().copied().filter(|(end, _)| *end > 0);
        let Some((mut until, mut style)) = styles.next() else { return atoms };
        let mut breaks = breaks.iter().copied().peekable();
        let mut open: Option<Open> = None;
        for (at, c) in self.text.char_indices() {
            while at >= until {
                let Some(next) = styles.next() else { break };
                (until, style) = next;
            }
            while breaks.next_if(|place| *place < at).is_some() {}
            let here = Open {
                start: at,
                style,
                level: levels.get(at).map_or(0, Level::number),
                font: style.typeface.font_of(c, open.map(|open| open.font)),
                is_space: c.is_whitespace(),
                may_begin: at == 0 || breaks.peek() == Some(&at),
            };
            match open {
                Some(before) if before.continues_with(&here) => {}
                Some(before) => {
                    atoms.push(self.atom(before, at));
                    open = Some(here);
                }
                None => open = Some(here),
            }
        }
        atoms.extend(open.map(|open| self.atom(open, self.text.len())));
        atoms
    }

    fn atom(&self, open: Open, end: usize) -> Atom {
        let Open { start, style, level, font, is_space, may_begin } = open;
        let shapes = shape(&self.text, (start, end), font, level % 2 == 1, &self.language);
        Atom { start, end, style, level, shapes, is_space, may_begin }
    }

    /// Shapes a part of an atom.
    fn part(&self, atom: &Atom, start: usize, end: usize, may_begin: bool) -> Atom {
        let Atom { style, level, is_space, .. } = *atom;
        let font = atom.shapes.font;
        self.atom(Open { start, style, level, font, is_space, may_begin }, end)
    }

    /// Splits a word between letters. The first part is the longest that fits, and has at least one
    /// letter.
    pub fn split_word(
        &self,
        word: &[Atom],
        fits: impl Fn(&[Atom]) -> bool,
    ) -> (Vec<Atom>, Vec<Atom>) {
        let (Some(first), Some(last)) = (word.first(), word.last()) else {
            return (Vec::new(), Vec::new());
        };
        let letters = self.text[first.start..last.end].grapheme_indices(true);
        let places: Vec<usize> =
            letters.skip(1).map(|(at, _)| first.start + at).chain([last.end]).collect();
        let head = |place: usize| -> Vec<Atom> {
            let before = word.iter().filter(|atom| atom.start < place);
            let part = |atom: &Atom| match place < atom.end {
                true => self.part(atom, atom.start, place, atom.may_begin),
                false => atom.clone(),
            };
            before.map(part).collect()
        };
        let (mut low, mut high) = (0, places.len() - 1);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if fits(&head(places[middle])) { low = middle } else { high = middle - 1 }
        }
        let place = places[low];
        let after = word.iter().filter(|atom| atom.end > place);
        let part = |atom: &Atom| match atom.start < place {
            true => self.part(atom, place, atom.end, true),
            false => atom.clone(),
        };
        (head(place), after.map(part).collect())
    }
}

/// An atom whose end is not known yet.
#[derive(Debug, Clone, Copy)]
struct Open {
    start: usize,
    style: Style,
    level: u8,
    font: FontIx,
    is_space: bool,
    may_begin: bool,
}

impl Open {
    fn continues_with(&self, next: &Self) -> bool {
        !next.may_begin
            && self.style == next.style
            && self.level == next.level
            && self.font == next.font
            && self.is_space == next.is_space
    }
}
