//! `onrecord ids`: what was published, and what is not on record yet.

use super::Failure;
use super::bundle::write;
use super::shelf::{self, Shelf};
use crate::export::ledger_json;
use crate::load::parse_day;
use crate::model::{Archive, Change, Changed, Day, Dossier, IdKind, Ledger};
use crate::text::count;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// How to bring the ledgers up to date.
pub const COMMAND: &str = "cargo run --bin onrecord -- ids --record";

struct Options {
    record: bool,
    on: Option<Day>,
    dossiers: PathBuf,
    published: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// Wrong arguments; dossiers or ledgers that are broken; statements that changed without a correction;
/// a file that cannot be written.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let options = options(parser)?;
    let published = options.published.unwrap_or_else(|| shelf::published_beside(&options.dossiers));
    let shelf = shelf::read(Path::new(""), &options.dossiers, &published);
    let mut shelf =
        shelf.map_err(|report| Failure::Input(format!("ids cannot be compared:\n{report}")))?;
    eprint!("{}", shelf.warnings);
    open_ledgers(&mut shelf, &published);
    if options.record { record(&mut shelf, options.on.or_else(today)) } else { Ok(compare(&shelf)) }
}

fn options(mut parser: lexopt::Parser) -> Result<Options, Failure> {
    use lexopt::prelude::*;
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    let mut options = Options {
        record: false,
        on: None,
        dossiers: folder("ONRECORD_DOSSIERS").unwrap_or_else(|| "static/dossiers".into()),
        published: folder("ONRECORD_PUBLISHED"),
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("record") => options.record = true,
            Long("on") => {
                let day = parser.value()?.string()?;
                let parsed = parse_day(&day);
                let wrong = || Failure::Usage(format!("{day:?} is no day: write it as YYYY-MM-DD"));
                options.on = Some(parsed.ok_or_else(wrong)?);
            }
            Long("dossiers") => options.dossiers = parser.value()?.into(),
            Long("published") => options.published = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// The day of the system's clock (UTC).
fn today() -> Option<Day> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let date = chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?.date_naive();
    parse_day(&date.to_string())
}

/// Refuses to publish what is not on record.
///
/// # Errors
/// What is not on record, and the command that records it.
pub fn are_current(archive: &Archive, ledgers: &[Ledger]) -> Result<(), Failure> {
    let mut told = String::new();
    for dossier in &archive.dossiers {
        let ledger = ledgers.iter().find(|ledger| ledger.dossier == dossier.id);
        let new = || Ledger::new(dossier.id.clone());
        let changes = ledger.map_or_else(|| new().changes(dossier), |it| it.changes(dossier));
        let lines = changes.iter().map(|change| format!("  {}: {}\n", dossier.id, line(change)));
        told.extend(lines);
    }
    if told.is_empty() {
        return Ok(());
    }
    Err(Failure::Input(format!(
        "a bundle with a public address holds links that others will share, and some are not on \
         record\n{told}  run: {COMMAND}"
    )))
}

/// Begins a ledger for each dossier that has none.
fn open_ledgers(shelf: &mut Shelf, published: &Path) {
    for dossier in &shelf.archive.dossiers {
        if !shelf.ledgers.iter().any(|(_, ledger)| ledger.dossier == dossier.id) {
            let file = published.join(format!("{}.json", dossier.id));
            shelf.ledgers.push((file, Ledger::new(dossier.id.clone())));
        }
    }
}

/// Says what is not on record yet.
fn compare(shelf: &Shelf) -> ExitCode {
    let mut is_current = true;
    for (file, ledger) in &shelf.ledgers {
        let name = file.display();
        let Some(dossier) = shelf.archive.dossier(ledger.dossier.as_str()) else {
            println!("{name}: the dossier is gone, and marked as gone");
            continue;
        };
        let changes = ledger.changes(dossier);
        if changes.is_empty() {
            println!("{name}: current, with {}", tally(ledger));
        } else {
            is_current = false;
            println!("{name}: not current, with {}", tally(ledger));
            changes.iter().for_each(|change| println!("  {}", line(change)));
        }
    }
    if is_current {
        return ExitCode::SUCCESS;
    }
    println!("before you publish: {COMMAND}");
    ExitCode::FAILURE
}

/// `15 statements, 9 actors`; what is gone is counted apart.
fn tally(ledger: &Ledger) -> String {
    let mut parts = Vec::new();
    let mut gone = 0;
    for kind in IdKind::ALL {
        let entries = ledger.entries(kind);
        gone += entries.iter().filter(|entry| entry.gone.is_some()).count();
        let living = entries.iter().filter(|entry| entry.gone.is_none()).count();
        parts.push(count(living, kind.name(), kind.field()));
    }
    if gone > 0 {
        parts.push(format!("{gone} gone"));
    }
    parts.join(", ")
}

fn line(change: &Change) -> String {
    let what = match change.what {
        Changed::New => "new".to_owned(),
        Changed::Corrected => "changed, with a correction".to_owned(),
        Changed::Silently(since) => {
            format!("changed, without a correction since {}", since.iso())
        }
    };
    format!("{} \"{}\": {what}", change.kind.name(), change.id)
}

/// Writes the ledgers, all or none.
fn record(shelf: &mut Shelf, on: Option<Day>) -> Result<ExitCode, Failure> {
    let on =
        on.ok_or_else(|| Failure::Usage("the clock is wrong: name the day with --on".to_owned()))?;
    let Shelf { archive, ledgers, .. } = shelf;
    let mut refused = String::new();
    let mut texts = Vec::new();
    for (file, ledger) in ledgers {
        let before = ledger_json(ledger);
        if let Some(dossier) = archive.dossier(ledger.dossier.as_str()) {
            refused.extend(silent(ledger, dossier, on));
            ledger.record(dossier, on);
        }
        texts.push((file, before != ledger_json(ledger), ledger));
    }
    if !refused.is_empty() {
        return Err(Failure::Input(format!(
            "nothing was recorded: published statements say something else now, and no correction \
             tells it\n{refused}"
        )));
    }
    for (file, is_new, ledger) in texts {
        if is_new || !file.exists() {
            write(file, ledger_json(ledger).as_bytes())?;
        }
        println!(
            "{}: {}, {}",
            file.display(),
            if is_new { "recorded" } else { "current" },
            tally(ledger)
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The statements that changed without a correction, with what to add to the dossier.
fn silent(ledger: &Ledger, dossier: &Dossier, on: Day) -> Option<String> {
    let changes = ledger.changes(dossier);
    let silent = changes.iter().filter(|change| matches!(change.what, Changed::Silently(_)));
    let silent: Vec<&Change> = silent.collect();
    if silent.is_empty() {
        return None;
    }
    let lines: String = silent.iter().map(|change| format!("  {}\n", line(change))).collect();
    let ids: Vec<String> = silent.iter().map(|change| format!("\"{}\"", change.id)).collect();
    Some(format!(
        "{}:\n{lines}  add to \"corrections\" in the dossier, \"of\" the \"text\" or the \
         \"annotation\":\n  \
         {{ \"on\": \"{}\", \"of\": \"annotation\", \"what\": \"…\", \"statements\": [{}] }}\n",
        dossier.id,
        on.iso(),
        ids.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_published_that_is_not_on_record() {
        let archive = crate::bundled::archive();
        let Err(Failure::Input(told)) = are_current(&archive, &[]) else {
            panic!("no ledger holds what is there");
        };
        let first = &archive.dossiers[0].statements[0].id;
        assert!(told.contains(&format!("statement \"{first}\": new")), "{told}");
        assert!(told.contains(COMMAND), "{told}");
        let mut ledgers = Vec::new();
        for dossier in &archive.dossiers {
            let mut ledger = Ledger::new(dossier.id.clone());
            ledger.record(dossier, dossier.annotation.date);
            ledgers.push(ledger);
        }
        assert!(are_current(&archive, &ledgers).is_ok());
    }
}
