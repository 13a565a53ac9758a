//! Which words attribute a statement, and which name its source.

use super::super::desk::Desk;
use super::super::edit::{Edit, Part};
use super::super::question::{Answer, Label, Reason, Slot};
use super::super::view::Card;
use super::{number, without};
use crate::model::Span;
use crate::suggest::Cue;

/// Maximum number of sentences between what was said and the words that attribute it.
const SENTENCES: usize = 2;
/// Maximum number of cues before and after some words that are compared.
const AROUND: usize = 20;
/// Maximum number of answers with words.
const ANSWERS: usize = 5;

impl Desk {
    /// Returns the words that may attribute a statement, the nearest first. They bring their source with them, unless the
    /// statement has one.
    pub(super) fn verbs(&self, card: &Card) -> Vec<Answer> {
        let statement = card.key;
        let said = &card.content.spans;
        let is_free = |it: Span| !said.iter().any(|own| own.overlaps(it));
        let cues = self.cues_near(said).into_iter().filter(|it| is_free(it.words));
        let mut answers: Vec<Answer> = cues
            .take(ANSWERS)
            .map(|cue| {
                let set = |part, words| Edit::SetWords { statement, part, words: vec![words] };
                let verb = set(Part::Cue, cue.words);
                let source = cue.source.filter(|it| card.source.spans.is_empty() && is_free(*it));
                Answer {
                    key: None,
                    label: Label::Words(self.text().slice(cue.words).to_owned()),
                    reason: source.map(|it| Reason::WithSource(self.text().slice(it).to_owned())),
                    conflict: None,
                    edit: match source {
                        Some(source) => Edit::All(vec![verb, set(Part::Source, source)]),
                        None => verb,
                    },
                }
            })
            .collect();
        answers.push(without(statement, Slot::Verb));
        number(&mut answers);
        answers
    }

    /// Returns the words that may name the source of a statement.
    pub(super) fn sources(&self, card: &Card) -> Vec<Answer> {
        let statement = card.key;
        let is_own = |it: &&Cue| card.cue.spans.iter().any(|own| own.overlaps(it.words));
        let cues = self.cues_near(&card.cue.spans);
        let sources = cues.into_iter().filter(is_own).filter_map(|it| it.source);
        let mut answers: Vec<Answer> = sources
            .map(|it| Answer {
                key: None,
                label: Label::Words(self.text().slice(it).to_owned()),
                reason: Some(Reason::WithVerb),
                conflict: None,
                edit: Edit::SetWords { statement, part: Part::Source, words: vec![it] },
            })
            .collect();
        answers.extend(self.same_as(card));
        answers.push(without(statement, Slot::Source));
        number(&mut answers);
        answers
    }

    /// Returns the words that may attribute something near some spans, the nearest first.
    fn cues_near(&self, spans: &[Span]) -> Vec<&Cue> {
        let cues = &self.suggestions.cues;
        let mut near: Vec<(usize, u32, &Cue)> = Vec::new();
        for at in spans {
            let here = cues.partition_point(|it| it.words < *at);
            let around = here.saturating_sub(AROUND)..(here + AROUND).min(cues.len());
            near.extend(cues[around].iter().filter_map(|cue| {
                let (before, after) =
                    if cue.words <= *at { (cue.words, *at) } else { (*at, cue.words) };
                let sentences = self.sentences_between(before, after)?;
                let distance = match before.unit == after.unit {
                    true => after.start.saturating_sub(before.end),
                    false => u32::MAX,
                };
                (sentences <= SENTENCES).then_some((sentences, distance, cue))
            }));
        }
        near.sort_by_key(|(sentences, distance, cue)| (*sentences, *distance, cue.words));
        let mut seen = Vec::new();
        near.retain(|(_, _, cue)| {
            let is_new = !seen.contains(&cue.words);
            seen.push(cue.words);
            is_new
        });
        near.into_iter().map(|(_, _, cue)| cue).collect()
    }
}
