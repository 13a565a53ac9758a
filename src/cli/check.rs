//! `onrecord check`: reports the problems in dossiers to their author, and those of a whole site.

use super::folder::{DossierFile, FileReport, Folder};
use super::progress::Progress;
use super::{Failure, input, report};
use crate::load::{Diagnostic, visible};
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
        let (reports, summary) = if place.is_dir() {
            check_site(&place, &progress)?
        } else {
            let (report, summary) = check_file(&place);
            (report.into_iter().collect(), summary)
        };
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

/// Checks a dossier. Returns its problems, if there are any, and a line that sums it up.
fn check_file(file: &Path) -> (Option<FileReport>, String) {
    // A file that cannot be read is reported like any other problem, and the rest are checked.
    let DossierFile { name, dossier, mut report, .. } = DossierFile::load(file);
    let is_missing = file.as_os_str() != input::STANDARD_INPUT && !file.exists();
    let unread = report.as_mut().and_then(|report| report.problems.first_mut());
    if let Some(unread) = unread.filter(|_| is_missing) {
        unread.hints.push("name a dossier, or the folder of a site".to_owned());
    }
    let problems = report.as_ref().map_or(&[][..], |report| &report.problems);
    let summary = match &dossier {
        Some(dossier) => summary(dossier),
        None => report::tally(problems),
    };
    let summary = format!("{}: {summary}", visible(&name));
    (report, summary)
}

/// Checks a site. Returns the problems of its files, and a line that sums it up.
fn check_site(place: &Path, progress: &Progress) -> Result<(Vec<FileReport>, String), Failure> {
    let folder = Folder::at(place)?;
    let held = folder.read(progress)?;
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
