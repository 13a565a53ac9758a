//! The tokens of an article: words and punctuation, their sentences, and what is quoted.

mod quotes;
mod sentences;
mod split;

use crate::model::{Span, UnitIx, primary_language};
use quotes::mark_quotes;
use sentences::mark_sentences;
use split::words;
use std::ops::Range;

/// Where a token is, seen from the quotation marks of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    /// Outside.
    Outside,
    /// Between two marks.
    Inside,
    /// The opening mark.
    Open,
    /// The closing mark.
    Close,
}

/// A word or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The text unit.
    pub unit: UnitIx,
    /// First code point, within the unit.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// True if there is white space before it, or nothing.
    pub is_spaced: bool,
    /// The characters.
    pub word: Box<str>,
    /// The form that is compared: lower case, one kind of apostrophe, 0 for each digit.
    pub key: Box<str>,
    /// The sentence, counted through the whole text.
    pub sentence: u32,
    /// Where it is, seen from the quotation marks.
    pub quote: Quote,
}

impl Token {
    /// Returns true for a word or a number, and false for punctuation.
    pub fn is_word(&self) -> bool {
        self.word.chars().any(char::is_alphanumeric)
    }

    /// Returns true if the first letter is a capital.
    pub fn is_capital(&self) -> bool {
        self.word.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The tokens of a whole text.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// All tokens, in text order.
    pub tokens: Vec<Token>,
    /// The tokens of each unit.
    pub units: Vec<Range<usize>>,
    /// The first token of the sentence that each token is in, and the end of the sentence.
    sentences: Vec<(usize, usize)>,
}

impl Text {
    /// Splits the units of a text in a language, given by its BCP 47 tag.
    pub fn of(units: &[&str], language: &str) -> Self {
        let is_french = primary_language(language) == "fr";
        let mut text = Self::default();
        let mut sentence = 0;
        for (position, unit) in units.iter().enumerate() {
            let start = text.tokens.len();
            let chars: Vec<char> = unit.chars().collect();
            for Range { start, end } in words(&chars, is_french) {
                let word: String = chars[start..end].iter().collect();
                text.tokens.push(Token {
                    unit: UnitIx(code_point(position)),
                    start: code_point(start),
                    end: code_point(end),
                    key: key(&word).into(),
                    word: word.into(),
                    is_spaced: start.checked_sub(1).is_none_or(|at| chars[at].is_whitespace()),
                    sentence: 0,
                    quote: Quote::Outside,
                });
            }
            let tokens = &mut text.tokens[start..];
            mark_quotes(tokens);
            sentence = mark_sentences(tokens, sentence);
            text.units.push(start..text.tokens.len());
        }
        text.sentences = sentences(&text.tokens);
        text
    }

    /// Returns a part of one unit as a text of its own, without the quotation marks around it: what
    /// somebody says may report what others say.
    pub fn part(&self, tokens: Range<usize>) -> (Self, usize) {
        let Range { mut start, mut end } = tokens;
        if self.tokens[start].quote == Quote::Open {
            start += 1;
            end -= usize::from(end > start && self.tokens[end - 1].quote == Quote::Close);
        }
        let mut tokens = self.tokens[start..end].to_vec();
        if let Some(first) = tokens.first_mut() {
            first.is_spaced = true;
        }
        mark_quotes(&mut tokens);
        let units = std::iter::once(0..tokens.len()).collect();
        let sentences = sentences(&tokens);
        (Self { tokens, units, sentences }, start)
    }

    /// Returns the span of some tokens of one unit.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        Span { unit: first.unit, start: first.start, end: last.end }
    }

    /// Returns a range without commas at its ends: they are the sentence's, and no part of a name or a verb.
    pub fn without_commas(&self, range: &Range<usize>) -> Range<usize> {
        let is_comma = |at: usize| matches!(&*self.tokens[at].word, "," | "،");
        let last = range.clone().rev().find(|at| !is_comma(*at));
        let first = range.clone().find(|at| !is_comma(*at));
        first.zip(last).map_or_else(|| range.clone(), |(first, last)| first..last + 1)
    }

    /// Returns the tokens of the sentence that a token is in.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let (start, end) = self.sentences[at];
        start..end
    }
}

/// Returns the start and the end of the sentence of each token.
fn sentences(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::with_capacity(tokens.len());
    for own in tokens.chunk_by(|one, next| one.sentence == next.sentence) {
        let start = found.len();
        found.extend(std::iter::repeat_n((start, start + own.len()), own.len()));
    }
    found
}

/// Returns the form of a word that is compared.
pub fn key(word: &str) -> String {
    if matches!(word, "--" | "–" | "―" | "---") {
        return "—".to_owned();
    }
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | 'ʼ' => '\'',
            _ if c.is_numeric() => '0',
            _ => c,
        })
        .filter(|c| !is_mark(*c) && *c != 'ـ')
        .collect()
}

fn code_point(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// Returns true for marks that Arabic puts on letters.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}')
}

/// Returns true for characters of words: letters, digits, marks on letters, and the joiners that
/// Arabic script uses within words.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || is_mark(c)
        || matches!(c, '_' | 'ـ' | '\u{0300}'..='\u{036f}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: &str, expected: &str) {
        let found = Text::of(&[text], language);
        let mut shown = String::new();
        let mut sentence = 0;
        for token in &found.tokens {
            shown += if token.sentence == sentence { " " } else { " / " };
            sentence = token.sentence;
            shown += &token.word;
        }
        assert_eq!(shown.trim(), expected);
    }

    #[test]
    fn words_numbers_and_marks_are_tokens() {
        check(
            "Mr. Lund’s don't: $1,200.50 (U.S.)",
            "en",
            "Mr. Lund ’s do n't : $1,200.50 ( U.S. )",
        );
        check(
            "O’Brien said so. “Yes.” He left.",
            "en",
            "O’Brien said so . / “ Yes . ” / He left .",
        );
        check("L’entreprise a-t-elle menti ?", "fr", "L’ entreprise a elle menti ?");
        check("وقال الوزير: «نعم».", "ar", "وقال الوزير : « نعم » .");
    }

    #[test]
    fn quotation_marks_open_and_close() {
        let quoted = |text: &str| {
            let text = Text::of(&[text], "en");
            let inside = text.tokens.iter().filter(|token| token.quote == Quote::Inside);
            inside.map(|token| &*token.word).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(quoted("He said \"yes\" and “no, I don’t” too"), "yes no , I do n’t");
        assert_eq!(quoted("The trends are 'terrifying' in the '90s"), "terrifying");
        assert_eq!(quoted("The workers' union"), "");
    }
}
