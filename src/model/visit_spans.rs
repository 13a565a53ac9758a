//! Visiting all spans of a dossier.

use super::{
    Actor, Basis, Dossier, Figure, FigurePlace, Hop, Identification, Mention, Source, Statement,
    When,
};
use super::{Place, Relation, Span};
use std::sync::Arc;

impl Dossier {
    /// Returns the spans of all fields, and of the quoted titles, in no particular order.
    pub fn quoted_spans(&self) -> Vec<Span> {
        let mut spans = self.article.quoted_titles.clone();
        self.clone().for_each_span_list(&mut |list: &mut Vec<Span>| spans.extend(&*list));
        spans
    }

    /// Calls a function with each list of spans. A field with one span is passed as a list of one.
    /// Leaves out the quoted titles, which affect how the text is parsed and are not shown.
    ///
    /// Every field is named, so that a new one cannot be forgotten.
    pub(super) fn for_each_span_list(&mut self, visit: &mut impl FnMut(&mut Vec<Span>)) {
        let Self {
            places,
            actors,
            statements,
            figures,
            background,
            relations,
            // None of these contain spans of the text, except for the article itself.
            id: _,
            draft: _,
            title: _,
            summary: _,
            annotation: _,
            article: _,
            topics: _,
            corrections: _,
            lookup: _,
        } = self;
        for Place { id: _, name } in places {
            basis(&mut name.basis, visit);
        }
        actors.iter_mut().for_each(|it| actor(it, visit));
        statements.iter_mut().for_each(|it| statement(Arc::make_mut(it), visit));
        figures.iter_mut().for_each(|it| figure(it, visit));
        background.iter_mut().for_each(|background| visit(&mut background.words));
        for Relation { from: _, to: _, kind: _, basis: it } in relations {
            basis(it, visit);
        }
    }
}

fn basis(Basis { evidence, note: _ }: &mut Basis, visit: &mut impl FnMut(&mut Vec<Span>)) {
    visit(evidence);
}

fn one(span: &mut Span, visit: &mut impl FnMut(&mut Vec<Span>)) {
    let mut list = vec![*span];
    visit(&mut list);
    if let [only] = list.as_slice() {
        *span = *only;
    }
}

fn actor(it: &mut Actor, visit: &mut impl FnMut(&mut Vec<Span>)) {
    let Actor { id: _, name, aliases, kind, roles, party, identification: naming, note: _ } = it;
    basis(&mut name.basis, visit);
    aliases.iter_mut().for_each(|alias| basis(&mut alias.basis, visit));
    basis(&mut kind.basis, visit);
    roles.iter_mut().for_each(|role| basis(&mut role.basis, visit));
    party.iter_mut().for_each(|party| basis(&mut party.basis.basis, visit));
    naming.iter_mut().for_each(|naming| identification(naming, visit));
}

fn statement(it: &mut Statement, visit: &mut impl FnMut(&mut Vec<Span>)) {
    let Statement {
        source,
        cue,
        content,
        speakers,
        via,
        kind,
        channel,
        identification: naming,
        said_on,
        topics,
        about,
        places,
        dates,
        mentions,
        assumed: _,
        id: _,
        draft: _,
        translation: _,
        gist: _,
        passage: _,
        note: _,
    } = it;
    let Source { words, shared_with: _, antecedent, note: _ } = source;
    [words, antecedent, cue, content].into_iter().for_each(&mut *visit);
    speakers.iter_mut().for_each(|reading| basis(&mut reading.basis, visit));
    for Hop { actor: _, role } in via {
        basis(&mut role.basis, visit);
    }
    basis(&mut kind.basis, visit);
    basis(&mut channel.basis, visit);
    identification(naming, visit);
    topics.iter_mut().for_each(|reading| basis(&mut reading.basis, visit));
    about.iter_mut().for_each(|reading| basis(&mut reading.basis, visit));
    places.iter_mut().for_each(|reading| basis(&mut reading.basis, visit));
    said_on.iter_mut().chain(dates).for_each(|it| when(it, visit));
    for Mention { words, referents: _, basis: it } in mentions {
        one(words, visit);
        basis(it, visit);
    }
}

fn identification(it: &mut Identification, visit: &mut impl FnMut(&mut Vec<Span>)) {
    let Identification { kind, described_as, condition, reason } = it;
    basis(&mut kind.basis, visit);
    [described_as, condition, reason].into_iter().for_each(&mut *visit);
}

fn figure(it: &mut Figure, visit: &mut impl FnMut(&mut Vec<Span>)) {
    let Figure {
        words,
        bound,
        unit,
        counted,
        counted_by,
        period,
        places,
        id: _,
        statement: _,
        value: _,
        upper: _,
        note: _,
    } = it;
    one(words, visit);
    basis(&mut bound.basis, visit);
    basis(&mut unit.basis, visit);
    one(counted, visit);
    counted_by.iter_mut().for_each(|by| basis(&mut by.basis, visit));
    period.iter_mut().for_each(|it| when(it, visit));
    for FigurePlace { place: _, qualifier, basis: it } in places {
        qualifier.iter_mut().for_each(|words| one(words, visit));
        basis(it, visit);
    }
}

fn when(it: &mut When, visit: &mut impl FnMut(&mut Vec<Span>)) {
    visit(&mut it.words);
}
