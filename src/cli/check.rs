//! `onrecord check`: reports the problems in dossiers to their author.

use super::{Failure, USAGE, input, report};
use crate::load::{Diagnostic, Loaded, load, visible};
use crate::model::{Coverage, Dossier};
use crate::text::count;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong.
pub fn run(mut parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    use lexopt::prelude::*;
    let (mut files, mut json) = (Vec::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => {
                json = match parser.value()?.string()?.as_str() {
                    "json" => true,
                    "text" => false,
                    other => {
                        let message = format!("unknown format {other:?}: use text or json");
                        return Err(Failure::Usage(message));
                    }
                };
            }
            Long("help") | Short('h') => {
                print!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            Value(file) => files.push(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        let message = "missing argument: name the dossier files to check, or - for standard input";
        return Err(Failure::Usage(message.to_owned()));
    }
    let mut all: Vec<Diagnostic> = Vec::new();
    let mut all_valid = true;
    for file in files {
        let name = input::name(&file);
        // A file that cannot be read is reported like any other problem, and the rest are checked.
        let (bytes, loaded) = match input::read(&file) {
            Ok(bytes) => {
                let loaded = load(&name, &bytes);
                (bytes, loaded)
            }
            Err(unread) => (Vec::new(), Loaded { dossier: None, diagnostics: vec![*unread] }),
        };
        all_valid &= loaded.dossier.is_some();
        if !json {
            print_report(&name, &bytes, &loaded);
        }
        all.extend(loaded.diagnostics);
    }
    if json {
        let text = serde_json::to_string_pretty(&all)
            .map_err(|error| Failure::Input(format!("failed to write JSON ({error})")))?;
        println!("{text}");
    }
    Ok(if all_valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_report(name: &str, bytes: &[u8], loaded: &Loaded) {
    let coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let source = String::from_utf8_lossy(bytes);
    eprint!("{}", report::render(&source, &loaded.diagnostics, coloured));
    let name = visible(name);
    match &loaded.dossier {
        Some(dossier) => println!("{name}: {}", summary(dossier)),
        None => println!("{name}: {}", report::tally(&loaded.diagnostics)),
    }
}

/// Returns one line with the counts and the coverage of a valid dossier.
fn summary(dossier: &Dossier) -> String {
    let coverage = Coverage::of(dossier).total();
    format!(
        "{}, {}, {}, {}; {}: {} in statements, {} in evidence, {} in background, {} in none",
        count(dossier.statements.len(), "statement", "statements"),
        count(dossier.actors.len(), "actor", "actors"),
        count(dossier.figures.len(), "figure", "figures"),
        count(dossier.topics.len(), "topic", "topics"),
        count(coverage.words, "word", "words"),
        coverage.statements,
        coverage.evidence,
        coverage.background,
        coverage.uncovered,
    )
}
