//! Who speaks, and which words say whom a pronoun means.

use super::super::desk::Desk;
use super::super::document::text_of;
use super::super::edit::{Edit, Who};
use super::super::question::{Answer, Conflict, Label, Reason, Slot};
use super::super::view::Card;
use super::{DIGITS, number, without};
use crate::load::cues;
use crate::load::names::tokens;
use crate::model::{ActorIx, ActorKind, Span};

/// Maximum number of sentences before the source in which a speaker is searched.
const SENTENCES: usize = 6;

/// Pronouns that only persons have, in languages where a pronoun says so.
const PERSONAL: [&str; 6] = ["he", "she", "him", "her", "han", "hon"];

/// Somebody who may speak.
struct Candidate {
    who: Who,
    reason: Reason,
}

impl Desk {
    /// Returns who may speak, the likely ones first.
    pub(super) fn speakers(&self, card: &Card) -> Vec<Answer> {
        let named = self.named_in_source(card);
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut add = |who: Who, reason: Reason| {
            if !candidates.iter().any(|it| it.who == who) {
                candidates.push(Candidate { who, reason });
            }
        };
        named.iter().for_each(|who| add(who.clone(), Reason::InSource));
        if let Some((_, suggestion)) = self.suggestion_of(card)
            && let Some(speaker) = &suggestion.speaker
        {
            add(self.who_is(speaker.actor), Reason::Suggested);
        }
        self.spoken_before(card).into_iter().for_each(|it| add(it.who, it.reason));
        self.named_before(card).into_iter().for_each(|it| add(it.who, it.reason));
        if let Some(name) = self.described(card) {
            let at = named.len().min(1);
            candidates.insert(at, Candidate { who: Who::Typed(name), reason: Reason::InSource });
        }
        let mut answers: Vec<Answer> = candidates
            .into_iter()
            .map(|it| Answer {
                key: None,
                label: self.label_of(&it.who),
                conflict: self.conflict(card, &it.who, &named),
                edit: self.speaker_edit(card, &it.who),
                reason: Some(it.reason),
            })
            .collect();
        answers.sort_by_key(|it| it.conflict.is_some());
        answers.truncate(DIGITS);
        let mut all: Vec<Answer> = self.same_as(card).into_iter().chain(answers).collect();
        all.push(Answer {
            key: Some('0'),
            label: Label::Unknown,
            reason: None,
            conflict: None,
            edit: Edit::Speakers { statement: card.key, who: Vec::new() },
        });
        number(&mut all);
        all
    }

    /// Returns the actors and names in the words of the source. Only the head of the words counts: "the
    /// lawyer of Lund" is not Lund.
    fn named_in_source(&self, card: &Card) -> Vec<Who> {
        let words = &card.source.spans;
        if words.is_empty() || self.is_pronoun(words) {
            return Vec::new();
        }
        let named = self.with_names(|names| names.named(words));
        let actors = self.state.document.list("actors");
        let known = |all: &[ActorIx]| -> Vec<Who> {
            let all = all.iter().filter_map(|it| actors.get(it.index()));
            all.map(|it| Who::Actor(text_of(it, "id").to_owned())).collect()
        };
        let mut found = known(&named.by_name);
        let mut names: Vec<(u32, usize)> = (self.suggestions.actors.iter().enumerate())
            .filter_map(|(at, it)| {
                let inside =
                    it.mentions.iter().filter(|it| words.iter().any(|of| of.contains(**it)));
                inside.map(|it| it.start).min().map(|start| (start, at))
            })
            .collect();
        names.sort_unstable();
        for (_, at) in names {
            let who = self.who_is(at);
            if !found.contains(&who) {
                found.push(who);
            }
        }
        // Words that only describe say less than a name: "Anna Lund, the authority's director".
        if named.by_name.is_empty() {
            for who in known(&named.by_words) {
                if !found.contains(&who) {
                    found.push(who);
                }
            }
        }
        found
    }

    /// Returns the words of the source as the name of an actor, without articles before it and what
    /// follows a comma or is in brackets. `None` for pronouns, and if it is a name that is known.
    fn described(&self, card: &Card) -> Option<String> {
        let [words] = card.source.spans.as_slice() else { return None };
        if self.is_pronoun(&card.source.spans) {
            return None;
        }
        let text = self.text().slice(*words);
        let text = text.split([',', '(', '،', '（']).next().unwrap_or(text);
        let cues = cues(self.text().language());
        let is_function = |key: &str| cues.is_some_and(|cues| cues.is_function(key));
        let bare = |text: &str| -> Option<String> {
            let all = tokens(text);
            let first = all.iter().find(|token| !is_function(&token.key))?;
            let skip = first.start as usize;
            Some(text.chars().skip(skip).take(all.last()?.end as usize - skip).collect())
        };
        let name = bare(text)?;
        let is_it = |other: &str| {
            other.ends_with(&*name) && (other == name || bare(other).as_deref() == Some(&*name))
        };
        let is_found = self.suggestions.actors.iter().any(|it| is_it(&it.name));
        (self.named(&name).is_none() && !is_found && !name.is_empty()).then_some(name)
    }

    /// Returns who speaks in the statement before, and in others whose source has the same words.
    fn spoken_before(&self, card: &Card) -> Vec<Candidate> {
        let key = |card: &Card| self.joined_words(&card.source.spans).to_lowercase();
        let own = key(card);
        let mut found = Vec::new();
        let earlier: Vec<_> =
            self.view.statements.iter().take_while(|it| it.number < card.number).collect();
        let same = earlier.iter().rev().find(|it| !own.is_empty() && key(it) == own);
        for (id, _) in same.iter().flat_map(|it| &it.speakers) {
            let number = same.map_or(0, |it| it.number);
            found
                .push(Candidate { who: Who::Actor(id.clone()), reason: Reason::SameWords(number) });
        }
        for (id, _) in earlier.last().iter().flat_map(|it| &it.speakers) {
            found.push(Candidate { who: Who::Actor(id.clone()), reason: Reason::SpeaksBefore });
        }
        found
    }

    /// Returns the actors and names that the text uses before the source, the nearest first, and then
    /// those that it uses elsewhere.
    fn named_before(&self, card: &Card) -> Vec<Candidate> {
        let Some(at) =
            card.source.spans.first().or(card.cue.spans.first()).or(card.content.spans.first())
        else {
            return Vec::new();
        };
        let ids = self.view.actors.iter().filter(|it| !it.is_outlet);
        let actors = ids.map(|it| Who::Actor(it.id.clone()));
        let names = self.view.names.iter().map(|it| it.who.clone());
        let mut near: Vec<(usize, Span, Who)> = Vec::new();
        let mut far: Vec<(usize, Span, Who)> = Vec::new();
        for who in actors.chain(names) {
            let mentions = self.mentions_of(&who);
            let before =
                mentions.iter().filter(|it| (it.unit, it.end) <= (at.unit, at.start)).max();
            let distance = before.and_then(|it| Some((self.sentences_between(*it, *at)?, *it)));
            match (distance, mentions.first()) {
                (Some((distance, span)), _) => near.push((distance, span, who)),
                (None, Some(first)) => far.push((usize::MAX - mentions.len(), *first, who)),
                (None, None) => {}
            }
        }
        near.sort_by_key(|(_, span, _)| std::cmp::Reverse(*span));
        far.sort_by_key(|(count, span, _)| (*count, *span));
        let near = near
            .into_iter()
            .map(|(distance, _, who)| Candidate { who, reason: Reason::NamedBefore(distance) });
        let far = far
            .into_iter()
            .map(|(_, span, who)| Candidate { who, reason: Reason::NamedIn(span.unit) });
        near.chain(far).collect()
    }

    /// Returns the number of sentences from one place to a later one. `None` if they are far apart, or in the
    /// other order.
    pub(super) fn sentences_between(&self, from: Span, to: Span) -> Option<usize> {
        if to.unit.0.checked_sub(from.unit.0)? > 2 {
            return None;
        }
        let mut count = 0;
        for unit in from.unit.0..=to.unit.0 {
            let unit = crate::model::UnitIx(unit);
            let sentences = self.text().sentences(unit);
            let after = |at: u32| sentences.iter().filter(|it| it.end <= at).count();
            let first = if unit == from.unit { after(from.start) } else { 0 };
            let last = if unit == to.unit { after(to.start) } else { sentences.len() };
            count += last.saturating_sub(first);
        }
        (count <= SENTENCES).then_some(count)
    }

    /// Returns why somebody does not fit as the speaker.
    fn conflict(&self, card: &Card, who: &Who, named: &[Who]) -> Option<Conflict> {
        if let Who::Actor(id) = who
            && card.via.iter().any(|hop| hop.actor == *id)
        {
            return Some(Conflict::PassedItOn);
        }
        let is_own = named.contains(who) || matches!(who, Who::Typed(_));
        if let Some(other) = named.first().filter(|_| !is_own) {
            let Label::Actor { name, .. } = self.label_of(other) else { return None };
            return Some(Conflict::NamesOther(name));
        }
        let [source] = card.source.texts.as_slice() else { return None };
        let kind = match who {
            Who::Actor(id) => self.drawn.actors.get(id).and_then(|it| it.kind),
            Who::Found(at) => self.suggestions.actors.get(*at).map(|it| it.kind),
            Who::Typed(_) => None,
        };
        let is_person = matches!(kind, None | Some(ActorKind::Person | ActorKind::Other));
        let is_personal = PERSONAL.contains(&source.to_lowercase().as_str());
        kind.filter(|_| is_personal && !is_person).map(Conflict::NotAPerson)
    }

    /// Returns the edit that makes somebody the speaker. For a pronoun, it also says which words name
    /// that speaker.
    fn speaker_edit(&self, card: &Card, who: &Who) -> Edit {
        let statement = card.key;
        let speakers = Edit::Speakers { statement, who: vec![who.clone()] };
        let words = self.mention_before(card, who);
        match words.filter(|_| self.is_pronoun(&card.source.spans)) {
            Some(words) => {
                Edit::All(vec![speakers, Edit::Antecedent { statement, words: vec![words] }])
            }
            None => speakers,
        }
    }

    /// Returns the last place before the source where the text names somebody, otherwise the first place.
    fn mention_before(&self, card: &Card, who: &Who) -> Option<Span> {
        let at = card.source.spans.first()?;
        let mentions = self.mentions_of(who);
        let is_pronoun = |it: &Span| self.is_pronoun(&[*it]);
        let before = mentions.iter().filter(|it| (it.unit, it.end) <= (at.unit, at.start));
        before.filter(|it| !is_pronoun(it)).max().or_else(|| mentions.first()).copied()
    }

    /// Returns the words that may say whom a pronoun means.
    pub(super) fn antecedents(&self, card: &Card) -> Vec<Answer> {
        let statement = card.key;
        let Some(at) = card.source.spans.first() else {
            return vec![without(statement, Slot::Antecedent)];
        };
        let mut places: Vec<Span> = card
            .speakers
            .iter()
            .flat_map(|(id, _)| self.mentions_of(&Who::Actor(id.clone())).to_vec())
            .filter(|it| !it.overlaps(*at) && !self.is_pronoun(&[*it]))
            .collect();
        places.sort_by_key(|it| ((it.unit, it.end) > (at.unit, at.start), std::cmp::Reverse(*it)));
        let mut answers: Vec<Answer> = Vec::new();
        for place in places {
            let label = Label::Words(self.text().slice(place).to_owned());
            if answers.iter().any(|it| it.label == label) || answers.len() >= DIGITS {
                continue;
            }
            let is_before = (place.unit, place.end) <= (at.unit, at.start);
            let distance = self.sentences_between(place, *at).filter(|_| is_before);
            answers.push(Answer {
                key: None,
                label,
                reason: Some(distance.map_or(Reason::NamedIn(place.unit), Reason::NamedBefore)),
                conflict: None,
                edit: Edit::Antecedent { statement, words: vec![place] },
            });
        }
        answers.push(without(statement, Slot::Antecedent));
        number(&mut answers);
        answers
    }
}
