//! Files that were generated or are joined are complete and current.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::prerender::{App, Shell};
use onrecord::query::packed_folds;
use std::fs;
use support::{bytes, path};

/// `UPDATE=1 cargo test --test static_files` writes the file again.
#[test]
fn the_packed_folds_agree_with_unicode() {
    let file = "src/query/fold/fold.bin";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path(file), packed_folds()).expect("the file can be written");
    } else {
        assert!(bytes(file) == packed_folds(), "set UPDATE=1 to write {file} again");
    }
}

#[test]
fn every_style_sheet_is_in_the_bundle() {
    let shell = Shell::new(App::default());
    let styles = [shell.styles.bytes, shell.home_styles.bytes].concat();
    let styles = String::from_utf8(styles).expect("UTF-8");
    check_styles("static/styles", &styles);
    let styles = String::from_utf8(shell.annotator.styles.bytes).expect("UTF-8");
    check_styles("static/styles/annotate", &styles);
}

/// Checks that the style sheets in a folder are parts of joined ones.
fn check_styles(folder: &str, styles: &str) {
    let folder = fs::read_dir(path(folder)).expect("the folder can be read");
    let files = folder.map(|entry| entry.expect("the folder can be read").path());
    for file in files.filter(|file| file.is_file()) {
        let text = fs::read_to_string(&file).expect("a style sheet");
        // The names of fonts are replaced.
        let last = text.lines().rfind(|line| line.len() > 3 && !line.contains(".woff2"));
        let line = last.expect("a style sheet has rules");
        assert!(styles.contains(line), "{} is not in the bundle", file.display());
    }
}
