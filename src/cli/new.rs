//! `onrecord new`: makes the folder of a site, with settings to edit and an example.

use super::files::{failed, write};
use super::folder::{DOSSIERS, SETTINGS};
use super::{Failure, folder_argument, terminal};
use crate::load::{dossier_schema, ledger_schema};
use crate::prerender::pretty;
use std::fs;
use std::process::ExitCode;

const EXAMPLE_SETTINGS: &str = include_str!("../../static/new/onrecord.toml");
const GUIDE: &str = include_str!("../../static/new/README.md");
const EXAMPLE: &str = include_str!("../../static/new/dossiers/example.json");
const EXAMPLE_TEXT: &str = include_str!("../../static/new/dossiers/example.txt");

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, the folder is not empty, or a file cannot be written.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = folder_argument(parser)?;
    let name = terminal::path(&folder);
    if folder.exists() {
        let mut entries = fs::read_dir(&folder).map_err(|error| failed("read", &folder, &error))?;
        if entries.next().is_some() {
            return Err(Failure::Input(format!(
                "failed to make a site in {name} (the folder is not empty): name a new one"
            )));
        }
    }
    write(&folder.join(SETTINGS), EXAMPLE_SETTINGS.as_bytes())?;
    write(&folder.join("README.md"), GUIDE.as_bytes())?;
    write(&folder.join(DOSSIERS).join("example.json"), EXAMPLE.as_bytes())?;
    write(&folder.join(DOSSIERS).join("example.txt"), EXAMPLE_TEXT.as_bytes())?;
    // With them, editors explain fields and find mistakes while an author types.
    write(&folder.join("dossier.schema.json"), pretty(&dossier_schema()).as_bytes())?;
    write(&folder.join("ledger.schema.json"), pretty(&ledger_schema()).as_bytes())?;
    terminal::say(format_args!(
        "made a site in {name}\n  read:       {name}/README.md\n  see it:     onrecord serve {name}\n  \
         edit:       {name}/{DOSSIERS}/example.json and {name}/{SETTINGS}\n  publish it: onrecord build {name} \
         --out DIR"
    ));
    Ok(ExitCode::SUCCESS)
}
