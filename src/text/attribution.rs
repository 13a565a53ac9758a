//! Phrases for attribution: who said something and through whom, and how much of it is quoted.
//!
//! Quotation marks are always the article's own. Anything that the passage itself does not say is
//! marked as inferred.

use super::{INFERRED_REMARK, Label, day_text, enumerate, kind_noun};
use crate::model::{
    ActorIx, Day, Directness, Dossier, Hop, HopRole, IdentificationKind, Kind, Reading, Statement,
    Wording,
};

/// The name of a speaker that the article leaves unknown.
pub const UNKNOWN_SOURCE: &str = "unknown source";

/// Returns the outlet and the date of a report: `Shafaq News, 6 January 2026`.
pub fn byline(dossier: &Dossier) -> String {
    byline_of(outlet(dossier), dossier.article.published)
}

/// Maximum number of speakers that a phrase names. The pages of the statement list all.
const MAX_NAMED: usize = 8;
/// Maximum number of speakers that are all checked for being inferred.
const MAX_MARKED: usize = 64;
/// Maximum number of steps of a chain that are shown. Of more, those next to the speaker and those next
/// to the outlet are.
pub const MAX_STEPS: usize = 8;
/// Number of steps next to the outlet that a shortened chain shows.
const LAST_STEPS: usize = 2;

/// Returns the steps of a chain that are shown: those next to the speaker, the number of those left out,
/// and those next to the outlet.
pub fn shown_steps(via: &[Hop]) -> (&[Hop], usize, &[Hop]) {
    if via.len() <= MAX_STEPS {
        return (via, 0, &[]);
    }
    let (before, last) = via.split_at(via.len() - LAST_STEPS);
    let first = &before[..MAX_STEPS - LAST_STEPS];
    (first, before.len() - first.len(), last)
}

/// Says how many steps of a chain are left out: `292 more steps`.
pub fn more_steps(number: usize) -> String {
    format!("{number} more steps")
}

/// Says how many names follow those given: `3,992 others`.
pub fn others(number: usize) -> String {
    if number == 1 { "1 other".to_owned() } else { format!("{number} others") }
}

/// Returns an outlet and a date: `Shafaq News, 6 January 2026`.
pub fn byline_of(outlet: &str, published: Day) -> String {
    format!("{outlet}, {}", day_text(published))
}

/// Returns the outlet's name.
pub fn outlet(dossier: &Dossier) -> &str {
    &dossier.actor(dossier.article.outlet).name.value
}

/// Returns a statement's speakers:
/// `Israel, Syria and United States (jointly; United States inferred)`.
pub fn speakers(dossier: &Dossier, statement: &Statement) -> String {
    remarked(dossier, statement, None)
}

/// Returns the attribution as a phrase: `Syrian official (unnamed), via Reuters`.
pub fn attribution(dossier: &Dossier, statement: &Statement) -> String {
    let mut text = remarked(dossier, statement, unnamed(statement));
    let (first, left_out, last) = shown_steps(&statement.via);
    for (position, step) in first.iter().chain(last).enumerate() {
        text.push_str(", ");
        if left_out > 0 && position == first.len() {
            text.push_str(&more_steps(left_out));
            text.push_str(", ");
        }
        let role = match step.role.value {
            HopRole::Relayed => "via",
            role => role.label(),
        };
        text.push_str(&hop_phrase(dossier, statement, step, role));
    }
    text
}

/// Names a statement by its type and attribution:
/// `accusation by Syrian official (unnamed), via Reuters`.
pub fn named(dossier: &Dossier, statement: &Statement) -> String {
    let kind = statement.kind.value;
    let by = if kind == Kind::DeclinedComment { "from" } else { "by" };
    format!("{} {by} {}", kind_noun(kind), attribution(dossier, statement))
}

/// The speakers' names with remarks in brackets: that they speak jointly, that they are inferred,
/// and how an unnamed source is identified.
fn remarked(dossier: &Dossier, statement: &Statement, unnamed: Option<&str>) -> String {
    let name = |speaker: &Reading<ActorIx>| dossier.actor(speaker.value).name.value.to_string();
    let total = statement.speakers.len();
    let names = some(statement.speakers.iter().map(name), total);
    // Of very many speakers, only those that are named are marked.
    let marked =
        if total > MAX_MARKED { &statement.speakers[..MAX_NAMED] } else { &statement.speakers };
    let inferred = marked.iter().filter(|speaker| statement.infers_speaker(speaker)).count();
    let mut remarks = Vec::new();
    if statement.is_joint() {
        remarks.push("jointly".to_owned());
    }
    if names.is_empty() {
        return UNKNOWN_SOURCE.to_owned();
    }
    if inferred == total {
        remarks.push("inferred".to_owned());
    } else if inferred > 0 {
        let speakers = marked.iter().filter(|speaker| statement.infers_speaker(speaker));
        remarks.push(format!("{} inferred", enumerate(&some(speakers.map(name), inferred))));
    }
    remarks.extend(unnamed.map(str::to_owned));
    if remarks.is_empty() {
        return enumerate(&names);
    }
    format!("{} ({})", enumerate(&names), remarks.join("; "))
}

/// Returns the first names of a number of names, and how many others there are.
fn some(names: impl Iterator<Item = String>, total: usize) -> Vec<String> {
    let more = total.saturating_sub(MAX_NAMED);
    names.take(MAX_NAMED).chain((more > 0).then(|| others(more))).collect()
}

/// Names a speaker, and says if the passage does not: `United States (inferred)`.
pub fn speaker(dossier: &Dossier, statement: &Statement, speaker: &Reading<ActorIx>) -> String {
    let name = &dossier.actor(speaker.value).name.value;
    let remark = if statement.infers_speaker(speaker) { INFERRED_REMARK } else { "" };
    format!("{name}{remark}")
}

/// Returns a word for an unnamed source: `unnamed`, `implied` or `not specified`. `None` for other
/// sources.
pub fn unnamed(statement: &Statement) -> Option<&'static str> {
    match statement.identification.kind.value {
        IdentificationKind::GenericGroup => Some("not specified"),
        IdentificationKind::Implicit => Some("implied"),
        kind => kind.is_unnamed().then_some("unnamed"),
    }
}

/// Describes a speaker that the article or the passage does not name: `unnamed; inferred`. `None`
/// for other speakers.
#[cfg(not(reader))]
pub fn speaker_remark(statement: &Statement, speaker: &Reading<ActorIx>) -> Option<String> {
    let inferred = statement.infers_speaker(speaker).then_some("inferred");
    let remarks: Vec<&str> = unnamed(statement).into_iter().chain(inferred).collect();
    (!remarks.is_empty()).then(|| remarks.join("; "))
}

/// Returns a step of a chain: `cited by Reuters`, `cited by Reuters (inferred)`.
pub fn hop(dossier: &Dossier, statement: &Statement, hop: &Hop) -> String {
    hop_phrase(dossier, statement, hop, hop.role.value.label())
}

fn hop_phrase(dossier: &Dossier, statement: &Statement, hop: &Hop, role: &str) -> String {
    let name = &dossier.actor(hop.actor).name.value;
    let inferred = if statement.infers_hop(hop) { INFERRED_REMARK } else { "" };
    format!("{role} {name}{inferred}")
}

/// Says how much is quoted: `Partly quoted: 2 of 36 words`.
pub fn wording_text(wording: &Wording) -> String {
    let Wording { quoted_words, words, .. } = wording;
    match wording.directness {
        Directness::Direct => "Quoted in full".to_owned(),
        Directness::Mixed => format!("Partly quoted: {quoted_words} of {words} words"),
        Directness::Indirect => "Paraphrased".to_owned(),
    }
}
