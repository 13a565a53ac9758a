//! `onrecord fix`: solves the problems of dossiers that have only one solution.

use super::files::replace;
use super::options::changed_files;
use super::{Failure, difference, input, report, terminal};
use crate::load::visible;
use crate::revise::{Fixed, fix};
use crate::text::count;
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, or a file cannot be read or written.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let (files, is_dry) = changed_files(parser)?;
    if files.is_empty() || files.iter().any(|file| file.as_os_str() == input::STANDARD_INPUT) {
        return Err(Failure::Usage("name the files of one or more dossiers".to_owned()));
    }
    let mut are_valid = true;
    for file in &files {
        are_valid &= one(file, is_dry)?;
    }
    Ok(if are_valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Fixes a file. Returns true if no error is left.
fn one(file: &Path, is_dry: bool) -> Result<bool, Failure> {
    let name = input::name(file);
    let bytes = input::require(file)?;
    let fixed = fix(&name, &bytes, &|text| input::read_beside(file, &file.with_file_name(text)));
    if let Some(text) = &fixed.text {
        let beside = file.with_file_name(&text.name);
        if is_dry {
            difference::show(&input::name(&beside), &text.before, &text.after);
        } else {
            replace(&beside, text.after.as_bytes())?;
        }
    }
    if !fixed.done.is_empty() {
        if is_dry {
            difference::show(&name, &String::from_utf8_lossy(&bytes), &fixed.file);
        } else {
            replace(file, fixed.file.as_bytes())?;
        }
    }
    terminal::say(summary(&name, &fixed, is_dry));
    terminal::report(&report::render(&fixed.file, &fixed.loaded.diagnostics, false));
    Ok(fixed.loaded.dossier.is_some())
}

/// Lists what was fixed, and counts what is left.
fn summary(name: &str, fixed: &Fixed, is_dry: bool) -> String {
    let verb = if is_dry { "can be fixed" } else { "fixed" };
    let (done, left) = (fixed.done.len(), fixed.loaded.diagnostics.len());
    let mut out = format!("{}: {} {verb}, ", visible(name), count(done, "problem", "problems"));
    out += &match left {
        0 => "none left".to_owned(),
        _ => format!("left: {}", report::tally(&fixed.loaded.diagnostics)),
    };
    for (name, does) in fixed.text.iter().flat_map(|it| it.does.iter().map(|does| (&it.name, does)))
    {
        out += &format!("\n  {}: {does}", visible(name));
    }
    for problem in &fixed.done {
        let does = problem.fix.as_ref().map_or("", |fix| &fix.does);
        let path = if problem.path.is_empty() { "the dossier" } else { &problem.path };
        out += &format!("\n  {} ({}): {}", visible(path), problem.code, visible(does));
    }
    out
}
