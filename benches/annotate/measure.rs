//! Shows what the annotator costs: opening, an edit with its view, and a check, for the first dossier and for
//! dossiers that grow. `make bench-annotate` runs it.

#[path = "../../tests/support/grow.rs"]
#[allow(dead_code, reason = "tests use more of it")]
mod grow;

use onrecord::annotate::{Desk, Edit, Session, Slot};
use onrecord::suggest::Lexicons;
use std::time::Instant;

/// Number of edits that are measured.
const EDITS: usize = 20;

fn main() {
    let first = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");
    println!(
        "{:>24}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "dossier", "kB", "open ms", "edit ms", "question ms", "check ms"
    );
    measure("the first", first);
    let series = grow::ALL.iter().find(|it| it.name.contains("paragraph each"));
    let Some(series) = series else { return };
    for statements in [25, 250, 3_000] {
        let json = (series.make)(statements).to_string();
        measure(&format!("{statements} statements"), json.as_bytes());
    }
}

fn measure(name: &str, bytes: &[u8]) {
    let session = Session { today: "2026-03-04".to_owned(), by: None };
    let start = Instant::now();
    let Ok(opened) = Desk::open(bytes, &session) else {
        return println!("{name}: cannot be opened");
    };
    let open = start.elapsed();
    let mut desk = opened.desk;
    desk.suggest_with(&Lexicons::default());
    let keys: Vec<_> = desk.view().statements.iter().map(|it| it.key).collect();
    let start = Instant::now();
    for (at, statement) in keys.iter().cycle().take(EDITS).enumerate() {
        let gist = format!("Says the thing number {at}.");
        let made = desk.apply(Edit::Gist { statement: *statement, gist });
        made.unwrap_or_else(|refused| panic!("{refused:?}"));
    }
    let edit = start.elapsed() / u32::try_from(EDITS).unwrap_or(1);
    let start = Instant::now();
    let _ = keys.first().and_then(|key| desk.question(*key, Slot::Speaker));
    let question = start.elapsed();
    let start = Instant::now();
    desk.check();
    let check = start.elapsed();
    let ms = |time: std::time::Duration| format!("{:.2}", time.as_secs_f64() * 1e3);
    println!(
        "{name:>24}{:>12}{:>12}{:>12}{:>12}{:>12}",
        bytes.len() / 1000,
        ms(open),
        ms(edit),
        ms(question),
        ms(check)
    );
}
