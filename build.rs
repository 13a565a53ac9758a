//! Validates the dossiers and compiles them into the crate.
//!
//! The loader is the one that `onrecord check` runs: a broken dossier fails any build with the full
//! report. `ONRECORD_DOSSIERS` names another folder than `static/dossiers`, `ONRECORD_SETTINGS` another
//! file than `onrecord.toml`.

#![allow(dead_code, unused_imports, reason = "the build uses part of the rooms that it borrows")]
#![allow(missing_docs, reason = "the documentation stands in the rooms themselves")]

#[path = "src/query/compat.rs"]
mod compat;
#[path = "src/query/letters.rs"]
mod letters;
#[path = "src/load/mod.rs"]
mod load;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/query/pack.rs"]
mod pack;
#[path = "src/cli/report.rs"]
mod report;
#[path = "src/query/table.rs"]
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
    println!("cargo:rerun-if-changed=src/cli/report.rs");
    println!("cargo:rerun-if-changed=src/query");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let folder =
        std::env::var_os("ONRECORD_DOSSIERS").map_or(root.join("static/dossiers"), PathBuf::from);
    println!("cargo:rerun-if-changed={}", folder.display());
    let archive = archive(&root, &folder)?;
    settings(&root)?;
    let pack = |archive: &model::Archive| {
        postcard::to_allocvec(archive).map_err(|e| format!("failed to pack the dossiers ({e})"))
    };
    let whole = pack(&archive)?;
    let lean = archive.dossiers.iter().map(|dossier| Rc::new((**dossier).clone().for_lists()));
    let lists = pack(&model::Archive { dossiers: lean.collect() })?;
    let folds = pack::pack(letters::packed().map(|c| (c, letters::letters(c))));
    let corrections: Vec<_> = archive.dossiers.iter().map(|d| &d.corrections).collect();
    let corrections = postcard::to_allocvec(&corrections)
        .map_err(|e| format!("failed to pack the corrections ({e})"))?;
    write("archive.postcard", &whole)?;
    write("corrections.postcard", &corrections)?;
    write("lists.postcard", &lists)?;
    write("fold.bin", &folds)
}

/// Checks the settings, and keeps them for the pages. The name is a constant of the app.
fn settings(root: &Path) -> Result<(), String> {
    println!("cargo:rerun-if-env-changed=ONRECORD_SETTINGS");
    let file =
        std::env::var_os("ONRECORD_SETTINGS").map_or(root.join("onrecord.toml"), PathBuf::from);
    println!("cargo:rerun-if-changed={}", file.display());
    let text = match std::fs::read_to_string(&file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|e| format!("failed to read {} ({e})", file.display()))?,
    };
    let settings = load::settings(&file.display().to_string(), &text)?;
    println!("cargo:rustc-env=ONRECORD_NAME={}", settings.name.as_deref().unwrap_or("On Record"));
    write("settings.toml", text.as_bytes())
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let target = Path::new(&variable("OUT_DIR")?).join(name);
    std::fs::write(&target, bytes)
        .map_err(|e| format!("failed to write {} ({e})", target.display()))
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set: run this by cargo"))
}

fn archive(root: &Path, folder: &Path) -> Result<model::Archive, String> {
    let unreadable = |e| format!("failed to read {} ({e})", folder.display());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(unreadable)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let mut dossiers: Vec<Rc<model::Dossier>> = Vec::new();
    let mut reports = String::new();
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        let bytes = std::fs::read(&file).map_err(|e| format!("failed to read {name} ({e})"))?;
        let loaded = load::load(&name, &bytes);
        let told = report::render(&String::from_utf8_lossy(&bytes), &loaded.diagnostics, false);
        match loaded.dossier {
            Some(dossier) => {
                if let Some(twin) = dossiers.iter().find(|other| other.id == dossier.id) {
                    return Err(format!(
                        "{name}: another dossier has the id \"{}\" already",
                        twin.id
                    ));
                }
                dossiers.push(Rc::new(dossier));
                // A build goes on with warnings, but does not swallow them.
                told.lines().for_each(|line| println!("cargo:warning={line}"));
            }
            None => {
                reports.push_str(&format!("{told}{name}: {}\n", report::tally(&loaded.diagnostics)))
            }
        }
    }
    if !reports.is_empty() {
        return Err(reports);
    }
    if dossiers.is_empty() {
        return Err(format!("there is no dossier in {}", folder.display()));
    }
    dossiers.sort_by(|a, b| b.article.published.cmp(&a.article.published).then(a.id.cmp(&b.id)));
    Ok(model::Archive { dossiers })
}
