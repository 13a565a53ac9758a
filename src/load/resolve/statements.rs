//! Statements.

use super::super::code::{IdCode, QuoteCode, StatementCode};
use super::super::escape::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{
    ActorIx, Hop, Identification, IdentificationKind, Mention, Reading, Referent, Slug, Source,
    Span, Statement, StatementIx, When,
};

impl Context<'_, '_> {
    pub(super) fn statements_list<Q: Anchor>(
        &mut self,
        list: &List<wire::Statement<Q>>,
        outlet: Option<ActorIx>,
    ) -> Vec<Statement> {
        let root = self.root;
        let root = root.field(list.field);
        let mut statements: Vec<Statement> = Vec::with_capacity(list.items.len());
        let mut last = None;
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let Some(statement) = self.one_statement(wire, *position, &statements, outlet, &at)
            else {
                continue;
            };
            // Where words stand apart, it is open where the statement stands.
            if self.check_passage(&statement, &at) {
                self.check_order(&statement, last.map(|last: usize| &statements[last]), &at);
                last = Some(statements.len());
            }
            statements.push(statement);
        }
        statements
    }

    fn one_statement<Q: Anchor>(
        &mut self,
        wire: &wire::Statement<Q>,
        position: usize,
        earlier: &[Statement],
        outlet: Option<ActorIx>,
        at: &At<'_>,
    ) -> Option<Statement> {
        let unit = self.text.unit(wire.passage);
        if unit.is_none() && self.has_text {
            self.report.add(&at.field("passage"), self.text.no_unit(wire.passage));
        }
        let passage = unit.map_or(Passage::Unknown, Passage::In);
        let source = self.source(wire, position, earlier, passage, at);
        let cue = self.some_pieces(&wire.cue, passage, &at.field("cue"));
        let content = self.some_pieces(&wire.content, passage, &at.field("content"));
        let speakers = self.references(&wire.speakers, passage, &at.field("speakers"), Self::actor);
        if wire.speakers.is_empty() {
            let problem = Problem::error(StatementCode::NoSpeaker, "the statement has no speaker")
                .hint("name the actor whose statement it is, even an unnamed one");
            self.report.add(&at.field("speakers"), problem);
        }
        let via = self.via(&wire.via, passage, &at.field("via"));
        self.check_chain(&speakers, &via, outlet, at);
        let kind = self.reading(&wire.kind, passage, &at.field("kind"));
        let channel = self.reading(&wire.channel, passage, &at.field("channel"));
        let identification =
            self.identification(&wire.identification, passage, &at.field("identification"));
        let said_on = wire.said_on.as_ref().map(|w| self.said_on(w, passage, &at.field("said_on")));
        let topics = self.references(&wire.topics, passage, &at.field("topics"), Self::topic);
        let about = self.references(&wire.about, passage, &at.field("about"), Self::actor);
        let places = self.references(&wire.places, passage, &at.field("places"), Self::place);
        let dates = self.dates(&wire.dates, passage, &at.field("dates"));
        let own = [source.as_ref().map(|source| &source.words), cue.as_ref(), content.as_ref()];
        let mentions = self.mentions(&wire.mentions, own, passage, &at.field("mentions"));
        Some(Statement {
            id: Slug::new(&wire.id).ok()?,
            gist: wire.gist.as_str().into(),
            passage: unit?,
            source: source?,
            cue: cue?,
            content: content?,
            speakers,
            via,
            kind,
            channel,
            identification,
            said_on: said_on.flatten(),
            topics,
            about,
            places,
            dates,
            mentions,
            note: wire.note.as_deref().map(Into::into),
        })
    }

    fn source<Q: Anchor>(
        &mut self,
        statement: &wire::Statement<Q>,
        position: usize,
        earlier: &[Statement],
        passage: Passage,
        at: &At<'_>,
    ) -> Option<Source> {
        let at = at.field("source");
        let wire = &statement.source;
        let antecedent = self.spans(&wire.antecedent, passage, &at.field("antecedent"));
        let note = wire.note.as_deref().map(Into::into);
        let Some(id) = &wire.shared_with else {
            // Where something stands in for it, that was told.
            if wire.words.is_empty() && !self.report.is_substituted(&at) {
                let problem = Problem::error(QuoteCode::NoWords, "the source has no words").hint(
                    "quote those that name it, { \"words\": … }, or say which earlier statement has it, \
                     { \"shared_with\": … }",
                );
                self.report.add(&at, problem);
                return None;
            }
            let words = self.some_pieces(&wire.words, passage, &at.field("words"))?;
            return Some(Source { words, shared_with: None, antecedent, note });
        };
        let at_shared = at.field("shared_with");
        if !wire.words.is_empty() && !self.report.is_substituted(&at_shared) {
            let problem = Problem::error(
                StatementCode::TwoSources,
                "the source has words of its own and is shared",
            )
            .hint("keep \"words\" or \"shared_with\", not both");
            self.report.add(&at, problem);
        }
        let shared: StatementIx = self.statement(id, &at_shared)?;
        if shared.index() >= position {
            let problem = Problem::error(
                StatementCode::SharedSource,
                format!("{} is not an earlier statement", shown(id)),
            )
            .hint("name the statement before, whose source the reader has just read");
            self.report.add(&at_shared, problem);
        }
        // An earlier statement that was itself broken was told; there are no words to share then.
        let from = earlier.iter().rfind(|statement| statement.id.as_str() == id)?;
        let antecedent =
            if antecedent.is_empty() { from.source.antecedent.clone() } else { antecedent };
        Some(Source {
            words: from.source.words.clone(),
            shared_with: Some(shared),
            antecedent,
            note,
        })
    }

    fn via<Q: Anchor>(&mut self, list: &[wire::Hop<Q>], passage: Passage, at: &At<'_>) -> Vec<Hop> {
        let mut hops = Vec::new();
        for (position, wire) in list.iter().enumerate() {
            let at = at.element(position);
            let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, &at);
            let actor = self.actor(&wire.actor, &at.field("actor"));
            let role = Reading { value: wire.role, basis };
            hops.extend(actor.map(|actor| Hop { actor, role }));
        }
        hops
    }

    fn identification<Q: Anchor>(
        &mut self,
        wire: &wire::Identification<Q>,
        passage: Passage,
        at: &At<'_>,
    ) -> Identification {
        let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, at);
        let described_as = self.spans(&wire.described_as, passage, &at.field("described_as"));
        let condition = self.spans(&wire.condition, passage, &at.field("condition"));
        let reason = self.spans(&wire.reason, passage, &at.field("reason"));
        let is_unnamed = IdentificationKind::is_unnamed(wire.is);
        let is_explained = !condition.is_empty() || !reason.is_empty();
        if is_explained && !is_unnamed && !self.report.is_substituted(&at.field("is")) {
            let message =
                "a condition or reason of anonymity is given for a source that is not unnamed";
            let problem = Problem::error(StatementCode::NotUnnamed, message).hint(
                "leave them out, or say how the source is unnamed: unnamed_person, unnamed_group",
            );
            self.report.add(at, problem);
        }
        Identification { kind: Reading { value: wire.is, basis }, described_as, condition, reason }
    }

    fn dates<Q: Anchor>(
        &mut self,
        list: &[wire::When<Q>],
        passage: Passage,
        at: &At<'_>,
    ) -> Vec<When> {
        (list.iter().enumerate())
            .filter_map(|(position, wire)| self.when(wire, passage, &at.element(position)))
            .collect()
    }

    fn mentions<Q: Anchor>(
        &mut self,
        list: &[wire::Mention<Q>],
        own: [Option<&Vec<Span>>; 3],
        passage: Passage,
        at: &At<'_>,
    ) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (position, wire) in list.iter().enumerate() {
            let at = at.element(position);
            let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, &at);
            let words = self.span(&wire.words, passage, &at.field("words"));
            if let Some(words) = words {
                self.check_mentioned(words, own, &at.field("words"));
            }
            let mut referents = Vec::new();
            for (position, id) in wire.actors.iter().enumerate() {
                let actor = self.actor(id, &at.field("actors").element(position));
                referents.extend(actor.map(Referent::Actor));
            }
            for (position, id) in wire.statements.iter().enumerate() {
                let statement = self.statement(id, &at.field("statements").element(position));
                referents.extend(statement.map(Referent::Statement));
            }
            let is_for_nothing = wire.actors.is_empty() && wire.statements.is_empty();
            if is_for_nothing && !self.report.is_substituted(&at) {
                let problem =
                    Problem::error(StatementCode::NoReferent, "the words stand for nothing")
                        .hint("name the actors or the statements that they stand for");
                self.report.add(&at, problem);
            }
            mentions.extend(words.map(|words| Mention { words, referents, basis }));
        }
        mentions
    }

    /// Words that stand for something are of the statement itself: elsewhere no reader meets them.
    /// Where some of its words were not found, these may be among them.
    fn check_mentioned(&mut self, words: Span, own: [Option<&Vec<Span>>; 3], at: &At<'_>) {
        let is_own = |spans: Option<&Vec<Span>>| {
            spans.is_none_or(|spans| spans.iter().any(|span| span.contains(words)))
        };
        if !own.into_iter().any(is_own) {
            let message = format!("{} is not of the statement's own words", self.words(words));
            let problem = Problem::error(StatementCode::OutsideStatement, message).hint(
                "quote words of its source, cue or content; words elsewhere are \"evidence\"",
            );
            self.report.add(at, problem);
        }
    }

    /// A chain leads from the speakers to the outlet and passes nobody twice.
    fn check_chain(
        &mut self,
        speakers: &[Reading<ActorIx>],
        hops: &[Hop],
        outlet: Option<ActorIx>,
        at: &At<'_>,
    ) {
        let via = at.field("via");
        for (position, hop) in hops.iter().enumerate() {
            let twice = hops[..position].iter().any(|earlier| earlier.actor == hop.actor);
            let why = if twice {
                "stands twice in the chain"
            } else if speakers.iter().any(|speaker| speaker.value == hop.actor) {
                "is a speaker of the statement and a hop of its chain"
            } else if outlet == Some(hop.actor) {
                "is the outlet, which ends every chain by itself"
            } else {
                continue;
            };
            let id = self.actors.id(hop.actor.index());
            let problem = Problem::error(IdCode::Loop, format!("{} {why}", shown(id)))
                .hint("the chain runs from the speaker to the outlet, each hop once");
            self.report.add(&via.element(position), problem);
        }
    }
}
