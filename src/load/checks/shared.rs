//! A statement that shares its source but has other speakers.

use super::{Findings, Subject, speakers_of};
use crate::load::code::StatementCode;
use crate::load::problem::Problem;

/// Warns about statements that share the source of an earlier one but have other speakers. A note on
/// a speaker answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (position, statement) in subject.statements() {
        let Some(shared) = statement.source.shared_with else { continue };
        let earlier = subject.dossier.statement(shared);
        let (own, theirs) = (speakers_of(statement), speakers_of(earlier));
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
