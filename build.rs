//! Validates the dossiers and compiles them into the crate.
//!
//! The loader is the one that `onrecord check` runs: a broken dossier fails any build with the full
//! report, and so does one without an id that was published. `ONRECORD_DOSSIERS` names another folder
//! than `static/dossiers`, `ONRECORD_PUBLISHED` another for the ledgers than the one beside it,
//! `ONRECORD_SETTINGS` another file than `onrecord.toml`.

#![allow(dead_code, unused_imports, reason = "the build uses part of the rooms that it borrows")]
#![allow(missing_docs, reason = "the documentation stands in the rooms themselves")]

#[path = "src/query/fold/characters.rs"]
mod characters;
#[path = "src/query/fold/compatibility.rs"]
mod compatibility;
#[path = "src/cli/input.rs"]
mod input;
#[path = "src/load/mod.rs"]
mod load;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/query/fold/pack.rs"]
mod pack;
#[path = "src/cli/report.rs"]
mod report;
#[path = "src/cli/shelf.rs"]
mod shelf;
#[path = "src/query/fold/table.rs"]
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    println!("cargo:rerun-if-env-changed=ONRECORD_DOSSIERS");
    println!("cargo:rerun-if-changed=src/model");
    println!("cargo:rerun-if-changed=src/load");
    println!("cargo:rerun-if-env-changed=ONRECORD_PUBLISHED");
    println!("cargo:rerun-if-changed=src/cli/report.rs");
    println!("cargo:rerun-if-changed=src/cli/shelf.rs");
    println!("cargo:rerun-if-changed=src/cli/input.rs");
    println!("cargo:rerun-if-changed=src/query");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let folder =
        std::env::var_os("ONRECORD_DOSSIERS").map_or(root.join("static/dossiers"), PathBuf::from);
    println!("cargo:rerun-if-changed={}", folder.display());
    let published = std::env::var_os("ONRECORD_PUBLISHED")
        .map_or_else(|| shelf::published_beside(&folder), PathBuf::from);
    println!("cargo:rerun-if-changed={}", published.display());
    let shelf = shelf::read(&root, &folder, &published)?;
    // A build goes on with warnings, but does not swallow them.
    shelf.warnings.lines().for_each(|line| println!("cargo:warning={line}"));
    let archive = shelf.archive;
    settings(&root)?;
    let lean = archive.dossiers.iter().map(|dossier| Rc::new((**dossier).clone().for_lists()));
    let lists = model::Archive { dossiers: lean.collect() };
    let folds = pack::pack(characters::packed().map(|c| (c, characters::fold_char(c))));
    let corrections: Vec<_> = archive.dossiers.iter().map(|d| &d.corrections).collect();
    let ledgers: Vec<model::Ledger> = shelf.ledgers.into_iter().map(|(_, it)| it).collect();
    pack("archive.postcard", &archive)?;
    pack("corrections.postcard", &corrections)?;
    pack("ledgers.postcard", &ledgers)?;
    pack("lists.postcard", &lists)?;
    write("fold.bin", &folds)
}

/// Checks the settings, and keeps them for the pages.
fn settings(root: &Path) -> Result<(), String> {
    println!("cargo:rerun-if-env-changed=ONRECORD_SETTINGS");
    let file =
        std::env::var_os("ONRECORD_SETTINGS").map_or(root.join("onrecord.toml"), PathBuf::from);
    println!("cargo:rerun-if-changed={}", file.display());
    let text = match std::fs::read_to_string(&file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|e| format!("failed to read {} ({e})", file.display()))?,
    };
    load::settings(&file.display().to_string(), &text)?;
    write("settings.toml", text.as_bytes())
}

fn pack(name: &str, value: &impl serde::Serialize) -> Result<(), String> {
    let bytes = postcard::to_allocvec(value).map_err(|e| format!("failed to pack {name} ({e})"))?;
    write(name, &bytes)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let target = Path::new(&variable("OUT_DIR")?).join(name);
    std::fs::write(&target, bytes)
        .map_err(|e| format!("failed to write {} ({e})", target.display()))
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set: run this by cargo"))
}
