//! An accusation or a denial whose cue neither accuses nor denies.

use super::{Findings, Subject};
use crate::load::code::StatementCode;
use crate::load::problem::Problem;
use crate::model::{Kind, Vocabulary};

/// Warns about an accusation or a denial without such a verb in the cue or the evidence. A note on
/// the kind answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(cues) = subject.cues else { return };
    for (position, statement) in subject.statements() {
        let kind = &statement.kind;
        if kind.basis.note.is_some() {
            continue;
        }
        let words = statement.cue.iter().chain(&kind.basis.evidence);
        let words: Vec<_> =
            words.flat_map(|span| subject.names.tokens.within(*span)).cloned().collect();
        let (is_said, verb) = match kind.value {
            Kind::Accusation => (cues.accuses(&words), "accuses"),
            Kind::Denial => (cues.denies(&words), "denies"),
            _ => continue,
        };
        if is_said {
            continue;
        }
        let cue = statement.cue.first().map_or_else(String::new, |span| subject.words(*span));
        let message = format!("the kind is {}, but the cue {cue} {verb} nobody", kind.value.code());
        let message = message.replace("denies nobody", "does not deny anything");
        let problem = Problem::warning(StatementCode::KindWithoutCue, message)
            .hint("choose the kind that the cue and the words show, such as \"assertion\"")
            .hint("if the kind is right, say why in a note: { \"is\": …, \"note\": … }");
        findings.statement(position, "kind", problem);
    }
}
