//! Actors: who is named and described in an article. A name's title and organisation are read from
//! the words around it; a surname and an acronym become aliases.

mod kinds;
mod names;
mod phrase;

pub use phrase::Phrase;

use super::lexicon::{Class, Lexicon};
use super::tokens::Text;
use super::types::Named;
use crate::load::names::key;
use crate::model::ActorKind;
use kinds::{described_kind, name_kind};
use std::collections::BTreeSet;
use std::ops::Range;

/// The grammatical gender of a person, as far as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// A man.
    He,
    /// A woman.
    She,
}

/// What is known of an actor.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The keys of the words of its name, without articles.
    pub keys: Vec<String>,
    /// The keys of words that describe it: titles, the heads of descriptions.
    pub described: BTreeSet<String>,
    /// Its gender, if it is one person.
    pub gender: Option<Gender>,
    /// True if more than the form of the name says that it is a person.
    pub is_person: bool,
    /// True for several persons.
    pub is_many: bool,
    /// Where it is mentioned, as tokens, in text order, and whether as a source.
    pub mentions: Vec<(Range<usize>, bool)>,
}

/// The actors found so far.
pub struct Actors<'a> {
    /// The text.
    pub text: &'a Text,
    /// The lexicon of its language.
    pub lexicon: &'a Lexicon,
    /// The actors.
    pub list: Vec<Named>,
    /// What is known of each.
    pub known: Vec<Known>,
    /// The names in the text, each with its actor.
    pub names: Vec<(Range<usize>, usize)>,
}

impl<'a> Actors<'a> {
    /// Finds the names in a text, and makes an actor of each person and body.
    pub fn new(text: &'a Text, lexicon: &'a Lexicon) -> Self {
        let mut actors =
            Self { text, lexicon, list: Vec::new(), known: Vec::new(), names: Vec::new() };
        let found = names::names(text, lexicon);
        // Full names first, so that a surname in the headline finds its owner.
        let mut order: Vec<&Range<usize>> = found.iter().collect();
        order.sort_by_key(|name| (std::cmp::Reverse(name.len().min(2)), name.start));
        for name in order {
            let actor = actors.named(name);
            actors.names.push((name.clone(), actor));
        }
        actors.names.sort_by_key(|(name, _)| name.start);
        for at in 0..actors.names.len() {
            actors.describe(at);
        }
        actors
    }

    /// Returns the actor of a name, which is new or known.
    fn named(&mut self, name: &Range<usize>) -> usize {
        let keys = self.keys(name.clone());
        let found = (0..self.list.len())
            .find(|actor| self.list[*actor].is_named && self.is_same(&keys, *actor));
        if let Some(actor) = found {
            return actor;
        }
        let (kind, gender) = name_kind(self.text, self.lexicon, name);
        self.add(name.clone(), kind, true, keys, gender)
    }

    /// Returns true if the keys of a name are those of an actor, or an end or the initials of them.
    fn is_same(&self, keys: &[String], actor: usize) -> bool {
        let own = &self.known[actor].keys;
        if own.as_slice() == keys || keys.is_empty() {
            return own.as_slice() == keys;
        }
        let is_person = self.list[actor].kind == ActorKind::Person;
        let initials = || own.iter().filter_map(|key| key.chars().next()).collect::<String>();
        match keys {
            [only] if own.len() > 1 => {
                own.last() == Some(only)
                    || (!is_person && own.first() == Some(only))
                    || (own.len() > 2 && initials() == *only)
            }
            _ => {
                own.len() > keys.len() && own.ends_with(keys)
                    || (keys.len() > 1 && keys.ends_with(own) && own.len() > 1)
            }
        }
    }

    /// Adds an actor, and returns its position.
    pub fn add(
        &mut self,
        words: Range<usize>,
        kind: ActorKind,
        is_named: bool,
        keys: Vec<String>,
        gender: Option<Gender>,
    ) -> usize {
        let name = self.words(words);
        self.list.push(Named { name, kind, is_named, mentions: Vec::new(), aliases: Vec::new() });
        let is_many = kind == ActorKind::Group;
        let is_person = gender.is_some() || (kind == ActorKind::Person && !is_named);
        self.known.push(Known { keys, gender, is_many, is_person, ..Known::default() });
        self.list.len() - 1
    }

    /// Returns the actor of a description of nobody who is named.
    pub fn described(&mut self, phrase: &Phrase) -> usize {
        let keys = self.keys(phrase.core.clone());
        let same = |actor: &usize| !self.list[*actor].is_named && self.known[*actor].keys == keys;
        if let Some(actor) = (0..self.list.len()).find(same) {
            return actor;
        }
        let kind = described_kind(self.text, self.lexicon, phrase);
        let head = self.keys(phrase.head..phrase.head + 1);
        let gender = self.gender_of(phrase.core.clone());
        let actor = self.add(phrase.core.clone(), kind, false, keys, gender);
        self.known[actor].described.extend(head);
        actor
    }

    /// Returns the gender that a title such as "spokeswoman" has.
    fn gender_of(&self, tokens: Range<usize>) -> Option<Gender> {
        let is =
            |class| self.text.tokens[tokens.clone()].iter().any(|it| self.lexicon.is(it, class));
        match (is(Class::Sir), is(Class::Madam)) {
            (true, false) => Some(Gender::He),
            (false, true) => Some(Gender::She),
            _ => None,
        }
    }

    /// Records a mention.
    pub fn mention(&mut self, actor: usize, tokens: Range<usize>, is_source: bool) {
        let known = &mut self.known[actor];
        match known.mentions.iter_mut().find(|(own, _)| *own == tokens) {
            Some((_, was)) => *was |= is_source,
            None => known.mentions.push((tokens, is_source)),
        }
    }

    /// Records a name as a mention, and the titles before it and after it.
    fn describe(&mut self, at: usize) {
        let (name, actor) = self.names[at].clone();
        self.mention(actor, name.clone(), false);
        let words = self.words(name.clone());
        let own = &mut self.list[actor];
        if own.name != words && !own.aliases.contains(&words) {
            own.aliases.push(words);
        }
        let sentence = self.text.sentence(name.start);
        let mut near = name.start.saturating_sub(4).max(sentence.start)..name.start;
        while near.start < near.end
            && !self.text.tokens[near.start..near.end].iter().all(|it| it.is_word())
        {
            near.start += 1;
        }
        let mut titles = self.titles(near);
        if self.text.tokens.get(name.end).is_some_and(|token| &*token.word == ",") {
            let most = (name.end + 14).min(sentence.end);
            let close =
                (name.end + 1..most).find(|at| matches!(&*self.text.tokens[*at].word, "," | "."));
            titles.extend(close.map(|close| self.titles(name.end + 1..close)).unwrap_or_default());
        }
        let known = &mut self.known[actor];
        // A surname alone, a title or an age.
        known.is_person |= !titles.is_empty() || (name.len() == 1 && known.keys.len() > 1);
        known.described.extend(titles);
    }

    /// Returns the keys of titles and of words of bodies.
    fn titles(&self, tokens: Range<usize>) -> Vec<String> {
        let is = |at: &usize| {
            let token = &self.text.tokens[*at];
            [Class::Title, Class::Sir, Class::Madam]
                .into_iter()
                .any(|it| self.lexicon.is(token, it))
        };
        tokens.filter(is).map(|at| key(&self.text.tokens[at].word)).collect()
    }

    /// Returns the keys of words, without articles.
    pub fn keys(&self, tokens: Range<usize>) -> Vec<String> {
        let says =
            |it: &&super::tokens::Token| it.is_word() && !self.lexicon.is(it, Class::Article);
        let own = self.text.tokens[tokens].iter().filter(says);
        own.map(|token| key(&token.word)).filter(|key| key != "s").collect()
    }

    /// Returns the words of a range, as in the text but for white space.
    pub fn words(&self, range: Range<usize>) -> String {
        let mut words = String::new();
        for (at, token) in self.text.tokens[range].iter().enumerate() {
            if at > 0 && token.is_spaced {
                words.push(' ');
            }
            words += &token.word;
        }
        words
    }

    /// Returns the actors that are used, or that are persons or bodies with a name, with their
    /// mentions, and the new position of each.
    pub fn finish(mut self, used: &BTreeSet<usize>) -> (Vec<Named>, Vec<Option<usize>>) {
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (actor, known) in self.known.iter_mut().enumerate() {
            known.mentions.sort_by_key(|(tokens, _)| tokens.start);
            let own = &mut self.list[actor];
            own.mentions =
                known.mentions.iter().map(|(tokens, _)| self.text.span(tokens.clone())).collect();
            // A place looks like a person, but for what is said of persons.
            let is_known = match own.kind {
                ActorKind::Person => known.is_person,
                ActorKind::Other => false,
                _ => true,
            };
            let is_kept = used.contains(&actor) || (own.is_named && is_known);
            if let Some((first, _)) = known.mentions.first().filter(|_| is_kept) {
                order.push((first.start, actor));
            }
        }
        order.sort_unstable();
        let mut positions = vec![None; self.list.len()];
        for (position, (_, actor)) in order.iter().enumerate() {
            positions[*actor] = Some(position);
        }
        let list = order.iter().map(|(_, actor)| self.list[*actor].clone()).collect();
        (list, positions)
    }
}
