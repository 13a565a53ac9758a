//! `onrecord ids`: compares dossiers with the ledgers of published ids, and updates the ledgers.

use super::Failure;
use super::files::replace;
use super::folder::Folder;
use super::options::Common;
use super::progress::Progress;
use super::terminal;
use crate::export::ledger_json;
use crate::load::parse_day;
use crate::model::{Archive, Change, Changed, Day, Dossier, IdKind, Ledger};
use crate::text::count;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Default)]
struct Options {
    common: Common,
    record: bool,
    on: Option<Day>,
}

/// The dossiers of a site, and a ledger of each.
struct Shelf {
    archive: Archive,
    ledgers: Vec<(PathBuf, Ledger)>,
    /// The command that records what is missing, for messages.
    command: String,
}

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, a dossier or ledger has errors, a statement changed without a
/// correction, or a file cannot be written.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let options = options(parser)?;
    let folder = options.common.folder()?;
    let held = folder.read(&Progress::new(options.common.is_quiet))?;
    held.require_valid(&folder)?;
    terminal::report(&held.warnings());
    let mut ledgers = held.ledgers;
    add_missing_ledgers(&held.archive, &mut ledgers, &folder);
    let mut shelf = Shelf { archive: held.archive, ledgers, command: command(&folder) };
    if options.record { record(&mut shelf, options.on.or_else(today)) } else { Ok(compare(&shelf)) }
}

/// Returns the command that records the ids of a site.
fn command(folder: &Folder) -> String {
    format!("onrecord ids --record {}", terminal::path(folder.root()))
}

fn options(mut parser: lexopt::Parser) -> Result<Options, Failure> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("record") => options.record = true,
            Long("on") => {
                let day = parser.value()?.string()?;
                let parsed = parse_day(&day);
                let wrong = || {
                    Failure::Usage(format!("{day:?} is not a valid date: write it as YYYY-MM-DD"))
                };
                options.on = Some(parsed.ok_or_else(wrong)?);
            }
            other => options.common.take(other)?,
        }
    }
    Ok(options)
}

/// Returns today's date in UTC, from the system clock.
pub fn today() -> Option<Day> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let date = chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?.date_naive();
    parse_day(&date.to_string())
}

/// Checks that every id is recorded.
///
/// # Errors
/// If an id is not recorded. The message lists them and the command that records them.
pub fn require_recorded(
    folder: &Folder,
    archive: &Archive,
    ledgers: &[(PathBuf, Ledger)],
) -> Result<(), Failure> {
    let mut report = String::new();
    // A preview contains drafts, which nobody should link to.
    for dossier in archive.dossiers.iter().filter_map(|dossier| dossier.without_drafts()) {
        let dossier = &dossier;
        let ledger = ledgers.iter().map(|(_, ledger)| ledger).find(|it| it.dossier == dossier.id);
        let new = || Ledger::new(dossier.id.clone());
        let changes = ledger.map_or_else(|| new().changes(dossier), |it| it.changes(dossier));
        let lines =
            changes.iter().map(|change| format!("  {}: {}\n", dossier.id, describe(change)));
        report.extend(lines);
    }
    if report.is_empty() {
        return Ok(());
    }
    Err(Failure::Input(format!(
        "failed to build for a public address (other people will link to these ids, and they are \
         not recorded)\n{report}  to record them, run: {}",
        command(folder)
    )))
}

/// Adds an empty ledger for each dossier that has none.
fn add_missing_ledgers(archive: &Archive, ledgers: &mut Vec<(PathBuf, Ledger)>, folder: &Folder) {
    for dossier in &archive.dossiers {
        if !ledgers.iter().any(|(_, ledger)| ledger.dossier == dossier.id) {
            let file = folder.published().join(format!("{}.json", dossier.id));
            ledgers.push((file, Ledger::new(dossier.id.clone())));
        }
    }
}

/// Prints the ids that are not recorded yet.
fn compare(shelf: &Shelf) -> ExitCode {
    let mut is_current = true;
    for (file, ledger) in &shelf.ledgers {
        let name = terminal::path(file);
        let Some(dossier) = shelf.archive.dossier(ledger.dossier.as_str()) else {
            terminal::say(format_args!("{name}: the dossier was removed, as the ledger says"));
            continue;
        };
        let changes = ledger.changes(dossier);
        if changes.is_empty() {
            terminal::say(format_args!("{name}: up to date ({})", tally(ledger)));
        } else {
            is_current = false;
            terminal::say(format_args!("{name}: not up to date ({})", tally(ledger)));
            changes.iter().for_each(|change| terminal::say(format_args!("  {}", describe(change))));
        }
    }
    if is_current {
        return ExitCode::SUCCESS;
    }
    terminal::say(format_args!("before you publish, run: {}", shelf.command));
    ExitCode::FAILURE
}

/// Counts the entries, as in `15 statements, 9 actors, 1 removed`.
fn tally(ledger: &Ledger) -> String {
    let mut parts = Vec::new();
    let mut removed = 0;
    for kind in IdKind::ALL {
        let entries = ledger.entries(kind);
        removed += entries.iter().filter(|entry| entry.gone.is_some()).count();
        let current = entries.iter().filter(|entry| entry.gone.is_none()).count();
        parts.push(count(current, kind.name(), kind.field()));
    }
    if removed > 0 {
        parts.push(format!("{removed} removed"));
    }
    parts.join(", ")
}

fn describe(change: &Change) -> String {
    let what = match change.what {
        Changed::New => "new".to_owned(),
        Changed::Corrected => "changed, with a correction".to_owned(),
        Changed::Silently(since) => {
            format!("changed, and has no correction dated {} or later", since.iso())
        }
    };
    format!("{} \"{}\": {what}", change.kind.name(), change.id)
}

/// Writes the ledgers: all of them, or none if a statement changed without a correction.
fn record(shelf: &mut Shelf, on: Option<Day>) -> Result<ExitCode, Failure> {
    let on = on.ok_or_else(|| {
        let message = "failed to read today's date from the system clock: pass it with --on";
        Failure::Usage(message.to_owned())
    })?;
    let Shelf { archive, ledgers, command: _ } = shelf;
    let mut uncorrected = String::new();
    let mut texts = Vec::new();
    for (file, ledger) in ledgers {
        let before = ledger_json(ledger);
        if let Some(dossier) = archive.dossier(ledger.dossier.as_str()) {
            uncorrected.extend(uncorrected_changes(ledger, dossier, on));
            ledger.record(dossier, on);
        }
        texts.push((file, before != ledger_json(ledger), ledger));
    }
    if !uncorrected.is_empty() {
        return Err(Failure::Input(format!(
            "failed to record ids (published statements changed without a correction; nothing was \
             written)\n{uncorrected}"
        )));
    }
    for (file, is_new, ledger) in texts {
        if is_new || !file.exists() {
            replace(file, ledger_json(ledger).as_bytes())?;
        }
        let outcome = if is_new { "recorded" } else { "up to date" };
        terminal::say(format_args!("{}: {outcome} ({})", terminal::path(file), tally(ledger)));
    }
    Ok(ExitCode::SUCCESS)
}

/// Lists the statements that changed without a correction, and what to add to the dossier.
fn uncorrected_changes(ledger: &Ledger, dossier: &Dossier, on: Day) -> Option<String> {
    let changes = ledger.changes(dossier);
    let silent = changes.iter().filter(|change| matches!(change.what, Changed::Silently(_)));
    let silent: Vec<&Change> = silent.collect();
    if silent.is_empty() {
        return None;
    }
    let lines: String = silent.iter().map(|change| format!("  {}\n", describe(change))).collect();
    let ids: Vec<String> = silent.iter().map(|change| format!("\"{}\"", change.id)).collect();
    Some(format!(
        "{}:\n{lines}  add this to \"corrections\" in the dossier and say what changed; if the \
         article's text changed, write \"text\" instead of \"annotation\":\n  \
         {{ \"on\": \"{}\", \"of\": \"annotation\", \"what\": \"…\", \"statements\": [{}] }}\n",
        dossier.id,
        on.iso(),
        ids.join(", ")
    ))
}
