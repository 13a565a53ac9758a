//! The programs for browsers inside the command: the app and the annotator.

use super::{Failure, terminal};
use crate::model::{Annotator, Settings};
use crate::prerender::{App, Program, Shell};
use std::fs;
use std::path::Path;

const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/app.js"));
const WASM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/app_bg.wasm"));
const ANNOTATOR_MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/annotator.js"));
const ANNOTATOR_WASM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/annotator_bg.wasm"));

/// Returns the shell of a site with the programs that are inside the command, or with those that were just
/// built in a folder. If the folder has only the app, as Trunk builds it, the annotator is that of the command.
///
/// # Errors
/// If there is no app.
pub fn shell(folder: Option<&Path>) -> Result<Shell, Failure> {
    let app = match folder {
        Some(folder) => in_folder(folder)?,
        None => App {
            reader: Program { module: MODULE.to_vec(), wasm: WASM.to_vec() },
            annotator: built_in_annotator(),
        },
    };
    if app.reader.wasm.is_empty() {
        return Err(Failure::Input(
            "this program was compiled without its app: run 'make app', then compile it again"
                .to_owned(),
        ));
    }
    Ok(Shell::new(app))
}

/// Returns the annotator of a site that is served: always there, unless the command was compiled without.
pub fn served_annotator(shell: &Shell) -> Annotator {
    let has_one = !shell.annotator.wasm.bytes.is_empty();
    if has_one { Annotator::SiteFiles } else { Annotator::Omitted }
}

/// Checks that the command has the annotator, if the settings ask for it.
///
/// # Errors
/// If it was compiled without.
pub fn require_annotator(settings: &Settings, shell: &Shell) -> Result<(), Failure> {
    if settings.annotator == Annotator::Omitted || !shell.annotator.wasm.bytes.is_empty() {
        return Ok(());
    }
    Err(Failure::Input(
        "onrecord.toml asks for the annotator, but this program was compiled without it: run 'make app', \
         then compile it again"
            .to_owned(),
    ))
}

fn built_in_annotator() -> Program {
    Program { module: ANNOTATOR_MODULE.to_vec(), wasm: ANNOTATOR_WASM.to_vec() }
}

/// Finds the programs in a folder, in which their files are named as wasm-bindgen or as Trunk names them.
fn in_folder(folder: &Path) -> Result<App, Failure> {
    let failed = |error: std::io::Error| {
        Failure::Input(format!("failed to read {} ({error})", terminal::path(folder)))
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.extend(entry.map_err(failed)?.file_name().into_string());
    }
    let find =
        |start: &str, end: &str| names.iter().find(|it| it.starts_with(start) && it.ends_with(end));
    let read = |start: &str, end: &str| {
        let missing = || {
            Failure::Input(format!(
                "failed to find the app in {} (no {start}*{end})",
                terminal::path(folder)
            ))
        };
        fs::read(folder.join(find(start, end).ok_or_else(missing)?)).map_err(failed)
    };
    let program = |start: &str| -> Result<Program, Failure> {
        Ok(Program { module: read(start, ".js")?, wasm: read(start, "_bg.wasm")? })
    };
    let annotator = match find("annotator", ".js") {
        Some(_) => program("annotator")?,
        None => built_in_annotator(),
    };
    Ok(App { reader: program("app")?, annotator })
}
