//! The native command, `onrecord`: makes, checks and publishes sites.
//!
//! Here: arguments, files, exit codes, and diagnostics formatted for a terminal. Never here:
//! deciding what is valid in a dossier (`load`) and what a page contains (`prerender`).

mod app;
mod build;
mod check;
mod difference;
mod files;
mod fix;
mod folder;
mod ids;
mod import;
mod input;
mod new;
mod options;
mod parallel;
mod progress;
pub mod report;
mod retext;
mod schema;
mod serve;
mod sizes;
mod suggest;
mod target;
mod terminal;

pub use files::brotli;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
On Record: who said what, through whom, in the article's own words

usage: onrecord COMMAND [OPTION…] [ARGUMENT…]

A site is a folder with settings (onrecord.toml), dossiers (dossiers/*.json) and, once something is published, a record
of it (published/*.json). SITE is that folder; without it, commands work on the current folder.

commands:
  onrecord new FOLDER
      Make a site, with settings and an example to edit.
  onrecord check [--format text|json] [FILE|SITE…]
      Report every problem in dossiers, in settings and in the record of what is published. Use - for standard input.
  onrecord serve [SITE]
      Show the site on this machine only, at http://127.0.0.1:8080/ or, if that port is taken, at another. Pages load
      again by themselves when a file of the site changes. Ctrl-C ends it.
      --port N        this port, or 0 for any free one
      --open          open the site in a browser
  onrecord build [SITE] --out DIR
      Write the site's files for any web server. DIR is replaced at once when all is written; a folder with files that no
      build wrote is left alone.
      --address URL   the public address, instead of the one in the settings
      --drafts        also the dossiers and statements that are drafts, for a preview
      --no-previews   no preview pictures for links
      --no-compress   no .br and .gz files, for hosts that compress by themselves
  onrecord single [SITE] [--drafts] --out FILE
      Write the site as one HTML file that opens with a double click.
  onrecord import FORMAT FILE… [--out FOLDER]
      Make draft dossiers from files of other tools, and report what could not be mapped. FORMAT is brat, uima-cas-json,
      label-studio, web-annotation or text. No file is written over.
      --out FOLDER    where to write the drafts (default: dossiers/ of a site, otherwise the current folder)
      --labels FILE   which labels are source, cue and content (TOML); or --source, --cue and --content LABEL,…
      --metadata FILE a table of the articles, for brat; --text-field NAME of the text, for label-studio
      --by NAME, --outlet NAME, --published YYYY-MM-DD, --language TAG
                      what the files do not say of the article and its annotation
      --offsets UNIT  code-points, utf-16 or bytes, instead of what the words at the offsets show
      --format json   report as JSON
  onrecord suggest FILE.txt [--format dossier|json] [--out FOLDER]
      Suggest who says what in a plain article, through whom, and which numbers and dates it has. The dossier is a draft,
      and so is every statement in it. No file is written over. lexicons/LANGUAGE.txt in the current folder adds words.
      --format json   print the suggestions with their places in the file
      --language TAG  the language (default: English, French, Arabic or Sorani, as the text shows)
      --by NAME, --outlet NAME, --published YYYY-MM-DD
                      what the file does not say of the article and its annotation
  onrecord fix FILE… [--dry-run]
      Solve the problems in dossiers that have only one solution, and list the others. The files keep their order and their
      layout. --dry-run shows the changes only.
  onrecord retext FILE NEW_TEXT [--dry-run]
      Move the annotation of a dossier to an edited article: a plain text file with a blank line between paragraphs.
      Quotes follow their words; those whose words changed are listed for review. --dry-run shows the changes only.
  onrecord ids [SITE] [--record] [--on YYYY-MM-DD]
      List the ids that are not recorded as published yet; with --record, record them.
  onrecord schema DIR
      Write the JSON Schemas of dossiers and ledgers to DIR, for editors.
  onrecord sizes DIR
      Print the size of each file in DIR, as it is and with Brotli.

options of all commands:
  -q, --quiet     Show no progress.
  -h, --help      Print this help.
  -V, --version   Print the version.

for developers:
  --app DIR       serve, build and single: use the app in DIR instead of the one inside this program

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
            terminal::note(format_args!(
                "onrecord: {message}\n'onrecord --help' lists the commands and their options"
            ));
            ExitCode::from(2)
        }
        Err(Failure::Input(message)) => {
            terminal::note(format_args!("onrecord: {message}"));
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
            terminal::say(USAGE.trim_end());
            return Ok(ExitCode::SUCCESS);
        }
        Some(Long("version") | Short('V')) => {
            terminal::say(concat!("onrecord ", env!("CARGO_PKG_VERSION")));
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    if asks_for_help(&parser) {
        terminal::say(USAGE.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    match command.as_str() {
        "new" => new::run(parser),
        "check" => check::run(parser),
        "build" => build::build(parser),
        "single" => build::single(parser),
        "ids" => ids::run(parser),
        "fix" => fix::run(parser),
        "import" => import::run(parser),
        "retext" => retext::run(parser),
        "schema" => schema::run(parser),
        "serve" => serve::run(parser),
        "sizes" => sizes::run(parser),
        "suggest" => suggest::run(parser),
        "help" => {
            terminal::say(USAGE.trim_end());
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Failure::Usage(format!("unknown command {other:?}"))),
    }
}

/// Returns true if the rest of the arguments asks for help.
fn asks_for_help(parser: &lexopt::Parser) -> bool {
    parser.clone().raw_args().is_ok_and(|mut rest| rest.any(|it| it == "--help" || it == "-h"))
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
