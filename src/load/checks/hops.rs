//! An actor through whom the words came, and who is not in the chain.

use super::{Findings, Subject, speakers_of};
use crate::load::code::StatementCode;
use crate::load::cues::{Cues, Leads};
use crate::load::names::{Mention, Token};
use crate::load::problem::Problem;
use crate::model::{ActorIx, ActorKind, Span, Statement, UnitIx};
use std::collections::BTreeSet;

/// Maximum number of words before and after the cue in which a hop is searched.
const WINDOW: usize = 60;

/// Maximum number of words between a phrase such as "told" and the name.
const BETWEEN: usize = 2;

/// Maximum number of words between a verb such as "reported" and the source.
const BESIDE: usize = 3;

/// The cues and sources of all statements, by unit and in reading order.
struct Others {
    cues: Vec<Vec<(Span, usize)>>,
    sources: Vec<Vec<(Span, usize)>>,
    contents: Vec<Vec<(Span, usize)>>,
}

/// Warns about a chain without an actor through whom the article says that the words came. A note on
/// the statement or its source answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let others = Others::of(subject);
    for (position, statement) in subject.statements() {
        if statement.note.is_some() || statement.source.note.is_some() {
            continue;
        }
        let around = enclosing(subject, &others, position, statement);
        let found = around.or_else(|| named(subject, &others, position, statement));
        let Some((actor, words)) = found else { continue };
        let message = format!(
            "{} says that the words came through {}, who is neither a speaker nor in \"via\"",
            subject.words(words),
            subject.ids(&[actor])
        );
        let problem = Problem::warning(StatementCode::MissingHop, message)
            .hint("add the actor to \"via\"")
            .hint("if nothing came through it, say why in a \"note\" of the statement");
        findings.statement(position, "via", problem);
    }
}

impl Others {
    fn of(subject: &Subject<'_>) -> Self {
        let empty = || vec![Vec::new(); subject.dossier.article.units.len()];
        let mut all = Self { cues: empty(), sources: empty(), contents: empty() };
        let add = |lists: &mut Vec<Vec<(Span, usize)>>, spans: &[Span], of: usize| {
            spans.iter().for_each(|span| lists[span.unit.index()].push((*span, of)));
        };
        for (position, statement) in subject.statements() {
            add(&mut all.cues, &statement.cue, position);
            add(&mut all.sources, statement.source.own_words(), position);
            add(&mut all.contents, &statement.content, position);
        }
        for list in all.cues.iter_mut().chain(&mut all.sources).chain(&mut all.contents) {
            list.sort();
        }
        all
    }

    /// Returns true if a cue of the statement is the one nearest to a code point, or contains it.
    fn is_nearest(&self, statement: &Statement, unit: UnitIx, at: u32) -> bool {
        let list = &self.cues[unit.index()];
        let next = list.partition_point(|(span, _)| span.start <= at);
        let distance = |span: &Span| match () {
            () if span.end <= at => at - span.end + 1,
            () if span.start > at => span.start - at,
            () => 0,
        };
        let near = list[next.saturating_sub(3)..(next + 2).min(list.len())].iter();
        let nearest = near.map(|(span, _)| distance(span)).min();
        let own = statement.cue.iter().filter(|span| span.unit == unit).map(distance).min();
        own.is_some() && own == nearest
    }

    fn is_source_of_another(&self, position: usize, words: Span) -> bool {
        let list = &self.sources[words.unit.index()];
        let next = list.partition_point(|(span, _)| span.start < words.end);
        let near = &list[next.saturating_sub(4)..next];
        near.iter().any(|(span, of)| *of != position && span.overlaps(words))
    }
}

/// Returns a speaker of the statement inside whose content another statement is: "Lund said that Ro
/// had agreed".
fn enclosing(
    subject: &Subject<'_>,
    others: &Others,
    position: usize,
    statement: &Statement,
) -> Option<(ActorIx, Span)> {
    let cue = *statement.cue.first()?;
    let own = statement.source.own_words();
    if own.is_empty() {
        return None;
    }
    let list = &others.contents[cue.unit.index()];
    let next = list.partition_point(|(span, _)| span.start <= cue.start);
    list[next.saturating_sub(4)..next].iter().rev().find_map(|(content, of)| {
        let is_inside = |span: &Span| content.contains(*span);
        let other = subject.dossier.statement((*of).into());
        let all = own.iter().chain(&statement.cue).chain(&statement.content);
        if *of == position || !all.into_iter().all(is_inside) {
            return None;
        }
        let known: BTreeSet<ActorIx> = speakers_of(statement)
            .into_iter()
            .chain(statement.via.iter().map(|hop| hop.actor))
            .collect();
        let is_known = !known.is_disjoint(&speakers_of(other));
        let speaker = other.speakers.first().filter(|_| !is_known)?;
        let words = other.source.words.first().or(other.cue.first()).copied()?;
        Some((speaker.value, words))
    })
}

/// Returns an actor that the sentence names as one through whom the words came.
fn named(
    subject: &Subject<'_>,
    others: &Others,
    position: usize,
    statement: &Statement,
) -> Option<(ActorIx, Span)> {
    let cues = subject.cues?;
    let cue = *statement.cue.first()?;
    let tokens = subject.names.tokens.unit(cue.unit);
    let at = subject.names.tokens.range(cue).start;
    let is_end = |token: &Token| token.gap.stop;
    let first = (at.saturating_sub(WINDOW)..=at.min(tokens.len().saturating_sub(1)))
        .rev()
        .find(|at| is_end(&tokens[*at]))
        .unwrap_or_else(|| at.saturating_sub(WINDOW));
    let last = (at + 1..tokens.len().min(at + WINDOW))
        .find(|at| is_end(&tokens[*at]))
        .unwrap_or_else(|| tokens.len().min(at + WINDOW));
    (first..last).find_map(|at| {
        let token = &tokens[at];
        let is_in = |spans: &[Span]| {
            spans.iter().any(|span| {
                span.unit == cue.unit && span.start <= token.start && token.start < span.end
            })
        };
        let is_content = is_in(&statement.content) && !is_in(&statement.cue);
        if is_content || subject.quotation(cue.unit, token.start).is_some() {
            return None;
        }
        let (mention, start) = leads_to(subject, cues, others, statement, cue.unit, at)
            .or_else(|| relays(subject, cues, statement, cue.unit, at))?;
        let actor = mention.actors[0];
        let is_known = mention.actors.iter().any(|actor| {
            statement.is_by(*actor)
                || statement.is_via(*actor)
                || *actor == subject.dossier.article.outlet
        });
        let is_source = statement.source.own_words().iter().any(|it| it.overlaps(mention.span))
            || statement.source.antecedent.iter().any(|it| it.overlaps(mention.span))
            || others.is_source_of_another(position, mention.span) && mention.tokens.start > start;
        let words = Span {
            unit: cue.unit,
            start: tokens[start].start,
            end: token.end.max(mention.span.end),
        };
        let words = if mention.span.unit == cue.unit && mention.span.start < words.start {
            Span { start: mention.span.start, end: token.end, ..words }
        } else {
            words
        };
        let words = if mention.span.unit == cue.unit {
            words
        } else {
            Span { start: token.start, end: token.end, ..words }
        };
        (!is_known && !is_source).then_some((actor, words))
    })
}

/// Returns the actor after a phrase such as "told" or "according to" that starts at a token, and the
/// position of that token.
fn leads_to<'n>(
    subject: &'n Subject<'_>,
    cues: &Cues,
    others: &Others,
    statement: &Statement,
    unit: UnitIx,
    at: usize,
) -> Option<(&'n Mention, usize)> {
    let tokens = subject.names.tokens.unit(unit);
    let (len, leads) = match cues.leads(&tokens[at..]) {
        Some(found) => (found.len, found.value),
        None if cues.is_by_after_release(&tokens[at.saturating_sub(4)..at], &tokens[at].key) => {
            (1, Leads::Through)
        }
        // "their anger by Lund": whoever passed on the words just before.
        None if at > 0 && cues.is_by(&tokens[at].key) && {
            let before = &tokens[at - 1];
            let ends = |span: &Span| {
                span.unit == unit && before.start < span.end && before.end >= span.end
            };
            tokens[at].gap.is_plain() && statement.content.iter().any(ends)
        } =>
        {
            (1, Leads::Through)
        }
        None => return None,
    };
    if !others.is_nearest(statement, unit, tokens[at].start) {
        return None;
    }
    let after = at + len;
    let mention = (after..=after + BETWEEN).find_map(|next| {
        let between = tokens.get(after..next)?;
        let is_direct = between.iter().all(|token| cues.is_function(&token.key));
        let stops = tokens.get(after..=next)?.iter().any(|token| token.gap.stop || token.gap.opens);
        subject.names.starting_at(unit, next).filter(|_| is_direct && !stops)
    })?;
    let is_media = mention.actors.iter().any(|actor| is_media(subject, *actor));
    (leads == Leads::Through || is_media).then_some((mention, at))
}

/// Returns the news organisation before a verb such as "cited" or "reported" at a token, if the
/// source is what it cites, and the position of the token.
fn relays<'n>(
    subject: &'n Subject<'_>,
    cues: &Cues,
    statement: &Statement,
    unit: UnitIx,
    at: usize,
) -> Option<(&'n Mention, usize)> {
    let names = &subject.names;
    let tokens = names.tokens.unit(unit);
    let cites = cues.cites(&tokens[at].key);
    if !cites && !cues.relays(&tokens[at].key) {
        return None;
    }
    let source = statement.source.own_words().first().filter(|source| source.unit == unit)?;
    let source = names.tokens.range(*source).start;
    let is_object = source > at && (cites || source - at <= BESIDE);
    let before = at.checked_sub(1).filter(|_| is_object)?;
    let media = |mention: &&Mention| mention.actors.iter().any(|it| is_media(subject, *it));
    if let Some(mention) = names.around(unit, before).filter(media) {
        return Some((mention, at));
    }
    // "It quoted": the news organisation mentioned before.
    if !cues.is_pronoun(&tokens[before].key) {
        return None;
    }
    let here = names.last_before(unit, before).filter(media);
    let earlier = || {
        let unit = UnitIx(unit.0.checked_sub(1)?);
        names.mentions(unit).iter().rev().find(media)
    };
    Some((here.or_else(earlier)?, at))
}

fn is_media(subject: &Subject<'_>, actor: ActorIx) -> bool {
    let kind = subject.dossier.actor(actor).kind.value;
    matches!(kind, ActorKind::Media | ActorKind::StateMedia)
}
