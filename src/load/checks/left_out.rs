//! Actors whom the text names in words that nothing accounts for.

use super::{Findings, Subject, paragraph};
use crate::load::code::ArticleCode;
use crate::load::names::{Case, Mention};
use crate::load::problem::Problem;
use crate::model::{ActorIx, UnitIx};
use std::collections::{BTreeMap, BTreeSet};

/// Warns about actors who neither speak, pass words on, nor are spoken of, and of whom no field quotes
/// any mention: once for each actor, at the first place. The outlet may name itself. The words in any field, such as the background, answer the warning. So does a note on the actor.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut left: BTreeMap<ActorIx, (UnitIx, &Mention, usize)> = BTreeMap::new();
    let mut known: BTreeSet<ActorIx> = BTreeSet::new();
    for unit in (0..subject.dossier.article.units.len()).map(|unit| UnitIx(unit as u32)) {
        let tokens = subject.names.tokens.unit(unit);
        for mention in subject.names.mentions(unit) {
            let words = &tokens[mention.tokens.clone()];
            let is_name = words.iter().any(|word| word.case != Case::Lower);
            if words.iter().any(|word| subject.covered.contains(unit, word.start)) {
                known.extend(&mention.actors);
            } else if is_name {
                left.entry(mention.actors[0]).or_insert((unit, mention, 0)).2 += 1;
            }
        }
    }
    let is_noted = |actor: &ActorIx| subject.dossier.actor(*actor).note.is_some();
    for (_, statement) in subject.statements() {
        let named = statement.speakers.iter().chain(&statement.about).map(|reading| reading.value);
        known.extend(named.chain(statement.via.iter().map(|hop| hop.actor)));
    }
    known.insert(subject.dossier.article.outlet);
    left.retain(|actor, _| !known.contains(actor) && !is_noted(actor));
    for (actor, (unit, mention, count)) in left {
        let more = match count {
            1 => String::new(),
            2 => ", and once more".to_owned(),
            count => format!(", and {} times more", count - 1),
        };
        let message = format!(
            "{} in {} names {}, but nothing accounts for the words{more}",
            subject.words(mention.span),
            paragraph(unit),
            subject.ids(&[actor])
        );
        let problem = Problem::warning(ArticleCode::NameLeftOut, message)
            .hint("look for a statement there; if there is none, add the words to \"background\"");
        findings.unit(unit, problem);
    }
}
