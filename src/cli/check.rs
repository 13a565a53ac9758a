//! `onrecord check`: what is wrong with a dossier, for its author.

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
/// Wrong arguments.
pub fn run(mut parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    use lexopt::prelude::*;
    let (mut files, mut json) = (Vec::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => {
                json = match parser.value()?.string()?.as_str() {
                    "json" => true,
                    "text" => false,
                    other => return Err(Failure::Usage(format!("{other:?} is no format"))),
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
        let message = "name the dossiers to check; - is standard input";
        return Err(Failure::Usage(message.to_owned()));
    }
    let mut all: Vec<Diagnostic> = Vec::new();
    let mut sound = true;
    for file in files {
        let name = input::name(&file);
        // A file that cannot be read is one with a problem: the others are told all the same.
        let (bytes, loaded) = match input::read(&file) {
            Ok(bytes) => {
                let loaded = load(&name, &bytes);
                (bytes, loaded)
            }
            Err(unread) => (Vec::new(), Loaded { dossier: None, diagnostics: vec![*unread] }),
        };
        sound &= loaded.dossier.is_some();
        if !json {
            tell(&name, &bytes, &loaded);
        }
        all.extend(loaded.diagnostics);
    }
    if json {
        let text = serde_json::to_string_pretty(&all)
            .map_err(|error| Failure::Input(format!("failed to write JSON ({error})")))?;
        println!("{text}");
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell(name: &str, bytes: &[u8], loaded: &Loaded) {
    let coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let source = String::from_utf8_lossy(bytes);
    eprint!("{}", report::render(&source, &loaded.diagnostics, coloured));
    let name = visible(name);
    match &loaded.dossier {
        Some(dossier) => println!("{name}: {}", found(dossier)),
        None => println!("{name}: {}", report::tally(&loaded.diagnostics)),
    }
}

/// One line on what was found.
fn found(dossier: &Dossier) -> String {
    let coverage = Coverage::of(dossier).total();
    format!(
        "{}, {}, {}, {}; of {} words {} in statements, {} in evidence, {} background, {} in none",
        count(dossier.statements.len(), "statement", "statements"),
        count(dossier.actors.len(), "actor", "actors"),
        count(dossier.figures.len(), "figure", "figures"),
        count(dossier.topics.len(), "topic", "topics"),
        coverage.words,
        coverage.statements,
        coverage.evidence,
        coverage.background,
        coverage.uncovered,
    )
}
