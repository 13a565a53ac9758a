//! The mentions of a statement: words of it that refer to actors or other statements.

use super::super::code::StatementCode;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{Cover, Mention, Referent, Span};

impl Context<'_, '_> {
    pub(super) fn mentions<Q: Anchor>(
        &mut self,
        list: &[wire::Mention<Q>],
        is_draft: bool,
        own: [Option<&Vec<Span>>; 3],
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let is_known = own.iter().all(Option::is_some);
        let own = Cover::of(own.into_iter().flatten().flatten().copied().collect());
        let own = is_known.then_some(own);
        for (position, wire) in list.iter().enumerate() {
            let at = at.element(position);
            let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, &at);
            let words = self.span(&wire.words, passage, &at.field("words"));
            if let Some(words) = words {
                self.check_mentioned(words, own.as_ref(), &at.field("words"));
            }
            let mut referents = Vec::new();
            for (position, id) in wire.actors.iter().enumerate() {
                let actor = self.actor(id, &at.field("actors").element(position));
                referents.extend(actor.map(Referent::Actor));
            }
            for (position, id) in wire.statements.iter().enumerate() {
                let at = at.field("statements");
                let statement = self.finished(id, is_draft, &at.element(position));
                referents.extend(statement.map(Referent::Statement));
            }
            let has_no_referent = wire.actors.is_empty() && wire.statements.is_empty();
            if has_no_referent && !self.report.is_substituted(&at) {
                let problem = Problem::error(
                    StatementCode::NoReferent,
                    "the mention refers to no actor or statement",
                )
                .hint("add the actors or statements that its words refer to");
                self.report.add(&at, problem);
            }
            mentions.extend(words.map(|words| Mention { words, referents, basis }));
        }
        mentions
    }

    /// Reports a mention whose words are not in the statement. If some words of the statement were
    /// not found, the mention may be among those.
    fn check_mentioned(&mut self, words: Span, own: Option<&Cover>, at: &At<'_>) {
        if own.is_some_and(|own| !own.contains(words)) {
            let message = format!("{} is not part of the statement", self.words(words));
            let problem = Problem::error(StatementCode::OutsideStatement, message).hint(
                "quote words of its source, cue or content; put words from elsewhere in \"evidence\"",
            );
            self.report.add(at, problem);
        }
    }
}
