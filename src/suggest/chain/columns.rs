//! What features look at: the properties of each token, one column each.

use crate::suggest::lexicon::{Class, Lexicon};
use crate::suggest::tokens::{Quote, Text};

/// The value of every column beyond the ends of a unit.
pub const OUTSIDE: u64 = 1;

/// The properties of the tokens of a text.
pub struct Columns {
    /// The hash of the key.
    pub word: Vec<u64>,
    /// The hash of the first four letters of the key.
    pub start: Vec<u64>,
    /// The hash of the last three letters of the key.
    pub end3: Vec<u64>,
    /// The hash of the last two letters of the key.
    pub end2: Vec<u64>,
    /// The kind of characters: see [`shape`].
    pub shape: Vec<u64>,
    /// Where the token is, seen from quotation marks.
    pub quote: Vec<u64>,
    /// The classes of the lexicon, as bits.
    pub classes: Vec<u64>,
    /// True for a verb that may attribute, outside quotations.
    pub is_cue: Vec<bool>,
    /// True for a word that joins clauses: "that", "and".
    pub is_joiner: Vec<bool>,
    /// The first token of the unit.
    pub unit_start: Vec<usize>,
    /// One past the last token of the unit.
    pub unit_end: Vec<usize>,
    /// The first token of the sentence.
    pub sentence_start: Vec<usize>,
    /// One past the last token of the sentence.
    pub sentence_end: Vec<usize>,
}

/// Shapes that are punctuation.
pub const MARKS: std::ops::RangeInclusive<u64> = 6..=8;

/// Returns the kind of characters of a word: 1 lower case, 2 a capital, 3 capitals, 4 one capital,
/// 5 a number, 6 the end of a sentence, 7 a comma, colon or semicolon, 8 another mark.
fn shape(word: &str) -> u64 {
    let mut chars = word.chars();
    let first = chars.next().unwrap_or(' ');
    let second = chars.next();
    let is_amount = matches!(first, '$' | '#' | '£' | '€') && second.is_some_and(char::is_numeric);
    if first.is_numeric() || is_amount {
        return 5;
    }
    if !word.chars().any(char::is_alphanumeric) {
        return match first {
            '.' | '?' | '!' | '؟' | '…' => 6,
            ',' | ';' | ':' | '،' | '؛' => 7,
            _ => 8,
        };
    }
    if first.is_uppercase() {
        let is_upper = word.chars().all(|c| !c.is_lowercase());
        return if !is_upper {
            2
        } else if second.is_some() {
            3
        } else {
            4
        };
    }
    1
}

impl Columns {
    /// Describes the tokens of a text.
    pub fn of(text: &Text, lexicon: &Lexicon) -> Self {
        let tokens = &text.tokens;
        let n = tokens.len();
        let column = |value: &dyn Fn(&str) -> u64| {
            tokens.iter().map(|token| value(&token.key)).collect::<Vec<u64>>()
        };
        let mut unit_start = vec![0; n];
        let mut unit_end = vec![n; n];
        for unit in &text.units {
            for at in unit.clone() {
                (unit_start[at], unit_end[at]) = (unit.start, unit.end);
            }
        }
        let mut sentence_start = vec![0; n];
        let mut sentence_end = vec![n; n];
        let mut shape: Vec<u64> = tokens.iter().map(|token| shape(&token.word)).collect();
        for at in 0..n {
            let is_first = at == 0 || tokens[at - 1].sentence != tokens[at].sentence;
            sentence_start[at] = if is_first { at } else { sentence_start[at - 1] };
            if is_first && shape[at] == 2 {
                shape[at] = 9;
            }
        }
        for at in (0..n).rev() {
            let is_last = at + 1 == n || tokens[at + 1].sentence != tokens[at].sentence;
            sentence_end[at] = if is_last { at + 1 } else { sentence_end[at + 1] };
        }
        let mut classes = vec![0; n];
        for unit in &text.units {
            for at in unit.clone() {
                for (length, class) in lexicon.at(&tokens[at..unit.end]) {
                    for own in &mut classes[at..at + length] {
                        *own |= 1 << class as u64;
                    }
                }
            }
        }
        let verbs = [Class::Say, Class::Tell, Class::Think, Class::Intend, Class::Act, Class::Show]
            .into_iter()
            .chain([Class::Through])
            .fold(0, |bits, class| bits | 1_u64 << class as u64);
        let joiners = 1 << Class::Boundary as u64 | 1 << Class::That as u64;
        let is_cue = tokens.iter().zip(&classes).map(|(token, classes)| {
            classes & verbs != 0 && matches!(token.quote, Quote::Outside | Quote::Close)
        });
        Self {
            word: column(&|key| hash(0, key.chars())),
            start: column(&|key| hash(1, key.chars().take(4))),
            end3: column(&|key| hash(2, last(key, 3).chars())),
            end2: column(&|key| hash(3, last(key, 2).chars())),
            quote: tokens.iter().map(|token| token.quote as u64).collect(),
            is_cue: is_cue.collect(),
            is_joiner: classes.iter().map(|it| it & joiners != 0).collect(),
            shape,
            classes,
            unit_start,
            unit_end,
            sentence_start,
            sentence_end,
        }
    }

    /// Returns the value of a column at a distance from a token, within its unit.
    pub fn near(&self, column: &[u64], at: usize, distance: isize) -> u64 {
        match at.checked_add_signed(distance) {
            Some(near) if (self.unit_start[at]..self.unit_end[at]).contains(&near) => column[near],
            _ => OUTSIDE,
        }
    }
}

/// Returns the last characters of a word.
fn last(word: &str, count: usize) -> &str {
    let start = word.char_indices().rev().nth(count - 1).map_or(0, |(start, _)| start);
    &word[start..]
}

/// Returns the FNV-1a hash of characters, with a salt.
pub fn hash(salt: u64, chars: impl Iterator<Item = char>) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    chars.fold(start, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// Combines numbers into one that is spread over all bits.
pub fn mix(numbers: &[u64]) -> u64 {
    numbers.iter().fold(0x2545_f491_4f6c_dd1d, |mixed: u64, number| {
        let mixed = (mixed ^ number).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ mixed >> 32
    })
}
