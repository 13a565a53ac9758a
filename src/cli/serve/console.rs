//! Messages in the terminal of the person who serves a site.

use crate::cli::folder::FileReport;
use crate::cli::terminal;
use std::io::IsTerminal;

/// The terminal, and what it has shown.
pub struct Console {
    is_quiet: bool,
    is_coloured: bool,
    /// The reports that were printed last.
    printed: Vec<FileReport>,
}

impl Console {
    /// Returns a terminal that has shown nothing.
    pub fn new(is_quiet: bool) -> Self {
        let is_coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { is_quiet, is_coloured, printed: Vec::new() }
    }

    /// Prints the reports that are new.
    pub fn report(&mut self, reports: Vec<FileReport>) {
        let is_broken = |reports: &[FileReport]| reports.iter().any(|it| !it.is_valid);
        let (was_broken, is_broken) = (is_broken(&self.printed), is_broken(&reports));
        if !self.is_quiet {
            for report in reports.iter().filter(|report| !self.printed.contains(report)) {
                terminal::report(&report.text(self.is_coloured));
            }
            if is_broken {
                terminal::note("pages show this report until the errors are corrected");
            } else if was_broken {
                terminal::note("no more errors");
            }
        }
        self.printed = reports;
    }
}
