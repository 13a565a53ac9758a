//! Time and size grow with a dossier, not with its square. What each series of `support/grow.rs` makes is
//! compared at a size and at twice the size; nothing is timed (`make bench-growth` does).

#![cfg(not(target_arch = "wasm32"))]

#[path = "support/grow.rs"]
mod grow;

use grow::{ALL, Series};
use onrecord::load::{Code, FileCode, load};
use onrecord::model::{Archive, Piece, StatementIx};
use onrecord::prerender::{App, Shell, dossier_files, previews};
use onrecord::site::Site;
use std::rc::Rc;
use std::sync::Arc;

/// Size at which each series is compared with twice the size. Limits of what a page shows apply below it.
const SIZE: usize = 70;

/// Maximum ratio of the bytes of twice the size. With the square, it would be near 4.
const MAX_RATIO: f64 = 2.4;

fn site(series: &Series, size: usize) -> Rc<Site> {
    let loaded = load("growing.json", (series.make)(size).to_string().as_bytes());
    let dossier =
        loaded.dossier.unwrap_or_else(|| panic!("{}: {:?}", series.name, loaded.diagnostics));
    Rc::new(Site::new(Archive { dossiers: vec![Arc::new(dossier)] }))
}

/// Returns the bytes of all pages, of all other files, and of the largest page of one item.
fn bytes(series: &Series, size: usize) -> [usize; 3] {
    let site = site(series, size);
    let (mut pages, mut others, mut largest) = (0, 0, 0);
    for file in dossier_files(&site, &site.dossiers[0], &Shell::new(App::default())) {
        let is_page = file.path.ends_with(".html");
        *if is_page { &mut pages } else { &mut others } += file.bytes.len();
        if is_page && file.path.contains("/statements/") && file.path.matches('/').count() == 3 {
            largest = largest.max(file.bytes.len());
        }
    }
    [pages, others, largest]
}

/// The series in which one statement has no more to show if there are more of them.
const OF_OTHERS: [&str; 12] = [
    "statements of a paragraph each",
    "statements in one paragraph",
    "statements in the same words",
    "statements in overlapping words",
    "sources shared with the first",
    "sources shared with the one before",
    "topics",
    "sides and topics",
    "party of a party of a party",
    "actors of the same name",
    "dates far apart",
    "corrections",
];

#[test]
fn a_series_is_broken_only_if_it_says_so() {
    for series in ALL {
        let loaded = load("growing.json", (series.make)(SIZE).to_string().as_bytes());
        assert_eq!(loaded.dossier.is_none(), series.is_broken, "{}", series.name);
    }
}

#[test]
fn cards_do_not_show_an_endless_sentence() {
    let often = ALL.iter().find(|series| series.name == "quotes that occur often");
    let site = site(often.expect("the series"), 10 * SIZE);
    let dossier = &site.dossiers[0].dossier;
    for at in 0..dossier.statements.len() {
        let pieces = dossier.snippet(StatementIx::from(at)).iter();
        let shown: Vec<&str> = pieces
            .filter_map(|piece| match piece {
                Piece::Text(span) => Some(dossier.article.text(*span)),
                Piece::Gap => None,
            })
            .collect();
        assert_eq!(shown, ["Lund said so so"]);
    }
}

#[test]
fn files_do_not_grow_with_the_square_of_a_dossier() {
    let names = || ALL.iter().map(|series| series.name);
    assert!(OF_OTHERS.iter().all(|name| names().any(|other| other == *name)));
    for series in ALL.iter().filter(|series| !series.is_broken) {
        // A figure's row quotes its statement up to a length that a small one does not reach.
        let size = if series.name == "figures of a statement" { 2 * SIZE } else { SIZE };
        let (one, two) = (bytes(series, size), bytes(series, 2 * size));
        for (what, (one, two)) in ["pages", "other files"].iter().zip(one.into_iter().zip(two)) {
            let ratio = two as f64 / one as f64;
            assert!(ratio < MAX_RATIO, "{}: {what} grow from {one} to {two} bytes", series.name);
        }
        // The page of a statement does not grow with the others.
        if OF_OTHERS.contains(&series.name) {
            let (one, two) = (one[2], two[2]);
            assert!(two < one + one / 20, "{}: a page grows from {one} to {two}", series.name);
        }
    }
}

#[test]
fn long_chains_are_shown_in_part() {
    let name = "hops of a chain";
    let series = ALL.iter().find(|series| series.name == name).expect("the series should exist");
    let site = site(series, 300);
    let files = dossier_files(&site, &site.dossiers[0], &Shell::new(App::default()));
    let page = files.iter().find(|file| file.path == "growing/statements/s0/index.html");
    let page = String::from_utf8_lossy(&page.expect("the page should exist").bytes).into_owned();
    let byline = page.split("class=\"way\"").nth(1).and_then(|after| after.split("</ol>").next());
    let byline = byline.expect("the page should have the chain");
    assert_eq!(byline.matches("<li").count(), 1 + 8 + 1 + 1, "{byline}");
    assert!(byline.contains("292 more steps") && byline.contains("Person 299"), "{byline}");
    // The details list each step.
    assert!(page.matches("Person 150").count() == 1);
    assert_eq!(previews(&site, &site.dossiers[0]).len(), 3);
}

#[test]
fn a_dossier_beyond_a_limit_is_refused_with_words() {
    let check = |dossier: &serde_json::Value, expected: &str| {
        let loaded = load("growing.json", dossier.to_string().as_bytes());
        let limit: Code = FileCode::BeyondLimit.into();
        assert_eq!(limit.as_str(), "beyond-limit");
        let found: Vec<&str> = (loaded.diagnostics.iter())
            .filter(|diagnostic| diagnostic.code == limit)
            .map(|diagnostic| diagnostic.message.as_str())
            .collect();
        assert_eq!(found, [expected]);
        assert_eq!(loaded.diagnostics.len(), 1, "{:?}", loaded.diagnostics);
    };
    let make = |name: &str, size| {
        let series =
            ALL.iter().find(|series| series.name == name).expect("the series should exist");
        (series.make)(size)
    };
    check(
        &make("actors of the same name", 50_000),
        "there are 50002 elements in actors, and at most 50000 are allowed",
    );
    check(
        &make("speakers of a statement", 25_001),
        "there are 500020 references in all statements together, and at most 500000 are allowed",
    );
}
