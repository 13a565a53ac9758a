//! Data derived from a dossier: directness, snippets, coverage, parties, accounts, dates, links.

#![cfg(not(target_arch = "wasm32"))]

mod quotations;
mod sides;
#[path = "../support/mod.rs"]
mod support;

use onrecord::model::{
    Accounts, ActorIx, Coverage, Dossier, Piece, Run, Span, StatementIx, TopicIx, UnitIx, dates,
    words,
};
use support::twins::{Twins, twins};
use support::{REAL, good, good_files};

/// Returns the text of a statement's snippet, with `[…]` for gaps.
fn snippet_text(dossier: &Dossier, number: usize) -> String {
    let pieces = dossier.snippet(StatementIx::from(number - 1)).iter().copied();
    let text = pieces.map(|piece| match piece {
        Piece::Text(span) => dossier.article.text(span),
        Piece::Gap => "[…]",
    });
    text.collect::<Vec<_>>().join(" ")
}

#[test]
fn snippets_show_the_sentence_without_words_of_other_statements() {
    let real = good(REAL);
    let check = |number, start: &str, end: &str| {
        let text = snippet_text(&real, number);
        assert!(text.starts_with(start) && text.ends_with(end), "{number}: {text}");
    };
    check(1, "Israel and Syria agreed to", "released on Tuesday by the US State Department.");
    check(2, "Reuters cited a Syrian official who said it would", "toppling of Bashar Al-Assad.");
    check(3, "The Syrian official, speaking on condition of anonymity, added", "against Syria.");
    check(4, "He accused Israel of stalling by using", "in the talks");
    check(
        5,
        "He […] said it should abandon its \"expansionist mentality\"",
        "talks could proceed.",
    );
    check(
        7,
        "Meanwhile, Prime Minister Benjamin Netanyahu's office said Israel",
        "during the talks",
    );
    check(
        8,
        "Meanwhile, Prime Minister Benjamin Netanyahu's office […] adding that “both",
        "in Syria.”",
    );
    check(10, "The Syrian Observatory for Human Rights (SOHR) documented 460", "provinces.");
    check(11, "According to the Observatory, these operations", "local stability.");
    let rich = good("tests/fixtures/good/rich/dossier.json");
    assert_eq!(snippet_text(&rich, 3), "وأن التأخير “عار على الجميع”.");
    assert_eq!(
        snippet_text(&rich, 6),
        "which called it “a broken promise” – one of about 1.5 million."
    );
}

/// Returns the ids of actors.
fn ids(dossier: &Dossier, actors: impl IntoIterator<Item = ActorIx>) -> Vec<String> {
    actors.into_iter().map(|actor| dossier.actor(actor).id.to_string()).collect()
}

#[test]
fn a_snippet_contains_all_words_of_its_statement() {
    for file in good_files() {
        let dossier = good(&file);
        for (position, statement) in dossier.statements.iter().enumerate() {
            let pieces = dossier.snippet(StatementIx::from(position));
            let shown: Vec<Span> = pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Text(span) => Some(*span),
                    Piece::Gap => None,
                })
                .collect();
            let own = statement.source.words.iter().chain(&statement.cue).chain(&statement.content);
            for span in own.filter(|span| span.unit == statement.passage) {
                assert!(shown.iter().any(|piece| piece.contains(*span)), "{file} {}", statement.id);
            }
            assert!(
                shown
                    .windows(2)
                    .all(|two| (two[0].unit, two[0].end) <= (two[1].unit, two[1].start)),
                "{file} {}",
                statement.id
            );
            let units = || statement.content.iter().map(|span| span.unit);
            let opens = matches!(pieces.first(), Some(Piece::Gap));
            let closes = matches!(pieces.last(), Some(Piece::Gap));
            assert_eq!(opens, units().any(|unit| unit < statement.passage), "{file}");
            assert_eq!(closes, units().any(|unit| unit > statement.passage), "{file}");
        }
    }
}

#[test]
fn coverage_counts_every_word_once() {
    for Twins { name: file, full: dossier, .. } in twins() {
        let coverage = Coverage::of(&dossier);
        let units = dossier.article.units.iter().zip(0..);
        let counts = units.map(|(unit, ix)| words(UnitIx(ix), unit).len());
        let total = coverage.total();
        assert_eq!(total.words, counts.sum::<usize>(), "{file}");
        let parts = total.statements + total.evidence + total.background + total.uncovered;
        assert_eq!(parts, total.words, "{file}");
        assert!(total.statements > 0, "{file}");
        assert!(total.also_background <= total.statements, "{file}");
    }
}

#[test]
fn coverage_runs_are_in_order_and_as_long_as_possible() {
    for Twins { name: file, full: dossier, .. } in twins() {
        let runs = Coverage::of(&dossier).runs;
        for run in &runs {
            let unit = dossier.article.unit(run.span.unit);
            let inside = words(run.span.unit, unit).iter().filter(|w| w.is_in(run.span)).count();
            assert_eq!(inside, run.words, "{file}: {}", dossier.article.text(run.span));
        }
        for pair in runs.windows(2) {
            let (one, next) = (pair[0], pair[1]);
            let place = |run: &Run| (run.span.unit, run.span.start);
            assert!(place(&one) < place(&next), "{file}");
            let same_unit = one.span.unit == next.span.unit;
            assert!(
                !same_unit || (one.carried, one.also) != (next.carried, next.also),
                "{file}: {one:?} {next:?}"
            );
        }
    }
}

#[test]
fn the_real_dossier_has_six_dates() {
    let dossier = good(REAL);
    let found: Vec<(&str, usize)> = dates(&dossier)
        .iter()
        .map(|date| (&*dossier.when(date.at).edtf, date.uses.len()))
        .collect();
    assert_eq!(
        found,
        [
            ("1973", 1),
            ("1974", 1),
            ("[2024-10..2024-12]", 1),
            ("2025", 2),
            ("2026-01-05/2026-01-06", 1),
            ("2026-01-06", 1),
        ]
    );
}

#[test]
fn every_date_is_listed_once_in_chronological_order() {
    for file in good_files() {
        let dossier = good(&file);
        let dates = dates(&dossier);
        let uses: usize = dates.iter().map(|date| date.uses.len()).sum();
        let of_statements: usize = (dossier.statements.iter())
            .map(|s| s.dates.len() + usize::from(s.said_on.is_some()))
            .sum();
        let of_figures = dossier.figures.iter().filter(|f| f.period.is_some()).count();
        assert_eq!(uses, of_statements + of_figures, "{file}");
        let readings: Vec<&str> = dates.iter().map(|d| &*dossier.when(d.at).edtf).collect();
        for (date, reading) in dates.iter().zip(&readings) {
            assert_eq!(readings.iter().filter(|other| *other == reading).count(), 1, "{file}");
            assert_eq!(date.at, date.uses[0]);
            assert!(date.uses.iter().all(|at| *dossier.when(*at).edtf == **reading));
        }
        let days: Vec<_> = dates.iter().filter_map(|d| dossier.when(d.at).first).collect();
        assert!(days.is_sorted(), "{file}");
    }
}

#[test]
fn accounts_list_each_statement_under_each_of_its_topics() {
    for file in good_files() {
        let dossier = good(&file);
        let accounts = Accounts::of(&dossier);
        for (ix, statement) in dossier.statements.iter().enumerate() {
            let ix = StatementIx::from(ix);
            let rows: Vec<Option<TopicIx>> = (accounts.rows.iter())
                .filter(|row| row.statements().any(|other| other == ix))
                .map(|row| row.topic)
                .collect();
            let mut topics: Vec<Option<TopicIx>> =
                statement.topics.iter().map(|topic| Some(topic.value)).collect();
            if topics.is_empty() {
                topics.push(None);
            }
            topics.sort();
            assert_eq!(rows, topics, "{file} {}", statement.id);
            for row in &accounts.rows {
                let is_joint = row.joint.contains(&ix);
                assert!(!is_joint || statement.is_joint(), "{file}");
                for (party, cell) in accounts.parties.iter().zip(&row.by_party) {
                    let speaks = dossier.parties_of(ix).contains(party);
                    assert!(!cell.contains(&ix) || (speaks && !statement.is_joint()), "{file}");
                }
            }
        }
    }
}
