//! Writes generated dossiers, for a site of any size: `cargo run --example sample -- 200 FILE` writes one
//! with 200 statements, and `sample -- 22 FOLDER 100` a hundred with 22 each.

#[path = "../../tests/support/generate.rs"]
mod generate;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let written = match arguments.as_slice() {
        [statements, file] => one(statements, Path::new(file)),
        [statements, folder, dossiers] => many(statements, Path::new(folder), dossiers),
        _ => Err("usage: sample STATEMENTS FILE, or sample STATEMENTS FOLDER DOSSIERS".to_owned()),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn one(statements: &str, file: &Path) -> Result<(), String> {
    write(file, &generate::dossier_json(number(statements)?))
}

/// Writes dossiers that differ only in their ids.
fn many(statements: &str, folder: &Path, dossiers: &str) -> Result<(), String> {
    let statements = number(statements)?;
    let json = generate::dossier_json(statements);
    let id = format!("\"made-{statements}\"");
    for n in 1..=number(dossiers)? {
        let own = format!("made-{statements}-{n}");
        write(&folder.join(format!("{own}.json")), &json.replace(&id, &format!("\"{own}\"")))?;
    }
    Ok(())
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|e| format!("failed to read {text:?} ({e})"))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, text))
        .map_err(|e| format!("failed to write {} ({e})", file.display()))
}
