//! The data that a published dossier derives from the annotation, for readers without this code.

use crate::load::published::{
    Derived, DerivedActor, DerivedCoverage, DerivedDate, DerivedStatement, DerivedTopic,
};
use crate::model::{
    ActorCounts, ActorIx, ContentReader, Coverage, Day, Dossier, StatementIx, TopicIx, Vocabulary,
};
use std::collections::BTreeMap;

/// Derives the data of a dossier.
pub fn derived(dossier: &Dossier) -> Derived {
    let statements = (0..dossier.statements.len()).map(StatementIx::from);
    let ids = |actors: Vec<ActorIx>| -> Vec<String> {
        actors.into_iter().map(|actor| dossier.actor(actor).id.to_string()).collect()
    };
    let actors = (0..dossier.actors.len()).map(ActorIx::from);
    let topics = (0..dossier.topics.len()).map(TopicIx::from);
    Derived {
        statements: derived_statements(dossier, statements),
        actors: actors
            .map(|ix| {
                let counts = ActorCounts::of(dossier, ix);
                let derived = DerivedActor {
                    speaks: counts.speaks as u64,
                    relays: counts.relays as u64,
                    about: counts.about as u64,
                    party: dossier.party_of(ix).map(|party| dossier.actor(party).id.to_string()),
                };
                (dossier.actor(ix).id.to_string(), derived)
            })
            .collect(),
        topics: topics
            .map(|ix| {
                let parties = ids(dossier.parties_on(ix));
                (dossier.topic(ix).id.to_string(), DerivedTopic { parties })
            })
            .collect(),
        dates: dates(dossier),
        coverage: coverage(dossier),
    }
}

fn derived_statements(
    dossier: &Dossier,
    statements: impl Iterator<Item = StatementIx>,
) -> BTreeMap<String, DerivedStatement> {
    let quotations = dossier.article.quotations();
    let wordings = ContentReader::new(&dossier.article, &quotations);
    let derive = |ix: StatementIx| {
        let statement = dossier.statement(ix);
        let wording = wordings.of(&statement.content);
        let parties = dossier.parties_of(ix);
        let derived = DerivedStatement {
            number: ix.index() as u64 + 1,
            directness: wording.directness.code().to_owned(),
            words: wording.words as u64,
            quoted_words: wording.quoted_words as u64,
            joint: statement.is_joint(),
            unnamed: statement.is_unnamed(),
            parties: parties.iter().map(|p| dossier.actor(*p).id.to_string()).collect(),
            figures: dossier.figures_of(ix).map(|f| dossier.figure(f).id.to_string()).collect(),
        };
        (statement.id.to_string(), derived)
    };
    statements.map(derive).collect()
}

fn dates(dossier: &Dossier) -> BTreeMap<String, DerivedDate> {
    let of_statements = dossier.statements.iter().flat_map(|s| s.dates.iter().chain(&s.said_on));
    let of_figures = dossier.figures.iter().filter_map(|figure| figure.period.as_ref());
    of_statements
        .chain(of_figures)
        .map(|when| {
            let day = |day: Option<Day>| day.map(Day::iso);
            let days = DerivedDate { first: day(when.first), last: day(when.last) };
            (when.edtf.to_string(), days)
        })
        .collect()
}

fn coverage(dossier: &Dossier) -> DerivedCoverage {
    let total = Coverage::of(dossier).total();
    DerivedCoverage {
        words: total.words as u64,
        statements: total.statements as u64,
        evidence: total.evidence as u64,
        background: total.background as u64,
    }
}
