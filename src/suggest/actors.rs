//! Actors: who is named and described in an article. A name's parts, its title and its organisation
//! are read from the words around it; a surname and an acronym become aliases.

use super::lexicon::{Class, Lexicon};
use super::tokens::Text;
use super::types::Named;
use crate::model::ActorKind;
use std::ops::Range;

/// The actors found so far.
pub struct Actors<'a> {
    text: &'a Text,
    lexicon: &'a Lexicon,
    /// The actors.
    pub list: Vec<Named>,
    keys: Vec<Vec<String>>,
}

impl<'a> Actors<'a> {
    /// Begins without actors.
    pub fn new(text: &'a Text, lexicon: &'a Lexicon) -> Self {
        Self { text, lexicon, list: Vec::new(), keys: Vec::new() }
    }

    /// Returns the actor that a phrase names or describes, and whether it is named there.
    pub fn of(&mut self, phrase: Range<usize>) -> Option<(usize, bool)> {
        let name = self.name_in(phrase.clone());
        let is_named = name.is_some();
        let range = name.unwrap_or(phrase);
        let keys: Vec<String> = self.text.tokens[range.clone()]
            .iter()
            .filter(|token| token.is_word() && !self.lexicon.is(token, Class::Article))
            .map(|token| token.key.to_string())
            .collect();
        let last = keys.last()?;
        let same = |known: &Vec<String>| {
            if is_named && keys.len() == 1 { known.contains(last) } else { *known == keys }
        };
        let span = self.text.span(range.clone());
        let words = self.words(range);
        if let Some(at) = self.keys.iter().position(same) {
            let actor = &mut self.list[at];
            if actor.name != words && !actor.aliases.contains(&words) && is_named {
                actor.aliases.push(words);
            }
            actor.mentions.push(span);
            return Some((at, is_named));
        }
        let kind = if is_named { ActorKind::Person } else { ActorKind::Other };
        self.list.push(Named {
            name: words,
            kind,
            is_named,
            mentions: vec![span],
            aliases: Vec::new(),
        });
        self.keys.push(keys);
        Some((self.list.len() - 1, is_named))
    }

    /// Returns the longest run of capitalised words in a phrase.
    fn name_in(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let is_part = |at: usize| {
            let token = &self.text.tokens[at];
            token.is_capital() && !self.lexicon.is(token, Class::Article)
        };
        let mut longest = 0..0;
        let mut at = phrase.start;
        while at < phrase.end {
            let end = (at..phrase.end).find(|at| !is_part(*at)).unwrap_or(phrase.end);
            if end - at > longest.len() {
                longest = at..end;
            }
            at = end + 1;
        }
        (!longest.is_empty()).then_some(longest)
    }

    /// Returns the words of a range, as in the text but for the spaces.
    fn words(&self, range: Range<usize>) -> String {
        let tokens = &self.text.tokens[range];
        let mut words = String::new();
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 && tokens[at - 1].end < token.start {
                words.push(' ');
            }
            words += &token.word;
        }
        words
    }
}
