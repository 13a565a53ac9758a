//! Articles annotated from their plain text, with the keys and clicks counted that a person needs on the page.

use super::recorder::report::differences;
use super::recorder::{Hand, Record, print, record};
use super::{errors, session};
use onrecord::load::load;
use onrecord::model::Dossier;

const FIRST: &[u8] = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");

/// A report with many sources, some of them without a name, and long quotations.
const REPORT: &[u8] = include_bytes!("../fixtures/annotate/ferry-fares.json");

/// Goals: at most this many keys, and this many clicks, for each statement.
const KEYS: usize = 25;
const CLICKS: usize = 8;

/// Annotates a dossier, and checks the goal and what was made.
fn check(file: &[u8], hand: Hand, goal: usize) -> (Dossier, Record) {
    let wanted = load("finished.json", file).dossier.expect("it loads");
    let record = record(&wanted, &session(), hand);
    print("recorded", &wanted, &record, hand);
    assert_eq!(errors(&record.desk.json()), Vec::<String>::new());
    let total: usize = record.made.iter().map(|it| it.count).sum();
    let count = record.made.len();
    assert!(total <= goal * count, "{total} for {count} statements");
    let refused: Vec<_> = record.made.iter().flat_map(|it| &it.refused).collect();
    assert!(refused.is_empty(), "{refused:?}");
    // What was made says what the finished dossier says; summaries, topics and notes are not typed.
    let left = differences(&wanted, &record.desk);
    let typed = ["no summary", "no topics", "no subject", "no note", "source not shared"];
    // A name in the words of the text can be another one than in the finished dossier.
    let names = ["speaker or its name", "chain or its names"];
    let left: Vec<_> = left
        .into_iter()
        .filter(|(what, _)| ![&typed[..], &names].concat().contains(what))
        .collect();
    assert_eq!(left, []);
    (wanted, record)
}

#[test]
fn the_first_article_takes_few_keys_for_each_statement() {
    let (_, record) = check(FIRST, Hand::Keys, KEYS);
    let article = record.desk.view().article.clone();
    assert_eq!((&*article.language, &*article.published), ("en", "2026-01-06"));
    assert_eq!(article.outlet, "Shafaq News");
}

#[test]
fn the_first_article_takes_few_clicks_for_each_statement() {
    check(FIRST, Hand::Mouse, CLICKS);
}

#[test]
fn a_report_with_many_sources_takes_few_keys_for_each_statement() {
    check(REPORT, Hand::Keys, KEYS);
    check(REPORT, Hand::Mouse, CLICKS);
}
