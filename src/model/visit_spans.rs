//! Visiting all spans of a dossier.

use super::{
    Actor, Basis, Dossier, Figure, FigurePlace, Hop, Identification, Mention, Source, Statement,
    When,
};
use super::{Place, Relation, Span};
use std::rc::Rc;

impl Dossier {
    /// Calls a function with each list of spans. A field with one span is passed as a list of one.
    /// Leaves out the quoted titles, which affect how the text is parsed and are not shown.
    ///
    /// Every field is named, so that a new one cannot be forgotten.
    pub(super) fn for_each_span_list(&mut self, see: &mut impl FnMut(&mut Vec<Span>)) {
        let Self {
            places,
            actors,
            statements,
            figures,
            background,
            relations,
            // None of these contain spans of the text, except for the article itself.
            id: _,
            title: _,
            summary: _,
            annotation: _,
            article: _,
            topics: _,
            corrections: _,
        } = self;
        for Place { id: _, name } in places {
            basis(&mut name.basis, see);
        }
        actors.iter_mut().for_each(|it| actor(it, see));
        statements.iter_mut().for_each(|it| statement(Rc::make_mut(it), see));
        figures.iter_mut().for_each(|it| figure(it, see));
        background.iter_mut().for_each(|background| see(&mut background.words));
        for Relation { from: _, to: _, kind: _, basis: it } in relations {
            basis(it, see);
        }
    }
}

fn basis(Basis { evidence, note: _ }: &mut Basis, see: &mut impl FnMut(&mut Vec<Span>)) {
    see(evidence);
}

fn one(span: &mut Span, see: &mut impl FnMut(&mut Vec<Span>)) {
    let mut list = vec![*span];
    see(&mut list);
    if let [only] = list.as_slice() {
        *span = *only;
    }
}

fn actor(it: &mut Actor, see: &mut impl FnMut(&mut Vec<Span>)) {
    let Actor { id: _, name, aliases, kind, roles, party, note: _ } = it;
    basis(&mut name.basis, see);
    aliases.iter_mut().for_each(|alias| basis(&mut alias.basis, see));
    basis(&mut kind.basis, see);
    roles.iter_mut().for_each(|role| basis(&mut role.basis, see));
    party.iter_mut().for_each(|party| basis(&mut party.basis.basis, see));
}

fn statement(it: &mut Statement, see: &mut impl FnMut(&mut Vec<Span>)) {
    let Statement {
        source,
        cue,
        content,
        speakers,
        via,
        kind,
        channel,
        identification,
        said_on,
        topics,
        about,
        places,
        dates,
        mentions,
        id: _,
        gist: _,
        passage: _,
        note: _,
    } = it;
    let Source { words, shared_with: _, antecedent, note: _ } = source;
    [words, antecedent, cue, content].into_iter().for_each(&mut *see);
    speakers.iter_mut().for_each(|reading| basis(&mut reading.basis, see));
    for Hop { actor: _, role } in via {
        basis(&mut role.basis, see);
    }
    basis(&mut kind.basis, see);
    basis(&mut channel.basis, see);
    let Identification { kind, described_as, condition, reason } = identification;
    basis(&mut kind.basis, see);
    [described_as, condition, reason].into_iter().for_each(&mut *see);
    topics.iter_mut().for_each(|reading| basis(&mut reading.basis, see));
    about.iter_mut().for_each(|reading| basis(&mut reading.basis, see));
    places.iter_mut().for_each(|reading| basis(&mut reading.basis, see));
    said_on.iter_mut().chain(dates).for_each(|it| when(it, see));
    for Mention { words, referents: _, basis: it } in mentions {
        one(words, see);
        basis(it, see);
    }
}

fn figure(it: &mut Figure, see: &mut impl FnMut(&mut Vec<Span>)) {
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
    one(words, see);
    basis(&mut bound.basis, see);
    basis(&mut unit.basis, see);
    one(counted, see);
    counted_by.iter_mut().for_each(|by| basis(&mut by.basis, see));
    period.iter_mut().for_each(|it| when(it, see));
    for FigurePlace { place: _, qualifier, basis: it } in places {
        qualifier.iter_mut().for_each(|words| one(words, see));
        basis(it, see);
    }
}

fn when(it: &mut When, see: &mut impl FnMut(&mut Vec<Span>)) {
    see(&mut it.words);
}
