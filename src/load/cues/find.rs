//! Looking words up in the table of a language.

use super::{Bounded, Cues, Leads, Phrases, Relative};
use crate::load::names::Token;

/// A phrase that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<T> {
    /// The number of tokens of the phrase.
    pub len: usize,
    /// What it means.
    pub value: T,
}

impl<T: Copy> Phrases<T> {
    /// Returns the longest phrase at the start of the tokens.
    pub(super) fn starts(&self, tokens: &[Token]) -> Option<Found<T>> {
        let phrases = self.0.get(&*tokens.first()?.key)?;
        phrases.iter().find_map(|(keys, value)| {
            let matches = keys.len() <= tokens.len()
                && keys.iter().zip(tokens).all(|(key, token)| *key == *token.key);
            matches.then_some(Found { len: keys.len(), value: *value })
        })
    }

    /// Returns the phrases in the tokens.
    fn all(&self, tokens: &[Token]) -> Vec<T> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let here = self.starts(&tokens[at..]);
            found.extend(here.map(|found| found.value));
            at += here.map_or(1, |found| found.len);
        }
        found
    }

    /// Returns the longest phrase at the end of the tokens, with its position.
    fn ends(&self, tokens: &[Token]) -> Option<(usize, T)> {
        const LONGEST: usize = 5;
        let first = tokens.len().saturating_sub(LONGEST);
        (first..tokens.len()).find_map(|at| {
            let found = self.starts(&tokens[at..])?;
            (at + found.len == tokens.len()).then_some((at, found.value))
        })
    }
}

impl Cues {
    /// Returns true for an article, preposition, conjunction or auxiliary, and for a pronoun.
    pub fn is_function(&self, key: &str) -> bool {
        has(&self.function, key) || self.is_preposition(key) || self.is_pronoun(key)
    }

    /// Returns true for a preposition after which a name describes what is before.
    pub fn is_preposition(&self, key: &str) -> bool {
        has(&self.prepositions, key)
    }

    /// Returns true for a pronoun that can be a source.
    pub fn is_pronoun(&self, key: &str) -> bool {
        has(&self.pronouns, key)
    }

    /// Returns true for a verb after the news organisation that passes words on.
    pub fn relays(&self, key: &str) -> bool {
        has(&self.relays, key)
    }

    /// Returns true for a verb with which a news organisation passes on its object.
    pub fn cites(&self, key: &str) -> bool {
        has(&self.cites, key)
    }

    /// Returns true for the word "by".
    pub fn is_by(&self, key: &str) -> bool {
        has(&self.by, key)
    }

    /// Returns true for the word "by", if one of the words before it says that words were released.
    pub fn is_by_after_release(&self, before: &[Token], by: &str) -> bool {
        has(&self.by, by) && before.iter().any(|token| has(&self.released, &token.key))
    }

    /// Returns the phrase at the start of the tokens that leads to whoever passed words on.
    pub fn leads(&self, tokens: &[Token]) -> Option<Found<Leads>> {
        self.leads.starts(tokens)
    }

    /// Returns the relative dates in the tokens.
    pub fn relative(&self, tokens: &[Token]) -> Vec<Relative> {
        self.relative.all(tokens)
    }

    /// Returns the bound that the words just before a number give, and the position of these words.
    pub fn bound_before(&self, tokens: &[Token]) -> Option<(usize, Bounded)> {
        self.before_number.ends(tokens)
    }

    /// Returns the bound that words give at their start: "over fifty".
    pub fn bound_at(&self, tokens: &[Token]) -> Option<Bounded> {
        self.before_number.starts(tokens).map(|found| found.value)
    }

    /// Returns the bound that the words just after a number give, and their number.
    pub fn bound_after(&self, tokens: &[Token]) -> Option<(usize, Bounded)> {
        self.after_number.starts(tokens).map(|found| (found.len, found.value))
    }

    /// Returns true if one of the words accuses.
    pub fn accuses(&self, tokens: &[Token]) -> bool {
        begins(&self.accuses, tokens)
    }

    /// Returns true if one of the words denies.
    pub fn denies(&self, tokens: &[Token]) -> bool {
        begins(&self.denies, tokens)
    }
}

fn has(list: &[String], key: &str) -> bool {
    list.binary_search_by(|known| known.as_str().cmp(key)).is_ok()
}

/// Returns true if a token begins with one of the stems. A short stem is a whole word.
fn begins(stems: &[String], tokens: &[Token]) -> bool {
    const SHORT: usize = 3;
    let matches = |key: &str, stem: &str| {
        if stem.chars().count() > SHORT { key.starts_with(stem) } else { key == stem }
    };
    tokens.iter().any(|token| stems.iter().any(|stem| matches(&token.key, stem)))
}

#[cfg(test)]
mod tests {
    use super::super::cues;
    use super::*;
    use crate::load::names::tokens;

    #[test]
    fn finds_the_longest_phrase() {
        let english = cues("en-GB").expect("a table");
        assert_eq!(
            english.bound_before(&tokens("there were more than")),
            Some((2, Bounded::Below))
        );
        assert_eq!(
            english.bound_before(&tokens("there were not more than")),
            Some((2, Bounded::Above))
        );
        assert_eq!(english.bound_before(&tokens("there were")), None);
        assert_eq!(english.leads(&tokens("in an interview with VG")).map(|it| it.len), Some(4));
        assert_eq!(
            english.relative(&tokens("on Monday, last year")),
            [Relative::Weekday(0), Relative::Years(-1)]
        );
        assert!(cues("sv").is_none());
    }
}
