//! The dossier that the browser loads: everything that lists show, without what only the pages of
//! single items show.
//!
//! Each function destructures its struct, so that a new field cannot be forgotten. A field that is
//! always cleared here is marked as skipped in its struct, so that the browser needs no code for it.

use super::unclear::are_unclear;
use super::{
    Actor, Basis, Cover, Coverage, Dossier, Figure, FigurePlace, Hop, Identification, Mention,
    Party, Place, Precomputed, Reading, Relation, Source, Statement, Topic, UnitIx, When,
};
use std::sync::Arc;

impl Dossier {
    /// Adds the derived data that the browser does not compute itself, and removes evidence, notes
    /// and corrections that lists do not show.
    ///
    /// `in_words` returns a date in plain language. The browser gets only its result, because reading
    /// EDTF would add kilobytes to the app.
    pub fn for_lists(mut self, in_words: fn(&When) -> String) -> Self {
        self.derive();
        let unclear = Cover::of_unclear(&self.background);
        let Self {
            topics,
            places,
            actors,
            statements,
            figures,
            relations,
            corrections,
            article,
            id: _,
            draft: _,
            title: _,
            summary,
            annotation,
            background: _,
            lookup: _,
        } = &mut self;
        *summary = None;
        annotation.method = None;
        annotation.contact = None;
        for Topic { note, id: _, label: _ } in topics {
            *note = None;
        }
        for Place { name, id: _ } in places {
            clear(name);
        }
        actors.iter_mut().for_each(clear_actor);
        for statement in statements {
            let statement = Arc::make_mut(statement);
            clear_statement(statement, &unclear);
            for date in statement.dates.iter_mut().chain(&mut statement.said_on) {
                date.in_words = in_words(date).into();
            }
        }
        figures.iter_mut().for_each(clear_figure);
        for date in figures.iter_mut().filter_map(|figure| figure.period.as_mut()) {
            date.in_words = in_words(date).into();
        }
        for Relation { basis: Basis { evidence, note: _ }, from: _, to: _, kind: _ } in relations {
            evidence.clear();
        }
        corrections.clear();
        article.archived = None;
        article.rights.notice = Box::default();
        article.single_quotes = false;
        self
    }

    fn derive(&mut self) {
        let quotations = self.article.quotations();
        let units = (0..).map(UnitIx).take(self.article.units.len());
        let quoted = units.flat_map(|unit| quotations.of(unit).to_vec()).collect();
        let units = (0..).map(UnitIx).take(self.article.units.len());
        let sentences = units.map(|unit| self.article.sentence_ends(unit)).collect();
        let coverage = Coverage::of(self);
        self.article.precomputed = Precomputed { quoted, coverage, sentences };
        self.article.quoted_titles.clear();
    }
}

fn clear<T>(Reading { basis, value: _ }: &mut Reading<T>) {
    *basis = Basis::default();
}

fn clear_unless_unclear<T>(reading: &mut Reading<T>, unclear: &Cover) {
    if are_unclear(unclear, &reading.basis.evidence) {
        reading.basis.note = None;
    } else {
        clear(reading);
    }
}

fn clear_actor(actor: &mut Actor) {
    let Actor { name, aliases, kind, roles, party, identification, id: _, note: _ } = actor;
    *identification = None;
    clear(name);
    aliases.iter_mut().for_each(clear);
    clear(kind);
    roles.iter_mut().for_each(clear);
    if let Some(Party { basis, actor: _ }) = party {
        clear(basis);
    }
}

/// Clears the readings of a statement, except for the evidence for speakers and hops, which shows
/// whether they are inferred, and for actors and places in words whose voice is unclear.
fn clear_statement(statement: &mut Statement, unclear: &Cover) {
    let Statement {
        source,
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
        note,
        id: _,
        draft: _,
        translation: _,
        gist: _,
        passage: _,
        cue: _,
        content: _,
        assumed,
    } = statement;
    assumed.clear();
    let Source { note: source_note, words: _, shared_with: _, antecedent: _ } = source;
    *source_note = None;
    for Reading { basis: Basis { note, evidence: _ }, value: _ } in speakers {
        *note = None;
    }
    for Hop { role, actor: _ } in via {
        role.basis.note = None;
    }
    clear(kind);
    clear(channel);
    let Identification { kind, described_as, condition, reason } = identification;
    clear(kind);
    [described_as, condition, reason].into_iter().for_each(Vec::clear);
    topics.iter_mut().for_each(clear);
    about.iter_mut().for_each(|about| clear_unless_unclear(about, unclear));
    places.iter_mut().for_each(|place| clear_unless_unclear(place, unclear));
    dates.iter_mut().chain(said_on).for_each(clear_date);
    for Mention { basis, words: _, referents: _ } in mentions {
        *basis = Basis::default();
    }
    *note = None;
}

fn clear_date(date: &mut When) {
    let When {
        note,
        edtf: _,
        words: _,
        relative_to: _,
        first: _,
        last: _,
        in_words: _,
        form: _,
        uncertain: _,
        approximate: _,
    } = date;
    *note = None;
}

fn clear_figure(figure: &mut Figure) {
    let Figure {
        bound,
        unit,
        counted_by,
        places,
        id: _,
        statement: _,
        words: _,
        value: _,
        upper: _,
        counted: _,
        period: _,
        note: _,
    } = figure;
    clear(bound);
    clear(unit);
    // The evidence for it shows whether it is inferred.
    if let Some(Reading { basis: Basis { note, evidence: _ }, value: _ }) = counted_by {
        *note = None;
    }
    for FigurePlace { basis, place: _, qualifier: _ } in places {
        *basis = Basis::default();
    }
}
