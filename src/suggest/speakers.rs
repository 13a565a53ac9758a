//! Who speaks: from the words of a source to an actor.

use super::actors::Actors;
use super::lexicon::{Class, Lexicon};
use super::rules::Found;
use super::tokens::{Quote, Text};
use super::types::{Attribution, Named, Rule, Speaker};
use crate::model::Directness;
use std::ops::Range;

/// Returns the attributions with their speakers, and the actors.
pub fn resolve(text: &Text, lexicon: &Lexicon, found: &[Found]) -> (Vec<Attribution>, Vec<Named>) {
    let mut actors = Actors::new(text, lexicon);
    let mut last: Option<Speaker> = None;
    let mut attributions = Vec::new();
    for it in found {
        let speaker = match it.source.first() {
            Some(source) if is_pronoun(text, lexicon, source) => last.clone().map(|before| {
                let antecedent = before
                    .antecedent
                    .or_else(|| actors.list[before.actor].mentions.first().copied());
                Speaker { actor: before.actor, antecedent, rule: Rule::Pronoun }
            }),
            Some(source) => actors.of(source.clone()).map(|(actor, is_named)| {
                let rule = if is_named { Rule::SourceNames } else { Rule::SourceDescribes };
                Speaker { actor, antecedent: None, rule }
            }),
            None => None,
        };
        last = speaker.clone().or(last);
        let spans =
            |ranges: &[Range<usize>]| ranges.iter().map(|it| text.span(it.clone())).collect();
        attributions.push(Attribution {
            source: spans(&it.source),
            cue: spans(&it.cue),
            content: spans(&it.content),
            directness: directness(text, &it.content),
            speaker,
            via: Vec::new(),
            confidence: it.confidence,
            rule: it.rule,
        });
    }
    (attributions, actors.list)
}

fn is_pronoun(text: &Text, lexicon: &Lexicon, source: &Range<usize>) -> bool {
    use Class::{He, It, She, Speaker, They, Who};
    let token = &text.tokens[source.start];
    source.len() == 1
        && [He, She, It, They, Who, Speaker].into_iter().any(|it| lexicon.is(token, it))
}

/// Returns how much of the words is in quotation marks.
fn directness(text: &Text, content: &[Range<usize>]) -> Directness {
    let words = || content.iter().flat_map(|it| &text.tokens[it.clone()]).filter(|it| it.is_word());
    let quoted = words().filter(|token| token.quote == Quote::Inside).count();
    match quoted {
        0 => Directness::Indirect,
        _ if quoted == words().count() => Directness::Direct,
        _ => Directness::Mixed,
    }
}
