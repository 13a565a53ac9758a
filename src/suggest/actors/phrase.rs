//! The words of a source: a pronoun, a name with what describes it, or a description alone.

use super::Actors;
use crate::model::ActorKind;
use crate::suggest::lexicon::Class;
use std::ops::Range;

/// A source's words, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The words without what follows a comma or a relative pronoun.
    pub core: Range<usize>,
    /// The noun that the description is about.
    pub head: usize,
    /// True after "the" and possessives: the reader knows who it is.
    pub is_definite: bool,
    /// True for several.
    pub is_many: bool,
    /// The actor that the words name.
    pub named: Option<usize>,
}

impl Actors<'_> {
    /// Takes the words of a source apart. `None` if there are no words.
    pub fn phrase(&self, source: Range<usize>) -> Option<Phrase> {
        let is = |at: usize, class| self.lexicon.is(&self.text.tokens[at], class);
        let word = |at: usize| &*self.text.tokens[at].word;
        let ends = |at: &usize| {
            *at > source.start
                && (matches!(word(*at), "," | "(" | ";" | ":" | "،")
                    || is(*at, Class::Who) && word(*at) != "that")
        };
        let mut core = source.start..source.clone().find(ends).unwrap_or(source.end);
        while core.start < core.end && !self.text.tokens[core.start].is_word() {
            core.start += 1;
        }
        while core.end > core.start && !self.text.tokens[core.end - 1].is_word() {
            core.end -= 1;
        }
        if core.is_empty() {
            return None;
        }
        let preposition = core.clone().skip(1).find(|at| is_preposition(word(*at)));
        let noun_end = preposition.unwrap_or(core.end);
        let head = (core.start..noun_end).rev().find(|at| self.text.tokens[*at].is_word());
        let head = head.unwrap_or(core.start);
        let first = &*self.text.tokens[core.start].key;
        let has_owner = core.clone().any(|at| matches!(word(at), "’s" | "'s"));
        let is_definite = matches!(
            first,
            "the"
                | "this"
                | "that"
                | "his"
                | "her"
                | "its"
                | "their"
                | "le"
                | "la"
                | "les"
                | "l'"
                | "ce"
                | "cette"
        ) || has_owner;
        let is_many = is(head, Class::People)
            || matches!(
                first,
                "two" | "three" | "several" | "many" | "some" | "both" | "four" | "les" | "des"
            );
        let named = self.named_in(&core, noun_end, head);
        Some(Phrase { core, head, is_definite, is_many, named })
    }

    /// Returns the actor that is the head of a phrase: a person, or a body that nothing describes.
    fn named_in(&self, core: &Range<usize>, noun_end: usize, head: usize) -> Option<usize> {
        let within = |name: &Range<usize>| name.start >= core.start && name.end <= core.end;
        let own: Vec<&(Range<usize>, usize)> =
            self.names.iter().filter(|(name, _)| within(name)).collect();
        let is_person = |actor: usize| self.list[actor].kind == ActorKind::Person;
        let is_owner = |name: &Range<usize>| {
            self.text.tokens.get(name.end).is_some_and(|it| matches!(&*it.word, "’s" | "'s"))
                && name.end < core.end
        };
        let heads = || own.iter().filter(|(name, _)| name.start < noun_end && !is_owner(name));
        if let Some((_, actor)) = heads().find(|(_, actor)| is_person(*actor)) {
            return Some(*actor);
        }
        // "Alder Bank" names the bank; "an Alder Bank spokesman" does not.
        heads().find(|(name, _)| name.contains(&head)).map(|(_, actor)| *actor)
    }
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "at"
            | "from"
            | "in"
            | "with"
            | "on"
            | "by"
            | "to"
            | "de"
            | "du"
            | "des"
            | "d’"
            | "d'"
            | "à"
            | "au"
            | "pour"
            | "familiar"
            | "close"
    )
}
