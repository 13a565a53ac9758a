//! A statement that shares its source but has other speakers.

use super::{Findings, Subject};
use crate::load::code::StatementCode;
use crate::load::problem::Problem;
use crate::model::{ActorIx, Reading};

/// Warns about statements that share the source of an earlier one but have other speakers. A note on
/// a speaker answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (position, statement) in subject.statements() {
        let Some(shared) = statement.source.shared_with else { continue };
        let earlier = subject.dossier.statement(shared);
        let sorted = |list: &[Reading<ActorIx>]| {
            let mut actors: Vec<ActorIx> = list.iter().map(|speaker| speaker.value).collect();
            actors.sort();
            actors
        };
        let (own, theirs) = (sorted(&statement.speakers), sorted(&earlier.speakers));
        let is_noted = statement.speakers.iter().any(|speaker| speaker.basis.note.is_some());
        if own == theirs || is_noted {
            continue;
        }
        let message = format!(
            "the statement shares the source of \"{}\", but its speaker is {}, not {}",
            earlier.id,
            subject.ids(&own),
            subject.ids(&theirs)
        );
        let problem = Problem::warning(StatementCode::SharedSpeakers, message)
            .hint("give both the same speakers, or this one its own source")
            .hint(
                "if both are right, say why in a note on the speaker: { \"is\": …, \"note\": … }",
            );
        findings.statement(position, "speakers", problem);
    }
}
