//! The cards of statements.

use super::{Card, HopView, Words};
use crate::annotate::desk::Desk;
use crate::annotate::document::{reading, reading_of, source_words, spans, text_of};
use crate::annotate::json::{Json, Key};
use crate::annotate::names::Known;
use crate::annotate::question::Slot;
use crate::model::{
    Directness, HopRole, IdentificationKind, Span, UnitIx, Vocabulary, Word, is_letter,
};
use std::collections::HashMap;

/// The actors of a dossier by their ids.
pub type Actors = HashMap<String, Known>;

/// How much of some words is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// Number of words.
    pub words: usize,
    /// Number of words in quotation marks.
    pub quoted: usize,
    /// The same as one of three.
    pub directness: Directness,
}

impl Desk {
    /// Returns words with their texts.
    pub(super) fn words(&self, spans: &[Span]) -> Words {
        let texts = spans.iter().map(|it| self.text().slice(*it).into()).collect();
        Words { spans: spans.to_vec(), texts }
    }

    /// Returns how much of some words is in quotation marks, as the model derives it.
    pub fn quoted(&self, spans: &[Span]) -> Quoted {
        let text = self.text();
        let quotations = text.quotations();
        let (mut words, mut quoted, mut is_whole) = (0, 0, true);
        let has_letters = |unit: UnitIx, start: u32, end: u32| {
            start < end && text.slice(Span { unit, start, end }).contains(is_letter)
        };
        let is_quoted = |word: Word, quoted: Span| {
            let begins = word.anchor < quoted.start && quoted.start + 1 < word.span.end;
            word.is_in(quoted) || begins
        };
        for span in spans {
            let within: Vec<Span> = quotations.within(*span).collect();
            for word in text.words_in(*span) {
                words += 1;
                quoted += usize::from(within.iter().any(|it| is_quoted(word, *it)));
            }
            let mut from = span.start;
            for it in within {
                is_whole &= !has_letters(span.unit, from, it.start);
                from = from.max(it.end);
            }
            is_whole &= !has_letters(span.unit, from, span.end);
        }
        let directness = match quoted {
            0 => Directness::Indirect,
            _ if is_whole => Directness::Direct,
            _ => Directness::Mixed,
        };
        Quoted { words, quoted, directness }
    }

    /// Returns the card of a statement, without its number, its open slots and its problems.
    pub(super) fn base_card(&self, json: &Json, actors: &Actors) -> Card {
        let text = |name: &str| text_of(json, name).to_owned();
        let of = |name: &str| self.words(&spans(json.get(name)));
        let key = json.key.unwrap_or(Key(u32::MAX));
        let content = spans(json.get("content"));
        let source = source_words(json);
        let shared = self.shared(json);
        let effective = |name: &str| {
            let own = json.get(name).cloned();
            own.or_else(|| shared.and_then(|from| self.effective(from, name)))
        };
        let name = |id: &str| actors.get(id).map_or_else(|| id.to_owned(), |it| it.name.clone());
        let speakers = effective("speakers");
        let has_speakers = speakers.is_some();
        let speakers: Vec<(String, String)> = speakers
            .iter()
            .flat_map(Json::elements)
            .filter_map(|it| reading(Some(it)))
            .map(|id| (id.to_owned(), name(id)))
            .collect();
        let passage = json.get("passage").and_then(Json::as_number).map(UnitIx);
        let passage = passage.or_else(|| content.first().map(|it| it.unit));
        let via = effective("via");
        let via = via.iter().flat_map(Json::elements).map(|hop| {
            let evidence = spans(hop.get("evidence"));
            HopView {
                actor: text_of(hop, "actor").to_owned(),
                name: name(text_of(hop, "actor")),
                role: HopRole::from_code(text_of(hop, "role")),
                is_inferred: !evidence.iter().any(|it| Some(it.unit) == passage),
            }
        });
        let identification: Option<IdentificationKind> = Self::code(json, "identification");
        let is_unnamed = match (identification, source.is_empty() && shared.is_none()) {
            (Some(kind), _) => kind.is_unnamed(),
            (None, true) => true,
            (None, false) => {
                let known = speakers.iter().filter_map(|(id, _)| actors.get(id));
                known.clone().any(|it| it.is_unnamed) || known.count() == 0
            }
        };
        let said_on = json
            .get("said_on")
            .filter(|it| it.is_object())
            .map(|when| (text_of(when, "edtf").to_owned(), self.words(&spans(when.get("words")))));
        let labels = self.state.document.list("topics").iter();
        let topics = json.get("topics").map_or(&[][..], Json::elements).iter();
        let topics = topics.filter_map(|it| reading(Some(it))).map(|id| {
            let topic = labels.clone().find(|it| text_of(it, "id") == id);
            topic.map_or(id, |it| text_of(it, "label")).to_owned()
        });
        let about = json.get("about").map_or(&[][..], Json::elements).iter();
        let quoted = self.quoted(&content);
        let antecedent = json.get("source").filter(|it| it.span.is_none());
        let antecedent = spans(antecedent.and_then(|it| it.get("antecedent")));
        Card {
            key,
            number: 0,
            id: text("id"),
            passage,
            source: self.words(&source),
            cue: of("cue"),
            antecedent: self.words(&antecedent),
            content: self.words(&content),
            // The number is that of the other statement, which `draw` knows.
            shared_with: shared.map(|key| (key, 0)),
            via: via.collect(),
            has_speakers,
            is_unnamed,
            kind: Self::code(json, "kind"),
            channel: Self::code(json, "channel"),
            identification,
            said_on,
            topics: topics.collect(),
            about: about.filter_map(|it| reading(Some(it))).map(name).collect(),
            speakers,
            gist: text("gist"),
            note: text("note"),
            is_draft: json.get("draft").is_some_and(Json::is_true),
            directness: quoted.directness,
            words: quoted.words,
            quoted_words: quoted.quoted,
            needs: Vec::new(),
            open: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Returns what the article offers for the optional slots of a statement.
    pub(super) fn offers(&self, card: &Card) -> Offers {
        Offers {
            is_pronoun: self.is_pronoun(&card.source.spans),
            has_chain: self.suggested_via(card).is_some(),
            has_date: !self.dates_beside(card).is_empty(),
        }
    }

    /// Returns the slots of a statement that nobody has answered. Of the optional ones, only those for
    /// which the article has something to offer. `passed_on` has the speakers whose words came through
    /// somebody in another statement.
    pub(super) fn open_slots(
        &self,
        card: &Card,
        offers: &Offers,
        passed_on: &HashMap<String, usize>,
    ) -> Vec<Slot> {
        let is_own = card.shared_with.is_none();
        let is_open = |slot: &Slot| match slot {
            Slot::Words => card.content.is_empty(),
            Slot::Verb => card.cue.is_empty(),
            Slot::Source => card.source.is_empty() && is_own,
            Slot::Speaker => !card.has_speakers,
            Slot::Antecedent => {
                offers.is_pronoun && !card.speakers.is_empty() && card.antecedent.is_empty()
            }
            Slot::Chain => {
                let is_known = card.speakers.iter().any(|(id, _)| passed_on.contains_key(id));
                is_own && card.via.is_empty() && card.has_speakers && (offers.has_chain || is_known)
            }
            Slot::Kind => card.kind.is_none(),
            Slot::Date => is_own && card.said_on.is_none() && offers.has_date,
        };
        let is_answered = |slot: &Slot| self.state.without.contains(&(card.key, *slot));
        Slot::ALL.into_iter().filter(|slot| !is_answered(slot) && is_open(slot)).collect()
    }
}

/// What the article offers for the optional slots of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offers {
    is_pronoun: bool,
    has_chain: bool,
    has_date: bool,
}

/// Returns the code of the identification of an actor.
pub fn identification(actor: &Json) -> Option<IdentificationKind> {
    reading_of(actor, "identification").and_then(IdentificationKind::from_code)
}
