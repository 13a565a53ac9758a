//! `onrecord build` and `onrecord single`: write a site as a folder or as one file.

use super::app::{require_annotator, shell};
use super::files::{brotli, brotli_fast, gzip, replace};
use super::folder::{Drafts, Folder, Held};
use super::options::Common;
use super::parallel::in_parallel;
use super::progress::Progress;
use super::target::Target;
use super::{Failure, ids, report, terminal};
use crate::format::file_type;
use crate::load::public_address;
use crate::model::{Dossier, Ledger};
use crate::prerender::{
    File, Parts, Preview, dossier_data, dossier_routes, draw, missing_scripts, page_file,
    preview_key, previews, single as one_file, site_files, site_routes,
};
use crate::site::{Entry, Site};
use crate::text::count;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The arguments of both commands.
#[derive(Default)]
struct Options {
    common: Common,
    out: Option<PathBuf>,
    address: Option<String>,
    /// A folder with an app that was just built.
    app: Option<PathBuf>,
    drafts: bool,
    no_previews: bool,
    no_compress: bool,
}

impl Options {
    fn folder(&self) -> Result<Folder, Failure> {
        let drafts = if self.drafts { Drafts::Shown } else { Drafts::LeftOut };
        Ok(self.common.folder()?.with_drafts(drafts))
    }
}

/// Maximum number of statements of a site whose pages are compressed as well as possible. With more, that
/// takes many minutes.
const MAX_BEST: usize = 1_000;

/// What the workers share.
struct Work<'w> {
    options: &'w Options,
    target: &'w Target,
    /// True if pages are compressed fast.
    is_large: bool,
    files: AtomicUsize,
    bytes: AtomicUsize,
}

/// Writes the bundle of a site to a folder.
///
/// # Errors
/// If the arguments are wrong, the site has errors, its ids are not recorded although it has a public
/// address, or a file cannot be written.
pub fn build(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let options = options(parser, true)?;
    let out = options.out.as_deref().ok_or_else(|| missing_out("DIR"))?;
    let folder = options.folder()?;
    let shell = shell(options.app.as_deref())?;
    let progress = Progress::new(options.common.is_quiet);
    let held = held(&folder, &options, &progress)?;
    require_annotator(&held.settings, &shell)?;
    let target = Target::start(out)?;
    let dossiers = &held.archive.dossiers;
    let statements: usize = dossiers.iter().map(|dossier| dossier.statements.len()).sum();
    let work = Work {
        options: &options,
        target: &target,
        is_large: statements > MAX_BEST,
        files: AtomicUsize::new(0),
        bytes: AtomicUsize::new(0),
    };
    let entries: Arc<[Entry]> = in_parallel(dossiers, Entry::of_dossier).into();
    let ledgers: Arc<[Ledger]> = held.ledgers.iter().map(|(_, ledger)| ledger.clone()).collect();
    // A site cannot be shared between threads, so each makes its own. Only the dossiers that a page
    // needs are prepared.
    let site = |dossiers: Vec<Arc<Dossier>>| {
        let site = Site::of(Arc::clone(&entries)).with_ledgers(Arc::clone(&ledgers));
        Rc::new(site.with_settings(held.settings.clone()).holding(dossiers))
    };
    let done = AtomicUsize::new(0);
    let written = in_parallel(dossiers, |dossier| {
        let site = site(vec![Arc::clone(dossier)]);
        let prepared = &site.dossiers[0];
        // One page at a time: together, those of a large dossier may not fit into memory.
        for route in dossier_routes(&site, prepared) {
            work.write(&page_file(&site, &route, &shell))?;
        }
        work.write_all(&dossier_data(&site, prepared))?;
        work.write_previews(&previews(&site, prepared))?;
        let missing = missing_scripts(&site, prepared);
        progress.say("building dossiers", done.fetch_add(1, Ordering::Relaxed) + 1, dossiers.len());
        Ok(missing)
    });
    progress.end();
    let missing = written.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    if !options.common.is_quiet {
        for (dossier, scripts) in dossiers.iter().zip(&missing).filter(|(_, of)| !of.is_empty()) {
            let scripts: Vec<&str> = scripts.iter().map(String::as_str).collect();
            terminal::note(format_args!(
                "warning: pages of {} have no preview picture, because no font has {}",
                dossier.id,
                scripts.join(", ")
            ));
        }
    }
    let whole = site(Vec::new());
    let pages = in_parallel(&site_routes(&whole), |route| {
        let needed = site(Vec::new()).needs(route).into_iter();
        let needed = needed.filter_map(|id| held.archive.dossier(id.as_str()).cloned()).collect();
        work.write(&page_file(&site(needed), route, &shell))
    });
    pages.into_iter().collect::<Result<(), Failure>>()?;
    let files = site_files(&whole, &shell);
    in_parallel(&files, |file| work.write(file)).into_iter().collect::<Result<(), Failure>>()?;
    let (files, bytes) = (work.files.into_inner(), work.bytes.into_inner());
    target.finish()?;
    if !options.common.is_quiet {
        terminal::say(format_args!(
            "built {}: {}, {}, {}, {:.1} MB",
            terminal::path(out),
            count(dossiers.len(), "dossier", "dossiers"),
            count(statements, "statement", "statements"),
            count(files, "file", "files"),
            bytes as f64 / 1e6,
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a site as one HTML file that opens with a double click.
///
/// # Errors
/// If the arguments are wrong, the site has errors, or the file cannot be written.
pub fn single(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let options = options(parser, false)?;
    let out = options.out.as_deref().ok_or_else(|| missing_out("FILE"))?;
    let folder = options.folder()?;
    let shell = shell(options.app.as_deref())?;
    let progress = Progress::new(options.common.is_quiet);
    let held = held(&folder, &options, &progress)?;
    let ledgers: Vec<Ledger> = held.ledgers.into_iter().map(|(_, ledger)| ledger).collect();
    let site = Site::new(held.archive).with_settings(held.settings).with_ledgers(ledgers);
    let site = Rc::new(Site { in_one_file: true, ..site });
    let page = futures::executor::block_on(one_file(&site, &Parts::of(&shell), gzip));
    replace(out, page.as_bytes())?;
    if !options.common.is_quiet {
        terminal::say(format_args!(
            "wrote {} ({:.1} MB)",
            terminal::path(out),
            page.len() as f64 / 1e6
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn options(mut parser: lexopt::Parser, is_folder: bool) -> Result<Options, Failure> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") | Short('o') => options.out = Some(parser.value()?.into()),
            Long("address") => options.address = Some(parser.value()?.string()?),
            Long("app") => options.app = Some(parser.value()?.into()),
            Long("drafts") => options.drafts = true,
            Long("no-previews") if is_folder => options.no_previews = true,
            Long("no-compress") if is_folder => options.no_compress = true,
            other => options.common.take(other)?,
        }
    }
    Ok(options)
}

fn missing_out(what: &str) -> Failure {
    Failure::Usage(format!("missing option: say where to write with --out {what}"))
}

/// Reads a site that is to be published.
fn held(folder: &Folder, options: &Options, progress: &Progress) -> Result<Held, Failure> {
    let mut held = folder.read(progress)?;
    held.require_valid(folder)?;
    let problems: Vec<_> = held.reports.iter().flat_map(|report| report.problems.clone()).collect();
    if !problems.is_empty() && !options.common.is_quiet {
        let tally = report::tally(&problems);
        terminal::note(format_args!("{tally}: run 'onrecord check' to read them"));
    }
    if held.left_out > 0 && !options.common.is_quiet {
        let drafts = count(held.left_out, "draft dossier", "draft dossiers");
        terminal::note(format_args!("left out {drafts}"));
    }
    if let Some(address) = &options.address {
        held.settings.address = Some(public_address(address).map_err(Failure::Usage)?);
    }
    // Pages must not name pictures that are not there.
    held.settings.files.previews &= !options.no_previews;
    if held.settings.address.is_some() {
        ids::require_recorded(folder, &held.archive, &held.ledgers)?;
    }
    Ok(held)
}

impl Work<'_> {
    fn write_all(&self, files: &[File]) -> Result<(), Failure> {
        files.iter().try_for_each(|file| self.write(file))
    }

    /// Writes a file, and its compressed forms if it compresses well.
    fn write(&self, file: &File) -> Result<(), Failure> {
        self.write_one(&file.path, &file.bytes)?;
        let kind = file_type(&file.path).filter(|it| it.is_compressed);
        if let Some(kind) = kind.filter(|_| !self.options.no_compress) {
            let is_best = kind.is_hashed || !self.is_large;
            let small = if is_best { brotli(&file.bytes) } else { brotli_fast(&file.bytes) };
            self.write_one(&format!("{}.br", file.path), &small)?;
            self.write_one(&format!("{}.gz", file.path), &gzip(&file.bytes))?;
        }
        Ok(())
    }

    fn write_one(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len(), Ordering::Relaxed);
        self.target.write(path, bytes)
    }

    /// Writes preview pictures. One that the last bundle contains is not drawn again.
    fn write_previews(&self, wanted: &[(String, Preview)]) -> Result<(), Failure> {
        let write = |(path, preview): &(String, Preview)| {
            let key = preview_key(preview);
            let bytes = self.target.kept(path, &key).unwrap_or_else(|| draw(preview));
            self.write_one(path, &bytes)?;
            self.target.note(path, key);
            Ok(())
        };
        in_parallel(wanted, write).into_iter().collect()
    }
}
