//! Statements.

use super::super::anchor;
use super::super::diagnostic::Problem;
use super::super::nearest::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::wire;
use super::{Anchor, Context};
use crate::model::{
    ActorIx, Hop, Identification, IdentificationKind, Mention, Reading, Referent, Slug, Source,
    Span, Statement, StatementIx, UnitIx, When,
};

impl Context<'_, '_> {
    pub(super) fn statements_list<Q: Anchor>(
        &mut self,
        list: &List<wire::Statement<Q>>,
        outlet: Option<ActorIx>,
    ) -> Vec<Statement> {
        let root = At::ROOT;
        let root = root.field(list.field);
        let mut statements: Vec<Statement> = Vec::with_capacity(list.items.len());
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let Some(statement) = self.one_statement(wire, *position, &statements, &at) else {
                continue;
            };
            self.check_chain(&statement, outlet, &at);
            self.check_passage(&statement, &at);
            self.check_order(&statement, statements.last(), &at);
            statements.push(statement);
        }
        statements
    }

    fn one_statement<Q: Anchor>(
        &mut self,
        wire: &wire::Statement<Q>,
        position: usize,
        earlier: &[Statement],
        at: &At<'_>,
    ) -> Option<Statement> {
        let passage = self.text.unit(wire.passage);
        if passage.is_none() {
            self.report.add(&at.field("passage"), self.text.no_unit(wire.passage));
        }
        let source = self.source(wire, position, earlier, passage, at);
        let cue = self.some_pieces(&wire.cue, passage, &at.field("cue"));
        let content = self.some_pieces(&wire.content, passage, &at.field("content"));
        let speakers = self.references(&wire.speakers, passage, &at.field("speakers"), Self::actor);
        if wire.speakers.is_empty() {
            let problem = Problem::error("no-speaker", "the statement has no speaker")
                .hint("name the actor whose statement it is, even an unnamed one");
            self.report.add(&at.field("speakers"), problem);
        }
        let via = self.via(&wire.via, passage, &at.field("via"));
        let kind = self.reading(&wire.kind, passage, &at.field("kind"));
        let channel = self.reading(&wire.channel, passage, &at.field("channel"));
        let identification =
            self.identification(&wire.identification, passage, &at.field("identification"));
        let said_on = wire.said_on.as_ref().map(|w| self.said_on(w, passage, &at.field("said_on")));
        let topics = self.references(&wire.topics, passage, &at.field("topics"), Self::topic);
        let about = self.references(&wire.about, passage, &at.field("about"), Self::actor);
        let places = self.references(&wire.places, passage, &at.field("places"), Self::place);
        let dates = self.dates(&wire.dates, passage, &at.field("dates"));
        let mentions = self.mentions(&wire.mentions, passage, &at.field("mentions"));
        Some(Statement {
            id: Slug::new(&wire.id).ok()?,
            gist: wire.gist.as_str().into(),
            passage: passage?,
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
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Option<Source> {
        let at = at.field("source");
        let wire = &statement.source;
        let antecedent = self.spans(&wire.antecedent, passage, &at.field("antecedent"));
        let note = wire.note.as_deref().map(Into::into);
        let Some(id) = &wire.shared_with else {
            if wire.words.is_empty() {
                let problem = Problem::error("no-words", "the source has no words").hint(
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
        if !wire.words.is_empty() {
            let problem =
                Problem::error("two-sources", "the source has words of its own and is shared")
                    .hint("keep \"words\" or \"shared_with\", not both");
            self.report.add(&at, problem);
        }
        let shared: StatementIx = self.statement(id, &at_shared)?;
        if shared.index() >= position {
            let problem = Problem::error(
                "shared-source",
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

    fn via<Q: Anchor>(
        &mut self,
        list: &[wire::Hop<Q>],
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Vec<Hop> {
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
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Identification {
        let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, at);
        let described_as = self.spans(&wire.described_as, passage, &at.field("described_as"));
        let condition = self.spans(&wire.condition, passage, &at.field("condition"));
        let reason = self.spans(&wire.reason, passage, &at.field("reason"));
        let is_unnamed = IdentificationKind::is_unnamed(wire.is);
        let is_explained = !condition.is_empty() || !reason.is_empty();
        if is_explained && !is_unnamed {
            let message =
                "a condition or reason of anonymity is given for a source that is not unnamed";
            let problem = Problem::error("not-unnamed", message).hint(
                "leave them out, or say how the source is unnamed: unnamed_person, unnamed_group",
            );
            self.report.add(at, problem);
        }
        Identification { kind: Reading { value: wire.is, basis }, described_as, condition, reason }
    }

    fn dates<Q: Anchor>(
        &mut self,
        list: &[wire::When<Q>],
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Vec<When> {
        (list.iter().enumerate())
            .filter_map(|(position, wire)| self.when(wire, passage, &at.element(position)))
            .collect()
    }

    fn mentions<Q: Anchor>(
        &mut self,
        list: &[wire::Mention<Q>],
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (position, wire) in list.iter().enumerate() {
            let at = at.element(position);
            let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, &at);
            let words = self.span(&wire.words, passage, &at.field("words"));
            let mut referents = Vec::new();
            for (position, id) in wire.actors.iter().enumerate() {
                let actor = self.actor(id, &at.field("actors").element(position));
                referents.extend(actor.map(Referent::Actor));
            }
            for (position, id) in wire.statements.iter().enumerate() {
                let statement = self.statement(id, &at.field("statements").element(position));
                referents.extend(statement.map(Referent::Statement));
            }
            if wire.actors.is_empty() && wire.statements.is_empty() {
                let problem = Problem::error("stands-for-nothing", "the words stand for nothing")
                    .hint("name the actors or the statements that they stand for");
                self.report.add(&at, problem);
            }
            mentions.extend(words.map(|words| Mention { words, referents, basis }));
        }
        mentions
    }

    /// A chain leads from the speakers to the outlet and passes nobody twice.
    fn check_chain(&mut self, statement: &Statement, outlet: Option<ActorIx>, at: &At<'_>) {
        let via = at.field("via");
        for (position, hop) in statement.via.iter().enumerate() {
            let twice = statement.via[..position].iter().any(|earlier| earlier.actor == hop.actor);
            let why = if twice {
                "stands twice in the chain"
            } else if statement.is_by(hop.actor) {
                "is a speaker of the statement and a hop of its chain"
            } else if outlet == Some(hop.actor) {
                "is the outlet, which ends every chain by itself"
            } else {
                continue;
            };
            let id = self.actors.id(hop.actor.index());
            let problem = Problem::error("loop", format!("{} {why}", shown(id)))
                .hint("the chain runs from the speaker to the outlet, each hop once");
            self.report.add(&via.element(position), problem);
        }
    }

    /// Some words of a statement stand in its passage: its card is cut from there.
    fn check_passage(&mut self, statement: &Statement, at: &At<'_>) {
        let (passage, first) = first_words(statement);
        if first.is_none() {
            let place = anchor::place(passage);
            let message = format!("neither cue nor content stands in {place}");
            let problem = Problem::error("outside-passage", message)
                .hint("the passage is the paragraph that the statement stands in")
                .hint_if(statement.cue.first().map(|cue| {
                    format!("the cue, {}, stands in {}", self.words(*cue), anchor::place(cue.unit))
                }));
            self.report.add(&at.field("passage"), problem);
        }
    }

    /// Statements stand in article order: their numbers and neighbours depend on it.
    fn check_order(&mut self, statement: &Statement, before: Option<&Statement>, at: &At<'_>) {
        let Some(before) = before else { return };
        if first_words(statement) < first_words(before) {
            let message = format!(
                "{} stands before {} in the text",
                shown(statement.id.as_str()),
                shown(before.id.as_str())
            );
            let problem =
                Problem::error("order", message).hint("list the statements in article order");
            self.report.add(at, problem);
        }
    }

    pub(super) fn text_of(&self, span: Span) -> &str {
        self.text.units[span.unit.index()].slice(span.start, span.end)
    }
}

/// Where a statement begins: its passage, then its first word of cue or content.
fn first_words(statement: &Statement) -> (UnitIx, Option<Span>) {
    let own = statement.cue.iter().chain(&statement.content).copied();
    (statement.passage, own.filter(|span| span.unit == statement.passage).min())
}
