//! `onrecord check`: reports the problems in dossiers to their author, and those of a whole site.

use super::folder::{FileReport, Folder};
use super::progress::Progress;
use super::{Failure, input, report};
use crate::load::{Diagnostic, Loaded, load, visible};
use crate::model::{Coverage, Dossier};
use crate::text::count;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, or a folder is not that of a site.
pub fn run(mut parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    use lexopt::prelude::*;
    let (mut places, mut json, mut is_quiet) = (Vec::new(), false, false);
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
            Long("quiet") | Short('q') => is_quiet = true,
            Value(place) => places.push(PathBuf::from(place)),
            other => return Err(other.unexpected().into()),
        }
    }
    if places.is_empty() {
        places.push(PathBuf::from("."));
    }
    let progress = Progress::new(is_quiet || json);
    let coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut all: Vec<Diagnostic> = Vec::new();
    let mut all_valid = true;
    for place in places {
        let (reports, summary) =
            if place.is_dir() { check_site(&place, &progress)? } else { check_file(&place) };
        for report in &reports {
            all_valid &= report.is_valid;
            if !json {
                eprint!("{}", report::render(&report.source(), &report.problems, coloured));
            }
        }
        if !json {
            println!("{summary}");
        }
        all.extend(reports.into_iter().flat_map(|report| report.problems));
    }
    if json {
        let text = serde_json::to_string_pretty(&all)
            .map_err(|error| Failure::Input(format!("failed to write JSON ({error})")))?;
        println!("{text}");
    }
    Ok(if all_valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks a dossier. Returns its problems and a line that sums it up.
fn check_file(file: &Path) -> (Vec<FileReport>, String) {
    let name = input::name(file);
    // A file that cannot be read is reported like any other problem, and the rest are checked.
    let (bytes, Loaded { dossier, diagnostics }) = match input::read(file) {
        Ok(bytes) => {
            let loaded = load(&name, &bytes);
            (bytes, loaded)
        }
        Err(mut unread) => {
            if file.as_os_str() != input::STANDARD_INPUT && !file.exists() {
                unread.hints.push("name a dossier, or the folder of a site".to_owned());
            }
            (Vec::new(), Loaded { dossier: None, diagnostics: vec![*unread] })
        }
    };
    let shown = visible(&name);
    let summary = match &dossier {
        Some(dossier) => format!("{shown}: {}", summary(dossier)),
        None => format!("{shown}: {}", report::tally(&diagnostics)),
    };
    let is_valid = dossier.is_some();
    (vec![FileReport { name, bytes, problems: diagnostics, is_valid }], summary)
}

/// Checks a site. Returns the problems of its files, and a line that sums it up.
fn check_site(place: &Path, progress: &Progress) -> Result<(Vec<FileReport>, String), Failure> {
    let folder = Folder::at(place)?;
    let held = folder.read(&|done, all| progress.say("checking dossiers", done, all));
    progress.end();
    let held = held?;
    let is_current = place == Path::new(".");
    let name = if is_current { "site".to_owned() } else { visible(&place.display().to_string()) };
    let dossiers = &held.archive.dossiers;
    let mut parts = vec![
        count(dossiers.len(), "valid dossier", "valid dossiers"),
        count(dossiers.iter().map(|it| it.statements.len()).sum(), "statement", "statements"),
    ];
    let broken = held.reports.iter().filter(|report| !report.is_valid).count();
    if broken > 0 {
        parts.push(format!("errors in {}", count(broken, "file", "files")));
    }
    let problems: usize = held.reports.iter().map(|report| report.problems.len()).sum();
    parts.push(match problems {
        0 => "no problems".to_owned(),
        _ => count(problems, "problem", "problems"),
    });
    Ok((held.reports, format!("{name}: {}", parts.join(", "))))
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
