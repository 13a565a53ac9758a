//! Shows the keys and the clicks that a person needs to annotate articles from their plain text, for the first dossier,
//! for a report of the tests, and for the files that are named as arguments. `make bench-annotate` runs it.

#[path = "../../tests/support/recorder/mod.rs"]
mod recorder;

use onrecord::annotate::Session;
use recorder::{Hand, print, record};

fn main() {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let own =
        ["static/dossiers/shafaq-2026-01-06.json", "tests/fixtures/annotate/ferry-fares.json"];
    let session = Session { today: "2026-03-04".to_owned(), by: None };
    for file in own.iter().copied().chain(named.iter().map(String::as_str)) {
        let bytes = match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                println!("{file}: {error}");
                continue;
            }
        };
        let Some(wanted) = onrecord::load::load(file, &bytes).dossier else {
            println!("{file}: it has errors; see onrecord check {file}");
            continue;
        };
        for hand in [Hand::Keys, Hand::Mouse] {
            print(file, &wanted, &record(&wanted, &session, hand), hand);
        }
    }
}
