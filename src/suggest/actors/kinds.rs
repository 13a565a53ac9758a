//! The kind of an actor, from the words of its name or its description.

use super::{Gender, Phrase};
use crate::model::ActorKind;
use crate::suggest::lexicon::{Class, Lexicon};
use crate::suggest::tokens::Text;
use std::ops::Range;

/// The kinds of bodies, by the words in their names, the most certain first.
const BODIES: [(Class, ActorKind); 7] = [
    (Class::Media, ActorKind::Media),
    (Class::Academic, ActorKind::Academic),
    (Class::Government, ActorKind::GovernmentBody),
    (Class::Party, ActorKind::PoliticalGroup),
    (Class::Association, ActorKind::Ngo),
    (Class::Company, ActorKind::Company),
    (Class::State, ActorKind::State),
];

/// Returns the kind of what is named, and the gender of a person.
pub fn name_kind(
    text: &Text,
    lexicon: &Lexicon,
    name: &Range<usize>,
) -> (ActorKind, Option<Gender>) {
    let tokens = &text.tokens[name.clone()];
    let before = name.start.checked_sub(1).map(|at| &text.tokens[at]);
    let is_before = |class| before.is_some_and(|it| it.is_word() && lexicon.is(it, class));
    let first = &tokens[0];
    let gender = match (lexicon.is(first, Class::Men), lexicon.is(first, Class::Women)) {
        _ if is_before(Class::Sir) => Some(Gender::He),
        _ if is_before(Class::Madam) => Some(Gender::She),
        (true, false) if tokens.len() > 1 => Some(Gender::He),
        (false, true) if tokens.len() > 1 => Some(Gender::She),
        _ => None,
    };
    let is_titled = is_before(Class::Title) || gender.is_some();
    let has = |class| tokens.iter().any(|token| lexicon.is(token, class));
    let body = BODIES.into_iter().find(|(class, _)| has(*class));
    let is_age = |at: usize| {
        text.tokens.get(at).is_some_and(|it| it.word.len() <= 2 && it.key.starts_with('0'))
    };
    let has_age =
        text.tokens.get(name.end).is_some_and(|it| &*it.word == ",") && is_age(name.end + 1);
    if is_titled || has_age {
        return (ActorKind::Person, gender);
    }
    if let Some((_, kind)) = body {
        return (kind, None);
    }
    let is_acronym = tokens.len() == 1 && first.word.chars().all(char::is_uppercase);
    if (2..=4).contains(&tokens.len()) && !is_acronym {
        return (ActorKind::Person, gender);
    }
    (ActorKind::Other, gender)
}

/// Returns the kind of what is only described.
pub fn described_kind(text: &Text, lexicon: &Lexicon, phrase: &Phrase) -> ActorKind {
    let head = &text.tokens[phrase.head];
    let is = |class| lexicon.is(head, class);
    let has = |class| text.tokens[phrase.core.clone()].iter().any(|it| lexicon.is(it, class));
    if is(Class::People) || phrase.is_many {
        ActorKind::Group
    } else if is(Class::Document) {
        ActorKind::Document
    } else if let Some((_, kind)) = BODIES.into_iter().find(|(class, _)| is(*class)) {
        kind
    } else if is(Class::Title) || is(Class::Sir) || is(Class::Madam) || has(Class::Title) {
        ActorKind::Person
    } else {
        ActorKind::Other
    }
}
