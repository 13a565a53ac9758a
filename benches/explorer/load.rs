//! From bytes to the model.

use crate::generate::dossier_json;
use crate::made::{SIZES, loaded, made};
use divan::{Bencher, black_box, counter::ItemsCount};
use onrecord::model::Archive;
use std::rc::Rc;

/// An author's JSON, checked: what `onrecord check` and a build wait for.
#[divan::bench(args = SIZES, sample_count = 10, max_time = 20)]
fn json(bencher: Bencher, statements: usize) {
    let json = dossier_json(statements);
    bencher.counter(ItemsCount::new(statements)).bench_local(|| loaded(black_box(&json)));
}

/// The bytes that are compiled into the app: what the browser does first.
#[divan::bench(args = SIZES, max_time = 10)]
fn packed(bencher: Bencher, statements: usize) {
    let archive = Archive { dossiers: vec![Rc::clone(&made(statements).dossier)] };
    let bytes = postcard::to_allocvec(&archive).expect("a dossier packs");
    bencher.counter(ItemsCount::new(statements)).bench_local(|| {
        postcard::from_bytes::<Archive>(black_box(&bytes)).expect("a packed dossier unpacks")
    });
}
