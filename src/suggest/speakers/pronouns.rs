//! Pronouns: the actor that is meant is the last one before that fits, and a source more likely
//! than somebody who is only mentioned.

use crate::model::{ActorKind, Span};
use crate::suggest::actors::{Actors, Gender};
use crate::suggest::lexicon::Class;
use crate::suggest::types::{Rule, Speaker};
use std::ops::Range;

/// Maximum number of units back to an antecedent.
const MAX_UNITS: u32 = 4;

/// What a pronoun can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    One(Gender),
    Thing,
    Many,
    /// The speaker of the quotation that it is in.
    Own,
    /// Whoever is named just before.
    Who,
    Nobody,
}

/// Returns the speaker that a source of one word means, if it is a pronoun. `outer` is the speaker of
/// the attribution that it is within.
pub fn speaker(
    actors: &mut Actors<'_>,
    source: &Range<usize>,
    outer: Option<Speaker>,
) -> Option<Option<Speaker>> {
    let meaning = meaning(actors, source)?;
    let found = match meaning {
        Meaning::Nobody => None,
        Meaning::Own => outer.map(|outer| outer.actor),
        Meaning::Who => before_who(actors, source.start),
        Meaning::One(_) | Meaning::Thing | Meaning::Many => nearest(actors, source.start, meaning),
    };
    Some(found.map(|actor| {
        if let Meaning::One(gender) = meaning {
            actors.known[actor].gender.get_or_insert(gender);
        }
        let antecedent = last_mention(actors, actor, source.start);
        actors.mention(actor, source.clone(), true);
        Speaker { actor, antecedent, rule: Rule::Pronoun }
    }))
}

/// Returns the last place before a token where the words name or describe an actor.
pub fn last_mention(actors: &Actors<'_>, actor: usize, before: usize) -> Option<Span> {
    let is_pronoun = |tokens: &Range<usize>| meaning(actors, tokens).is_some();
    let own = actors.known[actor].mentions.iter().map(|(tokens, _)| tokens);
    let earlier =
        own.clone().filter(|it| it.start < before && !is_pronoun(it)).max_by_key(|it| it.start);
    // A headline or a quotation may come before the name.
    let any = || own.filter(|it| !is_pronoun(it)).min_by_key(|it| it.start);
    earlier.or_else(any).map(|tokens| actors.text.span(tokens.clone()))
}

fn meaning(actors: &Actors<'_>, source: &Range<usize>) -> Option<Meaning> {
    let tokens = &actors.text.tokens[source.clone()];
    let mut words = tokens.iter().filter(|token| token.is_word());
    let only = words.next()?;
    if words.next().is_some() {
        let (_, class) = actors.lexicon.at(tokens).find(|(length, _)| *length == tokens.len())?;
        return (class == Class::They).then_some(Meaning::Many);
    }
    let is = |class| actors.lexicon.is(only, class);
    if is(Class::He) {
        Some(Meaning::One(Gender::He))
    } else if is(Class::She) {
        Some(Meaning::One(Gender::She))
    } else if is(Class::Speaker) {
        Some(Meaning::Own)
    } else if is(Class::They) {
        Some(Meaning::Many)
    } else if is(Class::It) {
        Some(Meaning::Thing)
    } else if is(Class::Who) {
        Some(Meaning::Who)
    } else if is(Class::Some) {
        Some(Meaning::Nobody)
    } else {
        None
    }
}

/// Returns the actor that fits best.
fn nearest(actors: &Actors<'_>, at: usize, meaning: Meaning) -> Option<usize> {
    let text = actors.text;
    let mut best: Option<(i64, usize)> = None;
    for (actor, known) in actors.known.iter().enumerate() {
        let kind = actors.list[actor].kind;
        let penalty = match meaning {
            Meaning::One(gender) => match known.gender {
                Some(own) if own == gender => 0,
                Some(_) => continue,
                None if kind == ActorKind::Person && known.is_person => 2,
                None if kind == ActorKind::Person => 6,
                None if kind == ActorKind::Other && !known.is_many => 16,
                None => continue,
            },
            Meaning::Thing => match kind {
                ActorKind::Person | ActorKind::Group => continue,
                ActorKind::Other => 6,
                _ => 0,
            },
            _ => match kind {
                ActorKind::Group => 0,
                ActorKind::Person => 14,
                _ => 5,
            },
        };
        for (tokens, is_source) in known.mentions.iter().filter(|(tokens, _)| tokens.end <= at) {
            let units = text.tokens[at].unit.0 - text.tokens[tokens.start].unit.0;
            if units > MAX_UNITS {
                continue;
            }
            let sentences =
                i64::from(text.tokens[at].sentence - text.tokens[tokens.start].sentence);
            let is_first = text.sentence(tokens.start).start + 3 >= tokens.start;
            let bonus = 6 * i64::from(*is_source) + 3 * i64::from(is_first);
            let distance = i64::try_from(at - tokens.start).unwrap_or_default().min(120) / 12;
            let cost = 3 * sentences + distance + penalty - bonus;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, actor));
            }
        }
    }
    best.map(|(_, actor)| actor)
}

/// Returns the actor that is named or described just before a relative pronoun.
fn before_who(actors: &Actors<'_>, at: usize) -> Option<usize> {
    let sentence = actors.text.sentence(at);
    let all = actors.known.iter().enumerate();
    let own = all
        .flat_map(|(actor, known)| known.mentions.iter().map(move |(tokens, _)| (tokens, actor)));
    let near = own.filter(|(tokens, _)| tokens.start >= sentence.start && tokens.end <= at);
    near.max_by_key(|(tokens, _)| tokens.end).map(|(_, actor)| actor)
}
