//! `onrecord check`: reports the problems in dossiers to their author, and those of a whole site.

use super::folder::{DossierFile, Drafts, FileReport, Folder};
use super::progress::Progress;
use super::{Failure, input, report, terminal};
use crate::load::{Diagnostic, Severity, Stretch, stretches, visible};
use crate::model::{Coverage, Dossier};
use crate::text::count;
use serde::Serialize;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// An element of the list in JSON.
#[derive(Serialize)]
#[serde(untagged)]
enum Listed {
    /// A problem.
    Problem(Diagnostic),
    /// Words that nothing accounts for. They are no problem, and do not change the exit code.
    Left(Left),
}

/// Words that nothing accounts for, as an element of the list in JSON.
#[derive(Serialize)]
struct Left {
    severity: &'static str,
    code: &'static str,
    file: String,
    path: String,
    message: String,
    #[serde(flatten)]
    stretch: Stretch,
}

impl Left {
    fn of(file: &str, stretch: Stretch) -> Self {
        let path = match stretch.paragraph.checked_sub(1) {
            Some(position) => format!("article.paragraphs[{position}]"),
            None => "article.dateline".to_owned(),
        };
        Self {
            severity: "info",
            code: "not-accounted-for",
            file: file.to_owned(),
            path,
            message: match stretch.paragraph {
                0 => format!("nothing accounts for {} in the dateline", quoted(&stretch)),
                number => {
                    format!("nothing accounts for {} in paragraph {number}", quoted(&stretch))
                }
            },
            stretch,
        }
    }
}

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
    let mut all: Vec<Listed> = Vec::new();
    let mut all_valid = true;
    for place in places {
        let (reports, summary, left) = if place.is_dir() {
            let (reports, summary) = check_site(&place, &progress)?;
            (reports, summary, Vec::new())
        } else {
            let (report, summary, left) = check_file(&place);
            (report.into_iter().collect(), summary, left)
        };
        for report in &reports {
            all_valid &= report.is_valid;
            if !json {
                terminal::report(&report::render(&report.source(), &report.problems, coloured));
            }
        }
        if !json {
            terminal::say(format!("{summary}{}", list_left(&left)));
        }
        let problems = reports.into_iter().flat_map(|report| report.problems);
        all.extend(problems.map(Listed::Problem));
        all.extend(left.into_iter().map(Listed::Left));
    }
    if json {
        let text = serde_json::to_string_pretty(&all)
            .map_err(|error| Failure::Input(format!("failed to write JSON ({error})")))?;
        terminal::json(&text);
    }
    Ok(if all_valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks a dossier. Returns its problems, if there are any, a line that sums it up, and the words that
/// nothing accounts for.
fn check_file(file: &Path) -> (Option<FileReport>, String, Vec<Left>) {
    // A file that cannot be read is reported like any other problem, and the rest are checked.
    let loaded = DossierFile::load(file, Drafts::Shown);
    let DossierFile { name, dossier, mut report, .. } = loaded;
    let is_missing = file.as_os_str() != input::STANDARD_INPUT && !file.exists();
    let unread = report.as_mut().and_then(|report| report.problems.first_mut());
    if let Some(unread) = unread.filter(|_| is_missing) {
        unread.hints.push("name a dossier, or the folder of a site".to_owned());
    }
    let problems = report.as_ref().map_or(&[][..], |report| &report.problems);
    let summary = match &dossier {
        Some(dossier) => format!("{}{}", summary(dossier), to_dos(problems)),
        None => report::tally(problems),
    };
    let summary = format!("{}: {summary}", visible(&name));
    let left = dossier.iter().flat_map(|dossier| stretches(dossier));
    let left = left.map(|stretch| Left::of(&name, stretch)).collect();
    (report, summary, left)
}

/// Returns the lines that list the words that nothing accounts for, each after a line break. Empty if
/// there are none.
fn list_left(left: &[Left]) -> String {
    let line = |left: &Left| {
        let words = visible(&left.stretch.words);
        match left.stretch.paragraph {
            0 => format!("\n    dateline: {words}"),
            number => format!("\n    paragraph {number}: {words}"),
        }
    };
    let head = if left.is_empty() { "" } else { "\n  nothing accounts for" };
    left.iter().fold(head.to_owned(), |lines, left| lines + &line(left))
}

fn quoted(stretch: &Stretch) -> String {
    format!("\"{}\"", visible(&stretch.words))
}

/// Checks a site. Returns the problems of its files, and a line that sums it up.
fn check_site(place: &Path, progress: &Progress) -> Result<(Vec<FileReport>, String), Failure> {
    let folder = Folder::at(place)?;
    let held = folder.read(progress)?;
    let is_current = place == Path::new(".");
    let name = if is_current { "site".to_owned() } else { terminal::path(place) };
    let dossiers = &held.archive.dossiers;
    let mut parts = vec![
        count(dossiers.len(), "valid dossier", "valid dossiers"),
        count(dossiers.iter().map(|it| it.statements.len()).sum(), "statement", "statements"),
    ];
    let broken = held.reports.iter().filter(|report| !report.is_valid).count();
    if broken > 0 {
        parts.push(format!("errors in {}", count(broken, "file", "files")));
    }
    if held.left_out > 0 {
        parts.push(count(held.left_out, "draft dossier", "draft dossiers"));
    }
    let all: Vec<&Diagnostic> = held.reports.iter().flat_map(|report| &report.problems).collect();
    let is_to_do = |problem: &&&Diagnostic| problem.severity == Severity::ToDo;
    let to_dos = all.iter().filter(is_to_do).count();
    parts.push(match all.len() - to_dos {
        0 => "no problems".to_owned(),
        problems => count(problems, "problem", "problems"),
    });
    if to_dos > 0 {
        parts.push(count(to_dos, "to-do", "to-dos"));
    }
    Ok((held.reports, format!("{name}: {}", parts.join(", "))))
}

/// Returns the number of to-dos, for the end of a line.
fn to_dos(problems: &[Diagnostic]) -> String {
    match problems.iter().filter(|problem| problem.severity == Severity::ToDo).count() {
        0 => String::new(),
        many => format!("; {}", count(many, "to-do", "to-dos")),
    }
}

/// Returns one line with the counts and the coverage of a valid dossier.
fn summary(dossier: &Dossier) -> String {
    let coverage = Coverage::of(dossier).total();
    let drafts = dossier.statements.iter().filter(|statement| statement.draft).count();
    let statements = count(dossier.statements.len(), "statement", "statements");
    let statements = match (dossier.draft, drafts) {
        (true, _) => format!("draft of {statements}"),
        (false, 0) => statements,
        (false, drafts) => format!("{statements} ({})", count(drafts, "draft", "drafts")),
    };
    format!(
        "{}, {}, {}, {}; {}: {} in statements, {} in evidence, {} in background, {} in none",
        statements,
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
