//! Loading: from bytes to the model.

use crate::generate::dossier_json;
use crate::sample::{SIZES, load_json, sample};
use divan::{Bencher, black_box, counter::ItemsCount};
use onrecord::model::Archive;
use std::sync::Arc;

/// Loads and checks an author's JSON, as `onrecord check` and a build do.
#[divan::bench(args = SIZES, sample_count = 10, max_time = 20)]
fn json(bencher: Bencher, statements: usize) {
    let json = dossier_json(statements);
    bencher.counter(ItemsCount::new(statements)).bench_local(|| load_json(black_box(&json)));
}

/// Unpacks the bytes that are compiled into the app, which the browser does first.
#[divan::bench(args = SIZES, max_time = 10)]
fn packed(bencher: Bencher, statements: usize) {
    let archive = Archive { dossiers: vec![Arc::clone(&sample(statements).dossier)] };
    let bytes = postcard::to_allocvec(&archive).expect("a dossier packs");
    bencher.counter(ItemsCount::new(statements)).bench_local(|| {
        postcard::from_bytes::<Archive>(black_box(&bytes)).expect("a packed dossier unpacks")
    });
}
