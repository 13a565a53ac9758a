//! A speaker whom the words of the source do not name.

use super::{Findings, Place, Subject};
use crate::load::code::StatementCode;
use crate::load::problem::Problem;
use crate::model::{ActorIx, Reading, Span, Statement, UnitIx};

/// Maximum number of paragraphs before a pronoun in which the person that it refers to is searched.
const REACH: u32 = 2;

/// Warns about a speaker that the source does not name. A note on the speaker answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut before: Option<&Statement> = None;
    for (position, statement) in subject.statements() {
        if statement.source.shared_with.is_none() && !statement.source.words.is_empty() {
            let unanswered = |speaker: &&Reading<ActorIx>| speaker.basis.note.is_none();
            for (at, speaker) in statement.speakers.iter().enumerate() {
                if unanswered(&speaker)
                    && let Some(problem) = problem(subject, statement, speaker, before)
                {
                    let place = [
                        Place::Field("statements"),
                        Place::Element(position),
                        Place::Field("speakers"),
                        Place::Element(at),
                    ];
                    findings.add(place, problem);
                }
            }
        }
        before = Some(statement);
    }
}

fn problem(
    subject: &Subject<'_>,
    statement: &Statement,
    speaker: &Reading<ActorIx>,
    before: Option<&Statement>,
) -> Option<Problem> {
    let (names, actor) = (&subject.names, speaker.value);
    let source = &statement.source;
    let own = names.named(&source.words);
    let fuller = names.named(&source.antecedent);
    let via = |named: &ActorIx| statement.is_via(*named);
    let id = subject.ids(&[actor]);
    for (named, words, what, can_be_hop) in [
        (&own, &source.words, "source", true),
        (&fuller, &source.antecedent, "antecedent of the source", false),
    ] {
        let others = &named.by_name;
        // An actor may be described by more words than the name among them: "the lawyer of Lund".
        let is_described = || {
            let described = names.shared_words(words, actor);
            others.iter().all(|other| described > names.shared_words(words, *other))
        };
        if others.is_empty()
            || others.contains(&actor)
            || (can_be_hop && others.iter().all(via))
            || is_described()
        {
            continue;
        }
        let quoted = words.first().map_or_else(String::new, |span| subject.words(*span));
        let message = format!("the {what}, {quoted}, names {}, not {id}", subject.ids(others));
        return Some(
            Problem::warning(StatementCode::OtherSpeaker, message)
                .hint("correct the speaker or the words of the source")
                .hint("if they are right, say why in a note: { \"is\": …, \"note\": … }"),
        );
    }
    let basis = &speaker.basis.evidence;
    let naming = &statement.identification;
    let elsewhere = [basis, &naming.kind.basis.evidence, &naming.described_as];
    let name = &subject.dossier.actor(actor).name.value;
    let is_inflected = |words: &[Span]| own.by_name.is_empty() && names.is_inflected(words, actor);
    let names_it = |span: &Span| names.named(&[*span]).by_name.contains(&actor);
    let is_named = own.includes(actor)
        || fuller.includes(actor)
        || names.is_name(name, &source.words)
        || is_inflected(&source.words)
        || is_inflected(&source.antecedent)
        || elsewhere.into_iter().flatten().any(names_it);
    // The antecedent says whom a pronoun refers to. Without it, the text just before has to.
    let is_clear = || {
        own.is_pronoun && source.antecedent.is_empty() && is_last(subject, statement, actor, before)
    };
    if is_named || is_clear() {
        return None;
    }
    let quoted = source.words.first().map_or_else(String::new, |span| subject.words(*span));
    let message = format!("neither the source, {quoted}, nor its antecedent names {id}");
    Some(
        Problem::warning(StatementCode::SpeakerNotNamed, message)
            .hint("correct the speaker, or quote the words that name it in the \"antecedent\" of the source")
            .hint("if the article does not name it, add an alias to the actor, or say in a note how you know: { \"is\": …, \"note\": … }"),
    )
}

/// Returns true if an actor is the one that a pronoun refers to, as far as the text before it shows:
/// the last one mentioned, the last person, or a speaker of the statement before.
fn is_last(
    subject: &Subject<'_>,
    statement: &Statement,
    actor: ActorIx,
    before: Option<&Statement>,
) -> bool {
    let Some(pronoun) = statement.source.words.first() else { return false };
    let near = |span: &Span| span.unit.0 + REACH >= pronoun.unit.0;
    let spoke = before.filter(|before| before.cue.iter().chain(&before.content).any(near));
    if spoke.is_some_and(|before| before.is_by(actor)) {
        return true;
    }
    let names = &subject.names;
    let first = subject.names.tokens.range(*pronoun).start;
    let mut seen_any = false;
    for distance in 0..=REACH {
        let Some(unit) = pronoun.unit.0.checked_sub(distance).map(UnitIx) else { break };
        let end = if distance == 0 { first } else { names.tokens.unit(unit).len() };
        let mentions = names.mentions(unit);
        let mentions = &mentions[..mentions.partition_point(|it| it.tokens.end <= end)];
        for mention in mentions.iter().rev() {
            let is_person = mention.actors.iter().any(|it| names.is_person(*it));
            if (!seen_any || is_person) && mention.actors.contains(&actor) {
                return true;
            }
            seen_any = true;
            if is_person {
                return false;
            }
        }
    }
    false
}
