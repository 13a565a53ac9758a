//! Writes a generated dossier, for a site of any size: `cargo run --example sample -- 200 FILE`.

#[path = "../../tests/support/generate.rs"]
mod generate;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let written = match arguments.as_slice() {
        [statements, file] => write(statements, Path::new(file)),
        _ => Err("usage: sample STATEMENTS FILE".to_owned()),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(statements: &str, file: &Path) -> Result<(), String> {
    let statements: usize =
        statements.parse().map_err(|e| format!("failed to read {statements:?} ({e})"))?;
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, generate::dossier_json(statements)))
        .map_err(|e| format!("failed to write {} ({e})", file.display()))
}
