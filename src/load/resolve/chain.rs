//! The chain from a source to the outlet, and how a source is identified.

use super::super::code::{IdCode, StatementCode};
use super::super::escape::shown;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::{Anchor, Context, Passage};
use crate::model::{ActorIx, Hop, Identification, IdentificationKind, Reading};
use std::collections::HashSet;

impl Context<'_, '_> {
    pub(super) fn via<Q: Anchor>(
        &mut self,
        list: &[wire::Hop<Q>],
        passage: Passage<'_>,
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

    pub(super) fn identification<Q: Anchor>(
        &mut self,
        wire: &wire::Identification<Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Identification {
        let wire = match wire {
            wire::Identification::Naming(naming) => naming,
            wire::Identification::Bare(kind) => return Identification::of_kind(*kind),
        };
        let basis = self.basis(&wire.evidence, wire.note.as_deref(), passage, at);
        let described_as = self.spans(&wire.described_as, passage, &at.field("described_as"));
        let condition = self.spans(&wire.condition, passage, &at.field("condition"));
        let reason = self.spans(&wire.reason, passage, &at.field("reason"));
        let is_unnamed = IdentificationKind::is_unnamed(wire.is);
        let is_explained = !condition.is_empty() || !reason.is_empty();
        if is_explained && !is_unnamed && !self.report.is_substituted(&at.field("is")) {
            let message =
                "the source has a condition of anonymity, or a reason for it, but is not unnamed";
            let problem = Problem::error(StatementCode::NotUnnamed, message)
                .hint("remove it, or change the identification to unnamed_person or unnamed_group");
            self.report.add(at, problem);
        }
        Identification { kind: Reading { value: wire.is, basis }, described_as, condition, reason }
    }

    /// Checks that a chain contains neither the speakers nor the outlet, and no actor twice.
    pub(super) fn check_chain(
        &mut self,
        speakers: &[Reading<ActorIx>],
        hops: &[Hop],
        outlet: Option<ActorIx>,
        at: &At<'_>,
    ) {
        let via = at.field("via");
        let speakers: HashSet<ActorIx> = speakers.iter().map(|speaker| speaker.value).collect();
        let mut earlier = HashSet::new();
        for (position, hop) in hops.iter().enumerate() {
            let why = if !earlier.insert(hop.actor) {
                "is in the chain twice"
            } else if speakers.contains(&hop.actor) {
                "is both a speaker and a hop of the chain"
            } else if outlet == Some(hop.actor) {
                "is the outlet, which ends every chain and must not be listed"
            } else {
                continue;
            };
            let id = self.actors.id(hop.actor.index());
            let problem = Problem::error(IdCode::Loop, format!("{} {why}", shown(id)))
                .hint("list each hop between the speaker and the outlet once");
            self.report.add(&via.element(position), problem);
        }
    }
}
