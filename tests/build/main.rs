//! `onrecord build` and `onrecord single`, run as a newsroom runs them: from an empty folder, with no
//! other program on the path, onto folders that exist, are missing, or cannot be written, and stopped
//! half way.

#![cfg(not(target_arch = "wasm32"))]

mod desk;
#[path = "../support/mod.rs"]
mod support;
mod target;

use desk::{Desk, Run, assert_same};
use std::fs;
use std::process::Command;
use support::{path, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const BROKEN: &str = "tests/fixtures/bad/quote-not-found/dossier.json";
/// The list of files in a bundle.
const LIST: &str = ".onrecord";
/// A preview picture of the small dossier.
const PREVIEW: &str = "harbour/statements/a-disgrace/preview.png";

#[test]
fn a_new_site_is_checked_and_built_with_no_other_program() {
    let desk = Desk::empty("new");
    let said = desk.run(&["new", "site"]).succeeds();
    assert!(said.contains("onrecord build site --out DIR"), "{said}");
    assert_eq!(desk.run(&["check", "site"]).succeeds().lines().count(), 1);
    let said = desk.run(&["build", "site", "--out", "out"]).succeeds();
    assert!(said.starts_with("built out: 1 dossier, "), "{said}");
    let files = desk.files("out");
    for path in
        ["index.html", "index.html.br", "index.html.gz", "404.html", "about/index.html", LIST]
    {
        assert!(files.contains_key(path), "{path} is missing");
    }
    let list = desk.read("out/.onrecord");
    let listed: Vec<&str> =
        list.lines().skip(1).map(|line| line.split('\t').next().unwrap_or(line)).collect();
    let written: Vec<&str> =
        files.keys().map(String::as_str).filter(|path| *path != LIST).collect();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, written, "the list names all files");
    assert_eq!(desk.names("."), ["app", "out", "site"], "nothing is left beside the bundle");
    desk.run(&["single", "site", "--out", "one/site.html"]).succeeds();
    assert!(desk.read("one/site.html").starts_with("<!doctype html>"));
    assert_eq!(desk.names("one"), ["site.html"]);
}

#[test]
fn the_annotator_is_built_only_where_the_settings_ask_for_it() {
    let desk = Desk::new("annotator");
    desk.run(&["build", "site", "--out", "out"]).succeeds();
    let has = |part: &str| desk.files("out").keys().any(|path| path.contains(part));
    assert!(!has("annotate/") && !has("annotator-"));
    desk.write("site/onrecord.toml", "annotator = true\n");
    desk.run(&["build", "site", "--out", "out"]).succeeds();
    assert!(has("annotate/index.html") && has("annotator-") && has("annotate-"));
    assert!(desk.read("out/about/index.html").contains("harbour"));
    // It opens and saves files of the visitor, so no page leads from a dossier to it.
    assert!(!desk.read("out/harbour/about/index.html").contains("annotate/"));
    desk.run(&["single", "site", "--out", "one.html"]).succeeds();
    assert!(!desk.read("one.html").contains("annotate/"));
    desk.write("site/onrecord.toml", "annotator = \"yes\"\n");
    desk.run(&["build", "site", "--out", "out"]).fails(1, &["onrecord.toml:1:13"]);
}

#[test]
fn two_builds_on_two_paths_have_the_same_bytes() {
    let (desk, other) = (Desk::new("bytes"), Desk::new("bytes-on-a-longer-path"));
    desk.run(&["build", "site", "--out", "out"]).succeeds();
    other.run(&["build", "site", "--out", "below/out"]).succeeds();
    assert_same(&desk.files("out"), &other.files("below/out"));
    desk.run(&["single", "site", "--out", "a.html"]).succeeds();
    other.run(&["single", "site", "--out", "b.html"]).succeeds();
    assert!(desk.read("a.html") == other.read("b.html"));
}

/// `taskset` gives a process one processor, and `onrecord` starts one thread for each that it has.
#[cfg(target_os = "linux")]
#[test]
fn one_thread_and_several_write_the_same_bytes() {
    let desk = Desk::new("threads");
    desk.run(&["build", "site", "--out", "several"]).succeeds();
    let built = Command::new("taskset")
        .args(["--cpu-list", first_processor().as_str(), env!("CARGO_BIN_EXE_onrecord")])
        .args(["build", "site", "--out", "one", "--app", "app"])
        .current_dir(&desk.0)
        .output();
    let Ok(built) = built else { return eprintln!("skipped: taskset is not installed") };
    Run::of(built).succeeds();
    assert_same(&desk.files("several"), &desk.files("one"));
}

/// Returns the number of a processor that this process may use.
#[cfg(target_os = "linux")]
fn first_processor() -> String {
    let status = fs::read_to_string("/proc/self/status").expect("the status of this process");
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    let list = list.expect("a list of processors").trim();
    list.split([',', '-']).next().unwrap_or(list).to_owned()
}

#[test]
fn a_file_that_is_no_longer_made_goes_with_the_next_build() {
    let desk = Desk::new("gone");
    desk.build(&["--out", "out"]).succeeds();
    assert!(desk.at("out/harbour/statements/a-disgrace").is_dir());
    desk.replace("site/dossiers/harbour.json", "a-disgrace", "no-disgrace");
    desk.build(&["--out", "out"]).succeeds();
    assert!(desk.at("out/harbour/statements/no-disgrace").is_dir());
    assert!(!desk.at("out/harbour/statements/a-disgrace").exists());
}

#[test]
fn a_site_with_errors_keeps_its_last_bundle() {
    let desk = Desk::new("errors");
    desk.build(&["--out", "out"]).succeeds();
    let before = desk.files("out");
    desk.write("site/dossiers/broken.json", &text(BROKEN));
    desk.build(&["--out", "out"]).fails(1, &["error[quote-not-found]", "broken.json"]);
    assert_same(&before, &desk.files("out"));
    let single = ["single", "site", "--out", "one.html"];
    desk.write("one.html", "the last one");
    desk.run(&single).fails(1, &["error[quote-not-found]"]);
    assert_eq!(desk.read("one.html"), "the last one");
    fs::remove_file(desk.at("site/dossiers/broken.json")).expect("it can be removed");
    fs::remove_file(desk.at("site/dossiers/harbour.json")).expect("it can be removed");
    desk.build(&["--out", "out"]).fails(1, &["failed to find dossiers in site", "onrecord new"]);
    assert_same(&before, &desk.files("out"));
    assert_eq!(desk.names("."), ["app", "one.html", "out", "site"]);
}

#[test]
fn wrong_arguments_are_explained() {
    let desk = Desk::new("arguments");
    desk.build(&[]).fails(2, &["missing option", "--out DIR"]);
    desk.run(&["single", "site"]).fails(2, &["missing option", "--out FILE"]);
    let output = desk.command(&["build", "site"]).arg("--out").output();
    Run::of(output.expect("the command runs")).fails(2, &["missing argument", "--out"]);
    desk.build(&["--out", "out", "--fast"]).fails(2, &["--fast", "onrecord --help"]);
    desk.run(&["single", "site", "--out", "x", "--no-previews"]).fails(2, &["--no-previews"]);
    desk.build(&["--out", "out", "another"]).fails(2, &["another"]);
    desk.build(&["--out", "out", "--address", "not an address"]).fails(2, &["not an address"]);
    desk.run(&["build", "nowhere", "--out", "out"]).fails(1, &["nowhere", "onrecord new nowhere"]);
    desk.run(&["bild"]).fails(2, &["unknown command \"bild\""]);
    assert_eq!(desk.names("."), ["app", "site"]);
}

#[test]
fn a_public_address_needs_recorded_ids() {
    let desk = Desk::new("address");
    let address = ["--out", "out", "--address", "https://example.org/record/"];
    desk.build(&address)
        .fails(1, &["not recorded", "\"a-disgrace\": new", "run: onrecord ids --record site"]);
    assert!(!desk.at("out").exists());
    desk.run(&["ids", "--record", "site"]).succeeds();
    desk.build(&address).succeeds();
    let page = desk.read("out/harbour/index.html");
    assert!(page.contains("https://example.org/record/harbour/"), "the address is in the page");
}

#[test]
fn previews_are_kept_while_nothing_changes_in_them() {
    let desk = Desk::new("previews");
    let arguments = ["build", "site", "--out", "out", "--no-compress"];
    desk.run(&arguments).succeeds();
    let first = desk.files("out");
    desk.run(&arguments).succeeds();
    assert_same(&first, &desk.files("out"));
    // The key is that of the last build, so the file is taken as it is.
    desk.write(&format!("out/{PREVIEW}"), "as it is");
    desk.run(&arguments).succeeds();
    assert_eq!(desk.read(&format!("out/{PREVIEW}")), "as it is");
    // With another key, or none, it is drawn again.
    let list = desk.read("out/.onrecord");
    let line = list.lines().find(|line| line.starts_with(PREVIEW)).expect("it is in the list");
    let (path, key) = line.split_once('\t').expect("it has a key");
    for other in [format!("{path}\t{}", "0".repeat(key.len())), path.to_owned()] {
        desk.write(&format!("out/{PREVIEW}"), "as it is");
        desk.write("out/.onrecord", &list.replace(line, &other));
        desk.run(&arguments).succeeds();
        assert_same(&first, &desk.files("out"));
    }
    // A picture shows the name of the site.
    desk.replace("site/onrecord.toml", "Harbour records", "Other records");
    desk.run(&arguments).succeeds();
    assert!(first[PREVIEW] != desk.files("out")[PREVIEW], "the picture shows the new name");
    // Without previews, none are kept.
    desk.run(&[&arguments[..], &["--no-previews"]].concat()).succeeds();
    assert!(!desk.at(&format!("out/{PREVIEW}")).exists());
}

/// A checkout from before the command took a folder: its site was in `static`, among other files.
#[test]
fn an_old_checkout_builds_as_it_is_and_keeps_its_addresses() {
    let desk = Desk::empty("old");
    for file in ["dossiers/shafaq-2026-01-06.json", "onrecord.toml", "boot.js", "icon.svg"] {
        desk.write(&format!("static/{file}"), &text(&format!("static/{file}")));
    }
    let ledger = "published/shafaq-2026-01-06.json";
    if path(&format!("static/{ledger}")).is_file() {
        desk.write(&format!("static/{ledger}"), &text(&format!("static/{ledger}")));
    }
    let built = desk.run(&["build", "static", "--out", "dist", "--no-compress"]);
    built.succeeds();
    let files = desk.files("dist");
    let addresses = text("tests/fixtures/old-addresses.txt");
    let missing: Vec<&str> = addresses
        .lines()
        .filter(|address| {
            let file = if address.is_empty() || address.ends_with('/') {
                format!("{address}index.html")
            } else {
                (*address).to_owned()
            };
            !files.contains_key(&file)
        })
        .collect();
    assert!(addresses.lines().count() > 40, "the list of old addresses is complete");
    assert!(missing.is_empty(), "old addresses without a file: {missing:?}");
}
