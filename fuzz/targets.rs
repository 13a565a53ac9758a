//! What is fuzzed: one function for each reader. `run.rs` calls them with broken copies of good files, and
//! `fuzz_targets/` with bytes that libFuzzer makes. A reader may refuse any bytes, but never panic.
//!
//! To add a reader, such as an importer of another format, write a function here, add a row with its seeds to
//! `TARGETS` in `run.rs`, and a file to `fuzz_targets/`.

use onrecord::import::{Choices, Defaults, File, Format, Ids, Labels, draft, read};
use onrecord::load::{load as load_dossier, load_ledgers, load_published, load_with};
use onrecord::model::{Archive, Dossier};
use onrecord::packed::{unpack, with_header};
use onrecord::prerender::{App, Shell, files, previews};
use onrecord::query::{Collection, Index, Query, run, widen};
use onrecord::revise::fix;
use onrecord::route::{file_name_part, parse_query, query_string};
use onrecord::site::Site;
use std::cell::LazyCell;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

/// A dossier that a query can find something in, and the file with its text.
pub const EXAMPLE: &[u8] = include_bytes!("../static/new/dossiers/example.json");
const EXAMPLE_TEXT: &[u8] = include_bytes!("../static/new/dossiers/example.txt");

/// Loads the example, or a broken copy of it. Every text file that a dossier names is that of the example.
pub fn load_example(bytes: &[u8]) -> Option<Dossier> {
    load_with("example.json", bytes, &text_file).dossier
}

fn text_file(_: &str) -> Result<Vec<u8>, String> {
    Ok(EXAMPLE_TEXT.to_vec())
}

/// Loads bytes as a dossier, as a published dossier and as a ledger. Makes every page and export of a dossier that
/// loads. Fixes the dossier, after which there is nothing to fix. Bytes that are no text have no fixes.
pub fn load(bytes: &[u8]) {
    let fixed = fix("fuzz.json", bytes, &text_file);
    if std::str::from_utf8(bytes).is_ok() {
        let again = fix("fuzz.json", fixed.file.as_bytes(), &text_file);
        assert!(again.done.is_empty() && again.file == fixed.file, "{:?}", again.done);
    } else {
        assert!(fixed.done.is_empty(), "{:?}", fixed.done);
    }
    let _ = load_published("fuzz.json", bytes);
    let loaded = load_example(bytes).map(Arc::new);
    let known: Vec<Arc<Dossier>> = loaded.iter().cloned().collect();
    let _ = load_ledgers(&[("fuzz.json".to_owned(), bytes.to_vec())], &known);
    if let Some(dossier) = loaded {
        make(dossier);
    }
}

/// Makes the files of a site with one dossier, and decides what its preview pictures show. Does not draw them.
fn make(dossier: Arc<Dossier>) {
    thread_local! {
        static SHELL: LazyCell<Shell> = LazyCell::new(|| Shell::new(App::default()));
    }
    let site = Rc::new(Site::new(Archive { dossiers: vec![dossier] }));
    let made = SHELL.with(|shell| files(&site, shell));
    assert!(made.iter().any(|file| file.path == "index.html"));
    for prepared in &site.dossiers {
        let _ = previews(&site, prepared);
    }
}

/// Reads bytes as a data file, as they are and behind a header that fits.
pub fn data(bytes: &[u8]) {
    let _ = unpack(bytes);
    let _ = unpack(&with_header(bytes));
}

/// Reads bytes as the query string of an address, and runs the view on every list of a dossier.
pub fn query(bytes: &[u8]) {
    static DOSSIER: LazyLock<(Dossier, Index)> = LazyLock::new(|| {
        let dossier = load_example(EXAMPLE).expect("the example loads");
        let index = Index::new(&dossier);
        (dossier, index)
    });
    let (dossier, index) = &*DOSSIER;
    let view = parse_query(&String::from_utf8_lossy(bytes));
    assert_eq!(parse_query(&query_string(&view)), view, "an address leads to another view");
    let _ = file_name_part(&view);
    for collection in [Collection::Statements, Collection::Actors, Collection::Figures] {
        let results = run(dossier, index, collection, &view);
        assert!(results.order.len() <= results.total());
        let _ = widen(dossier, index, collection, &view);
        for unknown in view.unknown(dossier, index, collection) {
            let _ = view.dropping(&unknown);
        }
    }
    let search = Query::parse(&view.q);
    for unit in &dossier.article.units {
        let _ = search.marks(unit.as_str());
    }
}

/// Imports bytes in every format. Formats of two files take what is before the first zero byte as the text, and what
/// is after it as its annotation. Every draft must load.
pub fn import(bytes: &[u8]) {
    let cut = bytes.iter().position(|byte| *byte == 0);
    let (text, annotation) =
        cut.map_or((&b"One said yes."[..], bytes), |at| (&bytes[..at], &bytes[at + 1..]));
    let file = |name: &str, bytes: &[u8]| File { name: name.to_owned(), bytes: bytes.to_vec() };
    for format in Format::ALL {
        let files = match format {
            Format::Brat => vec![file("a.txt", text), file("a.ann", annotation)],
            Format::WebAnnotation => vec![file("a.txt", text), file("a.jsonld", annotation)],
            Format::UimaCasJson | Format::LabelStudio => vec![file("a.json", annotation)],
            Format::Text => vec![file("a.txt", bytes)],
        };
        let Ok(mut documents) = read(format, &files, &Labels::default(), &Choices::default())
        else {
            continue;
        };
        let defaults = Defaults {
            today: "2026-03-05".to_owned(),
            format: format.name(),
            ..Defaults::default()
        };
        let mut ids = Ids::default();
        for document in &mut documents {
            let draft = draft(document, &defaults, &mut ids);
            let loaded = load_dossier("draft.json", draft.json.as_bytes());
            assert!(loaded.dossier.is_some(), "{:?}\n{}", loaded.diagnostics, draft.json);
        }
    }
}
