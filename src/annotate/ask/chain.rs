//! Through whom the words came.

use super::super::desk::Desk;
use super::super::edit::{Edit, NewHop, Who};
use super::super::question::{Answer, Label, Reason};
use super::super::view::{Card, HopView};
use super::{DIGITS, number};
use crate::model::{HopRole, Span};
use crate::suggest::Rule;

/// Maximum number of chains of other statements that are offered.
const OTHERS: usize = 3;

impl Desk {
    /// Returns the chain that is suggested for a statement: who passed the words on, how, and the words
    /// that say so. Nobody in it is the outlet or a speaker.
    pub(in crate::annotate) fn suggested_via(&self, card: &Card) -> Option<Vec<NewHop>> {
        let (_, suggestion) = self.suggestion_of(card)?;
        let hops = suggestion.via.iter().map(|hop| NewHop {
            who: self.who_is(hop.actor),
            role: match hop.rule {
                Rule::PassedOn | Rule::Reports => HopRole::Relayed,
                _ => HopRole::Reported,
            },
            evidence: vec![hop.evidence],
        });
        let is_taken = |who: &Who| match who {
            Who::Actor(id) => {
                *id == self.view.article.outlet_id || card.speakers.iter().any(|(it, _)| it == id)
            }
            _ => false,
        };
        let hops: Vec<NewHop> = hops.filter(|hop| !is_taken(&hop.who)).collect();
        (!hops.is_empty()).then_some(hops)
    }

    /// Returns through whom the words may have come.
    pub(super) fn chains(&self, card: &Card) -> Vec<Answer> {
        let statement = card.key;
        let mut answers: Vec<Answer> = Vec::new();
        if let Some(hops) = self.suggested_via(card) {
            let names = hops.iter().map(|hop| match self.label_of(&hop.who) {
                Label::Actor { name, .. } => name,
                _ => String::new(),
            });
            let evidence = hops.first().and_then(|hop| hop.evidence.first()).copied();
            answers.push(Answer {
                key: None,
                label: Label::Chain(names.collect()),
                reason: evidence.map(Reason::Cue),
                conflict: None,
                edit: Edit::Chain { statement, hops },
            });
        }
        for (hops, numbers) in self.other_chains(card) {
            let label = Label::Chain(hops.iter().map(|hop| hop.name.clone()).collect());
            if answers.iter().any(|it| it.label == label) {
                continue;
            }
            let hops = hops.iter().map(|hop| NewHop {
                who: Who::Actor(hop.actor.clone()),
                role: hop.role.unwrap_or(HopRole::Relayed),
                evidence: Vec::<Span>::new(),
            });
            answers.push(Answer {
                key: None,
                label,
                reason: Some(Reason::OtherStatements(numbers)),
                conflict: None,
                edit: Edit::Chain { statement, hops: hops.collect() },
            });
        }
        if let Some(first) = answers.first_mut() {
            first.key = Some('y');
        }
        for (who, mention) in self.named_beside(card) {
            let Label::Actor { name, .. } = self.label_of(&who) else { continue };
            let label = Label::Chain(vec![name]);
            if answers.len() >= DIGITS || answers.iter().any(|it| it.label == label) {
                continue;
            }
            let hop = NewHop { who, role: HopRole::Relayed, evidence: vec![mention] };
            answers.push(Answer {
                key: None,
                label,
                reason: Some(Reason::NamedBefore(0)),
                conflict: None,
                edit: Edit::Chain { statement, hops: vec![hop] },
            });
        }
        answers.push(Answer {
            key: Some('0'),
            label: Label::Nobody,
            reason: None,
            conflict: None,
            edit: Edit::Chain { statement, hops: Vec::new() },
        });
        number(&mut answers);
        answers
    }

    /// Returns the actors and names in the sentence of a statement, apart from what was said, the speakers and
    /// the outlet, with the place.
    fn named_beside(&self, card: &Card) -> Vec<(Who, Span)> {
        let Some(at) = card.cue.spans.first().or(card.source.spans.first()) else {
            return Vec::new();
        };
        let Some(sentence) = self.text().sentence_at(at.unit, at.start) else { return Vec::new() };
        let own = card.source.spans.iter().chain(&card.content.spans);
        let is_free =
            |it: &&Span| sentence.contains(**it) && !own.clone().any(|of| of.overlaps(**it));
        let speaks = |id: &str| card.speakers.iter().any(|(it, _)| it == id);
        let actors = self.view.actors.iter().filter(|it| !it.is_outlet && !speaks(&it.id));
        let actors = actors.map(|it| Who::Actor(it.id.clone()));
        let names = self.view.names.iter().map(|it| it.who.clone());
        let mut found: Vec<(Who, Span)> = actors
            .chain(names)
            .filter_map(|who| {
                let mention = self.mentions_of(&who).iter().find(is_free).copied()?;
                Some((who, mention))
            })
            .collect();
        found.sort_by_key(|(_, mention)| mention.start.abs_diff(at.start));
        found
    }

    /// Returns the chains of other statements by the same speaker, with the numbers of the statements, the
    /// most frequent one first.
    fn other_chains<'v>(&'v self, card: &Card) -> Vec<(&'v [HopView], Vec<usize>)> {
        let by_same = self.view.statements.iter().filter(|it| {
            it.key != card.key
                && !it.via.is_empty()
                && it.speakers.iter().any(|one| card.speakers.contains(one))
                && !it.via.iter().any(|hop| card.speakers.iter().any(|(id, _)| *id == hop.actor))
        });
        let mut chains: Vec<(&[HopView], Vec<usize>)> = Vec::new();
        for other in by_same {
            let same = |hops: &[HopView]| {
                hops.iter().map(|it| &it.actor).eq(other.via.iter().map(|it| &it.actor))
            };
            match chains.iter_mut().find(|(hops, _)| same(hops)) {
                Some((_, numbers)) => numbers.push(other.number),
                None => chains.push((&other.via, vec![other.number])),
            }
        }
        chains.sort_by_key(|(_, numbers)| std::cmp::Reverse(numbers.len()));
        chains.truncate(OTHERS);
        chains
    }
}
