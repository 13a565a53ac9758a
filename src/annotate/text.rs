//! The text of the article that is annotated, with what selections and questions need to know of it.

use super::json::Json;
use crate::load::Quoting;
use crate::load::names::Tokens;
use crate::model::{
    Convention, InDoubt, Quotations, Span, Unit, UnitIx, Word, sentence_ends, words,
};

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// The text of an article: the dateline, empty if there is none, and the paragraphs.
pub struct Text {
    units: Vec<Unit>,
    language: String,
    quotations: Quotations,
    quoting: Quoting,
    words: Vec<Vec<Word>>,
    /// The texts of the units, to be shared with the page.
    shared: Vec<Rc<str>>,
    /// The JSON of the article that the text is of.
    article: Json,
    /// The words as names are looked up, once they are needed.
    pub(super) names: OnceCell<Tokens>,
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("units", &self.units.len()).finish_non_exhaustive()
    }
}

impl Text {
    /// Takes the units of a text. `titles` are words in quotation marks that nobody said, and
    /// `single_quotes` says that straight single marks are quotation marks.
    pub fn new(units: &[&str], language: &str, titles: &[Span], single_quotes: bool) -> Self {
        Self::of(units, language, titles, single_quotes, Json::object([]))
    }

    /// Takes the units of the text of an article.
    pub(super) fn of(
        units: &[&str],
        language: &str,
        titles: &[Span],
        single_quotes: bool,
        article: Json,
    ) -> Self {
        let quoting = Quoting::new(units);
        let units: Vec<Unit> = units.iter().map(|text| Unit::new(text)).collect();
        let quotations = Quotations::find(&units, titles, Convention { language, single_quotes });
        let words = (0..).map(UnitIx).zip(&units).map(|(ix, unit)| words(ix, unit)).collect();
        let shared = units.iter().map(|unit| unit.as_str().into()).collect();
        let language = language.to_owned();
        Self {
            units,
            language,
            quotations,
            quoting,
            words,
            shared,
            article,
            names: OnceCell::new(),
        }
    }

    /// Returns the units: the dateline, and the paragraphs.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Returns the JSON of the article that the text is of.
    pub(super) const fn article(&self) -> &Json {
        &self.article
    }

    /// Returns the text of a unit, without a copy of it.
    pub(super) fn shared(&self, unit: UnitIx) -> Rc<str> {
        self.shared.get(unit.index()).cloned().unwrap_or_default()
    }

    /// Returns the words of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.units.get(span.unit.index()).map_or("", |unit| unit.slice(span.start, span.end))
    }

    /// Returns true if a span lies in the text and has code points.
    pub fn contains(&self, span: Span) -> bool {
        let unit = self.units.get(span.unit.index());
        unit.is_some_and(|unit| span.start < span.end && span.end <= unit.len())
    }

    /// Returns the first place of some words.
    pub fn find(&self, wanted: &str) -> Option<Span> {
        (0..).map(UnitIx).zip(&self.units).find_map(|(ix, unit)| {
            let byte = unit.as_str().find(wanted)?;
            let (start, end) = (unit.code_point(byte), unit.code_point(byte + wanted.len()));
            (start < end).then_some(Span { unit: ix, start, end })
        })
    }

    /// Returns the parts in quotation marks.
    pub const fn quotations(&self) -> &Quotations {
        &self.quotations
    }

    /// Returns quotes for spans.
    pub const fn quoting(&self) -> &Quoting {
        &self.quoting
    }

    /// Returns the words of a unit, as coverage counts them.
    pub fn words(&self, unit: UnitIx) -> &[Word] {
        self.words.get(unit.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns the words that belong to a span.
    pub fn words_in(&self, span: Span) -> impl Iterator<Item = Word> + '_ {
        let words = self.words(span.unit);
        let first = words.partition_point(|word| word.anchor < span.start);
        words[first..].iter().take_while(move |word| word.anchor < span.end).copied()
    }

    /// Returns the language, as a BCP 47 tag. Empty if it is not known.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns the sentences of a unit, without the white space between them.
    pub fn sentences(&self, unit: UnitIx) -> Vec<Span> {
        let Some(text) = self.units.get(unit.index()) else { return Vec::new() };
        let mut ends = sentence_ends(text, &self.language, InDoubt::Join);
        if ends.last() != Some(&text.len()) {
            ends.push(text.len());
        }
        let mut start = 0;
        let mut sentences = Vec::new();
        for end in ends {
            let words = text.slice(start, end);
            let blank = words.chars().take_while(|c| c.is_whitespace()).count();
            let from = start + u32::try_from(blank).unwrap_or(0);
            let length = u32::try_from(words.trim().chars().count()).unwrap_or(0);
            if length > 0 {
                sentences.push(Span { unit, start: from, end: from + length });
            }
            start = end;
        }
        sentences
    }
}
