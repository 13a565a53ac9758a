//! The state of the site that is served: the current files or, while they have errors, the
//! report and the last state without errors.

use super::console::Console;
use super::files::{Changes, Files, Seen};
use crate::cli::folder::FileReport;
use crate::cli::progress::Progress;
use crate::cli::report;
use crate::format::file_type;
use crate::load::{Diagnostic, Severity};
use crate::prerender::{Live, OWN, Place, Problem, Shell, at, live, own, problems};
use crate::route::{Route, percent_encoded};
use crate::site::Site;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

/// The folder below [`OWN`] in which the last good state is while the files have errors.
const LAST_GOOD: &str = "last/";

/// The answer to a request.
pub enum Answer {
    /// A file. `version` is `None` for a file that never changes.
    File { bytes: Vec<u8>, media_type: &'static str, version: Option<String> },
    /// A page that is not the one asked for, with its HTTP status.
    Page { status: u16, html: String },
    /// The address of the file, without the query.
    Redirect(String),
    /// There is no such file, and nothing else to show.
    Nothing,
}

/// The site, and what was made of it.
pub struct State {
    files: Files,
    shell: Shell,
    good: Option<Rc<Site>>,
    /// A site without dossiers, for the annotator while there is no good one.
    bare: Rc<Site>,
    broken: Vec<FileReport>,
    /// A text that no other run of the command uses.
    run: String,
    version: String,
    changes: usize,
    console: Console,
    progress: Progress,
}

impl State {
    /// Loads the files for the first time.
    pub fn new(files: Files, shell: Shell, is_quiet: bool) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut state = Self {
            bare: files.bare(),
            files,
            shell,
            good: None,
            broken: Vec::new(),
            run: format!("{:x}-{:x}", since.as_nanos(), std::process::id()),
            version: String::new(),
            changes: 0,
            console: Console::new(is_quiet),
            progress: Progress::new(is_quiet),
        };
        state.catch_up();
        state
    }

    /// Returns a text that is different for each state.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Looks at the files.
    pub fn look(&mut self) -> Seen {
        self.files.look()
    }

    /// Loads what has changed. Returns true if there is a new state.
    pub fn catch_up(&mut self) -> bool {
        let reports = match self.files.read(self.good.as_ref(), &self.progress) {
            Changes::None => return false,
            Changes::Good(site, reports) => {
                self.good = Some(site);
                self.broken.clear();
                reports
            }
            Changes::Broken(reports) => {
                self.broken.clone_from(&reports);
                reports
            }
        };
        self.console.report(reports);
        self.changes += 1;
        self.version = format!("{}-{}", self.run, self.changes);
        true
    }

    /// Makes the answer to a request for a path below the root. `query` begins with a question
    /// mark, or is empty.
    pub fn answer(&self, path: &str, query: &str) -> Answer {
        let own_path = OWN.strip_prefix('/').and_then(|folder| path.strip_prefix(folder));
        let is_broken = !self.broken.is_empty();
        match (own_path, &self.good) {
            (None, Some(site)) if !is_broken => self.find(site, "/", path, None),
            // It mends the errors.
            (None, good) if Route::parse(path) == Route::Annotate => {
                self.find(good.as_ref().unwrap_or(&self.bare), "/", path, None)
            }
            (None, _) if is_page(path) => self.report(path, query),
            (None, Some(site)) => self.find(site, "/", path, None),
            (None, None) => self.find(&self.bare, "/", path, None),
            (Some(own_path), good) => match (own_path.strip_prefix(LAST_GOOD), good) {
                (Some(path), Some(site)) if is_broken => {
                    let report = encoded(path) + query;
                    self.find(site, &format!("{OWN}{LAST_GOOD}"), path, Some(&report))
                }
                (Some(path), _) => Answer::Redirect(encoded(path)),
                (None, _) => own(own_path).map_or(Answer::Nothing, |file| {
                    self.file(file.bytes, media_type(own_path), false)
                }),
            },
        }
    }

    /// Finds the file of a site at a path, as a static host does. `root` is the address at which
    /// the site is. `report` is the address of the report, if the site is not the newest.
    fn find(&self, site: &Rc<Site>, root: &str, path: &str, report: Option<&str>) -> Answer {
        let file = |path: &str| at(site, &self.shell, path);
        let page = |bytes: Vec<u8>| {
            live(&String::from_utf8_lossy(&bytes), Live { version: &self.version, report })
        };
        // What a person is typing there must not be lost when a file changes.
        let is_annotator = Route::parse(path) == Route::Annotate;
        let is_folder = path.is_empty() || path.ends_with('/');
        let name = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        if let Some(found) = file(&name) {
            let media_type = media_type(&name);
            let is_page = name.ends_with(".html") && !is_annotator;
            let bytes = if is_page { page(found.bytes).into_bytes() } else { found.bytes };
            return self.file(bytes, media_type, is_hashed(&name));
        }
        if !is_folder && file(&format!("{path}/index.html")).is_some() {
            return Answer::Redirect(format!("{root}{path}/"));
        }
        match file("404.html") {
            Some(found) => Answer::Page { status: 404, html: page(found.bytes) },
            None => Answer::Nothing,
        }
    }

    fn file(&self, bytes: Vec<u8>, media_type: &'static str, is_hashed: bool) -> Answer {
        let version = (!is_hashed).then(|| self.version.clone());
        Answer::File { bytes, media_type, version }
    }

    /// Makes the report that is shown at the address of a page.
    fn report(&self, path: &str, query: &str) -> Answer {
        let texts: Vec<_> = self.broken.iter().map(FileReport::source).collect();
        let of_file = |(report, text)| {
            let (report, text): (&FileReport, &str) = (report, text);
            let errors = report.problems.iter().filter(|it| it.severity == Severity::Error);
            errors.map(move |error| self.problem(error, text))
        };
        let texts = texts.iter().map(|text| &**text);
        let found: Vec<Problem<'_>> = self.broken.iter().zip(texts).flat_map(of_file).collect();
        let last_good = self.good.is_some().then(|| {
            let path = encoded(path);
            format!("{OWN}{LAST_GOOD}{}{query}", path.trim_start_matches('/'))
        });
        let html = problems(&found, &self.version, last_good.as_deref());
        Answer::Page { status: 500, html }
    }

    /// Returns an error with its line in the text of its file.
    fn problem<'p>(&self, error: &'p Diagnostic, text: &'p str) -> Problem<'p> {
        let (line, bytes) = report::excerpt(text, error.bytes.clone());
        let text = [&line[..bytes.start], &line[bytes.clone()], &line[bytes.end..]];
        let Diagnostic { line, column, path, .. } = error;
        let place = Place { line: *line, column: *column, path, text };
        Problem {
            file: self.files.name(&error.file),
            message: &error.message,
            hints: &error.hints,
            code: (!error.file.is_empty()).then_some(error.code.as_str()),
            place: (!error.is_of_file()).then_some(place),
        }
    }
}

/// Returns true for a path at which a browser shows a page, whether the page exists or not.
fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.ends_with(".html") || !name.contains('.')
}

/// Returns a path below the root as an address. It names this server, even if the path begins with
/// slashes.
fn encoded(path: &str) -> String {
    format!("/{}", percent_encoded(path.trim_start_matches('/'), b"/-._~"))
}

fn media_type(path: &str) -> &'static str {
    file_type(path).map_or("application/octet-stream", |found| found.media_type)
}

/// Returns true for a file whose name has a hash of its content in it.
fn is_hashed(path: &str) -> bool {
    file_type(path).is_some_and(|found| found.is_hashed)
}
