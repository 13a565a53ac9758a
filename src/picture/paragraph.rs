//! Words in several hands as atoms: the smallest pieces that are shaped together and never parted
//! unless a word is longer than its line.

use super::Direction;
use super::clean::push_clean;
use super::fonts::{FontIx, Hand};
use super::palette::Ink;
use super::shape::{Shapes, shape};
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

/// The longest text that is shaped, in characters: several times what a picture has room for.
const LONGEST: usize = 2_000;

/// How words are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// In which hand.
    pub hand: Hand,
    /// In which colour.
    pub ink: Ink,
    /// How large beside the other words of the paragraph.
    pub scale: f32,
    /// Underlined, as words in quotation marks are.
    pub is_quoted: bool,
    /// Boxed, as a source is.
    pub frame: Option<Frame>,
}

/// The line of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// A source with a name.
    Solid,
    /// A source without one.
    Dashed,
}

impl Style {
    /// Plain words.
    pub const fn plain(hand: Hand, ink: Ink) -> Self {
        Self { hand, ink, scale: 1.0, is_quoted: false, frame: None }
    }
}

/// Words set alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Atom {
    /// Where its words begin in the paragraph's text, in bytes.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// How they are drawn.
    pub style: Style,
    /// How deep it is nested in changes of direction: odd from right to left (UAX #9).
    pub level: u8,
    /// Its shapes.
    pub shapes: Shapes,
    /// It is white space.
    pub is_space: bool,
    /// A line may begin with it.
    pub may_begin: bool,
}

impl Atom {
    /// How wide it is, in ems of the paragraph.
    pub fn width(&self) -> f32 {
        self.shapes.advance * self.style.scale
    }
}

/// A paragraph, ready to be broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The words, made safe.
    pub text: String,
    /// Its atoms, in reading order.
    pub atoms: Vec<Atom>,
    /// The direction of the whole.
    pub direction: Direction,
    /// The text is so long that its end was not even shaped.
    pub is_cut: bool,
    language: String,
}

impl Paragraph {
    /// Shapes words. Without a direction the first letter that has one gives it.
    pub fn new(runs: &[(&str, Style)], direction: Option<Direction>, language: &str) -> Self {
        let mut text = String::new();
        let mut styles: Vec<(usize, Style)> = Vec::new();
        let mut is_cut = false;
        for (words, style) in runs {
            push_clean(words, &mut text);
            let longest = text.char_indices().nth(LONGEST).map(|(end, _)| end);
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

    /// Words in one hand.
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
                font: style.hand.font_of(c, open.map(|open| open.font)),
                is_space: c.is_whitespace(),
                may_begin: at == 0 || breaks.peek() == Some(&at),
            };
            match open {
                Some(before) if before.goes_on(&here) => {}
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

    /// A part of an atom, shaped anew.
    fn part(&self, atom: &Atom, start: usize, end: usize, may_begin: bool) -> Atom {
        let Atom { style, level, is_space, .. } = *atom;
        let font = atom.shapes.font;
        self.atom(Open { start, style, level, font, is_space, may_begin }, end)
    }

    /// Parts a word between letters so that the first part is the longest that fits, and holds at
    /// least one letter.
    pub fn part_word(
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
        let (mut least, mut most) = (0, places.len() - 1);
        while least < most {
            let middle = (least + most).div_ceil(2);
            if fits(&head(places[middle])) { least = middle } else { most = middle - 1 }
        }
        let place = places[least];
        let after = word.iter().filter(|atom| atom.end > place);
        let part = |atom: &Atom| match atom.start < place {
            true => self.part(atom, place, atom.end, true),
            false => atom.clone(),
        };
        (head(place), after.map(part).collect())
    }
}

/// An atom whose end is not reached yet.
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
    fn goes_on(&self, next: &Self) -> bool {
        !next.may_begin
            && self.style == next.style
            && self.level == next.level
            && self.font == next.font
            && self.is_space == next.is_space
    }
}
