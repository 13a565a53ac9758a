//! The arguments that several commands share.

use super::Failure;
use super::folder::Folder;
use crate::load::parse_day;
use std::path::PathBuf;

/// The site that a command works on, and how much it says.
#[derive(Debug, Default)]
pub struct Common {
    /// The site's folder, if it was named.
    pub site: Option<PathBuf>,
    /// True if progress is not shown.
    pub is_quiet: bool,
}

/// Parses the arguments of a command that changes files: their names, and whether `--dry-run` was given.
///
/// # Errors
/// If there is another argument.
pub fn changed_files(mut parser: lexopt::Parser) -> Result<(Vec<PathBuf>, bool), Failure> {
    use lexopt::prelude::*;
    let (mut files, mut is_dry) = (Vec::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dry-run") => is_dry = true,
            // These commands show no progress.
            Long("quiet") | Short('q') => {}
            Value(file) => files.push(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok((files, is_dry))
}

/// Parses the value of an option that is a day.
///
/// # Errors
/// If it is not one.
pub fn day(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    let day = lexopt::ValueExt::string(parser.value()?)?;
    if parse_day(&day).is_none() {
        let message = format!("{day:?} is not a valid date: write it as YYYY-MM-DD");
        return Err(Failure::Usage(message));
    }
    Ok(day)
}

/// Parses the value of an option that is a format: returns true for `json`, and false for `other`.
///
/// # Errors
/// If it is neither.
pub fn is_json(parser: &mut lexopt::Parser, other: &str) -> Result<bool, Failure> {
    match lexopt::ValueExt::string(parser.value()?)? {
        format if format == "json" => Ok(true),
        format if format == other => Ok(false),
        unknown => {
            let message = format!("unknown format {unknown:?}: use {other} or json");
            Err(Failure::Usage(message))
        }
    }
}

impl Common {
    /// Takes an argument that every command on a site accepts.
    ///
    /// # Errors
    /// If it is not one of them.
    pub fn take(&mut self, argument: lexopt::Arg<'_>) -> Result<(), Failure> {
        use lexopt::prelude::*;
        match argument {
            Long("quiet") | Short('q') => self.is_quiet = true,
            Value(site) if self.site.is_none() => self.site = Some(PathBuf::from(site)),
            other => return Err(other.unexpected().into()),
        }
        Ok(())
    }

    /// Returns the site's folder: the one that was named, or the current one.
    ///
    /// # Errors
    /// If there is no site in it.
    pub fn folder(&self) -> Result<Folder, Failure> {
        Folder::at(self.site.as_deref().unwrap_or_else(|| ".".as_ref()))
    }
}
