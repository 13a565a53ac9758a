//! Loading: from bytes to the model.

use crate::generate::dossier_json;
use crate::sample::{SIZES, load_json, sample};
use divan::{Bencher, black_box, counter::ItemsCount};
use onrecord::packed::{Contents, pack, unpack};
use std::sync::Arc;

/// Loads and checks an author's JSON, as `onrecord check` and a build do.
#[divan::bench(args = SIZES, sample_count = 10, max_time = 20)]
fn json(bencher: Bencher, statements: usize) {
    let json = dossier_json(statements);
    bencher.counter(ItemsCount::new(statements)).bench_local(|| load_json(black_box(&json)));
}

/// Unpacks a data file, which the app does first.
#[divan::bench(args = SIZES, max_time = 10)]
fn packed(bencher: Bencher, statements: usize) {
    let dossiers = vec![Arc::clone(&sample(statements).dossier)];
    let contents = Contents { site: "On Record".into(), is_alone: true, dossiers };
    let bytes = pack(&contents).expect("a dossier packs");
    bencher
        .counter(ItemsCount::new(statements))
        .bench_local(|| unpack(black_box(&bytes)).expect("a packed dossier unpacks"));
}
