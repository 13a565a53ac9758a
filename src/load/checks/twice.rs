//! The same statement twice.

use super::{Findings, Subject, speakers_of};
use crate::load::code::StatementCode;
use crate::load::problem::Problem;
use crate::model::Span;
use std::collections::HashMap;

/// Warns about statements with the same content and a common speaker. A note on the later one answers
/// the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut seen: HashMap<&[Span], usize> = HashMap::new();
    for (position, statement) in subject.statements() {
        let first = *seen.entry(&statement.content).or_insert(position);
        let earlier = &subject.dossier.statements[first];
        let is_same = || !speakers_of(statement).is_disjoint(&speakers_of(earlier));
        if first == position || statement.note.is_some() || !is_same() {
            continue;
        }
        let message = format!("the content and a speaker are those of \"{}\"", earlier.id);
        let problem = Problem::warning(StatementCode::Twice, message)
            .hint("remove one of the two statements")
            .hint("if they differ, say how in a \"note\" of this one");
        findings.statement(position, "content", problem);
    }
}
