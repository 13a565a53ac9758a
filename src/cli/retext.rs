//! `onrecord retext`: moves the annotation of a dossier to an edited article.

use super::files::replace;
use super::ids::today;
use super::options::changed_files;
use super::{Failure, difference, input, report, terminal};
use crate::load::{Severity, load_with, paragraphs, visible};
use crate::revise::{Moved, Retexted, retext_with};
use crate::text::count;
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, a file cannot be read or written, or the dossier has errors.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let (files, is_dry) = changed_files(parser)?;
    let [dossier, text] = files.as_slice() else {
        let message = "name two files: a dossier, and its new text".to_owned();
        return Err(Failure::Usage(message));
    };
    let (bytes, paragraphs) = (input::require(dossier)?, new_text(text)?);
    let name = input::name(dossier);
    let beside = |name: &str| dossier.with_file_name(name);
    let read = |name: &str| {
        if is_same(&beside(name), text) {
            return Err(
                "it is the new text, and the old one is needed too: save the new text under \
                        another name, and restore the old one"
                    .to_owned(),
            );
        }
        input::read_beside(dossier, &beside(name))
    };
    let Moved { dossier: moved, text } =
        retext_with(&name, &bytes, &paragraphs, &read).map_err(|problems| {
            let source = String::from_utf8_lossy(&bytes);
            let report = report::render(&source, &problems, false);
            Failure::Input(format!(
                "failed to move the annotation (the dossier has problems: fix them first)\n{report}"
            ))
        })?;
    let before = String::from_utf8_lossy(&bytes);
    let mut changed = vec![(dossier.clone(), before.into_owned(), moved.file.clone())];
    if let Some((name, new)) = &text {
        let old = read(name).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        changed.push((beside(name), old.unwrap_or_default(), new.clone()));
    }
    // The text first: if the second file cannot be written, the dossier still has its old quotes.
    for (path, before, after) in changed.iter().rev().filter(|(_, before, after)| before != after) {
        match is_dry {
            true => difference::show(&input::name(path), before, after),
            false => replace(path, after.as_bytes())?,
        }
    }
    terminal::say(summary(&name, &moved).trim_end_matches('\n'));
    let new_text =
        |_: &str| Ok(text.as_ref().map(|(_, new)| new.as_bytes().to_vec()).unwrap_or_default());
    let loaded = load_with(&name, moved.file.as_bytes(), &new_text);
    let is_error = |severity| severity == Severity::Error;
    if loaded.diagnostics.iter().any(|problem| is_error(problem.severity)) {
        terminal::report(&report::render(&moved.file, &loaded.diagnostics, false));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns true if two paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(one).is_some_and(|one| Some(one) == real(other))
}

/// Reads the paragraphs of the new text.
fn new_text(file: &Path) -> Result<Vec<String>, Failure> {
    let failed = |what: &str| Failure::Input(format!("{}: {what}", visible(&input::name(file))));
    let bytes = input::require(file)?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| failed("the text is not valid UTF-8: save the file as UTF-8"))?;
    if text.trim_start().starts_with('{') {
        return Err(failed("this is JSON: name a plain text file with the edited article"));
    }
    let paragraphs = paragraphs(text);
    if paragraphs.is_empty() {
        return Err(failed("the text is empty"));
    }
    Ok(paragraphs)
}

/// Describes what changed, for a person who has to review it.
fn summary(name: &str, moved: &Retexted) -> String {
    let mut out = format!(
        "{}: {} with the same words, {} to review\n",
        visible(name),
        count(moved.kept, "quote", "quotes"),
        moved.review.len()
    );
    for change in &moved.review {
        let now: Vec<String> = change
            .now
            .iter()
            .map(|(unit, words)| match unit {
                0 => format!("“{}” (dateline)", visible(words)),
                unit => format!("“{}” (paragraph {unit})", visible(words)),
            })
            .collect();
        let now = if now.is_empty() { "its words are gone".to_owned() } else { now.join(" ") };
        out += &format!("  {}: “{}” → {now}\n", visible(&change.path), visible(&change.was));
    }
    let day = today().map(|day| day.iso()).unwrap_or_default();
    if let Some(correction) = moved.correction(&day) {
        out += "If readers could have cited the old words, add to \"corrections\", in your own words:\n";
        out += &format!("  {}\n", visible(&correction));
    }
    out
}
