//! A site of many dossiers: a build can have few of them loaded at a time, and pages about the whole
//! site stay small.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::load_ledgers;
use onrecord::model::{Archive, Ledger, Slug};
use onrecord::prerender::{page, routes};
use onrecord::route::Route;
use onrecord::site::{Entry, Site};
use std::rc::Rc;
use std::sync::Arc;
use support::bundle::shell;
use support::{LEDGERS, bytes, good};

const FILES: [&str; 3] = [
    "tests/fixtures/good/small/dossier.json",
    "tests/fixtures/good/rich/dossier.json",
    "tests/fixtures/good/hostile/dossier.json",
];

/// Returns a site with removed ids and a removed dossier, with all dossiers loaded.
fn site() -> Site {
    let dossiers: Vec<_> = FILES.iter().map(|file| Arc::new(good(file))).collect();
    let files: Vec<(String, Vec<u8>)> =
        LEDGERS.iter().map(|file| ((*file).to_owned(), bytes(file))).collect();
    let loaded = load_ledgers(&files, &dossiers).into_iter();
    let ledgers: Vec<Ledger> = loaded.filter_map(|loaded| loaded.ledger).collect();
    Site::new(Archive { dossiers }).with_ledgers(ledgers)
}

#[test]
fn a_page_is_the_same_if_only_the_dossiers_that_it_needs_are_loaded() {
    let all = Rc::new(site());
    let shell = shell();
    let load = |id: &Slug| {
        let found = all.dossiers.iter().find(|prepared| prepared.dossier.id == *id);
        Arc::clone(&found.expect("a needed dossier exists").dossier)
    };
    let mut without = 0;
    for route in routes(&all) {
        let needed = all.needs(&route);
        without += usize::from(needed.is_empty());
        let few = Rc::new(all.holding(needed.iter().map(load).collect()));
        let pages = [&all, &few].map(|site| page(site, &route, &shell));
        assert!(pages[0] == pages[1], "{route:?} needs more than {needed:?}");
    }
    assert!(without > 1, "the archive and withdrawn items need no dossier");
}

#[test]
fn entries_list_the_pages_of_all_dossiers() {
    let all = site();
    let empty = Site::of(all.entries.to_vec()).with_ledgers(all.ledgers.to_vec());
    assert!(empty.dossiers.is_empty());
    assert_eq!(routes(&all), routes(&empty));
    let one = Site::of(all.entries[..1].to_vec());
    assert!(one.is_alone && !empty.is_alone);
    assert_eq!(one.needs(&Route::Archive), [all.entries[0].id.clone()]);
    for (entry, prepared) in all.entries.iter().zip(&all.dossiers) {
        assert_eq!(*entry, Entry::of(prepared));
        assert_eq!(entry.statements(), prepared.dossier.statements.len());
        let wordings = entry.wordings;
        assert_eq!(wordings.direct + wordings.mixed + wordings.indirect, entry.statements());
        assert_eq!(entry.sources, prepared.sources());
        assert!(entry.main_sources.len() <= entry.sources);
    }
}
