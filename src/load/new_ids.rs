//! Ids: one rule for all of them, so that the same files give the same ids.
//!
//! An id is made of the first words of what it names, in lower-case letters a to z and digits. If
//! the words have none, as in Arabic, it is what the thing is. An id that is taken gets a number.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Maximum length of the words of an id. Leaves room for a number.
const MAX_LENGTH: usize = 48;

/// Ids of dossiers that are addresses of other pages of a site.
pub(super) const RESERVED: [&str; 2] = ["about", "annotate"];

/// The ids that are taken in one list.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    /// Each id, with the number that the next of the same words gets.
    taken: HashMap<String, usize>,
}

impl Ids {
    /// Makes a list in which some ids are taken.
    pub fn with(taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|id| ((*id).to_owned(), 2)).collect() }
    }

    /// Makes a list for the ids of dossiers, in which those of other pages are taken.
    pub fn of_dossiers() -> Self {
        Self::with(&RESERVED)
    }

    /// Makes the id of something. `what` is the id if the words have no letters for one.
    pub fn take(&mut self, words: &str, what: &str) -> String {
        let id = Some(slug(words)).filter(|slug| !slug.is_empty());
        let id = id.unwrap_or_else(|| what.to_owned());
        let Some(mut number) = self.taken.get(&id).copied() else {
            self.taken.insert(id.clone(), 2);
            return id;
        };
        loop {
            let numbered = format!("{id}-{number}");
            number += 1;
            if !self.taken.contains_key(&numbered) {
                self.taken.insert(id, number);
                self.taken.insert(numbered.clone(), 2);
                return numbered;
            }
        }
    }
}

/// Returns the first words of a text as a slug. Empty if it has no letters a to z and no digits.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for word in words.split(|c: char| !c.is_alphanumeric() && !is_within_word(c)) {
        let letters = word.nfkd().filter(char::is_ascii_alphanumeric);
        let word: String = letters.map(|c| c.to_ascii_lowercase()).take(MAX_LENGTH).collect();
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() && slug.len() + 1 + word.len() > MAX_LENGTH {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

/// Returns true for apostrophes and combining marks, which do not end a word.
fn is_within_word(c: char) -> bool {
    matches!(c, '\'' | '’') || unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Slug;

    #[test]
    fn ids_are_slugs_and_unique() {
        let mut ids = Ids::with(&["about"]);
        let long = "a".repeat(200);
        for (words, expected) in [
            ("The minister’s “bad joke”", "the-ministers-bad-joke"),
            ("The minister's bad joke!", "the-ministers-bad-joke-2"),
            ("Élodie Müller", "elodie-muller"),
            ("E\u{301}lodie Muller", "elodie-muller-2"),
            ("about", "about-2"),
            ("about 2", "about-2-2"),
            ("وزير", "statement"),
            ("رئيس", "statement-2"),
            ("", "statement-3"),
            (long.as_str(), &long[..48]),
        ] {
            let id = ids.take(words, "statement");
            assert_eq!(id, expected);
            assert!(Slug::new(&id).is_ok(), "{id}");
        }
        let words = "one two three four five six seven eight nine ten eleven twelve";
        assert_eq!(ids.take(words, "x"), "one-two-three-four-five-six-seven-eight-nine-ten");
    }
}
