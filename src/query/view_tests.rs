//! Tests of views.

use super::sample;
use super::view::{Chosen, MAX_SEARCH};
use super::{Choice, End, Facet, Index, Range, Sort, Unknown, View};
use crate::model::Vocabulary;
use crate::query::Collection;

fn codes(view: &View) -> String {
    let written = |chosen: &Chosen| {
        let sign = if chosen.choice == Choice::Kept { "" } else { "-" };
        format!("{}:{sign}{}", chosen.facet.code(), chosen.code)
    };
    view.chosen().iter().map(written).collect::<Vec<_>>().join(" ")
}

#[test]
fn chosen_codes_are_in_the_order_of_facets() {
    let view = View::default()
        .with(Facet::Speaker, "b")
        .with(Facet::Kind, "denial")
        .with(Facet::Speaker, "a")
        .with(Facet::Speaker, "b");
    assert_eq!(codes(&view), "kind:denial speaker:b speaker:a");
    assert_eq!(view.kept(Facet::Speaker).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(codes(&view.without(Facet::Speaker, "b")), "kind:denial speaker:a");
    assert_eq!(codes(&view.without_facet(Facet::Speaker)), "kind:denial");
    assert_eq!(view.choice(Facet::Kind, "denial"), Some(Choice::Kept));
    assert_eq!(view.choice(Facet::Via, "denial"), None);
}

#[test]
fn a_value_is_kept_then_left_out_then_neither() {
    let view = View::default().with(Facet::Kind, "a").with(Facet::Kind, "b");
    let view = view.cycle(Facet::Kind, "a");
    assert_eq!(codes(&view), "kind:-a kind:b");
    assert_eq!(view.left_out(Facet::Kind).collect::<Vec<_>>(), ["a"]);
    assert_eq!(view.kept(Facet::Kind).collect::<Vec<_>>(), ["b"]);
    assert_eq!(codes(&view.without_choice(Facet::Kind, Choice::LeftOut)), "kind:b");
    assert_eq!(codes(&view.without_choice(Facet::Kind, Choice::Kept)), "kind:-a");
    assert_eq!(codes(&view.with(Facet::Kind, "a")), "kind:a kind:b");
    let view = view.cycle(Facet::Kind, "a");
    assert_eq!(codes(&view), "kind:b");
    assert_eq!(codes(&view.cycle(Facet::Kind, "a")), "kind:b kind:a");
    assert_eq!((view.filters(), view.cleared().filters()), (1, 0));
}

#[test]
fn a_range_has_full_days_and_keeps_what_it_does_not_understand() {
    let view = View::default().within_code(End::From, "2025").within_code(End::To, "2025-06");
    assert_eq!(view.day_code(End::From).as_deref(), Some("2025-01-01"));
    assert_eq!(view.day_code(End::To).as_deref(), Some("2025-06-30"));
    assert_eq!((view.filters(), view.cleared()), (1, View::default()));
    let unknown = view.within_code(End::From, "June");
    assert_eq!(unknown.range(), Range { from: None, ..view.range() });
    assert_eq!(unknown.day_code(End::From).as_deref(), Some("June"));
    assert_eq!(unknown.within(view.range()), view);
    assert_eq!(unknown.within_code(End::From, "2025"), view);
    assert_eq!(unknown.cleared(), View::default());
}

#[test]
fn a_statement_is_open_once_and_stays_open_when_filters_are_cleared() {
    let view = View::default().with(Facet::Kind, "denial").opening(["b", "a", "b"]);
    assert_eq!(view.open().collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(view.cleared(), View::default().opening(["b", "a"]));
    assert_eq!(view.opening([]), View::default().with(Facet::Kind, "denial"));
}

#[test]
fn clearing_keeps_the_sort_order() {
    let view = View::default().searching("x").with(Facet::Kind, "denial").sorted(Sort::Said);
    assert_eq!(view.cleared(), View::default().sorted(Sort::Said));
    assert!(!view.cleared().is_plain());
    assert!(view.cleared().sorted(Sort::Article).is_plain());
}

#[test]
fn reports_unknown_parts() {
    let dossier = sample::dossier();
    let index = Index::new(&dossier);
    let view = View::default()
        .with(Facet::Kind, "rumour")
        .with(Facet::Kind, "denial")
        .with(Facet::Speaker, "agency")
        .with(Facet::Role, "villain")
        .leaving_out(Facet::Speaker, "nobody")
        .within_code(End::To, "June")
        .opening(["nobody-said-it"])
        .sorted_by_code("newest");
    let unknown = view.unknown(&dossier, &index, Collection::Statements);
    assert_eq!(
        unknown,
        [
            Unknown::Value(Facet::Kind, "rumour".into()),
            Unknown::Value(Facet::Speaker, "agency".into()),
            Unknown::Value(Facet::Speaker, "nobody".into()),
            Unknown::Day(End::To, "June".into()),
            Unknown::Sort("newest".into()),
            Unknown::Statement("nobody-said-it".into()),
        ]
    );
    let dropped = unknown.iter().fold(view, |view, unknown| view.dropping(unknown));
    assert_eq!(codes(&dropped), "kind:denial role:villain");
    assert_eq!((dropped.sort_code(), dropped.day_code(End::To)), (None, None));
    assert_eq!(dropped.open().count(), 0);
}

#[test]
fn reports_a_reversed_range_where_dates_matter() {
    let dossier = sample::dossier();
    let index = Index::new(&dossier);
    let view = View::default().within_code(End::From, "2026").within_code(End::To, "2025");
    let unknown = view.unknown(&dossier, &index, Collection::Statements);
    assert_eq!(unknown, [Unknown::Reversed(view.range())]);
    assert_eq!(view.dropping(&unknown[0]), View::default());
    assert_eq!(view.unknown(&dossier, &index, Collection::Actors), []);
}

#[test]
fn a_search_that_is_too_long_is_cut_and_reported_until_it_is_short_enough() {
    let (dossier, whole) = (sample::dossier(), "e\u{301}".repeat(MAX_SEARCH / 2));
    let index = Index::new(&dossier);
    let unknown = |view: &View| view.unknown(&dossier, &index, Collection::Statements);
    assert!(unknown(&View::default().searching(&whole)).is_empty());
    let view = View::default().searching(&format!("{whole}x"));
    assert_eq!(view.q, whole);
    assert_eq!(unknown(&view), [Unknown::End]);
    assert_eq!(unknown(&view.with(Facet::Kind, "denial")), [Unknown::End]);
    assert!(unknown(&view.dropping(&Unknown::End)).is_empty());
    assert!(unknown(&view.searching("x")).is_empty());
}
