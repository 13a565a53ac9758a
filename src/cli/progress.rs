//! Progress of long work: one line that is written over, on a terminal only.

use super::terminal;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Shows how much is done.
pub struct Progress {
    /// `None` if nothing is shown.
    last: Option<Mutex<Instant>>,
}

/// The least time between two updates.
const STEP: Duration = Duration::from_millis(100);

impl Progress {
    /// Shows progress if the standard error is a terminal, unless the user wants quiet.
    pub fn new(is_quiet: bool) -> Self {
        let is_shown = !is_quiet && std::io::stderr().is_terminal();
        Self { last: is_shown.then(|| Mutex::new(Instant::now())) }
    }

    /// Says that some of all steps are done, as in `checking dossiers: 3 of 10`.
    pub fn say(&self, what: &str, done: usize, all: usize) {
        let Some(last) = &self.last else { return };
        // Another thread is writing at this moment: the next update will do.
        let Ok(mut last) = last.try_lock() else { return };
        if last.elapsed() >= STEP || done == all {
            *last = Instant::now();
            terminal::progress(format_args!("{what}: {done} of {all}"));
        }
    }

    /// Removes the line.
    pub fn end(&self) {
        if self.last.is_some() {
            terminal::progress("");
        }
    }
}
