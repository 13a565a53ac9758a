//! The annotated article shows the exact text of the dossier, for any annotation.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Archive, Dossier, Span, Unit, UnitIx};
use onrecord::prerender::markup;
use onrecord::route::Route;
use onrecord::site::Site;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use support::html::{literal_nesting, nesting};
use support::{REAL, good, good_files};

/// Returns the text of each paragraph that a page shows, by unit. Also checks that the markup is a
/// well-formed tree.
fn paragraphs(dossier: &Dossier, route: impl Fn(&Dossier) -> Route) -> BTreeMap<usize, String> {
    let dossier = Arc::new(dossier.clone());
    let site = Rc::new(Site::new(Archive { dossiers: vec![Arc::clone(&dossier)] }));
    let markup = markup(&site, &route(&dossier));
    let page = format!("<!doctype html><html><head></head><body>{markup}</body></html>");
    let html = Html::parse_document(&page);
    let literal = literal_nesting(&page).unwrap_or_else(|error| panic!("{error}: {markup}"));
    assert_eq!(literal, nesting(&html), "the parser nests elements differently");
    let select = |css| Selector::parse(css).expect("a selector");
    let (para, text) = (select(".annotated > .para"), select("p"));
    let paragraphs = html.select(&para).map(|para| {
        let unit = para.attr("id").and_then(|id| id.strip_prefix("p-")?.parse().ok());
        let words: Vec<String> = para.select(&text).map(|p| p.text().collect()).collect();
        (unit.expect("a paragraph has its unit as id"), words.concat())
    });
    paragraphs.collect()
}

fn article(dossier: &Dossier) -> Route {
    Route::Article(dossier.id.clone())
}

fn check_whole(dossier: &Dossier) {
    let shown = paragraphs(dossier, article);
    let expected: Vec<&str> = dossier.article.units.iter().map(Unit::as_str).collect();
    assert_eq!(shown.into_values().collect::<Vec<_>>(), expected);
}

/// Checks the passage and evidence on the page of every statement.
fn check_passages(dossier: &Dossier) {
    for statement in &dossier.statements {
        let route = |d: &Dossier| Route::Statement(d.id.clone(), statement.id.clone());
        let shown = paragraphs(dossier, route);
        assert!(shown.contains_key(&statement.passage.index()));
        for (unit, text) in shown {
            assert_eq!(text, dossier.article.units[unit].as_str());
        }
    }
}

#[test]
fn shows_the_exact_text_of_the_article() {
    for file in good_files() {
        let dossier = good(&file);
        check_whole(&dossier);
        check_passages(&dossier);
    }
}

#[test]
fn marks_the_parts_of_every_statement() {
    let dossier = good(REAL);
    let site = Rc::new(Site::new(Archive { dossiers: vec![Arc::new(dossier.clone())] }));
    let html = Html::parse_fragment(&markup(&site, &article(&dossier)));
    for (position, statement) in dossier.statements.iter().enumerate() {
        let of = |part: &str| -> String {
            let css = format!(".annotated {part}[data-statement='{}']", position + 1);
            let found = Selector::parse(&css).expect("a selector");
            html.select(&found).flat_map(|element| element.text()).collect()
        };
        let words = |spans: &[Span]| -> String {
            spans.iter().map(|span| dossier.article.text(*span)).collect()
        };
        assert_eq!(of(".content"), words(&statement.content), "{}", statement.id);
        assert_eq!(of("i.cue"), words(&statement.cue), "{}", statement.id);
        if statement.source.shared_with.is_none() {
            assert_eq!(of(".who"), words(&statement.source.words), "{}", statement.id);
        }
    }
}

#[test]
fn a_passage_numbers_a_statement_once() {
    let begins = Selector::parse(".one-passage .begins").expect("a selector");
    for file in good_files() {
        let dossier = good(&file);
        let site = Rc::new(Site::new(Archive { dossiers: vec![Arc::new(dossier.clone())] }));
        for statement in &dossier.statements {
            let route = Route::Statement(dossier.id.clone(), statement.id.clone());
            let html = Html::parse_fragment(&markup(&site, &route));
            let place = |part: ElementRef<'_>| {
                let paragraph = part.ancestors().find_map(|it| {
                    it.value().as_element()?.attr("id").filter(|id| id.starts_with("p-"))
                });
                (paragraph.map(str::to_owned), part.attr("data-statement").map(str::to_owned))
            };
            let all: Vec<_> = html.select(&begins).map(place).collect();
            let distinct: BTreeSet<_> = all.iter().collect();
            assert!(distinct.len() == all.len() && !all.is_empty(), "{}: {all:?}", statement.id);
        }
    }
}

/// Letters of both directions, a character outside the Basic Multilingual Plane, a combining mark,
/// and characters with a meaning in HTML.
const LETTERS: [char; 10] = ['a', 'É', 'ب', 'ש', '🎈', '\u{301}', '<', '&', '"', '”'];

fn letters() -> impl Strategy<Value = Vec<char>> {
    prop::collection::vec(prop::sample::select(&LETTERS[..]), 40)
}

/// Generates spans as shares of a text: unit, start and length in thousandths.
fn spans(max: usize) -> impl Strategy<Value = Vec<(u32, u32, u32)>> {
    prop::collection::vec((0..1000_u32, 0..1000_u32, 1..1000_u32), 1..=max)
}

fn placed(dossier: &Dossier, (unit, start, length): (u32, u32, u32)) -> Span {
    let units = u32::try_from(dossier.article.units.len()).expect("few units");
    let unit = UnitIx(unit * units / 1000);
    let len = dossier.article.unit(unit).len();
    let start = (start * len / 1000).min(len - 1);
    Span { unit, start, end: (start + 1 + length * len / 2000).min(len) }
}

/// Generates the real dossier with other letters and random spans for source, cue, content,
/// background and dates, which can be nested, adjacent, overlapping, or spread over several
/// paragraphs.
fn scrambled() -> impl Strategy<Value = Dossier> {
    let dossier = good(REAL);
    let statements = dossier.statements.len();
    let parts = prop::collection::vec((spans(3), spans(2), spans(2)), statements);
    (letters(), parts, spans(4), spans(4)).prop_map(move |(letters, parts, background, dates)| {
        let mut dossier = dossier.clone();
        for unit in &mut dossier.article.units {
            let other =
                |(at, c): (usize, char)| if c == ' ' { c } else { letters[at % letters.len()] };
            let text: String = unit.as_str().chars().enumerate().map(other).collect();
            *unit = Unit::new(&text);
        }
        let place = |dossier: &Dossier, spans: &[(u32, u32, u32)]| -> Vec<Span> {
            spans.iter().map(|span| placed(dossier, *span)).collect()
        };
        for (position, (content, source, cue)) in parts.iter().enumerate() {
            let (content, source, cue) =
                (place(&dossier, content), place(&dossier, source), place(&dossier, cue));
            let statement = Arc::make_mut(&mut dossier.statements[position]);
            statement.passage = content[0].unit;
            (statement.content, statement.source.words, statement.cue) = (content, source, cue);
        }
        let (background, dates) = (place(&dossier, &background), place(&dossier, &dates));
        dossier.background[0].words = background;
        for statement in &mut dossier.statements {
            for when in &mut Arc::make_mut(statement).dates {
                when.words.clone_from(&dates);
            }
        }
        dossier.figures[0].words = dates[0];
        dossier
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_annotation_changes_the_text_shown(dossier in scrambled()) {
        check_whole(&dossier);
        check_passages(&dossier);
    }
}
