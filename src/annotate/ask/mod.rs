//! Questions about the slots of a statement, with their answers. An answer is only offered: it holds when
//! its edit is applied.

mod chain;
mod cue;
mod date;
mod kind;
mod speaker;

use super::desk::Desk;
use super::edit::{Edit, Who};
use super::json::Key;
use super::names::own_names;
use super::question::{Answer, Label, Question, Reason, Slot};
use super::view::{Card, SuggestionIx};
use crate::model::Span;
use crate::suggest::Attribution;

/// Maximum number of answers with a digit.
const DIGITS: usize = 9;

impl Desk {
    /// Returns the question about a slot.
    pub(super) fn ask(&self, statement: Key, slot: Slot) -> Option<Question> {
        let card = self.view.statements.iter().find(|card| card.key == statement)?;
        let words = self.joined_words(&card.source.spans);
        let mut question = Question {
            statement,
            slot,
            about: Some(words).filter(|it| !it.is_empty()),
            answers: Vec::new(),
            takes_name: matches!(slot, Slot::Speaker | Slot::Chain),
            takes_words: !matches!(slot, Slot::Speaker | Slot::Chain | Slot::Kind),
        };
        question.answers = match slot {
            Slot::Words => Vec::new(),
            Slot::Verb => self.verbs(card),
            Slot::Source => self.sources(card),
            Slot::Speaker => self.speakers(card),
            Slot::Antecedent => self.antecedents(card),
            Slot::Chain => self.chains(card),
            Slot::Kind => self.kinds(card),
            Slot::Date => self.said_dates(card),
        };
        Some(question)
    }

    /// Returns the answer that the statement has the source of the one before.
    fn same_as(&self, card: &Card) -> Option<Answer> {
        let earlier = self.view.statements.iter().take_while(|it| it.key != card.key);
        let before = earlier.filter(|it| it.has_speakers).last()?;
        Some(Answer {
            key: Some('='),
            label: Label::SameAs(before.number),
            reason: Some(Reason::SpeakerAndChain),
            conflict: None,
            edit: Edit::SameSource { statement: card.key, from: None },
        })
    }

    /// Returns the suggestion whose words a statement has.
    pub(super) fn suggestion_of(&self, card: &Card) -> Option<(SuggestionIx, &Attribution)> {
        let overlaps = |one: &[Span], other: &[Span]| {
            one.iter().any(|it| other.iter().any(|other| it.overlaps(*other)))
        };
        let units = card.content.spans.iter().map(|it| it.unit);
        let near = units.filter_map(|unit| self.drawn.by_unit.get(&unit)).flatten();
        let all = near.filter_map(|at| Some((*at, self.suggestions.statements.get(*at)?)));
        let mut fitting = all.filter(|(_, it)| {
            overlaps(&it.content, &card.content.spans)
                && (it.cue.is_empty() || card.cue.is_empty() || overlaps(&it.cue, &card.cue.spans))
        });
        fitting.next().map(|(at, it)| (SuggestionIx(at), it))
    }

    fn joined_words(&self, spans: &[Span]) -> String {
        spans.iter().map(|it| self.text().slice(*it)).collect::<Vec<_>>().join(" … ")
    }

    /// Returns the actor that a name of the text is, or the name itself.
    fn who_is(&self, found: usize) -> Who {
        let mut names = self.suggestions.actors.get(found).into_iter().flat_map(own_names);
        match names.find_map(|name| self.named(name)) {
            Some(id) => Who::Actor(id),
            None => Who::Found(found),
        }
    }

    /// Returns the name of an answer, and whether it has no name of its own.
    fn label_of(&self, who: &Who) -> Label {
        match who {
            Who::Actor(id) => Label::Actor {
                name: self.name_of(id),
                is_unnamed: self.drawn.actors.get(id).is_some_and(|it| it.is_unnamed),
            },
            Who::Found(at) => {
                let found = self.suggestions.actors.get(*at);
                Label::Actor {
                    name: found.map(|it| it.name.clone()).unwrap_or_default(),
                    is_unnamed: found.is_some_and(|it| !it.is_named),
                }
            }
            Who::Typed(name) => Label::Actor { name: name.clone(), is_unnamed: true },
        }
    }

    /// Returns where the text names an actor, or uses a name.
    fn mentions_of(&self, who: &Who) -> &[Span] {
        match who {
            Who::Actor(id) => match self.drawn.actors.get(id) {
                Some(known) => self.drawn.mentions.of(known.position),
                None => &[],
            },
            Who::Found(at) => self.suggestions.actors.get(*at).map_or(&[], |it| &it.mentions),
            Who::Typed(_) => &[],
        }
    }
}

/// Returns the answer that there is nothing to say.
fn without(statement: Key, slot: Slot) -> Answer {
    Answer {
        key: Some('0'),
        label: Label::Without,
        reason: None,
        conflict: None,
        edit: Edit::Without { statement, slot },
    }
}

/// Numbers the answers that have no key, from 1.
fn number(answers: &mut [Answer]) {
    let digits = ('1'..='9').take(DIGITS);
    let open = answers.iter_mut().filter(|it| it.key.is_none());
    open.zip(digits).for_each(|(answer, digit)| answer.key = Some(digit));
}
