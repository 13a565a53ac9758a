//! Prerendering all files of the site except the app.

use crate::sample::sample;
use divan::{Bencher, counter::ItemsCount};
use onrecord::model::Archive;
use onrecord::prerender::{Options, Shell, files};
use onrecord::site::Site;
use std::rc::Rc;
use std::sync::Arc;

/// Minimal page as staged by Trunk.
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

#[divan::bench(args = [100, 1_000], sample_count = 5, max_time = 30)]
fn all_files(bencher: Bencher, statements: usize) {
    let shell = Shell::new(STAGED, &[]).expect("the staged page is complete");
    let options = Options { policy: true, pictures: false };
    let dossier = Arc::clone(&sample(statements).dossier);
    bencher.counter(ItemsCount::new(statements)).bench_local(|| {
        let site = Rc::new(Site::new(Archive { dossiers: vec![Arc::clone(&dossier)] }));
        files(&site, &shell, &options)
    });
}
