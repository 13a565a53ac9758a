//! Property tests of results: random dossiers and views against a naive implementation.

use super::fold::fold_str;
use super::haystack::{Haystacks, Names};
use super::sample::{self, reading};
use super::{
    Choice, Collection, Dropped, Facet, Index, Query, Range, Sort, Value, View, run, widen,
};
use crate::model::{
    ActorIx, ContentReader, Day, Dossier, Hop, HopRole, IdentificationKind, Kind, PlaceIx,
    Statement, TopicIx, Vocabulary,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::sync::Arc;

const PASSAGES: [(u32, [&str; 3]); 3] = [
    (1, ["both", "said", "Israel and Syria agreed to talk"]),
    (2, ["a Syrian official", "said", "a “binding, clear timeline” for withdrawal was needed"]),
    (2, ["a Syrian official", "said", "binding, clear timeline"]),
];

fn statements() -> impl Strategy<Value = Statement> {
    let actors = |most| subsequence((0..5).map(ActorIx).collect::<Vec<_>>(), 1..=most);
    let some = |length: u32, most| subsequence((0..length).collect::<Vec<_>>(), 0..=most);
    let words = (select(&PASSAGES[..]), select(&["Asks", "Tells", "Doubts"][..]));
    let kinds = (select(&Kind::ALL[..4]), select(&IdentificationKind::ALL[..3]));
    let said_on = prop::option::of((1_u32..4).prop_map(|d| Day::new(2026, 1, d)));
    let parts = (actors(2), some(5, 2), some(5, 2), some(2, 2), some(2, 2));
    (words, kinds, said_on, parts).prop_map(|((passage, gist), (kind, named), said_on, parts)| {
        let (speakers, via, about, topics, places) = parts;
        let mut statement = sample::statement("s", passage.0, &passage.1);
        let hop = |actor| Hop { actor: ActorIx(actor), role: reading(HopRole::Relayed) };
        statement.gist = Some(gist.into());
        statement.kind = reading(kind);
        statement.identification.kind = reading(named);
        // About half of the statements also mention the day before.
        let before = said_on.flatten().filter(|day| day.day() % 2 == 1);
        let before = before.and_then(|day| Day::new(2026, 1, day.day() - 1));
        statement.dates = before.into_iter().map(sample::when).collect();
        statement.said_on = said_on.flatten().map(sample::when);
        statement.speakers = speakers.into_iter().map(reading).collect();
        statement.via = via.into_iter().map(hop).collect();
        statement.about = about.into_iter().map(|a| reading(ActorIx(a))).collect();
        statement.topics = topics.into_iter().map(|t| reading(TopicIx(t))).collect();
        statement.places = places.into_iter().map(|p| reading(PlaceIx(p))).collect();
        statement
    })
}

fn dossiers() -> impl Strategy<Value = Dossier> {
    vec(statements(), 0..12).prop_map(|statements| Dossier {
        statements: statements.into_iter().map(Arc::new).collect(),
        ..sample::empty()
    })
}

fn views() -> impl Strategy<Value = View> {
    let q = select(&["", "", "", "said", "asks", "-timeline", "israel talk", "\"clear time"][..]);
    let codes = vec![
        (Facet::Kind, "assertion"),
        (Facet::Kind, "statistic"),
        (Facet::Kind, "rumour"),
        (Facet::Identification, "office"),
        (Facet::Directness, "direct"),
        (Facet::Directness, "indirect"),
        (Facet::Speaker, "~unnamed"),
        (Facet::Speaker, "israel"),
        (Facet::Speaker, "syria"),
        (Facet::Speaker, "official"),
        (Facet::Via, "agency"),
        (Facet::Party, "syria"),
        (Facet::Topic, "talks"),
        (Facet::Topic, "nonsense"),
        (Facet::Place, "paris"),
        (Facet::About, "israel"),
        (Facet::Date, "2026-01-02"),
        (Facet::Date, "2026-01-03"),
        (Facet::Role, "mediator"),
    ];
    let end = || prop::option::weighted(0.2, (0_u32..5).prop_map(|day| Day::new(2026, 1, day)));
    let chosen = (subsequence(codes, 0..5), vec(any::<bool>(), 5));
    let parts = (q, chosen, end(), end(), select(Sort::ALL));
    parts.prop_map(|(q, (codes, kept), from, to, sort)| {
        let range = Range { from: from.flatten(), to: to.flatten() };
        let view = View::default().searching(q).within(range).sorted(sort);
        codes.into_iter().zip(kept).fold(view, |view, ((facet, code), kept)| {
            if kept { view.with(facet, code) } else { view.leaving_out(facet, code) }
        })
    })
}

/// Returns true if a statement has the value with this code. Reads the model directly.
fn has_value(dossier: &Dossier, s: &Statement, facet: Facet, code: &str) -> bool {
    let is = |actor: ActorIx| dossier.actor(actor).id.as_str() == code;
    match facet {
        Facet::Kind => s.kind.value.code() == code,
        Facet::Identification => s.identification.kind.value.code() == code,
        Facet::Directness => {
            let quotations = dossier.article.quotations();
            ContentReader::new(&dossier.article, &quotations).of(&s.content).directness.code()
                == code
        }
        Facet::Speaker if code == "~unnamed" => s.identification.kind.value.is_unnamed(),
        Facet::Speaker => s.speakers.iter().any(|r| is(r.value)),
        Facet::Via => s.via.iter().any(|hop| is(hop.actor)),
        Facet::Party => s.speakers.iter().filter_map(|by| dossier.party_of(by.value)).any(is),
        Facet::About => s.about.iter().any(|r| is(r.value)),
        Facet::Topic => s.topics.iter().any(|r| dossier.topic(r.value).id.as_str() == code),
        Facet::Place => s.places.iter().any(|r| dossier.place(r.value).id.as_str() == code),
        Facet::Date => s.dates.iter().chain(&s.said_on).any(|when| *when.edtf == *code),
        Facet::Role => false,
    }
}

/// Returns the statements that match a view in article order, found without the index.
fn matching(dossier: &Dossier, view: &View) -> Vec<u32> {
    let haystacks = Haystacks::of_statements(dossier, &Names::new(dossier));
    let query = Query::parse(&view.q);
    let agrees = |s: &Statement, facet: &Facet| {
        let mut kept = view.kept(*facet).peekable();
        let has = |code: &str| has_value(dossier, s, *facet, code);
        (kept.peek().is_none() || kept.any(has)) && !view.left_out(*facet).any(has)
    };
    let Range { from, to } = view.range();
    let is_reversed = from.is_some() && to.is_some() && from > to;
    let in_range = |s: &Statement| {
        let mut days = s.dates.iter().chain(&s.said_on).filter_map(|when| when.first);
        (from.is_none() && to.is_none())
            || is_reversed
            || days.any(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
    };
    let is_match = |(position, s): &(usize, &Arc<Statement>)| {
        query.matches(haystacks.of(*position))
            && in_range(s)
            && Collection::Statements.facets().iter().all(|facet| agrees(s, facet))
    };
    let positions = dossier.statements.iter().enumerate().filter(is_match);
    positions.map(|(position, _)| position as u32).collect()
}

/// Returns the sort key of a statement.
fn key(dossier: &Dossier, sort: Sort, position: u32) -> (bool, Option<Day>, String, u32) {
    let s = &dossier.statements[position as usize];
    let day = s.said_on.as_ref().and_then(|when| when.first);
    let name = || fold_str(&dossier.actor(s.speakers[0].value).name.value);
    match sort {
        Sort::Article => (false, None, String::new(), position),
        Sort::Said => (day.is_none(), day, String::new(), position),
        Sort::Source => (false, None, name(), position),
    }
}

proptest! {
    #[test]
    fn results_agree_with_the_naive_implementation(dossier in dossiers(), view in views()) {
        let index = Index::new(&dossier);
        let results = run(&dossier, &index, Collection::Statements, &view);
        let mut expected = matching(&dossier, &view);
        expected.sort_by_key(|position| key(&dossier, view.sort(), *position));
        prop_assert_eq!(&results.order, &expected);
        prop_assert_eq!(results.total(), dossier.statements.len());
    }

    #[test]
    fn a_count_is_the_number_of_results_with_only_that_value_kept(dossier in dossiers(), view in views()) {
        let index = Index::new(&dossier);
        let results = run(&dossier, &index, Collection::Statements, &view);
        for counted in &results.facets {
            let without = view.without_choice(counted.facet, Choice::Kept);
            for (value, count) in &counted.counts {
                let chosen = without.with(counted.facet, value.code(&dossier));
                prop_assert_eq!(*count as usize, matching(&dossier, &chosen).len(), "{:?}", value);
            }
        }
    }

    #[test]
    fn counts_of_single_values_add_up(dossier in dossiers(), view in views()) {
        let index = Index::new(&dossier);
        let results = run(&dossier, &index, Collection::Statements, &view);
        let single = [Facet::Kind, Facet::Identification, Facet::Directness];
        for counted in results.facets.iter().filter(|f| single.contains(&f.facet)) {
            let sum: u32 = counted.counts.iter().map(|(_, count)| count).sum();
            // Each value counts as if it were not left out.
            let without = matching(&dossier, &view.without_facet(counted.facet));
            prop_assert_eq!(sum as usize, without.len(), "{:?}", counted.facet);
        }
    }

    #[test]
    fn a_widening_has_the_number_of_results_it_announces(dossier in dossiers(), view in views()) {
        let index = Index::new(&dossier);
        let shown = matching(&dossier, &view).len();
        let widenings = widen(&dossier, &index, Collection::Statements, &view);
        let facets = Facet::ALL.iter().flat_map(|facet| {
            [Choice::Kept, Choice::LeftOut].map(|choice| Dropped::Facet(*facet, choice))
        });
        for dropped in facets.chain([Dropped::Range, Dropped::Search]) {
            let shows = matching(&dossier, &dropped.from(&view)).len();
            let announced = widenings.iter().find(|w| w.dropped == dropped).map(|w| w.shows as usize);
            prop_assert_eq!(announced, (shows > shown).then_some(shows), "{:?}", dropped);
        }
    }

    #[test]
    fn each_value_is_listed_once_and_recognised(dossier in dossiers()) {
        let index = Index::new(&dossier);
        for facet in Collection::Statements.facets() {
            let values: &[Value] = index.values(Collection::Statements, *facet);
            for (at, value) in values.iter().enumerate() {
                prop_assert!(!values[..at].contains(value));
                let view = View::default().cycle(*facet, value.code(&dossier));
                prop_assert!(view.unknown(&dossier, &index, Collection::Statements).is_empty());
            }
        }
    }
}
