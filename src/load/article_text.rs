//! The text of an article, and the search for quoted words in it.

use super::boundary::{is_word_boundary, words_of};
use super::code::QuoteCode;
use super::difference::visual_form;
use super::look_alike::Seen;
use super::problem::Problem;
use crate::model::{InDoubt, Span, Unit, UnitIx, sentence_ends};
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

/// Maximum number of bytes searched for hints in one file. Each hint searches the whole text. This
/// takes a few seconds, and is enough for several hundred hints in an article of usual length.
const MAX_SEARCHED: usize = 1_000_000;

/// The text units of an article, and copies with straight quotation marks, code point for code
/// point.
pub struct Text {
    /// The units as the article has them.
    pub units: Vec<Unit>,
    straight: Vec<Unit>,
    /// The words of all units, sorted by their spelling, then by their place.
    words: Vec<Place>,
    /// Number of bytes of all units.
    size: usize,
    /// Number of bytes that may still be searched for hints.
    allowance: Cell<usize>,
    /// The same text in the form in which it is seen, made when it is needed.
    visual: OnceCell<Box<Text>>,
    /// How each unit looks, made when it is needed.
    seen: OnceCell<Vec<Seen>>,
    /// The ends of the sentences of each unit, made when they are needed.
    sentences: Vec<OnceCell<Vec<u32>>>,
}

/// The place of a word: a unit, and bytes of its copy with straight quotation marks.
#[derive(Clone, Copy)]
struct Place {
    unit: UnitIx,
    start: u32,
    end: u32,
}

impl Text {
    /// Creates the text from its units.
    pub fn new(units: Vec<Unit>) -> Self {
        let straight: Vec<Unit> =
            units.iter().map(|unit| Unit::new(&straighten(unit.as_str()))).collect();
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let places = straight.iter().enumerate().flat_map(|(unit, text)| {
            let unit = UnitIx(number(unit));
            let words = words_of(text.as_str()).into_iter();
            words.map(move |(start, end)| Place { unit, start: number(start), end: number(end) })
        });
        let mut words: Vec<Place> = places.collect();
        // The sort is stable, so equal words stay in the order of the text.
        words.sort_by(|one, other| spelling(&straight, *one).cmp(spelling(&straight, *other)));
        let size = units.iter().map(|unit| unit.as_str().len()).sum();
        let sentences = vec![OnceCell::new(); units.len()];
        Self {
            units,
            straight,
            words,
            size,
            allowance: Cell::new(MAX_SEARCHED),
            visual: OnceCell::new(),
            seen: OnceCell::new(),
            sentences,
        }
    }

    /// Returns the places of a word, or of all words that begin with it.
    fn places(&self, word: &str, is_start: bool) -> &[Place] {
        let spelling = |place: &Place| spelling(&self.straight, *place);
        let first = self.words.partition_point(|place| spelling(place) < word);
        let rest = &self.words[first..];
        let is_it = |place: &Place| match is_start {
            true => spelling(place).starts_with(word),
            false => spelling(place) == word,
        };
        &rest[..rest.partition_point(is_it)]
    }

    /// Returns the unit with a number: 0 for the dateline, 1 for the first paragraph.
    pub fn unit(&self, number: u64) -> Option<UnitIx> {
        let ix = u32::try_from(number).ok()?;
        ((ix as usize) < self.units.len()).then_some(UnitIx(ix))
    }

    /// Returns the problem for a number for which `unit` returns `None`.
    pub fn no_unit(&self, number: u64) -> Problem {
        let last = self.units.len().saturating_sub(1);
        Problem::error(QuoteCode::NoSuchParagraph, format!("there is no paragraph {number}"))
            .hint(format!("the article has paragraphs 1 to {last}; the dateline is 0"))
    }

    /// Returns true if the words occur in the text, at word boundaries.
    pub fn contains(&self, words: &str) -> bool {
        let wanted = Wanted::new(words, None, None);
        !wanted.find(self, None, 1).is_empty()
    }

    /// Returns true if the text contains the words, perhaps with other spaces, invisible characters or
    /// another encoding of the same letters. Enough for a name, which has no place in the text.
    pub fn contains_name(&self, name: &str) -> bool {
        let visual = || {
            let units = self.units.iter().map(|unit| Unit::new(&visual_form(unit.as_str())));
            Box::new(Self::new(units.collect()))
        };
        self.contains(name) || self.visual.get_or_init(visual).contains(&visual_form(name))
    }

    /// Returns a unit with straight quotation marks. It is empty after the last unit.
    pub fn straight(&self, unit: UnitIx) -> &str {
        self.straight.get(unit.index()).map_or("", Unit::as_str)
    }

    /// Returns the words of a span, with straight quotation marks.
    pub fn straight_words(&self, span: Span) -> &str {
        self.straight[span.unit.index()].slice(span.start, span.end)
    }

    /// Returns how each unit looks.
    pub fn seen(&self) -> &[Seen] {
        self.seen.get_or_init(|| self.straight.iter().map(|it| Seen::of(it.as_str())).collect())
    }

    /// Returns the ends of the sentences of a unit, as code point offsets.
    pub fn sentences(&self, unit: UnitIx) -> &[u32] {
        let ends = || sentence_ends(&self.units[unit.index()], "", InDoubt::Join);
        self.sentences[unit.index()].get_or_init(ends)
    }

    /// Returns the number of bytes of all units.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Returns the original text of the bytes `start..end` of a unit with straight quotation marks.
    pub fn original(&self, unit: UnitIx, start: usize, end: usize) -> &str {
        let straight = &self.straight[unit.index()];
        self.units[unit.index()].slice(straight.code_point(start), straight.code_point(end))
    }

    /// Returns up to three words before a span and up to three after it, from the same unit.
    pub fn surroundings(&self, span: Span) -> (String, String) {
        const MAX_WORDS: usize = 3;
        let unit = &self.units[span.unit.index()];
        let before: Vec<&str> = unit.slice(0, span.start).split_whitespace().collect();
        let before = &before[before.len().saturating_sub(MAX_WORDS)..];
        let after = unit.slice(span.end, unit.len()).split_whitespace();
        (before.join(" "), after.take(MAX_WORDS).collect::<Vec<_>>().join(" "))
    }

    /// Returns the text before a span and after it, in its unit, with straight quotation marks.
    pub fn straight_around(&self, span: Span) -> (&str, &str) {
        let unit = &self.straight[span.unit.index()];
        (unit.slice(0, span.start), unit.slice(span.end, unit.len()))
    }

    /// Returns true if there is time left to search for the words that a quote may have meant.
    /// Reduces the time left.
    pub fn allows_hint(&self, exact: &str) -> bool {
        let left = self.allowance.get().checked_sub(self.size + exact.len());
        self.allowance.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Returns the units in reading order.
    pub fn unit_indexes(&self) -> impl Iterator<Item = UnitIx> {
        (0..self.units.len()).map(|position| UnitIx(u32::try_from(position).unwrap_or(u32::MAX)))
    }
}

/// Returns a word of the copies with straight quotation marks.
fn spelling(straight: &[Unit], place: Place) -> &str {
    &straight[place.unit.index()].as_str()[place.start as usize..place.end as usize]
}

/// Replaces curly quotation marks and apostrophes by straight ones, one character each.
pub fn straighten(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '“' | '”' | '„' | '‟' => '"',
            '‘' | '’' | '‚' | '‛' => '\'',
            c => c,
        })
        .collect()
}

/// Returns the name of a unit for messages: `the dateline` or `paragraph 2`.
pub fn place(unit: UnitIx) -> String {
    unit.paragraph().map_or("the dateline".to_owned(), |number| format!("paragraph {number}"))
}

/// The words of a quote and the words around it, with straight quotation marks.
pub struct Wanted {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl Wanted {
    pub fn new(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Self {
        Self {
            exact: straighten(exact),
            prefix: straighten(prefix.unwrap_or_default().trim()),
            suffix: straighten(suffix.unwrap_or_default().trim()),
        }
    }

    /// Returns true if the text before and after an occurrence has the prefix and the suffix.
    pub fn fits(&self, before: &str, after: &str) -> bool {
        before.trim_end().ends_with(&self.prefix) && after.trim_start().starts_with(&self.suffix)
    }

    /// Returns the first occurrences in a unit, as many as are compared.
    pub fn in_unit(&self, text: &Text, unit: UnitIx) -> Vec<Span> {
        self.find(text, Some(unit), MAX_COMPARED)
    }

    /// Returns the first occurrences in a unit or in all, at word boundaries and between the prefix and
    /// the suffix, at most `limit`.
    ///
    /// Only the places of the rarest word are looked at, because a text may repeat the others often.
    pub fn find(&self, text: &Text, within: Option<UnitIx>, limit: usize) -> Vec<Span> {
        let Some(rarest) = self.rarest(text, within) else {
            let units = within.map_or_else(|| text.unit_indexes().collect(), |unit| vec![unit]);
            let all = units.into_iter().flat_map(|unit| {
                let whole = text.straight(unit);
                occurrences(whole, &self.exact).filter_map(move |start| self.at(text, unit, start))
            });
            return all.take(limit).collect();
        };
        let mut places = Cow::Borrowed(rarest.places);
        if matches!(rarest.part, Part::Suffix) {
            // Words that only begin like the end of the suffix are sorted by their spelling.
            places.to_mut().sort_by_key(|place| (place.unit, place.start));
        }
        let is_within = |place: &&Place| within.is_none_or(|unit| place.unit == unit);
        let found = places.iter().filter(is_within).filter_map(|place| {
            let whole = text.straight(place.unit);
            let start = (place.start as usize).checked_sub(rarest.offset)?;
            let start = match rarest.part {
                Part::Exact => start,
                Part::Suffix => {
                    let before = whole.get(..start)?.trim_end();
                    before.len().checked_sub(self.exact.len())?
                }
            };
            self.at(text, place.unit, start)
        });
        found.take(limit).collect()
    }

    /// Returns the occurrence that starts at a byte of a unit, if there is one.
    fn at(&self, text: &Text, unit: UnitIx, start: usize) -> Option<Span> {
        let words = &text.straight[unit.index()];
        let whole = words.as_str();
        let after = whole.get(start..)?.strip_prefix(&self.exact)?;
        let (before, end) = (&whole[..start], start + self.exact.len());
        let fits = is_word_boundary(whole, start)
            && is_word_boundary(whole, end)
            && self.fits(before, after);
        fits.then(|| Span { unit, start: words.code_point(start), end: words.code_point(end) })
    }

    /// Finds the word of the quote, or of the suffix, that has the fewest places. `None` if the quote
    /// has no words.
    fn rarest<'t>(&self, text: &'t Text, within: Option<UnitIx>) -> Option<Rarest<'t>> {
        let places = |word: &str, is_start: bool| -> &'t [Place] {
            let all = text.places(word, is_start);
            let Some(unit) = within.filter(|_| !is_start) else { return all };
            let first = all.partition_point(|place| place.unit < unit);
            let last = all.partition_point(|place| place.unit <= unit);
            &all[first..last]
        };
        let exact = words_of(&self.exact).into_iter().take(MAX_WORDS);
        let exact = exact.map(|(start, end)| Rarest {
            places: places(&self.exact[start..end], false),
            offset: start,
            part: Part::Exact,
        });
        let mut rarest = exact.min_by_key(|rarest| rarest.places.len())?;
        // The end of the suffix may be inside a word. Spaces around the quote would leave open where it
        // ends before the suffix.
        if rarest.places.len() > MANY && self.exact.trim() == self.exact {
            let words = words_of(&self.suffix);
            for (start, end) in words.into_iter().take(MAX_WORDS) {
                let places = places(&self.suffix[start..end], end == self.suffix.len());
                if places.len() <= MANY && places.len() < rarest.places.len() {
                    rarest = Rarest { places, offset: start, part: Part::Suffix };
                }
            }
        }
        Some(rarest)
    }
}

/// Maximum number of occurrences in a unit that are compared with the other words of a statement.
const MAX_COMPARED: usize = 1_000;
/// Maximum number of words of a quote or a suffix that are compared to find the rarest one.
const MAX_WORDS: usize = 32;
/// Number of places up to which a word is rare enough.
const MANY: usize = 64;

/// A word of a quote or of its suffix.
struct Rarest<'t> {
    /// Its places in the text.
    places: &'t [Place],
    /// The byte offset in the quote or the suffix.
    offset: usize,
    part: Part,
}

/// The part of a wanted quote that contains a word.
#[derive(Clone, Copy)]
enum Part {
    Exact,
    Suffix,
}

/// Returns the byte offsets of all occurrences, which may overlap ("ha ha" in "ha ha ha").
fn occurrences<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let step = words.chars().next().map_or(0, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = from + text.get(from..).filter(|_| step > 0)?.find(words)?;
        from = found + step;
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Does the same as `Wanted::find` at every place of the text.
    fn find_everywhere(wanted: &Wanted, text: &Text, within: Option<UnitIx>) -> Vec<Span> {
        let units = text.unit_indexes().filter(|unit| within.is_none_or(|within| within == *unit));
        let starts = |unit| text.straight(unit).char_indices().map(move |(at, _)| (unit, at));
        let found = units.flat_map(starts).filter_map(|(unit, at)| wanted.at(text, unit, at));
        found.collect()
    }

    proptest! {
        #[test]
        fn finds_what_a_search_of_the_whole_text_finds(
            units in prop::collection::vec("[ab é漢字,.’1]{0,30}", 1..4),
            repeated in 0..90_usize,
            exact in "[ab é漢字,.'1]{1,4}",
            around in ["[ab 漢.]{0,3}", "[ab 漢.]{0,3}"],
            unit in 0..4_u32,
        ) {
            let units = units.iter().map(|text| Unit::new(&format!("{}{text}", "a b ".repeat(repeated))));
            let text = Text::new(units.collect());
            let wanted = Wanted::new(&exact, Some(&around[0]), Some(&around[1]));
            for within in [None, text.unit(unit.into())] {
                let expected = find_everywhere(&wanted, &text, within);
                prop_assert_eq!(wanted.find(&text, within, usize::MAX), expected);
            }
        }
    }
}
