//! The benchmarks, in the order in which the data flows.

use crate::generate::dossier_json;
use divan::{Bencher, black_box, counter::ItemsCount};
use onrecord::load;
use onrecord::model::{Archive, Dossier};
use onrecord::prerender::{Options, Shell, files};
use onrecord::query::{Collection, Facet, Index, Sort, View, run};
use onrecord::route::{parse_query, query_string};
use onrecord::ui::Site;
use std::cell::RefCell;
use std::rc::Rc;

const SIZES: [usize; 3] = [1_000, 24_000, 100_000];

/// A dossier made to size, with its index.
struct Made {
    dossier: Rc<Dossier>,
    index: Index,
}

thread_local! {
    /// The last one made: sizes are run in turn, and the largest take half a minute to make.
    static LAST: RefCell<Option<(usize, Rc<Made>)>> = const { RefCell::new(None) };
}

fn made(statements: usize) -> Rc<Made> {
    let last = LAST.with_borrow(|last| last.clone());
    if let Some((_, made)) = last.filter(|(size, _)| *size == statements) {
        return made;
    }
    let dossier = Rc::new(loaded(&dossier_json(statements)));
    let index = Index::new(&dossier);
    let made = Rc::new(Made { dossier, index });
    LAST.set(Some((statements, Rc::clone(&made))));
    made
}

/// # Panics
/// Where the generator writes a dossier that does not load: it and the format have come apart.
fn loaded(json: &str) -> Dossier {
    let loaded = load::load("made.json", json.as_bytes());
    match (loaded.dossier, loaded.diagnostics.as_slice()) {
        (Some(dossier), []) => dossier,
        (_, problems) => panic!("the dossier does not load: {:#?}", problems.first()),
    }
}

/// From JSON to the model: what `onrecord check` and a build wait for.
#[divan::bench(args = SIZES, max_time = 20)]
fn load_json(bencher: Bencher, statements: usize) {
    let json = dossier_json(statements);
    bencher.counter(ItemsCount::new(statements)).bench_local(|| loaded(black_box(&json)));
}

/// From the bytes in the app to the model: what the browser does first.
#[divan::bench(args = SIZES, max_time = 10)]
fn unpack(bencher: Bencher, statements: usize) {
    let archive = Archive { dossiers: vec![Rc::clone(&made(statements).dossier)] };
    let bytes = postcard::to_allocvec(&archive).expect("a dossier packs");
    bencher.counter(ItemsCount::new(statements)).bench_local(|| {
        postcard::from_bytes::<Archive>(black_box(&bytes)).expect("a packed dossier unpacks")
    });
}

/// What the browser prepares before the first search.
#[divan::bench(args = SIZES, max_time = 10)]
fn build_index(bencher: Bencher, statements: usize) {
    let made = made(statements);
    bencher
        .counter(ItemsCount::new(statements))
        .bench_local(|| Index::new(black_box(&made.dossier)));
}

/// A keystroke or a click: which statements match, in which order, and the count of every value.
mod view {
    use super::*;

    fn bench(bencher: Bencher, statements: usize, view: &View) {
        let made = made(statements);
        bencher.counter(ItemsCount::new(statements)).bench_local(|| {
            run(&made.dossier, &made.index, Collection::Statements, black_box(view))
        });
    }

    #[divan::bench(args = SIZES)]
    fn plain(bencher: Bencher, statements: usize) {
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
    fn search_nothing_found(bencher: Bencher, statements: usize) {
        bench(bencher, statements, &View::default().searching("zeppelin"));
    }

    #[divan::bench(args = SIZES)]
    fn filters(bencher: Bencher, statements: usize) {
        bench(bencher, statements, &filtered());
    }

    #[divan::bench(args = SIZES)]
    fn filters_and_search(bencher: Bencher, statements: usize) {
        bench(bencher, statements, &filtered().searching("talks -spring").sorted(Sort::Source));
    }

    fn filtered() -> View {
        View::default()
            .with(Facet::Kind, "demand")
            .with(Facet::Kind, "denial")
            .with(Facet::Identification, "unnamed_person")
            .with(Facet::Topic, "t8")
    }
}

/// From a view to its address and back.
#[divan::bench]
fn address(bencher: Bencher) {
    let view = View::default()
        .searching("\"troop withdrawal\" سوريا -spring")
        .with(Facet::Kind, "accusation")
        .with(Facet::Kind, "demand")
        .with(Facet::Speaker, "syrian-official")
        .with(Facet::Topic, "talks")
        .sorted(Sort::Said);
    bencher.bench_local(|| parse_query(&query_string(black_box(&view))));
}

/// All files of a bundle but the app's own.
#[divan::bench(args = [1_000], max_time = 30, sample_count = 5)]
fn prerender(bencher: Bencher, statements: usize) {
    let shell = Shell::new(STAGED, &[]).expect("the page has what a shell needs");
    let options = Options { address: None, policy: true };
    let dossier = Rc::clone(&made(statements).dossier);
    bencher.bench_local(|| {
        let site = Rc::new(Site::new(Archive { dossiers: vec![Rc::clone(&dossier)] }));
        files(&site, &shell, &options)
    });
}

/// The least that Trunk stages.
const STAGED: &str = "\
<!doctype html>
<html lang=\"en\" dir=\"ltr\">
<head>
<!--head-->
<link rel=\"modulepreload\" href=\"./app.js\">
<link rel=\"preload\" href=\"./app_bg.wasm\">
</head>
<body>
<!--app-->
</body>
</html>
";
