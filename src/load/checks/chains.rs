//! One source whose words came through somebody in one statement and through nobody in another.

use super::{Findings, Subject, speakers_of};
use crate::load::code::StatementCode;
use crate::load::problem::Problem;
use crate::model::{ActorIx, Statement};
use std::collections::HashMap;

/// Warns about a statement without hops if another statement of the same source has some. A note on
/// the statement or its source answers the warning.
///
/// A source is the same if it is the same unnamed actor, if one statement shares it with the other,
/// if a pronoun or another form without a name follows it in the paragraph, or if a word such as "letter" is
/// in both.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut through: HashMap<(ActorIx, &str), usize> = HashMap::new();
    for (position, statement) in subject.statements().filter(|(_, it)| !it.via.is_empty()) {
        for key in keys(subject, statement) {
            through.entry(key).or_insert(position);
        }
    }
    for (position, statement) in subject.statements().filter(|(_, it)| it.via.is_empty()) {
        if statement.note.is_some() || statement.source.note.is_some() {
            continue;
        }
        let shared = statement.source.shared_with.map(|it| it.index());
        let shared = shared.filter(|it| !subject.dossier.statements[*it].via.is_empty());
        let same = || keys(subject, statement).iter().find_map(|key| through.get(key).copied());
        let Some(other) = shared.or_else(same).or_else(|| continued(subject, position)) else {
            continue;
        };
        let other = &subject.dossier.statements[other];
        let hops: Vec<ActorIx> = other.via.iter().map(|hop| hop.actor).collect();
        if hops.iter().any(|hop| statement.is_by(*hop)) {
            continue;
        }
        let message = format!(
            "the words of the same source came through {} in \"{}\", but through nobody here",
            subject.ids(&hops),
            other.id
        );
        let problem = Problem::warning(StatementCode::OtherChain, message)
            .hint("give both the same \"via\"")
            .hint("if this one came another way, say so in a \"note\" of the statement");
        findings.statement(position, "via", problem);
    }
}

/// Returns the position of the statement before, if the source of a statement has no name but
/// refers to the same speakers, and the statement before has hops: "She told X … She added …".
fn continued(subject: &Subject<'_>, position: usize) -> Option<usize> {
    let before = position.checked_sub(1)?;
    let (statement, other) =
        (&subject.dossier.statements[position], &subject.dossier.statements[before]);
    let source = &statement.source;
    let own = subject.names.named(&source.words);
    let is_short = own.is_pronoun || (own.by_name.is_empty() && !source.antecedent.is_empty());
    let is_near = statement.passage == other.passage;
    let is_same = || speakers_of(statement) == speakers_of(other);
    (is_short && is_near && !other.via.is_empty() && is_same()).then_some(before)
}

/// Returns what makes the source of a statement the same as that of another: its actor, if it is
/// unnamed, and the words that describe it.
fn keys<'s>(subject: &'s Subject<'_>, statement: &'s Statement) -> Vec<(ActorIx, &'s str)> {
    let [speaker] = statement.speakers.as_slice() else { return Vec::new() };
    let mut keys = Vec::new();
    if statement.is_unnamed() {
        keys.push((speaker.value, ""));
    }
    let Some(cues) = subject.cues else { return keys };
    let names = subject.names.names_of(speaker.value);
    for token in statement.source.own_words().iter().flat_map(|it| subject.names.tokens.within(*it))
    {
        let is_name = names.binary_search(&token.key).is_ok();
        let is_capital = token.case != crate::load::names::Case::Lower;
        if !is_name && !is_capital && !cues.is_function(&token.key) {
            keys.push((speaker.value, &token.key));
        }
    }
    keys
}
