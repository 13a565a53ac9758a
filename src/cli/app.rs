//! The app inside the command.

use super::{Failure, terminal};
use crate::prerender::{App, Shell};
use std::fs;
use std::path::Path;

const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/app.js"));
const WASM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/app_bg.wasm"));

/// Returns the shell of a site with the app that is inside the command, or with one that was just
/// built in a folder.
///
/// # Errors
/// If there is no app.
pub fn shell(folder: Option<&Path>) -> Result<Shell, Failure> {
    let app = match folder {
        Some(folder) => in_folder(folder)?,
        None => App { module: MODULE.to_vec(), wasm: WASM.to_vec() },
    };
    if app.wasm.is_empty() {
        return Err(Failure::Input(
            "this program was compiled without its app: run 'make app', then compile it again"
                .to_owned(),
        ));
    }
    Ok(Shell::new(app))
}

/// Finds the app in a folder, in which its files are named as wasm-bindgen or as Trunk names them.
fn in_folder(folder: &Path) -> Result<App, Failure> {
    let failed = |error: std::io::Error| {
        Failure::Input(format!("failed to read {} ({error})", terminal::path(folder)))
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.extend(entry.map_err(failed)?.file_name().into_string());
    }
    let read = |end: &str| {
        let name = names.iter().find(|name| name.starts_with("app") && name.ends_with(end));
        let missing = || {
            Failure::Input(format!(
                "failed to find the app in {} (no app*{end})",
                terminal::path(folder)
            ))
        };
        fs::read(folder.join(name.ok_or_else(missing)?)).map_err(failed)
    };
    Ok(App { module: read(".js")?, wasm: read("_bg.wasm")? })
}
