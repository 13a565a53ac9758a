//! The actors of a draft: one for each name or description that a source's words give.
//!
//! A pronoun says who speaks only to a reader of the whole article, so its statement is left without
//! a speaker.

use super::super::document::Attribution;
use super::parts::{Actor, Name};
use crate::load::Ids;
use crate::load::Quoting;
use crate::model::Span;
use std::collections::HashMap;

/// Pronouns of English, French, German, Spanish and Arabic that stand for a source.
const PRONOUNS: [&str; 60] = [
    "he", "she", "it", "they", "we", "i", "you", "who", "whom", "which", "that", "him", "her",
    "them", "us", "me", "his", "their", "its", "our", "my", "your", "one", "this", "these",
    "those", "il", "elle", "ils", "elles", "on", "je", "nous", "vous", "qui", "celui-ci",
    "celle-ci", "er", "sie", "es", "wir", "ich", "ihr", "der", "die", "man", "él", "ella", "ellos",
    "ellas", "yo", "nosotros", "quien", "هو", "هي", "هم", "هن", "أنا", "نحن", "الذي",
];

/// The actors of a draft, and who speaks under which name.
pub struct Speakers<'a> {
    actors: &'a mut Vec<Actor>,
    ids: Ids,
    /// The id of each actor, by its name in lower case.
    known: HashMap<String, String>,
}

impl<'a> Speakers<'a> {
    /// Begins with the actors that there are.
    pub fn new(actors: &'a mut Vec<Actor>) -> Self {
        let taken: Vec<&str> = actors.iter().map(|actor| actor.id.as_str()).collect();
        let ids = Ids::with(&taken);
        Self { actors, ids, known: HashMap::new() }
    }

    /// Returns the speakers of an attribution. `None` if its source has no words, or a pronoun.
    pub fn of(
        &mut self,
        attribution: &Attribution,
        source: &[Span],
        quoting: &Quoting,
    ) -> Option<Vec<String>> {
        if let Some(speaker) = &attribution.speaker {
            if speaker.reference.is_empty() {
                return Some(vec![self.named(&speaker.name, quoting)]);
            }
            let note =
                format!("According to the files that were imported ({}).", speaker.reference);
            let name = Name::Noted { is: speaker.name.clone(), note };
            return Some(vec![self.actor(&speaker.reference, &speaker.name, name)]);
        }
        let words: Vec<&str> = source.iter().map(|span| quoting.words(*span)).collect();
        let words = words.join(" ");
        let name = bare(&words);
        if name.is_empty() || PRONOUNS.contains(&name.to_lowercase().as_str()) {
            return None;
        }
        Some(vec![self.named(name, quoting)])
    }

    /// Returns the id of the actor with a name in the words of the article.
    pub fn named(&mut self, name: &str, quoting: &Quoting) -> String {
        let shown = if quoting.contains(name) {
            Name::Words(name.to_owned())
        } else {
            let note = "The words of the source, which come in several pieces.".to_owned();
            Name::Noted { is: name.to_owned(), note }
        };
        self.actor(&name.to_lowercase(), name, shown)
    }

    fn actor(&mut self, key: &str, words: &str, name: Name) -> String {
        if let Some(id) = self.known.get(key) {
            return id.clone();
        }
        let id = self.ids.take(words, "actor");
        self.known.insert(key.to_owned(), id.clone());
        self.actors.push(Actor { id: id.clone(), name, kind: "other" });
        id
    }
}

/// Returns words without the punctuation around them and without a possessive ending.
fn bare(words: &str) -> &str {
    let trimmed = words.trim_matches(|c: char| !c.is_alphanumeric());
    let possessive = ["'s", "’s"].into_iter().find_map(|ending| trimmed.strip_suffix(ending));
    possessive.filter(|rest| !rest.is_empty()).unwrap_or(trimmed)
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn names_have_no_punctuation_around_them() {
        for (words, name) in [
            ("“Ada Reader,”", "Ada Reader"),
            ("Ada Reader’s", "Ada Reader"),
            ("'s", "s"),
            ("Reuters (Paris)", "Reuters (Paris"),
            ("…", ""),
        ] {
            assert_eq!(bare(words), name);
        }
    }
}
