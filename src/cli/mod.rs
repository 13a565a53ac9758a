//! The native command, `onrecord`: checks dossiers and writes the files of a site.
//!
//! Here: arguments, files, exit codes, and diagnostics formatted for a terminal. Never here:
//! deciding what is valid in a dossier (`load`) and what a page contains (`prerender`).

mod bundle;
mod check;
mod ids;
mod input;
pub mod report;
mod schema;
mod serve;
pub mod shelf;

pub use bundle::brotli;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
On Record: who said what, through whom, in the article's own words

usage: onrecord COMMAND [OPTION…] [ARGUMENT…]

commands for authors and publishers:
  onrecord check [--format text|json] FILE…
      Check dossiers and report every problem. Use - to read standard input.
  onrecord serve [SITE] [--port N] [--open] [--quiet]
      Show the site of a folder on this machine only, at http://127.0.0.1:8080/ or another free
      port, and reload the page whenever a file of the site changes. --open opens a browser.
  onrecord ids [--record] [--on YYYY-MM-DD] [--dossiers DIR] [--published DIR]
      List the ids that are not recorded as published yet; with --record, record them.
      Default folders: static/dossiers, and a folder named published next to it.
  onrecord schema DIR
      Write the JSON Schemas of dossiers and ledgers to DIR.

commands that make runs to build a site:
  onrecord prerender [--address URL] DIR
      Write the pages of a site that Trunk staged in DIR.
  onrecord compress DIR
      Write a .br and a .gz next to each file in DIR that compresses well.
  onrecord single DIR FILE
      Pack the site in DIR into one HTML file that opens with a double click.
  onrecord sizes DIR
      Print the size of each file of the site in DIR.

options:
  -h, --help      Print this help.
  -V, --version   Print the version.

exit code: 0 for success, 1 for a problem with the input, 2 for wrong usage
";

/// Reason why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The arguments are wrong.
    Usage(String),
    /// The input is wrong, or a file cannot be read or written.
    Input(String),
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// Runs the command. `arguments` does not include the name of the program.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match dispatch(arguments) {
        Ok(code) => code,
        Err(Failure::Usage(message)) => {
            eprintln!("onrecord: {message}\n\n{USAGE}");
            ExitCode::from(2)
        }
        Err(Failure::Input(message)) => {
            eprintln!("onrecord: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, Failure> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let command = match parser.next()? {
        Some(Value(command)) => command.string()?,
        Some(Long("help") | Short('h')) | None => {
            print!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(Long("version") | Short('V')) => {
            println!("onrecord {}", env!("CARGO_PKG_VERSION"));
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "check" => check::run(parser),
        "ids" => ids::run(parser),
        "schema" => schema::run(parser),
        "serve" => serve::run(parser),
        "prerender" => bundle::prerender(parser),
        "compress" => bundle::compress(parser),
        "single" => bundle::single(parser),
        "sizes" => bundle::sizes(parser),
        other => Err(Failure::Usage(format!("unknown command {other:?}"))),
    }
}

/// Parses the arguments of a command that takes one folder.
fn folder_argument(mut parser: lexopt::Parser) -> Result<PathBuf, Failure> {
    use lexopt::prelude::*;
    let folder = match parser.next()? {
        Some(Value(folder)) => PathBuf::from(folder),
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(Failure::Usage("missing argument: name a folder".to_owned())),
    };
    match parser.next()? {
        None => Ok(folder),
        Some(other) => Err(other.unexpected().into()),
    }
}
