//! Splitting text into tokens whose keys can be compared: without case, accents, possessive endings
//! and attached particles.

use crate::model::{Span, Unit, UnitIx, is_letter};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word, or a character of a script without spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// First code point, within the unit.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The form that is compared.
    pub key: Box<str>,
    /// The case of its letters.
    pub case: Case,
    /// What is between the token before and this one.
    pub gap: Gap,
}

/// The case of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Lower case, digits, or a script without case.
    Lower,
    /// The first letter is a capital.
    Capital,
    /// Two or more letters, all capitals.
    Upper,
}

/// What is between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gap {
    /// A comma, semicolon, colon or dash.
    pub comma: bool,
    /// An opening bracket.
    pub opens: bool,
    /// A closing bracket.
    pub closes: bool,
    /// The end of a sentence.
    pub stop: bool,
    /// A possessive ending.
    pub possessive: bool,
}

impl Gap {
    /// Returns true if only spaces, apostrophes, hyphens or quotation marks are in between.
    pub const fn is_plain(self) -> bool {
        !(self.comma || self.opens || self.closes || self.stop || self.possessive)
    }
}

/// The tokens of each unit of a text.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    units: Vec<Vec<Token>>,
}

impl Tokens {
    /// Splits the units of a text.
    pub fn of(units: &[Unit]) -> Self {
        Self { units: units.iter().map(|unit| tokens(unit.as_str())).collect() }
    }

    /// Returns the tokens of a unit.
    pub fn unit(&self, unit: UnitIx) -> &[Token] {
        self.units.get(unit.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of units.
    pub fn units(&self) -> usize {
        self.units.len()
    }

    /// Returns the positions, in its unit, of the tokens that start in a span.
    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        let unit = self.unit(span.unit);
        let start = unit.partition_point(|token| token.start < span.start);
        let end = unit.partition_point(|token| token.start < span.end);
        start..end.max(start)
    }

    /// Returns the tokens that start in a span.
    pub fn within(&self, span: Span) -> &[Token] {
        &self.unit(span.unit)[self.range(span)]
    }
}

/// Splits a text into tokens.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let (mut word, mut gap) = (String::new(), Gap::default());
    let mut last = ' ';
    let mut start = 0;
    for (at, c) in (0_u32..).zip(text.chars().chain([' '])) {
        let is_alone = is_unspaced(c);
        if is_letter(c) && !is_alone {
            if word.is_empty() {
                start = at;
            }
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            push(&mut found, &word, start..at, &mut gap, last);
            word.clear();
            last = ' ';
        }
        if is_alone && is_letter(c) {
            push(&mut found, &c.to_string(), at..at + 1, &mut gap, last);
            last = ' ';
            continue;
        }
        match c {
            ',' | ';' | ':' | '–' | '—' | '،' | '؛' | '、' | '，' | '：' => {
                gap.comma = true
            }
            '(' | '[' | '（' => gap.opens = true,
            ')' | ']' | '）' => gap.closes = true,
            '!' | '?' | '؟' | '。' | '！' | '？' | '…' => gap.stop = true,
            '.' => gap.stop |= found.last().is_none_or(|token| !is_abbreviated(token)),
            _ => {}
        }
        last = c;
    }
    found
}

fn push(
    found: &mut Vec<Token>,
    word: &str,
    range: std::ops::Range<u32>,
    gap: &mut Gap,
    last: char,
) {
    let touches = found.last().is_some_and(|token| token.end + 1 == range.start);
    if touches && matches!(last, '’' | '\'') && matches!(word, "s" | "S") {
        // The token after it sees the possessive.
        gap.possessive = true;
        return;
    }
    let gap = std::mem::take(gap);
    let key = key(word).into();
    found.push(Token { start: range.start, end: range.end, key, case: case(word), gap });
}

/// Returns true if a full stop after a token may belong to an abbreviation, as in "M. Roux".
fn is_abbreviated(token: &Token) -> bool {
    token.case != Case::Lower && token.end - token.start <= 3
}

/// Returns true for scripts that do not separate words by spaces: each character is a token.
const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Lower };
    if !first.is_uppercase() {
        return Case::Lower;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) { Case::Upper } else { Case::Capital }
}

/// Returns the form of a word that is compared.
pub fn key(word: &str) -> String {
    let plain = |c: &char| !is_combining_mark(*c) && *c != 'ـ';
    let folded: String = word.nfkd().filter(plain).flat_map(char::to_lowercase).collect();
    without_particles(&folded).to_owned()
}

/// Removes the particles that Arabic and Hebrew attach to the start of a word ("and", "the", "in").
/// At least three letters remain. A letter of the word that looks like a particle is removed as
/// well, but always: the keys of a name and of its mention are still equal.
fn without_particles(word: &str) -> &str {
    let is_particle = |c: char| {
        matches!(c, 'و' | 'ف' | 'ب' | 'ك' | 'ل' | 'ו' | 'ה' | 'ב' | 'כ' | 'ל' | 'מ' | 'ש')
    };
    let mut rest = word;
    loop {
        let shorter = rest
            .strip_prefix("ال")
            .or_else(|| rest.strip_prefix(is_particle))
            .filter(|shorter| shorter.chars().count() >= 3);
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.key.into()).collect()
    }

    #[test]
    fn keys_have_no_case_accents_or_endings() {
        assert_eq!(
            keys("Zoë Nahm’s café, L'Opposition"),
            ["zoe", "nahm", "cafe", "l", "opposition"]
        );
        assert_eq!(
            keys("وزير النقل والوزير"),
            [keys("الوزير"), keys("نقل"), keys("وزير")].concat()
        );
        assert_eq!(keys("田中氏"), ["田", "中", "氏"]);
    }

    #[test]
    fn gaps_show_what_is_in_between() {
        let found = tokens("M. Roux (PS), chef du parti. Il");
        let gaps: Vec<Gap> = found.iter().map(|token| token.gap).collect();
        assert!(gaps[1].is_plain() && gaps[2].opens && gaps[3].closes && gaps[3].comma);
        assert!(gaps[6].stop);
        assert!(tokens("Lund's office")[1].gap.possessive);
    }
}
