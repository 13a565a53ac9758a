//! Building the index, which the browser does once, and running a query, which it does on every
//! keystroke and click.

use crate::sample::{SIZES, sample};
use divan::{Bencher, black_box, counter::ItemsCount};
use onrecord::query::{Collection, End, Facet, Index, Sort, View, run};

#[divan::bench(args = SIZES, max_time = 10)]
fn build_index(bencher: Bencher, statements: usize) {
    let sample = sample(statements);
    let items = ItemsCount::new(statements);
    bencher.counter(items).bench_local(|| Index::new(black_box(&sample.dossier)));
}

#[divan::bench(args = SIZES)]
fn all(bencher: Bencher, statements: usize) {
    bench(bencher, statements, &View::default());
}

#[divan::bench(args = SIZES)]
fn search_word(bencher: Bencher, statements: usize) {
    bench(bencher, statements, &View::default().searching("withdrawal"));
}

#[divan::bench(args = SIZES)]
fn search_phrase(bencher: Bencher, statements: usize) {
    bench(bencher, statements, &View::default().searching("\"a matter of trust\" -envoy"));
}

#[divan::bench(args = SIZES)]
fn search_finds_nothing(bencher: Bencher, statements: usize) {
    bench(bencher, statements, &View::default().searching("zeppelin"));
}

#[divan::bench(args = SIZES)]
fn values_left_out_and_range(bencher: Bencher, statements: usize) {
    let view = View::default()
        .leaving_out(Facet::Speaker, "~unnamed")
        .leaving_out(Facet::Kind, "demand")
        .within_code(End::From, "2024");
    bench(bencher, statements, &view);
}

#[divan::bench(args = SIZES)]
fn filters(bencher: Bencher, statements: usize) {
    bench(bencher, statements, &filtered());
}

#[divan::bench(args = SIZES)]
fn filters_search_sort(bencher: Bencher, statements: usize) {
    bench(bencher, statements, &filtered().searching("left -spring").sorted(Sort::Source));
}

fn bench(bencher: Bencher, statements: usize, view: &View) {
    let sample = sample(statements);
    let items = ItemsCount::new(statements);
    let run = || run(&sample.dossier, &sample.index, Collection::Statements, black_box(view));
    // A list as short as that of the first dossier may have no match.
    if statements > 100 {
        assert_eq!(run().order.is_empty(), view.q == "zeppelin", "{view:?}");
    }
    bencher.counter(items).bench_local(run);
}

/// Returns a view of two kinds of statement by unnamed persons on one topic.
fn filtered() -> View {
    View::default()
        .with(Facet::Kind, "demand")
        .with(Facet::Kind, "denial")
        .with(Facet::Identification, "unnamed_person")
        .with(Facet::Topic, "t8")
}
