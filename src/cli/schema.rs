//! `onrecord schema`: writes the JSON Schemas, which editors use.

use super::files::write;
use super::{Failure, folder_argument};
use crate::load::{dossier_schema, ledger_schema, published_schema};
use crate::prerender::pretty;
use std::process::ExitCode;

/// Writes the schemas to a folder.
///
/// # Errors
/// If the arguments are wrong or a file cannot be written.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = folder_argument(parser)?;
    write(&folder.join("dossier.schema.json"), pretty(&dossier_schema()).as_bytes())?;
    write(&folder.join("published.schema.json"), pretty(&published_schema()).as_bytes())?;
    write(&folder.join("ledger.schema.json"), pretty(&ledger_schema()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
