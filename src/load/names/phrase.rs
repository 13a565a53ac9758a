//! Whom a phrase names, such as the words of a source: the actor at its head, not those that only
//! describe it.

use super::index::{Mention, Names};
use super::tokens::{Case, Token, tokens};
use crate::model::{ActorIx, Span};

/// Whom a phrase names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The actors that it names by a name: sorted, each once.
    pub by_name: Vec<ActorIx>,
    /// The actors that share most words with it, if it contains no name: sorted, each once.
    pub by_words: Vec<ActorIx>,
    /// True if the phrase is a pronoun, or may be one.
    pub is_pronoun: bool,
}

impl Named {
    /// Returns true if the phrase names an actor.
    pub fn includes(&self, actor: ActorIx) -> bool {
        self.by_name.binary_search(&actor).is_ok() || self.by_words.binary_search(&actor).is_ok()
    }

    /// Returns true if the phrase names nobody.
    pub fn is_nobody(&self) -> bool {
        self.by_name.is_empty() && self.by_words.is_empty()
    }
}

impl Names<'_> {
    /// Returns whom the words of a phrase name.
    pub fn named(&self, phrase: &[Span]) -> Named {
        let mut named = Named::default();
        let mut all: Vec<&Token> = Vec::new();
        for span in phrase {
            let range = self.tokens.range(*span);
            let tokens = self.tokens.unit(span.unit);
            all.extend(&tokens[range.clone()]);
            let mut mentions = self.find(span.unit, range.clone());
            if mentions.is_empty() && range.len() == 1 {
                // A part of a name, such as a word of "Le Roux".
                let part = self.around(span.unit, range.start);
                mentions.extend(part.filter(|it| it.tokens.end == range.end).cloned());
            }
            for mention in self.heads(tokens, range, mentions) {
                named.by_name.extend(mention.actors);
            }
        }
        named.by_name.sort();
        named.by_name.dedup();
        named.is_pronoun = self.is_pronoun(&all);
        if named.by_name.is_empty() && !named.is_pronoun {
            named.by_words = self.sharing_most(&all);
        }
        named
    }

    /// Returns true if the words of an actor's names are close to a word of the phrase: the same
    /// but for an ending.
    pub fn is_inflected(&self, phrase: &[Span], actor: ActorIx) -> bool {
        let names = self.names_of(actor);
        let words = phrase.iter().flat_map(|span| self.tokens.within(*span));
        words.into_iter().any(|token| names.iter().any(|name| differ_in_ending(name, &token.key)))
    }

    /// Returns true if the words are the whole name of an actor, whatever else they may mean: a
    /// source "we" of an actor "we".
    pub fn is_name(&self, words: &str, phrase: &[Span]) -> bool {
        let name = tokens(words);
        let phrase: Vec<&Token> = phrase.iter().flat_map(|it| self.tokens.within(*it)).collect();
        name.len() == phrase.len()
            && name.iter().zip(phrase).all(|(one, other)| one.key == other.key)
    }

    /// Returns how many words of a phrase are in the names of an actor.
    pub fn shared_words(&self, phrase: &[Span], actor: ActorIx) -> usize {
        let names = self.names_of(actor);
        let says = |token: &&Token| !self.cues.is_some_and(|cues| cues.is_function(&token.key));
        let words = phrase.iter().flat_map(|span| self.tokens.within(*span)).filter(says);
        words.filter(|token| names.binary_search(&token.key).is_ok()).count()
    }

    fn is_pronoun(&self, phrase: &[&Token]) -> bool {
        let [only] = phrase else { return false };
        match self.cues {
            Some(cues) => only.case != Case::Upper && cues.is_pronoun(&only.key),
            None => only.key.chars().count() <= 4,
        }
    }

    /// Returns the mentions that are the head of a phrase.
    ///
    /// - What is in brackets, or comes after a comma with other words before it, describes the head:
    ///   "Anna Lund (Greens)", "Anna Lund, leader of the Greens". "Lund, Ro and Nahm" has three heads.
    /// - If there are persons among them, the rest describes them: "Greens leader Anna Lund".
    /// - A possessor describes what follows: "Norway's Finance Ministry". So does what follows a
    ///   preposition: "the Finance Ministry of Norway".
    fn heads(
        &self,
        tokens: &[Token],
        range: std::ops::Range<usize>,
        mentions: Vec<Mention>,
    ) -> Vec<Mention> {
        if mentions.len() < 2 {
            return mentions;
        }
        let is_function =
            |token: &Token| self.cues.is_some_and(|cues| cues.is_function(&token.key));
        let mut heads: Vec<Mention> = Vec::new();
        let (mut depth, mut describes, mut at) = (0_usize, false, range.start);
        for mention in mentions {
            let mut says = false;
            for (position, token) in (at..).zip(&tokens[at..=mention.tokens.start]) {
                if token.gap.closes {
                    depth = depth.saturating_sub(1);
                }
                if token.gap.opens && position > range.start {
                    depth += 1;
                }
                if token.gap.comma && !heads.is_empty() {
                    (describes, says) = (true, false);
                }
                says |= position < mention.tokens.start && !is_function(token);
                if describes && !says && position == mention.tokens.start {
                    describes = false;
                }
            }
            at = mention.tokens.end;
            if depth == 0 && !describes {
                heads.push(mention);
            }
        }
        let is_person = |it: &Mention| it.actors.iter().any(|actor| self.is_person(*actor));
        if heads.iter().any(is_person) {
            heads.retain(is_person);
            return heads;
        }
        let is_owner =
            |it: &Mention| it.tokens.end < range.end && tokens[it.tokens.end].gap.possessive;
        let is_object = |it: &Mention| {
            let before = it.tokens.start.checked_sub(1).filter(|before| *before > range.start);
            let words =
                before.map(|before| &tokens[range.start.max(before.saturating_sub(1))..=before]);
            words.is_some_and(|words| {
                words
                    .iter()
                    .any(|word| self.cues.is_some_and(|cues| cues.is_preposition(&word.key)))
            })
        };
        let of_head: Vec<Mention> = (heads.iter().enumerate())
            .filter(|(at, it)| !is_owner(it) && (*at == 0 || !is_object(it)))
            .map(|(_, it)| it.clone())
            .collect();
        if of_head.is_empty() { heads } else { of_head }
    }

    /// Returns the actors that share the largest number of words with a phrase.
    fn sharing_most(&self, phrase: &[&Token]) -> Vec<ActorIx> {
        let mut counts: Vec<(ActorIx, usize)> = Vec::new();
        let mut keys: Vec<&str> = phrase.iter().map(|token| &*token.key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            for actor in self.sharing.get(key).into_iter().flatten() {
                match counts.iter_mut().find(|(known, _)| known == actor) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((*actor, 1)),
                }
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let mut found: Vec<ActorIx> = counts
            .into_iter()
            .filter(|(_, count)| *count == most)
            .map(|(actor, _)| actor)
            .collect();
        found.sort();
        found
    }
}

/// Returns true if two words have the same beginning, of four letters or more, and differ only in
/// up to three letters at the end.
fn differ_in_ending(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count() - same;
    same >= 4 && rest(one) <= 3 && rest(other) <= 3
}
