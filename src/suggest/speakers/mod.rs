//! Who speaks: from the words of a source to an actor.

mod pronouns;
mod via;

use super::actors::{Actors, Phrase};
use super::lexicon::Lexicon;
use super::rules::Found;
use super::tokens::{Quote, Text};
use super::types::{Attribution, Hop, Named, Rule, Speaker};
use crate::model::{ActorKind, Directness};
use std::collections::BTreeSet;
use std::ops::Range;

/// Maximum number of units between two attributions that share a source.
const MAX_UNITS: u32 = 1;

/// Returns the attributions with their speakers, and the actors.
pub fn resolve(text: &Text, lexicon: &Lexicon, found: &[Found]) -> (Vec<Attribution>, Vec<Named>) {
    let mut resolver =
        Resolver { actors: Actors::new(text, lexicon), speakers: vec![None; found.len()] };
    // In the order in which sources are read. Within others after them, for "I" and "we".
    let mut order: Vec<usize> = (0..found.len()).collect();
    let first = |it: &Found| {
        it.source.iter().chain(&it.cue).chain(&it.content).map(|range| range.start).min()
    };
    order.sort_by_key(|at| (found[*at].depth, first(&found[*at])));
    for (position, at) in order.iter().enumerate() {
        let before = position.checked_sub(1).map(|before| order[before]);
        resolver.speakers[*at] = resolver.speaker(&found[*at], found, before);
    }
    let hops = via::hops(&mut resolver.actors, found, &resolver.speakers);
    let Resolver { actors, speakers } = resolver;
    let used: BTreeSet<usize> = (speakers.iter().flatten().map(|speaker| speaker.actor))
        .chain(hops.iter().flatten().map(|hop| hop.actor))
        .collect();
    let (list, positions) = actors.finish(&used);
    let position = |actor: usize| positions[actor].unwrap_or_default();
    let spans = |ranges: &[Range<usize>]| ranges.iter().map(|it| text.span(it.clone())).collect();
    let bare = |ranges: &[Range<usize>]| {
        ranges.iter().map(|it| text.span(text.without_commas(it))).collect()
    };
    let attributions =
        found.iter().zip(speakers).zip(hops).map(|((it, speaker), hops)| Attribution {
            source: bare(&it.source),
            cue: bare(&it.cue),
            content: spans(&it.content),
            directness: directness(text, &it.content),
            speaker: speaker.map(|it| Speaker { actor: position(it.actor), ..it }),
            via: hops.into_iter().map(|hop| Hop { actor: position(hop.actor), ..hop }).collect(),
            within: it.within,
            confidence: it.confidence,
            rule: it.rule,
        });
    (attributions.collect(), list)
}

struct Resolver<'a> {
    actors: Actors<'a>,
    speakers: Vec<Option<Speaker>>,
}

impl Resolver<'_> {
    /// Returns the speaker of an attribution. `before` is the one before it.
    fn speaker(&mut self, it: &Found, found: &[Found], before: Option<usize>) -> Option<Speaker> {
        let Some(source) = it.source.first().cloned() else {
            return self.shared(it, found, before);
        };
        let outer = it.within.and_then(|outer| self.speakers[outer].clone());
        if let Some(speaker) = pronouns::speaker(&mut self.actors, &source, outer) {
            return speaker;
        }
        let phrase = self.actors.phrase(source)?;
        let (actor, rule) = self.actor(&phrase);
        let antecedent = (rule == Rule::DescribesNamed)
            .then(|| pronouns::last_mention(&self.actors, actor, phrase.core.start))
            .flatten();
        self.actors.mention(actor, phrase.core.clone(), true);
        Some(Speaker { actor, antecedent, rule })
    }

    /// Returns the actor of a phrase.
    fn actor(&mut self, phrase: &Phrase) -> (usize, Rule) {
        if let Some(actor) = phrase.named {
            return (actor, Rule::SourceNames);
        }
        if phrase.is_definite
            && !phrase.is_many
            && let Some(actor) = self.known_as(phrase)
        {
            let rule = if self.actors.list[actor].is_named {
                Rule::DescribesNamed
            } else {
                Rule::SourceDescribes
            };
            return (actor, rule);
        }
        (self.actors.described(phrase), Rule::SourceDescribes)
    }

    /// Returns the last actor before a phrase that is described by its head: "the mayor" of "Anna
    /// Lund, the mayor", "the council" of "Harbour Council".
    fn known_as(&self, phrase: &Phrase) -> Option<usize> {
        let head = self.actors.keys(phrase.head..phrase.head + 1).pop()?;
        let words = self.actors.keys(phrase.core.clone());
        let mut best: Option<(usize, usize)> = None;
        for (actor, known) in self.actors.known.iter().enumerate() {
            let is_body = self.actors.list[actor].kind != ActorKind::Person;
            let fits = known.described.contains(&head) || (is_body && known.keys.contains(&head));
            let says_other = !self.actors.list[actor].is_named
                && words.len() > 1
                && !words.iter().all(|word| known.keys.contains(word));
            if !fits || says_other {
                continue;
            }
            let before = known.mentions.range(..(phrase.core.start, 0));
            let last = before.last().map(|((start, _), _)| *start);
            if let Some(last) = last
                && best.is_none_or(|(most, _)| last > most)
            {
                best = Some((last, actor));
            }
        }
        best.map(|(_, actor)| actor)
    }

    /// Returns the speaker of the attribution before one without a source, if it is near.
    fn shared(&self, it: &Found, found: &[Found], before: Option<usize>) -> Option<Speaker> {
        let before = before?;
        let speaker = self.speakers[before].as_ref()?;
        let unit = |it: &Found| self.actors.text.tokens[it.content[0].start].unit.0;
        let is_near =
            unit(it).abs_diff(unit(&found[before])) <= MAX_UNITS && it.depth == found[before].depth;
        let is_hearsay = it.cue.first().is_some_and(|cue| {
            let hearsay = super::lexicon::Class::Hearsay;
            self.actors.text.tokens[cue.clone()]
                .iter()
                .any(|token| self.actors.lexicon.is(token, hearsay))
        });
        let same_sentence = self.actors.text.tokens[it.content[0].start].sentence
            == self.actors.text.tokens[found[before].content[0].start].sentence;
        let is_quoted = self.actors.text.tokens[it.content[0].start].quote == Quote::Open;
        (is_near && !is_hearsay && (same_sentence || is_quoted)).then(|| Speaker {
            actor: speaker.actor,
            antecedent: pronouns::last_mention(&self.actors, speaker.actor, it.content[0].start)
                .or(speaker.antecedent),
            rule: Rule::SameSource,
        })
    }
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
