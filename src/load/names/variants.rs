//! The forms in which a text may name an actor.

use super::tokens::{Case, Token, tokens};
use crate::load::cues::Cues;
use crate::model::{Actor, ActorKind};

/// One form of an actor's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The keys of its tokens. Never empty.
    pub keys: Vec<Box<str>>,
    /// The case that the text must have.
    pub needs: Case,
}

/// Returns true if an actor is a person, or may be one.
pub fn is_person(actor: &Actor) -> bool {
    match actor.kind.value {
        ActorKind::Person => true,
        ActorKind::Other => is_personal(&tokens(&actor.name.value)),
        _ => false,
    }
}

/// Returns true if a name looks like that of a person: it ends in two to four capitalised words.
fn is_personal(name: &[Token]) -> bool {
    let capitals = name.iter().rev().take_while(|token| token.case == Case::Capital).count();
    (2..=4).contains(&capitals)
}

/// Returns the forms of an actor's name and aliases.
pub fn variants(actor: &Actor, cues: Option<&Cues>) -> Vec<Variant> {
    let mut found: Vec<Variant> = Vec::new();
    let mut add = |tokens: &[Token]| {
        let keys: Vec<Box<str>> = tokens.iter().map(|token| token.key.clone()).collect();
        // "the i" is a name, "the" is not. "US" is not a pronoun.
        let says = |token: &Token| {
            token.case == Case::Upper || !cues.is_some_and(|cues| cues.is_function(&token.key))
        };
        let is_long = keys.iter().map(|key| key.chars().count()).sum::<usize>() >= 2;
        if !is_long || !(tokens.len() > 1 || tokens.iter().any(says)) {
            return;
        }
        let needs = match tokens {
            [only] => only.case,
            _ => Case::Lower,
        };
        let variant = Variant { keys, needs };
        if !found.contains(&variant) {
            found.push(variant);
        }
    };
    let is_person = is_person(actor);
    for name in std::iter::once(&actor.name).chain(&actor.aliases) {
        let name = tokens(&name.value);
        add(&name);
        let article = |token: &&Token| cues.is_some_and(|cues| cues.is_function(&token.key));
        let bare = &name[name.iter().take_while(article).count()..];
        add(bare);
        if is_person {
            let capitals = bare.iter().rev().take_while(|token| token.case == Case::Capital);
            let personal = &bare[bare.len() - capitals.count()..];
            let says = |token: &&Token| token.key.chars().count() >= 3;
            if personal.len() > 1 {
                add(personal);
                add(&personal[personal.len() - 2..]);
                personal
                    .last()
                    .filter(says)
                    .into_iter()
                    .for_each(|last| add(std::slice::from_ref(last)));
                personal
                    .first()
                    .filter(says)
                    .into_iter()
                    .for_each(|first| add(std::slice::from_ref(first)));
            } else if bare.len() > 1 && bare.iter().all(|token| token.case == Case::Lower) {
                // Scripts without case: the last name alone.
                let name = bare.last().filter(|last| says(last));
                name.into_iter().for_each(|last| add(std::slice::from_ref(last)));
            }
        } else {
            let initials: String = bare
                .iter()
                .filter(|token| token.case != Case::Lower)
                .filter_map(|token| token.key.chars().next())
                .collect();
            if initials.chars().count() >= 3 && initials.is_ascii() {
                let upper = initials.to_uppercase();
                add(&tokens(&upper));
            }
        }
    }
    found
}
