//! The names of all actors, and where a text mentions them.

use super::tokens::{Case, Token, Tokens};
use super::variants::{is_person, variants};
use crate::load::cues::Cues;
use crate::model::{Actor, ActorIx, Span, UnitIx};
use std::collections::HashMap;

/// Maximum number of words before a name, or after a comma that follows it, that describe it.
const DESCRIPTION: usize = 6;

/// Tokens that more actors share say nothing about which of them is meant.
const MAX_SHARED: usize = 48;

/// The names of the actors of a text, and where it mentions them.
pub struct Names<'t> {
    /// The text.
    pub tokens: &'t Tokens,
    /// The words of the text's language.
    pub cues: Option<&'static Cues>,
    /// The steps from each node of the tree of names, by the key of a token.
    steps: Vec<HashMap<Box<str>, u32>>,
    /// The actors whose name ends at a node, sorted, with the case that the text must have.
    ends: Vec<Vec<(ActorIx, Case)>>,
    persons: Vec<bool>,
    /// The mentions of each unit, in reading order and without overlaps.
    mentions: Vec<Vec<Mention>>,
    /// Actors by a token of their names or descriptions, sorted.
    pub(super) sharing: HashMap<Box<str>, Vec<ActorIx>>,
    /// The tokens of the names of each actor, sorted.
    named_by: Vec<Vec<Box<str>>>,
}

/// Words of a text that name one actor, or several of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The positions of the tokens in the unit.
    pub tokens: std::ops::Range<usize>,
    /// The actors, sorted. Never empty.
    pub actors: Vec<ActorIx>,
}

impl<'t> Names<'t> {
    /// Indexes the names of actors, and finds them in a text.
    pub fn of(actors: &[Actor], tokens: &'t Tokens, cues: Option<&'static Cues>) -> Self {
        let mut names = Self {
            tokens,
            cues,
            steps: vec![HashMap::new()],
            ends: vec![Vec::new()],
            persons: actors.iter().map(is_person).collect(),
            mentions: Vec::new(),
            sharing: HashMap::new(),
            named_by: Vec::new(),
        };
        for (position, actor) in actors.iter().enumerate() {
            let ix = ActorIx::from(position);
            let mut keys = Vec::new();
            for variant in variants(actor, cues) {
                names.insert(&variant.keys, ix, variant.needs);
                keys.extend(variant.keys);
            }
            keys.sort();
            keys.dedup();
            for key in &keys {
                names.share(key, ix);
            }
            names.named_by.push(keys);
        }
        for unit in 0..tokens.units() {
            let unit = UnitIx(u32::try_from(unit).unwrap_or(u32::MAX));
            let found = names.find(unit, 0..tokens.unit(unit).len());
            names.mentions.push(found);
        }
        names.describe();
        names
    }

    /// Returns true if an actor is a person.
    pub fn is_person(&self, actor: ActorIx) -> bool {
        self.persons.get(actor.index()).copied().unwrap_or_default()
    }

    /// Returns the keys of the words in an actor's names, sorted.
    pub fn names_of(&self, actor: ActorIx) -> &[Box<str>] {
        self.named_by.get(actor.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns the mentions in a unit.
    pub fn mentions(&self, unit: UnitIx) -> &[Mention] {
        self.mentions.get(unit.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns the last mention that ends at or before a token of a unit.
    pub fn last_before(&self, unit: UnitIx, token: usize) -> Option<&Mention> {
        let mentions = self.mentions(unit);
        mentions[..mentions.partition_point(|mention| mention.tokens.end <= token)].last()
    }

    /// Returns the mention that starts at a token of a unit.
    pub fn starting_at(&self, unit: UnitIx, token: usize) -> Option<&Mention> {
        let mentions = self.mentions(unit);
        let at = mentions.partition_point(|mention| mention.tokens.start < token);
        mentions.get(at).filter(|mention| mention.tokens.start == token)
    }

    /// Returns the mention that contains a token of a unit.
    pub fn around(&self, unit: UnitIx, token: usize) -> Option<&Mention> {
        let mentions = self.mentions(unit);
        let at = mentions.partition_point(|mention| mention.tokens.end <= token);
        mentions.get(at).filter(|mention| mention.tokens.start <= token)
    }

    fn insert(&mut self, keys: &[Box<str>], actor: ActorIx, needs: Case) {
        let mut node = 0_usize;
        for key in keys {
            let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            let step = *self.steps[node].entry(key.clone()).or_insert(next);
            if step == next {
                self.ends.push(Vec::new());
                self.steps.push(HashMap::new());
            }
            node = step as usize;
        }
        let ends = &mut self.ends[node];
        if !ends.contains(&(actor, needs)) && ends.len() < MAX_SHARED {
            ends.push((actor, needs));
        }
    }

    fn share(&mut self, key: &str, actor: ActorIx) {
        if self.cues.is_some_and(|cues| cues.is_function(key)) {
            return;
        }
        let sharing = self.sharing.entry(key.into()).or_default();
        if sharing.last() != Some(&actor) && sharing.len() <= MAX_SHARED {
            sharing.push(actor);
        }
    }

    /// Finds the names in a range of tokens: at each token the longest one.
    pub(super) fn find(&self, unit: UnitIx, range: std::ops::Range<usize>) -> Vec<Mention> {
        let tokens = self.tokens.unit(unit);
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let Some((end, actors)) = self.longest(&tokens[..range.end], at) else {
                at += 1;
                continue;
            };
            let span = Span { unit, start: tokens[at].start, end: tokens[end - 1].end };
            found.push(Mention { span, tokens: at..end, actors });
            at = end;
        }
        found
    }

    fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, Vec<ActorIx>)> {
        let mut best = None;
        let mut node = 0;
        for (position, token) in tokens.iter().enumerate().skip(at) {
            let gap = token.gap;
            if position > at && (gap.stop || gap.opens || gap.closes) {
                break;
            }
            let Some(next) = self.step(node, &token.key) else { break };
            node = next;
            let fits = |needs: Case| match (position == at, needs) {
                (true, Case::Upper) => token.case == Case::Upper,
                (true, Case::Capital) => token.case != Case::Lower,
                _ => true,
            };
            let ends = self.ends[node as usize].iter().filter(|(_, needs)| fits(*needs));
            let mut actors: Vec<ActorIx> = ends.map(|(actor, _)| *actor).collect();
            if !actors.is_empty() {
                actors.sort();
                actors.dedup();
                best = Some((position + 1, actors));
            }
        }
        best
    }

    /// Follows a token. A genitive or plural "s" at its end may be missing in the name.
    fn step(&self, node: u32, key: &str) -> Option<u32> {
        let step = |key: &str| self.steps[node as usize].get(key).copied();
        step(key).or_else(|| step(key.strip_suffix('s').filter(|short| short.len() >= 4)?))
    }

    /// Notes the words next to each mention that describe the actor: a title before it, and an
    /// apposition after it.
    fn describe(&mut self) {
        let mut described: Vec<(Box<str>, ActorIx)> = Vec::new();
        for (unit, mentions) in (0..).map(UnitIx).zip(&self.mentions) {
            let tokens = self.tokens.unit(unit);
            for mention in mentions.iter().filter(|mention| mention.actors.len() == 1) {
                let actor = mention.actors[0];
                let (start, end) = (mention.tokens.start, mention.tokens.end);
                let mut add = |token: &Token| described.push((token.key.clone(), actor));
                for at in (start.saturating_sub(DESCRIPTION)..start).rev() {
                    if !tokens[at + 1].gap.is_plain() && !tokens[at + 1].gap.possessive {
                        break;
                    }
                    add(&tokens[at]);
                }
                let is_apposed =
                    tokens.get(end).is_some_and(|next| next.gap.comma && !next.gap.stop);
                let after = tokens.get(end..).unwrap_or_default().iter();
                let words = after.enumerate().take(DESCRIPTION);
                for (at, token) in words {
                    if !is_apposed || (at > 0 && !token.gap.is_plain()) {
                        break;
                    }
                    add(token);
                }
            }
        }
        described.sort_by_key(|(_, actor)| *actor);
        for (key, actor) in described {
            self.share(&key, actor);
        }
        self.sharing.values_mut().for_each(|actors| {
            actors.sort();
            actors.dedup();
        });
    }
}
