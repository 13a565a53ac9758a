//! The chain: through whom words reached the article.

use crate::model::ActorKind;
use crate::suggest::actors::Actors;
use crate::suggest::lexicon::Class;
use crate::suggest::rules::Found;
use crate::suggest::types::{Hop, Rule, Speaker};

/// Maximum number of tokens of the name of who was told.
const MAX_TOLD: usize = 8;

/// Returns the steps of each attribution.
pub fn hops(
    actors: &mut Actors<'_>,
    found: &[Found],
    speakers: &[Option<Speaker>],
) -> Vec<Vec<Hop>> {
    let mut all = Vec::with_capacity(found.len());
    for it in found {
        let mut hops: Vec<Hop> = Vec::new();
        hops.extend(led(actors, it));
        let mut inner = it;
        while let Some(outer) = inner.within {
            inner = &found[outer];
            if let (Some(speaker), Some(source)) = (&speakers[outer], inner.source.first()) {
                let evidence = actors.text.span(source.clone());
                hops.push(Hop { actor: speaker.actor, evidence, rule: Rule::Reports });
            }
        }
        all.push(hops);
    }
    all
}

/// Returns the step that a phrase in or around an attribution leads to: "told the Courier", "quoted
/// by the agency".
fn led(actors: &mut Actors<'_>, it: &Found) -> Option<Hop> {
    let text = actors.text;
    let anchor = it.cue.first()?.start;
    let sentence = text.sentence(anchor);
    let is_content = |at: usize| it.content.iter().any(|piece| piece.contains(&at));
    let is_source = |at: usize| it.source.iter().any(|piece| piece.contains(&at));
    let mut at = sentence.start;
    while at < sentence.end {
        let rest = &text.tokens[at..sentence.end];
        let lead = actors
            .lexicon
            .at(rest)
            .find(|(_, class)| matches!(class, Class::Told | Class::PassedOn));
        let Some((length, class)) = lead.filter(|_| !is_content(at) && !is_source(at)) else {
            at += 1;
            continue;
        };
        let start = at + length;
        at = start;
        let end = end_of_name(actors, start, sentence.end);
        let end = (start..end).find(|at| is_content(*at) || is_source(*at)).unwrap_or(end);
        if start == end {
            continue;
        }
        let Some(phrase) = actors.phrase(start..end) else { continue };
        let is_media = |at: usize| actors.lexicon.is(&text.tokens[at], Class::Media);
        // "The newspaper" and "this newspaper" are the outlet itself, which is always the last step.
        let named = phrase.named.filter(|actor| {
            let kind = actors.list[*actor].kind;
            let has_article = &*text.tokens[phrase.core.start].key == "the";
            kind == ActorKind::Media
                || (class == Class::Told && has_article && kind == ActorKind::Other)
                || (class == Class::PassedOn && kind != ActorKind::Person)
        });
        if named.is_none() && (!is_media(phrase.head) || phrase.is_definite) {
            continue;
        }
        let actor = named.unwrap_or_else(|| actors.described(&phrase));
        if class == Class::Told || is_media(phrase.head) {
            actors.list[actor].kind = ActorKind::Media;
        }
        actors.mention(actor, phrase.core.clone(), false);
        let rule = if class == Class::Told { Rule::Told } else { Rule::PassedOn };
        return Some(Hop { actor, evidence: text.span(phrase.core), rule });
    }
    None
}

/// Returns the end of the words that name who was told.
fn end_of_name(actors: &Actors<'_>, start: usize, end: usize) -> usize {
    let stops = |at: &usize| {
        let token = &actors.text.tokens[*at];
        !token.is_word() && !matches!(&*token.word, "'" | "’" | "’s" | "'s" | "-" | "«" | "»")
            || actors.lexicon.is(token, Class::Boundary)
            || actors.lexicon.is(token, Class::That)
            || (actors.lexicon.is(token, Class::Stop) && *at > start)
    };
    (start..end.min(start + MAX_TOLD)).find(stops).unwrap_or(end.min(start + MAX_TOLD))
}
