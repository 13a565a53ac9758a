//! The native command: checking dossiers, and making the bundle's pages.
//!
//! Here: arguments, files, exit codes, and diagnostics rendered for a terminal. Never here: what is
//! right or wrong with a dossier (`load`) or what a page holds (`prerender`).

mod bundle;
mod check;
mod ids;
mod input;
pub mod report;
mod schema;
pub mod shelf;

pub use bundle::brotli;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
On Record: who said what, through whom, in the article's own words

usage:
  onrecord check [--format text|json] FILE…   check dossiers and say all that is wrong; - is standard
                                              input
  onrecord ids [--record] [--on DATE] [--dossiers DIR] [--published DIR]
                                              compare with what was published, or record it
  onrecord schema DIR                         write the JSON Schemas to a folder
  onrecord prerender [--address URL] DIR      make the pages of a bundle that Trunk staged
  onrecord compress DIR                       put .br and .gz beside each text and wasm file
  onrecord single DIR FILE                    pack a bundle into one file that opens by double click
  onrecord sizes DIR                          print what each shipped file weighs

exit code: 0 all is well, 1 something is wrong with the input, 2 wrong usage
";

/// What went wrong with a command.
#[derive(Debug)]
pub enum Failure {
    /// The arguments make no sense.
    Usage(String),
    /// The input is wrong; it was told already, or is told here.
    Input(String),
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// Runs the command with its arguments, the program's name left out.
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
        "prerender" => bundle::prerender(parser),
        "compress" => bundle::compress(parser),
        "single" => bundle::single(parser),
        "sizes" => bundle::sizes(parser),
        other => Err(Failure::Usage(format!("there is no command {other:?}"))),
    }
}

/// The one folder that a command's arguments name.
fn only_folder(mut parser: lexopt::Parser) -> Result<PathBuf, Failure> {
    use lexopt::prelude::*;
    let folder = match parser.next()? {
        Some(Value(folder)) => PathBuf::from(folder),
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(Failure::Usage("name the folder".to_owned())),
    };
    match parser.next()? {
        None => Ok(folder),
        Some(other) => Err(other.unexpected().into()),
    }
}
