//! Statements: their source, cue, content and translation. `chain` and `mentions` have the rest.

use super::super::code::{ArticleCode, QuoteCode, StatementCode};
use super::super::direction::is_right_to_left;
use super::super::escape::shown;
use super::super::nearby::Near;
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::defaults::Defaults;
use super::{Anchor, Context, Passage};
use crate::model::{
    Actor, ActorIx, Basis, Kind, Reading, Slug, Source, Span, Statement, StatementIx, Translation,
    UnitIx, When,
};
use std::collections::HashMap;

/// Other parts of the dossier that statements refer to.
#[derive(Clone, Copy)]
pub(super) struct Others<'o> {
    pub(super) actors: &'o [Actor],
    pub(super) outlet: Option<ActorIx>,
}

impl Context<'_, '_> {
    pub(super) fn statements_list<Q: Anchor>(
        &mut self,
        list: &List<wire::Statement<Q>>,
        others: Others<'_>,
    ) -> Vec<Statement> {
        let root = self.root;
        let root = root.field(list.field);
        let mut statements: Vec<Statement> = Vec::with_capacity(list.items.len());
        // The place of each statement in `statements`, by its position in the list.
        let mut places: HashMap<usize, usize> = HashMap::new();
        let mut last = None;
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let earlier = wire.source.shared_with().and_then(|id| {
                let at = self.statements.positions.get(id)?;
                Some(&statements[*places.get(at)?])
            });
            let before = self.report.count();
            let Some(statement) = self.one_statement(wire, *position, earlier, others, &at) else {
                self.propose_passage(wire, before, &at);
                continue;
            };
            places.insert(*position, statements.len());
            // Without its passage, the position of a statement is unknown.
            let is_draft = self.drafts.get(*position).copied().unwrap_or_default();
            if !statement.content.is_empty() && self.check_passage(&statement, is_draft, &at) {
                self.check_order(&statement, last.map(|last: usize| &statements[last]), &at);
                last = Some(statements.len());
            }
            self.propose_passage(wire, before, &at);
            statements.push(statement);
        }
        statements
    }

    fn one_statement<Q: Anchor>(
        &mut self,
        wire: &wire::Statement<Q>,
        position: usize,
        earlier: Option<&Statement>,
        others: Others<'_>,
        at: &At<'_>,
    ) -> Option<Statement> {
        let is_draft = self.drafts.get(position).copied().unwrap_or_default();
        // A draft without content cannot be shown, so it needs no place.
        let unit = match is_draft && wire.content.is_empty() {
            true => Some(UnitIx(0)),
            false => self.passage(wire, at),
        };
        let passage = unit.map_or(Passage::Unknown, |unit| Passage::Near(Near::of_passage(unit)));
        let (cue, content) = self.cue_and_content(wire, is_draft, passage, at);
        let near = [cue.as_deref(), content.as_deref()].map(Option::unwrap_or_default);
        let apart = near.concat();
        let beside = passage.near(if near[0].is_empty() { near[1] } else { near[0] }, &apart);
        let source = self.source(&wire.source, position, earlier, beside, at);
        let source_words = source.as_ref().map_or(&[][..], Source::own_words);
        let own = [near[0], near[1], source_words].concat();
        let passage = passage.around(&own);
        let defaults = Defaults::of(wire, source.as_ref(), earlier, others.actors);
        let speakers = match &wire.speakers {
            Some(list) => self.references(list, passage, &at.field("speakers"), Self::actor),
            None => defaults.speakers(),
        };
        if wire.speakers.is_none() && wire.source.shared_with().is_none() {
            let problem = Problem::error(StatementCode::NoSpeaker, "the statement has no speaker")
                .hint("add \"speakers\": the actor who made the statement, even if it is unnamed")
                .hint("if the article leaves the speaker unknown, write an empty list: []");
            self.report.add(at, problem.or_to_do(is_draft));
        }
        let via = match &wire.via {
            Some(list) => self.via(list, passage, &at.field("via")),
            None => defaults.via(),
        };
        self.check_chain(&speakers, &via, others.outlet, at);
        let kind = match &wire.kind {
            Some(kind) => self.reading(kind, passage, &at.field("kind")),
            None => Reading { value: Kind::NotClassified, basis: Basis::default() },
        };
        let channel = match &wire.channel {
            Some(channel) => self.reading(channel, passage, &at.field("channel")),
            None => defaults.channel(),
        };
        let naming = at.field("identification");
        let identification = match &wire.identification {
            Some(wire) => self.identification(wire, passage, &naming),
            None => defaults.identification(&speakers),
        };
        let said_on = match &wire.said_on {
            Some(when) => {
                (when.as_ref()).and_then(|w| self.said_on(w, passage, &at.field("said_on")))
            }
            None => defaults.said_on(),
        };
        let assumed = defaults.assumed();
        let topics = self.references(&wire.topics, passage, &at.field("topics"), Self::topic);
        let about = self.references(&wire.about, passage, &at.field("about"), Self::actor);
        let places = self.references(&wire.places, passage, &at.field("places"), Self::place);
        let dates = self.dates(&wire.dates, passage, &at.field("dates"));
        let own = [source.as_ref().map(|source| &source.words), cue.as_ref(), content.as_ref()];
        let mentions = self.mentions(&wire.mentions, is_draft, own, passage, &at.field("mentions"));
        let translation =
            wire.translation.as_ref().map(|it| self.translation(it, &at.field("translation")));
        Some(Statement {
            id: Slug::new(&wire.id).ok()?,
            gist: wire.gist.as_deref().map(Into::into),
            passage: unit?,
            source: source?,
            cue: cue?,
            content: content?,
            speakers,
            via,
            kind,
            channel,
            identification,
            said_on,
            topics,
            about,
            places,
            dates,
            mentions,
            translation,
            note: wire.note.as_deref().map(Into::into),
            assumed,
            draft: wire.draft,
        })
    }

    fn translation(&mut self, wire: &wire::Translation, at: &At<'_>) -> Translation {
        let at_language = at.field("language");
        self.check_language(&wire.language, &at_language);
        if wire.language.eq_ignore_ascii_case(self.language) {
            let message = format!("{} is the language of the article", shown(&wire.language));
            let problem = Problem::error(ArticleCode::SameLanguage, message)
                .hint("write the language of the translation, or remove the translation");
            self.report.add(&at_language, problem);
        }
        Translation {
            language: wire.language.as_str().into(),
            is_rtl: is_right_to_left(&wire.language),
            words: wire.words.as_str().into(),
            by: wire.by.as_deref().map(Into::into),
        }
    }

    /// Resolves the cue and the content. Words that occur several times are chosen by the others.
    fn cue_and_content<Q: Anchor>(
        &mut self,
        wire: &wire::Statement<Q>,
        is_draft: bool,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> (Option<Vec<Span>>, Option<Vec<Span>>) {
        let certain = self.certain(&wire.content, passage);
        let cue = if wire.cue.is_empty() {
            Some(Vec::new())
        } else {
            self.pieces(&wire.cue, passage.near(&certain, &certain), &at.field("cue"))
        };
        let near = [&certain, cue.as_deref().unwrap_or_default()].concat();
        let at = at.field("content");
        let content = if is_draft && wire.content.is_empty() {
            let problem = Problem::to_do(QuoteCode::NoWords, "the statement has no words yet");
            self.report.add(&at, problem.hint("quote the words that say what was said"));
            Some(Vec::new())
        } else {
            self.pieces(&wire.content, passage.near(&near, &near), &at)
        };
        (cue, content)
    }

    fn source<Q: Anchor>(
        &mut self,
        wire: &wire::Source<Q>,
        position: usize,
        earlier: Option<&Statement>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Option<Source> {
        let at = at.field("source");
        let wire = match wire {
            wire::Source::Words(words) if words.is_empty() => return Some(Source::default()),
            wire::Source::Words(words) => {
                let words = self.pieces(words, passage, &at)?;
                return Some(Source { words, ..Source::default() });
            }
            wire::Source::More(more) => more,
        };
        let antecedent = self.spans(&wire.antecedent, passage.around(&[]), &at.field("antecedent"));
        let note: Option<Box<str>> = wire.note.as_deref().map(Into::into);
        let Some(id) = &wire.shared_with else {
            let is_explained = note.is_some() && antecedent.is_empty();
            if !wire.words.is_empty() {
                let words = self.pieces(&wire.words, passage, &at.field("words"))?;
                return Some(Source { words, shared_with: None, antecedent, note });
            }
            // A substitute has no words, but it has been reported.
            if is_explained || self.report.is_substituted(&at) {
                return Some(Source { note, ..Source::default() });
            }
            let problem = Problem::error(QuoteCode::NoWords, "the source has no words").hint(
                "quote the words that name it, { \"words\": … }, or refer to the earlier statement that \
                 has them, { \"shared_with\": … }",
            );
            self.report.add(&at, problem.hint("if the article mentions no source, leave it out"));
            return None;
        };
        let at_shared = at.field("shared_with");
        if !wire.words.is_empty() && !self.report.is_substituted(&at_shared) {
            let problem = Problem::error(
                StatementCode::TwoSources,
                "the source has both \"words\" and \"shared_with\"",
            )
            .hint("keep one of them");
            self.report.add(&at, problem);
        }
        let is_draft = self.drafts.get(position).copied().unwrap_or_default();
        let shared: StatementIx = self.finished(id, is_draft, &at_shared)?;
        if shared.index() >= position {
            let problem = Problem::error(
                StatementCode::SharedSource,
                format!("{} is not an earlier statement", shown(id)),
            )
            .hint("refer to an earlier statement with the same source");
            self.report.add(&at_shared, problem);
        }
        // A broken earlier statement has been reported, and has no words to share.
        let from = earlier?;
        let antecedent =
            if antecedent.is_empty() { from.source.antecedent.clone() } else { antecedent };
        Some(Source {
            words: from.source.words.clone(),
            shared_with: Some(shared),
            antecedent,
            note,
        })
    }

    fn dates<Q: Anchor>(
        &mut self,
        list: &[wire::When<Q>],
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Vec<When> {
        (list.iter().enumerate())
            .filter_map(|(position, wire)| self.when(wire, passage, &at.element(position)))
            .collect()
    }
}
