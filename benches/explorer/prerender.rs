//! Prerendering all files of the site except the app.

use crate::sample::sample;
use divan::{Bencher, counter::ItemsCount};
use onrecord::model::Archive;
use onrecord::prerender::{App, Shell, files};
use onrecord::site::Site;
use std::rc::Rc;
use std::sync::Arc;

#[divan::bench(args = [100, 1_000], sample_count = 5, max_time = 30)]
fn all_files(bencher: Bencher, statements: usize) {
    let shell = Shell::new(App::default());
    let dossier = Arc::clone(&sample(statements).dossier);
    bencher.counter(ItemsCount::new(statements)).bench_local(|| {
        let site = Rc::new(Site::new(Archive { dossiers: vec![Arc::clone(&dossier)] }));
        files(&site, &shell)
    });
}
